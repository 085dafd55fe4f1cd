//! A table that scrolls by itself where the page is narrower.

use crate::element::element;
use yew::prelude::*;

/// A head cell, of a column or a row.
pub fn head_cell(scope: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    head(scope, class, text.into())
}

#[inline(never)]
fn head(scope: &'static str, class: &'static str, text: AttrValue) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <th {scope} {class}>{ text }</th> }
}

/// The heads of the columns, each with its class.
pub fn heads(columns: &[(&'static str, &'static str)]) -> Html {
    let cells = columns.iter();
    cells
        .map(|(class, text)| head_cell("col", class, *text))
        .collect()
}

/// A table of this name; the heads of its columns and its rows.
pub fn table(name: impl Into<AttrValue>, heads: Html, rows: Html) -> Html {
    framed(name.into(), Html::default(), heads, rows)
}

/// The same with its name above it.
pub fn captioned_table(name: impl Into<AttrValue>, heads: Html, rows: Html) -> Html {
    let name = name.into();
    let caption = element("caption", "", Html::from(name.clone()));
    framed(name, caption, heads, rows)
}

#[inline(never)]
fn framed(name: AttrValue, caption: Html, heads: Html, rows: Html) -> Html {
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={name}>
            <table class="table">
                { caption }
                { element("thead", "", element("tr", "", heads)) }
                { element("tbody", "", rows) }
            </table>
        </div>
    }
}
