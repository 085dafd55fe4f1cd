//! Why the last target was missed or close, and what lies in one's own hands.

use super::Bench;
use model::{Influence, MAX_INFLUENCES, Sorting, Source, Work};
use report::work_words::source;
use std::rc::Rc;
use ui::button;
use yew::prelude::*;

const SOURCES: [Source; 5] = [
    Source::Market,
    Source::Competition,
    Source::Organisation,
    Source::Approach,
    Source::Other,
];
const SORTINGS: [Sorting; 3] = [Sorting::Mine, Sorting::Ask, Sorting::Accept];

pub(in super::super) fn influences(bench: &Bench) -> Html {
    if !bench.editable && bench.work.influences.is_empty() {
        return Html::default();
    }
    let t = &bench.view.messages().work;
    let cards = bench
        .work
        .influences
        .iter()
        .enumerate()
        .map(|(n, one)| card(bench, n, one));
    let add = SOURCES.into_iter().enumerate().map(|(n, source)| {
        let new = Influence {
            source,
            ..Influence::default()
        };
        button(
            "button",
            t.sources[n],
            bench.on_click(move |work| work.influences.push(new.clone())),
        )
    });
    html! {
        <section class="section" data-section="influences">
            <h2>{ t.influences }</h2>
            <p>{ t.influences_lead }</p>
            if !bench.work.influences.is_empty() {
                <ul class="work-cards" role="list">{ for cards }</ul>
                { map(bench) }
            }
            if bench.editable && bench.work.influences.len() < MAX_INFLUENCES {
                <div role="group" aria-labelledby="add-influence" class="stack">
                    <p id="add-influence" class="muted small">{ t.add_influence }</p>
                    <div class="actions">{ for add }</div>
                </div>
            }
        </section>
    }
}

fn card(bench: &Bench, n: usize, influence: &Influence) -> Html {
    let t = &bench.view.messages().work;
    let id = |name: &str| ["influence-", &n.to_string(), "-", name].concat();
    let sorted = SORTINGS
        .iter()
        .position(|one| Some(*one) == influence.sorted);
    let step = match influence.sorted {
        Some(Sorting::Mine) => Some(t.step_mine),
        Some(Sorting::Ask) => Some(t.step_ask),
        Some(Sorting::Accept) | None => None,
    };
    html! {
        <li key={n} class="card work" data-entry="influence">
            <h3 class="kicker">{ source(t, influence.source) }</h3>
            { bench.area(id("reason"), t.reason, &influence.reason, change(n, |one, text| one.reason = text)) }
            { bench.choice(
                &id("sorted"),
                t.sort,
                &t.sortings.map(AttrValue::Static),
                sorted,
                change(n, |one, at: usize| one.sorted = Some(SORTINGS[at])),
            ) }
            if let Some(label) = step {
                { bench.area(id("step"), label, &influence.step, change(n, |one, text| one.step = text)) }
            }
            if bench.editable {
                { button("button-link", t.remove, bench.on_click(move |work| { work.influences.remove(n); })) }
            }
        </li>
    }
}

fn change<T: 'static>(n: usize, set: fn(&mut Influence, T)) -> super::Change<T> {
    Rc::new(move |work: &mut Work, value| set(&mut work.influences[n], value))
}

/// The sorted reasons side by side.
pub(in super::super) fn map(bench: &Bench) -> Html {
    let t = &bench.view.messages().work;
    let columns = SORTINGS.into_iter().enumerate().map(|(n, sorting)| {
        let rows = bench
            .work
            .influences
            .iter()
            .filter(|one| one.sorted == Some(sorting));
        let rows: Vec<Html> = rows
            .map(|one| {
                html! {
                    <li>
                        { &one.reason }
                        if !one.step.is_empty() && sorting != Sorting::Accept {
                            <small>{ &one.step }</small>
                        }
                    </li>
                }
            })
            .collect();
        html! {
            <div key={n} class="influence-column">
                <h3 class="kicker">{ t.sortings[n] }</h3>
                if rows.is_empty() {
                    <p class="muted small">{ t.none_yet }</p>
                } else {
                    <ul class="contributions" role="list">{ for rows }</ul>
                }
            </div>
        }
    });
    html! { <div class="influence-map" data-section="influence-map">{ for columns }</div> }
}
