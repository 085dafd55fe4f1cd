//! What is stored here: to look at, to save as a file, and to delete.

use crate::ui::parts::{FileButton, Heading, Notice, Preview, button, passphrase};
use crate::ui::scene::Scene;
use documents::Table;
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

/// A file of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// One that brings everything back.
    Backup,
    /// A table.
    Table(Table),
}

/// What can be chosen here.
#[derive(Clone, PartialEq)]
pub enum DataAction {
    /// Open or continue the record with this id.
    Open(AttrValue),
    /// Show its file, exactly as it would be saved.
    Export(AttrValue),
    /// Delete it, with undo.
    Delete(AttrValue),
    /// Ask whether everything is to be deleted.
    AskAll,
    /// Do not.
    KeepAll,
    /// Delete everything, with undo.
    DeleteAll,
    /// Show a file of everything, exactly as it would be saved.
    Show(Whole),
    /// What was typed as a passphrase.
    Passphrase(String),
    /// Open the sealed file with it.
    Unseal,
    /// Save the file that is shown.
    Save,
    /// Restore the backup that was chosen.
    Restore,
    /// Do not.
    LeaveIt,
    /// Save an unreadable or newer piece as it is, by its place in the list.
    Raw(usize),
    /// Open the result file chosen in the field with this id.
    File(AttrValue),
}

/// What this screen knows.
#[derive(Properties, PartialEq)]
pub struct DataProps {
    /// Language and instrument.
    pub scene: Scene,
    /// Everything readable, the newest first.
    pub rows: Vec<StoredRow>,
    /// Pieces kept as they are: whether each is of a newer version.
    pub raw: Vec<bool>,
    /// The age of the last file, as a sentence.
    pub backup: Option<AttrValue>,
    /// Whether the second step of deleting everything is open.
    pub asking: bool,
    /// Name and text of a file, while it is shown.
    #[prop_or_default]
    pub preview: Option<(AttrValue, AttrValue)>,
    /// The record that file is of; none where it is a file of everything.
    #[prop_or_default]
    pub previewed: Option<AttrValue>,
    /// What was typed so far, while a file waits for its passphrase.
    #[prop_or_default]
    pub sealed: Option<AttrValue>,
    /// Whether that file is being opened.
    #[prop_or_default]
    pub sealing: bool,
    /// How many records a backup would add, update and skip, and how many cannot be read, while
    /// that is asked.
    #[prop_or_default]
    pub restore: Option<[usize; 4]>,
    /// What was chosen.
    pub on_action: Callback<DataAction>,
}

/// What is stored on this device.
#[component]
pub fn Data(props: &DataProps) -> Html {
    let scene = &props.scene;
    let t = &scene.messages().data;
    let act = |action: DataAction| props.on_action.reform(move |_: MouseEvent| action.clone());
    let nothing = props.rows.is_empty() && props.raw.is_empty();
    html! {
        <div class="sections">
            <div class="section">
                <Heading text={t.title} focus={scene.moved} />
                { restore(props) }
                { unseal(props) }
                <p class="lead">{ t.lead }</p>
                if let Some(backup) = &props.backup {
                    <p class="muted" translate="no">{ backup }</p>
                }
                if nothing {
                    <p>{ t.empty }</p>
                } else {
                    <ul class="rows" role="list">
                        { for props.rows.iter().map(|row| stored_row(props, row)) }
                    </ul>
                }
            </div>
            { for props.raw.iter().enumerate().map(|(n, newer)| {
                let (title, text) = if *newer {
                    (t.newer_title, t.newer_text)
                } else {
                    (t.quarantine_title, t.quarantine_text)
                };
                html! {
                    <Notice key={n} {title}>
                        <p>{ text }</p>
                        <div class="actions">
                            { button("button", t.quarantine_save, act(DataAction::Raw(n))) }
                        </div>
                    </Notice>
                }
            }) }
            <div class="section">
                <div class="actions">
                    <FileButton
                        label={scene.messages().start.open_file}
                        on_file={props.on_action.reform(DataAction::File)}
                    />
                    if !nothing && !props.asking {
                        { button("button", t.delete_all, act(DataAction::AskAll)) }
                    }
                </div>
                if props.asking {
                    <Notice title={t.delete_all}>
                        <p>{ t.delete_all_ask }</p>
                        <div class="actions">
                            { button("button button-primary", t.delete_all_yes, act(DataAction::DeleteAll)) }
                            { button("button", t.delete_all_no, act(DataAction::KeepAll)) }
                        </div>
                    </Notice>
                }
                <p class="muted small">{ t.where_stored }</p>
            </div>
            if !props.rows.is_empty() {
                { whole(props) }
            }
        </div>
    }
}

