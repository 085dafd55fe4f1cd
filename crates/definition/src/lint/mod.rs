//! What the linter finds in a custom questionnaire, beyond what the loader refuses.
//!
//! [`lint`] reads a checked [`Instrument`] and gives findings as data, with their places in the
//! file; [`say`] and [`say_fault`] make sentences of findings and of faults, each with what to
//! do. The sentences stand here and not in `i18n`, so that the page carries none of them
//! before somebody opens a definition.

mod place;
mod same_text;
mod say;
mod scales;
mod texts;
mod two_ideas;
mod versions;

pub use place::say_place;
pub use say::{say, say_fault, say_placed_fault};
pub use versions::same_version;

use model::Instrument;

/// How much a finding asks of the author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Advice {
    /// The instrument works, and does so less well than it could: better changed.
    Warning,
    /// Worth a look; it may be right as it is.
    Hint,
}

/// What was noticed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// More than two thirds of a scale's items point the same way.
    UnbalancedKeys {
        /// Items keyed `+`.
        plus: usize,
        /// Items keyed `-`.
        minus: usize,
    },
    /// A scale has fewer than [`FEWEST_ITEMS`] items: this many.
    FewItems(usize),
    /// A text takes more room than it has.
    TooLong {
        /// Its length in characters.
        characters: usize,
        /// So many fit.
        fits: usize,
    },
    /// A statement seems to say two things: at this word or mark.
    TwoIdeas(String),
    /// A limiting belief without a supporting counterpart: the id of its item.
    NoCounterpart(String),
    /// A supporting counterpart of what is no limiting belief: the id of its item.
    CounterpartOfNoBelief(String),
    /// A text with words in it is the same in both languages.
    SameInBothLanguages,
    /// A text with something in it that looks like HTML, and is shown as it is: its beginning.
    Markup(String),
    /// The text of an entry of a list, which an earlier entry has too.
    SameText(Entry),
    /// A text that the program says in its own words, so that this one is not shown.
    SaidByProgram,
    /// A text with characters that are left of a wrong encoding: these.
    Garbled(String),
    /// Another content than that of an earlier file with the same id and version.
    SameVersion,
    /// An item is keyed the other way round than in such a file: its id.
    KeyTurned(String),
}

/// What a list consists of whose entries a reader tells apart by their texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// An answer of the response scale, or of a context question.
    Answer,
    /// A scale.
    Theme,
    /// A facet of a scale.
    Aspect,
    /// An item.
    Statement,
    /// A context question, or a question of a scale.
    Question,
}

/// One thing noticed, at one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How much it asks of the author.
    pub advice: Advice,
    /// Path from the root of the file, such as `items[3].text.nl`.
    pub place: String,
    /// What was noticed there.
    pub remark: Remark,
}

/// Fewer items than this let a single answer decide a scale's score.
pub const FEWEST_ITEMS: usize = 3;

/// Everything noticed about an instrument: scales first, then texts in the file's order, and then
/// those that look alike.
/// What the loader refuses (a missing translation, bands with a gap) cannot occur here.
pub fn lint(instrument: &Instrument) -> Vec<Finding> {
    let mut findings = Vec::new();
    scales::scales(instrument, &mut findings);
    texts::texts(instrument, &mut findings);
    same_text::same_texts(instrument, &mut findings);
    findings
}
