//! What of a result goes into a file: chosen, looked at, and then saved.

mod passphrase_field;
mod preview;
mod update;
mod view;

use crate::shell::{Shell, Versions};
use file_jobs::FileOutcome;
use platform::{SealError, WorkerFailed};
use records::{FileFormat, Share};

pub use passphrase_field::NewPassphrase;
pub(crate) use passphrase_field::{passphrase_field, sealing_progress};
pub use preview::PreviewStatus;
pub(crate) use preview::{FilePreview, PreviewedFile, file_preview};
pub(crate) use update::{SavedFile, ask_for_file};
pub use view::SharingProps;
pub(crate) use view::sharing;

/// What can happen here.
#[derive(Clone, Debug, PartialEq)]
pub enum SharingMsg {
    /// Choose what goes into the file.
    Share(Share),
    /// Choose the format of the file.
    Format(FileFormat),
    /// Have the reminders of a calendar bring the agreement along, or not.
    WithAgreement(bool),
    /// What was typed as a passphrase.
    Passphrase(String),
    /// Show the file, exactly as it would be saved.
    Preview,
    /// Make what a tab of its own needs to show the whole result.
    Tab,
    /// Save it.
    Save,
    /// The file with this content has been sealed, or not.
    Sealed(Vec<u8>, Result<Vec<u8>, SealError>),
    /// End the sealing that is running.
    Stop,
}

/// What was chosen for the file of one result.
#[derive(Default)]
pub(crate) struct SharingState {
    format: FileFormat,
    share: Share,
    /// Whether the reminders of a calendar bring the agreement along.
    with_agreement: bool,
    preview: FilePreview,
    /// The whole result for a tab of its own, whatever is chosen for the file.
    tab: FilePreview,
    /// What both were made of, where the result is one of this device.
    versions: Versions,
    passphrase: NewPassphrase,
}

impl SharingState {
    /// The choice to begin with where some scales were withheld before.
    pub fn without_scales(withheld: &[usize]) -> Self {
        let share = withheld.iter().fold(Share::default(), |share, scale| {
            share.with_scale(*scale, false)
        });
        Self {
            share,
            ..Self::default()
        }
    }

    /// The format from now on.
    pub fn choose_format(&mut self, shell: &Shell, format: FileFormat) {
        self.format = format;
        self.forget_preview(shell);
    }

    /// What was previewed is no longer what would be saved.
    pub fn forget_preview(&mut self, shell: &Shell) {
        self.preview = FilePreview::Absent;
        self.tab = FilePreview::Absent;
        self.passphrase.end(shell);
    }

    /// Forgets what was previewed where what this result of this device holds has changed: the
    /// attempt, or the agreements made and the influences named on it.
    pub fn follow(&mut self, shell: &Shell, id: &str) {
        let is_shown = self.preview != FilePreview::Absent || self.tab != FilePreview::Absent;
        if is_shown && !self.versions.are(&shell.persistence.versions_of_result(id)) {
            self.forget_preview(shell);
        }
    }

    /// Takes what has come of a job, where it is one that is waited for.
    pub fn take(&mut self, number: u32, outcome: &Result<FileOutcome, WorkerFailed>) {
        for file in [&mut self.preview, &mut self.tab] {
            file.take(number, outcome);
        }
    }

    /// What the view shows of it; `linkable` says whether the page has an address to link to, `xapi` says whether an xAPI statement is offered too, and
    /// `has_unknown` whether an opened file held what is not known here.
    pub fn props(&self, linkable: bool, xapi: bool, has_unknown: bool) -> SharingProps {
        SharingProps {
            format: self.format,
            share: self.share,
            with_agreement: linkable.then_some(self.with_agreement),
            passphrase: self.passphrase.clone(),
            preview: self.preview.props(),
            tab: self.tab.props(),
            xapi,
            has_unknown,
        }
    }
}
