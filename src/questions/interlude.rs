//! An interlude between two pages, and the instruction before the first.

use ui::{ViewContext, actions, back_button, button, element, element_with, nodes, screen_head};
use yew::prelude::*;

/// Where the interlude stands.
pub struct InterludeProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// The page that follows, from 0.
    pub page: usize,
    /// On to that page.
    pub on_go: Callback<MouseEvent>,
    /// Back to the page before.
    pub on_back: Callback<MouseEvent>,
    /// Stop and continue later.
    pub on_stop: Callback<MouseEvent>,
}

/// The interlude.
pub fn interlude(props: &InterludeProps) -> Html {
    let view = &props.view;
    let t = &view.messages().journey;
    let (common, start) = (&view.messages().common, &view.messages().start);
    let pages = view.instrument.pages().len();
    let (title, text) = if props.page == 0 {
        (
            t.first_interlude(&start.statements(view.instrument.items().len())),
            view.text(view.instrument.instruction()),
        )
    } else {
        // The first, the halfway and the last interlude differ; any other is like the first.
        let text = if props.page + 1 == pages {
            t.interlude_text[2]
        } else if 2 * props.page == pages {
            t.interlude_text[1]
        } else {
            t.interlude_text[0]
        };
        (t.interlude(props.page, pages), AttrValue::Static(text))
    };
    let dots = (0..pages).map(|page| {
        let class = match page < props.page {
            true => "done",
            false => "",
        };
        element("li", class, Html::default())
    });
    let go_on = [
        button(
            "button button-primary button-large",
            common.go_on,
            props.on_go.clone(),
        ),
        back_button(common.back.into(), props.on_back.clone()),
    ];
    let names = &["class", "aria-hidden"];
    let content = [
        element_with("ol", names, ["interlude-dots", "true"], nodes(dots)),
        screen_head(title.into(), ui::text(text), view.moved),
        actions(go_on),
        element(
            "p",
            "muted small",
            button("button-link", t.stop, props.on_stop.clone()),
        ),
    ];
    element("div", "interlude", content)
}
