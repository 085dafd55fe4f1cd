//! Elements of one kind that stand in many places. One function for all of them, since the markup
//! of each would otherwise be compiled anew where it stands.

use yew::prelude::*;

/// An element of this class, or of none, that holds a text and nothing else.
pub fn text_element(tag: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    element(tag, class, Html::from(text.into()))
}

/// An element of this class, or of none, around its content.
#[inline(never)]
pub fn element(tag: &'static str, class: &'static str, content: Html) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ content }</@> }
}
