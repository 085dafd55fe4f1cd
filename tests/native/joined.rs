//! Agreements and influences on a device: separated from older records, deleted and put back with
//! what they belong to, and in a backup.

use crate::schemas::assert_backup;
use crate::shelf::{attempt, ignore, shelf};
use mindset_mirror::shelf::{Restore, Shelf, plan_restore};
use model::{Agreement, AgreementEdit, Influence, InfluenceEdit, Outcome, Timestamp};
use platform::StorageError;
use platform::doubles::MemoryStorage;
use records::{AgreementRecord, InfluenceRecord, SCHEMA, backup_document, open_backup};
use serde_json::{Value, json};
use std::rc::Rc;

const SESSION: &str = "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
const KEY: &str = "attempt:6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
/// With an agreement and two influences.
const BEFORE: &str = include_str!("fixtures/saved/v2.json");
const NOW: &str = "2026-11-24T10:15:00+01:00";

fn at(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

fn agreement(id: &str, session: &str) -> AgreementRecord {
    let made = at("2026-11-24T10:00:00+01:00");
    AgreementRecord::new(id.into(), session.into(), made, Agreement::default())
}

fn influence(id: &str, session: &str) -> InfluenceRecord {
    let named = at("2026-11-24T10:00:00+01:00");
    InfluenceRecord::new(id.into(), session.into(), named, Influence::default())
}

fn joined_ids(shelf: &Shelf) -> Vec<String> {
    let joined = shelf.joined();
    let agreements = joined.agreements.into_iter().map(|one| one.id);
    let influences = joined.influences.into_iter().map(|one| one.id);
    agreements.chain(influences).collect()
}

#[test]
fn an_older_attempt_gets_records_of_their_own_for_its_agreements_and_influences() {
    let storage = MemoryStorage::with([(KEY, BEFORE)]);
    let opened = shelf(&storage);
    let joined = opened.joined();
    assert_eq!((joined.agreements.len(), joined.influences.len()), (1, 2));
    assert_eq!(joined.agreements[0].session_ids, [SESSION]);
    let stored: Value = serde_json::from_str(&storage.get(KEY).expect("stored")).expect("JSON");
    assert_eq!(stored["schema"], SCHEMA);
    assert_eq!(stored["session"].get("work"), None);
    assert_eq!(storage.keys().len(), 4);
    let again = shelf(&storage);
    assert_eq!(again.joined(), joined);
    assert_eq!(again.attempt(SESSION), opened.attempt(SESSION));
}

#[test]
fn a_separation_that_fails_leaves_the_older_attempt_as_it_was_and_succeeds_at_the_next_opening() {
    let storage = MemoryStorage::with([(KEY, BEFORE)]);
    storage.write_error.set(Some(StorageError::Full));
    let opened = shelf(&storage);
    assert_eq!(joined_ids(&opened).len(), 3, "all is there in memory");
    assert_eq!(storage.get(KEY).as_deref(), Some(BEFORE));
    storage.write_error.set(None);
    assert_eq!(joined_ids(&shelf(&storage)).len(), 3);
    assert_ne!(storage.get(KEY).as_deref(), Some(BEFORE));
}

#[test]
fn a_record_that_was_changed_since_is_never_overwritten_by_an_older_attempt() {
    let storage = MemoryStorage::with([(KEY, BEFORE)]);
    let opened = shelf(&storage);
    let mut changed = opened.joined().agreements.remove(0);
    changed.edit(
        AgreementEdit::Outcome(Some(Outcome::Kept)),
        SESSION,
        at("2026-12-01T10:00:00+01:00"),
    );
    opened.save_agreement(changed.clone(), ignore());
    let text = BEFORE.to_owned();
    storage.entries.borrow_mut().insert(KEY.to_owned(), text);
    assert_eq!(shelf(&storage).joined().agreements, [changed]);
}

#[test]
fn what_belongs_to_one_attempt_alone_is_deleted_with_it_and_put_back_with_it() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    for id in ["s1", "s2"] {
        shelf.save(attempt(id), ignore());
    }
    let mut looked_back_on = agreement("a1", "s1");
    looked_back_on.session_ids.push("s2".into());
    shelf.save_agreement(looked_back_on, ignore());
    shelf.save_agreement(agreement("a2", "s1"), ignore());
    shelf.save_agreement(agreement("a3", "s2"), ignore());
    shelf.save_influence(influence("i1", "s1"), ignore());
    let before = storage.entries.borrow().clone();
    let undo = shelf.delete("s1", ignore());
    assert_eq!(joined_ids(&shelf), ["a1", "a3"]);
    assert_eq!(
        storage.keys(),
        ["agreements/a1", "agreements/a3", "attempt:s2"]
    );
    shelf.restore(undo, ignore());
    assert_eq!(*storage.entries.borrow(), before);
    let undo = shelf.delete_agreement("a2", ignore());
    assert_eq!(joined_ids(&shelf), ["a1", "a3", "i1"]);
    shelf.restore(undo, ignore());
    assert_eq!(*storage.entries.borrow(), before);
    let undo = shelf.delete_all(ignore());
    assert_eq!(storage.keys(), [""; 0]);
    shelf.restore(undo, ignore());
    assert_eq!(*storage.entries.borrow(), before);
}

