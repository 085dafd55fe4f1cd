//! Why a file was not opened, in the reader's words.

use file_jobs::Sentence;
use i18n::ErrorTexts;
use model::Language;
use platform::{ReadError, SealError};

/// Why a chosen file was not opened.
#[derive(Clone, Debug, PartialEq)]
pub enum FileError {
    /// It was not read.
    Read(ReadError),
    /// It was read, and refused by the worker, which says why.
    Import(Sentence),
    /// The worker that opens files failed; trying again may help.
    NotLoaded,
    /// It is under a passphrase, and was not opened.
    Seal(SealError),
    /// It holds what somebody said about another person.
    AboutAnother,
}

impl FileError {
    /// One sentence for the reader.
    pub fn sentence(&self, t: &ErrorTexts, language: Language) -> String {
        let sentence = match self {
            FileError::NotLoaded => t.file_not_loaded,
            FileError::AboutAnother => t.about_another,
            FileError::Seal(SealError::Refused) => t.file_sealed,
            FileError::Seal(SealError::Damaged) => t.file_changed,
            FileError::Seal(SealError::TooMuchWork) => t.file_costly,
            FileError::Seal(SealError::NotLoaded) => t.seal_failed,
            FileError::Seal(SealError::TooBig) | FileError::Read(ReadError::TooLarge { .. }) => {
                t.file_too_big
            }
            FileError::Read(ReadError::NothingChosen | ReadError::Failed) => t.file_unreadable,
            FileError::Import(sentence) => sentence.get(language),
        };
        sentence.to_string()
    }
}
