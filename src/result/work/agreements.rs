//! What rep and manager agree: one learning goal and one performance goal each.

use super::{Bench, Change};
use model::{Agreement, Goal, Interim, MAX_AGREEMENTS, MAX_INTERIM, Owner, Work};
use model::{Scale, Text};
use report::work_words::kind;
use std::rc::Rc;
use ui::button;
use yew::prelude::*;

const SLOTS: [(Owner, Goal); 4] = [
    (Owner::Rep, Goal::Learning),
    (Owner::Rep, Goal::Performance),
    (Owner::Manager, Goal::Learning),
    (Owner::Manager, Goal::Performance),
];

/// The agreements, and the goals that can still be added; `lever` is the scale whose examples
/// are offered first.
pub(in super::super) fn agreements(bench: &Bench, lever: Option<usize>) -> Html {
    if !bench.editable && bench.work.agreements.is_empty() {
        return Html::default();
    }
    let t = &bench.view.messages().work;
    let cards = bench
        .work
        .agreements
        .iter()
        .enumerate()
        .map(|(n, one)| card(bench, n, one));
    let add = SLOTS.into_iter().map(|(owner, goal)| {
        let example = lever
            .and_then(|scale| example_of(&bench.view.instrument.scales()[scale], owner, goal))
            .map(|example| bench.view.text(example));
        let new = Agreement {
            owner,
            goal,
            text: example.unwrap_or_default().to_string(),
            ..Agreement::default()
        };
        button(
            "button",
            kind(t, owner, goal),
            bench.on_click(move |work| work.agreements.push(new.clone())),
        )
    });
    html! {
        <section class="section" data-section="agreements">
            <h2>{ t.agreements }</h2>
            <p>{ t.agreements_lead }</p>
            if !bench.work.agreements.is_empty() {
                <ul class="work-cards" role="list">{ for cards }</ul>
            }
            if bench.editable && bench.work.agreements.len() < MAX_AGREEMENTS {
                <div role="group" aria-labelledby="add-agreement" class="stack">
                    <p id="add-agreement" class="muted small">{ t.add_agreement }</p>
                    <div class="actions">{ for add }</div>
                </div>
            }
        </section>
    }
}

fn example_of(scale: &Scale, owner: Owner, goal: Goal) -> Option<&Text> {
    let goals = match owner {
        Owner::Rep => Some(&scale.goals),
        Owner::Manager => scale.manager_goals.as_ref(),
    };
    goals.map(|goals| match goal {
        Goal::Learning => &goals.learning,
        Goal::Performance => &goals.performance,
    })
}

fn change<T: 'static>(n: usize, set: fn(&mut Agreement, T)) -> Change<T> {
    Rc::new(move |work: &mut Work, value| set(&mut work.agreements[n], value))
}

fn card(bench: &Bench, n: usize, agreement: &Agreement) -> Html {
    let t = &bench.view.messages().work;
    let id = |name: &str| ["agreement-", &n.to_string(), "-", name].concat();
    html! {
        <li key={n} class="card work" data-entry="agreement">
            <h3 class="kicker">{ kind(t, agreement.owner, agreement.goal) }</h3>
            { examples(bench, n, agreement) }
            { bench.area(id("text"), t.agreed, &agreement.text, change(n, |one, text| one.text = text)) }
            { bench.area(id("indicator"), t.indicator, &agreement.indicator, change(n, |one, text| one.indicator = text)) }
            { bench.area(id("why"), t.why, &agreement.why, change(n, |one, text| one.why = text)) }
            { bench.area(id("first"), t.first_step, &agreement.first_step, change(n, |one, text| one.first_step = text)) }
            { bench.line(id("due"), "date", t.due, &agreement.due, change(n, |one, text| one.due = text)) }
            { interim(bench, n, agreement) }
            <fieldset class="choices">
                <legend>{ t.confirmed }</legend>
                { bench.check(id("rep"), t.by_rep, agreement.rep_confirmed, change(n, |one, yes| one.rep_confirmed = yes)) }
                { bench.check(id("manager"), t.by_manager, agreement.manager_confirmed, change(n, |one, yes| one.manager_confirmed = yes)) }
            </fieldset>
            if bench.editable {
                { button("button-link", t.remove, bench.on_click(move |work| { work.agreements.remove(n); })) }
            }
        </li>
    }
}

/// Examples to begin with, as long as nothing of one's own would be lost.
fn examples(bench: &Bench, n: usize, agreement: &Agreement) -> Html {
    let view = bench.view;
    let t = &view.messages().work;
    let offered = view.instrument.scales().iter().filter_map(|scale| {
        let example = example_of(scale, agreement.owner, agreement.goal)?;
        Some((view.text(&scale.name), view.text(example)))
    });
    let (names, texts): (Vec<AttrValue>, Vec<AttrValue>) = offered.unzip();
    let chosen = texts.iter().position(|text| *text == agreement.text);
    let untouched = agreement.text.is_empty() || chosen.is_some();
    if !bench.editable || names.is_empty() || !untouched {
        return Html::default();
    }
    let take = move |work: &mut Work, at: usize| work.agreements[n].text = texts[at].to_string();
    let id = ["agreement-", &n.to_string(), "-example"].concat();
    bench.choice(&id, t.example, &names, chosen, Rc::new(take))
}

fn interim(bench: &Bench, n: usize, agreement: &Agreement) -> Html {
    let t = &bench.view.messages().work;
    let rows = agreement.interim.iter().enumerate().map(|(at, one)| {
        let id = |name: &str| {
            ["agreement-", &n.to_string(), "-", name, "-", &at.to_string()].concat()
        };
        let set = move |set: fn(&mut Interim, String)| -> Change<String> {
            Rc::new(move |work, text| set(&mut work.agreements[n].interim[at], text))
        };
        html! {
            <div key={at} class="interim">
                { bench.line(id("date"), "date", t.interim_date, &one.date, set(|one, text| one.date = text)) }
                { bench.line(id("result"), "text", t.interim_text, &one.text, set(|one, text| one.text = text)) }
            </div>
        }
    });
    html! {
        <>
            { for rows }
            if bench.editable && agreement.interim.len() < MAX_INTERIM {
                { button("button-link", t.add_interim, bench.on_click(move |work| {
                    work.agreements[n].interim.push(Interim::default());
                })) }
            }
        </>
    }
}
