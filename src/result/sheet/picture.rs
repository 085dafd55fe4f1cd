//! The first page: one minute, the profile, and every theme.

use super::super::ResultProps;
use super::super::in_brief::in_brief;
use super::super::profile::profile;
use report::{ScaleReport, band_label};
use ui::{ViewContext, element, fragment, keyed, nodes, text, text_element};
use yew::prelude::*;

pub(super) fn picture(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let themes = props.report.shared().map(|scale| theme(view, scale));
    let themes = [text_element("h2", "", t.scales), nodes(themes)];
    fragment([
        in_brief(view, &props.report, &props.session),
        profile(view, &props.report),
        element("section", "", themes),
    ])
}

fn theme(view: &ViewContext, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    let name = [
        text(view.text(&scale.name)),
        text(" · "),
        text(band_label(scale, report, view.language, view.messages())),
    ];
    let meaning = report
        .score
        .scored
        .as_ref()
        .map(|scored| text_element("p", "", view.text(&scale.band(scored.band).text)));
    let question = report
        .self_question
        .and_then(|n| scale.self_questions.get(n));
    let question = question.map(|question| {
        let facts = [
            text_element("b", "", t.ask_yourself),
            text(": "),
            text(view.text(question)),
        ];
        element("p", "", facts)
    });
    let theme = [
        element("h3", "", name),
        meaning.unwrap_or_default(),
        question.unwrap_or_default(),
    ];
    keyed(&scale.id, element("div", "sheet-theme", theme))
}
