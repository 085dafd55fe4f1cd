//! From a questionnaire's JSON to a checked instrument, with every fault and its place; and the
//! linter, which says what could work better.
//!
//! Read `raw.rs` for the shape of the file, `limits.rs` for how large it may be, and `check/` for what
//! a file must satisfy.

mod check;
mod digest;
mod fault;
pub mod limits;
pub mod lint;
mod open;
mod program_texts;
mod raw;
mod read;

pub use fault::{Fault, InstrumentError, Kind, Problem};
pub use limits::MAX_SCALES;
pub use open::{Shipped, custom_as_written, custom_from_bytes, from_bytes, from_json};
pub use untrusted::Encoding;
