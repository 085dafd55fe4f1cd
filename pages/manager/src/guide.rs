//! The content of the page: read from its JSON, and checked against the scan's sources.

use model::{Language, SourceNote, Text};
use serde::{Deserialize, Deserializer};
use std::fmt;

/// The guide as its authors wrote it.
pub const SOURCE: &str = include_str!("../../../content/manager-guide/manager-guide.json");

/// What a sales manager can do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// What it is, for its authors.
    pub meta: Meta,
    /// The title for the reader.
    #[serde(deserialize_with = "text")]
    pub title: Text,
    /// What it is about.
    #[serde(deserialize_with = "text")]
    pub lead: Text,
    /// What the parts of a recommendation are called.
    pub labels: Labels,
    /// What can be done, in the order in which it is read.
    pub recommendations: Vec<Recommendation>,
    /// How a learning goal gets a place in the HR cycle.
    pub hr_card: HrCard,
    /// A learning goal from before a training to four weeks after it.
    pub training_card: TrainingCard,
    /// How to ask a customer for a recording or a visit.
    pub customer_sentences: CustomerSentences,
    /// What it is not meant for.
    #[serde(deserialize_with = "text")]
    pub limits: Text,
}

/// What a guide is, for its authors.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    /// Frozen id.
    pub id: String,
    /// Version of its content.
    pub version: String,
    /// When it was written.
    pub date: String,
    /// The language it is written in first.
    pub primary_language: Language,
    /// The languages it is written in.
    pub languages: Vec<Language>,
    /// What it rests on.
    pub about: String,
}

/// What the parts of a recommendation are called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// Of the reason.
    #[serde(deserialize_with = "text")]
    pub why: Text,
    /// Of the question.
    #[serde(deserialize_with = "text")]
    pub ask_yourself: Text,
    /// Of the first step.
    #[serde(deserialize_with = "text")]
    pub this_week: Text,
    /// Of the sources.
    #[serde(deserialize_with = "text")]
    pub source: Text,
}

/// One thing to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// Frozen id.
    pub id: String,
    /// Its place, from 1.
    pub order: usize,
    /// What to do.
    #[serde(deserialize_with = "text")]
    pub text: Text,
    /// Why.
    #[serde(deserialize_with = "text")]
    pub why: Text,
    /// Ids of what it is based on.
    pub source_ids: Vec<String>,
    /// A question to oneself.
    #[serde(deserialize_with = "text")]
    pub ask_yourself: Text,
    /// A first step.
    #[serde(deserialize_with = "text")]
    pub this_week: Text,
}

/// How a learning goal gets a place in the HR cycle.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HrCard {
    /// Its title.
    #[serde(deserialize_with = "text")]
    pub title: Text,
    /// What it is for.
    #[serde(deserialize_with = "text")]
    pub lead: Text,
    /// What is filled in.
    pub lines: Vec<CardLine>,
    /// What does not belong on it.
    #[serde(deserialize_with = "text")]
    pub foot: Text,
}

/// A line to fill in.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardLine {
    /// Frozen id.
    pub id: String,
    /// The line.
    #[serde(deserialize_with = "text")]
    pub text: Text,
}

/// A learning goal from before a training to four weeks after it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrainingCard {
    /// Its title.
    #[serde(deserialize_with = "text")]
    pub title: Text,
    /// What it is for.
    #[serde(deserialize_with = "text")]
    pub lead: Text,
    /// The moments, in their order.
    pub rows: Vec<CardMoment>,
    /// How sure the numbers in it are.
    #[serde(deserialize_with = "text")]
    pub caveat: Text,
    /// Ids of what it is based on.
    pub source_ids: Vec<String>,
}

/// A moment, with a question to answer in writing.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardMoment {
    /// Frozen id.
    pub id: String,
    /// The moment.
    #[serde(deserialize_with = "text")]
    pub when: Text,
    /// The question.
    #[serde(deserialize_with = "text")]
    pub ask: Text,
}

/// How to ask a customer for a recording or a visit.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerSentences {
    /// Its title.
    #[serde(deserialize_with = "text")]
    pub title: Text,
    /// How to choose.
    #[serde(deserialize_with = "text")]
    pub lead: Text,
    /// A recording.
    pub recording: CustomerSentence,
    /// A visit with the manager.
    pub joint_visit: CustomerSentence,
    /// Ids of what it is based on.
    pub source_ids: Vec<String>,
}

/// What is said to a customer.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerSentence {
    /// What it asks for.
    #[serde(deserialize_with = "text")]
    pub label: Text,
    /// The words.
    #[serde(deserialize_with = "text")]
    pub say: Text,
    /// What it brings, and what to mind.
    #[serde(deserialize_with = "text")]
    pub good_for: Text,
}

/// A text in both languages, neither of them empty.
fn text<'de, D: Deserializer<'de>>(json: D) -> Result<Text, D::Error> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Both {
        nl: String,
        en: String,
    }
    let Both { nl, en } = Both::deserialize(json)?;
    if nl.trim().is_empty() || en.trim().is_empty() {
        return Err(serde::de::Error::custom("a text is empty"));
    }
    Ok(Text::new(&nl, &en))
}

/// Why a guide cannot be used.
#[derive(Debug)]
pub enum GuideError {
    /// It is not JSON of this form.
    Form(serde_json::Error),
    /// The recommendation with this id does not stand at the place that it names.
    Order(String),
    /// It names a source with this id, which the scan does not have.
    Source(String),
}

impl fmt::Display for GuideError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(error) => write!(
                to,
                "The guide for managers is not as it should be: {error}."
            ),
            Self::Order(id) => write!(
                to,
                "The recommendation {id} stands at another place than it says."
            ),
            Self::Source(id) => write!(
                to,
                "The guide for managers names a source that the scan lacks: {id}."
            ),
        }
    }
}

impl std::error::Error for GuideError {}

impl Guide {
    /// Reads a guide that rests on these sources.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn read(json: &str, sources: &[SourceNote]) -> Result<Self, GuideError> {
        let guide: Self = serde_json::from_str(json).map_err(GuideError::Form)?;
        let placed = guide.recommendations.iter().zip(1..);
        if let Some((misplaced, _)) = placed.into_iter().find(|(one, place)| one.order != *place) {
            return Err(GuideError::Order(misplaced.id.clone()));
        }
        let known = |id: &&String| sources.iter().any(|source| source.id == **id);
        if let Some(id) = guide.source_ids().find(|id| !known(id)) {
            return Err(GuideError::Source(id.clone()));
        }
        Ok(guide)
    }

    /// The id of every source that is named, as often as it is.
    fn source_ids(&self) -> impl Iterator<Item = &String> {
        let recommendations = self.recommendations.iter().map(|one| &one.source_ids);
        let others = [
            &self.training_card.source_ids,
            &self.customer_sentences.source_ids,
        ];
        recommendations.chain(others).flatten()
    }
}
