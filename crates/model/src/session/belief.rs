//! Limiting beliefs, examined: written by the person, and never scored.

use super::Rating;
use crate::free_text::{clean_text, cleaned};
use crate::{Instrument, Polarity, Timestamp};
use serde::{Deserialize, Serialize};

/// A limiting belief, examined.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct BeliefWork {
    /// Id of the item.
    pub item_id: String,
    /// The belief in the person's own words.
    pub own_words: String,
    /// What speaks for it.
    pub speaks_for: String,
    /// What speaks against it.
    pub speaks_against: String,
    /// A supporting counterpart.
    pub supporting: String,
    /// One experiment for this week.
    pub experiment: String,
    /// The same statement, rated again later.
    pub rerating: Option<Rerating>,
}

/// A later rating of one statement. It changes no score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rerating {
    /// Raw value on the response scale.
    pub value: u8,
    /// When.
    pub at: Timestamp,
}

/// One change to what is written about a limiting belief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BeliefEdit {
    /// The belief in the person's own words.
    OwnWords(String),
    /// What speaks for it.
    SpeaksFor(String),
    /// What speaks against it.
    SpeaksAgainst(String),
    /// A supporting counterpart.
    Supporting(String),
    /// One experiment for this week.
    Experiment(String),
    /// The same statement rated again, or that rating taken back.
    Rerating(Option<Rerating>),
}

/// In line with an instrument: only its limiting beliefs, each once and with something said of it,
/// every text safe and short.
pub fn fitted_belief_work(
    mut entries: Vec<BeliefWork>,
    instrument: &Instrument,
) -> Vec<BeliefWork> {
    let mut seen: Vec<usize> = Vec::new();
    entries.retain_mut(|belief| {
        let limiting = instrument.item_index(&belief.item_id).filter(|&item| {
            let scale = instrument.items()[item].scale;
            instrument.scales()[scale].polarity == Polarity::Limiting
        });
        let fresh = limiting.is_some_and(|item| !seen.contains(&item));
        seen.extend(limiting);
        belief.fit(instrument);
        fresh && !belief.says_nothing()
    });
    entries
}

impl BeliefWork {
    /// Makes one change. Texts are made safe and cut to [`crate::MAX_TEXT`] characters.
    pub fn edit(&mut self, edit: BeliefEdit) {
        match edit {
            BeliefEdit::OwnWords(text) => self.own_words = cleaned(text),
            BeliefEdit::SpeaksFor(text) => self.speaks_for = cleaned(text),
            BeliefEdit::SpeaksAgainst(text) => self.speaks_against = cleaned(text),
            BeliefEdit::Supporting(text) => self.supporting = cleaned(text),
            BeliefEdit::Experiment(text) => self.experiment = cleaned(text),
            BeliefEdit::Rerating(rerating) => self.rerating = rerating,
        }
    }

    fn texts(&mut self) -> [&mut String; 5] {
        [
            &mut self.own_words,
            &mut self.speaks_for,
            &mut self.speaks_against,
            &mut self.supporting,
            &mut self.experiment,
        ]
    }

    fn fit(&mut self, instrument: &Instrument) {
        self.texts().into_iter().for_each(clean_text);
        let response = instrument.response_scale();
        self.rerating
            .take_if(|rerating| Rating::new(rerating.value, response).is_none());
    }

    fn says_nothing(&mut self) -> bool {
        self.rerating.is_none() && self.texts().iter().all(|text| text.is_empty())
    }
}
