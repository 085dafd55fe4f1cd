//! Backups: every record of a sound file is read, and none of an unsound one is believed. What
//! restoring one does to what is stored is tested beside `src/shell/persistence`.

use crate::schemas::assert_backup;
use crate::support::moment;
use crate::support::{scan_0_1, with_fractions};
use model::{Agreement, BeliefWork, Catalogue, Influence, Language, Session, Timestamp};
use records::{
    AgreementRecord, Attempt, BackupRecord, Document, FileKind, ImportError, InfluenceRecord,
    JoinedRecords, backup_document, detect, open_backup,
};
use serde_json::{Value, json};
use std::rc::Rc;

const NOW: &str = "2026-11-24T10:15:00+01:00";

fn stocked(ids: &[&str]) -> Vec<Attempt> {
    let instrument = Rc::new(scan_0_1());
    let attempt = |id: &&str| {
        let at = moment("2026-03-02T09:30:00+01:00");
        let session = Session::start(&instrument, (*id).to_owned(), 1, Language::Nl, at);
        let mut attempt = Attempt::new(instrument.clone(), session);
        (attempt.revision, attempt.saved_at) = (1, Some(moment(NOW)));
        attempt
    };
    ids.iter().map(attempt).collect()
}

fn document(attempts: &[Attempt]) -> Document {
    backup_document(attempts.iter(), &JoinedRecords::default(), &moment(NOW))
}

fn backup(attempts: &[Attempt]) -> Vec<u8> {
    document(attempts).bytes
}

/// The attempts in a backup, and how many cannot be read.
fn read(bytes: &[u8]) -> Result<(Vec<Attempt>, usize), ImportError> {
    let catalogue: Catalogue = [Rc::new(scan_0_1())].into_iter().collect();
    let mut read = (Vec::new(), 0);
    for row in open_backup(bytes)? {
        match row.and_then(|record| record.checked(&catalogue)) {
            Ok(Some(record)) => {
                let attempt = record.read::<Attempt>(&catalogue);
                let attempt = attempt.map(|one| one.expect("what is checked can be read"));
                read.0.extend(attempt);
            }
            Ok(None) => {}
            Err(_) => read.1 += 1,
        }
    }
    Ok(read)
}

/// The records in a backup, without those that are none.
fn records_in(bytes: &[u8]) -> Vec<BackupRecord> {
    let rows = open_backup(bytes).expect("a good backup");
    rows.into_iter().flatten().collect()
}

/// Why the record in this place is refused.
fn refused_row(bytes: &[u8], place: usize) -> ImportError {
    let catalogue: Catalogue = [Rc::new(scan_0_1())].into_iter().collect();
    let row = open_backup(bytes).expect("a backup").remove(place);
    let checked = row.and_then(|record| record.checked(&catalogue));
    checked.expect_err("it is refused")
}

fn bad_value(place: &str) -> ImportError {
    ImportError::BadValue {
        place: place.to_owned(),
    }
}

fn good(bytes: &[u8]) -> (Vec<Attempt>, usize) {
    read(bytes).expect("a good backup")
}

fn changed(bytes: &[u8], change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file: Value = serde_json::from_slice(bytes).expect("JSON");
    change(&mut file);
    file.to_string().into_bytes()
}

#[test]
fn a_backup_is_valid_by_its_schema_and_named_after_the_day() {
    let document = document(&stocked(&["a", "b"]));
    assert_backup(&document.bytes);
    assert_eq!(document.name, "mindset-backup-2026-11-24.json");
}

#[test]
fn every_attempt_comes_back_as_it_was() {
    let here = stocked(&["a", "b"]);
    assert_eq!(good(&backup(&here)), (here, 0));
}

#[test]
fn a_record_says_which_version_it_is_where_that_is_known() {
    let attempt = &stocked(&["a"])[0];
    let mut record = BackupRecord::of(attempt);
    assert_eq!(
        (record.key.as_str(), record.changed_at.as_ref()),
        ("attempt/a", Some(&moment(NOW)))
    );
    record.version_vector = Some("tab-1.3,tab-2.1".to_owned());
    let file = records::backup_of([record.clone()].into_iter(), &moment(NOW));
    assert_backup(&file.bytes);
    assert_eq!(open_backup(&file.bytes), Ok(vec![Ok(record)]));
}