/// A file that waits for its passphrase.
fn unseal(props: &DataProps) -> Html {
    let Some(typed) = &props.sealed else {
        return Html::default();
    };
    let t = &props.scene.messages().files;
    let on_input = props.on_action.reform(DataAction::Passphrase);
    let open = props.on_action.reform(|()| DataAction::Unseal);
    let label = if props.sealing { t.seal_busy } else { t.unseal };
    let below = html! {
        <div class="actions">
            <button type="submit" class="button button-primary">{ label }</button>
        </div>
    };
    html! {
        <Notice title={t.sealed}>
            { passphrase("unseal", t.passphrase, typed, &on_input, &open, below) }
        </Notice>
    }
}

/// What restoring would do, before it is done.
fn restore(props: &DataProps) -> Html {
    let Some(counts) = props.restore else {
        return Html::default();
    };
    let t = &props.scene.messages().data;
    let act = |action: DataAction| props.on_action.reform(move |_: MouseEvent| action.clone());
    let [added, updated, ..] = counts;
    html! {
        <Notice title={t.restore_title}>
            <ul class="limits" role="list">
                { for t.restore_counts.iter().zip(counts).map(|(name, count)| html! {
                    <li>{ name }{ ": " }<span class="number" translate="no">{ count }</span></li>
                }) }
            </ul>
            <div class="actions">
                if added + updated > 0 {
                    { button("button button-primary", t.restore_yes, act(DataAction::Restore)) }
                }
                { button("button", t.restore_no, act(DataAction::LeaveIt)) }
            </div>
        </Notice>
    }
}

/// Files of everything, each shown before it is saved.
fn whole(props: &DataProps) -> Html {
    let t = &props.scene.messages().data;
    let act = |action: DataAction| props.on_action.reform(move |_: MouseEvent| action.clone());
    let kinds = [
        Whole::Backup,
        Whole::Table(Table::Sessions),
        Whole::Table(Table::Answers),
        Whole::Table(Table::Codebook),
    ];
    let buttons = kinds.into_iter().zip(t.whole);
    html! {
        <div class="section">
            <h2>{ t.whole_title }</h2>
            <p>{ t.whole_lead }</p>
            <div class="actions">
                { for buttons.map(|(kind, name)| button("button", name, act(DataAction::Show(kind)))) }
            </div>
            if props.previewed.is_none() {
                { shown(props) }
            }
        </div>
    }
}

/// The file that is shown, and the button that saves it.
fn shown(props: &DataProps) -> Html {
    let Some((name, text)) = &props.preview else {
        return Html::default();
    };
    let messages = props.scene.messages();
    let save = props.on_action.reform(|_: MouseEvent| DataAction::Save);
    html! {
        <div class="stack">
            <Preview key={name.to_string()} title={(messages.files.preview_of)(name)} {text} />
            <div class="actions">
                { button("button button-primary", messages.data.whole_save, save) }
            </div>
        </div>
    }
}

fn stored_row(props: &DataProps, row: &StoredRow) -> Html {
    let t = &props.scene.messages().data;
    let row_button = |text: &'static str, action: DataAction| {
        let onclick = props.on_action.reform(move |_: MouseEvent| action.clone());
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
                <p>{ &row.title }</p>
                <p class="muted small">{ &row.detail }</p>
            </div>
            <div class="actions">
                { row_button(open, DataAction::Open(row.id.clone())) }
                { row_button(t.export, DataAction::Export(row.id.clone())) }
                { row_button(t.delete, DataAction::Delete(row.id.clone())) }
            </div>
            if props.previewed.as_ref() == Some(&row.id) {
                { shown(props) }
            }
        </li>
    }
}
