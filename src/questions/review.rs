//! The review: every statement with its answer, the open ones first.

use model::{Answer, Session};
use scoring::Scores;
use std::rc::Rc;
use ui::{
    Content, ViewContext, back_button, button, button_with, element, fragment, keyed, node_vec,
    nodes, notice, screen_head, section, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// What the review shows.
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
pub fn review(props: &ReviewProps) -> Html {
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
        let statements = view.messages().start.statements(answers.total());
        t.review_lead(given.len(), &statements)
    };
    let lead = untranslated_element("span", "", lead);
    let head = [
        screen_head(t.review_title.into(), lead, view.moved),
        unscored(view, &props.scores),
    ];
    let skipped = || {
        let statements = view.messages().start.statements(open.len());
        let title = untranslated_element("h2", "", t.review_open(&statements));
        element("section", "section", [title, list(props, &open)])
    };
    let to_result = props.on_result.clone();
    let buttons = [
        button("button button-primary", t.to_result, to_result),
        back_button(common.back.into(), props.on_back.clone()),
        button("button-link muted small", t.stop, props.on_stop.clone()),
    ];
    let content = [
        element("div", "section", head),
        when(!open.is_empty(), skipped),
        when(!given.is_empty(), || {
            section(t.review_answered, list(props, &given))
        }),
        element("div", "sticky-actions actions", buttons),
    ];
    element("div", "sections", content)
}

fn unscored(view: &ViewContext, scores: &Scores) -> Html {
    let t = &view.messages().journey;
    let scales = view.instrument.scales().iter().zip(&scores.scales);
    let missing = scales.filter(|(_, score)| score.scored.is_none());
    let missing = node_vec(missing.map(|(scale, score)| {
        let name = scale.short_name.get(view.language);
        let line = t.unscored(name, score.answered, score.needed, score.total);
        keyed(&scale.id, untranslated_element("li", "", line))
    }));
    if missing.is_empty() {
        return Html::default();
    }
    notice(t.unscored_title, ui::list("small", missing.into_html()))
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
        let content = [
            text_element("span", "answer-text", view.text(&statement.text)),
            text_element("span", class, value),
        ];
        let names = &["type", "class", "data-part", "data-item"];
        let values = ["button", "answer-button", "button", &statement.id];
        let button = button_with(names, values, fragment(content), onclick);
        keyed(&statement.id, element("li", "answer", button))
    });
    ui::list("answers", nodes(rows))
}
