//! A score on its line from 0 to 100, with its band and the two cuts.

use crate::element::{element_with, fragment, nodes, text};
use i18n::decimal;
use model::BandCuts;
use yew::prelude::*;

pub(crate) fn at(percent: f64) -> String {
    decimal(percent, 2) + "%"
}

/// A line of a drawing, between the two xs and the two ys.
pub(crate) fn line(class: &'static str, [x1, x2, y1, y2]: [&str; 4]) -> Html {
    let names = &["class", "x1", "x2", "y1", "y2"];
    element_with("line", names, [class, x1, x2, y1, y2], Html::default())
}

pub(crate) fn cut_points(cuts: BandCuts) -> [f64; 2] {
    [cuts.low_below, cuts.high_above].map(|part| 100.0 * f64::from(part) / f64::from(cuts.parts))
}

/// The line of a score from 0 to 100, empty without one, with its 80 % interval where that is
/// shown. The drawing alone: the number, the band and the interval stand beside it as text.
pub fn score_bar(percent: Option<f64>, interval: Option<(f64, f64)>, cuts: BandCuts) -> Html {
    let cuts = cut_points(cuts).map(at);
    let band = interval.map(|(low, high)| {
        let names = &["class", "x", "width", "y", "height", "rx"];
        let values = ["bar-band", &at(low), &at(high - low), "22%", "56%", "9"];
        element_with("rect", names, values, Html::default())
    });
    let value = percent.map(|percent| {
        let x = at(percent);
        line("bar-value", [&x, &x, "14%", "86%"])
    });
    let lines = fragment([
        line("bar-track", ["0", "100%", "50%", "50%"]),
        band.unwrap_or_default(),
        nodes(cuts.iter().map(|x| line("bar-cut", [x, x, "18%", "82%"]))),
        value.unwrap_or_default(),
    ]);
    let names = &["class", "data-part", "aria-hidden", "focusable"];
    element_with("svg", names, ["bar", "chart", "true", "false"], lines)
}

/// The two cuts alone, to run through several lines under one axis.
pub fn cut_lines(cuts: BandCuts) -> Html {
    let cuts = cut_points(cuts).map(at);
    let lines = cuts.iter().map(|x| line("bar-cut", [x, x, "0", "100%"]));
    let names = &["class", "aria-hidden", "focusable"];
    element_with("svg", names, ["cut-lines", "true", "false"], nodes(lines))
}

/// The axis of the lines; the two cuts are labelled as the language writes them.
pub fn axis(cuts: BandCuts, [low_label, high_label]: [AttrValue; 2]) -> Html {
    let [low, high] = cut_points(cuts).map(at);
    let label = |x: &str, anchor: &str, label: AttrValue| {
        let names = &["x", "y", "text-anchor"];
        element_with("text", names, [x, "75%", anchor], text(label))
    };
    let labels = [
        label("0", "", "0".into()),
        label(&low, "middle", low_label),
        label(&high, "middle", high_label),
        label("100%", "end", "100".into()),
    ];
    let names = &["class", "aria-hidden", "focusable"];
    element_with("svg", names, ["axis", "true", "false"], fragment(labels))
}
