//! The review: every statement with its answer, the open ones first.

use crate::ui::parts::{Heading, Notice, button};
use crate::ui::scene::Scene;
use model::{Answer, Session};
use scoring::Scores;
use std::rc::Rc;
use yew::prelude::*;

/// What the review shows.
#[derive(Properties, PartialEq)]
pub struct ReviewProps {
    /// Language and instrument.
    pub scene: Scene,
    /// The session as it is.
    pub session: Rc<Session>,
    /// Its scores, for what cannot be scored yet.
    pub scores: Rc<Scores>,
    /// One item to change, by index.
    pub on_change: Callback<usize>,
    /// To the result.
    pub on_result: Callback<MouseEvent>,
    /// One screen back.
    pub on_back: Callback<MouseEvent>,
    /// Stop and continue later.
    pub on_stop: Callback<MouseEvent>,
}

/// The review.
#[component]
pub fn Review(props: &ReviewProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().journey;
    let common = &scene.messages().common;
    let answers = props.session.answers();
    let (given, open): (Vec<usize>, Vec<usize>) = scene
        .instrument
        .order()
        .partition(|&item| answers.rating(item).is_some());
    let lead = if open.is_empty() {
        t.review_all.to_string()
    } else {
        (t.review_lead)(given.len(), answers.total())
    };
    html! {
        <div class="sections">
            <div class="section">
                <Heading text={t.review_title} focus={scene.moved} />
                <p class="lead" translate="no">{ lead }</p>
                { unscored(scene, &props.scores) }
            </div>
            if !open.is_empty() {
                <section class="section">
                    <h2 translate="no">{ (t.review_skipped)(open.len()) }</h2>
                    { list(props, &open) }
                </section>
            }
            if !given.is_empty() {
                <section class="section">
                    <h2>{ t.review_answered }</h2>
                    { list(props, &given) }
                </section>
            }
            <div class="sticky-actions actions">
                { button("button button-primary", t.to_result, props.on_result.clone()) }
                <button
                    type="button"
                    class="button-quiet"
                    data-part="button"
                    onclick={&props.on_back}
                >
                    <span aria-hidden="true">{ "← " }</span>{ common.back }
                </button>
                { button("button-link muted small", t.stop, props.on_stop.clone()) }
            </div>
        </div>
    }
}

fn unscored(scene: &Scene, scores: &Scores) -> Html {
    let t = &scene.messages().journey;
    let missing: Vec<Html> = scene
        .instrument
        .scales()
        .iter()
        .zip(&scores.scales)
        .filter(|(_, score)| score.scored.is_none())
        .map(|(scale, score)| {
            let name = scale.name.get(scene.language);
            let line = (t.unscored)(name, score.answered, score.needed, score.total);
            html! { <li key={scale.id.clone()} translate="no">{ line }</li> }
        })
        .collect();
    if missing.is_empty() {
        return Html::default();
    }
    html! {
        <Notice title={t.unscored_title}>
            <ul class="small" role="list">{ for missing }</ul>
        </Notice>
    }
}

fn list(props: &ReviewProps, items: &[usize]) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().journey;
    let rows = items.iter().map(|&item| {
        let asked = &scene.instrument.items()[item];
        let (class, value) = match props.session.answers().get(item) {
            Some(Answer::Rated(rating)) => ("answer-value", scene.label(rating.value())),
            Some(Answer::Skipped | Answer::CannotJudge) => {
                ("answer-value open", AttrValue::Static(t.skipped))
            }
            None => ("answer-value open", AttrValue::Static(t.not_seen)),
        };
        let onclick = props.on_change.reform(move |_: MouseEvent| item);
        html! {
            <li key={asked.id.clone()} class="answer">
                <button
                    type="button"
                    class="answer-button"
                    data-part="button"
                    data-item={asked.id.clone()}
                    {onclick}
                >
                    <span class="answer-text">{ scene.text(&asked.text) }</span>
                    <span {class}>{ value }</span>
                </button>
            </li>
        }
    });
    html! { <ul class="answers" role="list">{ for rows }</ul> }
}
