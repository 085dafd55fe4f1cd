//! A breath between two pages, and the instruction before the first.

use crate::ui::parts::{Heading, button};
use crate::ui::scene::Scene;
use yew::prelude::*;

/// Where the breath stands.
#[derive(Properties, PartialEq)]
pub struct BreathProps {
    /// Language and instrument.
    pub scene: Scene,
    /// The page that follows, from 0.
    pub page: usize,
    /// On to that page.
    pub on_go: Callback<MouseEvent>,
    /// Back to the page before.
    pub on_back: Callback<MouseEvent>,
    /// Stop and continue later.
    pub on_stop: Callback<MouseEvent>,
}

/// The breath.
#[component]
pub fn Breath(props: &BreathProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().journey;
    let common = &scene.messages().common;
    let pages = scene.instrument.pages().len();
    let (title, text) = if props.page == 0 {
        (
            (t.first_breath)(scene.instrument.items().len()),
            scene.text(scene.instrument.instruction()),
        )
    } else {
        // The first, the halfway and the last breath differ; any other is like the first.
        let text = if props.page + 1 == pages {
            t.breath_text[2]
        } else if 2 * props.page == pages {
            t.breath_text[1]
        } else {
            t.breath_text[0]
        };
        ((t.breath)(props.page, pages), AttrValue::Static(text))
    };
    html! {
        <div class="breath">
            <ol class="breath-dots" aria-hidden="true">
                { for (0..pages).map(|page| html! {
                    <li class={classes!((page < props.page).then_some("done"))}></li>
                }) }
            </ol>
            <Heading text={title} focus={scene.moved} />
            <p class="lead">{ text }</p>
            <div class="actions">
                { button("button button-primary button-large", common.go_on, props.on_go.clone()) }
                <button
                    type="button"
                    class="button-quiet"
                    data-part="button"
                    onclick={&props.on_back}
                >
                    <span aria-hidden="true">{ "← " }</span>{ common.back }
                </button>
            </div>
            <p class="muted small">
                { button("button-link", t.stop, props.on_stop.clone()) }
            </p>
        </div>
    }
}
