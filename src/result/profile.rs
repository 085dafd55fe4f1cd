//! The profile: every scale on its line, and the same as a table.

use i18n::decimal;
use model::Scale;
use report::{Report, ScaleReport, band_label};
use scoring::ScaleScore;
use ui::ViewContext;
use ui::{Axis, Disclosure, ScoreBar};
use yew::prelude::*;

pub(super) fn profile(view: &ViewContext, report: &Report) -> Html {
    let t = &view.messages().result;
    let cuts = view.instrument.rules().cuts;
    let labels = cut_labels(view).map(AttrValue::from);
    let with_intervals = intervals_shown(view, report);
    let help = if with_intervals {
        t.chart_help
    } else {
        t.chart_help_plain
    };
    let help = help(&labels[0], &labels[1]);
    let scales = || view.instrument.scales().iter().zip(&report.scales);
    html! {
        <section class="section profile">
            <div class="stack">
                <h2>{ t.profile }</h2>
                <p class="muted small">{ help }</p>
                if with_intervals {
                    <p class="muted small">{ view.say("uncertainty") }</p>
                }
            </div>
            <div class="stack">
                <ul class="profile-rows" role="list">
                    { for scales().map(|(scale, report)| row(view, scale, report, with_intervals)) }
                </ul>
                <Axis {cuts} {labels} />
                <Disclosure summary={t.as_table}>
                    { table(view, scales(), with_intervals) }
                </Disclosure>
            </div>
        </section>
    }
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

fn interval(score: &ScaleScore, with_intervals: bool) -> Option<(f64, f64)> {
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
    html! {
        <li
            key={scale.id.clone()}
            data-part="score"
            data-scale={scale.id.clone()}
            data-percent={percent.map(|percent| decimal(percent, 3)).unwrap_or_default()}
        >
            <div class="score-head">
                <span class="score-name">{ view.text(&scale.name) }</span>
                <span class="score-value" translate="no">{ value }</span>
                <span class="score-band">{ band_label(scale, report, view.language) }</span>
            </div>
            <ScoreBar
                {percent}
                interval={interval(score, with_intervals)}
                cuts={view.instrument.rules().cuts}
            />
        </li>
    }
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
            Some((low, high)) => (t.interval)(&view.score(low), &view.score(high)),
            None => t.no_interval.to_string(),
        };
        html! {
            <tr key={scale.id.clone()}>
                <th scope="row">{ view.text(&scale.name) }</th>
                <td class="number" translate="no">{ value }</td>
                <td translate="no">{ range }</td>
                <td>{ band_label(scale, report, view.language) }</td>
                <td translate="no">
                    { (common.of)(score.answered as usize, score.total as usize) }
                </td>
            </tr>
        }
    });
    html! {
        <div class="table-frame" tabindex="0" role="region" aria-label={t.profile_caption}>
            <table class="table">
                <caption>{ t.profile_caption }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ t.column_scale }</th>
                        <th scope="col" class="number">{ t.column_score }</th>
                        <th scope="col">{ t.column_interval }</th>
                        <th scope="col">{ t.column_band }</th>
                        <th scope="col">{ t.column_answered }</th>
                    </tr>
                </thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
