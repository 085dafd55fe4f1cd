//! Choosing a file.

use yew::prelude::*;

/// How the button reads and what it gives.
#[derive(Properties, PartialEq)]
pub struct FileButtonProps {
    /// Its text, which is also the field's name.
    pub label: AttrValue,
    /// Called with the id of the field when a file has been chosen in it.
    pub on_file: Callback<AttrValue>,
}

const ID: &str = "result-file";

/// A native file field that looks like a button. There is at most one on a screen.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let onchange = props.on_file.reform(|_: Event| AttrValue::Static(ID));
    html! {
        <div class="file-button">
            <input id={ID} type="file" accept="application/json,.json,.age" {onchange} />
            <label class="button" data-part="button" for={ID}>{ &props.label }</label>
        </div>
    }
}
