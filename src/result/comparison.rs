//! What has changed since an earlier result.

use super::trends::{Taken, trends};
use super::{ResultMsg, ResultProps};
use report::{Comparison, Move, NotComparable, ScaleChange, Verdict, filled};
use ui::{
    ViewContext, element, element_with, field_id, fragment, heads, keyed, list, nodes, table, text,
    text_element, untranslated_element,
};
use yew::prelude::*;

/// An earlier result that can be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Earlier {
    /// Its session id.
    pub id: AttrValue,
    /// Its date, for the reader.
    pub date: AttrValue,
}

/// The result on screen beside an earlier one.
#[derive(Clone, Debug, PartialEq)]
pub struct Since {
    /// Those that can be chosen, the latest first.
    pub earlier: Vec<Earlier>,
    /// The one that is.
    pub chosen: AttrValue,
    /// All that can be set beside each other, the one on screen last.
    pub taken: Vec<Taken>,
    /// What comes of it.
    pub comparison: Result<Comparison, NotComparable>,
}

pub(super) fn comparison(props: &ResultProps) -> Html {
    let Some(since) = &props.since else {
        return Html::default();
    };
    let view = &props.view;
    let t = &view.messages().since;
    let onchange = props.on_message.reform(|event: Event| {
        let field: web_sys::HtmlSelectElement = event.target_unchecked_into();
        ResultMsg::Compare(field.value().into())
    });
    let choices = since.earlier.iter().map(|one| {
        html! {
            <option key={one.id.to_string()} value={&one.id} selected={one.id == since.chosen}>
                { &one.date }
            </option>
        }
    });
    let id = field_id("since");
    let choose = [
        element_with("label", &["for"], [&id], text(t.choose)),
        html! { <select {id} {onchange}>{ nodes(choices) }</select> },
    ];
    let content = [
        element("div", "field", choose),
        match &since.comparison {
            Ok(comparison) => side_by_side(view, comparison),
            Err(_) => text_element("p", "", t.other_language),
        },
        trends(props, &since.taken),
    ];
    let names = &["class", "data-part"];
    element_with("section", names, ["section", "since"], fragment(content))
}

fn side_by_side(view: &ViewContext, comparison: &Comparison) -> Html {
    let t = &view.messages().since;
    let threshold = view.score(comparison.threshold);
    let assumed = filled(&view.say("change_assumed"), &[("n", &threshold)]);
    let rows = comparison.moved.iter().map(|one| moved(view, one));
    fragment([
        text_element("p", "muted small", assumed),
        scales(view, comparison),
        text_element("h2", "", t.moved),
        match comparison.moved.is_empty() {
            true => text_element("p", "muted", t.nothing_moved),
            false => list("contributions", nodes(rows)),
        },
    ])
}

/// Then and now, with what the difference means.
pub(super) fn scales(view: &ViewContext, comparison: &Comparison) -> Html {
    let t = &view.messages().since;
    let scales = view.instrument.scales().iter().zip(&comparison.scales);
    let rows = scales.map(|(scale, change)| {
        let name = [
            text(view.text(&scale.short_name)),
            text_element("small", "verdict", verdict(view, change)),
        ];
        let cells = [
            element_with("th", &["scope"], ["row"], fragment(name)),
            untranslated_element("td", "number", points(view, change.then)),
            untranslated_element("td", "number", points(view, change.now)),
        ];
        let row = element_with("tr", &["data-scale"], [&scale.id], fragment(cells));
        keyed(&scale.id, row)
    });
    let heads = heads(&[
        ("", view.messages().result.column_scale),
        ("number", t.then),
        ("number", t.now),
    ]);
    table(t.title, heads, nodes(rows))
}

fn moved(view: &ViewContext, one: &Move) -> Html {
    let item = &view.instrument.items()[one.item];
    let t = &view.messages().since;
    let from_to = t.from_to(&view.label(one.then), &view.label(one.now));
    let row = [
        text(view.text(&item.text)),
        text_element("small", "", from_to),
    ];
    keyed(&item.id, element("li", "", row))
}

fn points(view: &ViewContext, percent: Option<f64>) -> String {
    percent.map_or("–".to_owned(), |percent| view.score(percent))
}

fn verdict(view: &ViewContext, change: &ScaleChange) -> &'static str {
    let t = &view.messages().since;
    match change.verdict {
        Verdict::WithinNoise => t.within_noise,
        Verdict::Changed => t.changed,
        Verdict::NoScore => t.too_few,
    }
}
