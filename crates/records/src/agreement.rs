//! Agreements and influences as records of their own: between two people, over time, joined to
//! sessions by id.

use crate::saved::Unreadable;
use crate::stored::{StoredRecord, fitting, of_schema};
use model::{Agreement, AgreementEdit, Catalogue, Influence, InfluenceEdit, Timestamp, ranked};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The schema that is written today, of both.
pub(crate) const SCHEMA: u64 = 1;

/// Fields of an agreement's record that are read.
const OF_AGREEMENT: [&str; 8] = [
    "schema",
    "id",
    "sessionIds",
    "position",
    "createdAt",
    "changedAt",
    "asked",
    "agreement",
];

/// Fields of an influence's record that are read.
const OF_INFLUENCE: [&str; 6] = [
    "schema",
    "id",
    "sessionId",
    "position",
    "changedAt",
    "influence",
];

/// The key of an agreement, before its id.
pub(crate) const AGREEMENT_KEY: &str = "agreements/";

/// The key of an influence, before its id.
pub(crate) const INFLUENCE_KEY: &str = "influences/";

/// Most sessions that one agreement is joined to.
pub const MAX_SESSIONS: usize = 64;

/// Longest id, in bytes.
const MAX_ID: usize = 64;

/// One agreement, as it is stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AgreementRecord {
    /// Schema of the record; see [`AgreementRecord::new`].
    schema: u64,
    /// Random id.
    pub id: String,
    /// The session it was made on, and then those it was looked back on with: 1 to
    /// [`MAX_SESSIONS`].
    pub session_ids: Vec<String>,
    /// Its place among the agreements of the session it was made on, from 0.
    #[serde(default)]
    pub position: u32,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// Whether it is something that the rep asked of the manager.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub asked: bool,
    /// What was agreed.
    pub agreement: Agreement,
    /// What a newer minor version wrote; it is written again.
    #[serde(flatten, skip_deserializing)]
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
    /// Its place among the influences of that session, from 0.
    #[serde(default)]
    pub position: u32,
    /// When it was last changed.
    pub changed_at: Timestamp,
    /// The influence.
    pub influence: Influence,
    /// What a newer minor version wrote; it is written again.
    #[serde(flatten, skip_deserializing)]
    pub unknown: Map<String, Value>,
}

/// Agreements and influences together: those of one session, of one file, or of one device.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct JoinedRecords {
    /// The agreements.
    pub agreements: Vec<AgreementRecord>,
    /// The influences.
    pub influences: Vec<InfluenceRecord>,
}

impl AgreementRecord {
    /// An agreement made on a session, as the first one there.
    pub fn new(id: String, session_id: String, at: Timestamp, agreement: Agreement) -> Self {
        Self {
            schema: SCHEMA,
            id,
            session_ids: vec![session_id],
            position: 0,
            created_at: at.clone(),
            changed_at: at,
            asked: false,
            agreement,
            unknown: Map::new(),
        }
    }

    /// The session it was made on.
    pub fn made_on(&self) -> &str {
        self.session_ids.first().map_or("", String::as_str)
    }

    /// Whether its ids are ids, and not too many.
    pub(crate) fn is_sound(&self) -> bool {
        let joined = (1..=MAX_SESSIONS).contains(&self.session_ids.len());
        joined && is_token(&self.id) && self.session_ids.iter().all(|id| is_token(id))
    }

    /// By what it stands before or after another one.
    fn place(&self) -> (u32, &Timestamp, &str) {
        (self.position, &self.created_at, &self.id)
    }

    /// Whether it was made on this session, or looked back on with it.
    pub fn is_joined_to(&self, session_id: &str) -> bool {
        self.session_ids.iter().any(|id| id == session_id)
    }

    /// Makes one change on this session, and joins the agreement to it.
    pub fn edit(&mut self, edit: AgreementEdit, session_id: &str, at: Timestamp) {
        self.agreement.edit(edit);
        self.changed_at = at;
        if !self.is_joined_to(session_id) && self.session_ids.len() < MAX_SESSIONS {
            self.session_ids.push(session_id.to_owned());
        }
    }
}

impl InfluenceRecord {
    /// An influence named on a session, as the first one there.
    pub fn new(id: String, session_id: String, at: Timestamp, influence: Influence) -> Self {
        Self {
            schema: SCHEMA,
            id,
            session_id,
            position: 0,
            changed_at: at,
            influence,
            unknown: Map::new(),
        }
    }

    /// Makes one change.
    pub fn edit(&mut self, edit: InfluenceEdit, at: Timestamp) {
        self.influence.edit(edit);
        self.changed_at = at;
    }
}

impl StoredRecord for AgreementRecord {
    const KIND: &'static str = "agreements";

    fn id(&self) -> &str {
        &self.id
    }

    fn changed_at(&self) -> Option<Timestamp> {
        Some(self.changed_at.clone())
    }

    fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Its texts are made safe and cut to the length they may have.
    fn read(text: &str, _: &Catalogue) -> Result<Self, Unreadable> {
        let file = of_schema(text, SCHEMA)?;
        let mut record: Self = fitting(&file)?;
        record.unknown = unknown(file, &OF_AGREEMENT);
        if !record.is_sound() {
            return Err(Unreadable::Damaged);
        }
        record.agreement = record.agreement.fitted();
        Ok(record)
    }
}

