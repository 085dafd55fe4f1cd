//! What the two pages of a talk share: the questionnaires and texts that are at hand, and what stands
//! around a screen.
//!
//! `together.html` is where views are begun, handed over and agreements kept; `talk.html` is where two
//! views lie on the table, and keeps nothing. Each is a program of its own, as the second needs no
//! records.

#[cfg(not(target_arch = "wasm32"))]
pub mod fixtures;
mod frame;
mod library;

pub use frame::{Frame, framed};
pub use library::{Arrival, Arrived, Library};

/// The page on which views are begun, handed over, and agreements kept.
pub const TOGETHER_PAGE: &str = "together.html";

/// The page on which two views are laid next to each other.
pub const TALK_PAGE: &str = "talk.html";

/// The letter before the statement that is kept, behind the codes of a call review.
pub const KEEP: char = 'k';

/// The letter before the statement that is tried.
pub const TRY: char = 't';

/// What stands between the codes of a rep and a manager in the fragment that leads from the one page
/// to the other; in no code.
pub const BETWEEN_CODES: char = '.';
