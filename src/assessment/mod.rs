//! What was answered: ratings, answers, and the session as a small state machine.
//!
//! A [`Session`] changes only through [`Session::update`]; it knows its instrument's shape,
//! so that an answer to an item that does not exist cannot be held.

mod answers;
mod session;
mod step;

pub use answers::{Answer, Answers, Rating};
pub use session::{Action, Session, SessionParts, Status};
pub use step::Step;
