//! The versioned record of one attempt, and how it is written and read.
//!
//! Everything is joined on the instrument's ids, never on positions, and answers are kept
//! as given: a number, or `null` for a statement left out on purpose; a statement not yet
//! seen has no entry.

use std::rc::Rc;

use serde_json::{Map, Value, json};

use super::migrate::{SCHEMA, migrate};
use crate::{read_work_list, work_lists};
use model::{Answers, Session, SessionParts, Step, Work};
use model::{Instrument, Language};

/// One attempt at an instrument, as it is kept.
#[derive(Clone, Debug)]
pub struct Attempt {
    /// The instrument that was, or is being, taken.
    pub instrument: Rc<Instrument>,
    /// What was answered, and where the respondent is.
    pub session: Session,
    /// Counts the savings, from 1; 0 before the first. The highest one wins.
    pub revision: u64,
    /// When it was last saved, RFC 3339 with offset; empty before the first time.
    pub saved_at: String,
    /// When it was last put into a file, RFC 3339 with offset.
    pub exported_at: Option<String>,
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
            saved_at: String::new(),
            exported_at: None,
            unknown: Map::new(),
        }
    }

    /// The id of the session, on which attempts are joined.
    pub fn id(&self) -> &str {
        &self.session.parts().id
    }
}

impl PartialEq for Attempt {
    /// The instrument is compared by its bytes' hash: cheap, and as strict.
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
    /// It answers an instrument, or a version of one, that this app does not have.
    UnknownInstrument {
        /// Id of the instrument.
        id: String,
        /// Its version.
        version: String,
    },
}

/// The record of an attempt, as text.
pub fn write(attempt: &Attempt) -> String {
    let instrument = &attempt.instrument;
    let parts = attempt.session.parts();
    // One by one: collecting a map brings a sort of its own each time.
    let mut answers = Map::new();
    for (n, item) in instrument.items().iter().enumerate() {
        if let Some(answer) = parts.answers.get(n) {
            let value = answer.rating().map(|rating| rating.value());
            answers.insert(item.id.clone(), value.into());
        }
    }
    let mut context = Map::new();
    for (question, chosen) in instrument.context_questions().iter().zip(&parts.context) {
        if let Some(option) = chosen.and_then(|chosen| question.options.get(chosen)) {
            context.insert(question.id.clone(), option.id.as_str().into());
        }
    }
    let mut work = Map::new();
    for (name, list) in work_lists(&parts.work) {
        work.insert(name.to_owned(), list);
    }
    json!({
        "schema": SCHEMA,
        "revision": attempt.revision,
        "savedAt": attempt.saved_at,
        "exportedAt": attempt.exported_at,
        "instrument": {"id": instrument.id(), "version": instrument.version()},
        "session": {
            "id": parts.id,
            "wave": parts.wave,
            "language": parts.language.tag(),
            "pseudonym": parts.pseudonym,
            "startedAt": parts.started_at,
            "completedAt": parts.completed_at,
            "step": write_step(instrument, parts.step),
            "reviewing": parts.reviewing,
            "answers": answers,
            "context": context,
            "pageSeconds": parts.page_seconds,
            "work": work,
        },
        "unknown": attempt.unknown,
    })
    .to_string()
}

/// Reads a record of any schema up to today's. The session is whole and can be shown, or
/// there is none.
pub fn read(text: &str, instruments: &[Rc<Instrument>]) -> Result<Attempt, Unreadable> {
    let mut record = migrate(text)?;
    let (id, version) = instrument_of(&record).ok_or(Unreadable::Damaged)?;
    let Some(instrument) = instruments
        .iter()
        .find(|known| known.id() == id && known.version() == version)
    else {
        return Err(Unreadable::UnknownInstrument { id, version });
    };
    let unknown = match record.remove("unknown") {
        None | Some(Value::Null) => Map::new(),
        Some(Value::Object(unknown)) => unknown,
        Some(_) => return Err(Unreadable::Damaged),
    };
    let read = || {
        Some(Attempt {
            session: Session::restore(instrument, parts(instrument, record.get("session")?)?),
            instrument: instrument.clone(),
            revision: record.get("revision")?.as_u64()?,
            saved_at: text_of(record.get("savedAt")?)?,
            exported_at: maybe_text(record.get("exportedAt"))?,
            unknown,
        })
    };
    read().ok_or(Unreadable::Damaged)
}

