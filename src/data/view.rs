//! How the stored data looks.

use super::{AllDataFile, DataFile, DataMsg, UNSEAL_FIELD};
use crate::sharing::{
    NewPassphrase, PreviewStatus, file_preview, passphrase_field, sealing_progress,
};
use crate::shell::UnreadableReason;
use std::rc::Rc;
use ui::{
    Choice, ViewContext, actions, button, choice, element, element_with, file_button, fragment,
    heading, keyed, list, nodes, notice, on_click, passphrase, row_button, text, text_element,
    untranslated_element, when,
};
use yew::prelude::*;

/// One stored record, ready to be shown.
#[derive(Clone, PartialEq)]
pub struct StoredRow {
    /// Session id.
    pub id: AttrValue,
    /// What it is, with its date.
    pub title: AttrValue,
    /// Answered, label and last file, in one line.
    pub detail: AttrValue,
    /// Whether it is a result already.
    pub completed: bool,
}

/// A record that cannot be opened here.
#[derive(Clone, PartialEq)]
pub struct UnreadableRow {
    /// The name under which it lies.
    pub place: AttrValue,
    /// Why it is not opened.
    pub reason: UnreadableReason,
}

/// An attempt that was changed here and in a backup.
#[derive(Clone, PartialEq)]
pub struct ConflictRow {
    /// Which attempt.
    pub title: AttrValue,
    /// The choice of the version here.
    pub here: AttrValue,
    /// The choice of the version in the backup.
    pub there: AttrValue,
    /// Whether that one is chosen.
    pub takes_there: bool,
}

/// What this screen knows.
pub struct DataProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// Everything readable, the newest first.
    pub rows: Rc<Vec<StoredRow>>,
    /// Records that cannot be opened here.
    pub unreadable: Vec<UnreadableRow>,
    /// Whether agreements or influences are stored, which may be without a row.
    pub has_joined: bool,
    /// The age of the last file, as a sentence.
    pub backup: Option<AttrValue>,
    /// Whether the second step of deleting everything is open.
    pub asking_delete_all: bool,
    /// A file while it is shown, and which one it is.
    pub preview: Option<(DataFile, PreviewStatus)>,
    /// What was typed so far, while a file waits for its passphrase.
    pub passphrase: Option<AttrValue>,
    /// Whether that file is being opened.
    pub unsealing: bool,
    /// How many records a backup would add, update and skip, and how many cannot be read, while
    /// that is asked.
    pub restore: Option<[usize; 4]>,
    /// What is said of each record of it that is refused.
    pub refused: Vec<AttrValue>,
    /// The passphrase that the previewed file is to be saved under, where it is to be.
    pub new_passphrase: Option<NewPassphrase>,
    /// Whether restoring would change anything, as chosen so far.
    pub restores: bool,
    /// What was changed on both sides.
    pub conflicts: Vec<ConflictRow>,
    /// What happens here.
    pub on_message: Callback<DataMsg>,
}

/// What is stored on this device.
pub fn data_screen(props: &DataProps) -> Html {
    let unreadable = props.unreadable.iter();
    let unreadable = unreadable.map(|row| unreadable_record(props, row));
    let sections = [
        stored(props),
        when(!props.unreadable.is_empty(), || {
            element("div", "section", nodes(unreadable))
        }),
        files_and_deletion(props),
        when(!props.rows.is_empty(), || all_data(props)),
    ];
    element("div", "sections", sections)
}

impl DataProps {
    fn on_click(&self, message: DataMsg) -> Callback<MouseEvent> {
        on_click(&self.on_message, message)
    }

    fn nothing_stored(&self) -> bool {
        self.rows.is_empty() && self.unreadable.is_empty() && !self.has_joined
    }
}

fn stored(props: &DataProps) -> Html {
    let t = &props.view.messages().data;
    let backup = props.backup.as_ref();
    let backup = backup.map(|backup| untranslated_element("p", "muted", backup));
    let rows = props.rows.iter().map(|row| stored_row(props, row));
    let content = [
        heading(t.title, props.view.moved),
        restore(props),
        unseal(props),
        text_element("p", "lead", t.lead),
        backup.unwrap_or_default(),
        match props.nothing_stored() {
            true => text_element("p", "", t.empty),
            false => list("rows", nodes(rows)),
        },
    ];
    element("div", "section", content)
}