#[test]
fn a_record_that_cannot_be_read_keeps_the_others_from_nothing() {
    let bytes = changed(&backup(&stocked(&["a", "b"])), |file| {
        file["records"][1]["body"] = json!({"schema": 1});
    });
    let (attempts, unreadable) = good(&bytes);
    assert_eq!((attempts.len(), unreadable), (1, 1));
}

#[test]
fn a_backup_of_version_1_restores() {
    let records = [include_str!("fixtures/saved/v1.json")];
    let records: Vec<Value> = records
        .map(|one| serde_json::from_str(one).expect("JSON"))
        .into();
    let file = json!({
        "format": "mindset-mirror-backup", "formatVersion": "1.0", "exportedAt": NOW,
        "generator": {"name": "mindset-mirror", "version": "0.1.0"},
        "recordSchema": 1, "records": records,
    });
    assert_eq!(good(file.to_string().as_bytes()).0.len(), 1);
}

#[test]
fn the_emergency_file_of_the_panic_panel_opens_as_a_backup() {
    let record = include_str!("fixtures/saved/v1.json");
    let key = "attempt:6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
    let preferences = r#"{"schema":1,"language":"nl"}"#;
    let before = json!({
        "format": "mindset-backup", "formatVersion": "1.0",
        "entries": {
            format!("mindset:{key}"): record, "mindset:preferences": preferences,
            "mindset:attempt:x": "cut off",
        },
    });
    let since = json!({
        "format": "mindset-mirror-backup", "formatVersion": "2.0", "exportedAt": NOW,
        "generator": {"name": "mindset-mirror", "version": "panic-panel"},
        "records": [
            {"key": key.replace(':', "/"), "body": serde_json::from_str::<Value>(record).expect("JSON")},
            {"key": "preferences", "body": {"schema": 1, "language": "nl"}},
            {"key": "attempt:x", "body": "cut off"},
        ],
    });
    let marked = |file: &Value| [b"\xEF\xBB\xBF", file.to_string().as_bytes()].concat();
    for (file, kind) in [(before, FileKind::Emergency), (since, FileKind::Backup)] {
        assert_eq!(detect(&marked(&file)), Ok(kind));
        let (attempts, unreadable) = good(&marked(&file));
        assert_eq!((attempts.len(), unreadable), (1, 1));
        assert_eq!(attempts[0].session.parts().subject.pseudonym, "Noord");
    }
}

#[test]
fn a_restored_record_passes_the_checks_of_a_result_file() {
    let bytes = backup(&stocked(&["a"]));
    let changes = [
        ("/key", json!("attempt:b")),
        ("/key", json!("attempt/b")),
        ("/body/session/startedAt", json!("yesterday")),
        ("/body/session/startedAt", json!("2026-02-30T10:00:00Z")),
        ("/body/session/completedAt", json!("2026-11-23")),
        ("/body/session/wave", json!(0)),
        ("/body/savedAt", json!("soon")),
        ("/body/session/answers", json!({"ACC-01": 9})),
    ];
    for (place, value) in changes {
        let bytes = changed(&bytes, |file| {
            *file["records"][0].pointer_mut(place).expect(place) = value;
        });
        let (attempts, unreadable) = good(&bytes);
        assert_eq!((attempts.len(), unreadable), (0, 1), "{place}");
    }
    let bytes = changed(&bytes, |file| {
        file["records"][0]["body"]["session"]["subject"]["pseudonym"] = "a\u{202e}b".into();
    });
    let (attempts, _) = good(&bytes);
    assert_eq!(attempts[0].session.parts().subject.pseudonym, "ab");
}

#[test]
fn each_file_is_known_by_its_kind_before_anything_of_it_is_believed() {
    let kinds: [(&[u8], FileKind); 5] = [
        (
            include_bytes!("../../schema/examples/result-1.0.json"),
            FileKind::Result,
        ),
        (
            include_bytes!("../../schema/examples/result-2.0.json"),
            FileKind::Result,
        ),
        (
            crate::support::SCAN_0_1.definition.as_bytes(),
            FileKind::Definition,
        ),
        (b"age-encryption.org/v1\n-> X25519", FileKind::Sealed),
        (b"[1, 2]", FileKind::Unknown),
    ];
    for (bytes, kind) in kinds {
        assert_eq!(detect(bytes), Ok(kind));
    }
    let deep = "[".repeat(65) + &"]".repeat(65);
    assert_eq!(
        detect(deep.as_bytes()),
        Err(ImportError::TooDeep { limit: 64 })
    );
    assert_eq!(detect(b"[1"), Err(ImportError::Truncated));
    assert_eq!(detect(b" "), Err(ImportError::Empty));
}

