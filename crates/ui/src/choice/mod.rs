//! One of a few, or yes or no, in a row: a native field with its label.

use crate::element::{element, text_element};
use yew::prelude::*;

/// A radio or a checkbox.
pub struct Choice {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Its id, unique on the page.
    pub id: String,
    /// The name of the group, for a radio.
    pub name: Option<String>,
    /// Its name for the reader.
    pub label: AttrValue,
    /// Whether it is chosen.
    pub checked: bool,
    /// Whether it can only be read.
    pub disabled: bool,
    /// It was chosen, or is no longer.
    pub on_change: Callback<Event>,
}

/// The field and its label, found again by its id.
pub fn choice(choice: Choice) -> Html {
    let id = AttrValue::from(choice.id);
    html! {
        <div key={&*id} class="choice">
            <input
                type={choice.kind}
                id={&id}
                name={choice.name}
                checked={choice.checked}
                disabled={choice.disabled}
                onchange={choice.on_change}
            />
            <label for={&id}>{ choice.label }</label>
        </div>
    }
}

/// Choices that belong together, under what they are about.
pub fn choices(legend: impl Into<AttrValue>, choices: Html) -> Html {
    grouped(legend.into(), choices)
}

#[inline(never)]
fn grouped(legend: AttrValue, choices: Html) -> Html {
    let legend = text_element("legend", "", legend);
    element("fieldset", "choices", [legend, choices])
}
