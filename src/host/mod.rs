//! The embedding page: what it may ask for, and what it is sent.

mod commands;
mod events;
mod scores_request;

pub(crate) use commands::obey;
pub(crate) use events::{Reported, report_commit, send_scores};
pub(crate) use scores_request::scores_request;
pub use scores_request::{ScoresAnswer, ScoresRequest};
