//! The second page: what the conversation is about, and what comes of it.

use super::super::ResultProps;
use super::super::comparison::scales;
use super::super::effort::effort;
use super::super::influences::map;
use super::super::view::{LIMITS, context};
use i18n::long_date;
use model::{Agreement, Goal, Owner};
use report::work_words::{kind, outcome, source};
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
        titled("", work.influences, influences(props)),
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
    let notes = notes(props);
    if props.report.beliefs.is_empty() {
        return notes;
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
    fragment([titled("", t.beliefs, table), notes])
}

/// What was written about beliefs, also about one that is agreed with no more.
fn notes(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().work;
    let written = &props.session.parts().belief_work;
    let written = written.iter().filter_map(|belief| {
        let item = view.instrument.item_index(&belief.item_id)?;
        let later = belief.rerating.as_ref().map(|later| {
            let scale = view.instrument.response_scale();
            let option = scale.option_for(props.session.form(), later.value);
            let label = option.map(|option| view.text(&option.label));
            let day = long_date(later.at.as_str(), view.language);
            [&label.unwrap_or_default(), " · ", &day].concat()
        });
        let lines = lines(&[
            (t.own_words, &belief.own_words),
            (t.speaks_for, &belief.speaks_for),
            (t.speaks_against, &belief.speaks_against),
            (t.counterpart, &belief.supporting),
            (t.experiment, &belief.experiment),
            (t.rate_again, &later.unwrap_or_default()),
        ]);
        let text = view.text(&view.instrument.items()[item].text);
        let note = [text_element("h3", "", text), lines];
        Some(keyed(&belief.item_id, element("div", "", note)))
    });
    let written: Vec<Html> = written.collect();
    match written.is_empty() {
        true => Html::default(),
        false => titled("", t.examined, nodes(written)),
    }
}

/// The sorted reasons side by side, and the others below.
fn influences(props: &ResultProps) -> Html {
    let t = &props.view.messages().work;
    let all = &props.joined.influences;
    let others = all.iter().map(|one| &one.influence);
    let others = others.filter(|one| one.sorted.is_none());
    let others = others.map(|one| lines(&[(source(t, one.source), &one.reason)]));
    fragment([map(&props.view, all), nodes(others)])
}

/// What was filled in, each with its name.
fn lines(named: &[(&'static str, &String)]) -> Html {
    let filled = named.iter().filter(|(_, text)| !text.is_empty());
    nodes(filled.map(|(name, said)| {
        let line = [
            text_element("b", "", *name),
            text(": "),
            text((*said).clone()),
        ];
        element("p", "", line)
    }))
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
        element("td", "", [text(one.text.clone()), rest(view, one)]),
        text_element("td", "", one.indicator.clone()),
        text_element("td", "", due),
        text_element("td", "", confirmed.join(", ")),
    ];
    element("tr", "sheet-row", cells)
}

/// What else was agreed and looked back on.
fn rest(view: &ViewContext, one: &Agreement) -> Html {
    let t = &view.messages().work;
    let interim = one.interim.iter().map(|interim| {
        let day = interim.date.map_or_else(String::new, |day| {
            long_date(&day.to_string(), view.language)
        });
        lines(&[(t.interim_date, &day), (t.interim_text, &interim.text)])
    });
    let went = one.outcome.map_or("", |one| outcome(t, one));
    fragment([
        lines(&[(t.why, &one.why), (t.first_step, &one.first_step)]),
        nodes(interim),
        lines(&[(t.outcome, &went.to_owned()), (t.learned, &one.learned)]),
    ])
}

fn table(heads: &[&'static str], rows: Html) -> Html {
    let heads = heads.iter().map(|head| head_cell("col", "", *head));
    let content = head_and_body(nodes(heads), rows);
    element("table", "sheet-table", content)
}
