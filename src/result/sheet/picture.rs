//! The first page: one minute, the profile, and every theme.

use super::super::ResultProps;
use super::super::in_brief::in_brief;
use super::super::profile::profile;
use report::{ScaleReport, band_label};
use ui::{ViewContext, text_element};
use yew::prelude::*;

pub(super) fn picture(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    html! {
        <>
            { in_brief(view, &props.report, &props.session) }
            { profile(view, &props.report) }
            <section>
                { text_element("h2", "", t.scales) }
                { for props.report.shared().map(|scale| theme(view, scale)) }
            </section>
        </>
    }
}

fn theme(view: &ViewContext, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    html! {
        <div key={scale.id.clone()} class="sheet-theme">
            <h3>{ view.text(&scale.name) }{ " · " }{ band_label(scale, report, view.language, view.messages()) }</h3>
            if let Some(scored) = &report.score.scored {
                { text_element("p", "", view.text(&scale.band(scored.band).text)) }
            }
            if let Some(question) = scale.self_questions.get(report.self_question) {
                <p><b>{ t.ask_yourself }</b>{ ": " }{ view.text(question) }</p>
            }
        </div>
    }
}