#[test]
fn what_is_no_sound_backup_is_refused_with_its_place() {
    let here = stocked(&["a"]);
    let bytes = backup(&here);
    let with = |place: &str, value: Value| {
        let bytes = changed(&bytes, |file| {
            *file.pointer_mut(place).expect(place) = value;
        });
        read(&bytes)
    };
    let newer = ImportError::NewerFormat {
        found: "3.0".to_owned(),
    };
    assert_eq!(with("/formatVersion", json!("3.0")), Err(newer));
    let bad = |place: &str| Err(bad_value(place));
    assert_eq!(with("/formatVersion", json!("soon")), bad("formatVersion"));
    assert_eq!(with("/formatVersion", json!(1)), bad("formatVersion"));
    assert_eq!(with("/exportedAt", json!("soon")), bad("exportedAt"));
    assert_eq!(with("/records", json!({})), bad("records"));
    assert_eq!(with("/records", json!(vec![1; 5001])), bad("records"));
    assert_eq!(
        with("/format", json!("mindset-mirror-result")),
        Err(ImportError::NotAResult)
    );
    assert_eq!(read(b"["), Err(ImportError::Truncated));
}

#[test]
fn a_backup_with_an_agreement_and_an_influence_is_as_its_schema_says() {
    let attempts = stocked(&["s1"]);
    let at = Timestamp::parse(NOW).expect("a moment");
    let joined = JoinedRecords {
        agreements: vec![AgreementRecord::new(
            "a1".to_owned(),
            "s1".to_owned(),
            at.clone(),
            Agreement::default(),
        )],
        influences: vec![InfluenceRecord::new(
            "i1".to_owned(),
            "s1".to_owned(),
            at,
            Influence::default(),
        )],
    };
    let file = backup_document(attempts.iter(), &joined, &moment(NOW));
    assert_backup(&file.bytes);
    let records = records_in(&file.bytes);
    let mut read = JoinedRecords::default();
    for one in &records {
        read.agreements
            .extend(one.joined().map(|one| one.expect("it can be read")));
        read.influences
            .extend(one.joined().map(|one| one.expect("it can be read")));
    }
    assert_eq!(read, joined);
}

#[test]
fn an_attempt_of_an_older_schema_comes_out_of_a_backup_as_the_records_of_today() {
    let body = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let older = body(include_str!("fixtures/saved/v2.json"));
    let mut damaged = older.clone();
    damaged["session"]["work"]["agreements"][0]["owner"] = "board".into();
    let id = "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
    let file = json!({
        "format": "mindset-mirror-backup", "formatVersion": "2.0", "exportedAt": NOW,
        "generator": {"name": "mindset-mirror", "version": "0.1.0"},
        "records": [
            {"key": format!("attempt/{id}"), "revision": 3, "versionVector": "a.3", "body": older},
            {"key": "attempt/damaged", "body": damaged},
            {"key": "preferences", "body": {"schema": 1, "language": "nl"}},
        ],
    });
    let records = records_in(file.to_string().as_bytes());
    let catalogue: Catalogue = [Rc::new(scan_0_1())].into_iter().collect();
    let attempt = records[0].read::<Attempt>(&catalogue).expect("an attempt");
    assert_eq!(attempt.expect("it can be read").id(), id);
    let vector = records[0].version_vector.as_deref();
    assert_eq!((records[0].revision, vector), (Some(3), Some("a.3")));
    assert_eq!(
        records[1].body, damaged,
        "what cannot be read stays as it was"
    );
    assert_eq!(records[2].key, "preferences");
    let kinds = records[3..].iter().map(|one| {
        let agreement = one.joined::<AgreementRecord>();
        let influence = one.joined::<InfluenceRecord>();
        (
            agreement.is_some_and(|one| one.expect("readable").made_on() == id),
            influence.is_some_and(|one| one.expect("readable").session_id == id),
        )
    });
    let kinds: Vec<_> = kinds.collect();
    assert_eq!(kinds, [(true, false), (false, true), (false, true)]);
}

