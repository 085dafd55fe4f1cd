//! All results of one instrument: a picture a scale, and the same as a table.

use super::ResultProps;
use super::profile::{cut_labels, cuts};
use report::{Moment, Point};
use ui::{
    ViewContext, disclosure, div_section, element, element_with, fragment, head_cell, keyed, nodes,
    table, text_element, trend, untranslated_element, when,
};
use yew::prelude::*;

/// One result of the past, or the one on screen, which is the last.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// Its date, for the reader.
    pub date: AttrValue,
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
        let points: Vec<(bool, Option<Point>)> = taken
            .iter()
            .map(|one| (one.moment.comparable, one.moment.points[n]))
            .collect();
        let ends = fragment([
            text_element("span", "", ends(view, taken.first(), n)),
            text_element("span", "", ends(view, taken.last(), n)),
        ]);
        let names = &["class", "translate"];
        let content = [
            text_element("figcaption", "", view.text(&scale.name)),
            trend(&points, cuts(view), &labels),
            element_with("p", names, ["trend-ends muted small", "no"], ends),
        ];
        keyed(&scale.id, element("figure", "trend-figure", content))
    });
    let scale_head = head_cell("col", "", view.messages().result.column_scale);
    let heads = taken
        .iter()
        .map(|one| head_cell("col", "number", &one.date));
    let heads = fragment([scale_head, nodes(heads)]);
    let rows = scales.map(|(n, scale)| {
        let cells = taken
            .iter()
            .map(|one| untranslated_element("td", "number", cell(view, one, n)));
        let name = head_cell("row", "", view.text(&scale.name));
        keyed(&scale.id, element("tr", "", [name, nodes(cells)]))
    });
    let ranges = match ranges {
        true => [" ", t.trends_ranges].concat(),
        false => String::new(),
    };
    let help = t.trends_help(low, high);
    let help = [&help, ranges.as_str(), " ", t.trends_words].concat();
    let table = table(t.trends, heads, nodes(rows));
    let others = taken.iter().any(|one| !one.moment.comparable);
    let content = [
        text_element("h3", "", t.trends),
        text_element("p", "muted small", help),
        element("div", "trends", nodes(pictures)),
        disclosure(view.messages().result.as_table, table),
        when(others, || text_element("p", "muted small", t.other_points)),
    ];
    div_section("trends", "stack", fragment(content))
}

fn ends(view: &ViewContext, taken: Option<&Taken>, scale: usize) -> String {
    taken.map_or(String::new(), |one| {
        let score =
            one.moment.points[scale].map_or("–".to_owned(), |one| view.score(one.percent));
        [&one.date, ": ", &score].concat()
    })
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
