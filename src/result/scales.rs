//! Scale by scale: what it means, what lifted and lowered it, a question to oneself.

use model::Polarity;
use report::{Contribution, Report, ScaleReport, band_label};
use ui::{ViewContext, disclosure, list, section, text_element};
use yew::prelude::*;

pub(super) fn scales(view: &ViewContext, report: &Report) -> Html {
    let t = &view.messages().result;
    section(
        t.scales,
        html! {
            <div class="themes">
                { for report.shared().map(|scale| scale_section(view, scale)) }
            </div>
        },
    )
}

fn scale_section(view: &ViewContext, report: &ScaleReport) -> Html {
    let t = &view.messages().result;
    let scale = &view.instrument.scales()[report.scale];
    let limiting = scale.polarity == Polarity::Limiting;
    let (both, lifted, lowered) = if limiting {
        (t.both_limiting, t.lifted_limiting, t.lowered_limiting)
    } else {
        (t.both, t.lifted, t.lowered)
    };
    let border = view.instrument.rules().show_border;
    html! {
        <div key={scale.id.clone()} class="theme">
            <div class="stack">
                <div>
                    { text_element("h3", "", view.text(&scale.name)) }
                    { text_element("p", "muted small", band_label(scale, report, view.language, view.messages())) }
                </div>
                { text_element("p", "small", view.text(&scale.definition)) }
            </div>
            <div class="stack">
                if let Some(scored) = &report.score.scored {
                    { text_element("p", "", view.text(&scale.band(scored.band).text)) }
                    if scored.border && border {
                        { text_element("p", "muted small", t.border) }
                    }
                    if let Some(text) = &scale.band(scored.band).in_account {
                        <div>
                            { text_element("h4", "", t.in_account) }
                            { text_element("p", "", view.text(text)) }
                        </div>
                    }
                }
                if let Some(question) = scale.self_questions.get(report.self_question) {
                    <div>
                        { text_element("h4", "", t.ask_yourself) }
                        { text_element("p", "self-question", view.text(question)) }
                    </div>
                }
                { disclosure(both, html! {
                    <div class="theme-columns">
                        { contributions(view, lifted, t.nothing_lifted, &report.lifted) }
                        { contributions(view, lowered, t.nothing_lowered, &report.lowered) }
                    </div>
                }) }
            </div>
        </div>
    }
}

fn contributions(
    view: &ViewContext,
    title: &'static str,
    nothing: &'static str,
    moved: &[Contribution],
) -> Html {
    let rows = moved.iter().map(|one| {
        let item = &view.instrument.items()[one.item];
        html! {
            <li key={item.id.clone()}>
                { view.text(&item.text) }
                { text_element("small", "", view.label(one.value)) }
            </li>
        }
    });
    html! {
        <div>
            { text_element("h4", "", title) }
            if moved.is_empty() {
                { text_element("p", "muted small", nothing) }
            } else {
                { list("contributions", rows.collect()) }
            }
        </div>
    }
}
