//! The second page: what the conversation is about, and what comes of it.

use super::super::ResultProps;
use super::super::comparison::scales;
use super::super::effort::effort;
use super::super::influences::map;
use super::super::view::{LIMITS, context};
use i18n::long_date;
use model::{Agreement, Goal, Owner};
use report::work_words::kind;
use ui::{ViewContext, head_cell, text_element};
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
    html! {
        <>
            { beliefs(props) }
            <section>
                { text_element("h2", "", work.influences) }
                { map(view, &props.joined.influences) }
            </section>
            { effort(view, &props.session) }
            { context(view, &props.session) }
            { since(props) }
            <section>
                { text_element("h2", "", work.agreements) }
                { agreements(props) }
            </section>
            <section class="sheet-small">
                { text_element("h2", "", t.limits) }
                <p>{ for LIMITS.iter().map(|name| html! { <>{ view.say(name) }{ " " }</> }) }</p>
            </section>
        </>
    }
}

fn since(props: &ResultProps) -> Html {
    let comparison = props
        .since
        .as_ref()
        .and_then(|since| since.comparison.as_ref().ok());
    let t = &props.view.messages().since;
    comparison.map_or(Html::default(), |comparison| {
        html! {
            <section>
                { text_element("h2", "", t.title) }
                { scales(&props.view, comparison) }
            </section>
        }
    })
}

/// Beliefs agreed with beside a supporting counterpart: one's own, or else the offered one.
fn beliefs(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    if props.report.beliefs.is_empty() {
        return Html::default();
    }
    let rows = props.report.beliefs.iter().map(|&item| {
        let asked = &view.instrument.items()[item];
        let own = props.session.belief(&asked.id);
        let own = own
            .map(|own| own.supporting.clone())
            .filter(|own| !own.is_empty());
        let offered = view.instrument.reframe(item);
        let counterpart = own
            .map(AttrValue::from)
            .or_else(|| offered.map(|offered| view.text(&offered.supporting)));
        html! {
            <tr key={asked.id.clone()}>
                { text_element("td", "", view.text(&asked.text)) }
                { text_element("td", "", counterpart.unwrap_or_default()) }
            </tr>
        }
    });
    table(t.beliefs, &[t.column_item, t.supporting], rows.collect())
}

fn agreements(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().work;
    let made = props.joined.agreements.iter().map(|one| &one.agreement);
    let made: Vec<&Agreement> = made.collect();
    let empty: Vec<Agreement> = TO_WRITE
        .into_iter()
        .map(|(owner, goal)| Agreement {
            owner,
            goal,
            ..Agreement::default()
        })
        .collect();
    let rows = if made.is_empty() {
        empty.iter().collect()
    } else {
        made
    };
    let rows = rows.into_iter().map(|one| agreement(view, one));
    let heads = [t.whose, t.agreed, t.indicator, t.due, t.confirmed];
    table("", &heads, rows.collect())
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
    html! {
        <tr class="sheet-row">
            { head_cell("row", "", kind(t, one.owner, one.goal)) }
            { text_element("td", "", one.text.clone()) }
            { text_element("td", "", one.indicator.clone()) }
            { text_element("td", "", due) }
            { text_element("td", "", confirmed.join(", ")) }
        </tr>
    }
}

fn table(title: &'static str, heads: &[&'static str], rows: Html) -> Html {
    html! {
        <section>
            if !title.is_empty() {
                { text_element("h2", "", title) }
            }
            <table class="sheet-table">
                <thead>
                    <tr>{ for heads.iter().map(|head| head_cell("col", "", *head)) }</tr>
                </thead>
                <tbody>{ rows }</tbody>
            </table>
        </section>
    }
}
