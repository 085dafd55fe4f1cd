//! A file as it would be saved.

use crate::focus::use_focus_on_arrival;
use yew::prelude::*;

/// What a preview shows.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The name of the file, in a sentence.
    pub title: AttrValue,
    /// The text of the file.
    pub text: AttrValue,
}

/// The text of a file under its name. It takes the focus on arrival: the button that asked for
/// it is gone, and what follows it saves the file.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let node = use_focus_on_arrival(true);
    html! {
        <div class="preview" data-part="preview">
            <h3 id="preview" class="kicker">{ &props.title }</h3>
            <pre ref={node} tabindex="0" role="region" aria-labelledby="preview" translate="no">
                { &props.text }
            </pre>
        </div>
    }
}
