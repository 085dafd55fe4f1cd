//! Buttons that say what they do.

use crate::element::{Content, attributed, element, fragment, text};
use yew::prelude::*;

/// A button of this class with this text. One function for all of them, since the markup of
/// each would otherwise be compiled anew where it stands.
pub fn button(
    class: &'static str,
    text: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    labelled(class, crate::element::text(text), onclick)
}

/// A quiet button in a row, whose name says what it is about to those who do not see the row.
pub fn row_button(
    label: &'static str,
    separator: &'static str,
    about: &AttrValue,
    onclick: Callback<MouseEvent>,
) -> Html {
    let about = element("span", "visually-hidden", [text(separator), text(about)]);
    labelled("button-quiet", fragment([text(label), about]), onclick)
}

/// Buttons beside each other.
pub fn actions(buttons: impl Content) -> Html {
    element("div", "actions", buttons)
}

/// What a button does that sends this message.
#[inline(never)]
pub fn on_click<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<MouseEvent> {
    send.reform(move |_| message.clone())
}

#[inline(never)]
pub(crate) fn labelled(class: &'static str, label: Html, onclick: Callback<MouseEvent>) -> Html {
    let part = match class.ends_with("button-primary") {
        true => "button-primary",
        false => "button",
    };
    let names = &["type", "class", "data-part"];
    button_with(names, ["button", class, part], label, onclick)
}

/// A button with these attributes; one of no length is left out.
pub fn button_with<const N: usize>(
    names: &'static [&'static str; N],
    values: [&str; N],
    label: Html,
    onclick: Callback<MouseEvent>,
) -> Html {
    pressable(names, &values, label, onclick)
}

#[inline(never)]
fn pressable(
    names: &'static [&'static str],
    values: &[&str],
    label: Html,
    onclick: Callback<MouseEvent>,
) -> Html {
    attributed(
        html! { <button {onclick}>{ label }</button> },
        names,
        values,
    )
}
