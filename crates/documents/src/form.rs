//! The forms that a result can be saved in.

use super::calendar::calendar_document;
use super::xapi::xapi_document;
use super::{Table, markdown_document, table_document};
use records::{Document, ResultInput, result_document};

/// What a result is saved as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
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

/// One result in this form.
pub fn write_as(form: Form, input: &ResultInput) -> Document {
    let ResultInput {
        instrument,
        session,
        language,
        share,
        ..
    } = *input;
    let table = |table| table_document(instrument, &[session], table, language, share);
    match form {
        Form::Json | Form::Sealed => result_document(input),
        Form::Markdown => markdown_document(input),
        Form::Sessions => table(Table::Sessions),
        Form::Answers => table(Table::Answers),
        Form::Codebook => table(Table::Codebook),
        Form::Calendar => calendar_document(input),
        Form::Xapi => xapi_document(input),
    }
}