impl StoredRecord for InfluenceRecord {
    const KIND: &'static str = "influences";

    fn id(&self) -> &str {
        &self.id
    }

    fn changed_at(&self) -> Option<Timestamp> {
        Some(self.changed_at.clone())
    }

    fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Its texts are made safe and cut to the length they may have.
    fn read(text: &str, _: &Catalogue) -> Result<Self, Unreadable> {
        let file = of_schema(text, SCHEMA)?;
        let mut record: Self = fitting(&file)?;
        record.unknown = unknown(file, &OF_INFLUENCE);
        if !(is_token(&record.id) && is_token(&record.session_id)) {
            return Err(Unreadable::Damaged);
        }
        record.influence = record.influence.fitted();
        Ok(record)
    }
}

impl JoinedRecords {
    /// What was made on this session, each in its place.
    pub fn of_session(mut self, session_id: &str) -> Self {
        self.agreements.retain(|one| one.made_on() == session_id);
        self.influences.retain(|one| one.session_id == session_id);
        self.in_order();
        self
    }

    /// What belongs to this session and to none of the others: it goes when the session goes.
    pub fn only_of(mut self, session_id: &str, others: &[&str]) -> Self {
        self.agreements.retain(|one| {
            one.is_joined_to(session_id) && !others.iter().any(|other| one.is_joined_to(other))
        });
        self.influences.retain(|one| one.session_id == session_id);
        self
    }

    /// The place after the last agreement.
    pub fn next_agreement(&self) -> u32 {
        let places = self.agreements.iter().map(|one| one.position);
        places.max().map_or(0, |last| last.saturating_add(1))
    }

    /// The place after the last influence.
    pub fn next_influence(&self) -> u32 {
        let places = self.influences.iter().map(|one| one.position);
        places.max().map_or(0, |last| last.saturating_add(1))
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.agreements.is_empty() && self.influences.is_empty()
    }

    /// Agreements and influences that stood in a list without ids of their own. The ids follow
    /// from the session's, so that reading the same list again gives the same records.
    pub(crate) fn from_lists(
        session_id: &str,
        (created_at, changed_at): (&Timestamp, &Timestamp),
        agreements: Vec<Agreement>,
        influences: Vec<Influence>,
    ) -> Self {
        let agreements = (0..).zip(agreements).map(|(n, agreement)| {
            let id = derived_id(AGREEMENT_KEY, session_id, n);
            let at = changed_at.clone();
            let record = AgreementRecord::new(id, session_id.to_owned(), at, agreement);
            AgreementRecord {
                position: n,
                created_at: created_at.clone(),
                ..record
            }
        });
        let influences = (0..).zip(influences).map(|(n, influence)| {
            let id = derived_id(INFLUENCE_KEY, session_id, n);
            let at = changed_at.clone();
            let record = InfluenceRecord::new(id, session_id.to_owned(), at, influence);
            InfluenceRecord {
                position: n,
                ..record
            }
        });
        Self {
            agreements: agreements.collect(),
            influences: influences.collect(),
        }
    }

    fn in_order(&mut self) {
        let agreements = std::mem::take(&mut self.agreements);
        self.agreements = ranked(agreements, |one, other| one.place() < other.place());
        let influences = std::mem::take(&mut self.influences);
        self.influences = ranked(influences, |one, other| {
            (one.position, &one.id) < (other.position, &other.id)
        });
    }
}

/// The agreements to begin the next talk with: those of the session on which one was made most
/// recently, each in its place. Looking back on an older one does not bring it to the front.
pub fn last_agreements<'a>(
    records: impl IntoIterator<Item = &'a AgreementRecord>,
) -> Vec<&'a AgreementRecord> {
    let all: Vec<_> = records.into_iter().collect();
    let newest = all.iter().max_by_key(|one| &one.created_at);
    let session = newest.map(|one| one.made_on());
    let last = all.iter().filter(|one| Some(one.made_on()) == session);
    ranked(last.copied(), |one, other| one.place() < other.place())
}

/// An id that the app makes: letters, digits and dashes.
pub(crate) fn is_token(id: &str) -> bool {
    (1..=MAX_ID).contains(&id.len())
        && id
            .bytes()
            .all(|one| one.is_ascii_alphanumeric() || one == b'-')
}

/// FNV-1a of 64 bits (Fowler, Noll and Vo), in hexadecimal after a letter: no secret, the same on
/// every device.
pub(crate) fn derived_id(kind: &str, session_id: &str, n: u32) -> String {
    let text = format!("{kind}{session_id}/{n}");
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{}-{hash:016x}", &kind[..1])
}

/// What a record has beyond the fields that are read.
fn unknown(file: Value, read: &[&str]) -> Map<String, Value> {
    let mut unknown = Map::new();
    if let Value::Object(fields) = file {
        let beyond = |(name, _): &(String, Value)| !read.contains(&name.as_str());
        unknown.extend(fields.into_iter().filter(beyond));
    }
    unknown
}
