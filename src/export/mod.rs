//! A result as a document, and back again.
//!
//! Read `format.rs` for what the result file is called and bounded by, `result.rs` for how
//! it is written, then `open.rs` and `read.rs` for how one is read: bounds first, then the
//! form, then every value, and only then a session. `schema/result-1.1.json` says the same
//! for other programs. `markdown.rs` and `table/` write for people and for spreadsheets. Response-quality figures and page times have no field here.

mod calendar;
mod document;
mod error;
mod example;
mod file_name;
mod form;
mod format;
mod json;
mod label;
mod markdown;
mod markdown_work;
mod open;
mod place;
mod read;
mod read_scores;
mod read_work;
mod result;
mod scores;
mod share;
mod table;
mod timestamp;
mod work_json;
mod xapi;
mod zone;

pub use document::Document;
pub use error::ImportError;
pub use example::example_session;
pub use form::{Form, write_as};
pub use format::{FORMAT, FORMAT_VERSION, MAX_BYTES, MAX_DEPTH};
pub use json::pretty;
pub use label::{MAX_LABEL, clean_label};
pub use markdown::markdown_document;
pub use open::{Opened, open_result};
pub use read_scores::Difference;
pub use result::{ResultInput, result_document};
pub use scores::{ScoreEntry, score_entries};
pub use share::{Part, Share};
pub use table::{NO_ANSWER, NO_SCORE, SKIPPED, Table, table_document};
pub use work_json::{read_work_list, work_lists};
pub use zone::{Change, Zone};
