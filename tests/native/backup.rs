//! Backups: everything comes back, and nothing newer is overwritten.

use crate::schemas::assert_backup;
use crate::shelf::{attempt, shelf};
use mindset_mirror::shelf::{Restore, Shelf, backup_document, plan_restore};
use platform::doubles::MemoryStorage;
use records::ImportError;
use serde_json::{Value, json};
use std::rc::Rc;

const NOW: &str = "2026-11-24T10:15:00+01:00";

fn stocked(ids: &[&str]) -> Shelf {
    let shelf = shelf(&Rc::new(MemoryStorage::default()));
    for id in ids {
        shelf.save(attempt(id), Box::new(|_| ()));
    }
    shelf
}

fn backup(shelf: &Shelf) -> Vec<u8> {
    backup_document(&shelf.attempts(), NOW).bytes
}

fn plan(bytes: &[u8], shelf: &Shelf) -> Option<Result<Restore, ImportError>> {
    plan_restore(bytes, shelf, shelf.catalogue())
}

fn good(bytes: &[u8], shelf: &Shelf) -> Restore {
    plan(bytes, shelf).expect("a backup").expect("a good one")
}

fn changed(bytes: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file: Value = serde_json::from_slice(bytes).expect("JSON");
    change(&mut file);
    file.to_string().into_bytes()
}

#[test]
fn a_backup_is_valid_by_its_schema_and_named_after_the_day() {
    let document = backup_document(&stocked(&["a", "b"]).attempts(), NOW);
    assert_backup(&document.bytes);
    assert_eq!(document.name, "mindset-backup-2026-11-24.json");
}

#[test]
fn everything_comes_back_on_another_device() {
    let (here, there) = (stocked(&["a", "b"]), stocked(&[]));
    let restore = good(&backup(&here), &there);
    assert_eq!((restore.added.len(), restore.updated.len()), (2, 0));
    for attempt in restore.added {
        there.save(attempt, Box::new(|_| ()));
    }
    for kept in here.attempts() {
        let back = there.attempt(kept.id()).expect("it came back");
        assert_eq!(back.session, kept.session);
    }
}

#[test]
fn what_is_as_new_here_is_skipped_and_what_is_older_is_updated() {
    let here = stocked(&["a", "b"]);
    let bytes = backup(&here);
    assert!(good(&bytes, &here).is_empty());
    assert_eq!(good(&bytes, &here).skipped, 2);
    let newer = changed(&bytes, |file| file["records"][0]["revision"] = 9.into());
    let restore = good(&newer, &here);
    assert_eq!((restore.updated.len(), restore.skipped), (1, 1));
    let twice = changed(&bytes, |file| {
        let first = file["records"][0].clone();
        file["records"].as_array_mut().expect("a list").push(first);
    });
    let restore = good(&twice, &stocked(&[]));
    assert_eq!((restore.added.len(), restore.skipped), (2, 1));
}

#[test]
fn a_record_that_cannot_be_read_keeps_the_others_from_nothing() {
    let bytes = changed(&backup(&stocked(&["a", "b"])), |file| {
        file["records"][1] = json!({"schema": 1});
    });
    let restore = good(&bytes, &stocked(&[]));
    assert_eq!((restore.added.len(), restore.unreadable), (1, 1));
}

#[test]
fn a_backup_of_the_first_schema_restores() {
    let record: Value =
        serde_json::from_str(include_str!("fixtures/saved/v1.json")).expect("a golden record");
    let bytes = changed(&backup(&stocked(&[])), |file| {
        file["records"] = json!([record])
    });
    assert_eq!(good(&bytes, &stocked(&[])).added.len(), 1);
}

#[test]
fn what_is_no_sound_backup_is_refused_and_what_is_none_is_left_to_others() {
    let here = stocked(&["a"]);
    let bytes = backup(&here);
    let with = |name: &str, value: Value| {
        let bytes = changed(&bytes, |file| file[name] = value);
        plan(&bytes, &here)
    };
    let newer = ImportError::NewerFormat {
        found: "2.0".to_owned(),
    };
    assert_eq!(with("formatVersion", json!("2.0")), Some(Err(newer)));
    let bad = |place: &str| {
        Some(Err(ImportError::BadValue {
            place: place.to_owned(),
        }))
    };
    assert_eq!(with("formatVersion", json!("soon")), bad("formatVersion"));
    assert_eq!(with("formatVersion", json!(1)), bad("formatVersion"));
    assert_eq!(with("records", json!({})), bad("records"));
    assert_eq!(with("records", json!(vec![1; 1001])), bad("records"));
    assert_eq!(with("format", json!("mindset-mirror-result")), None);
    assert_eq!(plan(b"[", &here), None);
}
