//! Beliefs agreed with: in their own words, with a counterpart and a question.

use super::ResultProps;
use super::work::{Bench, belief::workbench};
use model::BeliefWork;
use model::Polarity;
use ui::{Disclosure, button};
use yew::prelude::*;

pub(super) fn beliefs(props: &ResultProps, bench: &Bench) -> Html {
    let (view, report) = (&props.view, &props.report);
    let t = &view.messages().result;
    let asks_beliefs = view
        .instrument
        .scales()
        .iter()
        .any(|scale| scale.polarity == Polarity::Limiting);
    if !asks_beliefs {
        return Html::default();
    }
    let lead = if report.beliefs.is_empty() {
        t.no_beliefs
    } else {
        t.beliefs_lead
    };
    // Those agreed with, and those that somebody has begun to examine all the same.
    let limiting = (0..view.instrument.items().len()).filter(|&item| {
        let scale = view.instrument.items()[item].scale;
        view.instrument.scales()[scale].polarity == Polarity::Limiting
    });
    let (examined, others): (Vec<usize>, Vec<usize>) = limiting
        .filter(|item| !report.beliefs.contains(item))
        .partition(|&item| {
            bench
                .work
                .belief(&view.instrument.items()[item].id)
                .is_some()
        });
    let items = report.beliefs.iter().chain(&examined);
    let cards = items.map(|&item| belief(props, bench, item));
    html! {
        <section class="section">
            <h2>{ t.beliefs }</h2>
            <p>{ lead }</p>
            <div class="beliefs">{ for cards }</div>
            if bench.editable && !others.is_empty() {
                <Disclosure summary={view.messages().work.another_belief}>
                    <ul class="contributions" role="list">
                        { for others.iter().map(|&item| other(bench, item)) }
                    </ul>
                </Disclosure>
            }
        </section>
    }
}

/// A belief that was not agreed with; it begins with the statement as one's own words.
fn other(bench: &Bench, item: usize) -> Html {
    let limiting = &bench.view.instrument.items()[item];
    let text = bench.view.text(&limiting.text);
    let begun = BeliefWork {
        item_id: limiting.id.clone(),
        own_words: text.to_string(),
        ..BeliefWork::default()
    };
    let on_click = bench.on_click(move |work| work.beliefs.push(begun.clone()));
    html! { <li key={limiting.id.clone()}>{ button("button-link", text, on_click) }</li> }
}

fn belief(props: &ResultProps, bench: &Bench, item: usize) -> Html {
    let (view, session) = (&props.view, &props.session);
    let t = &view.messages().result;
    let limiting = &view.instrument.items()[item];
    let answer = session
        .answers()
        .rating(item)
        .map(|rating| view.label(rating.value()))
        .unwrap_or_default();
    html! {
        <div key={limiting.id.clone()} class="card belief" data-item={limiting.id.clone()}>
            <div>
                <p class="belief-words">{ view.text(&limiting.text) }</p>
                <p class="muted small">{ t.your_answer }{ ": " }{ &answer }</p>
            </div>
            if let Some(reframe) = view.instrument.reframe(item) {
                <dl>
                    <div>
                        <dt>{ t.supporting }</dt>
                        <dd>{ view.text(&reframe.supporting) }</dd>
                    </div>
                    <div>
                        <dt>{ t.question }</dt>
                        <dd>{ view.text(&reframe.coaching_question) }</dd>
                    </div>
                </dl>
            }
            { workbench(bench, item, &answer) }
        </div>
    }
}
