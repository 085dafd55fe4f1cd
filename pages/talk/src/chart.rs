//! Two views drawn: bars of a theme from 0 to 100, and the steps of a statement. A full circle is the
//! account manager, an open diamond the sales manager; the numbers and words stand beside as text.

use i18n::decimal;
use model::{BandCuts, ResponseScale};
use report::{Point, Side};
use ui::{element_with, fragment, nodes};
use yew::prelude::*;

fn at(percent: f64) -> String {
    decimal(percent, 2) + "%"
}

fn line(class: &'static str, [x1, x2, y1, y2]: [&str; 4]) -> Html {
    let names = &["class", "x1", "x2", "y1", "y2"];
    element_with("line", names, [class, x1, x2, y1, y2], Html::default())
}

/// The mark of a side, in a drawing whose middle is where it belongs.
pub(crate) fn mark(side: Side) -> Html {
    match side {
        Side::Rep => {
            let names = &["class", "r"];
            element_with("circle", names, ["mark-rep", "7"], Html::default())
        }
        Side::Manager => {
            let names = &["class", "d"];
            let values = ["mark-manager", "M0-8 8 0 0 8-8 0z"];
            element_with("path", names, values, Html::default())
        }
    }
}

/// The same at a place of a line.
fn mark_at(side: Side, x: &str) -> Html {
    let names = &["x", "y", "overflow"];
    element_with("svg", names, [x, "50%", "visible"], mark(side))
}

/// The mark by itself, for a legend.
pub(crate) fn legend_mark(side: Side) -> Html {
    let names = &["class", "viewBox", "aria-hidden", "focusable"];
    let values = ["legend-mark", "-10 -10 20 20", "true", "false"];
    element_with("svg", names, values, mark(side))
}

/// A score on its line from 0 to 100, with its 80 % interval where there is one, and the two cuts.
pub(crate) fn theme_bar(side: Side, point: Option<&Point>, cuts: BandCuts) -> Html {
    let part = |part: u32| at(100.0 * f64::from(part) / f64::from(cuts.parts));
    let cuts = [part(cuts.low_below), part(cuts.high_above)];
    let band = point.and_then(|point| point.range).map(|[low, high]| {
        let names = &["class", "x", "width", "y", "height", "rx"];
        let values = ["bar-band", &*at(low), &*at(high - low), "25%", "50%", "7"];
        element_with("rect", names, values, Html::default())
    });
    let mark = point.map(|point| mark_at(side, &at(point.percent)));
    let content = fragment([
        line("bar-track", ["0", "100%", "50%", "50%"]),
        band.unwrap_or_default(),
        nodes(cuts.iter().map(|x| line("bar-cut", [x, x, "10%", "90%"]))),
        mark.unwrap_or_default(),
    ]);
    drawing(content)
}

/// The steps of an answer, with the one that was chosen.
pub(crate) fn answer_steps(side: Side, value: u8, scale: &ResponseScale) -> Html {
    let steps = f64::from(scale.steps().max(1));
    // Half of a mark has room at either end.
    let place = |value: u8| at(4.0 + 92.0 * f64::from(value.saturating_sub(scale.min)) / steps);
    let dots = scale.options.iter().map(|option| {
        let names = &["class", "cx", "cy", "r"];
        let values = ["step", &*place(option.value), "50%", "2.5"];
        element_with("circle", names, values, Html::default())
    });
    let content = fragment([
        line("bar-track", ["4%", "96%", "50%", "50%"]),
        nodes(dots),
        mark_at(side, &place(value)),
    ]);
    drawing(content)
}

fn drawing(content: Html) -> Html {
    let names = &["class", "data-part", "aria-hidden", "focusable"];
    let values = ["view-bar", "chart", "true", "false"];
    element_with("svg", names, values, content)
}
