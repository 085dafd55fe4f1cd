//! Everything that is stored on one device, in one file. The panic panel writes the same format.
//!
//! A backup holds the stored records as they are, so that one written today reads for as long
//! as the records themselves do.

use crate::door::MAX_FILE_BYTES;
use crate::migrate::{Migrated, migrate};
use crate::result_file::each_field_once;
use crate::saved::{Attempt, Unreadable};
use crate::{Document, ImportError};
use crate::{JoinedRecords, StoredRecord};
use model::{Catalogue, Timestamp};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The value of `format` that marks a backup.
pub(crate) const FORMAT: &str = "mindset-mirror-backup";

/// What the panic panel wrote there before version 2.
pub(crate) const EMERGENCY_FORMAT: &str = "mindset-backup";

/// The version that is written.
const VERSION: &str = "2.0";

/// The major version that is written; 1 is read for ever.
const MAJOR: u32 = 2;

/// Most records that are read: 100 attempts with all that can be joined to them, and more.
const MAX_RECORDS: usize = 5_000;

/// Highest number of a wave that is read.
pub const MAX_WAVE: u32 = 9_999;

/// What the keys of the browser's storage begin with, where a file has them as they are.
const KEY_PREFIX: &str = "mindset:";

/// The key of an attempt, before its session id.
pub(crate) const ATTEMPT_KEY: &str = "attempt/";

/// The same in files of before the store.
const EARLIER_ATTEMPT_KEY: &str = "attempt:";

/// One stored record in a backup. A backup has the names of its fields in the order of the
/// alphabet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BackupRecord {
    /// The record: JSON, or the text that was found where it was none.
    pub body: Value,
    /// When it was last saved, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<Timestamp>,
    /// The key it is stored under, such as `attempt/` and a session id, or `agreements/` and an
    /// id.
    pub key: String,
    /// Counts its savings, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<u64>,
    /// Which version of the record it is, where known: for every tab that changed it, the number
    /// of its last change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version_vector: Option<String>,
}

/// A record of a backup, or why there is none in its place.
pub type BackupRow = Result<BackupRecord, ImportError>;

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct BackupFile<R> {
    exported_at: Timestamp,
    format: String,
    format_version: String,
    generator: Generator,
    records: Vec<R>,
}

#[derive(Serialize, Deserialize)]
struct Generator {
    name: String,
    version: String,
}

impl BackupRecord {
    /// A record as it goes into a backup.
    pub fn of<R: StoredRecord>(record: &R) -> Self {
        let text = record.write();
        Self {
            key: [R::KIND, "/", record.id()].concat(),
            revision: record.revision(),
            version_vector: None,
            changed_at: record.changed_at(),
            body: serde_json::from_str(&text).unwrap_or(Value::String(text)),
        }
    }

    /// The record's text, as it is stored.
    pub fn text(&self) -> String {
        match &self.body {
            Value::String(text) => text.clone(),
            // `Display` would bring two more serialisers into the program.
            body => serde_json::to_string(body).unwrap_or_default(),
        }
    }

    /// The agreement or influence in this record; `None` where it is a record of another kind.
    ///
    /// # Errors
    /// Why it cannot be read here.
    pub fn joined<R: StoredRecord>(&self) -> Option<Result<R, Unreadable>> {
        self.read(&Catalogue::default())
    }

    /// The record of this kind, read as a stored one is, for what was checked before; `None` where
    /// it is one of another kind.
    ///
    /// # Errors
    /// Why it cannot be read here.
    pub fn read<R: StoredRecord>(&self, catalogue: &Catalogue) -> Option<Result<R, Unreadable>> {
        let id = self.id_of(R::KIND)?;
        let read = R::read(&self.text(), catalogue);
        Some(read.and_then(|record| match record.id() == id {
            true => Ok(record),
            false => Err(Unreadable::Damaged),
        }))
    }

    /// The id in the key, where it is that of a record of this kind.
    fn id_of(&self, kind: &str) -> Option<&str> {
        self.key.strip_prefix(kind)?.strip_prefix('/')
    }
}

/// The backup of these attempts and of what is joined to them; made `now`.
pub fn backup_document<'a>(
    attempts: impl Iterator<Item = &'a Attempt>,
    joined: &JoinedRecords,
    now: &Timestamp,
) -> Document {
    let attempts = attempts.map(BackupRecord::of);
    backup_of(attempts.chain(records_of(joined)), now)
}

/// Agreements and influences as they go into a backup.
fn records_of(joined: &JoinedRecords) -> impl Iterator<Item = BackupRecord> {
    let agreements = joined.agreements.iter().map(BackupRecord::of);
    let influences = joined.influences.iter().map(BackupRecord::of);
    agreements.chain(influences)
}

