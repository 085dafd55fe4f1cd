//! The embedding page asks for the scores: exactly what it would be sent, and yes or no.

use crate::result::{ResultMsg, ResultProps};
use ui::{
    actions, button, element, element_with, fragment, keyed, named_section, nodes, on_click,
    text_element, untranslated_element, when,
};
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
    let act = |yes: bool| on_click(&props.on_message, ResultMsg::SendScores(yes));
    let rows = props.report.scales.iter().map(|report| {
        let scale = &view.instrument.scales()[report.scale];
        let value = match &report.score.scored {
            Some(scored) => view.score(scored.percent),
            None => view.messages().result.no_score.to_string(),
        };
        let pair = [
            text_element("dt", "", view.text(&scale.name)),
            untranslated_element("dd", "", value),
        ];
        keyed(&scale.id, element("div", "promise", pair))
    });
    let said = answer.map(|yes| {
        let said = if yes {
            t.scores_sent
        } else {
            t.scores_not_sent
        };
        text_element("p", "", said)
    });
    let buttons = || {
        actions([
            button("button", t.scores_yes, act(true)),
            when(answer.is_none(), || {
                button("button", t.scores_no, act(false))
            }),
        ])
    };
    let content = [
        text_element("p", "", t.scores_lead),
        element("dl", "promises", nodes(rows)),
        element_with("div", &["role"], ["status"], said.unwrap_or_default()),
        when(answer != Some(true), buttons),
    ];
    named_section("host", t.scores_title, fragment(content))
}
