//! What is stored, and a backup of it: read, migrated, written and read again.

use model::{Catalogue, Timestamp};
use records::{
    AgreementRecord, Attempt, BackupRecord, InfluenceRecord, StoredRecord, backup_of, migrate,
    open_backup,
};
use serde_json::Value;
use store::{RecordKey, Revision};

fn catalogue() -> Catalogue {
    Catalogue::from_iter(crate::instruments())
}

/// Reads the text of a stored record as each kind, and as a name and a version.
pub(crate) fn stored(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let catalogue = catalogue();
    attempt(text, &catalogue);
    written_again::<AgreementRecord>(text, &catalogue);
    written_again::<InfluenceRecord>(text, &catalogue);
    if let Some(revision) = Revision::parse(text) {
        assert_eq!(Revision::parse(&revision.to_string()), Some(revision));
    }
    if let Some(key) = RecordKey::parse(text) {
        assert_eq!(key.as_str(), text);
    }
}

fn attempt(text: &str, catalogue: &Catalogue) {
    written_again::<Attempt>(text, catalogue);
    if let Ok(Some(migrated)) = migrate(text) {
        assert_eq!(migrate(&migrated.attempt), Ok(None), "migrated twice");
        written_again::<Attempt>(&migrated.attempt, catalogue);
    }
}

/// What was read and written is read again, and is the same.
fn written_again<R: StoredRecord + PartialEq + std::fmt::Debug>(text: &str, catalogue: &Catalogue) {
    if let Ok(record) = R::read(text, catalogue) {
        let again = R::read(&record.write(), catalogue).expect("a record of our own");
        assert!(alike(&value(&again), &value(&record)), "{record:?}");
    }
}

fn value<R: StoredRecord>(record: &R) -> Value {
    serde_json::from_str(&record.write()).expect("a record of our own")
}

/// Equal, but for the last digits of a fraction, which the reader of JSON may round.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) if a.is_f64() => {
            let (a, b) = (a.as_f64().unwrap_or(0.0), b.as_f64().unwrap_or(1.0));
            (a - b).abs() <= a.abs() * 1e-12
        }
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let same = |(name, a)| b.get(name).is_some_and(|b| alike(a, b));
            a.len() == b.len() && a.iter().all(same)
        }
        (one, other) => one == other,
    }
}

/// Opens a backup, reads each record, and makes a backup of them.
pub(crate) fn backup(bytes: &[u8]) {
    let Ok(records) = open_backup(bytes) else {
        return;
    };
    let catalogue = catalogue();
    // What is refused by itself keeps nothing else out.
    let checked = records.into_iter().flatten();
    let checked = checked.filter_map(|record| record.checked(&catalogue).ok().flatten());
    let records: Vec<BackupRecord> = checked.collect();
    for record in &records {
        assert!(!crate::is_unsafe(&record.key), "{:?}", record.key);
        record_of_backup(record, &catalogue);
    }
    let now = Timestamp::parse("2026-11-23T10:00:00+01:00").expect("a moment");
    let made = backup_of(records.iter().cloned(), &now);
    let again = open_backup(&made.bytes);
    // Records of an older schema become more records when they are read, up to the bound.
    assert!(again.is_ok() || records.len() > 5_000, "{again:?}");
}

fn record_of_backup(record: &BackupRecord, catalogue: &Catalogue) {
    if let Some(Ok(attempt)) = record.read::<Attempt>(catalogue) {
        let parts = attempt.session.parts();
        assert!(
            RecordKey::new("attempt", &parts.id).is_some(),
            "{}",
            parts.id
        );
        for label in [&parts.subject.pseudonym, &parts.rater.pseudonym] {
            assert!(!crate::is_unsafe(label), "{label:?}");
        }
    }
    let _ = record.joined::<AgreementRecord>();
    let _ = record.joined::<InfluenceRecord>();
}
