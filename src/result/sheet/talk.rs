//! The second page: what the conversation is about, and what comes of it.

use super::super::ResultProps;
use super::super::comparison::scales;
use super::super::effort::effort;
use super::super::influences::map;
use super::super::view::{LIMITS, context};
use i18n::long_date;
use model::{Agreement, Goal, Owner};
use report::work_words::kind;
use ui::{
    ViewContext, element, fragment, head_and_body, head_cell, keyed, nodes, text, text_element,
};
use yew::prelude::*;

/// Rows of the table of agreements when there are none yet: one to write each.
const TO_WRITE: [(Owner, Goal); 4] = [
    (Owner::Rep, Goal::Learning),
    (Owner::Rep, Goal::Performance),
    (Owner::Manager, Goal::Learning),
    (Owner::Manager, Goal::Performance),
];

pub(super) fn talk(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let work = &view.messages().work;
    let limits = LIMITS
        .iter()
        .map(|name| fragment([text(view.say(name)), text(" ")]));
    let limits = element("p", "", nodes(limits));
    fragment([
        beliefs(props),
        titled("", work.influences, map(view, &props.joined.influences)),
        effort(view, &props.session),
        context(view, &props.session),
        since(props),
        titled("", work.agreements, agreements(props)),
        titled("sheet-small", t.limits, limits),
    ])
}

/// A section of the sheet under its heading.
fn titled(class: &'static str, title: &'static str, content: Html) -> Html {
    let heading = text_element("h2", "", title);
    element("section", class, [heading, content])
}

fn since(props: &ResultProps) -> Html {
    let since = props.since.as_ref();
    let t = &props.view.messages().since;
    match since.map(|since| &since.comparison) {
        Some(Ok(comparison)) => titled("", t.title, scales(&props.view, comparison)),
        _ => Html::default(),
    }
}

/// Beliefs agreed with beside a supporting counterpart: the written one, or else the offered one.
fn beliefs(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    if props.report.beliefs.is_empty() {
        return Html::default();
    }
    let rows = props.report.beliefs.iter().map(|&item| {
        let belief = &view.instrument.items()[item];
        let written = props.session.belief(&belief.id);
        let written = written
            .map(|written| written.supporting.clone())
            .filter(|written| !written.is_empty());
        let offered = view.instrument.reframe(item);
        let counterpart = written
            .map(AttrValue::from)
            .or_else(|| offered.map(|offered| view.text(&offered.supporting)));
        let cells = [
            text_element("td", "", view.text(&belief.text)),
            text_element("td", "", counterpart.unwrap_or_default()),
        ];
        keyed(&belief.id, element("tr", "", cells))
    });
    let table = table(&[t.column_item, t.supporting], nodes(rows));
    titled("", t.beliefs, table)
}

fn agreements(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().work;
    let made = &props.joined.agreements;
    let rows = match made.is_empty() {
        true => nodes(TO_WRITE.into_iter().map(|(owner, goal)| {
            let empty = Agreement {
                owner,
                goal,
                ..Agreement::default()
            };
            agreement(view, &empty)
        })),
        false => nodes(made.iter().map(|one| agreement(view, &one.agreement))),
    };
    let heads = [t.whose, t.agreed, t.indicator, t.due, t.confirmed];
    element("section", "", table(&heads, rows))
}

fn agreement(view: &ViewContext, one: &Agreement) -> Html {
    let t = &view.messages().work;
    let due = one.due.map_or_else(String::new, |due| {
        long_date(&due.to_string(), view.language)
    });
    let names = [
        (one.rep_confirmed, t.by_rep),
        (one.manager_confirmed, t.by_manager),
    ];
    let confirmed: Vec<&str> = names
        .iter()
        .filter(|(yes, _)| *yes)
        .map(|(_, name)| *name)
        .collect();
    let cells = [
        head_cell("row", "", kind(t, one.owner, one.goal)),
        text_element("td", "", one.text.clone()),
        text_element("td", "", one.indicator.clone()),
        text_element("td", "", due),
        text_element("td", "", confirmed.join(", ")),
    ];
    element("tr", "sheet-row", cells)
}

fn table(heads: &[&'static str], rows: Html) -> Html {
    let heads = heads.iter().map(|head| head_cell("col", "", *head));
    let content = head_and_body(nodes(heads), rows);
    element("table", "sheet-table", content)
}
