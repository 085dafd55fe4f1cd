//! The calculator of effort: from four numbers to conversations a week, and what becomes of them.
//! What is filled in belongs to the screen and is stored nowhere.

mod picture;
mod update;

use super::fields::Fields;
use super::{ResultMsg, ResultProps};
use i18n::CalculatorTexts;
use model::{EffortTexts, MAX_AGREEMENTS};
use picture::picture;
use report::filled;
use scoring::{About, Amount, EFFORT_MAX, Effort, EffortNumbers, effort};
use ui::{
    NumberField, ViewContext, button, div_section, element, element_with, fragment, keyed, nodes,
    number_field, text, text_element, when,
};
use yew::prelude::*;

/// What is typed into the four fields, in the order of [`EFFORT_MAX`].
pub type EffortFields = [AttrValue; 4];

/// What can happen to the calculator.
#[derive(Clone)]
pub enum EffortMsg {
    /// This was typed into the field at this place.
    Type(usize, AttrValue),
    /// One fewer in the field at this place.
    Fewer(usize),
    /// One more in it.
    More(usize),
    /// The outcome is made an agreement.
    TakeOver,
}

/// From this many conversations a week on, what to do when they do not fit stands above the button
/// and not below it: that is more than five a day, beside all else that selling asks.
const TOO_MANY: u32 = 26;

/// The number in the field at this place, where there is one within its bounds.
pub(super) fn number(fields: &EffortFields, n: usize) -> Option<u32> {
    let number = fields[n].parse().ok()?;
    (1..=EFFORT_MAX[n]).contains(&number).then_some(number)
}

/// The numbers that are filled in, where all four are.
pub(super) fn numbers(fields: &EffortFields) -> Option<EffortNumbers> {
    EffortNumbers::new(std::array::from_fn(|n| fields[n].parse().ok()))
}

/// The calculator, where the instrument has one.
pub(super) fn calculator(props: &ResultProps, fields: &Fields) -> Html {
    let view = &props.view;
    let Some(texts) = &view.instrument.parts().effort else {
        return Html::default();
    };
    let effort = numbers(&props.effort).map(effort);
    let entry = (0..EFFORT_MAX.len()).map(|n| field(props, texts, n));
    let entry = fragment([
        element("div", "calculator-fields", nodes(entry)),
        outcome(view, texts, effort.as_ref()),
        goal(props, fields, texts, effort.as_ref()),
        text_element("p", "calculator-foot muted small", view.text(&texts.foot)),
    ]);
    let content = [
        text_element("h2", "", view.text(&texts.title)),
        text_element("p", "calculator-lead", view.text(&texts.lead)),
        div_section("calculator-desk", "calculator", entry),
    ];
    let names = &["class", "data-section"];
    element_with(
        "section",
        names,
        ["section", "calculator"],
        fragment(content),
    )
}

fn field(props: &ResultProps, texts: &EffortTexts, n: usize) -> Html {
    let t = &props.view.messages().calculator;
    let label = props.view.text(&texts.fields[n]);
    let send = |message| ui::on_click(&props.on_message, ResultMsg::Effort(message));
    let (value, max) = (props.effort[n].clone(), EFFORT_MAX[n]);
    let fits = value.is_empty() || number(&props.effort, n).is_some();
    let id = ["effort-", &n.to_string()].concat();
    let field = NumberField {
        steps: [t.less(&label), t.more(&label)],
        label,
        value,
        max,
        fault: (!fits).then(|| t.bounds(max)),
        on_input: props
            .on_message
            .reform(move |typed: String| ResultMsg::Effort(EffortMsg::Type(n, typed.into()))),
        on_steps: [send(EffortMsg::Fewer(n)), send(EffortMsg::More(n))],
        id: id.clone(),
    };
    keyed(&id, number_field(field))
}

/// What comes of it, in a sentence that is read out when it changes, and a picture.
fn outcome(view: &ViewContext, texts: &EffortTexts, effort: Option<&Effort>) -> Html {
    let said = match effort {
        Some(effort) => {
            let n = effort.on_paper.a_week.to_string();
            let m = effort.with_extra.a_week.to_string();
            sentence(texts.result.get(view.language), &[("n", &n), ("m", &m)])
        }
        None => text_element("p", "", view.text(&texts.incomplete)),
    };
    let content = [
        element_with("div", &["role"], ["status"], said),
        effort
            .map(|effort| picture(view, effort))
            .unwrap_or_default(),
    ];
    element("div", "calculator-outcome", content)
}

/// The outcome as a statement: what it is about on a line of its own, up to a colon, and what is said
/// of the fifth extra standing out, from its number up to the full stop.
fn sentence(outcome: &str, values: &[(&str, &str)]) -> Html {
    let at = outcome.find("{m}").unwrap_or(outcome.len());
    let (before, extra) = outcome.split_at(at);
    let end = extra.strip_suffix('.').map_or("", |_| ".");
    let extra = filled(extra.strip_suffix('.').unwrap_or(extra), values);
    let (about, before) = match before.split_once(": ") {
        Some((about, before)) => ([about, ": "].concat(), before),
        None => (String::new(), before),
    };
    let content = [
        text_element("span", "calculator-about", about),
        text(filled(before, values)),
        text_element("span", "calculator-extra", extra),
        text(end),
    ];
    element("p", "calculator-result", content)
}

/// The way to an agreement, where one can be made, and what to do when it does not fit into a week.
fn goal(
    props: &ResultProps,
    fields: &Fields,
    texts: &EffortTexts,
    effort: Option<&Effort>,
) -> Html {
    let Some(effort) = effort else {
        return Html::default();
    };
    let t = &props.view.messages().calculator;
    let full = props.joined.agreements.len() >= MAX_AGREEMENTS;
    let take_over = when(fields.editable, || match full {
        true => text_element("p", "small", t.full),
        false => {
            let message = ResultMsg::Effort(EffortMsg::TakeOver);
            let onclick = fields.on_click(message);
            button("button button-primary", t.take_over, onclick)
        }
    });
    let too_many = props.view.text(&texts.too_many);
    let content = match effort.with_extra.a_week >= TOO_MANY {
        true => [text_element("p", "", too_many), take_over],
        false => [take_over, text_element("p", "muted small", too_many)],
    };
    element("div", "calculator-goal", content)
}

/// An amount in a word or two.
fn said(t: &CalculatorTexts, amount: Amount) -> String {
    match amount.about() {
        About::Exactly(n) => n.to_string(),
        About::Over(n) => t.over(n),
        About::Nearly(n) => t.nearly(n),
        About::BelowOne => t.below_one.to_owned(),
    }
}

/// How many deals there are beyond those that are needed.
fn enough(t: &CalculatorTexts, to_spare: Amount) -> String {
    match to_spare.about() {
        About::Exactly(0) => t.just_enough.to_owned(),
        _ => t.to_spare(&said(t, to_spare)),
    }
}
