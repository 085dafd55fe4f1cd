//! What is stored on this device: to look at, to save as a file, to restore and to delete.

mod rows;
mod update;
mod view;

use crate::sharing::{FilePreview, NewPassphrase};
use crate::shell::{Derived, Msg, Restoration, Shell, Versions};
use model::Language;
use platform::SealError;
use records::FileFormat;
use std::rc::Rc;
use ui::ViewContext;
use yew::prelude::*;

pub use view::{ConflictRow, DataProps, StoredRow, UnreadableRow, data_screen};

/// A file of everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AllDataFile {
    /// One that brings everything back.
    Backup,
    /// A table with a row an attempt.
    Sessions,
    /// A table with a row an answer.
    Answers,
    /// What the columns mean.
    Codebook,
    /// The backup under a passphrase.
    SealedBackup,
}

impl AllDataFile {
    /// The format of a table; nothing for a backup.
    fn table(self) -> Option<FileFormat> {
        match self {
            Self::Backup | Self::SealedBackup => None,
            Self::Sessions => Some(FileFormat::Sessions),
            Self::Answers => Some(FileFormat::Answers),
            Self::Codebook => Some(FileFormat::Codebook),
        }
    }
}

/// A file that can be shown here.
#[derive(Clone, Debug, PartialEq)]
pub enum DataFile {
    /// Of the attempt with this id.
    One(AttrValue),
    /// Of everything.
    All(AllDataFile),
}

impl DataFile {
    /// The versions of the records that this file holds now.
    fn versions(&self, shell: &Shell) -> Versions {
        let persistence = &shell.persistence;
        match self {
            Self::One(id) => persistence.versions_of_result(id),
            Self::All(all) => match all.table() {
                None => persistence.versions(),
                Some(FileFormat::Codebook) => Versions::default(),
                Some(_) => {
                    let tabulated = rows::tabulated(shell);
                    let ids: Vec<&str> = tabulated.iter().map(|one| one.id()).collect();
                    persistence.versions_of(&ids)
                }
            },
        }
    }
}

/// What can happen here.
#[derive(Clone, Debug, PartialEq)]
pub enum DataMsg {
    /// Open or continue the attempt with this id.
    Open(AttrValue),
    /// Show a file, exactly as it would be saved.
    Preview(DataFile),
    /// Show the file that was asked for last: it could not be made.
    PreviewAgain,
    /// Delete it, with undo.
    Delete(AttrValue),
    /// Ask whether everything is to be deleted.
    AskDeleteAll,
    /// Do not.
    KeepEverything,
    /// Delete everything, with undo.
    DeleteAll,
    /// What was typed as a passphrase.
    Passphrase(String),
    /// Open the sealed file with it.
    Unseal,
    /// The file with this number has been opened, or not.
    Unsealed(u32, Result<Vec<u8>, SealError>),
    /// Save the file that is shown.
    Save,
    /// Restore the backup that was chosen.
    Restore,
    /// Take the version in the backup, or keep the one here, of the record at this place among
    /// those that were changed on both sides.
    ChooseVersion {
        /// Its place.
        place: usize,
        /// Whether the one in the backup.
        there: bool,
    },
    /// What was typed as the passphrase of a file to be saved.
    NewPassphrase(String),
    /// The file with this content has been sealed, or not.
    Sealed(Vec<u8>, Result<Vec<u8>, SealError>),
    /// End the sealing or the opening that is running.
    Stop,
    /// Do not.
    DismissRestore,
    /// Save the record that lies under this name and cannot be opened here.
    SaveUnreadable(AttrValue),
    /// Delete it, with undo.
    DeleteUnreadable(AttrValue),
    /// Open the file chosen in the field with this id.
    File(AttrValue),
}

/// Id of the field for the passphrase of a file that waits for it.
const UNSEAL_FIELD: &str = "unseal";

/// A file that waits for its passphrase.
pub(crate) struct SealedFile {
    pub bytes: Vec<u8>,
    /// What was typed so far. It is kept nowhere else.
    pub passphrase: String,
    /// The number of the try that is running.
    pub running: Option<u32>,
}

