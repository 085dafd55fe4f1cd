//! The review: every statement with its answer, the open ones first.

use super::statement;
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
    let form = props.session.form();
    let about_another = form.is_about_another();
    let items = view.instrument.form_items(form);
    let statements = view.messages().start.statements(items.len());
    // That one cannot judge something is an answer too.
    let is_given = |answer| matches!(answer, Answer::Rated(_) | Answer::CannotJudge);
    let (given, open): (Vec<usize>, Vec<usize>) = items
        .into_iter()
        .partition(|&item| answers.get(item).is_some_and(is_given));
    let lead = match open.is_empty() && !about_another {
        true => t.review_all.to_string(),
        false => t.review_lead(given.len(), &statements),
    };
    let lead = untranslated_element("span", "", lead);
    let head = [
        screen_head(t.review_title.into(), lead, view.moved),
        when(!about_another, || unscored(view, &props.scores)),
    ];
    let skipped = || {
        let statements = view.messages().start.statements(open.len());
        let title = untranslated_element("h2", "", t.review_open(&statements));
        element("section", "section", [title, list(props, &open)])
    };
    let to_result = props.on_result.clone();
    let done = match about_another {
        true => t.to_talk,
        false => t.to_result,
    };
    let buttons = [
        button("button button-primary", done, to_result),
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
    let response = view.instrument.response_scale();
    let rows = items.iter().map(|&item| {
        let id = &view.instrument.items()[item].id;
        let (class, value) = match props.session.answers().get(item) {
            Some(Answer::Rated(rating)) => {
                let option = response.option_for(props.session.form(), rating.value());
                let label = option.map(|option| view.text(&option.label));
                ("answer-value", label.unwrap_or_default())
            }
            Some(Answer::CannotJudge) => {
                let label = view.text(response.cannot_judge_label());
                ("answer-value open", label)
            }
            Some(Answer::Skipped) => ("answer-value open", AttrValue::Static(t.skipped)),
            None => ("answer-value open", AttrValue::Static(t.not_seen)),
        };
        let onclick = props.on_change.reform(move |_: MouseEvent| item);
        let content = [
            text_element("span", "answer-text", statement(view, &props.session, item)),
            text_element("span", class, value),
        ];
        let names = &["type", "class", "data-part", "data-item"];
        let values = ["button", "answer-button", "button", id];
        let button = button_with(names, values, fragment(content), onclick);
        keyed(id, element("li", "answer", button))
    });
    ui::list("answers", nodes(rows))
}
