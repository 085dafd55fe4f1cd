//! The picture of a week: coaching filled, other work hatched, what was not filled in open, and a
//! line at a fifth. What lies between coaching and that line stands below, dashed. Shapes and not
//! colours tell them apart, and a number beside each says how much it is.
//!
//! Across, everything is in percent of the page's width; down, in `rem`, as the texts are.

use super::outcome::said;
use crate::balance::{Balance, Gap, Hours};
use crate::texts::Texts;
use i18n::decimal;
use model::Language;
use ui::{
    element, element_with, field_id, fragment, list, node_vec, text, text_element,
    untranslated_element,
};
use yew::prelude::*;

/// Where a fifth of the week lies.
const FIFTH: f64 = 20.0;

pub(super) fn picture(t: &Texts, balance: Balance, language: Language) -> Html {
    let hours = |hours: Hours| said(t, hours, language);
    let part = |hours: Hours| 100.0 * hours.part_of(balance.week);
    let (coaching, other) = (part(balance.coaching), part(balance.other));
    let [coaching_name, other_name, unfilled_name, fifth_name, _, _] = t.names;
    let hatch = field_id("balance-hatch");
    let fill = ["url(#", &hatch, ")"].concat();
    let fifth = [fifth_name, ": ", &hours(balance.fifth())].concat();
    let gap = gap(t, balance, coaching, language);
    let drawing = fragment([
        hatching(&hatch),
        rect("week-open", "", [0.0, 100.0], ["2", "2.5"]),
        rect("week-other", &fill, [coaching, other], ["2", "2.5"]),
        rect("week-coaching", "", [0.0, coaching], ["2", "2.5"]),
        line("week-fifth", FIFTH, ["1.25rem", "5.25rem"]),
        label(FIFTH, "0.9rem", fifth),
        gap,
    ]);
    let names = &["class", "data-part", "aria-hidden", "focusable"];
    let drawing = element_with("svg", names, ["week", "chart", "true", "false"], drawing);
    let amounts = [
        ("week-coaching", "", coaching_name, balance.coaching),
        ("week-other", &*fill, other_name, balance.other),
        ("week-open", "", unfilled_name, balance.unfilled()),
    ];
    // What there is nothing of has no shape.
    let amounts = amounts.into_iter().enumerate();
    let amounts = amounts.filter(|(n, one)| *n == 0 || one.3 > Hours::default());
    let legend = amounts.map(|(_, (class, fill, name, amount))| {
        let content = [
            swatch(class, fill),
            text_element("span", "", name),
            untranslated_element("span", "week-amount", hours(amount)),
        ];
        element("li", "", content)
    });
    let legend = list("week-legend", fragment(node_vec(legend)));
    element("div", "week-picture", [drawing, legend])
}

/// What lies between coaching and a fifth.
fn gap(t: &Texts, balance: Balance, coaching: f64, language: Language) -> Html {
    let hours = |hours: Hours| said(t, hours, language);
    let (from, to, words) = match balance.gap() {
        Gap::None => return Html::default(),
        Gap::Below(gap) => (coaching, FIFTH, (t.gap_below)(&hours(gap))),
        Gap::Above(gap) => (FIFTH, coaching, (t.gap_above)(&hours(gap))),
    };
    fragment([
        rect("week-gap", "", [from, to - from], ["4.85", "0.75"]),
        label(from, "7rem", words),
    ])
}

fn at(percent: f64) -> String {
    decimal(percent, 2) + "%"
}

/// A rectangle between two places across, from the one with a width; down, in `rem`.
fn rect(class: &str, fill: &str, [x, width]: [f64; 2], [y, height]: [&str; 2]) -> Html {
    let names = &["class", "fill", "x", "width", "y", "height"];
    let (y, height) = ([y, "rem"].concat(), [height, "rem"].concat());
    let values = [class, fill, &at(x), &at(width), &y, &height];
    element_with("rect", names, values, Html::default())
}

fn line(class: &str, x: f64, [y1, y2]: [&str; 2]) -> Html {
    let names = &["class", "x1", "x2", "y1", "y2"];
    element_with(
        "line",
        names,
        [class, &at(x), &at(x), y1, y2],
        Html::default(),
    )
}

/// A text that begins there: no place is further than a fifth of the way.
fn label(x: f64, y: &str, words: String) -> Html {
    let names = &["class", "x", "y"];
    element_with("text", names, ["week-label", &at(x), y], text(words))
}

/// A shape by itself, for the legend.
fn swatch(class: &str, fill: &str) -> Html {
    let shape = rect(class, fill, [0.0, 100.0], ["0", "1.25"]);
    let names = &["class", "aria-hidden", "focusable"];
    element_with("svg", names, ["week-swatch", "true", "false"], shape)
}

fn hatching(id: &str) -> Html {
    let names = &["class", "y2"];
    let line = element_with("line", names, ["week-hatch", "6"], Html::default());
    let names = &["id", "width", "height", "patternUnits", "patternTransform"];
    let values = [id, "6", "6", "userSpaceOnUse", "rotate(45)"];
    element("defs", "", element_with("pattern", names, values, line))
}
