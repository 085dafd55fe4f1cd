//! The embedding page asks for the scores: exactly what it would be sent, and yes or no.

use crate::result::{ResultMsg, ResultProps};
use ui::{button, text_element, untranslated_element};
use yew::prelude::*;

/// Whether the embedding page asks for the scores.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScoresRequest {
    /// It does not.
    #[default]
    No,
    /// It does; the reader's yes or no, once it is there.
    Summary(Option<bool>),
}

/// The request, where there is one.
pub(crate) fn scores_request(props: &ResultProps) -> Html {
    let ScoresRequest::Summary(answer) = props.scores_request else {
        return Html::default();
    };
    let view = &props.view;
    let t = &view.messages().host;
    let act = |yes: bool| {
        props
            .on_message
            .reform(move |_: MouseEvent| ResultMsg::SendScores(yes))
    };
    let rows = props.report.scales.iter().map(|report| {
        let scale = &view.instrument.scales()[report.scale];
        let value = match &report.score.scored {
            Some(scored) => view.score(scored.percent),
            None => view.messages().result.no_score.to_string(),
        };
        html! {
            <div key={scale.id.clone()} class="promise">
                { text_element("dt", "", view.text(&scale.name)) }
                { untranslated_element("dd", "", value) }
            </div>
        }
    });
    html! {
        <section class="section" data-section="host">
            { text_element("h2", "", t.scores_title) }
            { text_element("p", "", t.scores_lead) }
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
