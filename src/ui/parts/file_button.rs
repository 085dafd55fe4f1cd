//! Choosing a file.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How the button reads and what it gives.
#[derive(Properties, PartialEq)]
pub struct FileButtonProps {
    /// Its text, which is also the field's name.
    pub label: AttrValue,
    /// Called with the file chosen.
    pub on_file: Callback<web_sys::File>,
}

/// A native file field that looks like a button.
#[component]
pub fn FileButton(props: &FileButtonProps) -> Html {
    let on_file = props.on_file.clone();
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        if let Some(file) = field.files().and_then(|files| files.get(0)) {
            on_file.emit(file);
        }
        // Empty again, so that choosing the same file once more is a change too.
        field.set_value("");
    });
    html! {
        <label class="file-button">
            <input type="file" accept="application/json,.json" {onchange} />
            <span class="button" data-part="button">{ &props.label }</span>
        </label>
    }
}
