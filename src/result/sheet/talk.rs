//! The second page: what the conversation is about, and what comes of it.

use super::super::ResultProps;
use super::super::comparison::scales;
use super::super::effort::effort;
use super::super::view::{LIMITS, context};
use super::super::work::Bench;
use super::super::work::influences::map;
use i18n::long_date;
use model::{Agreement, Goal, Owner};
use report::work_words::kind;
use ui::ViewContext;
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
                <h2>{ work.influences }</h2>
                { map(&Bench::new(props)) }
            </section>
            { effort(view, &props.session) }
            { context(view, &props.session) }
            { since(props) }
            <section>
                <h2>{ work.agreements }</h2>
                { agreements(props) }
            </section>
            <section class="sheet-small">
                <h2>{ t.limits }</h2>
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
                <h2>{ t.title }</h2>
                { scales(&props.view, comparison) }
            </section>
        }
    })
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
        let written = props.session.parts().work.belief(&belief.id);
        let written = written
            .map(|written| written.supporting.clone())
            .filter(|written| !written.is_empty());
        let offered = view.instrument.reframe(item);
        let counterpart = written
            .map(AttrValue::from)
            .or_else(|| offered.map(|offered| view.text(&offered.supporting)));
        html! {
            <tr key={belief.id.clone()}>
                <td>{ view.text(&belief.text) }</td>
                <td>{ counterpart }</td>
            </tr>
        }
    });
    table(t.beliefs, &[t.column_item, t.supporting], rows.collect())
}

fn agreements(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().work;
    let made = &props.session.parts().work.agreements;
    let empty: Vec<Agreement> = TO_WRITE
        .into_iter()
        .map(|(owner, goal)| Agreement {
            owner,
            goal,
            ..Agreement::default()
        })
        .collect();
    let rows = if made.is_empty() { &empty } else { made };
    let rows = rows.iter().map(|one| agreement(view, one));
    let heads = [t.whose, t.agreed, t.indicator, t.due, t.confirmed];
    table("", &heads, rows.collect())
}

fn agreement(view: &ViewContext, one: &Agreement) -> Html {
    let t = &view.messages().work;
    let due = match one.due.is_empty() {
        true => String::new(),
        false => long_date(&one.due, view.language),
    };
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
            <th scope="row">{ kind(t, one.owner, one.goal) }</th>
            <td>{ &one.text }</td>
            <td>{ &one.indicator }</td>
            <td>{ due }</td>
            <td>{ confirmed.join(", ") }</td>
        </tr>
    }
}

fn table(title: &'static str, heads: &[&'static str], rows: Html) -> Html {
    html! {
        <section>
            if !title.is_empty() {
                <h2>{ title }</h2>
            }
            <table class="sheet-table">
                <thead>
                    <tr>{ for heads.iter().map(|head| html! { <th scope="col">{ *head }</th> }) }</tr>
                </thead>
                <tbody>{ rows }</tbody>
            </table>
        </section>
    }
}
