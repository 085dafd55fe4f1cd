//! What is asked and what is answered.
//!
//! Read [`instrument`] for what is asked, [`session`] for what is answered. Whoever holds a value of
//! these types need not check it again: an [`Instrument`] refers to nothing that is not there, a
//! [`Rating`] lies on its response scale, and a [`Session`] changes only through
//! [`Session::update`].

mod catalogue;
mod form;
pub mod instrument;
mod moment;
pub mod session;

pub use catalogue::{AmbiguousId, Catalogue, Found, comparable_id, compare_versions};
pub use form::{Form, Rater, Subject, with_name};
pub use instrument::*;
pub use moment::{Day, NotAMoment, Timestamp};
pub use session::*;
