//! The versioned record of one attempt, and how it is written and read.
//!
//! Everything is joined on the instrument's ids, never on positions, and answers are kept
//! as given: a number, `null` for a statement left out on purpose, or `cannot_judge`; a
//! statement not yet seen has no entry.

use std::rc::Rc;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::backup::MAX_WAVE;
use super::migrate::SCHEMA;
use super::stored::{StoredRecord, fitting, of_schema};
use model::{Answer, Answers, BeliefWork, Plan, Rating, Session, SessionParts, Step};
use model::{
    Catalogue, Form, Found, Instrument, InstrumentRef, Language, Rater, Subject, Timestamp,
};

/// One attempt at an instrument, as it is kept.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The instrument that was, or is being, taken.
    pub instrument: Rc<Instrument>,
    /// What was answered, and where the respondent is.
    pub session: Session,
    /// Counts the savings, from 1; 0 before the first. The highest one wins.
    pub revision: u64,
    /// When it was last saved; nothing before the first time.
    pub saved_at: Option<Timestamp>,
    /// When it was last put into a file.
    pub exported_at: Option<Timestamp>,
    /// What an opened result file held that this version does not know; kept, so that the
    /// next file has it again.
    pub unknown: Map<String, Value>,
}

impl Attempt {
    /// An attempt that has not been saved yet.
    pub fn new(instrument: Rc<Instrument>, session: Session) -> Self {
        Self {
            instrument,
            session,
            revision: 0,
            saved_at: None,
            exported_at: None,
            unknown: Map::new(),
        }
    }

    /// The id of the session, on which attempts are joined.
    pub fn id(&self) -> &str {
        &self.session.parts().id
    }
}

impl StoredRecord for Attempt {
    const KIND: &'static str = "attempt";

    fn id(&self) -> &str {
        self.id()
    }

    fn revision(&self) -> Option<u64> {
        Some(self.revision)
    }

    fn changed_at(&self) -> Option<Timestamp> {
        self.saved_at.clone()
    }

    fn write(&self) -> String {
        write(self)
    }

    fn read(text: &str, catalogue: &Catalogue) -> Result<Self, Unreadable> {
        read(text, catalogue)
    }
}

impl PartialEq for Attempt {
    /// The instrument is compared by its digest: cheap, and as strict.
    fn eq(&self, other: &Self) -> bool {
        self.instrument.digest() == other.instrument.digest()
            && self.session == other.session
            && self.revision == other.revision
            && self.saved_at == other.saved_at
            && self.exported_at == other.exported_at
            && self.unknown == other.unknown
    }
}

/// Why a stored record could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not a record, or not a whole one.
    Damaged,
    /// A newer version of the app wrote it.
    Newer {
        /// Its schema.
        schema: u64,
    },
    /// An earlier version of the app wrote it: [`crate::migrate`] brings it to today's schema.
    Older {
        /// Its schema.
        schema: u64,
    },
    /// It answers an instrument, or a version of one, that this app does not have.
    UnknownInstrument {
        /// Id of the instrument.
        id: String,
        /// Its version.
        version: String,
    },
    /// It answers another content of an instrument that this app has in the same version, or does
    /// not say which of several: it waits until its own definition is there, and is scored by no
    /// other.
    OtherContent {
        /// Id of the instrument.
        id: String,
        /// Its version.
        version: String,
    },
}

/// A stored record of today's schema.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AttemptRecord {
    schema: u64,
    revision: u64,
    /// A moment, or empty before the first saving.
    pub(crate) saved_at: String,
    exported_at: Option<Timestamp>,
    /// Read before all else, by [`instrument_of`].
    #[serde(skip_deserializing)]
    instrument: InstrumentName,
    pub(crate) session: SessionRecord,
    #[serde(default)]
    unknown: Option<Map<String, Value>>,
}

