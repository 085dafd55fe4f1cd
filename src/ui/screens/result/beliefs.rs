//! Beliefs agreed with: in their own words, with a counterpart and a question.

use super::ResultProps;
use super::work::{Bench, belief::workbench};
use crate::ui::parts::{Disclosure, button};
use model::BeliefWork;
use model::Polarity;
use yew::prelude::*;

pub(super) fn beliefs(props: &ResultProps, bench: &Bench) -> Html {
    let (scene, report) = (&props.scene, &props.report);
    let t = &scene.messages().result;
    let asks_beliefs = scene
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
    let limiting = (0..scene.instrument.items().len()).filter(|&item| {
        let scale = scene.instrument.items()[item].scale;
        scene.instrument.scales()[scale].polarity == Polarity::Limiting
    });
    let (examined, others): (Vec<usize>, Vec<usize>) = limiting
        .filter(|item| !report.beliefs.contains(item))
        .partition(|&item| {
            bench
                .work
                .belief(&scene.instrument.items()[item].id)
                .is_some()
        });
    let shown = report.beliefs.iter().chain(&examined);
    let cards = shown.map(|&item| belief(props, bench, item));
    html! {
        <section class="section">
            <h2>{ t.beliefs }</h2>
            <p>{ lead }</p>
            <div class="beliefs">{ for cards }</div>
            if bench.editable && !others.is_empty() {
                <Disclosure summary={scene.messages().work.another_belief}>
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
    let asked = &bench.scene.instrument.items()[item];
    let text = bench.scene.text(&asked.text);
    let begun = BeliefWork {
        item_id: asked.id.clone(),
        own_words: text.to_string(),
        ..BeliefWork::default()
    };
    let on_click = bench.on_click(move |work| work.beliefs.push(begun.clone()));
    html! { <li key={asked.id.clone()}>{ button("button-link", text, on_click) }</li> }
}

fn belief(props: &ResultProps, bench: &Bench, item: usize) -> Html {
    let (scene, session) = (&props.scene, &props.session);
    let t = &scene.messages().result;
    let asked = &scene.instrument.items()[item];
    let answer = session
        .answers()
        .rating(item)
        .map(|rating| scene.label(rating.value()))
        .unwrap_or_default();
    html! {
        <div key={asked.id.clone()} class="card belief" data-item={asked.id.clone()}>
            <div>
                <p class="belief-words">{ scene.text(&asked.text) }</p>
                <p class="muted small">{ t.your_answer }{ ": " }{ &answer }</p>
            </div>
            if let Some(reframe) = scene.instrument.reframe(item) {
                <dl>
                    <div>
                        <dt>{ t.supporting }</dt>
                        <dd>{ scene.text(&reframe.supporting) }</dd>
                    </div>
                    <div>
                        <dt>{ t.question }</dt>
                        <dd>{ scene.text(&reframe.coaching_question) }</dd>
                    </div>
                </dl>
            }
            { workbench(bench, item, &answer, &props.now) }
        </div>
    }
}
