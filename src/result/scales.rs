//! Scale by scale: what it means, what lifted and lowered it, a question to oneself.

use model::Polarity;
use report::{Contribution, Report, ScaleReport, band_label};
use ui::Disclosure;
use ui::ViewContext;
use yew::prelude::*;

pub(super) fn scales(view: &ViewContext, report: &Report) -> Html {
    let t = &view.messages().result;
    html! {
        <section class="section">
            <h2>{ t.scales }</h2>
            <div class="themes">
                { for report.shared().map(|scale| scale_section(view, scale)) }
            </div>
        </section>
    }
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
                    <h3>{ view.text(&scale.name) }</h3>
                    <p class="muted small">{ band_label(scale, report, view.language) }</p>
                </div>
                <p class="small">{ view.text(&scale.definition) }</p>
            </div>
            <div class="stack">
                if let Some(scored) = &report.score.scored {
                    <p>{ view.text(&scale.band(scored.band).text) }</p>
                    if scored.border && border {
                        <p class="muted small">{ t.border }</p>
                    }
                    if let Some(text) = &scale.band(scored.band).in_account {
                        <div>
                            <h4>{ t.in_account }</h4>
                            <p>{ view.text(text) }</p>
                        </div>
                    }
                }
                if let Some(question) = scale.self_questions.get(report.self_question) {
                    <div>
                        <h4>{ t.ask_yourself }</h4>
                        <p class="self-question">{ view.text(question) }</p>
                    </div>
                }
                <Disclosure summary={both}>
                    <div class="theme-columns">
                        { contributions(view, lifted, t.nothing_lifted, &report.lifted) }
                        { contributions(view, lowered, t.nothing_lowered, &report.lowered) }
                    </div>
                </Disclosure>
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
                <small>{ view.label(one.value) }</small>
            </li>
        }
    });
    html! {
        <div>
            <h4>{ title }</h4>
            if moved.is_empty() {
                <p class="muted small">{ nothing }</p>
            } else {
                <ul class="contributions" role="list">{ for rows }</ul>
            }
        </div>
    }
}
