//! What is asked and what is answered.
//!
//! Read [`instrument`] for what is asked, [`session`] for what is answered. Whoever holds a value of
//! these types need not check it again: an [`Instrument`] refers to nothing that is not there, a
//! [`Rating`] lies on its response scale, and a [`Session`] changes only through
//! [`Session::update`].

pub mod instrument;
pub mod session;

pub use instrument::*;
pub use session::*;
