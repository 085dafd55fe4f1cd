//! Scale by scale: what it means, what lifted and lowered it, a question to oneself.

use model::{Polarity, Scale};
use report::{Contribution, Report, ScaleReport, band_label};
use ui::{ViewContext, disclosure, element, fragment, keyed, list, nodes, text, text_element};
use yew::prelude::*;

/// One theme; nothing of one that was left out of the file that is read.
pub(super) fn theme(view: &ViewContext, report: &Report, scale: usize) -> Html {
    let mut shared = report.shared();
    match shared.find(|one| one.scale == scale) {
        Some(report) => scale_section(view, report),
        None => text_element("p", "muted", view.messages().files.not_shared),
    }
}

fn scale_section(view: &ViewContext, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    let limiting = scale.polarity == Polarity::Limiting;
    let (both, lifted, lowered) = if limiting {
        (t.both_limiting, t.lifted_limiting, t.lowered_limiting)
    } else {
        (t.both, t.lifted, t.lowered)
    };
    let name = element(
        "div",
        "",
        [
            text_element("p", "muted", view.text(&scale.name)),
            text_element(
                "p",
                "muted small",
                band_label(scale, report, view.language, view.messages()),
            ),
        ],
    );
    let definition = text_element("p", "small", view.text(&scale.definition));
    let moved = [
        contributions(view, lifted, t.nothing_lifted, &report.lifted),
        contributions(view, lowered, t.nothing_lowered, &report.lowered),
    ];
    let outcome = [
        scored(view, scale, report),
        self_question(view, scale, report),
        disclosure(both, element("div", "theme-columns", moved)),
    ];
    let columns = [
        element("div", "stack", [name, definition]),
        element("div", "stack", outcome),
    ];
    keyed(&scale.id, element("div", "theme", columns))
}

/// What the band means, where there is a score.
fn scored(view: &ViewContext, scale: &Scale, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let Some(scored) = &report.score.scored else {
        return Html::default();
    };
    let band = scale.band(scored.band);
    let border = report.neighbour.map(|neighbour| {
        let label = &scale.band(neighbour).label;
        text_element("p", "muted small", t.border(label.get(view.language)))
    });
    fragment([
        text_element("p", "", view.text(&band.text)),
        border.unwrap_or_default(),
        match &band.in_account {
            Some(text) => headed(t.in_account, text_element("p", "", view.text(text))),
            None => Html::default(),
        },
    ])
}

fn self_question(view: &ViewContext, scale: &Scale, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    match report
        .self_question
        .and_then(|n| scale.self_questions.get(n))
    {
        Some(question) => headed(
            t.ask_yourself,
            text_element("p", "self-question", view.text(question)),
        ),
        None => Html::default(),
    }
}

fn headed(title: &'static str, content: Html) -> Html {
    element("div", "", [text_element("h2", "", title), content])
}

fn contributions(
    view: &ViewContext,
    title: &'static str,
    nothing: &'static str,
    moved: &[Contribution],
) -> Html {
    if moved.is_empty() {
        return headed(title, text_element("p", "muted small", nothing));
    }
    let rows = moved.iter().map(|one| {
        let item = &view.instrument.items()[one.item];
        let row = [
            text(view.text(&item.text)),
            text_element("small", "", view.label(one.value)),
        ];
        keyed(&item.id, element("li", "", row))
    });
    headed(title, list("contributions", nodes(rows)))
}