#[test]
fn a_damaged_or_newer_agreement_is_set_apart_and_never_written_over() {
    let newer = r#"{"schema":9}"#;
    let storage = MemoryStorage::with([("agreements/a1", newer), ("influences/i1", "cut off")]);
    let shelf = shelf(&storage);
    assert_eq!(joined_ids(&shelf), [""; 0]);
    shelf.save_agreement(agreement("a1", "s1"), ignore());
    assert_eq!(storage.get("agreements/a1").as_deref(), Some(newer));
    assert_eq!(shelf.set_aside()[0].key, "agreements/a1");
    assert_eq!(shelf.quarantined()[0].text, "cut off");
}

fn backup(shelf: &Shelf) -> Vec<u8> {
    let attempts = shelf.attempts();
    let attempts = attempts.iter().map(|one| &**one);
    backup_document(attempts, &shelf.joined(), NOW).bytes
}

fn plan(bytes: &[u8], shelf: &Shelf) -> Restore {
    plan_restore(&open_backup(bytes).expect("a good backup"), shelf)
}

#[test]
fn a_backup_brings_agreements_and_influences_back_and_replaces_only_older_ones() {
    let here = shelf(&Rc::default());
    here.save(attempt("s1"), ignore());
    here.save_agreement(agreement("a1", "s1"), ignore());
    here.save_influence(influence("i1", "s1"), ignore());
    let bytes = backup(&here);
    assert_backup(&bytes);
    assert!(plan(&bytes, &here).is_empty());

    let there = shelf(&Rc::default());
    let restore = plan(&bytes, &there);
    assert_eq!(restore.joined, here.joined());
    assert_eq!((restore.added.len(), restore.updated_by_joined()), (1, 0));
    for one in restore.added {
        there.save(one, ignore());
    }
    there.add_joined(restore.joined, ignore());
    assert_eq!(there.joined(), here.joined());

    let mut newer = influence("i1", "s1");
    let moment = at("2026-11-25T10:00:00+01:00");
    newer.edit(InfluenceEdit::Reason("Te laat gebeld".into()), moment);
    here.save_influence(newer.clone(), ignore());
    let restore = plan(&backup(&here), &there);
    assert_eq!(restore.joined.influences, [newer]);
    assert!(restore.joined.agreements.is_empty() && !restore.is_empty());
    assert_eq!((restore.skipped, restore.updated_by_joined()), (1, 1));
    assert!(
        plan(&bytes, &here).is_empty(),
        "the older one comes to nothing"
    );
}

#[test]
fn a_backup_of_older_attempts_brings_back_what_they_held() {
    let file = json!({
        "format": "mindset-mirror-backup", "formatVersion": "2.0", "exportedAt": NOW,
        "generator": {"name": "mindset-mirror", "version": "0.1.0"},
        "records": [{"key": KEY, "body": serde_json::from_str::<Value>(BEFORE).expect("JSON")}],
    });
    let restore = plan(file.to_string().as_bytes(), &shelf(&Rc::default()));
    let joined = &restore.joined;
    assert_eq!((joined.agreements.len(), joined.influences.len()), (1, 2));
    assert_eq!(restore.added.len(), 1);
}

#[test]
fn an_agreement_in_a_backup_passes_the_checks_of_a_result_file() {
    let here = shelf(&Rc::default());
    here.save(attempt("s1"), ignore());
    here.save_agreement(agreement("a1", "s1"), ignore());
    let bytes = backup(&here);
    for (place, value) in [
        ("/key", json!("agreements/other")),
        ("/body/id", json!("../a1")),
        ("/body/sessionIds", json!(["s 1"])),
        ("/body/createdAt", json!("soon")),
        ("/body/agreement/due", json!("2026-02-30")),
        ("/body/schema", json!(9)),
    ] {
        let mut file: Value = serde_json::from_slice(&bytes).expect("JSON");
        *file["records"][1].pointer_mut(place).expect(place) = value;
        let restore = plan(file.to_string().as_bytes(), &shelf(&Rc::default()));
        assert_eq!((restore.added.len(), restore.unreadable), (1, 1), "{place}");
        assert!(restore.joined.is_empty(), "{place}");
    }
}
