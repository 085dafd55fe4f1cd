//! What a screen begins with, and the way back from it.

use crate::button::labelled;
use crate::element::{element, element_with, fragment};
use crate::heading::heading;
use yew::prelude::*;

/// The heading of a screen, which takes the focus on arrival where `focus` is true, and the lead
/// below it.
pub fn screen_head(text: AttrValue, lead: Html, focus: bool) -> Html {
    fragment([heading(text, focus), element("p", "lead", lead)])
}

/// The button that leads one screen back. The arrow is a picture: it has no name.
pub fn back_button(text: AttrValue, onclick: Callback<MouseEvent>) -> Html {
    let arrow = crate::element::text("← ");
    let arrow = element_with("span", &["aria-hidden"], ["true"], arrow);
    let label = fragment([arrow, crate::element::text(text)]);
    labelled("button-quiet", label, onclick)
}
