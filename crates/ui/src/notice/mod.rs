//! A quiet notice, set apart by its edge and its place rather than by a colour of alarm.

use crate::element::{Content, element_with, fragment, text_element, when};
use yew::prelude::*;

/// A notice with its text and what can be done; the title is a few words, where the text is long.
pub fn notice(title: &'static str, content: impl Content) -> Html {
    edged("notice", "note", title, content.into_html())
}

/// A notice that something went wrong, which must be heard at once.
pub fn error_notice(title: &'static str, content: impl Content) -> Html {
    edged("error", "alert", title, content.into_html())
}

#[inline(never)]
fn edged(part: &'static str, role: &'static str, title: &'static str, content: Html) -> Html {
    let title = when(!title.is_empty(), || {
        text_element("p", "notice-title", title)
    });
    let content = fragment([title, content]);
    let names = &["class", "data-part", "role"];
    element_with("div", names, ["notice", part, role], content)
}
