//! One result in any of the formats that it can be saved in.

use super::calendar::calendar_document;
use super::xapi::xapi_document;
use super::{Table, markdown_document, table_document};
use records::{Document, FileFormat, ResultInput, result_document};

/// One result in this format.
pub fn write_as(format: FileFormat, input: &ResultInput) -> Document {
    match (format, Table::of(format)) {
        (_, Some(table)) => table_document(
            input.instrument,
            &[input.session],
            table,
            input.language,
            input.share,
        ),
        (FileFormat::Markdown, _) => markdown_document(input),
        (FileFormat::Calendar, _) => calendar_document(input),
        (FileFormat::Xapi, _) => xapi_document(input),
        _ => result_document(input),
    }
}
