//! Why the last target was missed or close, and what lies in one's own hands.

mod update;

use super::fields::{Fields, MakeEdit};
use super::{Edit, ResultMsg};
use model::{InfluenceEdit, MAX_INFLUENCES, Sorting, Source};
use records::InfluenceRecord;
use report::work_words::source;
use std::rc::Rc;
use ui::{ViewContext, button};
use yew::prelude::*;

const SOURCES: [Source; 5] = [
    Source::Market,
    Source::Competition,
    Source::Organisation,
    Source::Approach,
    Source::Other,
];
const SORTINGS: [Sorting; 3] = [Sorting::Mine, Sorting::Ask, Sorting::Accept];

/// The influences, and the sources of which one can still be added.
pub(super) fn influences(fields: &Fields, records: &[InfluenceRecord]) -> Html {
    if !fields.editable && records.is_empty() {
        return Html::default();
    }
    let t = &fields.view.messages().work;
    let cards = records
        .iter()
        .enumerate()
        .map(|(n, one)| card(fields, n, one));
    let add = SOURCES.into_iter().enumerate().map(|(n, source)| {
        let message = ResultMsg::AddInfluence(source);
        button("button", t.sources[n], fields.on_click(message))
    });
    html! {
        <section class="section" data-section="influences">
            <h2>{ t.influences }</h2>
            <p>{ t.influences_lead }</p>
            if !records.is_empty() {
                <ul class="work-cards" role="list">{ for cards }</ul>
                { map(fields.view, records) }
            }
            if fields.editable && records.len() < MAX_INFLUENCES {
                <div role="group" aria-labelledby="add-influence" class="stack">
                    <p id="add-influence" class="muted small">{ t.add_influence }</p>
                    <div class="actions">{ for add }</div>
                </div>
            }
        </section>
    }
}

fn card(fields: &Fields, n: usize, record: &InfluenceRecord) -> Html {
    let t = &fields.view.messages().work;
    let influence = &record.influence;
    let id = |name: &str| ["influence-", &n.to_string(), "-", name].concat();
    let key = AttrValue::from(record.id.clone());
    let sorted = SORTINGS
        .iter()
        .position(|one| Some(*one) == influence.sorted);
    let step = match influence.sorted {
        Some(Sorting::Mine) => Some(t.step_mine),
        Some(Sorting::Ask) => Some(t.step_ask),
        Some(Sorting::Accept) | None => None,
    };
    let reason = edit(&record.id, InfluenceEdit::Reason);
    let sort = edit(&record.id, |at: usize| {
        InfluenceEdit::Sorted(Some(SORTINGS[at]))
    });
    html! {
        <li key={record.id.clone()} class="card work" data-entry="influence">
            <h3 class="kicker">{ source(t, influence.source) }</h3>
            { fields.area(id("reason"), t.reason, &influence.reason, reason) }
            { fields.choice(
                &id("sorted"),
                t.sort,
                &t.sortings.map(AttrValue::Static),
                sorted,
                &fields.on_edit(sort),
            ) }
            if let Some(label) = step {
                { fields.area(id("step"), label, &influence.step, edit(&record.id, InfluenceEdit::Step)) }
            }
            if fields.editable {
                { button("button-link", t.remove, fields.on_click(ResultMsg::RemoveInfluence(key))) }
            }
        </li>
    }
}

/// The edit of one field of the influence with this id.
fn edit<T: 'static>(id: &str, make: impl Fn(T) -> InfluenceEdit + 'static) -> MakeEdit<T> {
    let id = AttrValue::from(id.to_owned());
    Rc::new(move |value| Edit::Influence(id.clone(), make(value)))
}

/// The sorted reasons side by side.
pub(super) fn map(view: &ViewContext, records: &[InfluenceRecord]) -> Html {
    let t = &view.messages().work;
    let columns = SORTINGS.into_iter().enumerate().map(|(n, sorting)| {
        let influences = records.iter().map(|record| &record.influence);
        let rows = influences.filter(|one| one.sorted == Some(sorting));
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
