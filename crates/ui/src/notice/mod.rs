//! A quiet notice, set apart by its edge and its place rather than by a colour of alarm.

use crate::element::{Content, text_element};
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
    html! {
        <div class="notice" data-part={part} {role}>
            if !title.is_empty() {
                { text_element("p", "notice-title", title) }
            }
            { content }
        </div>
    }
}
