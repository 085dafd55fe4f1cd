//! A fold: the native details element.

use crate::element::{element, text_element};
use yew::prelude::*;

/// A fold that also opens in print, with the line that is always visible and what unfolds.
pub fn disclosure(summary: impl Into<AttrValue>, content: Html) -> Html {
    folded(text_element("summary", "", summary), content)
}

#[inline(never)]
fn folded(summary: Html, content: Html) -> Html {
    html! {
        <details class="disclosure">
            { summary }
            { element("div", "disclosure-body", content) }
        </details>
    }
}
