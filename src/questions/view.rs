//! The open attempt at its step.

use super::{InterludeProps, QuestionProps, QuestionsMsg, QuestionsState, ReviewProps};
use super::{
    context_interlude, context_key, interlude, item_keys, options, question, ratings, review,
    statement,
};
use crate::shell::{Msg, Shell};
use embedding::Persist;
use model::{Action, Rating, Step};
use ui::{RadioOption, ViewContext, element_with, on_click};
use yew::prelude::*;

/// The screen of the step.
pub(crate) fn questions(
    shell: &Shell,
    state: &QuestionsState,
    view: &ViewContext,
    send: &Callback<Msg>,
) -> Html {
    let step = step(shell, state, view, send);
    match shell.is_read_only() {
        true => {
            let values = ["read-only", "disabled"];
            element_with("fieldset", &["class", "disabled"], values, step)
        }
        false => step,
    }
}

fn step(shell: &Shell, state: &QuestionsState, view: &ViewContext, send: &Callback<Msg>) -> Html {
    let sender = Sender(send.reform(Msg::Questions));
    let on_stop = send.reform(|_| Msg::ToStart);
    let form = state.attempt().session.form();
    match state.step() {
        Step::Context(n) => question(context_question(shell, state, view, &sender, n)),
        Step::Item(position) => match item(shell, state, view, &sender, position) {
            Some(props) => question(props),
            None => Html::default(),
        },
        Step::Interlude(page) => interlude(&InterludeProps {
            view: view.clone(),
            form,
            page,
            on_go: sender.on_click(Action::GoOn),
            on_back: sender.on_click(Action::Back),
            on_stop,
        }),
        Step::ContextInterlude => context_interlude(&InterludeProps {
            view: view.clone(),
            form,
            page: view.instrument.pages().len(),
            on_go: sender.on_click(Action::GoOn),
            on_back: sender.on_click(Action::Back),
            on_stop,
        }),
        Step::Review | Step::Result => match state.review.get().and_then(Option::as_ref) {
            Some(rows) => review(&ReviewProps {
                view: view.clone(),
                session: rows.session.clone(),
                scores: rows.scores.clone(),
                on_change: sender.on(|item| Action::Change { item }),
                on_result: on_click(&sender.0, QuestionsMsg::Complete),
                on_back: sender.on_click(Action::Back),
                on_stop,
            }),
            None => Html::default(),
        },
    }
}

/// Makes callbacks that send actions.
struct Sender(Callback<QuestionsMsg>);

impl Sender {
    fn on<T: 'static>(&self, action: impl Fn(T) -> Action + 'static) -> Callback<T> {
        self.0.reform(move |given| QuestionsMsg::Act(action(given)))
    }

    fn on_click(&self, action: Action) -> Callback<MouseEvent> {
        on_click(&self.0, QuestionsMsg::Act(action))
    }
}

/// Whether it is not known yet that the last answer is saved.
fn is_saving(shell: &Shell) -> bool {
    shell.persistence.trouble().is_none() && !shell.persistence.is_saved()
}

/// Whether answers are saved, in words.
fn saved_sentence(shell: &Shell) -> &'static str {
    let common = &shell.messages().common;
    if shell.persistence.trouble().is_some() {
        common.not_saved
    } else if is_saving(shell) {
        common.not_saved_yet
    } else {
        match shell.config.persist {
            Persist::Device => common.saved_here,
            Persist::Session => shell.messages().host.persist_session_status,
            Persist::None => shell.messages().host.persist_none_status,
        }
    }
}

fn context_question(
    shell: &Shell,
    state: &QuestionsState,
    view: &ViewContext,
    sender: &Sender,
    question: usize,
) -> QuestionProps {
    let t = &view.messages().journey;
    let questions = view.instrument.context_questions();
    let current = &questions[question];
    let options = current.options.iter().enumerate();
    let options = options.map(|(place, option)| RadioOption {
        value: AttrValue::from(option.id.clone()),
        label: view.text(&option.text),
        key: context_key(place, current.options.len()),
    });
    QuestionProps {
        view: view.clone(),
        id: AttrValue::from(current.id.clone()),
        place: t.context_kicker(question + 1, questions.len()).into(),
        text: view.text(&current.text),
        hint: Some(t.context_why.into()),
        options: options.collect(),
        chosen: state.attempt().session.parts().context[question],
        skip: t.skip.into(),
        skip_all: Some((
            t.skip_context.into(),
            sender.on_click(Action::SkipAllContext),
        )),
        explain_keys: false,
        saved: saved_sentence(shell).into(),
        saving: is_saving(shell),
        on_choose: sender.on(move |option| Action::MarkContext { question, option }),
        on_answer: sender.on(move |option| Action::ChooseContext { question, option }),
        on_skip: sender.on_click(Action::SkipContext { question }),
        on_back: (!state.is_first()).then(|| sender.on_click(Action::Back)),
        on_stop: shell.send.reform(|_| Msg::ToStart),
    }
}

fn item(
    shell: &Shell,
    state: &QuestionsState,
    view: &ViewContext,
    sender: &Sender,
    position: usize,
) -> Option<QuestionProps> {
    let response = view.instrument.response_scale();
    let session = &state.attempt().session;
    let items = view.instrument.form_items(session.form());
    let item = *items.get(position)?;
    let current = &view.instrument.items()[item];
    let options = options(state.attempt());
    let keys = item_keys(options);
    let explain_keys = position == 0 && keys.iter().all(Option::is_some);
    let options = options.iter().zip(keys);
    let options = options.map(|(option, key)| RadioOption {
        value: AttrValue::from(option.value.to_string()),
        label: view.text(&option.label),
        key,
    });
    let ratings = ratings(state.attempt());
    let given = session.answers().rating(item);
    let chosen = ratings.iter().position(|&rating| Some(rating) == given);
    let with = |action: fn(usize, Rating) -> Action| {
        let ratings = ratings.clone();
        sender.on(move |n: usize| action(item, ratings[n]))
    };
    let (skip, on_skip) = match session.form().is_about_another() {
        true => (response.cannot_judge_label(), Action::CannotJudge { item }),
        false => (&response.skip, Action::Skip { item }),
    };
    Some(QuestionProps {
        view: view.clone(),
        id: AttrValue::from(current.id.clone()),
        place: view.messages().common.of(position + 1, items.len()).into(),
        text: statement(view, session, item),
        hint: None,
        options: options.collect(),
        chosen,
        skip: view.text(skip),
        skip_all: None,
        explain_keys,
        saved: saved_sentence(shell).into(),
        saving: is_saving(shell),
        on_choose: with(|item, rating| Action::Choose { item, rating }),
        on_answer: with(|item, rating| Action::Rate { item, rating }),
        on_skip: sender.on_click(on_skip),
        on_back: Some(sender.on_click(Action::Back)),
        on_stop: shell.send.reform(|_| Msg::ToStart),
    })
}
