//! What was written about a result, from a file: read as it is, or refused where it cannot be.

use super::ImportError;
use super::place::At;
use super::read::{day_start, token};
use crate::{AgreementRecord, InfluenceRecord, JoinedRecords, MAX_SESSIONS};
use model::{Agreement, BeliefWork, Influence, Instrument, Timestamp, fitted_belief_work};
use model::{MAX_AGREEMENTS, MAX_INFLUENCES};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Beliefs examined; the list may be absent.
pub(super) fn belief_work(
    root: &At,
    instrument: &Instrument,
    major: u32,
) -> Result<Vec<BeliefWork>, ImportError> {
    let Some(list) = root.optional("beliefWork")? else {
        return Ok(Vec::new());
    };
    let sound = |read: &Vec<BeliefWork>| fitted_belief_work(read.clone(), instrument) == *read;
    let mut read = Vec::new();
    for entry in list.list()? {
        let mut value = entry.value.clone();
        if major > 1 {
            days_to_moments(&mut value).ok_or_else(|| entry.bad())?;
        }
        let one = vec![typed::<BeliefWork>(&value).ok_or_else(|| entry.bad())?];
        if !sound(&one) {
            return Err(entry.bad());
        }
        read.extend(one);
    }
    match sound(&read) {
        true => Ok(read),
        false => Err(list.bad()),
    }
}

/// Since version 2 a later rating has a day, which stands for its start in UTC.
fn days_to_moments(belief: &mut Value) -> Option<()> {
    if let Some(at) = belief.pointer_mut("/rerating/at") {
        let day = model::Day::parse(at.as_str()?)?;
        *at = Value::String(day.start().into());
    }
    Some(())
}

/// Agreements and influences of this session. Version 1 has neither ids nor days for them:
/// they were made when the result was completed, and last changed when the file was made.
pub(super) fn joined(
    root: &At,
    session_id: &str,
    (completed_at, exported_at): (&Timestamp, &Timestamp),
    major: u32,
) -> Result<JoinedRecords, ImportError> {
    let agreements = bounded(root, "agreements", MAX_AGREEMENTS)?;
    let influences = bounded(root, "influences", MAX_INFLUENCES)?;
    if major == 1 {
        let agreements = agreements.iter().map(|entry| agreement(entry, &[]));
        let influences = influences.iter().map(|entry| influence(entry, &[]));
        return Ok(JoinedRecords::from_lists(
            session_id,
            (completed_at, exported_at),
            agreements.collect::<Result<_, _>>()?,
            influences.collect::<Result<_, _>>()?,
        ));
    }
    let mut joined = JoinedRecords::default();
    for (position, entry) in (0..).zip(&influences) {
        let id = entry.field("id")?;
        let session = entry.field("sessionId")?;
        let mut record = InfluenceRecord::new(
            token(&id)?,
            token(&session)?,
            day_start(&entry.field("changedOn")?)?,
            influence(entry, &["id", "sessionId", "changedOn"])?,
        );
        if record.session_id != session_id {
            return Err(session.bad());
        }
        if joined.influences.iter().any(|one| one.id == record.id) {
            return Err(id.twice());
        }
        record.position = position;
        joined.influences.push(record);
    }
    for (position, entry) in (0..).zip(&agreements) {
        let id = entry.field("id")?;
        let sessions = entry.field("sessionIds")?;
        let session_ids = sessions.list()?;
        if session_ids.len() > MAX_SESSIONS {
            return Err(sessions.bad());
        }
        let session_ids = session_ids
            .iter()
            .map(token)
            .collect::<Result<Vec<_>, _>>()?;
        if session_ids.first().is_none_or(|first| first != session_id) {
            return Err(sessions.bad());
        }
        let known = ["id", "sessionIds", "createdOn", "changedOn"];
        let mut record = AgreementRecord::new(
            token(&id)?,
            session_id.to_owned(),
            day_start(&entry.field("changedOn")?)?,
            agreement(entry, &known)?,
        );
        if joined.agreements.iter().any(|one| one.id == record.id) {
            return Err(id.twice());
        }
        record.position = position;
        record.session_ids = session_ids;
        record.created_at = day_start(&entry.field("createdOn")?)?;
        joined.agreements.push(record);
    }
    Ok(joined)
}

/// The entries of a list that may be absent.
fn bounded<'a>(root: &At<'a>, name: &str, most: usize) -> Result<Vec<At<'a>>, ImportError> {
    let Some(list) = root.optional(name)? else {
        return Ok(Vec::new());
    };
    let entries = list.list()?;
    match entries.len() <= most {
        true => Ok(entries),
        false => Err(list.bad()),
    }
}

fn agreement(entry: &At, links: &[&str]) -> Result<Agreement, ImportError> {
    let read: Option<Agreement> = without(entry, links)?;
    let sound = read.filter(|read| read.clone().fitted() == *read);
    sound.ok_or_else(|| entry.bad())
}

fn influence(entry: &At, links: &[&str]) -> Result<Influence, ImportError> {
    let read: Option<Influence> = without(entry, links)?;
    let sound = read.filter(|read| read.clone().fitted() == *read);
    sound.ok_or_else(|| entry.bad())
}

/// An entry without the fields that join it, as a type that knows all the others.
fn without<T: DeserializeOwned>(entry: &At, links: &[&str]) -> Result<Option<T>, ImportError> {
    let mut fields = entry.object()?.clone();
    fields.retain(|name, _| !links.contains(&name.as_str()));
    Ok(typed(&Value::Object(fields)))
}

fn typed<T: DeserializeOwned>(value: &Value) -> Option<T> {
    // From text, like every record: from a parsed value would be another deserialiser.
    serde_json::from_str(&value.to_string()).ok()
}
