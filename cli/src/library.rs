//! Everything of the library that the commands use, imported in this one place.

pub use mindset_mirror::assessment::Answers;
pub use mindset_mirror::export::{
    ImportError, MAX_BYTES as LARGEST_RESULT, ScoreEntry, open_result, score_entries,
};
pub use mindset_mirror::instrument::limits::MAX_BYTES as LARGEST_DEFINITION;
pub use mindset_mirror::instrument::{BUNDLED, Instrument, InstrumentError, Language};
pub use mindset_mirror::lint::{Advice, Finding, lint, say, say_fault, say_place};
pub use mindset_mirror::scoring::{GroupScale, group_scale, keyed_answers, quality, score};

#[cfg(test)]
pub use mindset_mirror::export::{ResultInput, Share, Zone, example_session, result_document};
