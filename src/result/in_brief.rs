//! In one minute: two strengths and one lever, a sentence each.

use model::Session;
use report::{Report, lever_text, strength_text};
use ui::{ViewContext, section, text_element};
use yew::prelude::*;

pub(super) fn in_brief(view: &ViewContext, report: &Report, session: &Session) -> Html {
    let t = &view.messages().result;
    let brief = &report.in_brief;
    let strengths = brief.strengths.iter().map(|strength| {
        let (sentence, scale) = strength_text(
            &view.instrument,
            session,
            *strength,
            view.language,
            view.messages(),
        );
        card(
            "card brief-card",
            t.strength,
            sentence.into(),
            scale_name(view, scale),
        )
    });
    section(
        t.in_brief,
        html! {
            <div class="brief">
                { for strengths }
                if brief.strengths.is_empty() {
                    { card("card brief-card", t.strength, t.no_strength.into(), "".into()) }
                }
                if let Some(lever) = brief.lever {
                    { card("card brief-card brief-lever", t.lever, lever_sentence(view, lever), scale_name(view, lever)) }
                }
            </div>
        },
    )
}

fn card(class: &'static str, kicker: &'static str, sentence: AttrValue, source: AttrValue) -> Html {
    html! {
        <div {class}>
            { text_element("h3", "kicker", kicker) }
            { text_element("p", "sentence", sentence) }
            if !source.is_empty() {
                { text_element("p", "source", source) }
            }
        </div>
    }
}

fn scale_name(view: &ViewContext, scale: usize) -> AttrValue {
    view.text(&view.instrument.scales()[scale].name)
}

fn lever_sentence(view: &ViewContext, scale: usize) -> AttrValue {
    lever_text(&view.instrument, scale, view.language)
        .to_owned()
        .into()
}