/// A backup of an attempt, an agreement and an influence with something in every field.
fn full() -> Value {
    let mut attempts = stocked(&["s1"]);
    let mut parts = attempts[0].session.parts().clone();
    parts.belief_work = vec![BeliefWork {
        item_id: "LIM-02".to_owned(),
        own_words: "mine".to_owned(),
        ..BeliefWork::default()
    }];
    attempts[0].session = Session::restore(&attempts[0].instrument, parts);
    let at = moment(NOW);
    let agreement = Agreement {
        text: "call".to_owned(),
        ..Agreement::default()
    };
    let influence = Influence {
        reason: "price".to_owned(),
        ..Influence::default()
    };
    let joined = JoinedRecords {
        agreements: vec![AgreementRecord::new(
            "a1".into(),
            "s1".into(),
            at.clone(),
            agreement,
        )],
        influences: vec![InfluenceRecord::new(
            "i1".into(),
            "s1".into(),
            at,
            influence,
        )],
    };
    let file = backup_document(attempts.iter(), &joined, &moment(NOW)).bytes;
    let mut file: Value = serde_json::from_slice(&file).expect("JSON");
    file["records"][0]["versionVector"] = "tab-1.3".into();
    file
}

#[test]
fn a_number_without_a_fraction_is_a_whole_one_however_it_is_written() {
    let catalogue: Catalogue = [Rc::new(scan_0_1())].into_iter().collect();
    let records = |file: &Value| {
        let rows = open_backup(file.to_string().as_bytes()).expect("a backup");
        let record = |row: Result<BackupRecord, _>| row.and_then(|one| one.checked(&catalogue));
        rows.into_iter().map(record).collect::<Vec<_>>()
    };
    let file = full();
    let (written, changed) = with_fractions(&file);
    assert!(changed > 5, "{changed}");
    assert!(records(&file).iter().all(Result::is_ok));
    assert_eq!(records(&written), records(&file));
}

