//! What is stored here: to look at, to save as a file, and to delete.

use crate::ui::parts::{FileButton, Heading, Notice, button};
use crate::ui::scene::Scene;
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

/// What can be chosen here.
#[derive(Clone, PartialEq)]
pub enum DataAction {
    /// Open or continue the record with this id.
    Open(AttrValue),
    /// Save it as a file.
    Export(AttrValue),
    /// Delete it, with undo.
    Delete(AttrValue),
    /// Ask whether everything is to be deleted.
    AskAll,
    /// Do not.
    KeepAll,
    /// Delete everything, with undo.
    DeleteAll,
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
                <p class="lead">{ t.lead }</p>
                if let Some(backup) = &props.backup {
                    <p class="muted" translate="no">{ backup }</p>
                }
                if nothing {
                    <p>{ t.empty }</p>
                } else {
                    <ul class="rows" role="list">
                        { for props.rows.iter().map(|row| stored_row(scene, row, &props.on_action)) }
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
        </div>
    }
}

fn stored_row(scene: &Scene, row: &StoredRow, on_action: &Callback<DataAction>) -> Html {
    let t = &scene.messages().data;
    let row_button = |text: &'static str, action: DataAction| {
        let onclick = on_action.reform(move |_: MouseEvent| action.clone());
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
        </li>
    }
}
