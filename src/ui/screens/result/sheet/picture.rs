//! The first page: one minute, the profile, and every theme.

use super::super::ResultProps;
use super::super::in_brief::in_brief;
use super::super::profile::profile;
use crate::ui::scene::Scene;
use report::{ScaleReport, band_label};
use yew::prelude::*;

pub(super) fn picture(props: &ResultProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().result;
    html! {
        <>
            { in_brief(scene, &props.report, &props.session) }
            { profile(scene, &props.report) }
            <section>
                <h2>{ t.scales }</h2>
                { for props.report.shared().map(|scale| theme(scene, scale)) }
            </section>
        </>
    }
}

fn theme(scene: &Scene, report: &ScaleReport) -> Html {
    let t = &scene.messages().result;
    let scale = &scene.instrument.scales()[report.scale];
    html! {
        <div key={scale.id.clone()} class="sheet-theme">
            <h3>{ scene.text(&scale.name) }{ " · " }{ band_label(scale, report, scene.language) }</h3>
            if let Some(scored) = &report.score.scored {
                <p>{ scene.text(&scale.band(scored.band).text) }</p>
            }
            if let Some(question) = scale.self_questions.get(report.self_question) {
                <p><b>{ t.ask_yourself }</b>{ ": " }{ scene.text(question) }</p>
            }
        </div>
    }
}
