//! Before a call review: consent first, then each fills in apart. Both are compared by statement on the
//! page for the talk.
//!
//! Without the customer's consent the form closes: nothing is begun, and nothing is stored. A recording
//! never enters this page.

use crate::home::begin;
use crate::shell::{Msg, Place, Shell};
use hand_over::questionnaire_of;
use model::{Action, ContextQuestion, Form, Instrument, Owner, Rater, Subject};
use records::{MAX_LABEL, clean_label};
use std::rc::Rc;
use talk_parts::{REVIEW, TalkLink, quoted};
use ui::{
    Choice, TextFieldProps, TextKind, actions, back_button, button, choice, choices, element,
    element_with, fragment, heading, named_section, nodes, notice, status, text, text_element,
    text_field, when,
};
use yew::prelude::*;

/// The option of the question about consent that closes the form.
const NO_CONSENT: &str = "no";

/// What can happen here.
#[derive(Clone)]
pub enum ReviewMsg {
    /// Whether and to what the customer said yes, as an option of the first question.
    Consent(usize),
    /// The name of whom it is about.
    Name(String),
    /// Begin the form of a side.
    Begin(Owner),
}

/// What is chosen before the form.
#[derive(Default)]
pub(crate) struct ReviewState {
    consent: Option<usize>,
    name: String,
    name_missing: bool,
}

impl ReviewState {
    pub fn update(&mut self, shell: &mut Shell, message: ReviewMsg) {
        match message {
            ReviewMsg::Consent(option) => self.consent = Some(option),
            ReviewMsg::Name(name) => {
                self.name = name;
                self.name_missing = false;
            }
            ReviewMsg::Begin(side) => self.begin(shell, side),
        }
    }

    fn begin(&mut self, shell: &mut Shell, side: Owner) {
        let Some(instrument) = review(shell) else {
            return;
        };
        let Some(option) = self
            .consent
            .filter(|&option| !is_refused(&instrument, option))
        else {
            return;
        };
        let (role, name) = match side {
            Owner::Rep => (Form::SelfReport, String::new()),
            Owner::Manager => (Form::Manager, clean_label(&self.name)),
        };
        self.name_missing = side == Owner::Manager && name.is_empty();
        if self.name_missing {
            return;
        }
        let rater = Rater {
            role,
            ..Rater::default()
        };
        let consent = Action::ChooseContext {
            question: 0,
            option,
        };
        begin(
            shell,
            REVIEW,
            rater,
            Subject { pseudonym: name },
            Some(consent),
        );
    }
}

/// The questionnaire, where it is here; else it is fetched.
pub(crate) fn review(shell: &Shell) -> Option<Rc<Instrument>> {
    shell.library.find(&shell.library.newest(REVIEW)?)
}

fn consent(instrument: &Instrument) -> Option<&ContextQuestion> {
    instrument.context_questions().first()
}

fn is_refused(instrument: &Instrument, option: usize) -> bool {
    let options = consent(instrument).map(|question| &question.options);
    let option = options.and_then(|options| options.get(option));
    option.is_none_or(|option| option.id == NO_CONSENT)
}

/// The screen before the form.
pub(crate) fn view(shell: &Shell, state: &ReviewState) -> Html {
    let t = &shell.texts().review;
    let head = [
        back_button(shell.messages().common.back.into(), shell.go(Place::Home)),
        heading(t.title, shell.moved),
        text_element("p", "lead", t.lead),
    ];
    let content = match review(shell) {
        Some(instrument) => gate(shell, state, &instrument),
        None => status("muted", shell.messages().common.loading),
    };
    let content = [element("div", "section", head), content];
    element("div", "sections review-screen", content)
}

fn gate(shell: &Shell, state: &ReviewState, instrument: &Rc<Instrument>) -> Html {
    let t = &shell.texts().review;
    let view = shell.context(instrument);
    let Some(question) = consent(instrument) else {
        return Html::default();
    };
    let options = question.options.iter().enumerate().map(|(n, option)| {
        choice(Choice {
            kind: "radio",
            id: ["consent-", &option.id].concat(),
            name: Some("consent".to_owned()),
            label: view.text(&option.text),
            checked: state.consent == Some(n),
            disabled: false,
            on_change: shell
                .send
                .reform(move |_| Msg::Review(ReviewMsg::Consent(n))),
        })
    });
    let asked = choices(view.text(&question.text), nodes(options));
    let after = match state.consent {
        None => text_element("p", "muted", t.consent_first),
        Some(option) if is_refused(instrument, option) => closed(shell),
        Some(_) => sides(shell, state),
    };
    let never = text_element("p", "muted", t.no_recording);
    fragment([
        named_section("consent", t.consent, fragment([asked, never])),
        after,
    ])
}

/// No consent: the form closes.
fn closed(shell: &Shell) -> Html {
    let t = &shell.texts().review;
    let address = ["manager-", shell.library.language.tag(), ".html"].concat();
    let link = element_with("a", &["href"], [&address], text(t.how_to_ask));
    let content = [
        text_element("p", "", t.closed),
        element("p", "", link),
        actions(button(
            "button button-primary",
            shell.messages().common.to_start,
            shell.go(Place::Home),
        )),
    ];
    notice(t.closed_title, content)
}

fn sides(shell: &Shell, state: &ReviewState) -> Html {
    let t = &shell.texts().review;
    let begin = |side: Owner| {
        shell
            .send
            .reform(move |_| Msg::Review(ReviewMsg::Begin(side)))
    };
    let rep = [
        text_element("p", "", t.rep_lead),
        actions(button(
            "button button-primary",
            t.begin_rep,
            begin(Owner::Rep),
        )),
    ];
    let field = text_field(TextFieldProps {
        id: "review-about".into(),
        kind: TextKind::Line,
        label: shell.texts().talk.about_whom.into(),
        value: state.name.clone().into(),
        max: MAX_LABEL,
        readonly: false,
        hint: Some(shell.texts().talk.about_whom_hint.into()),
        on_input: shell.send.reform(|name| Msg::Review(ReviewMsg::Name(name))),
        on_leave: Callback::noop(),
    });
    let manager = [
        text_element("p", "", t.manager_lead),
        field,
        when(state.name_missing, || {
            status("", shell.texts().talk.name_missing)
        }),
        actions(button("button", t.begin_manager, begin(Owner::Manager))),
    ];
    fragment([
        named_section("review-rep", t.rep, fragment(rep)),
        named_section("review-manager", t.manager, fragment(manager)),
    ])
}

/// What a call review has come to, as the text of a learning goal: the statement that is kept and the
/// one that is tried, of the questionnaire that the rep's code is of.
pub(crate) fn goal_of(shell: &Shell, link: &TalkLink) -> Option<String> {
    let reference = questionnaire_of(&link.rep, &shell.library.listed()).ok()?;
    let instrument = shell.library.find(&reference)?;
    let statement = |place: usize| {
        let item = instrument.items().get(place)?;
        Some(quoted(item.text.get(shell.library.language)))
    };
    let t = &shell.texts().review;
    let keep = link.kept.and_then(statement);
    let next = link.tried.and_then(statement);
    let keep = keep.map(|said| t.goal_keep(&said));
    let next = next.map(|said| t.goal_try(&said));
    let said: Vec<String> = keep.into_iter().chain(next).collect();
    (!said.is_empty()).then(|| said.join("\n"))
}
