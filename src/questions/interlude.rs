//! An interlude between two pages, and the instruction before the first.

use model::{ContextPlace, Form};
use ui::{ViewContext, actions, back_button, button, element, element_with, nodes, screen_head};
use yew::prelude::*;

/// Where the interlude stands.
pub struct InterludeProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// Who answers about whom.
    pub form: Form,
    /// The page that follows, from 0; the number of pages where questions about the situation do.
    pub page: usize,
    /// On to that page.
    pub on_go: Callback<MouseEvent>,
    /// Back to the page before.
    pub on_back: Callback<MouseEvent>,
    /// Stop and continue later.
    pub on_stop: Callback<MouseEvent>,
}

/// The interlude before a page.
pub fn interlude(props: &InterludeProps) -> Html {
    let view = &props.view;
    let t = &view.messages().journey;
    let pages = view.instrument.form_pages(props.form).len();
    let instruction = || view.text(view.instrument.form_instruction(props.form));
    let (title, text) = if props.page == 0 {
        let items = view.instrument.form_items(props.form).len();
        let items = view.messages().start.statements(items);
        let asked = view.instrument.context_place(props.form);
        let title = match asked == Some(ContextPlace::Before) {
            true => t.first_interlude(&items),
            false => t.statements_first(&items),
        };
        (title, instruction())
    } else if props.form.is_about_another() && props.page + 1 < pages {
        // The others speak of what one did oneself.
        (t.interlude(props.page, pages), instruction())
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
    sheet(props, title, text)
}

/// The interlude between the last page and the questions about the situation.
pub fn context_interlude(props: &InterludeProps) -> Html {
    let t = &props.view.messages().journey;
    let questions = props.view.instrument.context_questions().len();
    let questions = props.view.messages().start.questions(questions);
    let text = t.context_interlude_text(&questions).into();
    sheet(props, t.context_interlude.to_owned(), text)
}

fn sheet(props: &InterludeProps, title: String, text: AttrValue) -> Html {
    let view = &props.view;
    let common = &view.messages().common;
    let dots = (0..view.instrument.form_pages(props.form).len()).map(|page| {
        let class = match page < props.page {
            true => "done",
            false => "",
        };
        element("li", class, Html::default())
    });
    let go_on = [
        button(
            "button button-large button-primary",
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
            button(
                "button-link",
                view.messages().journey.stop,
                props.on_stop.clone(),
            ),
        ),
    ];
    element("div", "interlude", content)
}
