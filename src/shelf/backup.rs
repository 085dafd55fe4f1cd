//! Everything that is kept, in one file, and back.
//!
//! A backup holds the stored records as they are, so that one written today reads for as long
//! as the records themselves do.

use super::shelf::Shelf;
use model::Catalogue;
use records::SCHEMA;
use records::saved::{Attempt, Unreadable, read, write};
use records::{Document, ImportError, pretty};
use serde_json::{Value, json};
use std::rc::Rc;

/// The value of `format` that marks a backup.
const FORMAT: &str = "mindset-mirror-backup";

/// The version that is written, and the major one that is read.
const VERSION: &str = "1.0";
const MAJOR: &str = "1";

/// Largest backup that is read: 8 MiB. A record takes about 3 KiB.
pub const MAX_BACKUP_BYTES: usize = 8 * 1_048_576;

/// Most records that are read.
const MAX_RECORDS: usize = 1_000;

/// What restoring a backup would do. Nothing has been done yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restore {
    /// Records that are not on this device.
    pub added: Vec<Attempt>,
    /// Records that are newer than those on this device.
    pub updated: Vec<Attempt>,
    /// How many are on this device already, as new or newer.
    pub skipped: usize,
    /// How many cannot be read here.
    pub unreadable: usize,
}

/// The backup of these attempts; `now` is RFC 3339 with offset.
pub fn backup_document(attempts: &[Rc<Attempt>], now: &str) -> Document {
    let records = attempts.iter().filter_map(|attempt| {
        // It was written here a moment ago: it is JSON.
        serde_json::from_str::<Value>(&write(attempt)).ok()
    });
    let file = json!({
        "format": FORMAT,
        "formatVersion": VERSION,
        "exportedAt": now,
        "generator": {"name": records::GENERATOR, "version": records::GENERATOR_VERSION},
        "recordSchema": SCHEMA,
        "records": records.collect::<Vec<Value>>(),
    });
    Document {
        name: ["mindset-backup-", now.get(..10).unwrap_or(""), ".json"].concat(),
        media_type: "application/json",
        bytes: pretty(&file),
    }
}

/// What restoring these bytes would do, or `None` when they are no backup at all.
pub fn plan_restore(
    bytes: &[u8],
    shelf: &Shelf,
    catalogue: &Catalogue,
) -> Option<Result<Restore, ImportError>> {
    // From text, like everything else: from bytes would be another parser.
    let text = std::str::from_utf8(bytes).ok()?;
    let file: Value = serde_json::from_str(text).ok()?;
    (file["format"] == FORMAT).then(|| plan(&file, shelf, catalogue))
}

fn plan(file: &Value, shelf: &Shelf, catalogue: &Catalogue) -> Result<Restore, ImportError> {
    let bad = |place: &str| ImportError::BadValue {
        place: place.to_owned(),
    };
    let version = file["formatVersion"].as_str().unwrap_or_default();
    let (major, minor) = version
        .split_once('.')
        .ok_or_else(|| bad("formatVersion"))?;
    if major.parse::<u32>().is_err() || minor.parse::<u32>().is_err() {
        return Err(bad("formatVersion"));
    }
    if major != MAJOR {
        let found = version.chars().take(16).collect();
        return Err(ImportError::NewerFormat { found });
    }
    let records = file["records"].as_array().ok_or_else(|| bad("records"))?;
    if records.len() > MAX_RECORDS {
        return Err(bad("records"));
    }
    let mut plan = Restore::default();
    for record in records {
        match read(&record.to_string(), catalogue) {
            Ok(attempt) => plan.place(attempt, shelf),
            Err(
                Unreadable::Damaged
                | Unreadable::Newer { .. }
                | Unreadable::OtherContent { .. }
                | Unreadable::UnknownInstrument { .. },
            ) => {
                plan.unreadable += 1;
            }
        }
    }
    Ok(plan)
}

impl Restore {
    fn place(&mut self, attempt: Attempt, shelf: &Shelf) {
        let mut planned = self.added.iter().chain(&self.updated);
        let twice = planned.any(|one| one.id() == attempt.id());
        match shelf.attempt(attempt.id()) {
            _ if twice => self.skipped += 1,
            Some(kept) if kept.revision >= attempt.revision => self.skipped += 1,
            Some(_) => self.updated.push(attempt),
            // Under this id lies something that is not to be written to.
            None if shelf.contains(attempt.id()) => self.skipped += 1,
            None => self.added.push(attempt),
        }
    }

    /// Whether there is anything to restore.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.updated.is_empty()
    }
}
