//! Results of several people in, and what may be said of them as a team out.
//!
//! Start with `team/`: [`Team`] reads files, codes and JSON lines (`read.rs`, `lines.rs`), holds
//! results (`entry.rs`), and gives a [`View`] (`view.rs`) of those that may be put together.
//! `guard.rs` and `scale_guard.rs` say what may be shown beside what was shown before, and `figures.rs` asks them for each
//! figure. No answer of a single person leaves this package.
//!
//! This limits what is displayed; whoever holds the files can read each of them.

mod entry;
mod figures;
mod guard;
mod lines;
mod mirror;
mod read;
mod scale_guard;
mod team;
mod view;

pub use read::MAX_BYTES;
pub use team::{Added, MAX_LISTED, MAX_RESULTS, Team};
pub use view::*;
