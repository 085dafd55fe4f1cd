//! How sharing looks: what goes into the file, its format, the file itself, and then saving.

use super::{NewPassphrase, PreviewStatus, SharingMsg, file_preview, passphrase_field};
use crate::result::{Origin, ResultMsg, ResultProps, Typed, to_talk};
use crate::start::agreed;
use i18n::FileTexts;
use records::{CheckIn, FileFormat, Part, Share};
use ui::{
    Choice, TextFieldProps, TextKind, ViewContext, actions, button, button_with, choice,
    choice_field, element, element_with, field_id, fragment, keyed, nodes, on_click, text,
    text_element, text_field, untranslated_element, when,
};
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
    /// Whether the reminders of a calendar bring the agreement along; nothing where the page has no
    /// address that they could link to.
    pub with_agreement: Option<bool>,
    /// What it is to be saved under, where it is sealed.
    pub passphrase: NewPassphrase,
    /// The file, while it is shown.
    pub preview: PreviewStatus,
    /// The whole result for a tab of its own, once it was asked for.
    pub tab: PreviewStatus,
    /// Whether an xAPI statement is offered as well.
    pub xapi: bool,
    /// Whether an opened file held what is not known here.
    pub has_unknown: bool,
}

/// The section at the end of a result.
pub(crate) fn sharing(props: &ResultProps) -> Html {
    let view = &props.view;
    let t = &view.messages().result;
    let files = &view.messages().files;
    let common = &view.messages().common;
    let act = |message: ResultMsg| on_click(&props.on_message, message);
    let preview = act(ResultMsg::Sharing(SharingMsg::Preview));
    let of_device = props.origin == Origin::Device;
    let sealed = props.sharing.format == FileFormat::Sealed;
    let change = of_device && !props.read_only;
    let buttons = [
        match props.sharing.preview.is_made() {
            true => save(props),
            false => button("button button-primary", files.preview, preview.clone()),
        },
        button("button", common.print, act(ResultMsg::Print)),
        when(change, || {
            button("button-quiet", t.change_answers, act(ResultMsg::Review))
        }),
    ];
    let content = [
        text_element("p", "", view.say("share_notice")),
        when(of_device, || label(props)),
        parts(view, props),
        scales(view, props),
        formats(view, props),
        with_agreement(props),
        when(sealed, || sealed_under(props)),
        file_preview(files, &props.sharing.preview, preview),
        actions(buttons),
        to_talk(props),
    ];
    let names = &["class", "id"];
    element_with("section", names, ["section", "share"], fragment(content))
}

/// The field for the passphrase; the enter key does what the button below the preview does.
fn sealed_under(props: &ResultProps) -> Html {
    let sharing = &props.sharing;
    let next = match sharing.preview.is_made() {
        true => SharingMsg::Save,
        false => SharingMsg::Preview,
    };
    let send = |message: SharingMsg| {
        let message = ResultMsg::Sharing(message);
        props.on_message.reform(move |()| message.clone())
    };
    let on_input = props
        .on_message
        .reform(|typed| ResultMsg::Sharing(SharingMsg::Passphrase(typed)));
    let on_stop = on_click(&props.on_message, ResultMsg::Sharing(SharingMsg::Stop));
    let t = &props.view.messages().files;
    let nothing = Html::default();
    passphrase_field(
        t,
        &sharing.passphrase,
        &on_input,
        &send(next),
        on_stop,
        nothing,
    )
}

/// Saves what is shown; under a passphrase only once that is long enough.
fn save(props: &ResultProps) -> Html {
    let files = &props.view.messages().files;
    let sealed = props.sharing.format == FileFormat::Sealed;
    let label: AttrValue = match sealed {
        true => files.seal_save.into(),
        false => {
            let kind = FORMATS
                .iter()
                .find(|(format, _)| *format == props.sharing.format);
            files.save_as(kind.map_or("", |(_, name)| name)).into()
        }
    };
    let disabled = match sealed && !props.sharing.passphrase.is_long_enough() {
        true => "disabled",
        false => "",
    };
    let onclick = on_click(&props.on_message, ResultMsg::Sharing(SharingMsg::Save));
    let names = &["type", "class", "data-part", "disabled"];
    let values = [
        "button",
        "button button-primary",
        "button-primary",
        disabled,
    ];
    // A button of its own: a translated page would keep the words of the one before it.
    keyed("save", button_with(names, values, text(label), onclick))
}

fn label(props: &ResultProps) -> Html {
    let t = &props.view.messages().result;
    let on_input = props
        .on_message
        .reform(|text| ResultMsg::Type("label".into(), Typed::Label(text)));
    text_field(TextFieldProps {
        id: "label".into(),
        kind: TextKind::Line,
        label: t.label.into(),
        value: props.session.parts().subject.pseudonym.clone().into(),
        max: 80,
        readonly: props.read_only,
        hint: Some(t.label_hint.into()),
        on_input,
        on_leave: props.on_message.reform(|()| ResultMsg::LeaveField),
    })
}

