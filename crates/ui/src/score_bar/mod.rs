//! A score on its line from 0 to 100, with its band and the two cuts.

use i18n::decimal;
use model::BandCuts;
use yew::prelude::*;

fn at(percent: f64) -> String {
    decimal(percent, 2) + "%"
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
            <line class="bar-track" x1="0" x2="100%" y1="50%" y2="50%" />
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
            { for cuts.into_iter().map(|x| html! {
                <line class="bar-cut" x1={x.clone()} x2={x} y1="18%" y2="82%" />
            }) }
            if let Some(percent) = percent {
                <line class="bar-value" x1={at(percent)} x2={at(percent)} y1="14%" y2="86%" />
            }
        </svg>
    }
}

/// The axis below the lines; the two cuts are labelled in the language's form.
pub fn axis(cuts: BandCuts, [low_label, high_label]: [AttrValue; 2]) -> Html {
    let [low, high] = cut_points(cuts).map(at);
    html! {
        <svg class="axis" aria-hidden="true" focusable="false">
            <text x="0" y="75%">{ "0" }</text>
            <text x={low} y="75%" text-anchor="middle">{ low_label }</text>
            <text x={high} y="75%" text-anchor="middle">{ high_label }</text>
            <text x="100%" y="75%" text-anchor="end">{ "100" }</text>
        </svg>
    }
}
