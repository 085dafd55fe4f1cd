//! A score on its line from 0 to 100, with its band and the two cuts.

use i18n::decimal;
use model::BandCuts;
use yew::prelude::*;

/// What the line shows.
#[derive(Properties, PartialEq)]
pub struct ScoreBarProps {
    /// The score, 0 to 100; `None` leaves the line empty.
    pub percent: Option<f64>,
    /// The 80 % interval, where it is shown.
    pub interval: Option<(f64, f64)>,
    /// Where the bands meet.
    pub cuts: BandCuts,
}

fn at(percent: f64) -> String {
    decimal(percent, 2) + "%"
}

fn cut_points(cuts: BandCuts) -> [f64; 2] {
    [cuts.low_below, cuts.high_above].map(|part| 100.0 * f64::from(part) / f64::from(cuts.parts))
}

/// The drawing alone: the number, the band and the interval stand beside it as text.
#[component]
pub fn ScoreBar(props: &ScoreBarProps) -> Html {
    let cuts = cut_points(props.cuts).map(at);
    html! {
        <svg class="bar" data-part="chart" aria-hidden="true" focusable="false">
            <line class="bar-track" x1="0" x2="100%" y1="50%" y2="50%" />
            if let Some((low, high)) = props.interval {
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
            if let Some(percent) = props.percent {
                <line class="bar-value" x1={at(percent)} x2={at(percent)} y1="14%" y2="86%" />
            }
        </svg>
    }
}

/// How the axis is labelled.
#[derive(Properties, PartialEq)]
pub struct AxisProps {
    /// Where the bands meet.
    pub cuts: BandCuts,
    /// The two cuts as text, as the language writes them.
    pub labels: [AttrValue; 2],
}

/// The axis below the lines.
#[component]
pub fn Axis(props: &AxisProps) -> Html {
    let [low, high] = cut_points(props.cuts).map(at);
    html! {
        <svg class="axis" aria-hidden="true" focusable="false">
            <text x="0" y="75%">{ "0" }</text>
            <text x={low} y="75%" text-anchor="middle">{ &props.labels[0] }</text>
            <text x={high} y="75%" text-anchor="middle">{ &props.labels[1] }</text>
            <text x="100%" y="75%" text-anchor="end">{ "100" }</text>
        </svg>
    }
}
