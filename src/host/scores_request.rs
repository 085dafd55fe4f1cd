//! The embedding page asks for the scores: exactly what it would be sent, to whom, and yes or no.

use super::events::told;
use crate::result::{ResultMsg, ResultProps};
use platform::Sight;
use ui::{
    actions, button, element, element_with, fragment, keyed, nodes, on_click, text_element,
    untranslated_element,
};
use yew::prelude::*;

/// What the reader has answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ScoresAnswer {
    /// Nothing yet.
    #[default]
    None,
    /// Yes, but whether the request was seen is not sure: it is asked once more.
    Unsure,
    /// Yes.
    Yes,
    /// No.
    No,
}

/// The request of the embedding page for the scores, as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScoresRequest {
    /// Whether it has been seen.
    pub sight: Sight,
    /// The answer to it.
    pub answer: ScoresAnswer,
}

impl ScoresRequest {
    /// Takes an answer; true when the scores go out.
    pub fn answered(&mut self, yes: bool) -> bool {
        self.answer = match (yes, self.sight, self.answer) {
            (false, ..) => ScoresAnswer::No,
            (true, Sight::Sure, _) | (true, Sight::Unsure, ScoresAnswer::Unsure) => {
                ScoresAnswer::Yes
            }
            // What nobody saw nobody has said yes to.
            (true, ..) => ScoresAnswer::Unsure,
        };
        if self.answer == ScoresAnswer::Unsure {
            // Asked again in another place, it has to be seen anew.
            self.sight = Sight::Hidden;
        }
        self.answer == ScoresAnswer::Yes
    }
}

/// The request, where there is one.
pub(crate) fn scores_request(props: &ResultProps) -> Html {
    let Some((site, request)) = &props.scores_request else {
        return Html::default();
    };
    let view = &props.view;
    let t = &view.messages().host;
    let rows = props.report.scales.iter().map(|report| {
        let scale = &view.instrument.scales()[report.scale];
        let value = match (told(&report.score), &report.score.scored) {
            (Some(percent), _) => view.score(percent),
            (None, Some(_)) => t.scores_not_told.to_owned(),
            (None, None) => view.messages().result.no_score.to_owned(),
        };
        let pair = [
            text_element("dt", "", view.text(&scale.short_name)),
            untranslated_element("dd", "", value),
        ];
        keyed(&scale.id, element("div", "promise", pair))
    });
    let answer = |name: &'static str, yes: bool| {
        let onclick = on_click(&props.on_message, ResultMsg::SendScores(yes));
        button("button", name, onclick)
    };
    let yes = answer(t.scores_yes, true);
    let no = answer(t.scores_no, false);
    let said = |said: AttrValue| text_element("p", "", said);
    let (said, buttons) = match request.answer {
        ScoresAnswer::None => (Html::default(), actions([yes, no])),
        // In another place than the first yes, which may have been somebody else's button.
        ScoresAnswer::Unsure => (
            said(t.scores_sure(site).into()),
            actions([no, answer(t.scores_sure_yes, true)]),
        ),
        ScoresAnswer::No => (said(t.scores_not_sent.into()), actions(yes)),
        ScoresAnswer::Yes => (said(t.scores_sent.into()), Html::default()),
    };
    // What is to be in sight for a yes: who asks and for what, and the buttons. The overview above
    // it may be higher than a window.
    let asked = [
        text_element("p", "", t.scores_lead(site)),
        element_with("div", &["role"], ["status"], said),
        buttons,
    ];
    let seen = match request.sight {
        Sight::Hidden => "no",
        Sight::Unsure => "unsure",
        Sight::Sure => "sure",
    };
    let time = match request.answer {
        ScoresAnswer::Unsure => "second",
        _ => "first",
    };
    let names = &["class", "data-seen", "data-request"];
    let content = [
        element("dl", "promises", nodes(rows)),
        element_with("div", names, ["stack", seen, time], fragment(asked)),
    ];
    let title = match &*props.coach {
        "" => t.scores_title.to_owned(),
        coach => t.scores_title_coach(coach),
    };
    let content = fragment([text_element("h2", "", title), fragment(content)]);
    let names = &["class", "data-section"];
    element_with("section", names, ["section", "host"], content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_yes_counts_when_the_request_was_seen_or_twice_where_nobody_can_say() {
        let press = |sights: &[Sight]| {
            let mut request = ScoresRequest::default();
            let mut sent = Vec::new();
            for &sight in sights {
                request.sight = sight;
                sent.push(request.answered(true));
            }
            sent
        };
        use Sight::{Hidden, Sure, Unsure};
        assert_eq!(press(&[Sure]), [true]);
        assert_eq!(press(&[Unsure, Unsure]), [false, true]);
        assert_eq!(press(&[Hidden, Hidden, Hidden]), [false; 3]);
        assert_eq!(press(&[Hidden, Unsure]), [false, true]);
        assert_eq!(press(&[Unsure, Hidden, Sure]), [false, false, true]);
    }

    #[test]
    fn what_is_asked_again_has_to_be_seen_anew() {
        let mut request = ScoresRequest {
            sight: Sight::Unsure,
            ..ScoresRequest::default()
        };
        assert!(!request.answered(true));
        assert!(!request.answered(true));
        request.sight = Sight::Unsure;
        assert!(request.answered(true));
    }

    #[test]
    fn a_no_takes_back_what_was_not_sure() {
        let mut request = ScoresRequest {
            sight: Sight::Unsure,
            answer: ScoresAnswer::Unsure,
        };
        assert!(!request.answered(false));
        assert!(!request.answered(true));
    }
}