impl SealedFile {
    /// A file for which nothing has been typed yet.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            passphrase: String::new(),
            running: None,
        }
    }
}

/// A file that is shown before it is saved.
pub(crate) struct DataPreview {
    /// Which one.
    pub of: DataFile,
    /// What has become of it.
    pub file: FilePreview,
    /// What it was made of.
    pub versions: Versions,
    /// The passphrase that it is to be saved under.
    pub passphrase: NewPassphrase,
}

impl DataPreview {
    /// Whether it is saved under a passphrase.
    pub fn is_sealed(&self) -> bool {
        self.of == DataFile::All(AllDataFile::SealedBackup)
    }
}

/// What is listed here.
pub(crate) struct DataRows {
    pub stored: Rc<Vec<StoredRow>>,
    /// Records that cannot be opened here.
    pub unreadable: Vec<UnreadableRow>,
    /// Whether agreements or influences are stored, which may be without a row.
    pub has_joined: bool,
    /// The age of the last file, as a sentence.
    pub backup_age: Option<AttrValue>,
}

/// The screen with what is stored.
#[derive(Default)]
pub(crate) struct DataState {
    pub rows: Derived<(u64, Language), DataRows>,
    /// Whether the second step of deleting everything is open.
    pub asking_delete_all: bool,
    /// What restoring a backup would do, while that is a question.
    pub restore: Option<Restoration>,
    pub sealed: Option<SealedFile>,
    pub preview: Option<DataPreview>,
}

impl DataState {
    /// What was previewed is no longer what would be saved.
    pub fn forget_preview(&mut self, shell: &Shell) {
        if let Some(mut preview) = self.preview.take() {
            preview.passphrase.end(shell);
        }
    }

    /// Derives the rows from the records. The preview goes where what it was made of has changed.
    pub fn refresh(&mut self, shell: &Shell) {
        let is_stale = |one: &DataPreview| !one.versions.are(&one.of.versions(shell));
        if self.preview.as_ref().is_some_and(is_stale) {
            self.forget_preview(shell);
        }
        let key = (shell.persistence.revision(), shell.language);
        self.rows.refresh(key, || DataRows {
            stored: Rc::new(shell.stored_rows()),
            unreadable: shell
                .persistence
                .unreadable()
                .into_iter()
                .map(|one| UnreadableRow {
                    place: one.place.into(),
                    reason: one.reason,
                })
                .collect(),
            has_joined: shell.persistence.has_joined(),
            backup_age: shell.backup_age().map(AttrValue::from),
        });
    }
}

/// The screen.
pub(crate) fn screen(state: &DataState, view: &ViewContext, send: &Callback<Msg>) -> Html {
    let Some(rows) = state.rows.get() else {
        return Html::default();
    };
    let preview = state.preview.as_ref();
    let sealed = state.sealed.as_ref();
    let restore = state.restore.as_ref();
    let conflicts =
        restore.map(|one| rows::conflict_rows(one, view.language, &view.messages().data));
    data_screen(&DataProps {
        view: view.clone(),
        rows: rows.stored.clone(),
        unreadable: rows.unreadable.clone(),
        has_joined: rows.has_joined,
        backup: rows.backup_age.clone(),
        asking_delete_all: state.asking_delete_all,
        preview: preview.map(|one| (one.of.clone(), one.file.props())),
        new_passphrase: preview
            .filter(|one| one.is_sealed())
            .map(|one| one.passphrase.clone()),
        passphrase: sealed.map(|one| AttrValue::from(one.passphrase.clone())),
        unsealing: sealed.is_some_and(|one| one.running.is_some()),
        restore: restore.map(|one| [one.added, one.updated, one.skipped, one.unreadable]),
        restores: restore.is_some_and(|one| !one.is_empty()),
        refused: restore.map_or_else(Vec::new, |one| {
            let said = one.refused.iter().map(|one| one.get(view.language));
            said.map(|one| AttrValue::from(one.to_owned())).collect()
        }),
        conflicts: conflicts.unwrap_or_default(),
        on_message: send.reform(Msg::Data),
    })
}