#[test]
fn a_row_that_is_refused_is_named_and_keeps_no_other_out() {
    let catalogue: Catalogue = [Rc::new(scan_0_1())].into_iter().collect();
    let long = "x".repeat(501);
    let deep = (0..40).fold(json!(1), |inner, _| json!([inner]));
    let faults = [
        // What a record is called and when it was saved.
        ("/records/0/key", json!(7), "key"),
        ("/records/0/key", json!("attempt/s\u{202e}1"), "key"),
        ("/records/0/key", json!("attempt/s\u{200b}1"), "key"),
        ("/records/0/key", json!("attempt/s1\n"), "key"),
        ("/records/0/key", json!("attempt"), "key"),
        ("/records/0/key", json!("attempt/"), "key"),
        ("/records/0/key", json!("other/s1"), "key"),
        (
            "/records/0/key",
            json!(format!("attempt/{}", "s".repeat(300))),
            "key",
        ),
        (
            "/records/0/changedAt",
            json!("2026-02-30T10:00:00Z"),
            "changedAt",
        ),
        ("/records/0/revision", json!(-1), "revision"),
        (
            "/records/0/versionVector",
            json!("a\u{202e}.1"),
            "versionVector",
        ),
        // An attempt.
        ("/records/0/body/schema", json!("4"), "schema"),
        ("/records/0/body/savedAt", json!("soon"), "savedAt"),
        (
            "/records/0/body/exportedAt",
            json!("2026-11-24"),
            "exportedAt",
        ),
        ("/records/0/body/revision", json!(-1), "revision"),
        ("/records/0/body/session/id", json!("s2"), "session.id"),
        (
            "/records/0/body/session/id",
            json!("s1\r\nX-EVIL:1"),
            "session.id",
        ),
        (
            "/records/0/body/session/id",
            json!("s\u{200b}1"),
            "session.id",
        ),
        ("/records/0/body/session/wave", json!(0), "session.wave"),
        (
            "/records/0/body/session/wave",
            json!(10_000),
            "session.wave",
        ),
        (
            "/records/0/body/session/language",
            json!("fr"),
            "session.language",
        ),
        (
            "/records/0/body/session/rater/role",
            json!("boss"),
            "session.rater.role",
        ),
        (
            "/records/0/body/session/subject/pseudonym",
            json!(7),
            "session.subject.pseudonym",
        ),
        (
            "/records/0/body/session/startedAt",
            json!("2026-02-30T10:00:00Z"),
            "session.startedAt",
        ),
        (
            "/records/0/body/session/completedAt",
            json!("2026-11-23"),
            "session.completedAt",
        ),
        (
            "/records/0/body/session/context",
            json!({"NO": "x"}),
            "session.context.NO",
        ),
        (
            "/records/0/body/session/answers",
            json!({"ACC-01": 9}),
            "session.answers.ACC-01",
        ),
        (
            "/records/0/body/session/answers",
            json!({"ACC-01": "cannot_judge"}),
            "session.answers.ACC-01",
        ),
        (
            "/records/0/body/session/answers",
            json!({"ACC-01": 2.5}),
            "session.answers.ACC-01",
        ),
        (
            "/records/0/body/session/pageSeconds",
            json!([-1.0]),
            "session.pageSeconds",
        ),
        (
            "/records/0/body/session/pageSeconds",
            json!(vec![1; 1_001]),
            "session.pageSeconds",
        ),
        (
            "/records/0/body/session/step",
            json!({"at": "item", "item": "no"}),
            "session.step",
        ),
        (
            "/records/0/body/session/beliefWork/0/ownWords",
            json!(long.clone()),
            "session.beliefWork[0]",
        ),
        (
            "/records/0/body/session/beliefWork/0/ownWords",
            json!("a\u{202e}b"),
            "session.beliefWork[0]",
        ),
        (
            "/records/0/body/session/beliefWork/0/ownWords",
            json!("a\u{7}b"),
            "session.beliefWork[0]",
        ),
        (
            "/records/0/body/session/beliefWork/0/itemId",
            json!("ACC-01"),
            "session.beliefWork[0]",
        ),
        // An agreement.
        ("/records/1/key", json!("agreements/a2"), "id"),
        ("/records/1/body/id", json!("../a1"), "id"),
        ("/records/1/body/sessionIds", json!(["s 1"]), "sessionIds"),
        ("/records/1/body/sessionIds", json!([]), "sessionIds"),
        (
            "/records/1/body/sessionIds",
            json!(vec!["s1"; 65]),
            "sessionIds",
        ),
        ("/records/1/body/createdAt", json!("soon"), "createdAt"),
        (
            "/records/1/body/changedAt",
            json!("2026-02-30T10:00:00Z"),
            "changedAt",
        ),
        (
            "/records/1/body/agreement/due",
            json!("2026-02-30"),
            "agreement.due",
        ),
        (
            "/records/1/body/agreement/owner",
            json!("board"),
            "agreement.owner",
        ),
        (
            "/records/1/body/agreement/why",
            json!("a\u{2028}b"),
            "agreement",
        ),
        (
            "/records/1/body/agreement/text",
            json!(long.clone()),
            "agreement",
        ),
        // An influence.
        ("/records/2/body/id", json!(7), "id"),
        (
            "/records/2/body/sessionId",
            json!("s\u{202e}1"),
            "sessionId",
        ),
        ("/records/2/body/changedAt", json!(1), "changedAt"),
        (
            "/records/2/body/influence/source",
            json!("weather"),
            "influence.source",
        ),
        (
            "/records/2/body/influence/reason",
            json!("a\u{0}b"),
            "influence",
        ),
        ("/records/2/body/influence/step", json!(long), "influence"),
    ];
    for (pointer, value, place) in faults {
        let mut file = full();
        *file.pointer_mut(pointer).expect(pointer) = value.clone();
        let bytes = file.to_string().into_bytes();
        let n: usize = pointer[9..10].parse().expect("a place");
        assert_eq!(
            refused_row(&bytes, n),
            bad_value(place),
            "{pointer}: {value}"
        );
        let rows = open_backup(&bytes).expect("a backup").into_iter();
        let good = rows.filter(|row| {
            let checked = row.clone().and_then(|record| record.checked(&catalogue));
            checked.is_ok()
        });
        assert_eq!(good.count(), 2, "{pointer}");
    }
    let mut file = full();
    file["records"][0]["body"]["unknown"] = json!({"later": deep});
    let bytes = file.to_string().into_bytes();
    assert_eq!(refused_row(&bytes, 0), ImportError::TooDeep { limit: 33 });
    file["records"][0]["body"]["unknown"] = json!({"later": "x".repeat(1 << 20)});
    let bytes = file.to_string().into_bytes();
    assert!(matches!(refused_row(&bytes, 0), ImportError::TooBig { .. }));
    file["records"][0]["body"] = json!("{\"schema\": 4");
    let bytes = file.to_string().into_bytes();
    assert_eq!(refused_row(&bytes, 0), ImportError::Truncated);
    file["records"][0]["body"] = json!("no JSON");
    let bytes = file.to_string().into_bytes();
    assert!(matches!(
        refused_row(&bytes, 0),
        ImportError::NotJson { .. }
    ));
    let mut file = full();
    file["records"][0]["body"]["session"]["answers"] = json!({"ACC-99\u{202e}": 1});
    let bytes = file.to_string().into_bytes();
    let id = "ACC-99\u{fffd}".to_owned();
    assert_eq!(refused_row(&bytes, 0), ImportError::UnknownItem { id });
    let mut file = full();
    file["records"][0]["body"]["schema"] = json!(99);
    let bytes = file.to_string().into_bytes();
    let found = "99".to_owned();
    assert_eq!(refused_row(&bytes, 0), ImportError::NewerFormat { found });
}

