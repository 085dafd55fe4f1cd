//! What is said about a result.
//!
//! A [`Report`] is all that the result screen and the documents read: which strengths and
//! which lever, what lifted and lowered each score, which beliefs to examine. It holds
//! places in the instrument and never a text, so that one report serves every language.

mod in_brief;
mod scale;

pub use in_brief::{InBrief, Strength};
pub use scale::{Contribution, ItemLine, ScaleReport};

use crate::assessment::Session;
use crate::instrument::{Instrument, Polarity};
use crate::scoring::{Quality, Scores, quality, score};

/// The result of one session, ready to be shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Items rated.
    pub answered: usize,
    /// Items asked.
    pub total: usize,
    /// The scores everything here rests on.
    pub scores: Scores,
    /// What is read in a minute.
    pub in_brief: InBrief,
    /// One entry a scale, in the instrument's order.
    pub scales: Vec<ScaleReport>,
    /// Limiting beliefs agreed with, the strongest agreement first, as item indices.
    pub beliefs: Vec<usize>,
    /// Response quality; for the respondent's own screen only.
    pub quality: Quality,
}

impl Report {
    /// Makes the report of a session.
    pub fn new(instrument: &Instrument, session: &Session) -> Self {
        let answers = session.answers();
        let scores = score(instrument, answers);
        Self {
            answered: answers.rated(),
            total: answers.total(),
            in_brief: in_brief::in_brief(instrument, answers, &scores),
            scales: (0..instrument.scales().len())
                .map(|scale| scale::scale_report(instrument, answers, &scores, scale))
                .collect(),
            beliefs: beliefs(instrument, session),
            quality: quality(instrument, answers, &session.parts().page_seconds),
            scores,
        }
    }
}

fn beliefs(instrument: &Instrument, session: &Session) -> Vec<usize> {
    let response = instrument.response_scale();
    let middle = u32::from(response.min) + u32::from(response.max);
    let mut agreed: Vec<(u8, usize)> = instrument
        .scales()
        .iter()
        .filter(|scale| scale.polarity == Polarity::Limiting)
        .flat_map(|scale| &scale.items)
        .filter_map(|&item| Some((session.answers().rating(item)?.value(), item)))
        .filter(|(value, _)| 2 * u32::from(*value) > middle)
        .collect();
    agreed.sort_by_key(|(value, _)| std::cmp::Reverse(*value));
    agreed.into_iter().map(|(_, item)| item).collect()
}
