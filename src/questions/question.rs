//! One question a screen: a statement to rate, or a question about the situation.

use ui::{RadioGroup, RadioOption, ViewContext, button, text_element, untranslated_element};
use yew::prelude::*;

/// The question and its options.
#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// Id of the item or context question.
    pub id: AttrValue,
    /// The line above it: where in the journey this is.
    pub place: AttrValue,
    /// The statement or question.
    pub text: AttrValue,
    /// A line of explanation, where one is needed.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// The options.
    pub options: Vec<RadioOption>,
    /// The chosen one, as an index.
    pub chosen: Option<usize>,
    /// What leaving it out is called.
    pub skip: AttrValue,
    /// Leaving out all of its kind, where that is offered.
    #[prop_or_default]
    pub skip_all: Option<(AttrValue, Callback<MouseEvent>)>,
    /// Whether this is the first time a number key may be hinted at in words.
    #[prop_or_default]
    pub explain_keys: bool,
    /// Said quietly below: whether answers are saved.
    pub saved: AttrValue,
    /// An option is chosen without going on.
    pub on_choose: Callback<usize>,
    /// An option is answered.
    pub on_answer: Callback<usize>,
    /// Left out.
    pub on_skip: Callback<MouseEvent>,
    /// One screen back; `None` where there is nothing before.
    pub on_back: Option<Callback<MouseEvent>>,
    /// Stop and continue later.
    pub on_stop: Callback<MouseEvent>,
}

/// One question. The parent keys it by id, so that nothing of the previous question can
/// be left under a new legend, not even by a browser's page translation.
#[component]
pub fn Question(props: &QuestionProps) -> Html {
    let t = &props.view.messages().journey;
    let common = &props.view.messages().common;
    let go_on = props.chosen.map(|chosen| {
        let on_answer = props.on_answer.clone();
        Callback::from(move |_: MouseEvent| on_answer.emit(chosen))
    });
    html! {
        <div class="question" data-part="question" data-item={&props.id}>
            <div class="question-head">
                { untranslated_element("p", "", &props.place) }
                if let Some(hint) = &props.hint {
                    { text_element("p", "", hint) }
                }
            </div>
            <RadioGroup
                id={&props.id}
                legend={&props.text}
                options={props.options.clone()}
                chosen={props.chosen}
                focus={props.view.moved}
                key_hints={props.view.keyboard}
                on_choose={&props.on_choose}
                on_answer={&props.on_answer}
            />
            <div class="nav" data-part="nav">
                if let Some(on_back) = &props.on_back {
                    <button type="button" class="button-quiet" data-part="button" onclick={on_back}>
                        <span aria-hidden="true">{ "← " }</span>{ common.back }
                    </button>
                } else {
                    <span></span>
                }
                <div class="nav-forward">
                    { button("button-quiet", props.skip.clone(), props.on_skip.clone()) }
                    if let Some(onclick) = go_on {
                        { button("button button-primary", common.go_on, onclick) }
                    }
                </div>
            </div>
            <div class="question-foot">
                if let Some((text, onclick)) = &props.skip_all {
                    { button("button-link", text.clone(), onclick.clone()) }
                }
                if props.explain_keys && props.view.keyboard {
                    { text_element("span", "", t.key_hint) }
                }
                { text_element("span", "", &props.saved) }
                { button("button-link", t.stop, props.on_stop.clone()) }
            </div>
        </div>
    }
}
