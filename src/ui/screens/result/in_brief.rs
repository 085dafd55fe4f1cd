//! In one minute: two strengths and one lever, a sentence each.

use crate::assessment::Session;
use crate::report::{Report, Strength};
use crate::ui::scene::Scene;
use yew::prelude::*;

pub(super) fn in_brief(scene: &Scene, report: &Report, session: &Session) -> Html {
    let t = &scene.messages().result;
    let brief = &report.in_brief;
    let strengths = brief.strengths.iter().map(|strength| {
        let (sentence, source) = strength_texts(scene, session, *strength);
        card("card brief-card", t.strength, sentence, source)
    });
    html! {
        <section class="section">
            <h2>{ t.in_brief }</h2>
            <div class="brief">
                { for strengths }
                if brief.strengths.is_empty() {
                    { card("card brief-card", t.strength, t.no_strength.into(), "".into()) }
                }
                if let Some(lever) = brief.lever {
                    { card("card brief-card brief-lever", t.lever, lever_text(scene, lever), scale_name(scene, lever)) }
                }
            </div>
        </section>
    }
}

fn card(class: &'static str, kicker: &'static str, sentence: AttrValue, source: AttrValue) -> Html {
    html! {
        <div {class}>
            <h3 class="kicker">{ kicker }</h3>
            <p class="sentence">{ sentence }</p>
            if !source.is_empty() {
                <p class="source">{ source }</p>
            }
        </div>
    }
}

fn scale_name(scene: &Scene, scale: usize) -> AttrValue {
    scene.text(&scene.instrument.scales()[scale].name)
}

fn strength_texts(scene: &Scene, session: &Session, strength: Strength) -> (AttrValue, AttrValue) {
    let scales = scene.instrument.scales();
    match strength {
        Strength::Clear(n) | Strength::Mixed(n) => {
            let clear = matches!(strength, Strength::Clear(_));
            let sentence = match &scales[n].in_brief {
                Some(brief) if clear => scene.text(&brief.strength_clear),
                Some(brief) => scene.text(&brief.strength_mixed),
                None => scene.text(&scales[n].short_name),
            };
            (sentence, scale_name(scene, n))
        }
        Strength::Answer(item) => {
            let asked = &scene.instrument.items()[item];
            let label = session
                .answers()
                .rating(item)
                .map(|rating| scene.label(rating.value()))
                .unwrap_or_default();
            let text = asked.text.get(scene.language);
            let sentence = (scene.messages().result.strongest_answer)(text, &label);
            (sentence.into(), scale_name(scene, asked.scale))
        }
    }
}

fn lever_text(scene: &Scene, scale: usize) -> AttrValue {
    let asked = &scene.instrument.scales()[scale];
    match &asked.in_brief {
        Some(brief) => scene.text(&brief.lever),
        None => scene.text(&asked.goals.learning),
    }
}
