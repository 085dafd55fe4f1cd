//! What is asked and what is answered.
//!
//! Read [`instrument`] for what is asked, [`session`] for what is answered. Whoever holds a value of
//! these types need not check it again: an [`Instrument`] refers to nothing that is not there, a
//! [`Rating`] lies on its response scale, and a [`Session`] changes only through
//! [`Session::update`].

mod agreement;
mod catalogue;
mod form;
mod free_text;
mod influence;
pub mod instrument;
mod moment;
mod ranked;
pub mod session;

pub use agreement::{
    Agreement, AgreementEdit, Goal, GoalOrigin, IfThen, Interim, MAX_AGREEMENTS, MAX_INTERIM,
    Outcome, Owner,
};
pub use catalogue::{AmbiguousId, Catalogue, Found, comparable_id, compare_versions};
pub use form::{Form, Rater, Subject, with_name};
pub use free_text::MAX_TEXT;
pub use influence::{Influence, InfluenceEdit, MAX_INFLUENCES, Sorting, Source};
pub use instrument::*;
pub use moment::{Day, NotAMoment, Timestamp};
pub use ranked::ranked;
pub use session::*;
