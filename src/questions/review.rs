//! The review: every statement with its answer, the open ones first.

use model::{Answer, Session};
use scoring::Scores;
use std::rc::Rc;
use ui::{
    ViewContext, back_button, button, notice, screen_head, section, text_element,
    untranslated_element,
};
use yew::prelude::*;

/// What the review shows.
#[derive(Properties, PartialEq)]
pub struct ReviewProps {
    /// Language and instrument.
    pub view: ViewContext,
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
    let view = &props.view;
    let t = &view.messages().journey;
    let common = &view.messages().common;
    let answers = props.session.answers();
    let (given, open): (Vec<usize>, Vec<usize>) = view
        .instrument
        .order()
        .partition(|&item| answers.rating(item).is_some());
    let lead = if open.is_empty() {
        t.review_all.to_string()
    } else {
        t.review_lead(given.len(), answers.total())
    };
    let lead = html! { <span translate="no">{ lead }</span> };
    html! {
        <div class="sections">
            <div class="section">
                { screen_head(t.review_title.into(), lead, view.moved) }
                { unscored(view, &props.scores) }
            </div>
            if !open.is_empty() {
                <section class="section">
                    { untranslated_element("h2", "", t.open_statements(open.len())) }
                    { list(props, &open) }
                </section>
            }
            if !given.is_empty() {
                { section(t.review_answered, list(props, &given)) }
            }
            <div class="sticky-actions actions">
                { button("button button-primary", t.to_result, props.on_result.clone()) }
                { back_button(common.back.into(), props.on_back.clone()) }
                { button("button-link muted small", t.stop, props.on_stop.clone()) }
            </div>
        </div>
    }
}

fn unscored(view: &ViewContext, scores: &Scores) -> Html {
    let t = &view.messages().journey;
    let missing: Vec<Html> = view
        .instrument
        .scales()
        .iter()
        .zip(&scores.scales)
        .filter(|(_, score)| score.scored.is_none())
        .map(|(scale, score)| {
            let name = scale.name.get(view.language);
            let line = t.unscored(name, score.answered, score.needed, score.total);
            html! { <li key={scale.id.clone()} translate="no">{ line }</li> }
        })
        .collect();
    if missing.is_empty() {
        return Html::default();
    }
    notice(
        t.unscored_title,
        ui::list("small", Html::from_iter(missing)),
    )
}

fn list(props: &ReviewProps, items: &[usize]) -> Html {
    let view = &props.view;
    let t = &view.messages().journey;
    let rows = items.iter().map(|&item| {
        let statement = &view.instrument.items()[item];
        let (class, value) = match props.session.answers().get(item) {
            Some(Answer::Rated(rating)) => ("answer-value", view.label(rating.value())),
            Some(Answer::Skipped | Answer::CannotJudge) => {
                ("answer-value open", AttrValue::Static(t.skipped))
            }
            None => ("answer-value open", AttrValue::Static(t.not_seen)),
        };
        let onclick = props.on_change.reform(move |_: MouseEvent| item);
        html! {
            <li key={statement.id.clone()} class="answer">
                <button
                    type="button"
                    class="answer-button"
                    data-part="button"
                    data-item={statement.id.clone()}
                    {onclick}
                >
                    { text_element("span", "answer-text", view.text(&statement.text)) }
                    <span {class}>{ value }</span>
                </button>
            </li>
        }
    });
    ui::list("answers", rows.collect())
}
