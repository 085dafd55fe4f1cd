//! A reason why a target was missed or close, and one change to it.

use crate::free_text::{clean_text, cleaned};
use serde::{Deserialize, Serialize};

/// Most influences that are named on one session.
pub const MAX_INFLUENCES: usize = 20;

/// One reason why a target was missed or close.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Influence {
    /// Where it lies.
    pub source: Source,
    /// The reason.
    pub reason: String,
    /// What the person does with it, once sorted.
    pub sorted: Option<Sorting>,
    /// One action for what is mine, one request for what is asked.
    pub step: String,
}

/// Where a reason lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// The market.
    #[default]
    Market,
    /// The competition.
    Competition,
    /// The own organisation.
    Organisation,
    /// The own approach.
    Approach,
    /// Something else.
    Other,
}

/// What a person does with a reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Sorting {
    /// It is within one's own influence.
    Mine,
    /// Somebody is asked for something.
    Ask,
    /// It is as it is.
    Accept,
}

/// One change to an influence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InfluenceEdit {
    /// Where it lies.
    Source(Source),
    /// The reason.
    Reason(String),
    /// What the person does with it, once sorted.
    Sorted(Option<Sorting>),
    /// One action, or one request.
    Step(String),
}

impl Influence {
    /// Makes one change. Texts are made safe and cut to [`crate::MAX_TEXT`] characters.
    pub fn edit(&mut self, edit: InfluenceEdit) {
        match edit {
            InfluenceEdit::Source(source) => self.source = source,
            InfluenceEdit::Reason(text) => self.reason = cleaned(text),
            InfluenceEdit::Sorted(sorted) => self.sorted = sorted,
            InfluenceEdit::Step(text) => self.step = cleaned(text),
        }
    }

    /// The same with every text safe and short.
    pub fn fitted(mut self) -> Self {
        clean_text(&mut self.reason);
        clean_text(&mut self.step);
        self
    }
}
