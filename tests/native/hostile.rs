//! Files that are made to do harm. Every one ends in an error of ours within 200 ms, and nothing of a
//! text is executed or obeyed by what reads a document of it.
//!
//! `cargo test --test native --release hostile -- --nocapture` measures and prints the counts.

mod bombs;
mod sinks;
mod texts;
