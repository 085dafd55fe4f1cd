//! Elements of one kind that stand in many places. One function for all of a kind, since the
//! markup of each would otherwise be compiled anew where it stands. A class of no length is none.

use yew::prelude::*;

/// An element that holds a text and nothing else.
pub fn text_element(tag: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    element(tag, class, Html::from(text.into()))
}

/// An element around its content.
#[inline(never)]
pub fn element(tag: &'static str, class: &'static str, content: Html) -> Html {
    let class = optional(class);
    html! { <@{tag} {class}>{ content }</@> }
}

/// An element with a text that a browser must not translate, such as a number.
pub fn untranslated_element(
    tag: &'static str,
    class: &'static str,
    text: impl Into<AttrValue>,
) -> Html {
    untranslated(tag, class, text.into())
}

#[inline(never)]
fn untranslated(tag: &'static str, class: &'static str, text: AttrValue) -> Html {
    let class = optional(class);
    html! { <@{tag} {class} translate="no">{ text }</@> }
}

fn optional(class: &'static str) -> Option<&'static str> {
    (!class.is_empty()).then_some(class)
}

/// A list without marks; its role keeps it a list to readers of the screen.
#[inline(never)]
pub fn list(class: &'static str, rows: Html) -> Html {
    html! { <ul {class} role="list">{ rows }</ul> }
}

/// A section of a screen under its heading.
pub fn section(title: &'static str, content: Html) -> Html {
    let heading = text_element("h2", "", title);
    element("section", "section", html! { <>{ heading }{ content }</> })
}
