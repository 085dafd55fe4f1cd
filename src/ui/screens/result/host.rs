//! The page around this one asks for the scores: exactly what it would be told, and yes or no.

use super::{Asked, ResultAction, ResultProps};
use crate::ui::parts::button;
use yew::prelude::*;

pub(super) fn host(props: &ResultProps) -> Html {
    let Asked::Summary(answer) = props.asked else {
        return Html::default();
    };
    let scene = &props.scene;
    let t = &scene.messages().host;
    let act = |yes: bool| {
        props
            .on_action
            .reform(move |_: MouseEvent| ResultAction::TellScores(yes))
    };
    let rows = props.report.scales.iter().map(|report| {
        let scale = &scene.instrument.scales()[report.scale];
        let value = match &report.score.scored {
            Some(scored) => scene.score(scored.percent),
            None => scene.messages().result.no_score.to_string(),
        };
        html! {
            <div key={scale.id.clone()} class="promise">
                <dt>{ scene.text(&scale.name) }</dt>
                <dd translate="no">{ value }</dd>
            </div>
        }
    });
    html! {
        <section class="section" data-section="host">
            <h2>{ t.scores_title }</h2>
            <p>{ t.scores_lead }</p>
            <dl class="promises">{ for rows }</dl>
            <div role="status">
                if let Some(yes) = answer {
                    <p>{ if yes { t.scores_told } else { t.scores_kept } }</p>
                }
            </div>
            if answer != Some(true) {
                <div class="actions">
                    { button("button", t.scores_yes, act(true)) }
                    if answer.is_none() {
                        { button("button", t.scores_no, act(false)) }
                    }
                </div>
            }
        </section>
    }
}