/// What goes into the file: every part by itself.
fn parts(view: &ViewContext, props: &ResultProps) -> Html {
    let t = &view.messages().files;
    let rows = Part::ALL.into_iter().zip(t.parts).map(|(part, name)| {
        let checked = props.sharing.share.includes(part);
        let changed = props.sharing.share.with(part, !checked);
        let id = ["share-part-", part.name()].concat();
        part_choice(props, id, name.into(), checked, changed)
    });
    // Only where a file was opened that held something which is not known here.
    let unknown = props.sharing.has_unknown.then(|| {
        let checked = props.sharing.share.is_unknown_chosen();
        let changed = props.sharing.share.with_unknown(!checked);
        let id = "share-unknown".to_owned();
        part_choice(props, id, t.unknown_part.into(), checked, changed)
    });
    of_choices(
        "share-hint",
        t.share,
        t.share_hint,
        nodes(rows.chain(unknown)),
    )
}

/// Of which scales: one that is off leaves nothing in the file.
fn scales(view: &ViewContext, props: &ResultProps) -> Html {
    let t = &view.messages().files;
    let rows = view.instrument.scales().iter().enumerate();
    let rows = rows.map(|(n, scale)| {
        let checked = props.sharing.share.includes_scale(n);
        let changed = props.sharing.share.with_scale(n, !checked);
        let id = ["share-scale-", &scale.id].concat();
        part_choice(props, id, view.text(&scale.short_name), checked, changed)
    });
    let (title, hint) = (t.share_scales, t.share_scales_hint);
    of_choices("share-scales-hint", title, hint, nodes(rows))
}

fn of_choices(hint_id: &'static str, title: &'static str, hint: &'static str, rows: Html) -> Html {
    let hint_id = &*field_id(hint_id);
    let content = fragment([
        text_element("legend", "", title),
        element_with("p", &["id", "class"], [hint_id, "muted small"], text(hint)),
        rows,
    ]);
    let names = &["class", "aria-describedby"];
    element_with("fieldset", names, ["forms share-parts", hint_id], content)
}

fn part_choice(
    props: &ResultProps,
    id: String,
    label: AttrValue,
    checked: bool,
    changed: Share,
) -> Html {
    let message = ResultMsg::Sharing(SharingMsg::Share(changed));
    choice(Choice {
        kind: "checkbox",
        id,
        name: None,
        label,
        checked,
        disabled: false,
        on_change: props.on_message.reform(move |_| message.clone()),
    })
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
        let id = ["format-", &n.to_string()].concat();
        let label = [
            untranslated_element("span", "form-name", *name),
            text(" "),
            text_element("span", "muted small", purpose(t, format)),
        ];
        let chosen = move |_| ResultMsg::Sharing(SharingMsg::Format(format));
        let label = element_with("label", &["for"], [&field_id(&id)], fragment(label));
        let field = choice_field(Choice {
            kind: "radio",
            id,
            name: Some("format".to_owned()),
            label: AttrValue::default(),
            checked: format == props.sharing.format,
            disabled: false,
            on_change: props.on_message.reform(chosen),
        });
        keyed(&n.to_string(), element("div", "form", [field, label]))
    });
    let legend = text_element("legend", "", t.format);
    element("fieldset", "forms", [legend, nodes(rows)])
}

/// Whether the reminders of a calendar bring the agreement along, where there is one.
fn with_agreement(props: &ResultProps) -> Html {
    let sharing = &props.sharing;
    let reminded = props.joined.reminded();
    let reminded = reminded.filter(|_| sharing.format == FileFormat::Calendar);
    let (Some(checked), Some(reminded)) = (sharing.with_agreement, reminded) else {
        return Html::default();
    };
    let t = &props.view.messages().check_in;
    let message = ResultMsg::Sharing(SharingMsg::WithAgreement(!checked));
    let id = "with-agreement";
    // Both sentences are its name: what it means is heard with it.
    let label = [
        text(t.with_agreement),
        text(" "),
        text_element("span", "muted small", t.with_agreement_hint),
    ];
    let label = element_with("label", &["for"], [&field_id(id)], fragment(label));
    let field = choice_field(Choice {
        kind: "checkbox",
        id: id.to_owned(),
        name: None,
        label: AttrValue::default(),
        checked,
        disabled: false,
        on_change: props.on_message.reform(move |_| message.clone()),
    });
    // In the file it is encoded: here it can be read.
    let held = when(checked, || agreed(&props.view, &CheckIn::new(0, reminded)));
    fragment([
        element("div", "choice with-agreement", [field, label]),
        held,
    ])
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
