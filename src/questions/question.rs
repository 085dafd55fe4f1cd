//! One question a screen: a statement to rate, or a question about the situation.

use ui::{
    RadioGroupProps, RadioOption, ViewContext, back_button, button, element, element_with,
    fragment, keyed, radio_group, text_element, untranslated_element, when,
};
use yew::prelude::*;

/// The question and its options.
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
    pub hint: Option<AttrValue>,
    /// The options.
    pub options: Vec<RadioOption>,
    /// The chosen one, as an index.
    pub chosen: Option<usize>,
    /// What leaving it out is called.
    pub skip: AttrValue,
    /// Leaving out all of its kind, where that is offered.
    pub skip_all: Option<(AttrValue, Callback<MouseEvent>)>,
    /// Whether this is the first time a number key may be hinted at in words.
    pub explain_keys: bool,
    /// Said quietly below: whether answers are saved.
    pub saved: AttrValue,
    /// Whether that is not known yet: said where it takes long, and its place is left open up to then.
    pub saving: bool,
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

/// One question. Keyed by its id, so that nothing of the previous question can be left under a new
/// legend, not even by a browser's page translation.
pub fn question(props: QuestionProps) -> Html {
    let t = &props.view.messages().journey;
    let common = &props.view.messages().common;
    let go_on = props.chosen.map(|chosen| {
        let on_answer = props.on_answer.reform(move |_| chosen);
        button("button button-primary", common.go_on, on_answer)
    });
    let hint = props.hint.map(|hint| text_element("p", "", hint));
    let head = [
        untranslated_element("p", "", props.place),
        hint.unwrap_or_default(),
    ];
    let group = radio_group(&RadioGroupProps {
        id: props.id.clone(),
        legend: props.text,
        options: props.options,
        chosen: props.chosen,
        focus: props.view.moved,
        key_hints: props.view.keyboard,
        on_choose: props.on_choose,
        on_answer: props.on_answer,
    });
    let back = match props.on_back {
        Some(on_back) => back_button(common.back.into(), on_back),
        None => text_element("span", "", ""),
    };
    let forward = [
        button("button-quiet", props.skip, props.on_skip),
        go_on.unwrap_or_default(),
    ];
    let skip_all = props.skip_all;
    let skip_all = skip_all.map(|(text, onclick)| button("button-link", text, onclick));
    let explain_keys = props.explain_keys && props.view.keyboard;
    let saved = match props.saving {
        true => "saved unsaved",
        false => "saved",
    };
    let foot = [
        skip_all.unwrap_or_default(),
        when(explain_keys, || text_element("span", "", t.key_hint)),
        text_element("span", saved, props.saved),
        button("button-link", t.stop, props.on_stop),
    ];
    let nav = fragment([back, element("div", "nav-forward", forward)]);
    let content = fragment([
        element("div", "question-head", head),
        group,
        element_with("div", &["class", "data-part"], ["nav", "nav"], nav),
        element("div", "question-foot", foot),
    ]);
    let names = &["class", "data-part", "data-item"];
    let values = ["question", "question", &props.id];
    keyed(&props.id, element_with("div", names, values, content))
}