/// A record that cannot be opened here, with the buttons that save and delete it.
fn unreadable_record(props: &DataProps, row: &UnreadableRow) -> Html {
    let t = &props.view.messages().data;
    let (title, text, save) = match row.reason {
        UnreadableReason::Newer => (t.newer_title, t.newer_text, t.quarantine_save),
        UnreadableReason::Older => (t.older_title, t.older_text, t.save_as_backup),
        UnreadableReason::Damaged => (t.quarantine_title, t.quarantine_text, t.quarantine_save),
        UnreadableReason::Waiting => (t.waiting_title, t.waiting_text, t.save_as_backup),
        UnreadableReason::OtherContent => (t.waiting_title, t.other_content_text, t.save_as_backup),
        UnreadableReason::Conflict => (t.conflict_title, t.conflict_text, t.save_as_backup),
    };
    let delete = props.on_click(DataMsg::DeleteUnreadable(row.place.clone()));
    let buttons = [
        button(
            "button",
            save,
            props.on_click(DataMsg::SaveUnreadable(row.place.clone())),
        ),
        row_button(t.delete, ": ", &AttrValue::Static(title), delete),
    ];
    let content = [text_element("p", "", text), actions(buttons)];
    keyed(&row.place, notice(title, content))
}

/// The buttons that open a file and delete everything, the latter in two steps.
fn files_and_deletion(props: &DataProps) -> Html {
    let t = &props.view.messages().data;
    let open_file = props.view.messages().start.open_file;
    let can_delete = !props.nothing_stored() && !props.asking_delete_all;
    let delete = || {
        button(
            "button",
            t.delete_all,
            props.on_click(DataMsg::AskDeleteAll),
        )
    };
    let buttons = [
        file_button(open_file, &props.on_message.reform(DataMsg::File)),
        when(can_delete, delete),
    ];
    let ask = || {
        let yes = props.on_click(DataMsg::DeleteAll);
        let answers = [
            button("button button-danger button-primary", t.delete_all_yes, yes),
            button(
                "button",
                t.delete_all_no,
                props.on_click(DataMsg::KeepEverything),
            ),
        ];
        let question = text_element("p", "", t.delete_all_ask);
        notice(t.delete_all, [question, actions(answers)])
    };
    let content = [
        actions(buttons),
        when(props.asking_delete_all, ask),
        text_element("p", "muted small", t.where_stored),
    ];
    element("div", "section", content)
}

/// A file that waits for its passphrase.
fn unseal(props: &DataProps) -> Html {
    let Some(typed) = &props.passphrase else {
        return Html::default();
    };
    let t = &props.view.messages().files;
    let on_input = props.on_message.reform(DataMsg::Passphrase);
    let open = props.on_message.reform(|()| DataMsg::Unseal);
    let values = ["submit", "button button-primary"];
    let submit = element_with("button", &["type", "class"], values, text(t.unseal));
    let stop = props.on_click(DataMsg::Stop);
    let below = fragment([
        actions(submit),
        when(props.unsealing, || sealing_progress(t, stop)),
    ]);
    notice(
        t.sealed,
        passphrase(UNSEAL_FIELD, t.passphrase, typed, &on_input, &open, below),
    )
}

/// What restoring would do, before it is done.
fn restore(props: &DataProps) -> Html {
    let Some(counts) = props.restore else {
        return Html::default();
    };
    let t = &props.view.messages().data;
    let counts = t.restore_counts.iter().zip(counts).map(|(name, count)| {
        let count = untranslated_element("span", "number", count.to_string());
        element("li", "", [text(*name), text(": "), count])
    });
    let conflicts = props.conflicts.iter().enumerate();
    let conflicts = conflicts.map(|(n, row)| conflict(props, n, row));
    let yes = || {
        let restore = props.on_click(DataMsg::Restore);
        button("button button-primary", t.restore_yes, restore)
    };
    let buttons = [
        when(props.restores, yes),
        button(
            "button",
            t.restore_no,
            props.on_click(DataMsg::DismissRestore),
        ),
    ];
    let content = [
        list("limits", nodes(counts)),
        when(!props.refused.is_empty(), || {
            let refused = props.refused.iter();
            let refused = refused.map(|said| untranslated_element("li", "", said));
            list("limits", nodes(refused))
        }),
        nodes(conflicts),
        actions(buttons),
    ];
    notice(t.restore_title, content)
}

