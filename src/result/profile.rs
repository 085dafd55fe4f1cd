//! The profile: every scale on its line, and the same as a table.

use i18n::decimal;
use model::Scale;
use report::{Report, ScaleReport, band_label, direction_text};
use scoring::ScaleScore;
use ui::{
    ViewContext, axis, captioned_table, disclosure, element, element_with, fragment, head_cell,
    heads, keyed, list, nodes, score_bar, text, text_element, untranslated_element, when,
};
use yew::prelude::*;

pub(super) fn profile(view: &ViewContext, report: &Report) -> Html {
    let t = &view.messages().result;
    let cuts = view.instrument.rules().cuts;
    let labels = cut_labels(view).map(AttrValue::from);
    let with_intervals = intervals_shown(view, report);
    let help = if with_intervals {
        t.chart_help(&labels[0], &labels[1])
    } else {
        t.chart_help_plain(&labels[0], &labels[1])
    };
    let scales = || view.instrument.scales().iter().zip(&report.scales);
    let explained = [
        text_element("h2", "", t.profile),
        when(with_intervals, || {
            text_element("p", "muted small", view.say("uncertainty"))
        }),
        text_element("p", "muted small", help),
    ];
    let rows = scales().map(|(scale, report)| row(view, scale, report, with_intervals));
    let drawn = [
        list("profile-rows", nodes(rows)),
        axis(cuts, labels),
        disclosure(t.as_table, table(view, scales(), with_intervals)),
    ];
    let columns = [
        element("div", "stack", explained),
        element("div", "stack", drawn),
    ];
    element("section", "section profile", columns)
}

/// The two cuts, as the language writes them.
pub(super) fn cut_labels(view: &ViewContext) -> [String; 2] {
    cuts(view).map(|cut| view.score(cut))
}

/// Where the bands meet, in percent.
pub(super) fn cuts(view: &ViewContext) -> [f64; 2] {
    let cuts = view.instrument.rules().cuts;
    [cuts.low_below, cuts.high_above].map(|part| 100.0 * f64::from(part) / f64::from(cuts.parts))
}

/// A pattern that makes the outcome unclear makes an interval a false promise too.
pub(super) fn intervals_shown(view: &ViewContext, report: &Report) -> bool {
    view.instrument.rules().precision && !report.quality.notice
}

/// The 80 % interval of a score, where intervals are shown.
pub(super) fn interval(score: &ScaleScore, with_intervals: bool) -> Option<(f64, f64)> {
    let precision = score.scored.as_ref()?.precision?;
    with_intervals.then_some((precision.low, precision.high))
}

fn row(view: &ViewContext, scale: &Scale, report: &ScaleReport, with_intervals: bool) -> Html {
    let score = &report.score;
    let percent = score.scored.as_ref().map(|scored| scored.percent);
    let value = match percent {
        Some(percent) => view.score(percent),
        None => "–".to_string(),
    };
    let head = [
        text_element("span", "score-name", view.text(&scale.name)),
        untranslated_element("span", "score-value", value),
        text_element(
            "span",
            "score-band",
            band_label(scale, report, view.language, view.messages()),
        ),
    ];
    let cuts = view.instrument.rules().cuts;
    let content = fragment([
        element("div", "score-head", head),
        score_bar(percent, interval(score, with_intervals), cuts),
        match direction_text(scale, report, view.messages()) {
            Some(direction) => arrow_to_the_left(direction),
            None => Html::default(),
        },
    ]);
    html! {
        <li
            key={&*scale.id}
            data-part="score"
            data-scale={scale.id.clone()}
            data-percent={percent.map(|percent| decimal(percent, 3)).unwrap_or_default()}
        >
            { content }
        </li>
    }
}

/// What an arrow under a bar, towards its low end, means.
pub(super) fn arrow_to_the_left(meaning: &'static str) -> Html {
    let arrow = element_with("span", &["aria-hidden"], ["true"], text("←"));
    element("p", "muted small", [arrow, text(" "), text(meaning)])
}

fn table<'a>(
    view: &ViewContext,
    scales: impl Iterator<Item = (&'a Scale, &'a ScaleReport)>,
    with_intervals: bool,
) -> Html {
    let t = &view.messages().result;
    let common = &view.messages().common;
    let rows = scales.map(|(scale, report)| {
        let score = &report.score;
        let value = match &score.scored {
            Some(scored) => view.score(scored.percent),
            None => t.no_score.to_string(),
        };
        let range = match interval(score, with_intervals) {
            Some((low, high)) => t.interval(&view.score(low), &view.score(high)),
            None => t.no_interval.to_string(),
        };
        let answered = common.of(score.answered as usize, score.total as usize);
        let name = match direction_text(scale, report, view.messages()) {
            Some(direction) => [scale.name.get(view.language), " (", direction, ")"].concat(),
            None => scale.name.get(view.language).to_owned(),
        };
        let cells = [
            head_cell("row", "", name),
            untranslated_element("td", "number", value),
            untranslated_element("td", "", range),
            text_element(
                "td",
                "",
                band_label(scale, report, view.language, view.messages()),
            ),
            untranslated_element("td", "", answered),
        ];
        keyed(&scale.id, element("tr", "", cells))
    });
    let heads = heads(&[
        ("", t.column_scale),
        ("number", t.column_score),
        ("", t.column_interval),
        ("", t.column_band),
        ("", t.column_answered),
    ]);
    captioned_table(t.profile_caption, heads, nodes(rows))
}
