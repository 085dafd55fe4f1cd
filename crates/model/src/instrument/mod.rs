//! What is asked: the instrument, its scales, items and keying.
//!
//! Content is data: nothing here knows how many items there are or how long the response scale is.

mod instrument;
mod parts;
mod reference;
mod rules;
mod text;

pub use instrument::{DanglingReference, Instrument};
pub use parts::{
    BandText, ContextOption, ContextQuestion, Facet, GoalExamples, InBrief, InstrumentParts, Item,
    Key, Observable, Page, Pair, Polarity, Reframe, Scale,
};
pub use reference::InstrumentRef;
pub use rules::{Band, BandCuts, QualityRules, ResponseOption, ResponseScale, ScoringRules};
pub use text::{Language, Text};
