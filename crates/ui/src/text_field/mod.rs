//! A labelled field for typed text.
//!
//! What is being typed is the field's own state: the page hears of each change, and need not
//! render again for it.

use crate::element::{attributed, element, element_with, text};
use crate::field_id::field_id;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

/// What kind of text is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// Several lines.
    Lines,
    /// One line.
    Line,
    /// A day; the browser's own field for it.
    Date,
}

/// A labelled field for typed text.
pub fn text_field(props: TextFieldProps) -> Html {
    html! { <TextField ..props /> }
}

/// What the field shows and reports.
#[derive(Properties, PartialEq)]
pub struct TextFieldProps {
    /// Its name for [`field_id`].
    pub id: AttrValue,
    /// What kind of text.
    pub kind: TextKind,
    /// Its name for the reader.
    pub label: AttrValue,
    /// The text as the page knows it.
    pub value: AttrValue,
    /// Most characters, where there is a limit.
    pub max: usize,
    /// Whether it can only be read.
    pub readonly: bool,
    /// A line of explanation below it.
    pub hint: Option<AttrValue>,
    /// The text has become this.
    pub on_input: Callback<String>,
    /// The field has been left.
    pub on_leave: Callback<()>,
}

const NAMES: &[&str] = &[
    "id",
    "rows",
    "type",
    "autocomplete",
    "maxlength",
    "readonly",
    "aria-describedby",
];

/// A component, as what has been typed is its own state.
struct TextField {
    typed: AttrValue,
    hear: Callback<String>,
}

impl Component for TextField {
    /// What has been typed.
    type Message = String;
    type Properties = TextFieldProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self {
            typed: ctx.props().value.clone(),
            hear: ctx.link().callback(|text| text),
        }
    }

    fn update(&mut self, _: &Context<Self>, text: String) -> bool {
        self.typed = text.into();
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, old: &TextFieldProps) -> bool {
        // Whoever changes the text from outside (an example that is taken, an undo) wins.
        let value = &ctx.props().value;
        if *value != old.value {
            self.typed = value.clone();
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let props = ctx.props();
        let oninput = {
            let (hear, on_input) = (self.hear.clone(), props.on_input.clone());
            let kind = props.kind;
            Callback::from(move |event: InputEvent| {
                let text = match kind {
                    TextKind::Lines => event.target_unchecked_into::<HtmlTextAreaElement>().value(),
                    _ => event.target_unchecked_into::<HtmlInputElement>().value(),
                };
                hear.emit(text.clone());
                on_input.emit(text);
            })
        };
        let onblur = props.on_leave.reform(|_: FocusEvent| ());
        let id = field_id(&props.id);
        let hint = props.hint.as_ref().map(|_| [&id, "-hint"].concat());
        let hint = hint.unwrap_or_default();
        let value = self.typed.clone();
        let field = match props.kind {
            TextKind::Lines => html! { <textarea {value} {oninput} {onblur} /> },
            TextKind::Line | TextKind::Date => html! { <input {value} {oninput} {onblur} /> },
        };
        let [rows, input_type, autocomplete] = match props.kind {
            TextKind::Lines => ["2", "", ""],
            TextKind::Line => ["", "text", "off"],
            TextKind::Date => ["", "date", "off"],
        };
        let readonly = match props.readonly {
            true => "readonly",
            false => "",
        };
        let max = props.max.to_string();
        let values = [&*id, rows, input_type, autocomplete, &max, readonly, &hint];
        let label = text(&props.label);
        let explanation = props.hint.as_ref().map(|explanation| {
            let values = [&*hint, "muted small"];
            element_with("p", &["id", "class"], values, text(explanation))
        });
        let content = [
            element_with("label", &["for"], [&id], label),
            attributed(field, NAMES, &values),
            explanation.unwrap_or_default(),
        ];
        element("div", "field", content)
    }
}
