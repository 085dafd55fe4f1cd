//! What is asked: the instrument, its scales, items and keying, checked when it is made.
//!
//! Read `raw.rs` for the form of the file, `limits.rs` for how large it may be, `check/` for
//! what a file must satisfy, and this page for what the rest of the house works with. Content is data: nothing
//! here knows how many items there are or how long the response scale is.

mod check;
mod definition;
mod fault;
mod hash;
pub mod limits;
mod open;
mod parse;
mod raw;
mod read;
mod rules;
mod shown;
mod text;

pub use definition::{
    BandText, ContextOption, ContextQuestion, Facet, GoalExamples, InBrief, Instrument, Item, Key,
    Pair, Polarity, Reframe, Scale, Sheet,
};
pub use fault::{Fault, InstrumentError, Kind, Problem};
pub use limits::MAX_SCALES;
pub use parse::{Bounds, Unparsed, parse};
pub use rules::{Band, BandCuts, QualityRules, ResponseOption, ResponseScale, ScoringRules};
pub use shown::{is_unsafe, quoted};
pub use text::{Language, Text};

/// The id of the questionnaire that ships with the app.
pub const BUNDLED_ID: &str = "sales-mindset";

/// The definitions that ship with the app, as `(id, JSON)`.
pub const BUNDLED: [(&str, &str); 1] = [(
    BUNDLED_ID,
    include_str!("../../instruments/sales-mindset.json"),
)];
