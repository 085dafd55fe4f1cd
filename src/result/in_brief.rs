//! In one minute: two strengths and one lever, a sentence each.

use model::Session;
use report::{Report, lever_text, strength_text};
use ui::{ViewContext, element, nodes, section, text_element, when};
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
    let none = || {
        card(
            "card brief-card",
            t.strength,
            t.no_strength.into(),
            "".into(),
        )
    };
    let lever = brief.lever.map(|lever| {
        let class = "card brief-card brief-lever";
        let (sentence, source) = (lever_sentence(view, report, lever), scale_name(view, lever));
        card(class, t.lever, sentence, source)
    });
    let cards = [
        nodes(strengths),
        when(brief.strengths.is_empty(), none),
        lever.unwrap_or_default(),
    ];
    section(t.in_brief, element("div", "brief", cards))
}

fn card(class: &'static str, kicker: &'static str, sentence: AttrValue, source: AttrValue) -> Html {
    let content = [
        text_element("h3", "kicker", kicker),
        text_element("p", "sentence", sentence),
        when(!source.is_empty(), || text_element("p", "source", source)),
    ];
    element("div", class, content)
}

fn scale_name(view: &ViewContext, scale: usize) -> AttrValue {
    view.text(&view.instrument.scales()[scale].name)
}

fn lever_sentence(view: &ViewContext, report: &Report, scale: usize) -> AttrValue {
    lever_text(&view.instrument, report, scale, true, view.language).into()
}
