//! What was answered: ratings, answers, and the session as a small state machine.
//!
//! A [`Session`] changes only through [`Session::update`]; it knows its instrument's shape,
//! so that an answer to an item that does not exist cannot be held.

mod action;
mod answers;
mod edit;
mod free_text;
mod route;
mod session;
mod step;
mod work;

pub use action::Action;
pub use answers::{Answer, Answers, Rating};
pub use edit::{AgreementEdit, BeliefEdit, InfluenceEdit};
pub use free_text::MAX_TEXT;
pub use session::{Session, SessionParts, Status};
pub use step::Step;
pub use work::{
    Agreement, BeliefWork, Goal, Influence, Interim, MAX_AGREEMENTS, MAX_INFLUENCES, MAX_INTERIM,
    Outcome, Owner, Rerating, Sorting, Source, Work,
};
