//! A table that scrolls by itself where the page is narrower.

use crate::element::{Content, element, element_with, nodes, text};
use yew::prelude::*;

/// A head cell, of a column or a row.
pub fn head_cell(scope: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    head(scope, class, text.into())
}

#[inline(never)]
fn head(scope: &'static str, class: &'static str, text: AttrValue) -> Html {
    let text = crate::element::text(text);
    element_with("th", &["scope", "class"], [scope, class], text)
}

/// The heads of the columns, each with its class.
pub fn heads(columns: &[(&'static str, &'static str)]) -> Html {
    let cells = columns.iter();
    nodes(cells.map(|(class, text)| head_cell("col", class, *text)))
}

/// The rows of a table under the heads of its columns.
pub fn head_and_body(heads: Html, rows: Html) -> [Html; 2] {
    let head = element("thead", "", element("tr", "", heads));
    [head, element("tbody", "", rows)]
}

/// A table of this name; the heads of its columns and its rows.
pub fn table(name: impl Into<AttrValue>, heads: Html, rows: Html) -> Html {
    framed(name.into(), head_and_body(heads, rows).into_html())
}

/// The same with its name above it.
pub fn captioned_table(name: impl Into<AttrValue>, heads: Html, rows: Html) -> Html {
    let name = name.into();
    let caption = element("caption", "", text(name.clone()));
    let [head, body] = head_and_body(heads, rows);
    framed(name, [caption, head, body].into_html())
}

#[inline(never)]
fn framed(name: AttrValue, content: Html) -> Html {
    let table = element("table", "table", content);
    let names = &["class", "tabindex", "role", "aria-label"];
    element_with("div", names, ["table-frame", "0", "region", &name], table)
}
