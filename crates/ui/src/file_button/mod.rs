//! Choosing a file.

use crate::element::{element, element_with, text};
use yew::prelude::*;

const ID: &str = "result-file";

/// A native file field that looks like a button, of which there is at most one on a screen. Its
/// label is also its name; `on_file` is given the id of the field when a file has been chosen.
pub fn file_button(label: &'static str, on_file: &Callback<AttrValue>) -> Html {
    let onchange = on_file.reform(|_: Event| AttrValue::Static(ID));
    let field = html! {
        <input id={ID} type="file" accept="application/json,.json,.age" {onchange} />
    };
    let names = &["class", "data-part", "for"];
    let label = element_with("label", names, ["button", "button", ID], text(label));
    element("div", "file-button", [field, label])
}
