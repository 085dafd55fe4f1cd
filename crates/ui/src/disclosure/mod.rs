//! A fold: the native details element.

use crate::element::{Content, element, text};
use yew::prelude::*;

/// A fold that also opens in print, with the line that is always visible and what unfolds.
pub fn disclosure(summary: impl Into<AttrValue>, content: impl Content) -> Html {
    disclosure_under(text(summary), content)
}

/// The same where the line is more than a text.
pub fn disclosure_under(summary: impl Content, content: impl Content) -> Html {
    let summary = element("summary", "", summary);
    let content = element("div", "disclosure-body", content);
    element("details", "disclosure", [summary, content])
}
