//! Saving and opening files under a passphrase.

use super::Msg;
use super::state::State;
use crate::ui::import_error::FileError;
use platform::SealError;
use records::Document;
use records::MAX_FILE_BYTES;
use yew::Callback;

/// What is known about sealing and opening. The passphrase is kept nowhere else.
#[derive(Default)]
pub struct Seal {
    /// What was typed so far.
    pub passphrase: String,
    /// A file that waits for its passphrase.
    pub file: Option<Vec<u8>>,
    /// Whether it is being sealed or opened.
    pub busy: bool,
}

impl State {
    /// Seals the file that was looked at.
    pub(super) fn seal(&mut self, on_done: &Callback<Msg>) {
        let Some(document) = self.preview.clone().filter(|_| !self.seal.busy) else {
            return;
        };
        self.seal.busy = true;
        let on_done = on_done.clone();
        let bytes = document.bytes.clone();
        self.ports.sealing.seal(
            &bytes,
            &self.seal.passphrase,
            Box::new(move |sealed| on_done.emit(Msg::Sealed(document, sealed))),
        );
    }

    /// Saves what was sealed, unless its reader has looked at another file since: that one may
    /// hold less.
    pub fn sealed(&mut self, document: &Document, sealed: Result<Vec<u8>, SealError>) {
        if self.preview.as_ref() != Some(document) {
            return;
        }
        self.seal.busy = false;
        match sealed {
            Ok(bytes) => {
                let saved = self.offer(&document.name, "application/octet-stream", &bytes);
                self.shown_is_saved(saved);
                self.seal.passphrase.clear();
            }
            Err(_) => self.toast = Some(self.messages().errors.seal_failed.to_string()),
        }
    }

    /// Opens the file that waits, with the passphrase that was typed.
    pub fn unseal(&mut self, on_done: &Callback<Msg>) {
        let Some(file) = self.seal.file.as_ref().filter(|_| !self.seal.busy) else {
            return;
        };
        self.seal.busy = true;
        self.file_error = None;
        let on_done = on_done.clone();
        self.ports.sealing.open(
            file,
            &self.seal.passphrase,
            MAX_FILE_BYTES as u32,
            Box::new(move |opened| on_done.emit(Msg::Unsealed(opened))),
        );
    }

    /// Goes on with what was in the file; refused, the file keeps waiting.
    pub fn unsealed(&mut self, opened: Result<Vec<u8>, SealError>) {
        if !std::mem::take(&mut self.seal.busy) {
            return;
        }
        match opened {
            Ok(content) => {
                self.seal = Seal::default();
                self.open_file(Ok(content));
            }
            Err(error) => self.file_error = Some(FileError::Seal(error)),
        }
    }
}
