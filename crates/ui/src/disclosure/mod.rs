//! A fold: the native details element.

use crate::element::{Content, element, text_element};
use yew::prelude::*;

/// A fold that also opens in print, with the line that is always visible and what unfolds.
pub fn disclosure(summary: impl Into<AttrValue>, content: impl Content) -> Html {
    let content = element("div", "disclosure-body", content);
    element(
        "details",
        "disclosure",
        [text_element("summary", "", summary), content],
    )
}
