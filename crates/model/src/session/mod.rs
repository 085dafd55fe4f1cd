//! What was answered: ratings, answers, and the session as a small state machine.
//!
//! A [`Session`] changes only through [`Session::update`]; it knows its instrument's shape,
//! so that an answer to an item that does not exist cannot be held.

mod action;
mod answers;
mod belief;
mod plan;
mod route;
mod session;
mod step;

pub use action::Action;
pub use answers::{Answer, Answers, Rating};
pub use belief::{BeliefEdit, BeliefWork, Rerating, fitted_belief_work};
pub use plan::{Plan, PlanEdit};
pub use session::{Session, SessionParts, Status};
pub use step::Step;
