//! A labelled field for a whole number, between a button for one fewer and one for one more.

use crate::button::button_with;
use crate::element::{attributed, element, element_with, fragment, text};
use crate::field_id::field_id;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A field for a whole number.
pub struct NumberField {
    /// Its name for [`field_id`].
    pub id: String,
    /// Its name for the reader.
    pub label: AttrValue,
    /// What the buttons for one fewer and for one more are called.
    pub steps: [String; 2],
    /// What has been typed; may be no number, and empty.
    pub value: AttrValue,
    /// The highest number; the lowest is 1.
    pub max: u32,
    /// What is wrong with what has been typed, where something is.
    pub fault: Option<String>,
    /// It was typed.
    pub on_input: Callback<String>,
    /// One of the buttons was pressed.
    pub on_steps: [Callback<MouseEvent>; 2],
}

const NAMES: &[&str] = &[
    "id",
    "type",
    "inputmode",
    "autocomplete",
    "min",
    "max",
    "step",
    "aria-invalid",
    "aria-describedby",
];

/// The field with its label. The buttons stay where the finger is at either end: one that can do
/// nothing more says so, and keeps the focus.
pub fn number_field(props: NumberField) -> Html {
    let id = field_id(&props.id);
    let number = props.value.parse::<u32>().ok();
    let [fewer, more] = props.on_steps;
    let step = |sign: &'static str, name: &str, spent: bool, onclick| {
        let spent = if spent { "true" } else { "" };
        let names = &["type", "class", "data-part", "aria-label", "aria-disabled"];
        let values = ["button", "number-step", "button", name, spent];
        let sign = element_with("span", &["aria-hidden"], ["true"], text(sign));
        button_with(names, values, sign, onclick)
    };
    let oninput = props.on_input.reform(|event: InputEvent| {
        let field: HtmlInputElement = event.target_unchecked_into();
        field.value()
    });
    let field = html! { <input value={props.value} {oninput} /> };
    let fault_id = [&id, "-fault"].concat();
    let [invalid, described] = match props.fault {
        Some(_) => ["true", &fault_id],
        None => ["", ""],
    };
    let max = props.max.to_string();
    let values = [
        &*id, "number", "numeric", "off", "1", &max, "1", invalid, described,
    ];
    let box_of_three = [
        step("−", &props.steps[0], number == Some(1), fewer),
        attributed(field, NAMES, &values),
        step("+", &props.steps[1], number == Some(props.max), more),
    ];
    let fault = props.fault.map(|fault| {
        let values = [&*fault_id, "small"];
        element_with("p", &["id", "class"], values, text(fault))
    });
    let content = [
        element_with("label", &["for"], [&id], text(props.label)),
        element("div", "number-box", fragment(box_of_three)),
        fault.unwrap_or_default(),
    ];
    element("div", "number-field", content)
}
