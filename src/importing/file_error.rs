//! Why a file was not opened, in the reader's words.

use i18n::ErrorTexts;
use platform::{ReadError, SealError};
use records::ImportError;

/// Why a chosen file was not opened.
#[derive(Clone, Debug, PartialEq)]
pub enum FileError {
    /// It was not read.
    Read(ReadError),
    /// It was read, and refused.
    Import(ImportError),
    /// The worker that opens files failed; trying again may help.
    NotLoaded,
    /// It is under a passphrase, and was not opened.
    Seal(SealError),
}

impl FileError {
    /// One sentence for the reader.
    pub fn sentence(&self, t: &ErrorTexts) -> String {
        let fixed = match self {
            FileError::NotLoaded => t.file_not_loaded,
            FileError::Seal(SealError::Refused) => t.file_sealed,
            FileError::Seal(SealError::TooMuchWork) => t.file_costly,
            FileError::Seal(SealError::NotLoaded) => t.seal_failed,
            FileError::Seal(SealError::TooBig)
            | FileError::Read(ReadError::TooLarge { .. })
            | FileError::Import(ImportError::TooBig { .. }) => t.file_too_big,
            FileError::Read(ReadError::NothingChosen | ReadError::Failed)
            | FileError::Import(ImportError::NotText) => t.file_unreadable,
            FileError::Import(error) => match error {
                ImportError::Empty => t.file_empty,
                ImportError::TooDeep { .. } => t.file_too_deep,
                ImportError::NotJson { .. } => t.file_not_json,
                ImportError::Truncated => t.file_truncated,
                ImportError::NewerFormat { .. } => t.file_newer,
                ImportError::UnknownInstrument { id, version } => {
                    return t.file_unknown_instrument(id, version);
                }
                ImportError::OtherContent { id, version } => {
                    return t.file_other_content(id, version);
                }
                ImportError::Withheld => t.file_withheld,
                ImportError::UnknownItem { id } => return t.file_unknown_item(id),
                ImportError::Duplicate { place }
                | ImportError::Missing { place }
                | ImportError::BadValue { place } => return t.file_bad_value(place),
                _ => t.file_foreign,
            },
        };
        fixed.to_string()
    }
}
