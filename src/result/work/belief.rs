//! The workbench of one limiting belief.

use super::Bench;
use i18n::long_date;
use model::{BeliefWork, Rerating, Work};
use std::rc::Rc;
use ui::{Disclosure, button};
use yew::prelude::*;

type Part = fn(&mut BeliefWork) -> &mut String;

/// Everything that can be written about the belief in this item, folded; `first` is the answer
/// of the questionnaire.
pub(in super::super) fn workbench(bench: &Bench, item: usize, first: &AttrValue) -> Html {
    let view = bench.view;
    let t = &view.messages().work;
    let belief = &view.instrument.items()[item];
    let empty = BeliefWork::default();
    let work = bench.work.belief(&belief.id).unwrap_or(&empty);
    if !bench.editable && *work == empty {
        return Html::default();
    }
    let area = |name: &str, label, value: &str, part: Part| {
        let item_id = belief.id.clone();
        let change = move |work: &mut Work, text| *part(entry(work, &item_id)) = text;
        bench.area(
            ["belief-", &belief.id, "-", name].concat(),
            label,
            value,
            Rc::new(change),
        )
    };
    let offered = view
        .instrument
        .reframe(item)
        .map(|reframe| view.text(&reframe.supporting));
    let offer = offered
        .filter(|_| bench.editable && work.supporting.is_empty())
        .map(|offered| {
            let item_id = belief.id.clone();
            button(
                "button-link",
                t.take_offer,
                bench.on_click(move |work| entry(work, &item_id).supporting = offered.to_string()),
            )
        });
    html! {
        <Disclosure summary={t.examine}>
            <div class="work">
                { area("own-words", t.own_words, &work.own_words, |one| &mut one.own_words) }
                { area("for", t.speaks_for, &work.speaks_for, |one| &mut one.speaks_for) }
                { area("against", t.speaks_against, &work.speaks_against, |one| &mut one.speaks_against) }
                { area("supporting", t.counterpart, &work.supporting, |one| &mut one.supporting) }
                { for offer }
                { area("experiment", t.experiment, &work.experiment, |one| &mut one.experiment) }
                { rerate(bench, &belief.id, work, first) }
            </div>
        </Disclosure>
    }
}

/// The same statement once more, later, with the first rating beside it.
fn rerate(bench: &Bench, item_id: &str, work: &BeliefWork, first: &AttrValue) -> Html {
    let view = bench.view;
    let response = view.instrument.response_scale();
    let labels: Vec<AttrValue> = response
        .options
        .iter()
        .map(|option| view.text(&option.label))
        .collect();
    let chosen = work.rerating.as_ref().and_then(|later| {
        response
            .options
            .iter()
            .position(|option| option.value == later.value)
    });
    let values: Vec<u8> = response.options.iter().map(|option| option.value).collect();
    let id = item_id.to_owned();
    let change = move |work: &mut Work, n: usize| {
        entry(work, &id).rerating = Some(Rerating {
            value: values[n],
            // The moment is added when the change is carried out.
            at: String::new(),
        });
    };
    let t = &view.messages().work;
    let rerated = work.rerating.as_ref().map(|later| {
        let moved = (view.messages().since.from_to)(first, &view.label(later.value));
        [&moved, " (", &long_date(&later.at, view.language), ")"].concat()
    });
    html! {
        <>
            { bench.choice(
                &["belief-", item_id, "-again"].concat(),
                t.rate_again,
                &labels,
                chosen,
                Rc::new(change),
            ) }
            <p class="rerated muted small" translate="no">
                if let Some(rerated) = rerated {
                    { rerated }
                } else {
                    { view.messages().result.your_answer }{ ": " }{ first }
                }
            </p>
        </>
    }
}

/// What is written about a belief, begun where nothing is yet.
fn entry<'a>(work: &'a mut Work, item_id: &str) -> &'a mut BeliefWork {
    let found = work.beliefs.iter().position(|one| one.item_id == item_id);
    let place = found.unwrap_or_else(|| {
        work.beliefs.push(BeliefWork {
            item_id: item_id.to_owned(),
            ..BeliefWork::default()
        });
        work.beliefs.len() - 1
    });
    &mut work.beliefs[place]
}
