//! The profile: every scale on its line, and the same as a table.

use super::ResultProps;
use super::part::{ResultPart, open};
use i18n::decimal;
use model::Scale;
use report::{Report, ScaleReport, band_label, direction_text};
use scoring::ScaleScore;
use ui::{
    ViewContext, axis, captioned_table, cut_lines, disclosure_under, element, element_with,
    fragment, head_cell, heads, keyed, list, nodes, score_bar, text, text_element,
    untranslated_element,
};
use yew::prelude::*;

/// The profile on the overview. A row leads to its theme.
pub(super) fn profile(props: &ResultProps) -> Html {
    let (view, report) = (&props.view, &props.report);
    let with_intervals = intervals_shown(view, report);
    let cuts = view.instrument.rules().cuts;
    let rows = scales(view, report).map(|(scale, one)| {
        let theme = ResultPart::Theme(one.scale);
        let name = view.text(&scale.short_name);
        let name = element("h3", "", open(props, "score-opens", theme, text(name)));
        row(view, scale, one, with_intervals, name)
    });
    let chart = [
        axis(cuts, cut_labels(view).map(AttrValue::from)),
        list("profile-rows", nodes(rows)),
        cut_lines(cuts),
    ];
    let content = [
        text_element("h2", "", view.messages().result.profile),
        element("div", "profile-chart", chart),
        legend(view, with_intervals),
        explanation(view, report),
    ];
    element("section", "section profile", content)
}

/// The same as a table; on a phone the same fold has the explanation of the bars.
pub(super) fn as_table(props: &ResultProps) -> Html {
    let (view, report) = (&props.view, &props.report);
    let names = [
        text_element("span", "on-desk", view.messages().result.as_table),
        text_element("span", "on-phone", view.messages().plan.legend_more),
    ];
    let with_intervals = intervals_shown(view, report);
    let folded = [
        explanation(view, report),
        table(view, scales(view, report), with_intervals),
    ];
    disclosure_under(names, folded)
}

/// How a bar is read, as text.
fn explanation(view: &ViewContext, report: &Report) -> Html {
    let [help, uncertainty] = help(view, report);
    let texts = [uncertainty, help].map(|one| text_element("p", "muted small", one));
    element("div", "profile-help", texts)
}

/// What the shapes of the bars are, with an example of each.
fn legend(view: &ViewContext, with_intervals: bool) -> Html {
    let [score, margin, cut] = view.messages().plan.legend;
    let shapes = [
        ("legend-score", score, true),
        ("legend-margin", margin, with_intervals),
        ("legend-cut", cut, true),
    ];
    let shapes = shapes.into_iter().filter(|(.., is_there)| *is_there);
    let shapes = shapes.map(|(class, name, _)| text_element("li", class, name));
    list("profile-legend muted small", nodes(shapes))
}

/// How a bar is read: its cuts, and what its margin says, which is nothing where none is shown.
fn help(view: &ViewContext, report: &Report) -> [AttrValue; 2] {
    let t = &view.messages().result;
    let [low, high] = cut_labels(view);
    match intervals_shown(view, report) {
        true => [t.chart_help(&low, &high).into(), view.say("uncertainty")],
        false => [t.chart_help_plain(&low, &high).into(), AttrValue::default()],
    }
}

fn scales<'a>(
    view: &'a ViewContext,
    report: &'a Report,
) -> impl Iterator<Item = (&'a Scale, &'a ScaleReport)> {
    view.instrument.scales().iter().zip(&report.scales)
}

/// The two cuts, as the language writes them.
pub(super) fn cut_labels(view: &ViewContext) -> [String; 2] {
    cuts(view).map(|cut| view.border(cut))
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

/// One score under this name; without a score, why there is none in place of bar and number.
fn row(
    view: &ViewContext,
    scale: &Scale,
    report: &ScaleReport,
    with_intervals: bool,
    name: Html,
) -> Html {
    let score = &report.score;
    let percent = score.scored.as_ref().map(|scored| scored.percent);
    let label = band_label(scale, report, view.language, view.messages());
    let cuts = view.instrument.rules().cuts;
    let drawn = percent.map(|percent| {
        let direction = direction_text(scale, report, view.messages());
        let bar = [
            score_bar(Some(percent), interval(score, with_intervals), cuts),
            direction.map(arrow_to_the_left).unwrap_or_default(),
        ];
        fragment([
            untranslated_element("span", "score-value", view.score(percent)),
            element("div", "score-bar", bar),
        ])
    });
    let content = [
        name,
        text_element("p", "score-band", label),
        drawn.unwrap_or_default(),
    ];
    let content = fragment(content);
    html! {
        <li
            key={&*scale.id}
            class="score-row"
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
            Some(direction) => [scale.short_name.get(view.language), " (", direction, ")"].concat(),
            None => scale.short_name.get(view.language).to_owned(),
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
