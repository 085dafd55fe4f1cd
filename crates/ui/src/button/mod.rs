//! A button that says what it does.

use yew::prelude::*;

/// A button of this class with this text. One function for all of them, since the markup of
/// each would otherwise be compiled anew where it stands.
pub fn button(
    class: &'static str,
    text: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    labelled(class, text.into(), onclick)
}

fn labelled(class: &'static str, text: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    let part = match class.ends_with("button-primary") {
        true => "button-primary",
        false => "button",
    };
    html! { <button type="button" {class} data-part={part} {onclick}>{ text }</button> }
}
