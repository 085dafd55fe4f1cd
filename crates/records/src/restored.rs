//! A record from a backup, held to what a result file is held to; what is wrong is said with its
//! place.

use crate::agreement::{self, AgreementRecord, InfluenceRecord, MAX_SESSIONS, is_token};
use crate::backup::{BackupRecord, MAX_WAVE};
use crate::migrate::SCHEMA;
use crate::result_file::{
    BOUNDS, as_typed, bad, each_field_once, is_too_much, only_visible, refused,
};
use crate::saved::{self, Attempt, AttemptRecord, Unreadable, instrument_of};
use crate::{ImportError, StoredRecord, clean_label};
use model::{BeliefWork, Catalogue, Instrument, Rating, Session, Timestamp, fitted_belief_work};
use serde_json::{Map, Value};
use untrusted::{Bounds, is_invisible, is_unsafe, make_whole, parse, quoted};

/// How large and how deep a record may be. What an opened file held lies one level deeper in it.
const RECORD_BOUNDS: Bounds = Bounds {
    bytes: BOUNDS.bytes,
    depth: BOUNDS.depth + 1,
};

/// Most pages that times are read of.
const MAX_PAGES: usize = 1_000;

/// Longest key of a record, in characters.
const MAX_KEY: usize = 200;

/// Longest version vector, in bytes.
const MAX_VECTOR: usize = 8_192;

/// The kind of the record of preferences, which is not restored.
const PREFERENCES: &str = "preferences";

impl BackupRecord {
    /// The record as today's version writes it, once everything in it is as it could be in a result
    /// file; `None` for preferences, which are not restored. A label that somebody typed is made
    /// safe, as it is on typing.
    ///
    /// # Errors
    /// The first thing that is not as it should be.
    pub fn checked(mut self, catalogue: &Catalogue) -> Result<Option<Self>, ImportError> {
        let is_strange = |one| is_unsafe(one) || is_invisible(one);
        if self.key.chars().count() > MAX_KEY || self.key.chars().any(is_strange) {
            return Err(bad("key"));
        }
        let vector = self.version_vector.as_ref();
        if vector.is_some_and(|it| it.len() > MAX_VECTOR || !it.is_ascii()) {
            return Err(bad("versionVector"));
        }
        if self.key == PREFERENCES {
            return Ok(None);
        }
        let (kind, id) = self.key.split_once('/').ok_or_else(|| bad("key"))?;
        if !is_token(id) {
            return Err(bad("key"));
        }
        let text = self.text();
        let value = parse(text.as_bytes(), RECORD_BOUNDS);
        let mut value = value.map_err(|why| refused(why, text.as_bytes(), RECORD_BOUNDS))?;
        each_field_once(text.as_bytes())?;
        make_whole(&mut value);
        for texts in [
            "/session/beliefWork",
            "/session/plan",
            "/agreement",
            "/influence",
        ] {
            if let Some(texts) = value.pointer_mut(texts) {
                only_visible(texts);
            }
        }
        let text = match kind {
            Attempt::KIND => attempt(&value, id, catalogue)?.write(),
            AgreementRecord::KIND => agreement_record(&value, id)?.write(),
            InfluenceRecord::KIND => influence_record(&value, id)?.write(),
            _ => return Err(bad("key")),
        };
        self.body = text.into();
        Ok(Some(self))
    }
}

fn attempt(value: &Value, id: &str, catalogue: &Catalogue) -> Result<Attempt, ImportError> {
    of_schema(value, SCHEMA)?;
    let instrument = instrument_of(value, catalogue).map_err(|why| named(why, "instrument"))?;
    let record: AttemptRecord = as_typed(value)?;
    if !record.saved_at.is_empty() && Timestamp::parse(&record.saved_at).is_none() {
        return Err(bad("savedAt"));
    }
    let session = &record.session;
    if session.id != id {
        return Err(bad("session.id"));
    }
    if !(1..=MAX_WAVE).contains(&session.wave) {
        return Err(bad("session.wave"));
    }
    let form = session.rater.role;
    if !instrument.has_form(form) {
        return Err(ImportError::OtherForm {
            found: form.name().to_owned(),
        });
    }
    for (id, answer) in &session.answers {
        let item = instrument.item_index(id);
        if item.is_none_or(|item| !instrument.is_asked(form, item)) {
            return Err(ImportError::UnknownItem { id: quoted(id) });
        }
        let cannot_judge = answer == saved::CANNOT_JUDGE && form.is_about_another();
        if !(answer.is_null() || cannot_judge || is_rating(answer, &instrument)) {
            return Err(bad(["session.answers.", id].concat()));
        }
    }
    for (id, chosen) in &session.context {
        let mut questions = instrument.context_questions().iter();
        let question = questions.find(|one| one.id == *id);
        if question.is_none_or(|one| one.options.iter().all(|option| *chosen != option.id)) {
            return Err(bad(["session.context.", &quoted(id)].concat()));
        }
    }
    let seconds = &session.page_seconds;
    if seconds.len() > MAX_PAGES || seconds.iter().any(|one| *one < 0.0) {
        return Err(bad("session.pageSeconds"));
    }
    examined(&session.belief_work, &instrument)?;
    if session.plan.clone().fitted(&instrument) != session.plan {
        return Err(bad("session.plan"));
    }
    let read = saved::read(&value.to_string(), catalogue);
    let mut attempt = read.map_err(|why| named(why, "session.step"))?;
    clean_labels(&mut attempt);
    bound(&mut attempt.unknown);
    Ok(attempt)
}

