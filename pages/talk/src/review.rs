//! The call review: consent first, then each fills in apart, and both are compared by statement.
//!
//! Without the customer's consent the form closes: nothing is begun, and nothing is stored. A recording
//! never enters this page.

use crate::agreements::AgreementsMsg;
use crate::chart::answer_steps;
use crate::home::begin;
use crate::shell::{Msg, Place, Shell};
use crate::table::side_name;
use crate::two_views::{TwoViewsMsg, TwoViewsState, role_name, statement};
use model::{Action, Answers, ContextQuestion, Form, Instrument, Rater, Subject};
use records::{MAX_LABEL, clean_label};
use report::Side;
use std::rc::Rc;
use ui::{
    Choice, TextFieldProps, TextKind, ViewContext, actions, back_button, button, choice, choices,
    element, element_with, fragment, heading, keyed, list, named_section, nodes, notice, status,
    text, text_element, text_field, when,
};
use yew::prelude::*;

/// The questionnaire of the review.
pub(crate) const REVIEW: &str = "call-review";

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
    Begin(Side),
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

    fn begin(&mut self, shell: &mut Shell, side: Side) {
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
            Side::Rep => (Form::SelfReport, String::new()),
            Side::Manager => (Form::Manager, clean_label(&self.name)),
        };
        self.name_missing = side == Side::Manager && name.is_empty();
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
    let t = &shell.talk().review;
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
    let t = &shell.talk().review;
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
    let t = &shell.talk().review;
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
    let t = &shell.talk().review;
    let begin = |side: Side| {
        shell
            .send
            .reform(move |_| Msg::Review(ReviewMsg::Begin(side)))
    };
    let rep = [
        text_element("p", "", t.rep_lead),
        actions(button(
            "button button-primary",
            t.begin_rep,
            begin(Side::Rep),
        )),
    ];
    let field = text_field(TextFieldProps {
        id: "review-about".into(),
        kind: TextKind::Line,
        label: shell.talk().talk.about_whom.into(),
        value: state.name.clone().into(),
        max: MAX_LABEL,
        readonly: false,
        hint: Some(shell.talk().talk.about_whom_hint.into()),
        on_input: shell.send.reform(|name| Msg::Review(ReviewMsg::Name(name))),
        on_leave: Callback::noop(),
    });
    let manager = [
        text_element("p", "", t.manager_lead),
        field,
        when(state.name_missing, || {
            status("", shell.talk().talk.name_missing)
        }),
        actions(button("button", t.begin_manager, begin(Side::Manager))),
    ];
    fragment([
        named_section("review-rep", t.rep, fragment(rep)),
        named_section("review-manager", t.manager, fragment(manager)),
    ])
}

/// Whether two views are of a call review.
pub(crate) fn is_review(instrument: &Instrument) -> bool {
    instrument.id() == REVIEW
}

/// Every statement with both answers.
pub(crate) fn statements(shell: &Shell, view: &ViewContext, state: &TwoViewsState) -> Html {
    let t = &shell.talk().review;
    let answers = |side: Side| state.pair.view(side).answers();
    let (rep, manager) = (answers(Side::Rep), answers(Side::Manager));
    let scales = view.instrument.scales().iter().map(|scale| {
        let rows = scale.items.iter().map(|&item| {
            let both = [(Side::Rep, rep), (Side::Manager, manager)];
            let rows = both.map(|(side, answers)| answer(shell, view, side, answers, item));
            let content = [
                text_element("p", "", statement(view, item)),
                element("div", "view-rows", rows),
            ];
            let id = &view.instrument.items()[item].id;
            keyed(
                id,
                element_with("li", &["data-item"], [id], fragment(content)),
            )
        });
        let content = [
            text_element("h3", "", view.text(&scale.short_name)),
            list("review-statements", nodes(rows)),
        ];
        keyed(&scale.id, element("div", "", content))
    });
    named_section("statements", t.statements, nodes(scales))
}

fn answer(shell: &Shell, view: &ViewContext, side: Side, answers: &Answers, item: usize) -> Html {
    let scale = view.instrument.response_scale();
    let value = answers.rating(item).map(|rating| rating.value());
    let said = match value {
        Some(value) => view.label(value),
        None => view.text(&scale.skip),
    };
    let drawn = value.map(|value| answer_steps(side, value, scale));
    let name = role_name(&shell.talk().two_views, side);
    let content = [
        text_element("span", "view-name", name),
        drawn.unwrap_or_else(|| text_element("span", "", "")),
        text_element("span", "answer", said),
    ];
    let names = &["class", "data-side"];
    keyed(
        side_name(side),
        element_with(
            "div",
            names,
            ["view-row", side_name(side)],
            fragment(content),
        ),
    )
}

/// One behaviour to keep and one to try with the next customer, which become a learning goal.
pub(crate) fn keep_and_try(shell: &Shell, view: &ViewContext, state: &TwoViewsState) -> Html {
    let t = &shell.talk().review;
    let rep = state.pair.view(Side::Rep).answers();
    let manager = state.pair.view(Side::Manager).answers();
    let top = view.instrument.response_scale().max;
    let value = |answers: &Answers, item: usize| answers.rating(item).map(|one| one.value());
    let seen = |item: &usize| {
        [rep, manager].map(|answers| value(answers, *item)) == [Some(top), Some(top)]
    };
    let open = |item: &usize| {
        let both = [rep, manager].map(|answers| value(answers, *item));
        both.iter().flatten().any(|value| *value < top)
    };
    let items: Vec<usize> = view.instrument.order().collect();
    let kept = items.iter().copied().filter(|item| seen(item));
    let tried = items.iter().copied().filter(|item| open(item));
    let of = |name,
              legend,
              chosen: Option<usize>,
              offered: Vec<usize>,
              make: fn(usize) -> TwoViewsMsg| {
        if offered.is_empty() {
            return text_element("p", "muted", t.nothing_to_choose);
        }
        let rows = offered.into_iter().map(|item| {
            let id = &view.instrument.items()[item].id;
            choice(Choice {
                kind: "radio",
                id: [name, "-", id].concat(),
                name: Some(String::from(name)),
                label: statement(view, item).into(),
                checked: chosen == Some(item),
                disabled: false,
                on_change: shell.send.reform(move |_| Msg::TwoViews(make(item))),
            })
        });
        choices(legend, nodes(rows))
    };
    let (keep, next) = state.kept_and_tried();
    let both = keep.is_some() || next.is_some();
    let content = [
        text_element("p", "", t.keep_and_try_lead),
        of("keep", t.keep, keep, kept.collect(), TwoViewsMsg::Keep),
        of("try", t.try_next, next, tried.collect(), TwoViewsMsg::Try),
        when(both, || {
            let goal = goal(shell, view, state);
            let make = shell
                .send
                .reform(move |_| Msg::Agreements(AgreementsMsg::LearningGoal(goal.clone())));
            actions(button("button button-primary", t.make_goal, make))
        }),
    ];
    named_section("keep-and-try", t.keep_and_try, fragment(content))
}

/// What is kept and what is tried, as the text of a learning goal.
fn goal(shell: &Shell, view: &ViewContext, state: &TwoViewsState) -> AttrValue {
    let t = &shell.talk().review;
    let (keep, next) = state.kept_and_tried();
    let keep = keep.map(|item| t.goal_keep(&statement(view, item)));
    let next = next.map(|item| t.goal_try(&statement(view, item)));
    let said: Vec<String> = keep.into_iter().chain(next).collect();
    said.join("\n").into()
}
