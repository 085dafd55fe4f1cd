//! Everything of the library that the commands use, imported in this one place.

pub use content::{SHIPPED, SOURCES};
pub use definition::InstrumentError;
pub use definition::limits::MAX_BYTES as LARGEST_DEFINITION;
pub use definition::lint::{
    Advice, Finding, Remark, lint, same_version, say, say_fault, say_place,
};
pub use model::{Answer, Answers};
pub use model::{Day, Form, Instrument, Item, Key, Language};
pub use records::{
    FileKind, ImportError, MAX_FILE_BYTES as LARGEST_FILE, ScoreEntry, detect, is_sealed,
    open_result, person_key, score_entries,
};
pub use scoring::{GroupScale, GroupSums, keyed, quality, score_form};

#[cfg(test)]
pub use content::example_session;
#[cfg(test)]
pub use records::{JoinedRecords, ResultInput, Share, Zone, result_document};