/// Which of two versions is to stay. The one here is chosen until the reader says otherwise.
fn conflict(props: &DataProps, place: usize, row: &ConflictRow) -> Html {
    let choices = [(&row.here, false), (&row.there, true)];
    let choices = choices.into_iter().map(|(label, there)| {
        let message = DataMsg::ChooseVersion { place, there };
        choice(Choice {
            kind: "radio",
            id: [
                "version-",
                &place.to_string(),
                if there { "-true" } else { "-false" },
            ]
            .concat(),
            name: Some(["version-", &place.to_string()].concat()),
            label: label.clone(),
            checked: row.takes_there == there,
            disabled: false,
            on_change: props.on_message.reform(move |_| message.clone()),
        })
    });
    let content = [text_element("legend", "", &row.title), nodes(choices)];
    let names = &["class", "translate"];
    let fieldset = element_with("fieldset", names, ["choices", "no"], fragment(content));
    keyed(&place.to_string(), fieldset)
}

/// Files of everything, each shown before it is saved.
fn all_data(props: &DataProps) -> Html {
    let t = &props.view.messages().data;
    let kinds = [
        AllDataFile::Backup,
        AllDataFile::Sessions,
        AllDataFile::Answers,
        AllDataFile::Codebook,
        AllDataFile::SealedBackup,
    ];
    let buttons = kinds.into_iter().zip(t.all_data).map(|(kind, name)| {
        let preview = DataMsg::Preview(DataFile::All(kind));
        button("button", name, props.on_click(preview))
    });
    let is_previewed = matches!(props.preview, Some((DataFile::All(_), _)));
    let content = [
        text_element("h2", "", t.all_data_title),
        text_element("p", "", t.all_data_lead),
        actions(nodes(buttons)),
        when(is_previewed, || preview(props)),
    ];
    element("div", "section", content)
}

/// The file that is shown, and the button that saves it.
fn preview(props: &DataProps) -> Html {
    let Some((_, file)) = &props.preview else {
        return Html::default();
    };
    let messages = props.view.messages();
    let again = props.on_click(DataMsg::PreviewAgain);
    let save = || {
        let save = DataMsg::Save;
        match &props.new_passphrase {
            Some(passphrase) => {
                let names = &["type", "class", "disabled"];
                let disabled = match passphrase.is_long_enough() {
                    true => "",
                    false => "disabled",
                };
                let values = ["submit", "button button-primary", disabled];
                let label = text(messages.files.seal_save);
                let submit = element_with("button", names, values, label);
                passphrase_field(
                    &messages.files,
                    passphrase,
                    &props.on_message.reform(DataMsg::NewPassphrase),
                    &props.on_message.reform(move |()| save.clone()),
                    props.on_click(DataMsg::Stop),
                    actions(submit),
                )
            }
            None => {
                let label = messages.data.all_data_save;
                actions(button("button button-primary", label, props.on_click(save)))
            }
        }
    };
    let content = [
        file_preview(&messages.files, file, again),
        when(file.is_made(), save),
    ];
    element("div", "stack", content)
}

fn stored_row(props: &DataProps, row: &StoredRow) -> Html {
    let t = &props.view.messages().data;
    let row_button = |label: &'static str, message: DataMsg| {
        row_button(label, ": ", &row.title, props.on_click(message))
    };
    let open = if row.completed { t.open } else { t.resume };
    let export = DataMsg::Preview(DataFile::One(row.id.clone()));
    let buttons = [
        row_button(open, DataMsg::Open(row.id.clone())),
        row_button(t.export, export),
        row_button(t.delete, DataMsg::Delete(row.id.clone())),
    ];
    let is_previewed = matches!(&props.preview, Some((DataFile::One(id), _)) if *id == row.id);
    let about = fragment([
        text_element("p", "", &row.title),
        text_element("p", "muted small", &row.detail),
    ]);
    let content = fragment([
        element_with("div", &["translate"], ["no"], about),
        actions(buttons),
        when(is_previewed, || preview(props)),
    ]);
    let names = &["class", "data-session"];
    keyed(
        &row.id,
        element_with("li", names, ["row", &row.id], content),
    )
}
