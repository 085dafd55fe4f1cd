//! mod.

mod score_entry;

pub use score_entry::{ScoreEntry, score_entries};
