//! A result as a JSON file, and back.

mod document;
mod error;
mod fields;
mod file;
mod file_name;
mod format;
mod label;
mod open;
mod read;
mod read_joined;
mod read_scores;
mod result;
mod scores;
mod share;
mod times;
mod unknown;
mod version_1;
mod visible;
mod zone;

pub use document::Document;
pub use error::{ImportError, SealedFault};
pub use file_name::result_name;
pub use format::{FORMAT, FORMAT_VERSION, MAX_BYTES, MAX_DEPTH};
pub use label::{MAX_LABEL, clean_label};
pub(crate) use open::{BOUNDS, each_field_once, refused};
pub use open::{Content, Opened, open_result};
pub(crate) use read::{as_typed, bad};
pub use read_scores::Difference;
pub use result::{ResultInput, result_document};
pub use scores::{ScoreEntry, score_entries};
pub use share::{Part, Share};
pub(crate) use unknown::is_too_much;
pub(crate) use visible::only_visible;
pub use zone::{Change, Zone};
