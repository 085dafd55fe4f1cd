//! The end of a call review: both views compared by statement, one behaviour to keep and one to try.

use crate::chart::answer_steps;
use crate::shell::{Msg, Place, Shell};
use crate::table::side_name;
use crate::two_views::{TwoViewsMsg, TwoViewsState, role_name, statement};
use model::{Answers, Instrument};
use report::Side;
use talk_parts::REVIEW;
use ui::{
    Choice, ViewContext, actions, button, choice, choices, element, element_with, fragment, keyed,
    list, named_section, nodes, text_element, when,
};
use yew::prelude::*;

/// Whether two views are of a call review.
pub(crate) fn is_review(instrument: &Instrument) -> bool {
    instrument.id() == REVIEW
}

/// Every statement with both answers.
pub(crate) fn statements(shell: &Shell, view: &ViewContext, state: &TwoViewsState) -> Html {
    let t = &shell.texts().review;
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
    let name = role_name(&shell.texts().two_views, side);
    let content = [
        text_element("span", "view-name", name),
        drawn.unwrap_or_else(|| text_element("span", "", "")),
        text_element("span", "said", said),
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
    let t = &shell.texts().review;
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
    let seen_by_both = items.iter().copied().filter(|item| seen(item));
    let still_open = items.iter().copied().filter(|item| open(item));
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
        of(
            "keep",
            t.keep,
            keep,
            seen_by_both.collect(),
            TwoViewsMsg::Keep,
        ),
        of(
            "try",
            t.try_next,
            next,
            still_open.collect(),
            TwoViewsMsg::Try,
        ),
        when(both, || {
            let make = shell.go(Place::Agreements);
            actions(button("button button-primary", t.make_goal, make))
        }),
    ];
    named_section("keep-and-try", t.keep_and_try, fragment(content))
}
