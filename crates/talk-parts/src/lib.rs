//! What the two pages of a talk and the page of a team share: the questionnaires and texts that are at
//! hand, and what stands around a screen.
//!
//! `together.html` is where views are begun, handed over and agreements kept; `talk.html` is where two
//! views lie on the table, and keeps nothing. Each is a program of its own, as the second needs no
//! records.

#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
mod frame;
mod library;
mod numbered_jobs;
mod page_texts;
mod talk_link;

pub use frame::{Frame, framed, own_tab};
pub use library::{Arrival, Arrived, Library};
pub use numbered_jobs::NumberedJobs;
pub use page_texts::{OwnTabTexts, PageTexts};
pub use talk_link::TalkLink;

/// The page on which views are begun, handed over, and agreements kept.
pub const TOGETHER_PAGE: &str = "together.html";

/// The page on which two views are laid next to each other.
pub const TALK_PAGE: &str = "talk.html";

/// The questionnaire that a manager can fill in about somebody of the team.
pub const SCAN: &str = "sales-mindset";

/// The questionnaire about a sales manager's own half.
pub const MIRROR: &str = "manager-mirror";

/// The questionnaire of the call review.
pub const REVIEW: &str = "call-review";

/// A statement as it stands in a sentence.
pub fn quoted(statement: &str) -> String {
    ["‘", statement, "’"].concat()
}
