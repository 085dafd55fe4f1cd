//! Agreements and influences as records of their own: between two people, over time, joined to
//! sessions by id.

use crate::saved::Unreadable;
use model::{Agreement, Influence, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use untrusted::typed;

/// The schema that is written today.
const SCHEMA: u64 = 1;

/// The key of an agreement, before its id.
pub const AGREEMENT_KEY: &str = "agreement/";

/// The key of an influence, before its id.
pub const INFLUENCE_KEY: &str = "influence/";

/// One agreement, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgreementRecord {
    /// Schema of the record; see [`AgreementRecord::new`].
    schema: u64,
    /// Random id.
    pub id: String,
    /// The sessions it was made on or looked back on with, the first one first.
    pub session_ids: Vec<String>,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// What was agreed.
    pub agreement: Agreement,
    /// What a newer minor version wrote; it is written again.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

/// One influence, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InfluenceRecord {
    /// Schema of the record; see [`InfluenceRecord::new`].
    schema: u64,
    /// Random id.
    pub id: String,
    /// The session it was named on.
    pub session_id: String,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// The influence.
    pub influence: Influence,
    /// What a newer minor version wrote; it is written again.
    #[serde(flatten)]
    pub unknown: Map<String, Value>,
}

impl AgreementRecord {
    /// An agreement made on a session.
    pub fn new(id: String, session_id: String, at: Timestamp, agreement: Agreement) -> Self {
        Self {
            schema: SCHEMA,
            id,
            session_ids: vec![session_id],
            created_at: at.clone(),
            changed_at: at,
            agreement,
            unknown: Map::new(),
        }
    }

    /// The record as text.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a record.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let record: Self = parsed(text)?;
        match !record.id.is_empty() && !record.session_ids.is_empty() {
            true => Ok(record),
            false => Err(Unreadable::Damaged),
        }
    }
}

impl InfluenceRecord {
    /// An influence named on a session.
    pub fn new(id: String, session_id: String, at: Timestamp, influence: Influence) -> Self {
        Self {
            schema: SCHEMA,
            id,
            session_id,
            changed_at: at,
            influence,
            unknown: Map::new(),
        }
    }

    /// The record as text.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a record.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn read(text: &str) -> Result<Self, Unreadable> {
        let record: Self = parsed(text)?;
        match !record.id.is_empty() && !record.session_id.is_empty() {
            true => Ok(record),
            false => Err(Unreadable::Damaged),
        }
    }
}

/// The agreements to begin the next talk with: those of the session on which most recently one
/// was made or changed, oldest first.
pub fn last_agreements(records: &[AgreementRecord]) -> Vec<&AgreementRecord> {
    let newest = records.iter().max_by_key(|one| &one.changed_at);
    let Some(session) = newest.and_then(|one| one.session_ids.last()) else {
        return Vec::new();
    };
    let of_session = |one: &&AgreementRecord| one.session_ids.last() == Some(session);
    let mut last: Vec<_> = records.iter().filter(of_session).collect();
    last.sort_by(|a, b| a.created_at.cmp(&b.created_at));
    last
}

/// A record of a schema that is known; a newer one is named before anything else is looked at.
fn parsed<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T, Unreadable> {
    let value: Value = serde_json::from_str(text).map_err(|_| Unreadable::Damaged)?;
    let stated = value.get("schema").and_then(Value::as_u64);
    match stated.ok_or(Unreadable::Damaged)? {
        SCHEMA => typed(&value).map_err(|_| Unreadable::Damaged),
        0 => Err(Unreadable::Damaged),
        schema => Err(Unreadable::Newer { schema }),
    }
}
