//! The result file of format 2.0 as types, for writing and for reading.
//!
//! `When` is how a point in time stands in it: a day, or the moment that a file of version 1 said.
//! `Score` is an entry of `scores`.

use super::fields::{Label, LanguageTag, Rated, ShortText, Text, Token, Whole};
use super::format::{MAX_ANSWER_LABEL, MAX_DIGEST, MAX_WAVE};
use model::{Agreement, Influence};
use serde::Serialize;
use serde_json::{Map, Value};

/// The file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ResultFile<When, Score> {
    pub format: String,
    pub format_version: String,
    pub export_id: Token,
    pub exported_on: When,
    pub generator: Generator,
    pub instrument: InstrumentName,
    pub form: ShortText,
    pub language: LanguageTag,
    pub subject: Subject,
    pub rater: Rater,
    pub session: Session<When>,
    pub responses: Vec<Response>,
    pub context: Vec<ContextAnswer>,
    pub scores: Vec<Score>,
    pub beliefs: Vec<Belief>,
    pub belief_work: Vec<BeliefWorkEntry<When>>,
    pub influences: Vec<InfluenceEntry<When>>,
    pub agreements: Vec<AgreementEntry<When>>,
    pub disclosure: Option<Disclosure>,
    pub extensions: Map<String, Value>,
    /// Fields of a later minor version, as everywhere below.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// The program that made it.
#[derive(Serialize)]
pub(super) struct Generator {
    pub name: ShortText,
    pub version: ShortText,
    pub language: Option<LanguageTag>,
}

/// What was asked.
#[derive(Serialize)]
pub(super) struct InstrumentName {
    pub id: ShortText,
    pub version: ShortText,
    pub digest: Text<MAX_DIGEST>,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// Whom it is about.
#[derive(Serialize)]
pub(super) struct Subject {
    pub pseudonym: Label,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// Who answered.
#[derive(Serialize)]
pub(super) struct Rater {
    pub role: ShortText,
    pub pseudonym: Label,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// The attempt.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Session<When> {
    pub id: Token,
    pub wave: Whole<1, MAX_WAVE>,
    pub status: Status,
    pub started_on: When,
    pub completed_on: Option<When>,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// How far the attempt is.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Status {
    Completed,
    InProgress,
}

/// One answer as given.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Response {
    pub item_id: ShortText,
    pub value: Option<Rated>,
    pub min: Rated,
    pub max: Rated,
    pub label: Option<Text<MAX_ANSWER_LABEL>>,
    pub state: State,
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// What became of a statement.
#[derive(Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum State {
    Answered,
    Skipped,
    NotSeen,
    CannotJudge,
}

/// The answer to one question about the situation.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ContextAnswer {
    pub question_id: ShortText,
    pub option_id: Option<ShortText>,
}

/// A limiting belief that was agreed with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Belief {
    pub item_id: ShortText,
    pub value: Rated,
    /// Not read: it follows from the value.
    pub label: Value,
}

/// What was written about a limiting belief.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct BeliefWorkEntry<When> {
    pub item_id: String,
    pub own_words: String,
    pub speaks_for: String,
    pub speaks_against: String,
    pub supporting: String,
    pub experiment: String,
    pub rerating: Option<ReratingEntry<When>>,
}

/// The same statement rated again later.
#[derive(Serialize)]
pub(super) struct ReratingEntry<When> {
    pub value: u8,
    pub at: When,
}

/// An influence with what joins it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct InfluenceEntry<When> {
    pub id: Token,
    pub session_id: Token,
    pub changed_on: When,
    #[serde(flatten)]
    pub influence: Influence,
}

/// An agreement with what joins it.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AgreementEntry<When> {
    pub id: Token,
    pub session_ids: Vec<Token>,
    pub created_on: When,
    pub changed_on: When,
    #[serde(flatten)]
    pub agreement: Agreement,
}

/// What was chosen to be in the file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Disclosure {
    pub included: Vec<ShortText>,
    pub withheld: Vec<ShortText>,
    pub withheld_scales: Vec<ShortText>,
}
