//! Beliefs agreed with: in their own words, with a counterpart and a question.

mod examine;

use super::fields::Fields;
use super::{Edit, ResultMsg, ResultProps};
use examine::examine;
use model::{BeliefEdit, Polarity};
use ui::{button, disclosure, list, section, text_element};
use yew::prelude::*;

pub(super) fn beliefs(props: &ResultProps, fields: &Fields) -> Html {
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
            props
                .session
                .belief(&view.instrument.items()[item].id)
                .is_some()
        });
    let shown = report.beliefs.iter().chain(&examined);
    let cards = shown.map(|&item| belief(props, fields, item));
    section(
        t.beliefs,
        html! {
            <>
                { text_element("p", "", lead) }
                <div class="beliefs">{ for cards }</div>
                if fields.editable && !others.is_empty() {
                    { disclosure(view.messages().work.another_belief, list("contributions", others.iter().map(|&item| other(fields, item)).collect())) }
                }
            </>
        },
    )
}

/// A belief that was not agreed with; it begins with the statement as one's own words.
fn other(fields: &Fields, item: usize) -> Html {
    let asked = &fields.view.instrument.items()[item];
    let text = fields.view.text(&asked.text);
    let edit = BeliefEdit::OwnWords(text.to_string());
    let on_click = fields.on_click(ResultMsg::Edit(Edit::Belief(item, edit)));
    html! { <li key={asked.id.clone()}>{ button("button-link", text, on_click) }</li> }
}

fn belief(props: &ResultProps, fields: &Fields, item: usize) -> Html {
    let (view, session) = (&props.view, &props.session);
    let t = &view.messages().result;
    let asked = &view.instrument.items()[item];
    let answer = session
        .answers()
        .rating(item)
        .map(|rating| view.label(rating.value()))
        .unwrap_or_default();
    html! {
        <div key={asked.id.clone()} class="card belief" data-item={asked.id.clone()}>
            <div>
                { text_element("p", "belief-words", view.text(&asked.text)) }
                <p class="muted small">{ t.your_answer }{ ": " }{ &answer }</p>
            </div>
            if let Some(reframe) = view.instrument.reframe(item) {
                <dl>
                    <div>
                        { text_element("dt", "", t.supporting) }
                        { text_element("dd", "", view.text(&reframe.supporting)) }
                    </div>
                    <div>
                        { text_element("dt", "", t.question) }
                        { text_element("dd", "", view.text(&reframe.coaching_question)) }
                    </div>
                </dl>
            }
            { examine(props, fields, item, &answer) }
        </div>
    }
}
