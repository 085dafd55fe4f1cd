//! The line of a score in ink alone: what colour says on a screen, hatching says on paper.

use i18n::decimal;
use model::BandCuts;
use ui::{element_with, fragment, nodes};
use yew::prelude::*;

/// How far apart the lines of the hatching are, in percent of the line.
const HATCH: f64 = 1.25;

/// The line of a score from 0 to 100 with its margin and the two cuts.
pub(super) fn bar(percent: Option<f64>, margin: Option<(f64, f64)>, cuts: BandCuts) -> Html {
    let cuts = [cuts.low_below, cuts.high_above]
        .map(|part| at(100.0 * f64::from(part) / f64::from(cuts.parts)));
    let margin = margin.map(|(low, high)| {
        let names = &["class", "x", "width", "y", "height"];
        let values = ["sheet-margin", &at(low), &at(high - low), "30%", "40%"];
        let edge = element_with("rect", names, values, Html::default());
        let lines = ((high - low) / HATCH) as usize;
        let hatching = (0..lines).map(|n| {
            let left = low + HATCH * n as f64;
            line("sheet-hatch", [&at(left), &at(left + HATCH), "70%", "30%"])
        });
        fragment([edge, nodes(hatching)])
    });
    let value = percent.map(|percent| {
        let x = at(percent);
        line("sheet-value", [&x, &x, "15%", "85%"])
    });
    let content = fragment([
        line("sheet-track", ["0", "100%", "50%", "50%"]),
        margin.unwrap_or_default(),
        nodes(cuts.iter().map(|x| line("sheet-cut", [x, x, "0", "100%"]))),
        value.unwrap_or_default(),
    ]);
    let names = &["class", "aria-hidden", "focusable"];
    element_with("svg", names, ["sheet-bar", "true", "false"], content)
}

fn at(percent: f64) -> String {
    decimal(percent, 2) + "%"
}

fn line(class: &'static str, [x1, x2, y1, y2]: [&str; 4]) -> Html {
    let names = &["class", "x1", "x2", "y1", "y2"];
    element_with("line", names, [class, x1, x2, y1, y2], Html::default())
}
