//! The result file of format 2.0 as types, for writing and for reading.
//!
//! `W` is how a point in time stands in it: a day, or the moment that a file of version 1 said.
//! `S` is an entry of `scores`.

use super::fields::*;
use super::format::{MAX_ANSWER_LABEL, MAX_DIGEST, MAX_WAVE};
use crate::MAX_SESSIONS;
use model::{Agreement, Influence, MAX_AGREEMENTS, MAX_INFLUENCES};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[serde(bound(deserialize = "W: Deserialize<'de>, S: Deserialize<'de>"))]
pub(super) struct ResultFile<W, S> {
    pub format: String,
    pub format_version: String,
    pub export_id: Token,
    pub exported_on: W,
    pub generator: Generator,
    pub instrument: InstrumentName,
    pub form: ShortText,
    pub language: LanguageTag,
    pub subject: Subject,
    pub rater: Rater,
    pub session: Session<W>,
    pub responses: Vec<Response>,
    #[serde(default)]
    pub context: Vec<ContextAnswer>,
    pub scores: Vec<S>,
    #[serde(default)]
    pub beliefs: Vec<Belief>,
    #[serde(default)]
    pub belief_work: Vec<BeliefWorkEntry<W>>,
    #[serde(default, deserialize_with = "at_most::<MAX_INFLUENCES, _, _>")]
    pub influences: Vec<InfluenceEntry<W>>,
    #[serde(default, deserialize_with = "at_most::<MAX_AGREEMENTS, _, _>")]
    pub agreements: Vec<AgreementEntry<W>>,
    #[serde(default, deserialize_with = "present")]
    pub disclosure: Option<Disclosure>,
    #[serde(default)]
    pub extensions: Map<String, Value>,
    /// Fields of a later minor version, as everywhere below.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// The program that made it.
#[derive(Serialize, Deserialize)]
pub(super) struct Generator {
    pub name: ShortText,
    pub version: ShortText,
    #[serde(default, deserialize_with = "present")]
    pub language: Option<LanguageTag>,
}

/// What was asked.
#[derive(Serialize, Deserialize)]
pub(super) struct InstrumentName {
    pub id: ShortText,
    pub version: ShortText,
    pub digest: Text<MAX_DIGEST>,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// Whom it is about.
#[derive(Serialize, Deserialize)]
pub(super) struct Subject {
    pub pseudonym: Label,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// Who answered.
#[derive(Serialize, Deserialize)]
pub(super) struct Rater {
    pub role: ShortText,
    pub pseudonym: Label,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// The attempt.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Session<W> {
    pub id: Token,
    pub wave: Whole<1, MAX_WAVE>,
    pub status: Status,
    pub started_on: W,
    #[serde(deserialize_with = "Option::deserialize")]
    pub completed_on: Option<W>,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// How far the attempt is.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Status {
    Completed,
    InProgress,
}

/// One answer as given.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Response {
    pub item_id: ShortText,
    #[serde(deserialize_with = "Option::deserialize")]
    pub value: Option<Rated>,
    pub min: Rated,
    pub max: Rated,
    pub label: Option<Text<MAX_ANSWER_LABEL>>,
    pub state: State,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// What became of a statement.
#[derive(Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Answered,
    Skipped,
    NotSeen,
    CannotJudge,
}

/// The answer to one question about the situation.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ContextAnswer {
    pub question_id: ShortText,
    #[serde(deserialize_with = "Option::deserialize")]
    pub option_id: Option<ShortText>,
}

/// A limiting belief that was agreed with.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Belief {
    pub item_id: ShortText,
    pub value: Rated,
    /// Not read: it follows from the value.
    #[serde(default)]
    pub label: Value,
}

/// What was written about a limiting belief.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct BeliefWorkEntry<W> {
    pub item_id: String,
    #[serde(default)]
    pub own_words: String,
    #[serde(default)]
    pub speaks_for: String,
    #[serde(default)]
    pub speaks_against: String,
    #[serde(default)]
    pub supporting: String,
    #[serde(default)]
    pub experiment: String,
    pub rerating: Option<ReratingEntry<W>>,
}

/// The same statement rated again later.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReratingEntry<W> {
    pub value: u8,
    pub at: W,
}

/// An influence with what joins it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InfluenceEntry<W> {
    pub id: Token,
    pub session_id: Token,
    pub changed_on: W,
    #[serde(flatten, deserialize_with = "all_others")]
    pub influence: Influence,
}

/// An agreement with what joins it.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AgreementEntry<W> {
    pub id: Token,
    #[serde(deserialize_with = "at_most::<MAX_SESSIONS, _, _>")]
    pub session_ids: Vec<Token>,
    pub created_on: W,
    pub changed_on: W,
    #[serde(flatten, deserialize_with = "all_others")]
    pub agreement: Agreement,
}

/// What was chosen to be in the file.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Disclosure {
    pub included: Vec<ShortText>,
    pub withheld: Vec<ShortText>,
    #[serde(default)]
    pub withheld_scales: Vec<ShortText>,
}
