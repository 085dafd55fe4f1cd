//! What is done with what is stored.

use super::{AllDataFile, DataMsg, DataPreview, DataState};
use crate::importing::{self, FileError};
use crate::sharing::{PreviewedFile, file_of, mark_exported};
use crate::shell::{Destination, Effect, Msg, Shell, Undo};
use documents::{FileFormat, Table, table_document};
use platform::SealError;
use records::{Attempt, Document, MAX_FILE_BYTES, Share};
use std::rc::Rc;

impl DataState {
    /// What comes of a message.
    pub fn update(&mut self, shell: &mut Shell, message: DataMsg) -> Effect {
        match message {
            DataMsg::Open(id) => {
                return match shell.persistence.attempt(&id) {
                    Some(attempt) => Effect::Go(Destination::Attempt(attempt)),
                    None => Effect::Quiet,
                };
            }
            DataMsg::Preview(id) => self.preview_one(shell, &id),
            DataMsg::Delete(id) => {
                let undo = shell.persistence.delete(&id);
                let said = shell.messages().data.deleted_one;
                shell.announce_undo(said, Undo::Deletion(undo));
            }
            DataMsg::AskDeleteAll => self.asking_delete_all = true,
            DataMsg::KeepEverything => self.asking_delete_all = false,
            DataMsg::DeleteAll => {
                self.asking_delete_all = false;
                let undo = shell.persistence.delete_all();
                let said = shell.messages().data.deleted_all;
                shell.announce_undo(said, Undo::Deletion(undo));
            }
            DataMsg::PreviewAll(file) => self.preview_all(shell, file),
            DataMsg::Passphrase(typed) => {
                if let Some(sealed) = &mut self.sealed {
                    sealed.passphrase = typed;
                }
            }
            DataMsg::Unseal => self.unseal(shell),
            DataMsg::Unsealed(number, opened) => return self.unsealed(shell, number, opened),
            DataMsg::Save => self.save(shell),
            DataMsg::Restore => self.restore(shell),
            DataMsg::DismissRestore => self.restore = None,
            DataMsg::SaveUnreadable(place) => save_unreadable(shell, place),
            DataMsg::File(field) => return importing::read_file(shell, &field),
        }
        Effect::Show
    }

    fn preview_one(&mut self, shell: &Shell, id: &str) {
        let attempt = shell.persistence.attempt(id);
        let file = attempt.map(|one| file_of(shell, &one, FileFormat::Json, Share::EVERYTHING));
        self.preview = file.map(|document| DataPreview {
            file: PreviewedFile::new(document),
            attempt: Some(id.to_owned()),
        });
    }

    fn preview_all(&mut self, shell: &Shell, file: AllDataFile) {
        let document = match file {
            AllDataFile::Backup => shell.persistence.backup(&shell.ports.clock.now()),
            AllDataFile::Table(table) => all_in_a_table(shell, table),
        };
        self.preview = Some(DataPreview {
            file: PreviewedFile::new(document),
            attempt: None,
        });
    }

    /// Saves the file that was looked at.
    fn save(&mut self, shell: &mut Shell) {
        let Some(DataPreview { file, attempt }) = self.preview.take() else {
            return;
        };
        let document = file.document;
        let saved = shell.offer(&document.name, document.media_type, &document.bytes);
        // Of the files of everything only the backup can bring it back.
        if saved && document.media_type == "application/json" {
            let within = |one: &&Rc<Attempt>| attempt.as_deref().is_none_or(|id| one.id() == id);
            let attempts = shell.persistence.attempts();
            for one in attempts.iter().filter(within) {
                mark_exported(shell, one);
            }
        }
    }

    /// Opens the file that waits, with the passphrase that was typed.
    fn unseal(&mut self, shell: &mut Shell) {
        let waiting = self.sealed.as_mut().filter(|one| one.running.is_none());
        let Some(sealed) = waiting else {
            return;
        };
        // Random, so that an answer for a file that was left behind opens nothing.
        let [a, b, c, d, ..] = shell.ports.random.bytes();
        let number = u32::from_be_bytes([a, b, c, d]);
        sealed.running = Some(number);
        shell.announcement.file_error = None;
        let send = shell.send.clone();
        shell.ports.sealing.open(
            &sealed.bytes,
            &sealed.passphrase,
            MAX_FILE_BYTES as u32,
            Box::new(move |opened| send.emit(Msg::Data(DataMsg::Unsealed(number, opened)))),
        );
    }

    /// Goes on with what was in the file; refused, the file keeps waiting.
    fn unsealed(
        &mut self,
        shell: &mut Shell,
        number: u32,
        opened: Result<Vec<u8>, SealError>,
    ) -> Effect {
        let waiting = self.sealed.as_mut();
        let Some(sealed) = waiting.filter(|one| one.running == Some(number)) else {
            return Effect::Quiet;
        };
        sealed.running = None;
        match opened {
            Ok(content) => {
                self.sealed = None;
                importing::open_file(shell, Ok(content))
            }
            Err(error) => shell.refuse(FileError::Seal(error)),
        }
    }

    fn restore(&mut self, shell: &mut Shell) {
        let Some(restore) = self.restore.take() else {
            return;
        };
        for attempt in restore.added.into_iter().chain(restore.updated) {
            shell.persistence.commit(attempt);
        }
        shell.announce(shell.messages().data.restored);
    }
}

/// One table has one questionnaire's columns: those of the current one.
fn all_in_a_table(shell: &Shell, table: Table) -> Document {
    let instrument = &*shell.current();
    let attempts = shell.persistence.attempts();
    let of_it = attempts
        .iter()
        .filter(|one| one.instrument.is(&shell.current));
    let sessions: Vec<_> = of_it.map(|one| &one.session).collect();
    let language = shell.language;
    table_document(instrument, &sessions, table, language, Share::EVERYTHING)
}

/// Saves a record that cannot be opened here as it is.
fn save_unreadable(shell: &mut Shell, place: usize) {
    let records = shell.persistence.unreadable();
    if let Some(record) = records.get(place) {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let name: String = record.key.chars().map(plain).collect();
        shell.offer(&(name + ".txt"), "text/plain", record.text.as_bytes());
    }
}
