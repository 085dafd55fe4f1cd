//! One choice from a few: native radios in a fieldset, each a card.
//!
//! A click, a tap or Enter on the chosen option goes on; arrow keys only move. Browsers
//! send a click for an arrow key too, with a click count of 0.

use crate::element::nodes;
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
    let legend = html! {
        <legend class="legend" data-part="legend" tabindex="-1"><h1>{ &props.legend }</h1></legend>
    };
    let onkeydown = {
        let (chosen, on_answer) = (props.chosen, props.on_answer.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter"
                && let Some(chosen) = chosen
            {
                event.prevent_default();
                on_answer.emit(chosen);
            }
        })
    };
    let options = props.options.iter().enumerate().map(|(n, option)| {
        let id = ["question-", &props.id, "-", &option.value].concat();
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
        let class = classes!("option", chosen.then_some("option-chosen"));
        html! {
            <div key={option.value.to_string()} {class} data-part="option">
                <input
                    class="option-input"
                    type="radio"
                    id={id.clone()}
                    name={&props.id}
                    value={&option.value}
                    checked={chosen}
                    {onchange}
                    {onclick}
                />
                <span class="option-dot" aria-hidden="true"></span>
                <label data-part="option-label" for={id}>{ &option.label }</label>
                if let Some(key) = option.key.filter(|_| props.key_hints) {
                    <kbd class="option-key" aria-hidden="true" translate="no">{ key }</kbd>
                }
            </div>
        }
    });
    html! {
        <fieldset {onkeydown}>
            { focused_on_arrival(legend, props.focus) }
            <div class="options">{ nodes(options) }</div>
        </fieldset>
    }
}
