//! Buttons that say what they do.

use crate::element::{Content, element, fragment, text};
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
pub fn on_click<M: Clone + 'static>(send: &Callback<M>, message: M) -> Callback<MouseEvent> {
    send.reform(move |_| message.clone())
}

#[inline(never)]
fn labelled(class: &'static str, label: Html, onclick: Callback<MouseEvent>) -> Html {
    let part = match class.ends_with("button-primary") {
        true => "button-primary",
        false => "button",
    };
    html! { <button type="button" {class} data-part={part} {onclick}>{ label }</button> }
}
