//! What a person makes of a result: beliefs examined, influences sorted, agreements made.
//!
//! Everything in it is optional and written by the person; nothing of it is scored.

use super::Rating;
use super::free_text::clean_text;
use crate::{Instrument, Polarity};
use serde::{Deserialize, Serialize};

/// Most influences that are kept.
pub const MAX_INFLUENCES: usize = 20;

/// Most agreements that are kept.
pub const MAX_AGREEMENTS: usize = 8;

/// Most interim results of one agreement.
pub const MAX_INTERIM: usize = 6;

/// What a person makes of a result.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Work {
    /// Limiting beliefs examined, one entry an item.
    #[serde(rename = "beliefWork")]
    pub beliefs: Vec<BeliefWork>,
    /// Why the last target was missed or close.
    pub influences: Vec<Influence>,
    /// What was agreed.
    pub agreements: Vec<Agreement>,
}

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rerating {
    /// Raw value on the response scale.
    pub value: u8,
    /// When: RFC 3339 with offset.
    pub at: String,
}

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

/// One agreement between a rep and a manager.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Agreement {
    /// Who will do it.
    pub owner: Owner,
    /// Which kind of goal it is.
    pub goal: Goal,
    /// What is agreed.
    pub text: String,
    /// What both will see it by.
    pub indicator: String,
    /// Why this target is ours.
    pub why: String,
    /// First application within the day.
    pub first_step: String,
    /// Due date as `YYYY-MM-DD`; empty when none is set.
    pub due: String,
    /// Interim results.
    pub interim: Vec<Interim>,
    /// Confirmed by the rep.
    pub rep_confirmed: bool,
    /// Confirmed by the manager.
    pub manager_confirmed: bool,
    /// How it went, once looked back on.
    pub outcome: Option<Outcome>,
    /// What was learned.
    pub learned: String,
}

/// Who will do what is agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Owner {
    /// The person who took the instrument.
    #[default]
    Rep,
    /// Their manager.
    Manager,
}

/// The kind of a goal (Dweck and Leggett, 1988).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Goal {
    /// To become able to do something.
    #[default]
    Learning,
    /// To achieve something.
    Performance,
}

/// A result on the way to a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Interim {
    /// When, as `YYYY-MM-DD`; may be empty.
    pub date: String,
    /// What there is by then.
    pub text: String,
}

/// How an agreement went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// Kept.
    Kept,
    /// Partly kept.
    Partly,
    /// Not yet kept.
    NotYet,
}

impl Work {
    /// Whether nothing has been written yet.
    pub fn is_empty(&self) -> bool {
        self.beliefs.is_empty() && self.influences.is_empty() && self.agreements.is_empty()
    }

    /// What was made of the belief in the item with this id.
    pub fn belief(&self, item_id: &str) -> Option<&BeliefWork> {
        self.beliefs.iter().find(|belief| belief.item_id == item_id)
    }

    /// In line with an instrument: only its limiting beliefs, each once and with something
    /// said of it, every text safe and short, and no more of anything than is kept.
    pub fn fitted(mut self, instrument: &Instrument) -> Self {
        let mut seen: Vec<usize> = Vec::new();
        self.beliefs.retain_mut(|belief| {
            let limiting = instrument.item_index(&belief.item_id).filter(|&item| {
                let scale = instrument.items()[item].scale;
                instrument.scales()[scale].polarity == Polarity::Limiting
            });
            let fresh = limiting.is_some_and(|item| !seen.contains(&item));
            seen.extend(limiting);
            belief.fit(instrument);
            fresh && !belief.says_nothing()
        });
        self.influences.truncate(MAX_INFLUENCES);
        for influence in &mut self.influences {
            clean_text(&mut influence.reason);
            clean_text(&mut influence.step);
        }
        self.agreements.truncate(MAX_AGREEMENTS);
        self.agreements.iter_mut().for_each(Agreement::fit);
        self
    }
}

impl BeliefWork {
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
        self.rerating.take_if(|rerating| {
            clean_text(&mut rerating.at);
            Rating::new(rerating.value, response).is_none()
        });
    }

    fn says_nothing(&mut self) -> bool {
        self.rerating.is_none() && self.texts().iter().all(|text| text.is_empty())
    }
}

impl Agreement {
    fn fit(&mut self) {
        self.interim.truncate(MAX_INTERIM);
        for interim in &mut self.interim {
            fit_date(&mut interim.date);
            clean_text(&mut interim.text);
        }
        fit_date(&mut self.due);
        let texts = [
            &mut self.text,
            &mut self.indicator,
            &mut self.why,
            &mut self.first_step,
            &mut self.learned,
        ];
        texts.into_iter().for_each(clean_text);
    }
}

/// Leaves a date of the form `YYYY-MM-DD` with a possible month and day, and nothing else.
fn fit_date(date: &mut String) {
    let bytes = date.as_bytes();
    let number =
        |from: usize| u32::from(bytes[from] - b'0') * 10 + u32::from(bytes[from + 1] - b'0');
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(n, byte)| match n {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !(shaped && (1..=12).contains(&number(5)) && (1..=31).contains(&number(8))) {
        date.clear();
    }
}
