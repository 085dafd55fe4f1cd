//! What is done with what is stored.

use super::{DataFile, DataMsg, DataPreview, DataState, UNSEAL_FIELD, rows};
use crate::importing::{self, FileError};
use crate::sharing::{FilePreview, NewPassphrase, PreviewedFile, ask_for_file};
use crate::shell::{Destination, Effect, Msg, Shell};
use platform::{ReadError, SealError};
use records::{Attempt, FileFormat, JoinedRecords, MAX_FILE_BYTES, Share};
use ui::field_id;

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
            DataMsg::Preview(of) => self.show_preview(shell, of),
            DataMsg::PreviewAgain => {
                if let Some(DataPreview { of, .. }) = self.preview.take() {
                    self.show_preview(shell, of);
                }
            }
            DataMsg::Delete(id) => shell.persistence.delete(&id),
            DataMsg::AskDeleteAll => self.asking_delete_all = true,
            DataMsg::KeepEverything => self.asking_delete_all = false,
            DataMsg::DeleteAll => {
                self.asking_delete_all = false;
                shell.persistence.delete_all();
            }
            DataMsg::Passphrase(typed) => {
                if let Some(sealed) = &mut self.sealed {
                    sealed.passphrase = typed;
                }
            }
            DataMsg::Unseal => self.unseal(shell),
            DataMsg::Unsealed(number, opened) => return self.unsealed(shell, number, opened),
            DataMsg::Save => self.save(shell),
            DataMsg::NewPassphrase(typed) => {
                if let Some(preview) = &mut self.preview {
                    preview.passphrase.typed = typed;
                }
            }
            DataMsg::Sealed(content, sealed) => self.sealed(shell, (content, sealed)),
            DataMsg::Stop => self.stop(shell),
            DataMsg::Restore => self.restore(shell),
            DataMsg::ChooseVersion { place, there } => {
                let conflicts = self.restore.as_mut().map(|one| &mut one.conflicts);
                if let Some(conflict) = conflicts.and_then(|all| all.get_mut(place)) {
                    conflict.takes_there = there;
                }
            }
            DataMsg::DismissRestore => self.restore = None,
            DataMsg::SaveUnreadable(place) => save_unreadable(shell, &place),
            DataMsg::DeleteUnreadable(place) => shell.persistence.delete_unreadable(&place),
            DataMsg::File(field) => return importing::read_file(shell, &field),
        }
        Effect::Show
    }

    fn show_preview(&mut self, shell: &mut Shell, of: DataFile) {
        self.forget_preview(shell);
        let versions = of.versions(shell);
        let file = match &of {
            DataFile::One(id) => preview_one(shell, id),
            DataFile::All(all) => Some(match all.table() {
                Some(table) => all_in_a_table(shell, table),
                None => FilePreview::Made(PreviewedFile::backup(shell.persistence.backup())),
            }),
        };
        if let Some(FilePreview::Made(made)) = &file
            && !made.opens_again()
        {
            let size = made.bytes.len() as u64;
            shell.refuse(FileError::Read(ReadError::TooLarge { size }));
        }
        self.preview = file.map(|file| DataPreview {
            of,
            file,
            versions,
            passphrase: NewPassphrase::default(),
        });
    }

    /// Saves the file that was looked at, or seals it first.
    fn save(&mut self, shell: &mut Shell) {
        let Some(preview) = self.preview.as_mut() else {
            return;
        };
        if preview.is_sealed() {
            let send = shell.send.reform(|(content, sealed)| {
                let message = DataMsg::Sealed(content, sealed);
                Msg::Data(message)
            });
            preview.passphrase.seal(shell, &preview.file, send);
            // One at a time is sealed or opened.
            if preview.passphrase.sealing
                && let Some(sealed) = &mut self.sealed
            {
                sealed.running = None;
            }
            return;
        }
        let Some(DataPreview { file, versions, .. }) = self.preview.take() else {
            return;
        };
        let Some(file) = file.file() else {
            return;
        };
        let saved = shell.offer(&file.name, file.format.media_type(), &file.bytes);
        // Of the files of everything only the backup can bring it back.
        if saved && file.format == FileFormat::Json && file.opens_again() {
            shell.persistence.mark_all_exported(&versions);
        }
    }

    /// Saves what was sealed, where it is what is looked at.
    fn sealed(&mut self, shell: &mut Shell, sealed: (Vec<u8>, Result<Vec<u8>, SealError>)) {
        let Some(preview) = &mut self.preview else {
            return;
        };
        if preview.passphrase.sealed(shell, &preview.file, sealed) {
            let file = preview.file.file();
            if file.is_some_and(PreviewedFile::opens_again) {
                shell.persistence.mark_all_exported(&preview.versions);
            }
            self.preview = None;
        }
    }

    /// Ends what is running; what was typed stays.
    fn stop(&mut self, shell: &Shell) {
        if let Some(preview) = &mut self.preview {
            preview.passphrase.stop(shell);
        }
        let opening = self.sealed.as_mut().and_then(|one| one.running.take());
        if opening.is_some() {
            shell.ports.sealing.stop();
            shell.ports.page.focus(&field_id(UNSEAL_FIELD));
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
        // One at a time is sealed or opened.
        if let Some(preview) = &mut self.preview {
            preview.passphrase.sealing = false;
        }
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

    fn restore(&mut self, shell: &Shell) {
        let Some(restore) = self.restore.take() else {
            return;
        };
        shell.persistence.restore(restore);
    }
}

fn preview_one(shell: &mut Shell, id: &str) -> Option<FilePreview> {
    let attempt = shell.persistence.attempt(id)?;
    let joined = shell.persistence.joined(id);
    // What is not known goes along only where it was asked for.
    let share = Share::EVERYTHING.with_unknown(false);
    let instrument = &attempt.instrument;
    let results = [(&*attempt, &joined)];
    let format = FileFormat::Json;
    Some(ask_for_file(
        shell, instrument, &results, format, share, None,
    ))
}

fn all_in_a_table(shell: &mut Shell, table: FileFormat) -> FilePreview {
    let instrument = shell.current();
    let attempts = rows::tabulated(shell);
    // A table has nothing of agreements and influences.
    let joined = JoinedRecords::default();
    let attempts = attempts.iter();
    let of_it: Vec<(&Attempt, &JoinedRecords)> = attempts.map(|one| (&**one, &joined)).collect();
    ask_for_file(shell, &instrument, &of_it, table, Share::EVERYTHING, None)
}

/// Saves a record that cannot be opened here: as a backup where it is sound, else as it is.
fn save_unreadable(shell: &mut Shell, place: &str) {
    let records = shell.persistence.unreadable();
    if let Some(record) = records.iter().find(|one| one.place == place) {
        match &record.backup {
            Some(backup) => {
                let file = shell.persistence.backup_of_record(backup);
                shell.offer(&file.name, file.media_type, &file.bytes);
            }
            None => {
                let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
                let name: String = record.name.chars().map(plain).collect();
                shell.offer(&(name + ".txt"), "text/plain", record.text.as_bytes());
            }
        }
    }
}
