//! From a questionnaire's JSON to a checked instrument, with every fault and its place; and the
//! linter, which says what could work better.
//!
//! Read `raw.rs` for the form of the file, `limits.rs` for how large it may be, and `check/` for what
//! a file must satisfy.

mod check;
mod fault;
mod hash;
pub mod limits;
pub mod lint;
mod open;
mod raw;
mod read;

pub use fault::{Fault, InstrumentError, Kind, Problem};
pub use limits::MAX_SCALES;
pub use model::BUNDLED_ID;
pub use open::{bundled, from_bytes, from_json};

/// The definitions that ship with the app, as `(id, JSON)`.
pub const BUNDLED: [(&str, &str); 1] = [(
    BUNDLED_ID,
    include_str!("../../../instruments/sales-mindset.json"),
)];
