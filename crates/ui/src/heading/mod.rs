//! The heading of a screen, which takes the focus when the screen arrives.

use crate::focus::focused_on_arrival;
use yew::prelude::*;

/// The one first-level heading of a screen; `focus` says whether it takes the focus on arrival.
pub fn heading(text: impl Into<AttrValue>, focus: bool) -> Html {
    first_level(text.into(), focus)
}

fn first_level(text: AttrValue, focus: bool) -> Html {
    focused_on_arrival(html! { <h1 tabindex="-1">{ text }</h1> }, focus)
}
