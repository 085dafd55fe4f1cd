//! The answers about the situation: how many people gave each.

use super::figures::at;
use super::{TeamContext, send};
use crate::desk::DeskMsg;
use crate::opening;
use crate::shell::Shell;
use team::QuestionView;
use ui::{
    actions, button, captioned_table, disclosure, element, element_with, error_notice, fragment,
    head_cell, heads, named_section, nodes, on_click, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// The section, where anything of it may be shown.
pub(crate) fn situation(shell: &Shell, context: &TeamContext) -> Html {
    let t = context.t;
    let view = &context.current.view;
    let given = view
        .questions
        .iter()
        .any(|one| one.options.given().is_some());
    when(given, || {
        let questions = view.questions.iter();
        let questions = questions.map(|one| question(shell, context, one));
        let content = [
            text_element("p", "muted", t.situation_hint),
            element("div", "team-questions", nodes(questions)),
            mirror(shell, context),
        ];
        named_section("situation", t.situation, fragment(content))
    })
}

/// The way to lay a manager's own answers beside those of the team, and to take them away.
fn mirror(shell: &Shell, context: &TeamContext) -> Html {
    let t = context.t;
    let refused = match &shell.desk.mirror {
        Some(Err(reason)) => {
            let reason = reason.get(context.language).to_owned();
            error_notice(t.mirror_refused, text_element("p", "", reason))
        }
        _ => Html::default(),
    };
    let control = match &shell.desk.mirror {
        Some(Ok(_)) => button(
            "button",
            t.mirror_remove,
            on_click(&send(shell), DeskMsg::NoMirror),
        ),
        _ => opening::file_input(opening::FileInput::Mirror, t.mirror_choose),
    };
    let hint = text_element("p", "", t.mirror_hint);
    let fold = disclosure(t.mirror, [hint, refused, actions(control)]);
    element("div", "no-print", fold)
}

/// What the manager answered to a question that the team was asked too.
fn of_manager(shell: &Shell, context: &TeamContext, question: &QuestionView) -> Html {
    let Some(Ok(mirror)) = &shell.desk.mirror else {
        return Html::default();
    };
    let both = mirror.questions.iter();
    let both = both.filter(|one| one.question == question.question);
    let said = both.filter_map(|one| {
        let manager = shell.library.find(&mirror.instrument)?;
        let asked = manager.context_questions().get(one.of_manager)?;
        let answer = asked.options.get(one.chosen)?.text.get(context.language);
        Some(text_element(
            "p",
            "team-of-manager",
            context.t.mirror_said(answer),
        ))
    });
    nodes(said)
}

fn question(shell: &Shell, context: &TeamContext, question: &QuestionView) -> Html {
    let t = context.t;
    let of = context
        .instrument
        .context_questions()
        .get(question.question);
    let asked = of.map_or(&*question.id, |of| of.text.get(context.language));
    let content = match question.options.given() {
        Some(counts) => {
            let most = counts.iter().copied().max().unwrap_or(1).max(1);
            let rows = counts.iter().enumerate().map(|(place, &count)| {
                let option = of.and_then(|of| of.options.get(place));
                let option = option.map_or("", |option| option.text.get(context.language));
                let cells = [
                    head_cell("row", "", option.to_owned()),
                    untranslated_element("td", "number", count.to_string()),
                    element("td", "team-count-bar", count_bar(count, most)),
                ];
                element("tr", "", cells)
            });
            let columns = fragment([
                heads(&[("", t.column_answer), ("number", t.column_people)]),
                element("td", "", Html::default()),
            ]);
            captioned_table(asked.to_owned(), columns, nodes(rows))
        }
        None => fragment([
            text_element("p", "", asked.to_owned()),
            text_element("p", "muted small", t.not_shown_cell),
        ]),
    };
    let names = &["class", "data-question"];
    let content = fragment([content, of_manager(shell, context, question)]);
    element_with("div", names, ["team-question", &question.id], content)
}

/// A bar as long as the number beside it.
fn count_bar(count: u64, most: u64) -> Html {
    let width = at(100.0 * count as f64 / most as f64);
    let names = &["class", "width", "height"];
    let rect = element_with(
        "rect",
        names,
        ["box box-for", &*width, "100%"],
        Html::default(),
    );
    let names = &["class", "data-part", "aria-hidden", "focusable"];
    element_with(
        "svg",
        names,
        ["team-count-drawing", "chart", "true", "false"],
        rect,
    )
}
