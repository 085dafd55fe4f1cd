//! The open attempt at its step.

use super::state::State;
use super::{App, Msg, on_result};
use crate::ui::parts::RadioOption;
use crate::ui::scene::Scene;
use crate::ui::screens::{Breath, Question, Review};
use embedding::Persist;
use model::{Action, Rating, Step};
use records::Attempt;
use scoring::score;
use std::rc::Rc;
use yew::html::Scope;
use yew::prelude::*;

pub(super) fn journey(state: &State, scene: &Scene, link: &Scope<App>) -> Html {
    let Some(attempt) = state.open.clone() else {
        return Html::default();
    };
    let act = |action: Action| link.callback(move |_: MouseEvent| Msg::Act(action.clone()));
    let stop = link.callback(|_: MouseEvent| Msg::ToStart);
    state.options.set(0);
    match attempt.session.step() {
        Step::Context(n) => context(state, scene, link, &attempt, n),
        Step::Item(position) => item(state, scene, link, &attempt, position),
        Step::Breath(page) => html! {
            <Breath
                scene={scene.clone()}
                {page}
                on_go={act(Action::GoOn)}
                on_back={act(Action::Back)}
                on_stop={stop}
            />
        },
        Step::Review => html! {
            <Review
                scene={scene.clone()}
                session={Rc::new(attempt.session.clone())}
                scores={Rc::new(score(&attempt.instrument, attempt.session.answers()))}
                on_change={link.callback(|item| Msg::Act(Action::Change { item }))}
                on_result={link.callback(|_| Msg::Complete)}
                on_back={act(Action::Back)}
                on_stop={stop}
            />
        },
        Step::Result => on_result::own(state, scene, &attempt, link),
    }
}

fn kept(state: &State) -> &'static str {
    let common = &state.messages().common;
    if state.trouble.is_some() {
        common.not_saved
    } else if state.saved {
        match state.look.persist {
            Persist::Device => common.saved_here,
            Persist::Session => state.messages().host.kept_session,
            Persist::None => state.messages().host.kept_none,
        }
    } else {
        ""
    }
}

fn context(
    state: &State,
    scene: &Scene,
    link: &Scope<App>,
    attempt: &Attempt,
    question: usize,
) -> Html {
    let t = &scene.messages().journey;
    let questions = attempt.instrument.context_questions();
    let asked = &questions[question];
    let options: Vec<RadioOption> = asked
        .options
        .iter()
        .map(|option| RadioOption {
            value: AttrValue::from(option.id.clone()),
            label: scene.text(&option.text),
        })
        .collect();
    state.options.set(options.len());
    let answer = link.callback(move |option| Msg::Act(Action::ChooseContext { question, option }));
    let choose = link.callback(move |option| Msg::Act(Action::MarkContext { question, option }));
    html! {
        <Question
            key={asked.id.clone()}
            scene={scene.clone()}
            id={asked.id.clone()}
            place={(t.context_kicker)(question + 1, questions.len())}
            hint={t.context_why}
            text={scene.text(&asked.text)}
            {options}
            chosen={attempt.session.parts().context[question]}
            skip={t.skip}
            skip_all={Some((
                AttrValue::Static(t.skip_context),
                link.callback(|_: MouseEvent| Msg::Act(Action::SkipAllContext)),
            ))}
            kept={kept(state)}
            on_choose={choose}
            on_answer={answer}
            on_skip={link.callback(move |_| Msg::Act(Action::SkipContext { question }))}
            on_back={(question > 0).then(|| link.callback(|_| Msg::Act(Action::Back)))}
            on_stop={link.callback(|_| Msg::ToStart)}
        />
    }
}

fn item(
    state: &State,
    scene: &Scene,
    link: &Scope<App>,
    attempt: &Attempt,
    position: usize,
) -> Html {
    let response = attempt.instrument.response_scale();
    let Some(item) = attempt.instrument.order().nth(position) else {
        return Html::default();
    };
    let asked = &attempt.instrument.items()[item];
    let options: Vec<RadioOption> = response
        .options
        .iter()
        .map(|option| RadioOption {
            value: AttrValue::from(option.value.to_string()),
            label: scene.text(&option.label),
        })
        .collect();
    let ratings: Vec<Rating> = response
        .options
        .iter()
        .filter_map(|option| Rating::new(option.value, response))
        .collect();
    let given = attempt.session.answers().rating(item);
    let chosen = ratings.iter().position(|&rating| Some(rating) == given);
    state.options.set(options.len());
    let with = move |make: fn(usize, Rating) -> Action| {
        let ratings = ratings.clone();
        link.callback(move |n: usize| Msg::Act(make(item, ratings[n])))
    };
    html! {
        <Question
            key={asked.id.clone()}
            scene={scene.clone()}
            id={asked.id.clone()}
            place={(scene.messages().common.of)(position + 1, attempt.instrument.items().len())}
            text={scene.text(&asked.text)}
            {options}
            {chosen}
            skip={scene.text(&response.skip)}
            explain_keys={position == 0}
            kept={kept(state)}
            on_choose={with(|item, rating| Action::Choose { item, rating })}
            on_answer={with(|item, rating| Action::Rate { item, rating })}
            on_skip={link.callback(move |_| Msg::Act(Action::Skip { item }))}
            on_back={Some(link.callback(|_| Msg::Act(Action::Back)))}
            on_stop={link.callback(|_| Msg::ToStart)}
        />
    }
}
