//! A scale over time: points with their ranges, and a plain line between them.
//!
//! Neither colour nor slope says whether a difference means something; that is said in words
//! beside it.

use crate::element::{element, element_with, fragment, keyed, nodes, text};
use crate::score_bar::line;
use report::Point;
use yew::prelude::*;

const LEFT: usize = 8;
const WIDTH: usize = 268;
const HEIGHT: usize = 88;

/// Where the lines end and their labels begin.
const END: &str = "286";

/// The points in order: whether each can be compared with the last one, and where it lies. The
/// bands change at the `cuts`, in percent, each with its label. It is a picture of a table that
/// stands beside it.
pub fn trend(points: &[(bool, Option<Point>)], cuts: [f64; 2], labels: &[String; 2]) -> Html {
    let last = points.len().saturating_sub(1).max(1);
    let across = |n: usize| LEFT + WIDTH * n / last;
    let placed = points.iter().enumerate();
    let through: Vec<String> = placed
        .clone()
        .filter_map(|(n, (_, point))| {
            let point = point.as_ref()?;
            Some([across(n).to_string(), height(point.percent)].join(","))
        })
        .collect();
    let marks = placed.filter_map(|(n, (comparable, point))| {
        let point = point.as_ref()?;
        let x = across(n).to_string();
        let class = match comparable {
            true => "trend-point",
            false => "trend-point trend-other",
        };
        let range = point
            .range
            .map(|[low, high]| line("trend-range", [&x, &x, &height(low), &height(high)]));
        let names = &["class", "cx", "cy", "r"];
        let values = [class, &x, &height(point.percent), "5"];
        let mark = [
            range.unwrap_or_default(),
            element_with("circle", names, values, Html::default()),
        ];
        Some(keyed(&n.to_string(), element("g", "", mark)))
    });
    let ends = ["0".to_owned(), "100".to_owned()];
    let grid = [
        (0.0, "trend-grid", &ends[0]),
        (cuts[0], "trend-grid trend-cut", &labels[0]),
        (cuts[1], "trend-grid trend-cut", &labels[1]),
        (100.0, "trend-grid", &ends[1]),
    ]
    .map(|(percent, class, label)| {
        let y = height(percent);
        let names = &["class", "x", "y", "dy"];
        let label = text(label.to_owned());
        fragment([
            line(class, ["0", END, &y, &y]),
            element_with("text", names, ["trend-label", "290", &y, "3.5"], label),
        ])
    });
    let values = ["trend-line", &through.join(" ")];
    let drawing = fragment([
        nodes(grid),
        element_with("polyline", &["class", "points"], values, Html::default()),
        nodes(marks),
    ]);
    let names = &["class", "viewBox", "aria-hidden", "focusable"];
    let values = ["trend", "0 0 320 104", "true", "false"];
    element_with("svg", names, values, drawing)
}

/// How far down a percentage lies; to a whole unit, since less cannot be seen.
fn height(percent: f64) -> String {
    let up = (percent / 100.0 * HEIGHT as f64) as usize;
    (8 + HEIGHT - up.min(HEIGHT)).to_string()
}