/// Which instrument; records of before schema 3 do not have the digest.
#[derive(Default, Serialize)]
struct InstrumentName {
    id: String,
    version: String,
    digest: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionRecord {
    pub(crate) id: String,
    pub(crate) wave: u32,
    language: Language,
    pub(crate) rater: Rater,
    subject: Subject,
    started_at: Timestamp,
    completed_at: Option<Timestamp>,
    changed_since_completion: bool,
    step: StepRecord,
    reviewing: bool,
    /// By item id: a raw value, null, or [`CANNOT_JUDGE`].
    pub(crate) answers: Map<String, Value>,
    /// By question id: the id of the option.
    pub(crate) context: Map<String, Value>,
    pub(crate) page_seconds: Vec<f64>,
    pub(crate) belief_work: Vec<BeliefWork>,
    /// Since a record of this schema need not have one, a record without it says the same as before.
    #[serde(default, skip_serializing_if = "Plan::is_empty")]
    pub(crate) plan: Plan,
}

/// The word for "I cannot judge this" among the answers.
pub(crate) const CANNOT_JUDGE: &str = "cannot_judge";

/// Where the respondent is, by id, so that a reordered form leads to the same statement.
#[derive(Serialize, Deserialize)]
struct StepRecord {
    at: StepKind,
    /// The id of the question about the situation.
    #[serde(skip_serializing_if = "Option::is_none")]
    question: Option<String>,
    /// The id of the statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    /// The number of the page before the interlude.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum StepKind {
    Context,
    Item,
    #[serde(alias = "breath")]
    Interlude,
    ContextInterlude,
    Review,
    Result,
}

impl StepRecord {
    fn at(at: StepKind) -> Self {
        Self {
            at,
            question: None,
            item: None,
            page: None,
        }
    }
}

/// The record of an attempt, as text.
pub fn write(attempt: &Attempt) -> String {
    let instrument = &attempt.instrument;
    let parts = attempt.session.parts();
    // One after the other: collecting a map brings a sort of some kilobytes.
    let (mut answers, mut context) = (Map::new(), Map::new());
    for (n, item) in instrument.items().iter().enumerate() {
        let answer = match parts.answers.get(n) {
            Some(Answer::Rated(rating)) => rating.value().into(),
            Some(Answer::Skipped) => Value::Null,
            Some(Answer::CannotJudge) => CANNOT_JUDGE.into(),
            None => continue,
        };
        answers.insert(item.id.clone(), answer);
    }
    for (question, chosen) in instrument.context_questions().iter().zip(&parts.context) {
        if let Some(option) = chosen.and_then(|chosen| question.options.get(chosen)) {
            context.insert(question.id.clone(), option.id.as_str().into());
        }
    }
    let record = AttemptRecord {
        schema: SCHEMA,
        revision: attempt.revision,
        saved_at: attempt
            .saved_at
            .clone()
            .map_or_else(String::new, String::from),
        exported_at: attempt.exported_at.clone(),
        instrument: InstrumentName {
            id: instrument.id().to_owned(),
            version: instrument.version().to_owned(),
            digest: Some(instrument.digest().to_owned()),
        },
        session: SessionRecord {
            id: parts.id.clone(),
            wave: parts.wave,
            language: parts.language,
            rater: parts.rater.clone(),
            subject: parts.subject.clone(),
            started_at: parts.started_at.clone(),
            completed_at: parts.completed_at.clone(),
            changed_since_completion: parts.changed_since_completion,
            step: write_step(instrument, &attempt.session),
            reviewing: parts.reviewing,
            answers,
            context,
            page_seconds: parts.page_seconds.clone(),
            belief_work: parts.belief_work.clone(),
            plan: parts.plan.clone(),
        },
        unknown: Some(attempt.unknown.clone()),
    };
    // Maps with text keys and plain values: there is nothing that could fail.
    serde_json::to_string(&record).unwrap_or_default()
}

/// Reads a record of today's schema. The session is complete and can be shown, or there is none.
///
/// # Errors
/// Why it is not opened; the text stays as good as it was.
pub fn read(text: &str, catalogue: &Catalogue) -> Result<Attempt, Unreadable> {
    let record = of_schema(text, SCHEMA)?;
    let instrument = instrument_of(&record, catalogue)?;
    let record: AttemptRecord = fitting(&record)?;
    let saved_at = match record.saved_at.as_str() {
        "" => None,
        text => Some(Timestamp::parse(text).ok_or(Unreadable::Damaged)?),
    };
    let parts = parts(&instrument, record.session).ok_or(Unreadable::Damaged)?;
    Ok(Attempt {
        session: Session::restore(&instrument, parts),
        instrument,
        revision: record.revision,
        saved_at,
        exported_at: record.exported_at,
        unknown: record.unknown.unwrap_or_default(),
    })
}

/// Which time a self-report was, by the text of a record that waits for its questionnaire; `None`
/// where it does not say, or says a number that no backup may hold.
pub fn wave_in(text: &str) -> Option<u32> {
    let record = of_schema(text, SCHEMA).ok()?;
    let session = record.get("session")?;
    if session.get("rater")?.get("role")? != Form::SelfReport.name() {
        return None;
    }
    let wave = u32::try_from(session.get("wave")?.as_u64()?).ok()?;
    (1..=MAX_WAVE).contains(&wave).then_some(wave)
}

/// The instrument of a record: the very one, or, where no digest was recorded, the only one of
/// that id and version.
pub(crate) fn instrument_of(
    record: &Value,
    catalogue: &Catalogue,
) -> Result<Rc<Instrument>, Unreadable> {
    let named = record.get("instrument").ok_or(Unreadable::Damaged)?;
    let text = |name: &str| named.get(name).and_then(Value::as_str).map(str::to_owned);
    let (Some(id), Some(version)) = (text("id"), text("version")) else {
        return Err(Unreadable::Damaged);
    };
    let Some(digest) = text("digest") else {
        let is_recorded = named.get("digest").is_some_and(|digest| !digest.is_null());
        return match (&catalogue.named(&id, &version)[..], is_recorded) {
            ([], _) => Err(Unreadable::UnknownInstrument { id, version }),
            (_, true) => Err(Unreadable::Damaged),
            ([only], false) => Ok(only.clone()),
            // Nobody knows which of these contents was answered: none of them scores it.
            (_, false) => Err(Unreadable::OtherContent { id, version }),
        };
    };
    let reference = InstrumentRef {
        id,
        version,
        digest,
    };
    match catalogue.find(&reference) {
        Found::Exact(instrument) => Ok(instrument),
        Found::OtherDigest(_) => Err(Unreadable::OtherContent {
            id: reference.id,
            version: reference.version,
        }),
        Found::Unknown => Err(Unreadable::UnknownInstrument {
            id: reference.id,
            version: reference.version,
        }),
    }
}

fn parts(instrument: &Instrument, session: SessionRecord) -> Option<SessionParts> {
    let mut answers = Answers::none(instrument);
    for (id, answer) in session.answers {
        let item = instrument.item_index(&id)?;
        let answer = match answer {
            Value::Number(value) => {
                let value = u8::try_from(value.as_u64()?).ok()?;
                Answer::Rated(Rating::new(value, instrument.response_scale())?)
            }
            Value::Null => Answer::Skipped,
            Value::String(word) if word == CANNOT_JUDGE => Answer::CannotJudge,
            _ => return None,
        };
        answers = answers.with(item, answer);
    }
    let questions = instrument.context_questions();
    let mut context = vec![None; questions.len()];
    for (id, chosen) in session.context {
        let index = questions.iter().position(|question| question.id == id)?;
        let options = &questions[index].options;
        context[index] = Some(options.iter().position(|option| chosen == option.id)?);
    }
    let items = instrument.form_items(session.rater.role);
    let step = match session.step.at {
        StepKind::Context => {
            let question = session.step.question?;
            Step::Context(questions.iter().position(|one| one.id == question)?)
        }
        StepKind::Item => {
            let item = instrument.item_index(&session.step.item?)?;
            Step::Item(items.iter().position(|&one| one == item)?)
        }
        StepKind::Interlude => Step::Interlude(session.step.page?),
        StepKind::ContextInterlude => Step::ContextInterlude,
        StepKind::Review => Step::Review,
        StepKind::Result => Step::Result,
    };
    Some(SessionParts {
        id: Some(session.id).filter(|id| !id.is_empty())?,
        wave: session.wave,
        language: session.language,
        rater: session.rater,
        subject: session.subject,
        started_at: session.started_at,
        completed_at: session.completed_at,
        changed_since_completion: session.changed_since_completion,
        step,
        reviewing: session.reviewing,
        answers,
        context,
        page_seconds: session.page_seconds,
        belief_work: session.belief_work,
        plan: session.plan,
    })
}

fn write_step(instrument: &Instrument, session: &Session) -> StepRecord {
    match session.step() {
        Step::Context(n) => {
            let question = instrument.context_questions().get(n);
            StepRecord {
                question: Some(question.map_or_else(String::new, |question| question.id.clone())),
                ..StepRecord::at(StepKind::Context)
            }
        }
        Step::Item(position) => {
            let item = instrument.form_items(session.form()).get(position).copied();
            let id = item.map_or_else(String::new, |item| instrument.items()[item].id.clone());
            StepRecord {
                item: Some(id),
                ..StepRecord::at(StepKind::Item)
            }
        }
        Step::Interlude(page) => StepRecord {
            page: Some(page),
            ..StepRecord::at(StepKind::Interlude)
        },
        Step::ContextInterlude => StepRecord::at(StepKind::ContextInterlude),
        Step::Review => StepRecord::at(StepKind::Review),
        Step::Result => StepRecord::at(StepKind::Result),
    }
}
