//! What is saved and shared: the form of the file, the file itself, and then saving.

use super::seal::{SHORTEST, seal};
use super::{Origin, ResultAction, ResultProps};
use crate::ui::parts::{Preview, button};
use crate::ui::scene::Scene;
use documents::Form;
use i18n::FileTexts;
use records::{Part, Share};
use yew::prelude::*;

/// The forms, each with its name: these are the same in every language.
const FORMS: [(Form, &str); 8] = [
    (Form::Json, "JSON"),
    (Form::Sealed, "age"),
    (Form::Markdown, "Markdown"),
    (Form::Sessions, "CSV"),
    (Form::Answers, "CSV"),
    (Form::Codebook, "CSV"),
    (Form::Calendar, "iCalendar"),
    (Form::Xapi, "xAPI"),
];

pub(super) fn share(props: &ResultProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().result;
    let files = &scene.messages().files;
    let common = &scene.messages().common;
    let act = |action: ResultAction| props.on_action.reform(move |_: MouseEvent| action.clone());
    html! {
        <section class="section" id="share">
            <h2>{ t.share }</h2>
            <p>{ scene.say("share_notice") }</p>
            if props.origin == Origin::Own {
                { label(props) }
            }
            { parts(scene, props) }
            { scales(scene, props) }
            { forms(scene, props) }
            if props.form == Form::Sealed {
                { seal(props) }
            }
            if let Some((name, text)) = &props.preview {
                <Preview key={name.to_string()} title={(files.preview_of)(name)} {text} />
            }
            <div class="actions">
                if props.preview.is_none() {
                    { button("button button-primary", files.preview, act(ResultAction::Preview)) }
                } else {
                    { save(props) }
                }
                { button("button", common.print, act(ResultAction::Print)) }
                if props.origin == Origin::Own {
                    { button("button-quiet", t.change_answers, act(ResultAction::Review)) }
                }
            </div>
        </section>
    }
}

/// Saves what is shown; under a passphrase only once that is long enough.
fn save(props: &ResultProps) -> Html {
    let files = &props.scene.messages().files;
    let sealed = props.form == Form::Sealed;
    let label: AttrValue = match sealed {
        true if props.sealing => files.seal_busy.into(),
        true => files.seal_save.into(),
        false => {
            let kind = FORMS.iter().find(|(form, _)| *form == props.form);
            (files.save_as)(kind.map_or("", |(_, name)| name)).into()
        }
    };
    let disabled = sealed && props.passphrase.chars().count() < SHORTEST;
    let onclick = props.on_action.reform(|_: MouseEvent| ResultAction::Save);
    html! {
        // A button of its own: a translated page would keep the words of the one before it.
        <button
            key="save"
            type="button"
            class="button button-primary"
            data-part="button-primary"
            {disabled}
            {onclick}
        >
            { label }
        </button>
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
                value={props.session.parts().subject.pseudonym.clone()}
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
        let checked = props.share.includes(part);
        shared(
            props,
            part.name(),
            name.into(),
            checked,
            props.share.with(part, !checked),
        )
    });
    html! {
        <fieldset class="forms share-parts" aria-describedby="share-hint">
            <legend>{ t.share }</legend>
            <p id="share-hint" class="muted small">{ t.share_hint }</p>
            { for rows }
        </fieldset>
    }
}

/// Of which scales: one that is off leaves nothing in the file.
fn scales(scene: &Scene, props: &ResultProps) -> Html {
    let t = &scene.messages().files;
    let rows = scene.instrument.scales().iter().enumerate();
    let rows = rows.map(|(n, scale)| {
        let checked = props.share.includes_scale(n);
        let changed = props.share.with_scale(n, !checked);
        shared(props, &scale.id, scene.text(&scale.name), checked, changed)
    });
    html! {
        <fieldset class="forms share-parts" aria-describedby="share-scales-hint">
            <legend>{ t.share_scales }</legend>
            <p id="share-scales-hint" class="muted small">{ t.share_scales_hint }</p>
            { for rows }
        </fieldset>
    }
}

fn shared(
    props: &ResultProps,
    name: &str,
    label: AttrValue,
    checked: bool,
    changed: Share,
) -> Html {
    let id = ["share-", name].concat();
    let onchange = props
        .on_action
        .reform(move |_: Event| ResultAction::Share(changed));
    html! {
        <div key={name.to_owned()} class="choice">
            <input type="checkbox" id={id.clone()} {checked} {onchange} />
            <label for={id}>{ label }</label>
        </div>
    }
}

fn forms(scene: &Scene, props: &ResultProps) -> Html {
    let t = &scene.messages().files;
    let offered = |form: Form| form != Form::Xapi || props.xapi;
    let listed = FORMS
        .iter()
        .enumerate()
        .filter(|(_, (form, _))| offered(*form));
    let rows = listed.map(|(n, (form, name))| {
        let form = *form;
        let id = format!("form-{n}");
        let onchange = props.on_action.reform(move |_: Event| ResultAction::Form(form));
        html! {
            <div key={n} class="form">
                <input type="radio" name="form" id={id.clone()} checked={form == props.form} {onchange} />
                <label for={id}>
                    <span class="form-name" translate="no">{ *name }</span>
                    { " " }
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
        Form::Sealed => t.seal,
        Form::Markdown => t.markdown,
        Form::Sessions => t.sessions,
        Form::Answers => t.answers,
        Form::Codebook => t.codebook,
        Form::Calendar => t.calendar,
        Form::Xapi => t.xapi,
    }
}
