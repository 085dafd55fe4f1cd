//! The formats that a result can be saved in.

use super::calendar::calendar_document;
use super::xapi::xapi_document;
use super::{Table, markdown_document, table_document};
use records::{Document, ResultInput, result_document};

/// What a result is saved as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FileFormat {
    /// The result file, which can be opened again.
    #[default]
    Json,
    /// The same, to be put under a passphrase.
    Sealed,
    /// Text to read.
    Markdown,
    /// One row a session.
    Sessions,
    /// One row an answer.
    Answers,
    /// One row a column of the sessions' table.
    Codebook,
    /// The follow-up, for a calendar.
    Calendar,
    /// An xAPI statement that it was completed; only where a host asks for it.
    Xapi,
}

/// One result in this format.
pub fn write_as(format: FileFormat, input: &ResultInput) -> Document {
    let ResultInput {
        instrument,
        session,
        language,
        share,
        ..
    } = *input;
    let table = |table| table_document(instrument, &[session], table, language, share);
    match format {
        FileFormat::Json | FileFormat::Sealed => result_document(input),
        FileFormat::Markdown => markdown_document(input),
        FileFormat::Sessions => table(Table::Sessions),
        FileFormat::Answers => table(Table::Answers),
        FileFormat::Codebook => table(Table::Codebook),
        FileFormat::Calendar => calendar_document(input),
        FileFormat::Xapi => xapi_document(input),
    }
}