#[test]
fn a_field_that_stands_twice_is_refused_in_a_backup_and_in_a_record_that_is_text() {
    let twice = |place: &str| ImportError::Duplicate {
        place: place.to_owned(),
    };
    let first = include_str!("fixtures/saved/v1.json");
    let changed_first = first.replacen(r#""schema":"#, r#""schema": 1, "schema":"#, 1);
    assert_ne!(first, changed_first);
    let file = full().to_string();
    let changed = file.replacen(r#""wave":"#, r#""wave":7,"wave":"#, 1);
    assert_ne!(file, changed);
    let place = "records[0].body.session.wave";
    assert_eq!(open_backup(changed.as_bytes()), Err(twice(place)));
    let emergency = r#"{"format": "mindset-backup", "entries": {"mindset:attempt:x": "", "mindset:attempt:x": ""}}"#;
    let place = "entries.mindset:attempt:x";
    assert_eq!(open_backup(emergency.as_bytes()), Err(twice(place)));

    let key = "attempt/6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
    let now = full()["records"][0]["body"].to_string();
    let changed_now = now.replacen(r#""wave":"#, r#""wave":7,"wave":"#, 1);
    for (body, place) in [(changed_first, "schema"), (changed_now, "session.wave")] {
        let mut file = full();
        file["records"][0]["key"] = key.into();
        file["records"][0]["body"] = body.into();
        assert_eq!(refused_row(file.to_string().as_bytes(), 0), twice(place));
    }
}

#[test]
fn what_cannot_be_seen_is_left_out_of_a_restored_note_and_label() {
    let catalogue: Catalogue = [Rc::new(scan_0_1())].into_iter().collect();
    let mut file = full();
    let session = &mut file["records"][0]["body"]["session"];
    session["subject"]["pseudonym"] = "Zo\u{200b}\u{feff}ë\n\u{202e}x".into();
    session["beliefWork"][0]["ownWords"] = "a\u{200b}b 👩\u{200d}💻\nc".into();
    file["records"][1]["body"]["agreement"]["text"] = "\u{feff}call".into();
    let checked = |n: usize| {
        let row = open_backup(file.to_string().as_bytes())
            .expect("a backup")
            .remove(n);
        let record = row.expect("a record").checked(&catalogue).expect("sound");
        record.expect("it is restored")
    };
    let attempt = checked(0)
        .read::<Attempt>(&catalogue)
        .expect("one")
        .expect("readable");
    let parts = attempt.session.parts();
    assert_eq!(parts.subject.pseudonym, "Zoëx");
    assert_eq!(parts.belief_work[0].own_words, "ab 👩\u{200d}💻\nc");
    let agreement = checked(1).joined::<AgreementRecord>().expect("one");
    assert_eq!(agreement.expect("readable").agreement.text, "call");
}
