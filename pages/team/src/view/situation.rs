//! The answers about the situation: how many people gave each.

use super::TeamContext;
use super::figures::at;
use team::QuestionView;
use ui::{
    captioned_table, element, element_with, fragment, head_cell, heads, named_section, nodes,
    text_element, untranslated_element, when,
};
use yew::prelude::*;

/// The section, where anything of it may be shown.
pub(crate) fn situation(context: &TeamContext) -> Html {
    let t = context.t;
    let view = &context.current.view;
    let given = view
        .questions
        .iter()
        .any(|one| one.options.given().is_some());
    when(given, || {
        let questions = view.questions.iter().map(|one| question(context, one));
        let content = [
            text_element("p", "muted", t.situation_hint),
            element("div", "team-questions", nodes(questions)),
        ];
        named_section("situation", t.situation, fragment(content))
    })
}

fn question(context: &TeamContext, question: &QuestionView) -> Html {
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
