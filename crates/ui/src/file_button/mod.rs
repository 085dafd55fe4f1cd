//! Choosing a file.

use yew::prelude::*;

const ID: &str = "result-file";

/// A native file field that looks like a button, of which there is at most one on a screen. Its
/// label is also its name; `on_file` is given the id of the field when a file has been chosen.
pub fn file_button(label: &'static str, on_file: &Callback<AttrValue>) -> Html {
    let onchange = on_file.reform(|_: Event| AttrValue::Static(ID));
    html! {
        <div class="file-button">
            <input id={ID} type="file" accept="application/json,.json,.age" {onchange} />
            <label class="button" data-part="button" for={ID}>{ label }</label>
        </div>
    }
}
