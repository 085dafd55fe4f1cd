//! A file that is shown before it is saved, from the moment it is asked for.

use file_jobs::FileOutcome;
use i18n::FileTexts;
use platform::WorkerFailed;
use records::{Document, FileFormat, MAX_FILE_BYTES};
use ui::{actions, button, error_notice, preview, status, text_element};
use yew::prelude::*;

/// A file as it would be saved, with its text for the view.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct PreviewedFile {
    pub format: FileFormat,
    pub name: AttrValue,
    pub bytes: Vec<u8>,
    text: AttrValue,
}

impl PreviewedFile {
    fn new(format: FileFormat, name: String, bytes: Vec<u8>) -> Self {
        // Every file that is made is text.
        let text = std::str::from_utf8(&bytes).unwrap_or_default();
        Self {
            format,
            name: name.into(),
            text: AttrValue::from(text.to_owned()),
            bytes,
        }
    }

    /// Its name once it is sealed.
    pub fn sealed_name(&self) -> AttrValue {
        const END: &str = ".age";
        match self.name.ends_with(END) {
            true => self.name.clone(),
            false => [&self.name, END].concat().into(),
        }
    }

    /// Whether it is no larger than a file that is opened.
    pub fn opens_again(&self) -> bool {
        self.bytes.len() <= MAX_FILE_BYTES
    }

    /// The preview of a file that was made in the page: a backup, which is JSON.
    pub fn backup(document: Document) -> Self {
        Self::new(FileFormat::Json, document.name, document.bytes)
    }
}

/// What has become of a file that is to be shown.
#[derive(Debug, Default, PartialEq)]
pub(crate) enum FilePreview {
    /// None is asked for.
    #[default]
    Absent,
    /// It is being made, by the job of this number.
    Making(u32, FileFormat),
    /// The worker that makes files failed.
    NotMade,
    /// It is there.
    Made(PreviewedFile),
}

/// What a view shows of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum PreviewStatus {
    /// Nothing.
    #[default]
    Absent,
    /// That it is being made.
    Making,
    /// That it could not be made, with a way to try again.
    NotMade,
    /// The file.
    Made {
        /// Its name.
        name: AttrValue,
        /// Its text.
        text: AttrValue,
    },
}

impl FilePreview {
    /// The file, once it is there.
    pub fn file(&self) -> Option<&PreviewedFile> {
        match self {
            Self::Made(file) => Some(file),
            _ => None,
        }
    }

    /// Takes what has come of a job, where it is the one that is waited for.
    pub fn take(&mut self, number: u32, outcome: &Result<FileOutcome, WorkerFailed>) {
        let Self::Making(awaited, format) = *self else {
            return;
        };
        if awaited != number {
            return;
        }
        *self = match outcome {
            Ok(FileOutcome::Made { name, bytes }) => {
                let mut file = PreviewedFile::new(format, name.clone(), bytes.clone());
                if format == FileFormat::Sealed {
                    file.name = file.sealed_name();
                }
                Self::Made(file)
            }
            _ => Self::NotMade,
        };
    }

    /// What the view shows of it.
    pub fn props(&self) -> PreviewStatus {
        match self {
            Self::Absent => PreviewStatus::Absent,
            Self::Making(..) => PreviewStatus::Making,
            Self::NotMade => PreviewStatus::NotMade,
            Self::Made(file) => PreviewStatus::Made {
                name: file.name.clone(),
                text: file.text.clone(),
            },
        }
    }
}

impl PreviewStatus {
    /// Whether the file is there.
    pub fn is_made(&self) -> bool {
        matches!(self, Self::Made { .. })
    }
}

/// The file, or what has become of it.
pub(crate) fn file_preview(
    t: &FileTexts,
    file: &PreviewStatus,
    try_again: Callback<MouseEvent>,
) -> Html {
    match file {
        PreviewStatus::Absent => Html::default(),
        PreviewStatus::Making => status("muted", t.making),
        PreviewStatus::NotMade => {
            let again = actions(button("button", t.try_again, try_again));
            error_notice(t.not_made_title, [text_element("p", "", t.not_made), again])
        }
        PreviewStatus::Made { name, text } => {
            let sentence = t.preview_of(name);
            preview(name, sentence, text)
        }
    }
}
