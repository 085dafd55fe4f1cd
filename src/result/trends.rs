//! All results of one instrument: a picture of each scale over one axis, and the same as a table.

use super::ResultProps;
use super::profile::{arrow_to_the_left, cut_labels};
use model::Polarity;
use report::Moment;
use ui::{
    TrendRow, ViewContext, axis, disclosure, div_section, element, fragment, head_cell, keyed,
    nodes, table, text, text_element, trend, untranslated_element, when,
};
use yew::prelude::*;

/// One result of the past, or the one on screen, which is the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its date, for the reader.
    pub date: AttrValue,
    /// The same where there is little room.
    pub short_date: AttrValue,
    /// Its scores.
    pub moment: Moment,
}

pub(super) fn trends(props: &ResultProps, taken: &[Taken]) -> Html {
    let view = &props.view;
    let t = &view.messages().since;
    let labels = cut_labels(view);
    let [low, high] = &labels;
    let ranges = taken.iter().any(|one| {
        one.moment
            .points
            .iter()
            .flatten()
            .any(|point| point.range.is_some())
    });
    let scales = view.instrument.scales().iter().enumerate();
    let pictures = scales.clone().map(|(n, scale)| {
        let rows: Vec<TrendRow> = taken.iter().map(|one| row(view, one, n)).collect();
        let name = [
            text(view.text(&scale.short_name)),
            when(scale.polarity == Polarity::Limiting, || {
                arrow_to_the_left(view.messages().result.lower_is_favourable)
            }),
        ];
        let content = [
            element("figcaption", "", name),
            trend(&rows, view.instrument.rules().cuts),
        ];
        keyed(&scale.id, element("figure", "trend-figure", content))
    });
    let [low_label, high_label] = labels.clone().map(AttrValue::from);
    let axis = axis(view.instrument.rules().cuts, [low_label, high_label]);
    let scale_head = head_cell("col", "", view.messages().result.column_scale);
    let heads = taken
        .iter()
        .map(|one| head_cell("col", "number", &one.date));
    let heads = fragment([scale_head, nodes(heads)]);
    let rows = scales.map(|(n, scale)| {
        let cells = taken
            .iter()
            .map(|one| untranslated_element("td", "number", cell(view, one, n)));
        let name = head_cell("row", "", view.text(&scale.short_name));
        keyed(&scale.id, element("tr", "", [name, nodes(cells)]))
    });
    let ranges = match ranges {
        true => [" ", t.trends_ranges].concat(),
        false => String::new(),
    };
    let help = t.trends_help(low, high);
    let compared = props
        .since
        .as_ref()
        .is_some_and(|one| one.comparison.is_ok());
    let words = match compared {
        true => [" ", t.trends_words].concat(),
        false => String::new(),
    };
    let help = [help, ranges, words].concat();
    let table = table(t.trends, heads, nodes(rows));
    let others = taken.iter().any(|one| !one.moment.comparable);
    let content = [
        text_element("h2", "", t.trends),
        text_element("p", "muted small", help),
        element(
            "div",
            "trends",
            [nodes(pictures), element("div", "trend-axis", axis)],
        ),
        disclosure(view.messages().result.as_table, table),
        when(others, || text_element("p", "muted small", t.other_points)),
    ];
    div_section("trends", "stack", fragment(content))
}

fn row(view: &ViewContext, taken: &Taken, scale: usize) -> TrendRow {
    let point = taken.moment.points[scale];
    TrendRow {
        date: taken.short_date.clone(),
        score: point.map_or("–".to_owned(), |point| view.score(point.percent)),
        comparable: taken.moment.comparable,
        point,
    }
}

fn cell(view: &ViewContext, taken: &Taken, scale: usize) -> String {
    let Some(point) = taken.moment.points[scale] else {
        return "–".to_owned();
    };
    let mut text = view.score(point.percent);
    if let Some([low, high]) = point.range {
        text.push_str(&[" (", &view.score(low), "–", &view.score(high), ")"].concat());
    }
    if !taken.moment.comparable {
        text.push('*');
    }
    text
}
