//! One of a few, or yes or no, in a row: a native field with its label.

use crate::element::{attributed, element, element_with, keyed, text, text_element};
use crate::field_id::field_id;
use yew::prelude::*;

/// A radio or a checkbox.
pub struct Choice {
    /// `radio` or `checkbox`.
    pub kind: &'static str,
    /// Its name for [`field_id`].
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
    let id = choice.id.clone();
    let label = text(choice.label.clone());
    let label = element_with("label", &["for"], [&field_id(&id)], label);
    keyed(&id, element("div", "choice", [choice_field(choice), label]))
}

/// The field alone.
pub fn choice_field(choice: Choice) -> Html {
    let names = &["type", "id", "name", "disabled"];
    let name = choice.name.unwrap_or_default();
    let disabled = match choice.disabled {
        true => "disabled",
        false => "",
    };
    let field = html! { <input checked={choice.checked} onchange={choice.on_change} /> };
    attributed(
        field,
        names,
        &[choice.kind, &field_id(&choice.id), &name, disabled],
    )
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
