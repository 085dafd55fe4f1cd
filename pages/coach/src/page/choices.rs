//! The fields: lists to choose from, and lines to type in.

use crate::attributes::{Attributes, Field};
use crate::texts::{field as field_texts, texts};
use model::Language;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

pub(super) fn choices(
    language: Language,
    attributes: &Attributes,
    change: &Callback<(Field, String)>,
) -> Html {
    let fields = Field::ALL.into_iter().map(|field| {
        let (label, hint, options) = field_texts(field, language);
        let id = ["field-", field.name()].concat();
        let control = if options.is_empty() {
            typed(field, &id, attributes, change)
        } else {
            chosen(field, &id, options, attributes, change)
        };
        html! {
            <div key={field.name()} class="field">
                <label for={id.clone()}>{ label }</label>
                { control }
                { remarks(field, language, &id, hint, attributes) }
            </div>
        }
    });
    html! { <div class="builder-fields">{ for fields }</div> }
}

fn chosen(
    field: Field,
    id: &str,
    options: &[&'static str],
    attributes: &Attributes,
    change: &Callback<(Field, String)>,
) -> Html {
    let onchange = change.reform(move |event: Event| {
        let list: HtmlSelectElement = event.target_unchecked_into();
        (field, list.value())
    });
    let values = field.options();
    let current = match attributes.get(field) {
        "" => values[0],
        value => value,
    };
    let rows = values.iter().zip(options).map(|(value, label)| {
        html! { <option value={*value} selected={*value == current}>{ *label }</option> }
    });
    html! {
        <select id={id.to_owned()} aria-describedby={[id, "-hint"].concat()} {onchange}>{ for rows }</select>
    }
}

fn typed(
    field: Field,
    id: &str,
    attributes: &Attributes,
    change: &Callback<(Field, String)>,
) -> Html {
    // When it is left, not at every letter: the preview would load anew each time.
    let onchange = change.reform(move |event: Event| {
        let line: HtmlInputElement = event.target_unchecked_into();
        (field, line.value())
    });
    let sound = attributes.is_sound(field);
    html! {
        <input
            id={id.to_owned()}
            type="text"
            autocomplete="off"
            spellcheck="false"
            maxlength="2000"
            aria-describedby={[id, "-hint"].concat()}
            aria-invalid={(!sound).then_some("true")}
            value={attributes.get(field).to_owned()}
            {onchange}
        />
    }
}

fn remarks(
    field: Field,
    language: Language,
    id: &str,
    hint: &'static str,
    attributes: &Attributes,
) -> Html {
    let t = texts(language);
    let accent = (field == Field::Accent)
        .then(|| attributes.changed_accent())
        .flatten();
    let (light, dark) = accent.unwrap_or_default();
    html! {
        <div id={[id, "-hint"].concat()} class="small">
            <p class="muted small">{ hint }</p>
            <div role="status">
                if !attributes.is_sound(field) {
                    <p data-part="error">{ t.not_sound }</p>
                }
                if let Some(colour) = light {
                    <p>{ (t.accent_light)(&colour.hex()) }</p>
                }
                if let Some(colour) = dark {
                    <p>{ (t.accent_dark)(&colour.hex()) }</p>
                }
            </div>
        </div>
    }
}
