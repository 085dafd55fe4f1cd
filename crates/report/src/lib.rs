//! What is said about a result.
//!
//! A [`Report`] is all that the result screen and the documents read: which strengths and
//! which lever, what lifted and lowered each score, which beliefs to examine. It holds
//! places in the instrument and never a text, so that one report serves every language;
//! `words.rs` says them in one.
//!
//! [`TwoViews`] compares the rep's view with the manager's, and a [`ConversationSheet`] makes a talk
//! of it.

mod asked_of_both;
mod beliefs;
mod comparison;
mod conversation;
mod facets;
mod history;
mod in_brief;
mod pattern;
mod scale;
mod source_words;
mod two_views;
mod words;
pub mod work_words;

pub use asked_of_both::{AskedOfBoth, Chosen, are_counterparts, asked_of_both};
pub use beliefs::{Thought, believed, not_held};
pub use comparison::{Comparison, Move, NotComparable, ScaleChange, Verdict, compare};
pub use conversation::{ConversationSheet, SheetReader, SheetTopic, TalkLength, TalkPart, TimeBox};
pub use facets::FacetsReport;
pub use history::{Moment, Point, history};
pub use in_brief::{InBrief, Strength};
pub use scale::{CoachQuestion, Contribution, ItemLine, ScaleReport};
pub use source_words::{certainty_words, source_line};
pub use two_views::{
    Alike, AlikeStatement, By, Likeness, MAX_ALIKE, MAX_STATEMENTS, MAX_TOPICS, NotPaired, Pair,
    ScaleQuestion, ScaleView, ScaleViews, Side, Similarity, StatementViews, Topic, TopicKind,
    TwoViews, View, pair,
};
pub use words::{band_label, direction_text, filled, lever_text, strength_text};

use model::{Instrument, Rating, Session, ranked};
use scoring::{Quality, Scores, quality, score_form};

/// The result of one session, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Items rated.
    pub answered: usize,
    /// Items that the form asks.
    pub total: usize,
    /// The scores everything here rests on.
    pub scores: Scores,
    /// What is read in a minute.
    pub in_brief: InBrief,
    /// One entry a scale, in the instrument's order.
    pub scales: Vec<ScaleReport>,
    /// Limiting beliefs agreed with, the strongest agreement first, as item indices.
    pub beliefs: Vec<usize>,
    /// Supporting beliefs disagreed with, the strongest disagreement first, as item indices.
    pub not_held: Vec<usize>,
    /// The two together, as they are examined.
    pub thoughts: Vec<Thought>,
    /// What stands out across the scales, as an index into the instrument's patterns.
    pub pattern: Option<usize>,
    /// Response quality; for the respondent's own screen only.
    pub quality: Quality,
}

impl Report {
    /// Makes the report of a session.
    pub fn new(instrument: &Instrument, session: &Session) -> Self {
        let answers = session.answers();
        let scores = score_form(instrument, session.form(), answers);
        let beliefs = first(believed(instrument, answers), |one, other| one > other);
        let not_held = first(not_held(instrument, answers), |one, other| one < other);
        Self {
            answered: answers.rated(),
            total: instrument.form_items(session.form()).len(),
            in_brief: in_brief::in_brief(instrument, answers, &scores),
            scales: (0..instrument.scales().len())
                .map(|scale| scale::scale_report(instrument, answers, &scores, scale))
                .collect(),
            thoughts: beliefs::thoughts(instrument, &beliefs, &not_held),
            beliefs,
            not_held,
            pattern: pattern::first_pattern(instrument, session, &scores),
            quality: quality(instrument, answers, &session.parts().page_seconds),
            scores,
        }
    }

    /// The same, knowing which scales were left out of the file it was read from: that there
    /// is no score of them says nothing about answering.
    #[must_use]
    pub fn withholding(mut self, scales: &[usize]) -> Self {
        for scale in &mut self.scales {
            scale.withheld = scales.contains(&scale.scale);
        }
        self
    }

    /// The scales that are not withheld.
    pub fn shared(&self) -> impl Iterator<Item = &ScaleReport> {
        self.scales.iter().filter(|scale| !scale.withheld)
    }
}

/// The items whose rating comes first; equals stay in the instrument's order.
fn first(
    rated: impl Iterator<Item = (usize, Rating)>,
    before: impl Fn(Rating, Rating) -> bool,
) -> Vec<usize> {
    let ranked = ranked(rated, |(_, one), (_, other)| before(*one, *other));
    ranked.into_iter().map(|(item, _)| item).collect()
}
