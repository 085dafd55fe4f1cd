//! A result as documents for people: text, tables, a calendar, and a statement for an LMS.

mod calendar;
mod file_format;
mod markdown;
mod markdown_text;
mod markdown_work;
mod table;
mod team;
mod xapi;

pub use calendar::agreements_calendar;
pub use file_format::write_as;
pub use markdown::markdown_document;
pub use table::{CANNOT_JUDGE, NO_ANSWER, NO_SCORE, SKIPPED, Table, table_document};
pub use team::{team_codebook, team_json, team_table};
