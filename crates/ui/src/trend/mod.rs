//! A scale over time: a line for each result, one under the other, and a plain line that joins them.
//! Every scale lies on the same axis from 0 to 100, which stands once below them all.
//!
//! Neither colour nor slope says whether a difference means something; that is said in words
//! beside it.

use crate::element::{element, element_with, fragment, keyed, nodes, untranslated_element};
use crate::score_bar::{at, cut_points, line};
use i18n::decimal;
use model::BandCuts;
use report::Point;
use yew::prelude::*;

/// One result of a scale.
pub struct TrendRow {
    /// When, for the reader.
    pub date: AttrValue,
    /// The score, for the reader; a dash where there is none.
    pub score: String,
    /// Whether it can be compared with the last one.
    pub comparable: bool,
    /// Where it lies, if it has a score.
    pub point: Option<Point>,
}

/// The results of a scale, the first one above. It is a picture of a table that stands beside it.
pub fn trend(rows: &[TrendRow], cuts: BandCuts) -> Html {
    let dates = rows.iter().map(|row| cell(&row.date));
    let scores = rows.iter().map(|row| cell(&row.score));
    let columns = [
        element("div", "trend-dates", nodes(dates)),
        drawing(rows, cuts),
        element("div", "trend-scores", nodes(scores)),
    ];
    let names = &["class", "aria-hidden"];
    element_with("div", names, ["trend", "true"], fragment(columns))
}

fn cell(text: &str) -> Html {
    untranslated_element("p", "", text.to_owned())
}

fn drawing(rows: &[TrendRow], cuts: BandCuts) -> Html {
    let down = |n: usize| at(100.0 * (n as f64 + 0.5) / rows.len().max(1) as f64);
    let placed = || {
        let rows = rows.iter().enumerate();
        rows.filter_map(|(n, row)| Some((n, row, row.point.as_ref()?)))
    };
    let joins = placed().zip(placed().skip(1)).map(|(one, next)| {
        let xs = [at(one.2.percent), at(next.2.percent)];
        let ys = [down(one.0), down(next.0)];
        line("trend-line", [&xs[0], &xs[1], &ys[0], &ys[1]])
    });
    let marks = placed().map(|(n, row, point)| {
        let (x, y) = (at(point.percent), down(n));
        let class = match row.comparable {
            true => "trend-point",
            false => "trend-point trend-other",
        };
        let range = point
            .range
            .map(|[low, high]| line("trend-range", [&at(low), &at(high), &y, &y]));
        let names = &["class", "cx", "cy", "r"];
        let mark = [
            range.unwrap_or_default(),
            element_with("circle", names, [class, &x, &y, "5"], Html::default()),
        ];
        keyed(&n.to_string(), element("g", "", mark))
    });
    let cuts = cut_points(cuts).map(at);
    let lines = fragment([
        nodes(cuts.iter().map(|x| line("bar-cut", [x, x, "0", "100%"]))),
        nodes(joins),
        nodes(marks),
    ]);
    // As high as the rows beside it.
    let height = decimal(1.75 * rows.len() as f64, 2) + "em";
    let names = &["class", "height", "focusable"];
    element_with("svg", names, ["trend-picture", &height, "false"], lines)
}
