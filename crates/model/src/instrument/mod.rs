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
    BandText, Certainty, Condition, ContextOption, ContextPlace, ContextQuestion, Conversation,
    ConversationStep, EffortTexts, Facet, FacetTexts, FollowUp, FromTo, GoalExample, GoalExamples,
    InBrief, InstrumentParts, Item, Key, Observable, Page, Pair, Pattern, Polarity, Reframe, Scale,
    SourceNote,
};
pub use reference::InstrumentRef;
pub use rules::{Band, BandCuts, QualityRules, ResponseOption, ResponseScale, ScoringRules};
pub use text::{Language, Text};