fn is_rating(answer: &Value, instrument: &Instrument) -> bool {
    let value = answer.as_u64().and_then(|value| u8::try_from(value).ok());
    value.is_some_and(|value| Rating::new(value, instrument.response_scale()).is_some())
}

/// What was written about beliefs, each by itself and all together.
fn examined(entries: &[BeliefWork], instrument: &Instrument) -> Result<(), ImportError> {
    let sound = |some: &[BeliefWork]| fitted_belief_work(some.to_vec(), instrument) == some;
    for (n, one) in entries.iter().enumerate() {
        if !sound(std::slice::from_ref(one)) {
            return Err(bad(format!("session.beliefWork[{n}]")));
        }
    }
    match sound(entries) {
        true => Ok(()),
        false => Err(bad("session.beliefWork")),
    }
}

/// Leaves out what is not known where it is too much: an earlier version kept any amount of it, and
/// the rest of the record counts for more.
fn bound(unknown: &mut Map<String, Value>) {
    if is_too_much(unknown) {
        unknown.clear();
    }
}

fn clean_labels(attempt: &mut Attempt) {
    let mut parts = attempt.session.parts().clone();
    for label in [&mut parts.subject.pseudonym, &mut parts.rater.pseudonym] {
        *label = clean_label(label);
    }
    attempt.session = Session::restore(&attempt.instrument, parts);
}

fn agreement_record(value: &Value, id: &str) -> Result<AgreementRecord, ImportError> {
    of_schema(value, agreement::SCHEMA)?;
    let record: AgreementRecord = as_typed(value)?;
    if record.id != id {
        return Err(bad("id"));
    }
    let sessions = &record.session_ids;
    let joined = (1..=MAX_SESSIONS).contains(&sessions.len());
    if !(joined && sessions.iter().all(|id| is_token(id))) {
        return Err(bad("sessionIds"));
    }
    if record.agreement.clone().fitted() != record.agreement {
        return Err(bad("agreement"));
    }
    let read = AgreementRecord::read(&value.to_string(), &Catalogue::default());
    let mut record = read.map_err(|why| named(why, "agreement"))?;
    bound(&mut record.unknown);
    Ok(record)
}

fn influence_record(value: &Value, id: &str) -> Result<InfluenceRecord, ImportError> {
    of_schema(value, agreement::SCHEMA)?;
    let record: InfluenceRecord = as_typed(value)?;
    if record.id != id {
        return Err(bad("id"));
    }
    if !is_token(&record.session_id) {
        return Err(bad("sessionId"));
    }
    if record.influence.clone().fitted() != record.influence {
        return Err(bad("influence"));
    }
    let read = InfluenceRecord::read(&value.to_string(), &Catalogue::default());
    let mut record = read.map_err(|why| named(why, "influence"))?;
    bound(&mut record.unknown);
    Ok(record)
}

/// Whether a record is of today's schema.
fn of_schema(value: &Value, today: u64) -> Result<(), ImportError> {
    match value.get("schema").and_then(Value::as_u64) {
        Some(schema) if schema == today => Ok(()),
        Some(schema) if schema > today => Err(ImportError::NewerFormat {
            found: schema.to_string(),
        }),
        _ => Err(bad("schema")),
    }
}

/// Why a record cannot be read, as it is said of a result file.
fn named(why: Unreadable, place: &str) -> ImportError {
    match why {
        Unreadable::UnknownInstrument { id, version } => ImportError::UnknownInstrument {
            id: quoted(&id),
            version: quoted(&version),
        },
        Unreadable::OtherContent { id, version } => ImportError::OtherContent {
            id: quoted(&id),
            version: quoted(&version),
        },
        Unreadable::Newer { schema } => ImportError::NewerFormat {
            found: schema.to_string(),
        },
        Unreadable::Older { .. } | Unreadable::Damaged => bad(place),
    }
}
