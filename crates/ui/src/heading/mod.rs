//! The heading of a screen, which takes the focus when the screen arrives.

use crate::focus::use_focus_on_arrival;
use yew::prelude::*;

/// What the heading says.
#[derive(Properties, PartialEq)]
pub struct HeadingProps {
    /// Its text.
    pub text: AttrValue,
    /// Whether it takes the focus on arrival.
    pub focus: bool,
}

/// The one first-level heading of a screen.
#[component]
pub fn Heading(props: &HeadingProps) -> Html {
    let node = use_focus_on_arrival(props.focus);
    html! { <h1 ref={node} tabindex="-1">{ &props.text }</h1> }
}
