//! The conversation sheet: one page to print, made of the two views.

use crate::shell::{Msg, Place, Shell};
use crate::two_views::{
    TwoViewsMsg, TwoViewsState, coach_question, role, scale_question, statement, time,
};
use i18n::TwoViewsTexts;
use model::with_name;
use report::{ConversationSheet, SheetReader, SheetTopic};
use talk_parts::quoted;
use ui::{
    Choice, ViewContext, actions, back_button, button, choice, choices, element, element_with,
    heading, keyed, list, nodes, text, text_element,
};
use yew::prelude::*;

const READERS: [SheetReader; 3] = [SheetReader::Rep, SheetReader::Manager, SheetReader::Coach];

/// The screen.
pub(crate) fn view(shell: &Shell, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let view = shell.context(state.pair.instrument());
    let sheet = state.sheet();
    let page = shell.ports.page.clone();
    let print = Callback::from(move |_| page.print());
    let chosen = [
        back_button(
            shell.messages().common.back.into(),
            shell.go(Place::TwoViews),
        ),
        readers(shell, state),
        actions([
            button("button button-primary", t.print, print),
            button("button", t.to_agreements, shell.go(Place::Agreements)),
        ]),
    ];
    let content = [
        element("div", "sheet-choices no-print", chosen),
        paper(shell, &view, state, &sheet),
    ];
    element("div", "sections sheet-screen", content)
}

fn readers(shell: &Shell, state: &TwoViewsState) -> Html {
    let t = &shell.texts().two_views;
    let rows = READERS.into_iter().enumerate().map(|(n, reader)| {
        choice(Choice {
            kind: "radio",
            id: ["sheet-", &n.to_string()].concat(),
            name: Some("sheet".to_owned()),
            label: t.variants[n].into(),
            checked: state.reader == reader,
            disabled: false,
            on_change: shell
                .send
                .reform(move |_| Msg::TwoViews(TwoViewsMsg::Reader(reader))),
        })
    });
    choices(t.sheet_for, nodes(rows))
}

fn paper(
    shell: &Shell,
    view: &ViewContext,
    state: &TwoViewsState,
    sheet: &ConversationSheet,
) -> Html {
    let t = &shell.texts().two_views;
    let reader = READERS.iter().position(|one| *one == sheet.reader);
    let lead = t.variant_leads[reader.unwrap_or_default()];
    let question = sheet.one_question.as_ref();
    let question =
        question.map(|one| text_element("p", "question-aloud", scale_question(view, one)));
    let topics = sheet.topics.iter().map(|one| topic(t, view, sheet, one));
    let goals = sheet.goals.iter().enumerate().map(|(n, (owner, goal))| {
        let kind = report::work_words::kind_between_two(&view.messages().work, *owner, *goal);
        let name = text_element("strong", "", kind);
        keyed(&n.to_string(), element("li", "to-write", name))
    });
    let alike = sheet.alike.statements.iter().take(2);
    let alike = alike.map(|one| text_element("li", "", statement(view, one.item)));
    let content = [
        element(
            "div",
            "sheet-head",
            [
                heading(t.sheet_title, shell.moved),
                text_element("p", "muted", lead),
            ],
        ),
        text_element("p", "first-line", t.first_line),
        text_element("h2", "", t.alike),
        list("sheet-alike", nodes(alike)),
        text_element("h2", "", t.different),
        question.unwrap_or_default(),
        element_with(
            "ol",
            &["class", "role"],
            ["sheet-topics", "list"],
            nodes(topics),
        ),
        time(shell, view, state),
        text_element("h2", "", shell.texts().agreed.title),
        text_element("p", "", t.sheet_agree),
        list("sheet-goals", nodes(goals)),
        text_element("p", "muted small", shell.messages().common.development_only),
    ];
    element("article", "paper-sheet", content)
}

fn topic(
    t: &TwoViewsTexts,
    view: &ViewContext,
    sheet: &ConversationSheet,
    one: &SheetTopic,
) -> Html {
    let topic = &one.topic;
    let theme = &view.instrument.scales()[topic.scale];
    let facet = topic.facet.and_then(|facet| theme.facets.get(facet));
    let facet = facet.map(|facet| [" · ", facet.name.get(view.language)].concat());
    let higher = topic.higher.map(|side| t.higher(role(t, side)));
    let head = [
        text_element("strong", "", view.text(&theme.short_name)),
        text(facet.unwrap_or_default()),
    ];
    let question = topic.question.as_ref();
    let question = question.map(|question| {
        let said = coach_question(view, topic.scale, question);
        text_element("p", "question-aloud", said)
    });
    let to_oneself = one.to_oneself.and_then(|at| theme.self_questions.get(at));
    let to_oneself = to_oneself.map(|text| text_element("p", "muted", view.text(text)));
    let statements = topic.statements.iter().map(|one| {
        let said = view.instrument.item_text(sheet.wording, one.item);
        let said = with_name(said.get(view.language), t.somebody);
        text_element("li", "", quoted(&said))
    });
    let content = [
        element("p", "", head),
        text_element("p", "muted", higher.unwrap_or_default()),
        question.unwrap_or_default(),
        to_oneself.unwrap_or_default(),
        list("small", nodes(statements)),
    ];
    keyed(&theme.id, element("li", "", content))
}
