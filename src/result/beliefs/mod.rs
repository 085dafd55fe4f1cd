//! Thoughts that hold back and thoughts that help: in their own words, with a counterpart and a
//! question.

mod examine;

use super::fields::Fields;
use super::{Edit, ResultMsg, ResultProps};
use examine::examine;
use model::{BeliefEdit, Key, Polarity};
use report::{ScaleReport, Thought, band_label};
use ui::{
    ViewContext, button, definition, disclosure, element, element_with, fragment, keyed, list,
    node_vec, nodes, section, text_element, when,
};
use yew::prelude::*;

/// The thoughts that a result gives to examine, those that were examined all the same, and the way
/// to examine another.
pub(super) fn beliefs(props: &ResultProps, fields: &Fields) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let items = view.instrument.items().iter().enumerate();
    let beliefs = items
        .filter(|(_, item)| view.instrument.scales()[item.scale].polarity == Polarity::Limiting);
    let (mut examined, mut others) = (Vec::new(), Vec::new());
    for (n, item) in beliefs {
        let is_named = |one: &Thought| one.agreed == Some(n) || one.disagreed.contains(&n);
        if props.report.thoughts.iter().any(is_named) {
            continue;
        }
        match (props.session.belief(&item.id), item.key) {
            (Some(_), _) => examined.push(Thought {
                agreed: Some(n),
                disagreed: Vec::new(),
            }),
            // Only what holds back is offered to examine.
            (None, Key::Plus) => others.push(n),
            (None, Key::Minus) => {}
        }
    }
    let thoughts = props.report.thoughts.iter();
    let (limiting, helping): (Vec<_>, Vec<_>) = thoughts.partition(|one| one.agreed.is_some());
    let none = limiting.is_empty() && helping.is_empty();
    let add = || {
        let others = others.iter().map(|&item| other(fields, item));
        let others = list("contributions", nodes(others));
        disclosure(view.messages().work.another_belief, others)
    };
    fragment([
        when(none, || {
            let said = unknown(props).unwrap_or_else(|| t.no_beliefs.into());
            text_element("p", "", said)
        }),
        group(props, fields, (t.beliefs, t.beliefs_lead), &limiting),
        group(
            props,
            fields,
            (view.messages().theme.helping_thoughts, t.beliefs_disagreed),
            &helping,
        ),
        group(
            props,
            fields,
            (view.messages().work.examined, ""),
            &examined.iter().collect::<Vec<_>>(),
        ),
        when(fields.editable && !others.is_empty(), add),
    ])
}

/// Why nothing is known of the limiting beliefs, where that is so: none of them was shared, or none
/// was answered.
pub(super) fn unknown(props: &ResultProps) -> Option<AttrValue> {
    let view = &props.view;
    let of_scale = |one: &&ScaleReport| &view.instrument.scales()[one.scale];
    let scales = props.report.scales.iter();
    let limiting = scales.filter(|one| of_scale(one).polarity == Polarity::Limiting);
    let mut unknown = limiting
        .clone()
        .take_while(|one| one.withheld || one.score.answered == 0);
    if unknown.clone().count() < limiting.count() {
        return None;
    }
    let first = unknown.next()?;
    Some(match first.withheld {
        true => view.messages().files.not_shared.into(),
        false => band_label(of_scale(&first), first, view.language, view.messages()).into(),
    })
}

/// Thoughts under their heading; nothing where there are none.
fn group(
    props: &ResultProps,
    fields: &Fields,
    (title, lead): (&'static str, &'static str),
    thoughts: &[&Thought],
) -> Html {
    let rows = node_vec(thoughts.iter().map(|one| thought(props, fields, one)));
    when(!rows.is_empty(), || {
        let content = [
            when(!lead.is_empty(), || text_element("p", "", lead)),
            list("two-sided-rows", fragment(rows)),
        ];
        section(title, content)
    })
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

/// What was answered, beside the thought that helps and a question.
fn thought(props: &ResultProps, fields: &Fields, thought: &Thought) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let items = || thought.agreed.iter().chain(&thought.disagreed).copied();
    let statements = items().map(|item| statement(props, item));
    let helps = thought.reframe(&view.instrument).map(|reframe| {
        let pairs = [
            definition("", t.supporting, view.text(&reframe.supporting)),
            definition("", t.question, view.text(&reframe.coaching_question)),
        ];
        element("dl", "helps", pairs)
    });
    // What was written about a supporting belief, which is offered no more, stays.
    let examined = items().filter(|&item| {
        let statement = &view.instrument.items()[item];
        statement.key == Key::Plus || props.session.belief(&statement.id).is_some()
    });
    let examined = examined.map(|item| examine(props, fields, item, &answer(props, item)));
    let sides = [
        element("div", "stack", [nodes(statements)]),
        helps.unwrap_or_default(),
    ];
    let content = [element("div", "two-sides", sides), nodes(examined)];
    let first = items().next().map(|item| &view.instrument.items()[item]);
    let id = first.map_or("", |item| &item.id);
    let names = &["class", "data-item"];
    keyed(
        id,
        element_with("li", names, ["thought", id], fragment(content)),
    )
}

/// A statement with the answer to it.
fn statement(props: &ResultProps, item: usize) -> Html {
    let view = &props.view;
    let statement = &view.instrument.items()[item];
    let words = ["‘", statement.text.get(view.language), "’"].concat();
    let answer = answer(props, item);
    let said = [
        text_element("p", "thought-words", words),
        when(!answer.is_empty(), || {
            let answered = [view.messages().result.your_answer, ": ", &answer].concat();
            text_element("p", "muted small", answered)
        }),
    ];
    keyed(&statement.id, element("div", "", said))
}

fn answer(props: &ResultProps, item: usize) -> AttrValue {
    let rating = props.session.answers().rating(item);
    rating.map_or_else(AttrValue::default, |rating| {
        props.view.label(rating.value())
    })
}

/// Whether the questionnaire has beliefs that hold back.
pub(super) fn has_beliefs(view: &ViewContext) -> bool {
    let mut scales = view.instrument.scales().iter();
    scales.any(|scale| scale.polarity == Polarity::Limiting)
}
