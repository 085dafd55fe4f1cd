//! How sharing looks: what goes into the file, its format, the file itself, and then saving.

use super::passphrase_field::{SHORTEST, passphrase_field};
use super::{PreviewStatus, SharingMsg, file_preview};
use crate::result::{Origin, ResultMsg, ResultProps, Typed};
use i18n::FileTexts;
use records::{FileFormat, Part, Share};
use ui::{TextField, TextKind, ViewContext, button, text_element, untranslated_element};
use yew::prelude::*;

/// The formats, each with its name: these are the same in every language.
const FORMATS: [(FileFormat, &str); 8] = [
    (FileFormat::Json, "JSON"),
    (FileFormat::Sealed, "age"),
    (FileFormat::Markdown, "Markdown"),
    (FileFormat::Sessions, "CSV"),
    (FileFormat::Answers, "CSV"),
    (FileFormat::Codebook, "CSV"),
    (FileFormat::Calendar, "iCalendar"),
    (FileFormat::Xapi, "xAPI"),
];

/// What is chosen for the file of a result.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SharingProps {
    /// The format of the file.
    pub format: FileFormat,
    /// What goes into it.
    pub share: Share,
    /// What was typed as a passphrase so far.
    pub passphrase: AttrValue,
    /// Whether the file is being sealed.
    pub sealing: bool,
    /// The file, while it is shown.
    pub preview: PreviewStatus,
    /// Whether an xAPI statement is offered as well.
    pub xapi: bool,
}

/// The section at the end of a result.
pub(crate) fn sharing(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let files = &view.messages().files;
    let common = &view.messages().common;
    let act = |message: ResultMsg| {
        props
            .on_message
            .reform(move |_: MouseEvent| message.clone())
    };
    let preview = act(ResultMsg::Sharing(SharingMsg::Preview));
    html! {
        <section class="section" id="share">
            { text_element("h2", "", t.share) }
            { text_element("p", "", view.say("share_notice")) }
            if props.origin == Origin::Device {
                { label(props) }
            }
            { parts(view, props) }
            { scales(view, props) }
            { formats(view, props) }
            if props.sharing.format == FileFormat::Sealed {
                { passphrase_field(props) }
            }
            { file_preview(files, &props.sharing.preview, preview.clone()) }
            <div class="actions">
                if props.sharing.preview.is_made() {
                    { save(props) }
                } else {
                    { button("button button-primary", files.preview, preview) }
                }
                { button("button", common.print, act(ResultMsg::Print)) }
                if props.origin == Origin::Device && !props.read_only {
                    { button("button-quiet", t.change_answers, act(ResultMsg::Review)) }
                }
            </div>
        </section>
    }
}

/// Saves what is shown; under a passphrase only once that is long enough.
fn save(props: &ResultProps) -> Html {
    let files = &props.view.messages().files;
    let sealed = props.sharing.format == FileFormat::Sealed;
    let label: AttrValue = match sealed {
        true if props.sharing.sealing => files.seal_busy.into(),
        true => files.seal_save.into(),
        false => {
            let kind = FORMATS
                .iter()
                .find(|(format, _)| *format == props.sharing.format);
            files.save_as(kind.map_or("", |(_, name)| name)).into()
        }
    };
    let disabled = sealed && props.sharing.passphrase.chars().count() < SHORTEST;
    let onclick = props
        .on_message
        .reform(|_: MouseEvent| ResultMsg::Sharing(SharingMsg::Save));
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
    let t = &props.view.messages().result;
    let on_input = props
        .on_message
        .reform(|text| ResultMsg::Type("label".into(), Typed::Label(text)));
    html! {
        <TextField
            id="label"
            kind={TextKind::Line}
            label={t.label}
            value={props.session.parts().subject.pseudonym.clone()}
            max={80}
            readonly={props.read_only}
            hint={AttrValue::Static(t.label_hint)}
            {on_input}
            on_leave={props.on_message.reform(|()| ResultMsg::LeaveField)}
        />
    }
}

/// What goes into the file: every part by itself.
fn parts(view: &ViewContext, props: &ResultProps) -> Html {
    let t = &view.messages().files;
    let rows = Part::ALL.into_iter().zip(t.parts).map(|(part, name)| {
        let checked = props.sharing.share.includes(part);
        choice(
            props,
            &["part-", part.name()].concat(),
            name.into(),
            checked,
            props.sharing.share.with(part, !checked),
        )
    });
    html! {
        <fieldset class="forms share-parts" aria-describedby="share-hint">
            { text_element("legend", "", t.share) }
            <p id="share-hint" class="muted small">{ t.share_hint }</p>
            { for rows }
        </fieldset>
    }
}

/// Of which scales: one that is off leaves nothing in the file.
fn scales(view: &ViewContext, props: &ResultProps) -> Html {
    let t = &view.messages().files;
    let rows = view.instrument.scales().iter().enumerate();
    let rows = rows.map(|(n, scale)| {
        let checked = props.sharing.share.includes_scale(n);
        let changed = props.sharing.share.with_scale(n, !checked);
        choice(
            props,
            &["scale-", &scale.id].concat(),
            view.text(&scale.name),
            checked,
            changed,
        )
    });
    html! {
        <fieldset class="forms share-parts" aria-describedby="share-scales-hint">
            { text_element("legend", "", t.share_scales) }
            <p id="share-scales-hint" class="muted small">{ t.share_scales_hint }</p>
            { for rows }
        </fieldset>
    }
}

fn choice(
    props: &ResultProps,
    name: &str,
    label: AttrValue,
    checked: bool,
    changed: Share,
) -> Html {
    let id = ["share-", name].concat();
    let onchange = props
        .on_message
        .reform(move |_: Event| ResultMsg::Sharing(SharingMsg::Share(changed)));
    html! {
        <div key={name.to_owned()} class="choice">
            <input type="checkbox" id={id.clone()} {checked} {onchange} />
            <label for={id}>{ label }</label>
        </div>
    }
}

fn formats(view: &ViewContext, props: &ResultProps) -> Html {
    let t = &view.messages().files;
    let offered = |format: FileFormat| format != FileFormat::Xapi || props.sharing.xapi;
    let listed = FORMATS
        .iter()
        .enumerate()
        .filter(|(_, (format, _))| offered(*format));
    let rows = listed.map(|(n, (format, name))| {
        let format = *format;
        let id = format!("format-{n}");
        let onchange = props.on_message.reform(move |_: Event| ResultMsg::Sharing(SharingMsg::Format(format)));
        html! {
            <div key={n} class="form">
                <input type="radio" name="format" id={id.clone()} checked={format == props.sharing.format} {onchange} />
                <label for={id}>
                    { untranslated_element("span", "form-name", *name) }
                    { " " }
                    { text_element("span", "muted small", purpose(t, format)) }
                </label>
            </div>
        }
    });
    html! {
        <fieldset class="forms">
            { text_element("legend", "", t.format) }
            { for rows }
        </fieldset>
    }
}

fn purpose(t: &FileTexts, format: FileFormat) -> &'static str {
    match format {
        FileFormat::Json => t.json,
        FileFormat::Sealed => t.seal,
        FileFormat::Markdown => t.markdown,
        FileFormat::Sessions => t.sessions,
        FileFormat::Answers => t.answers,
        FileFormat::Codebook => t.codebook,
        FileFormat::Calendar => t.calendar,
        FileFormat::Xapi => t.xapi,
    }
}
