//! A score on its line from 0 to 100, with its band and the two cuts.

use crate::element::{element_with, fragment, nodes};
use i18n::decimal;
use model::BandCuts;
use yew::prelude::*;

fn at(percent: f64) -> String {
    decimal(percent, 2) + "%"
}

/// A line of a drawing, between the two xs and the two ys.
pub(crate) fn line(class: &'static str, [x1, x2, y1, y2]: [&str; 4]) -> Html {
    let names = &["class", "x1", "x2", "y1", "y2"];
    element_with("line", names, [class, x1, x2, y1, y2], Html::default())
}

fn cut_points(cuts: BandCuts) -> [f64; 2] {
    [cuts.low_below, cuts.high_above].map(|part| 100.0 * f64::from(part) / f64::from(cuts.parts))
}

/// The line of a score from 0 to 100, empty without one, with its 80 % interval where that is
/// shown. The drawing alone: the number, the band and the interval stand beside it as text.
pub fn score_bar(percent: Option<f64>, interval: Option<(f64, f64)>, cuts: BandCuts) -> Html {
    let cuts = cut_points(cuts).map(at);
    html! {
        <svg class="bar" data-part="chart" aria-hidden="true" focusable="false">
            { line("bar-track", ["0", "100%", "50%", "50%"]) }
            if let Some((low, high)) = interval {
                <rect
                    class="bar-band"
                    x={at(low)}
                    width={at(high - low)}
                    y="22%"
                    height="56%"
                    rx="9"
                />
            }
            { nodes(cuts.iter().map(|x| line("bar-cut", [x, x, "18%", "82%"]))) }
            { nodes(percent.map(at).iter().map(|x| line("bar-value", [x, x, "14%", "86%"]))) }
        </svg>
    }
}

/// The axis below the lines; the two cuts are labelled as the language writes them.
pub fn axis(cuts: BandCuts, [low_label, high_label]: [AttrValue; 2]) -> Html {
    let [low, high] = cut_points(cuts).map(at);
    let label = |x: AttrValue, anchor: Option<&'static str>, label: AttrValue| {
        html! { <text {x} y="75%" text-anchor={anchor}>{ label }</text> }
    };
    let labels = [
        label("0".into(), None, "0".into()),
        label(low.into(), Some("middle"), low_label),
        label(high.into(), Some("middle"), high_label),
        label("100%".into(), Some("end"), "100".into()),
    ];
    html! {
        <svg class="axis" aria-hidden="true" focusable="false">{ fragment(labels) }</svg>
    }
}
