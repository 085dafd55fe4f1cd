//! One choice from a few: native radios in a fieldset, each a card.
//!
//! A click, a tap or Enter on the chosen option goes on; arrow keys only move. Browsers
//! send a click for an arrow key too, with a click count of 0.

use crate::element::{
    attributed, element, element_with, fragment, keyed, nodes, text, text_element,
};
use crate::field_id::field_id;
use crate::focus::focused_on_arrival;
use yew::prelude::*;

/// One option.
pub struct RadioOption {
    /// Its value.
    pub value: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// The number key that means it, where there is one.
    pub key: Option<u8>,
}

/// What is asked and what may be answered.
pub struct RadioGroupProps {
    /// The radios' name; their ids begin with it, after `question-`.
    pub id: AttrValue,
    /// What is asked.
    pub legend: AttrValue,
    /// The options, in order.
    pub options: Vec<RadioOption>,
    /// The chosen option, as an index.
    pub chosen: Option<usize>,
    /// Whether the legend takes the focus on arrival.
    pub focus: bool,
    /// Whether the number keys are hinted at.
    pub key_hints: bool,
    /// An option is chosen, without going on.
    pub on_choose: Callback<usize>,
    /// An option is answered: go on.
    pub on_answer: Callback<usize>,
}

/// A fieldset of native radios, with what is asked as its legend.
pub fn radio_group(props: &RadioGroupProps) -> Html {
    let names = &["class", "data-part", "tabindex"];
    let legend = text_element("h1", "", &props.legend);
    let legend = element_with("legend", names, ["legend", "legend", "-1"], legend);
    let onkeydown = {
        let (chosen, on_answer) = (props.chosen, props.on_answer.clone());
        Callback::from(move |event: KeyboardEvent| {
            // Held down it would answer the questions that come next too.
            if event.key() == "Enter"
                && !event.repeat()
                && let Some(chosen) = chosen
            {
                event.prevent_default();
                on_answer.emit(chosen);
            }
        })
    };
    let options = props.options.iter().enumerate().map(|(n, option)| {
        let id = field_id(&["question-", &props.id, "-", &option.value].concat());
        let onchange = props.on_choose.reform(move |_: Event| n);
        let on_answer = props.on_answer.clone();
        let onclick = Callback::from(move |event: MouseEvent| {
            if event.detail() > 0 {
                on_answer.emit(n);
            }
        });
        let chosen = props.chosen == Some(n);
        // A class, because `:has(:checked)` makes the browser look at the whole page again on
        // every answer, which costs a phone more than the answer itself.
        let class = match chosen {
            true => "option option-chosen",
            false => "option",
        };
        let value = &option.value;
        let input = html! { <input {value} checked={chosen} {onchange} {onclick} /> };
        let names = &["class", "type", "id", "name"];
        let input = attributed(input, names, &["option-input", "radio", &id, &props.id]);
        let dot = ["option-dot", "true"];
        let dot = element_with("span", &["class", "aria-hidden"], dot, Html::default());
        let label = text(&option.label);
        let label = element_with("label", &["data-part", "for"], ["option-label", &id], label);
        let key = option.key.filter(|_| props.key_hints).map(|key| {
            let names = &["class", "aria-hidden", "translate"];
            element_with(
                "kbd",
                names,
                ["option-key", "true", "no"],
                text(key.to_string()),
            )
        });
        let content = fragment([input, dot, label, key.unwrap_or_default()]);
        let names = &["class", "data-part"];
        keyed(
            &option.value,
            element_with("div", names, [class, "option"], content),
        )
    });
    let content = fragment([
        focused_on_arrival(legend, props.focus),
        element("div", "options", nodes(options)),
    ]);
    html! { <fieldset {onkeydown}>{ content }</fieldset> }
}
