//! How the stored data looks.

use super::{AllDataFile, DataFile, DataMsg};
use crate::sharing::{PreviewStatus, file_preview};
use crate::shell::UnreadableReason;
use ui::{
    FileButton, Heading, ViewContext, button, element, list, notice, passphrase, text_element,
    untranslated_element,
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
#[derive(Properties, PartialEq)]
pub struct DataProps {
    /// Language and instrument.
    pub view: ViewContext,
    /// Everything readable, the newest first.
    pub rows: Vec<StoredRow>,
    /// Records that cannot be opened here: why.
    pub unreadable: Vec<UnreadableReason>,
    /// The age of the last file, as a sentence.
    pub backup: Option<AttrValue>,
    /// Whether the second step of deleting everything is open.
    pub asking_delete_all: bool,
    /// A file while it is shown, and which one it is.
    #[prop_or_default]
    pub preview: Option<(DataFile, PreviewStatus)>,
    /// What was typed so far, while a file waits for its passphrase.
    #[prop_or_default]
    pub passphrase: Option<AttrValue>,
    /// Whether that file is being opened.
    #[prop_or_default]
    pub unsealing: bool,
    /// How many records a backup would add, update and skip, and how many cannot be read, while
    /// that is asked.
    #[prop_or_default]
    pub restore: Option<[usize; 4]>,
    /// Whether restoring would change anything, as chosen so far.
    #[prop_or_default]
    pub restores: bool,
    /// What was changed on both sides.
    #[prop_or_default]
    pub conflicts: Vec<ConflictRow>,
    /// What happens here.
    pub on_message: Callback<DataMsg>,
}

/// What is stored on this device.
#[component]
pub fn Data(props: &DataProps) -> Html {
    let view = &props.view;
    let t = &view.messages().data;
    let act = |action: DataMsg| props.on_message.reform(move |_: MouseEvent| action.clone());
    let nothing = props.rows.is_empty() && props.unreadable.is_empty();
    html! {
        <div class="sections">
            <div class="section">
                <Heading text={t.title} focus={view.moved} />
                { restore(props) }
                { unseal(props) }
                { text_element("p", "lead", t.lead) }
                if let Some(backup) = &props.backup {
                    { untranslated_element("p", "muted", backup) }
                }
                if nothing {
                    { text_element("p", "", t.empty) }
                } else {
                    { list("rows", props.rows.iter().map(|row| stored_row(props, row)).collect()) }
                }
            </div>
            if !props.unreadable.is_empty() {
                <div class="section">
                    { for props.unreadable.iter().enumerate().map(|(n, reason)| {
                        let (title, text, save) = match reason {
                            UnreadableReason::Newer => (t.newer_title, t.newer_text, t.quarantine_save),
                            UnreadableReason::Older => (t.older_title, t.older_text, t.save_as_backup),
                            UnreadableReason::Damaged => {
                                (t.quarantine_title, t.quarantine_text, t.quarantine_save)
                            }
                            UnreadableReason::Waiting => {
                                (t.waiting_title, t.waiting_text, t.save_as_backup)
                            }
                            UnreadableReason::Conflict => {
                                (t.conflict_title, t.conflict_text, t.save_as_backup)
                            }
                        };
                        notice(title, html! {
                            <>
                                { text_element("p", "", text) }
                                { element("div", "actions", button("button", save, act(DataMsg::SaveUnreadable(n)))) }
                            </>
                        })
                    }) }
                </div>
            }
            <div class="section">
                <div class="actions">
                    <FileButton
                        label={view.messages().start.open_file}
                        on_file={props.on_message.reform(DataMsg::File)}
                    />
                    if !nothing && !props.asking_delete_all {
                        { button("button", t.delete_all, act(DataMsg::AskDeleteAll)) }
                    }
                </div>
                if props.asking_delete_all {
                    { notice(t.delete_all, html! {
                        <>
                            { text_element("p", "", t.delete_all_ask) }
                            <div class="actions">
                                { button("button button-danger button-primary", t.delete_all_yes, act(DataMsg::DeleteAll)) }
                                { button("button", t.delete_all_no, act(DataMsg::KeepEverything)) }
                            </div>
                        </>
                    }) }
                }
                { text_element("p", "muted small", t.where_stored) }
            </div>
            if !props.rows.is_empty() {
                { all_data(props) }
            }
        </div>
    }
}

/// A file that waits for its passphrase.
fn unseal(props: &DataProps) -> Html {
    let Some(typed) = &props.passphrase else {
        return Html::default();
    };
    let t = &props.view.messages().files;
    let on_input = props.on_message.reform(DataMsg::Passphrase);
    let open = props.on_message.reform(|()| DataMsg::Unseal);
    let label = if props.unsealing {
        t.seal_busy
    } else {
        t.unseal
    };
    let below = html! {
        <div class="actions">
            <button type="submit" class="button button-primary">{ label }</button>
        </div>
    };
    notice(
        t.sealed,
        passphrase("unseal", t.passphrase, typed, &on_input, &open, below),
    )
}

/// What restoring would do, before it is done.
fn restore(props: &DataProps) -> Html {
    let Some(counts) = props.restore else {
        return Html::default();
    };
    let t = &props.view.messages().data;
    let act = |action: DataMsg| props.on_message.reform(move |_: MouseEvent| action.clone());
    notice(
        t.restore_title,
        html! {
            <>
                <ul class="limits" role="list">
                    { for t.restore_counts.iter().zip(counts).map(|(name, count)| html! {
                        <li>{ name }{ ": " }{ untranslated_element("span", "number", count.to_string()) }</li>
                    }) }
                </ul>
                { for props.conflicts.iter().enumerate().map(|(n, row)| conflict(props, n, row)) }
                <div class="actions">
                    if props.restores {
                        { button("button button-primary", t.restore_yes, act(DataMsg::Restore)) }
                    }
                    { button("button", t.restore_no, act(DataMsg::DismissRestore)) }
                </div>
            </>
        },
    )
}

/// Which of two versions is to stay. The one here is chosen until the reader says otherwise.
fn conflict(props: &DataProps, place: usize, row: &ConflictRow) -> Html {
    let choices = [(&row.here, false), (&row.there, true)];
    let choices = choices.into_iter().map(|(label, there)| {
        let id = format!("version-{place}-{there}");
        let message = DataMsg::ChooseVersion { place, there };
        html! {
            <div key={id.clone()} class="choice">
                <input
                    type="radio"
                    id={id.clone()}
                    name={format!("version-{place}")}
                    checked={row.takes_there == there}
                    onchange={props.on_message.reform(move |_: Event| message.clone())}
                />
                <label for={id}>{ label }</label>
            </div>
        }
    });
    html! {
        <fieldset key={place} class="choices" translate="no">
            <legend>{ &row.title }</legend>
            { for choices }
        </fieldset>
    }
}

/// Files of everything, each shown before it is saved.
fn all_data(props: &DataProps) -> Html {
    let t = &props.view.messages().data;
    let act = |action: DataMsg| props.on_message.reform(move |_: MouseEvent| action.clone());
    let kinds = [
        AllDataFile::Backup,
        AllDataFile::Sessions,
        AllDataFile::Answers,
        AllDataFile::Codebook,
    ];
    let buttons = kinds.into_iter().zip(t.all_data);
    html! {
        <div class="section">
            { text_element("h2", "", t.all_data_title) }
            { text_element("p", "", t.all_data_lead) }
            <div class="actions">
                { for buttons.map(|(kind, name)| button("button", name, act(DataMsg::Preview(DataFile::All(kind))))) }
            </div>
            if matches!(props.preview, Some((DataFile::All(_), _))) {
                { preview(props) }
            }
        </div>
    }
}

/// The file that is shown, and the button that saves it.
fn preview(props: &DataProps) -> Html {
    let Some((_, file)) = &props.preview else {
        return Html::default();
    };
    let messages = props.view.messages();
    let act = |action: DataMsg| props.on_message.reform(move |_: MouseEvent| action.clone());
    html! {
        <div class="stack">
            { file_preview(&messages.files, file, act(DataMsg::PreviewAgain)) }
            if file.is_made() {
                { element("div", "actions", button("button button-primary", messages.data.all_data_save, act(DataMsg::Save))) }
            }
        </div>
    }
}

fn stored_row(props: &DataProps, row: &StoredRow) -> Html {
    let t = &props.view.messages().data;
    let row_button = |text: &'static str, action: DataMsg| {
        let onclick = props.on_message.reform(move |_: MouseEvent| action.clone());
        html! {
            <button type="button" class="button-quiet" data-part="button" {onclick}>
                { text }
                <span class="visually-hidden">{ ": " }{ &row.title }</span>
            </button>
        }
    };
    let open = if row.completed { t.open } else { t.resume };
    html! {
        <li key={row.id.to_string()} class="row" data-session={&row.id}>
            <div translate="no">
                { text_element("p", "", &row.title) }
                { text_element("p", "muted small", &row.detail) }
            </div>
            <div class="actions">
                { row_button(open, DataMsg::Open(row.id.clone())) }
                { row_button(t.export, DataMsg::Preview(DataFile::One(row.id.clone()))) }
                { row_button(t.delete, DataMsg::Delete(row.id.clone())) }
            </div>
            if matches!(&props.preview, Some((DataFile::One(id), _)) if *id == row.id) {
                { preview(props) }
            }
        </li>
    }
}