/// The backup of these records; made `now`.
pub fn backup_of(records: impl Iterator<Item = BackupRecord>, now: &Timestamp) -> Document {
    let file = BackupFile {
        format: FORMAT.to_owned(),
        format_version: VERSION.to_owned(),
        exported_at: now.clone(),
        generator: Generator {
            name: crate::GENERATOR.to_owned(),
            version: crate::GENERATOR_VERSION.to_owned(),
        },
        records: records.collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
    // Laid out, a list within lists takes many times its size.
    if bytes.len() > MAX_FILE_BYTES {
        bytes = serde_json::to_vec(&file).unwrap_or_default();
    }
    Document {
        name: ["mindset-backup-", &now.day().to_string(), ".json"].concat(),
        media_type: "application/json",
        bytes,
    }
}

/// The records of a backup of any version.
pub(crate) fn records(file: &Value) -> Result<Vec<BackupRow>, ImportError> {
    let records = match major(file)? {
        1 => list(file)?.iter().map(of_version_1).map(Ok).collect(),
        _ => {
            // Counted before anything is built of them.
            let records = list(file)?.iter().map(record).collect();
            typed::<BackupFile<IgnoredAny>>(file)?;
            records
        }
    };
    Ok(named(records))
}

/// The records of what the panic panel wrote before version 2: texts by their storage keys.
pub(crate) fn emergency_records(file: &Value) -> Result<Vec<BackupRow>, ImportError> {
    let entries = file.get("entries").and_then(Value::as_object);
    let entries = entries.filter(|entries| entries.len() <= MAX_RECORDS);
    let entries = entries.ok_or_else(|| bad("entries"))?.iter();
    let record = |(key, body): (&String, &Value)| BackupRecord {
        key: key.clone(),
        revision: None,
        version_vector: None,
        changed_at: None,
        body: body.clone(),
    };
    Ok(named(entries.map(record).map(Ok).collect()))
}

fn of_version_1(body: &Value) -> BackupRecord {
    let id = body.pointer("/session/id").and_then(Value::as_str);
    BackupRecord {
        key: [ATTEMPT_KEY, id.unwrap_or_default()].concat(),
        revision: body.get("revision").and_then(Value::as_u64),
        version_vector: None,
        changed_at: None,
        body: body.clone(),
    }
}

/// The records under the names of today.
fn named(mut records: Vec<BackupRow>) -> Vec<BackupRow> {
    for record in records.iter_mut().flatten() {
        if let Some(key) = record.key.strip_prefix(KEY_PREFIX) {
            record.key = key.to_owned();
        }
        if let Some(id) = record.key.strip_prefix(EARLIER_ATTEMPT_KEY) {
            record.key = [ATTEMPT_KEY, id].concat();
        }
    }
    of_today(records)
}

/// Attempts of an older schema as those of today's, and after all others what they held of
/// agreements and influences. What cannot be brought there stays as it is.
fn of_today(mut records: Vec<BackupRow>) -> Vec<BackupRow> {
    let mut held = Vec::new();
    for record in records.iter_mut().flatten() {
        if record.id_of(Attempt::KIND).is_none() {
            continue;
        }
        let text = record.text();
        // What is written anew no longer shows that a field stood twice.
        if each_field_once(text.as_bytes()).is_ok()
            && let Ok(Some(Migrated { attempt, joined })) = migrate(&text)
        {
            record.body = attempt.into();
            held.extend(records_of(&joined));
        }
    }
    records.extend(held.into_iter().map(Ok));
    records
}

fn list(file: &Value) -> Result<&Vec<Value>, ImportError> {
    let records = file.get("records").and_then(Value::as_array);
    let records = records.filter(|records| records.len() <= MAX_RECORDS);
    records.ok_or_else(|| bad("records"))
}

fn major(file: &Value) -> Result<u32, ImportError> {
    let version = file.get("formatVersion").and_then(Value::as_str);
    let version = version.ok_or_else(|| bad("formatVersion"))?;
    let number = |digits: &str| digits.parse::<u32>().ok();
    let parts = version.split_once('.');
    let parsed = parts.and_then(|(major, minor)| number(major).zip(number(minor)));
    match parsed {
        Some((1..=MAJOR, _)) => Ok(parsed.map_or(MAJOR, |(major, _)| major)),
        Some((0, _)) | None => Err(bad("formatVersion")),
        Some(_) => Err(ImportError::NewerFormat {
            found: version.chars().take(16).collect(),
        }),
    }
}

fn record(value: &Value) -> BackupRow {
    match value.is_object() {
        true => typed(value),
        false => Err(bad("body")),
    }
}

/// A value of a type, or the place of what is not as it should be.
fn typed<'a, T: Deserialize<'a>>(value: &'a Value) -> Result<T, ImportError> {
    untrusted::typed(value).map_err(|misfit| bad(misfit.place()))
}

fn bad(place: &str) -> ImportError {
    ImportError::BadValue {
        place: place.to_owned(),
    }
}