fn instrument_of(record: &Map<String, Value>) -> Option<(String, String)> {
    let named = record.get("instrument")?;
    Some((text_of(&named["id"])?, text_of(&named["version"])?))
}

fn parts(instrument: &Instrument, session: &Value) -> Option<SessionParts> {
    let id = text_of(&session["id"]).filter(|id| !id.is_empty())?;
    let answers = session["answers"]
        .as_object()?
        .iter()
        .map(|(id, value)| {
            let value = match value {
                Value::Null => None,
                value => Some(u8::try_from(value.as_u64()?).ok()?),
            };
            Some((instrument.item_index(id)?, value))
        })
        .collect::<Option<Vec<_>>>()?;
    let questions = instrument.context_questions();
    let mut context = vec![None; questions.len()];
    for (id, chosen) in session["context"].as_object()? {
        let asked = questions.iter().position(|question| question.id == *id)?;
        let options = &questions[asked].options;
        context[asked] = Some(options.iter().position(|option| *chosen == option.id)?);
    }
    Some(SessionParts {
        id,
        wave: u32::try_from(session["wave"].as_u64()?).ok()?,
        language: Language::from_tag(session["language"].as_str()?)?,
        pseudonym: text_of(&session["pseudonym"])?,
        started_at: text_of(&session["startedAt"])?,
        completed_at: maybe_text(session.get("completedAt"))?,
        step: read_step(instrument, &session["step"])?,
        reviewing: session["reviewing"].as_bool()?,
        answers: Answers::from_values(instrument, answers).ok()?,
        context,
        page_seconds: session["pageSeconds"]
            .as_array()?
            .iter()
            .map(Value::as_f64)
            .collect::<Option<_>>()?,
        work: work(&session["work"])?,
    })
}

fn work(lists: &Value) -> Option<Work> {
    let mut work = Work::default();
    for (name, list) in lists.as_object()? {
        read_work_list(&mut work, name, list)?;
    }
    Some(work)
}

fn write_step(instrument: &Instrument, step: Step) -> Value {
    match step {
        Step::Context(n) => {
            let question = instrument.context_questions().get(n);
            json!({"at": "context", "question": question.map(|question| &question.id)})
        }
        Step::Item(position) => {
            let item = instrument.order().nth(position);
            json!({"at": "item", "item": item.map(|item| &instrument.items()[item].id)})
        }
        Step::Breath(page) => json!({"at": "breath", "page": page}),
        Step::Review => json!({"at": "review"}),
        Step::Result => json!({"at": "result"}),
    }
}

fn read_step(instrument: &Instrument, step: &Value) -> Option<Step> {
    Some(match step["at"].as_str()? {
        "context" => {
            let id = step["question"].as_str()?;
            let questions = instrument.context_questions();
            Step::Context(questions.iter().position(|question| question.id == id)?)
        }
        "item" => {
            let item = instrument.item_index(step["item"].as_str()?)?;
            Step::Item(instrument.order().position(|shown| shown == item)?)
        }
        "breath" => Step::Breath(usize::try_from(step["page"].as_u64()?).ok()?),
        "review" => Step::Review,
        "result" => Step::Result,
        _ => return None,
    })
}

fn text_of(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// Nothing, a text, or, as the outer `None`, something else that has no business here.
fn maybe_text(value: Option<&Value>) -> Option<Option<String>> {
    match value {
        None | Some(Value::Null) => Some(None),
        Some(value) => text_of(value).map(Some),
    }
}
