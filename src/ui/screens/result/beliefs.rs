//! Beliefs agreed with: in their own words, with a counterpart and a question.

use crate::assessment::Session;
use crate::instrument::Polarity;
use crate::report::Report;
use crate::ui::scene::Scene;
use yew::prelude::*;

pub(super) fn beliefs(scene: &Scene, report: &Report, session: &Session) -> Html {
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
    let cards = report
        .beliefs
        .iter()
        .map(|&item| belief(scene, session, item));
    html! {
        <section class="section">
            <h2>{ t.beliefs }</h2>
            <p>{ lead }</p>
            <div class="beliefs">{ for cards }</div>
        </section>
    }
}

fn belief(scene: &Scene, session: &Session, item: usize) -> Html {
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
                <p class="muted small">{ t.your_answer }{ ": " }{ answer }</p>
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
        </div>
    }
}
