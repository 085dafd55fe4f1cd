//! The profile: every scale on its line, and the same as a table.

use crate::ui::parts::{Axis, Disclosure, ScoreBar};
use crate::ui::scene::Scene;
use i18n::decimal;
use model::Scale;
use report::{Report, ScaleReport, band_label};
use scoring::ScaleScore;
use yew::prelude::*;

pub(super) fn profile(scene: &Scene, report: &Report) -> Html {
    let t = &scene.messages().result;
    let cuts = scene.instrument.rules().cuts;
    let labels = cut_labels(scene).map(AttrValue::from);
    let shown = intervals_shown(scene, report);
    let help = if shown {
        t.chart_help
    } else {
        t.chart_help_plain
    };
    let help = help(&labels[0], &labels[1]);
    let scales = || scene.instrument.scales().iter().zip(&report.scales);
    html! {
        <section class="section profile">
            <div class="stack">
                <h2>{ t.profile }</h2>
                <p class="muted small">{ help }</p>
                if shown {
                    <p class="muted small">{ scene.say("uncertainty") }</p>
                }
            </div>
            <div class="stack">
                <ul class="profile-rows" role="list">
                    { for scales().map(|(scale, report)| row(scene, scale, report, shown)) }
                </ul>
                <Axis {cuts} {labels} />
                <Disclosure summary={t.as_table}>
                    { table(scene, scales(), shown) }
                </Disclosure>
            </div>
        </section>
    }
}

/// The two cuts, in the language's form.
pub(super) fn cut_labels(scene: &Scene) -> [String; 2] {
    cuts(scene).map(|cut| scene.score(cut))
}

/// Where the bands meet, in percent.
pub(super) fn cuts(scene: &Scene) -> [f64; 2] {
    let cuts = scene.instrument.rules().cuts;
    [cuts.low_below, cuts.high_above].map(|part| 100.0 * f64::from(part) / f64::from(cuts.parts))
}

/// A pattern that makes the outcome unclear makes an interval a false promise too.
pub(super) fn intervals_shown(scene: &Scene, report: &Report) -> bool {
    scene.instrument.rules().precision && !report.quality.notice
}

fn interval(score: &ScaleScore, shown: bool) -> Option<(f64, f64)> {
    let precision = score.scored.as_ref()?.precision?;
    shown.then_some((precision.low, precision.high))
}

fn row(scene: &Scene, scale: &Scale, report: &ScaleReport, shown: bool) -> Html {
    let score = &report.score;
    let percent = score.scored.as_ref().map(|scored| scored.percent);
    let value = match percent {
        Some(percent) => scene.score(percent),
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
                <span class="score-name">{ scene.text(&scale.name) }</span>
                <span class="score-value" translate="no">{ value }</span>
                <span class="score-band">{ band_label(scale, report, scene.language) }</span>
            </div>
            <ScoreBar
                {percent}
                interval={interval(score, shown)}
                cuts={scene.instrument.rules().cuts}
            />
        </li>
    }
}

fn table<'a>(
    scene: &Scene,
    scales: impl Iterator<Item = (&'a Scale, &'a ScaleReport)>,
    shown: bool,
) -> Html {
    let t = &scene.messages().result;
    let common = &scene.messages().common;
    let rows = scales.map(|(scale, report)| {
        let score = &report.score;
        let value = match &score.scored {
            Some(scored) => scene.score(scored.percent),
            None => t.no_score.to_string(),
        };
        let range = match interval(score, shown) {
            Some((low, high)) => (t.interval)(&scene.score(low), &scene.score(high)),
            None => t.no_interval.to_string(),
        };
        html! {
            <tr key={scale.id.clone()}>
                <th scope="row">{ scene.text(&scale.name) }</th>
                <td class="number" translate="no">{ value }</td>
                <td translate="no">{ range }</td>
                <td>{ band_label(scale, report, scene.language) }</td>
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
