//! What is saved and shared: the form of the file, the file itself, and then saving.

use super::{Origin, ResultAction, ResultProps};
use crate::export::{Form, Part};
use crate::i18n::FileTexts;
use crate::ui::parts::{button, preview};
use crate::ui::scene::Scene;
use yew::prelude::*;

/// The forms, each with its name: these are the same in every language.
const FORMS: [(Form, &str); 6] = [
    (Form::Json, "JSON"),
    (Form::Markdown, "Markdown"),
    (Form::Sessions, "CSV"),
    (Form::Answers, "CSV"),
    (Form::Codebook, "CSV"),
    (Form::Calendar, "iCalendar"),
];

pub(super) fn share(props: &ResultProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().result;
    let files = &scene.messages().files;
    let common = &scene.messages().common;
    let act = |action: ResultAction| props.on_action.reform(move |_: MouseEvent| action.clone());
    let kind = FORMS.iter().find(|(form, _)| *form == props.form);
    let save = (files.save_as)(kind.map_or("", |(_, name)| name));
    html! {
        <section class="section" id="share">
            <h2>{ t.share }</h2>
            <p>{ scene.say("share_notice") }</p>
            if props.origin == Origin::Own {
                { label(props) }
            }
            { parts(scene, props) }
            { forms(scene, props) }
            if let Some((name, text)) = &props.preview {
                { preview((files.preview_of)(name), text) }
            }
            <div class="actions">
                { button("button button-primary", save, act(ResultAction::Save)) }
                if props.preview.is_none() {
                    { button("button", files.preview, act(ResultAction::Preview)) }
                }
                { button("button", common.print, act(ResultAction::Print)) }
                if props.origin == Origin::Own {
                    { button("button-quiet", t.change_answers, act(ResultAction::Review)) }
                }
            </div>
        </section>
    }
}

fn label(props: &ResultProps) -> Html {
    let t = &props.scene.messages().result;
    let oninput = props.on_label.reform(|event: InputEvent| {
        let field: web_sys::HtmlInputElement = event.target_unchecked_into();
        field.value()
    });
    html! {
        <div class="field">
            <label for="label">{ t.label }</label>
            <input
                id="label"
                type="text"
                maxlength="80"
                autocomplete="off"
                aria-describedby="label-hint"
                value={props.session.parts().pseudonym.clone()}
                {oninput}
            />
            <p id="label-hint" class="muted small">{ t.label_hint }</p>
        </div>
    }
}

/// What goes into the file: every part by itself.
fn parts(scene: &Scene, props: &ResultProps) -> Html {
    let t = &scene.messages().files;
    let rows = Part::ALL.into_iter().zip(t.parts).map(|(part, name)| {
        let id = ["share-", part.name()].concat();
        let checked = props.share.includes(part);
        let changed = props.share.with(part, !checked);
        let onchange = props
            .on_action
            .reform(move |_: Event| ResultAction::Share(changed));
        html! {
            <div key={part.name()} class="choice">
                <input type="checkbox" id={id.clone()} {checked} {onchange} />
                <label for={id}>{ name }</label>
            </div>
        }
    });
    html! {
        <fieldset class="forms share-parts" aria-describedby="share-hint">
            <legend>{ t.share }</legend>
            <p id="share-hint" class="muted small">{ t.share_hint }</p>
            { for rows }
        </fieldset>
    }
}

fn forms(scene: &Scene, props: &ResultProps) -> Html {
    let t = &scene.messages().files;
    let rows = FORMS.iter().enumerate().map(|(n, (form, name))| {
        let form = *form;
        let id = format!("form-{n}");
        let onchange = props.on_action.reform(move |_: Event| ResultAction::Form(form));
        html! {
            <div key={n} class="form">
                <input type="radio" name="form" id={id.clone()} checked={form == props.form} {onchange} />
                <label for={id}>
                    <span class="form-name" translate="no">{ *name }</span>
                    <span class="muted small">{ purpose(t, form) }</span>
                </label>
            </div>
        }
    });
    html! {
        <fieldset class="forms">
            <legend>{ t.format }</legend>
            { for rows }
        </fieldset>
    }
}

fn purpose(t: &FileTexts, form: Form) -> &'static str {
    match form {
        Form::Json => t.json,
        Form::Markdown => t.markdown,
        Form::Sessions => t.sessions,
        Form::Answers => t.answers,
        Form::Codebook => t.codebook,
        Form::Calendar => t.calendar,
    }
}
