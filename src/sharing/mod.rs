//! What of a result goes into a file: chosen, looked at, and then saved.

mod passphrase_field;
mod update;
mod view;

use documents::FileFormat;
use platform::SealError;
use records::{Document, Share};
use yew::AttrValue;

pub(crate) use update::{file_of, mark_exported};
pub use view::SharingProps;
pub(crate) use view::sharing;

/// What can happen here.
#[derive(Clone, Debug, PartialEq)]
pub enum SharingMsg {
    /// Choose what goes into the file.
    Share(Share),
    /// Choose the format of the file.
    Format(FileFormat),
    /// What was typed as a passphrase.
    Passphrase(String),
    /// Show the file, exactly as it would be saved.
    Preview,
    /// Save it.
    Save,
    /// This file has been sealed, or not.
    Sealed(Document, Result<Vec<u8>, SealError>),
}

/// A file that is shown before it is saved, with its name and text for the view.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PreviewedFile {
    pub document: Document,
    pub name: AttrValue,
    pub text: AttrValue,
}

impl PreviewedFile {
    /// The preview of a file.
    pub fn new(document: Document) -> Self {
        let text = String::from_utf8_lossy(&document.bytes).into_owned();
        Self {
            name: document.name.clone().into(),
            text: text.into(),
            document,
        }
    }

    /// Name and text.
    pub fn name_and_text(&self) -> (AttrValue, AttrValue) {
        (self.name.clone(), self.text.clone())
    }
}

/// What was chosen for the file of one result.
#[derive(Default)]
pub(crate) struct SharingState {
    format: FileFormat,
    share: Share,
    preview: Option<PreviewedFile>,
    /// What was typed so far. It is kept nowhere else.
    passphrase: String,
    /// Whether the file is being sealed.
    sealing: bool,
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
    pub fn choose_format(&mut self, format: FileFormat) {
        self.format = format;
        self.forget_preview();
    }

    /// What was previewed is no longer what would be saved.
    pub fn forget_preview(&mut self) {
        self.preview = None;
        self.sealing = false;
    }

    /// What the view shows of it; `xapi` says whether an xAPI statement is offered too.
    pub fn props(&self, xapi: bool) -> SharingProps {
        SharingProps {
            format: self.format,
            share: self.share,
            passphrase: self.passphrase.clone().into(),
            sealing: self.sealing,
            preview: self.preview.as_ref().map(PreviewedFile::name_and_text),
            xapi,
        }
    }
}
