//! Beliefs agreed with: in their own words, with a counterpart and a question.

mod examine;

use super::fields::Fields;
use super::{Edit, ResultMsg, ResultProps};
use examine::examine;
use model::{BeliefEdit, Polarity};
use ui::{
    button, definition, disclosure, element, element_with, fragment, keyed, list, nodes, section,
    text, text_element, when,
};
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
    let items = report.beliefs.iter().chain(&examined);
    let cards = items.map(|&item| belief(props, fields, item));
    let more = fields.editable && !others.is_empty();
    let others = others.iter().map(|&item| other(fields, item));
    let add = || {
        let others = list("contributions", nodes(others));
        disclosure(view.messages().work.another_belief, others)
    };
    let content = [
        text_element("p", "", lead),
        element("div", "beliefs", nodes(cards)),
        when(more, add),
    ];
    section(t.beliefs, content)
}

/// A belief that was not agreed with; it begins with the statement as one's own words.
fn other(fields: &Fields, item: usize) -> Html {
    let belief = &fields.view.instrument.items()[item];
    let text = fields.view.text(&belief.text);
    let edit = BeliefEdit::OwnWords(text.to_string());
    let on_click = fields.on_click(ResultMsg::Edit(Edit::Belief(item, edit)));
    keyed(
        &belief.id,
        element("li", "", button("button-link", text, on_click)),
    )
}

fn belief(props: &ResultProps, fields: &Fields, item: usize) -> Html {
    let (view, session) = (&props.view, &props.session);
    let t = &view.messages().result;
    let limiting = &view.instrument.items()[item];
    let answer = session
        .answers()
        .rating(item)
        .map(|rating| view.label(rating.value()))
        .unwrap_or_default();
    let words = [
        text_element("p", "belief-words", view.text(&limiting.text)),
        element(
            "p",
            "muted small",
            [text(t.your_answer), text(": "), text(&answer)],
        ),
    ];
    let reframe = view.instrument.reframe(item).map(|reframe| {
        let pairs = [
            definition("", t.supporting, view.text(&reframe.supporting)),
            definition("", t.question, view.text(&reframe.coaching_question)),
        ];
        element("dl", "", pairs)
    });
    let content = [
        element("div", "", words),
        reframe.unwrap_or_default(),
        examine(props, fields, item, &answer),
    ];
    let values = ["card belief", &limiting.id];
    let card = element_with("div", &["class", "data-item"], values, fragment(content));
    keyed(&limiting.id, card)
}
