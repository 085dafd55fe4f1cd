//! Choosing a file.

use crate::element::{element, element_with, text};
use crate::field_id::field_id;
use yew::prelude::*;

const ID: &str = "result-file";

/// A native file field that looks like a button, of which there is at most one on a screen. Its
/// label is also its name; `on_file` is given the id of the field when a file has been chosen.
pub fn file_button(label: &'static str, on_file: &Callback<AttrValue>) -> Html {
    let id = AttrValue::from(field_id(ID));
    let onchange = {
        let id = id.clone();
        on_file.reform(move |_: Event| id.clone())
    };
    let field = html! {
        <input id={&id} type="file" accept="application/json,.json,.age" {onchange} />
    };
    let names = &["class", "data-part", "for"];
    let label = element_with("label", names, ["button", "button", &id], text(label));
    element("div", "file-button", [field, label])
}
