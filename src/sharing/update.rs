//! Making the file of a result, and saving it.

use super::{PreviewedFile, SharingMsg, SharingState};
use crate::result::ResultMsg;
use crate::shell::{Msg, Shell, Stored};
use documents::{FileFormat, write_as};
use platform::{SealError, new_id};
use records::{Attempt, Document, ResultInput, Share};
use store::Durability;

impl SharingState {
    /// Does what a message says with the file of this attempt; whether the attempt has been saved
    /// as a whole, so that the file can bring everything back.
    pub fn update(&mut self, shell: &mut Shell, attempt: &Attempt, message: SharingMsg) -> bool {
        match message {
            SharingMsg::Share(share) => {
                self.share = share;
                self.forget_preview();
            }
            SharingMsg::Format(format) => self.choose_format(format),
            SharingMsg::Passphrase(typed) => self.passphrase = typed,
            SharingMsg::Preview => self.show_preview(shell, attempt),
            SharingMsg::Save if self.format == FileFormat::Sealed => self.seal(shell),
            SharingMsg::Save => return self.save(shell, attempt),
            SharingMsg::Sealed(document, sealed) => {
                return self.sealed(shell, attempt, &document, sealed);
            }
        }
        false
    }

    fn show_preview(&mut self, shell: &Shell, attempt: &Attempt) {
        let mut document = file_of(shell, attempt, self.format, self.share);
        if self.format == FileFormat::Sealed {
            document.name.push_str(".age");
        }
        self.preview = Some(PreviewedFile::new(document));
    }

    /// Saves the very file that was looked at.
    fn save(&self, shell: &mut Shell, attempt: &Attempt) -> bool {
        let Some(PreviewedFile { document, .. }) = &self.preview else {
            return false;
        };
        let saved = shell.offer(&document.name, document.media_type, &document.bytes);
        saved && self.is_whole(attempt)
    }

    /// Seals the file that was looked at.
    fn seal(&mut self, shell: &Shell) {
        let Some(file) = self.preview.as_ref().filter(|_| !self.sealing) else {
            return;
        };
        let document = file.document.clone();
        self.sealing = true;
        let send = shell.send.clone();
        let bytes = document.bytes.clone();
        shell.ports.sealing.seal(
            &bytes,
            &self.passphrase,
            Box::new(move |sealed| {
                let message = SharingMsg::Sealed(document, sealed);
                send.emit(Msg::Result(ResultMsg::Sharing(message)));
            }),
        );
    }

    /// Saves what was sealed, unless its reader has looked at another file since: that one may
    /// hold less.
    fn sealed(
        &mut self,
        shell: &mut Shell,
        attempt: &Attempt,
        document: &Document,
        sealed: Result<Vec<u8>, SealError>,
    ) -> bool {
        let previewed = self.preview.as_ref().map(|file| &file.document);
        if previewed != Some(document) {
            return false;
        }
        self.sealing = false;
        match sealed {
            Ok(bytes) => {
                let saved = shell.offer(&document.name, "application/octet-stream", &bytes);
                self.passphrase.clear();
                saved && self.is_whole(attempt)
            }
            Err(_) => {
                shell.announcement.toast = Some(shell.messages().errors.seal_failed.to_string());
                false
            }
        }
    }

    /// Only a whole result file can bring everything back.
    fn is_whole(&self, attempt: &Attempt) -> bool {
        matches!(self.format, FileFormat::Json | FileFormat::Sealed)
            && self.share.is_whole(&attempt.session.parts().work)
    }
}

/// The file of an attempt.
pub(crate) fn file_of(
    shell: &Shell,
    attempt: &Attempt,
    format: FileFormat,
    share: Share,
) -> Document {
    let input = ResultInput {
        instrument: &attempt.instrument,
        session: &attempt.session,
        export_id: new_id(&*shell.ports.random),
        exported_at: shell.ports.clock.now(),
        // The result file speaks the language that was answered in, the others the reader's.
        language: match format {
            FileFormat::Json => attempt.session.parts().language,
            _ => shell.language,
        },
        unknown: &attempt.unknown,
        share,
        revision: attempt.revision,
        zone: shell.ports.clock.zone(),
    };
    write_as(format, &input)
}

/// Remembers that an attempt has been saved as a file.
pub(crate) fn mark_exported(shell: &mut Shell, attempt: &Stored<Attempt>) -> Stored<Attempt> {
    let mut exported = Attempt::clone(attempt);
    exported.exported_at = Some(shell.ports.clock.now());
    let version = attempt.version();
    shell
        .persistence
        .commit(exported, version, Durability::Strict)
}
