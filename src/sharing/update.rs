//! Making the file of a result, and saving it.

use super::{FilePreview, SharingMsg, SharingState};
use crate::result::ResultMsg;
use crate::shell::{Msg, Shell};
use file_jobs::{FileTask, FileToMake, ResultRecords};
use model::{Instrument, PlanEdit};
use platform::new_id;
use records::{Attempt, FileFormat, JoinedRecords, PageAddress, Share};

/// A file of a result that has been saved.
pub(crate) struct SavedFile {
    /// The step that is done by it; none by a description of the columns, which holds no answer.
    pub step: Option<PlanEdit>,
    /// Whether it can bring everything back: only a whole result file can.
    pub is_whole: bool,
}

/// An attempt, with the agreements made and the influences named on it.
pub(crate) type Shared<'a> = (&'a Attempt, &'a JoinedRecords);

impl SharingState {
    /// Does what a message says with the file of this result; which file has been saved by that.
    pub fn update(
        &mut self,
        shell: &mut Shell,
        result: Shared,
        message: SharingMsg,
    ) -> Option<SavedFile> {
        shell.ports.file_jobs.prepare();
        match message {
            SharingMsg::Share(share) => {
                self.share = share;
                self.forget_preview(shell);
            }
            SharingMsg::Format(format) => self.choose_format(shell, format),
            SharingMsg::WithAgreement(with) => {
                self.with_agreement = with;
                self.forget_preview(shell);
            }
            SharingMsg::Passphrase(typed) => self.passphrase.typed = typed,
            SharingMsg::Preview => self.show_preview(shell, result),
            SharingMsg::Tab => {
                let (instrument, everything) = (&result.0.instrument, Share::EVERYTHING);
                self.versions = shell.persistence.versions_of_result(result.0.id());
                let format = FileFormat::Json;
                self.tab = ask_for_file(shell, instrument, &[result], format, everything, None);
            }
            SharingMsg::Save if self.format == FileFormat::Sealed => self.seal(shell),
            SharingMsg::Save => return self.save(shell, result),
            SharingMsg::Sealed(content, sealed) => {
                let sealed = (content, sealed);
                let saved = self.passphrase.sealed(shell, &self.preview, sealed);
                return saved.then(|| self.saved_file(result));
            }
            SharingMsg::Stop => self.passphrase.stop(shell),
        }
        None
    }

    fn show_preview(&mut self, shell: &mut Shell, result: Shared) {
        let (instrument, share) = (&result.0.instrument, self.share);
        self.passphrase.end(shell);
        self.versions = shell.persistence.versions_of_result(result.0.id());
        let with_agreement = self.format == FileFormat::Calendar && self.with_agreement;
        let page = with_agreement.then(|| shell.page_address()).flatten();
        self.preview = ask_for_file(shell, instrument, &[result], self.format, share, page);
    }

    /// Saves the very file that was looked at.
    fn save(&self, shell: &mut Shell, result: Shared) -> Option<SavedFile> {
        let file = self.preview.file()?;
        let saved = shell.offer(&file.name, file.format.media_type(), &file.bytes);
        saved.then(|| self.saved_file(result))
    }

    /// Seals the file that was looked at.
    fn seal(&mut self, shell: &Shell) {
        let send = shell.send.reform(|(content, sealed)| {
            let message = SharingMsg::Sealed(content, sealed);
            Msg::Result(ResultMsg::Sharing(message))
        });
        self.passphrase.seal(shell, &self.preview, send);
    }

    fn saved_file(&self, (attempt, joined): Shared) -> SavedFile {
        SavedFile {
            step: match self.format {
                FileFormat::Calendar => Some(PlanEdit::Reminder(true)),
                FileFormat::Codebook => None,
                _ => Some(PlanEdit::Shared(true)),
            },
            is_whole: matches!(self.format, FileFormat::Json | FileFormat::Sealed)
                && self.share.is_whole(attempt, joined),
        }
    }
}

/// Has the worker make a file of results of one questionnaire; `page` is what the reminders of a
/// calendar link to with the agreement, where they do.
pub(crate) fn ask_for_file(
    shell: &mut Shell,
    instrument: &Instrument,
    results: &[Shared],
    format: FileFormat,
    share: Share,
    page: Option<PageAddress>,
) -> FilePreview {
    // The result file speaks the language that was answered in, the others the reader's.
    let language = match (format, results) {
        (FileFormat::Json, [(attempt, _), ..]) => attempt.session.parts().language,
        _ => shell.language,
    };
    let results = results.iter();
    let task = FileTask::Make(Box::new(FileToMake {
        format,
        share,
        digest: instrument.digest().to_owned(),
        results: results
            .map(|(attempt, joined)| ResultRecords::write(attempt, joined))
            .collect(),
        export_id: new_id(&*shell.ports.random),
        exported_at: shell.ports.clock.now(),
        language,
        zone: shell.ports.clock.zone(),
        page,
    }));
    FilePreview::Making(shell.run_file_job(task), format)
}
