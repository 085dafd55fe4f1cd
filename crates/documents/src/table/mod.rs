//! Results as tables, for a spreadsheet or a statistics program.
//!
//! One row a session, one row an answer, and a codebook that says what every column means.
//! UTF-8 with a byte order mark and CRLF (RFC 4180), since that is what spreadsheets take for
//! granted; semicolons and a decimal comma where the language's spreadsheets expect them.

mod codebook;
mod columns;
mod rows;
mod sheet;

use model::Session;
use model::{Instrument, Language};
use records::{Document, FileFormat, Share};
pub(crate) use sheet::Sheet;

/// The item was left out on purpose.
pub const SKIPPED: i32 = -8;

/// The item was not answered, or the question was left out.
pub const NO_ANSWER: i32 = -9;

/// Too few items were answered for a score.
pub const NO_SCORE: i32 = -7;

/// The part was not shared.
pub const NOT_SHARED: i32 = -6;

/// It was said that the item cannot be judged, on a form about another person.
pub const CANNOT_JUDGE: i32 = -5;

/// Which table is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// One row a session.
    Sessions,
    /// One row an answer.
    Answers,
    /// One row a column of the first table.
    Codebook,
}

impl Table {
    /// The table that is made in a format, where it is one.
    pub fn of(format: FileFormat) -> Option<Self> {
        match format {
            FileFormat::Sessions => Some(Self::Sessions),
            FileFormat::Answers => Some(Self::Answers),
            FileFormat::Codebook => Some(Self::Codebook),
            _ => None,
        }
    }
}

/// The table of these sessions of one instrument, with texts and numbers as `language` writes
/// them. Answers stand as given, never reversed.
pub fn table_document(
    instrument: &Instrument,
    sessions: &[&Session],
    table: Table,
    language: Language,
    share: Share,
) -> Document {
    let mut sheet = Sheet::new(language);
    let name = match table {
        Table::Sessions => {
            rows::sessions(&mut sheet, instrument, sessions, share);
            "mindset-sessions.csv"
        }
        Table::Answers => {
            rows::answers(&mut sheet, instrument, sessions, language, share);
            "mindset-answers.csv"
        }
        Table::Codebook => {
            codebook::codebook(&mut sheet, instrument, language);
            "codebook.csv"
        }
    };
    Document {
        name: name.to_owned(),
        media_type: "text/csv",
        bytes: sheet.into_bytes(),
    }
}

/// An id as the name of a variable: letters, digits and underscores, a letter first.
fn variable(id: &str) -> String {
    let mut name = String::new();
    if !id.starts_with(|first: char| first.is_ascii_alphabetic()) {
        name.push_str("v_");
    }
    let plain = |character: char| match character.is_ascii_alphanumeric() {
        true => character,
        false => '_',
    };
    name.extend(id.chars().map(plain));
    name
}
