//! Agreements and influences over one browser: deleted and put back with what they belong to, in a
//! backup, and changed by two pages.

use super::tests::{Page, attempt, names, plan, records_in, restore};
use super::*;
use model::{Agreement, AgreementEdit, Influence, InfluenceEdit, Outcome, Timestamp};
use records::JoinedRecords;
use serde_json::{Value, json};
use store::doubles::Browser;

pub(super) const SESSION: &str = "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
/// An attempt of schema 2, with an agreement and two influences.
pub(super) const BEFORE: &str = include_str!("../../../tests/native/fixtures/saved/v2.json");
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

fn learned(record: &AgreementRecord, text: &str, moment: &str) -> AgreementRecord {
    let mut changed = record.clone();
    let session = record.made_on().to_owned();
    changed.edit(
        AgreementEdit::Learned(text.to_owned()),
        &session,
        at(moment),
    );
    changed
}

impl Page {
    fn save_joined<K: RecordKind>(&mut self, record: &K, version: &Version) {
        self.persistence.commit_joined(record, version);
        self.pump();
    }

    /// Two attempts, an agreement of the first that the second looked back on, one more of each,
    /// and an influence of the first.
    fn with_joined(browser: &Browser, name: &str) -> Self {
        let mut page = Self::open(browser, name);
        for id in ["s1", "s2"] {
            page.save(attempt(id));
        }
        let mut looked_back_on = agreement("a1", "s1");
        looked_back_on.session_ids.push("s2".into());
        let new = Version::default();
        for record in [looked_back_on, agreement("a2", "s1"), agreement("a3", "s2")] {
            page.save_joined(&record, &new);
        }
        page.save_joined(&influence("i1", "s1"), &new);
        page
    }

    fn all_joined(&self) -> JoinedRecords {
        JoinedRecords {
            agreements: self.persistence.agreements(),
            influences: ["s1", "s2", SESSION]
                .iter()
                .flat_map(|id| self.persistence.joined(id).influences)
                .collect(),
        }
    }

    fn bodies(&self) -> Vec<(String, String)> {
        let snapshot = self.snapshot();
        let records = snapshot.records();
        records
            .map(|one| (one.key.to_string(), one.body.to_string()))
            .collect()
    }
}

#[test]
fn what_belongs_to_one_attempt_alone_is_deleted_with_it_and_put_back_with_it() {
    let browser = Browser::default();
    let mut page = Page::with_joined(&browser, "a");
    let before = page.bodies();
    page.delete("s1");
    let left = ["agreements/a1", "agreements/a3", "attempt/s2"];
    assert_eq!(names(&page.snapshot()), left);
    assert_eq!(names(&Page::open(&browser, "b").snapshot()), left);
    page.take_back();
    assert_eq!(page.bodies(), before);
    assert_eq!(Page::open(&browser, "c").bodies(), before);
}

#[test]
fn an_agreement_or_everything_is_deleted_and_put_back() {
    let browser = Browser::default();
    let mut page = Page::with_joined(&browser, "a");
    let before = page.bodies();
    page.persistence.delete_joined::<AgreementRecord>("a2");
    page.pump();
    assert!(page.persistence.agreement("a2").is_none());
    assert_eq!(page.snapshot().records().count(), before.len() - 1);
    page.take_back();
    assert_eq!(page.bodies(), before);
    page.persistence.delete_all();
    page.pump();
    assert!(page.all_joined().is_empty() && page.bodies().is_empty());
    page.take_back();
    assert_eq!(page.bodies(), before);
}

#[test]
fn a_damaged_or_newer_agreement_is_set_apart_and_never_written_over() {
    let browser = Browser::default();
    let newer = r#"{"schema":9}"#;
    let mut earlier = Page::open(&browser, "a");
    earlier.put("agreements/a1", newer);
    earlier.put("influences/i1", "cut off");
    let mut page = Page::open(&browser, "b");
    assert!(page.all_joined().is_empty());
    let mut reasons = page.reasons();
    reasons.sort_by_key(|reason| format!("{reason:?}"));
    assert_eq!(
        reasons,
        [UnreadableReason::Damaged, UnreadableReason::Newer]
    );
    page.save_joined(&agreement("a1", "s1"), &Version::default());
    let again = Page::open(&browser, "c");
    let snapshot = again.snapshot();
    let key = RecordKey::parse("agreements/a1").expect("a name");
    assert_eq!(&*snapshot.get(&key).expect("it stands there").body, newer);
    let unreadable = again.persistence.unreadable();
    let of = |reason: UnreadableReason| {
        let found = unreadable.iter().find(|one| one.reason == reason);
        found.map(|one| (one.name.as_str(), one.text.as_str()))
    };
    assert_eq!(of(UnreadableReason::Newer), Some(("agreements/a1", newer)));
    assert_eq!(
        of(UnreadableReason::Damaged),
        Some(("influences/i1", "cut off"))
    );
}

#[test]
fn two_pages_that_change_one_agreement_lose_nothing() {
    let browser = Browser::default();
    let mut here = Page::with_joined(&browser, "here");
    let mut there = Page::open(&browser, "there");
    let known_here = here.persistence.agreement("a2").expect("it is there");
    let known_there = there.persistence.agreement("a2").expect("it is there");
    let mine = learned(&known_here, "mine", "2026-11-24T11:00:00+01:00");
    here.save_joined(&mine, known_here.version());
    // The other page has not heard of it and changes another field of what it has before it.
    let mut theirs = AgreementRecord::clone(&known_there);
    let indicator = AgreementEdit::Indicator("theirs".to_owned());
    theirs.edit(indicator, "s1", at("2026-11-24T12:00:00+01:00"));
    there.save_joined(&theirs, known_there.version());
    // What is refused comes with what stands there, and can be offered as a file.
    let [Refused::Changed(standing)] = &there.refused[..] else {
        panic!("it is refused: {:?}", there.refused);
    };
    assert_eq!(*standing.body, *mine.write());
    let file = there
        .persistence
        .backup_of_body(&standing.key, &theirs.write());
    let mut elsewhere = Page::open(&Browser::default(), "elsewhere");
    let restoration = plan(&elsewhere, &file);
    restore(&mut elsewhere, restoration);
    let offered = elsewhere.persistence.agreement("a2").expect("it is there");
    assert_eq!(offered.agreement.indicator, "theirs");
    let stored = there.persistence.agreement("a2").expect("it is there");
    assert_eq!(stored.agreement.learned, "mine");
    // On what stands there now it can be changed.
    let outcome = AgreementEdit::Outcome(Some(Outcome::Kept));
    let mut both = AgreementRecord::clone(&stored);
    both.edit(outcome, "s1", at("2026-11-24T13:00:00+01:00"));
    there.save_joined(&both, stored.version());
    here.pump();
    let last = here.persistence.agreement("a2").expect("it is there");
    assert_eq!(last.agreement.outcome, Some(Outcome::Kept));
    assert_eq!(last.agreement.learned, "mine");
}

#[test]
fn a_backup_brings_agreements_and_influences_back_and_replaces_only_older_ones() {
    let mut here = Page::open(&Browser::default(), "here");
    here.save(attempt("s1"));
    here.save_joined(&agreement("a1", "s1"), &Version::default());
    here.save_joined(&influence("i1", "s1"), &Version::default());
    let first = here.persistence.backup();
    assert!(plan(&here, &first).is_empty());

    let mut there = Page::open(&Browser::default(), "there");
    let restoration = plan(&there, &first);
    let counts = |one: &Restoration| (one.added, one.updated, one.skipped, one.unreadable);
    assert_eq!(counts(&restoration), (1, 0, 0, 0));
    restore(&mut there, restoration);
    assert_eq!(there.all_joined(), here.all_joined());

    let stored = here.persistence.influence("i1").expect("it is there");
    let mut newer = InfluenceRecord::clone(&stored);
    let moment = at("2026-11-25T10:00:00+01:00");
    newer.edit(InfluenceEdit::Reason("Te laat gebeld".into()), moment);
    here.save_joined(&newer, stored.version());
    let restoration = plan(&there, &here.persistence.backup());
    // Nothing was changed there since, so that nobody is asked.
    assert_eq!(
        (counts(&restoration), restoration.conflicts.len()),
        ((0, 1, 0, 0), 0)
    );
    restore(&mut there, restoration);
    assert_eq!(there.all_joined().influences, [newer]);
    assert!(
        plan(&here, &first).is_empty(),
        "the older one comes to nothing"
    );
}

#[test]
fn an_agreement_that_was_changed_on_both_sides_waits_for_its_reader() {
    let mut here = Page::open(&Browser::default(), "here");
    here.save(attempt("s1"));
    here.save_joined(&agreement("a1", "s1"), &Version::default());
    let mut there = Page::open(&Browser::default(), "there");
    let restoration = plan(&there, &here.persistence.backup());
    restore(&mut there, restoration);
    for (page, text, moment) in [
        (&mut here, "here", "2026-11-24T11:00:00+01:00"),
        (&mut there, "there", "2026-11-24T12:00:00+01:00"),
    ] {
        let stored = page.persistence.agreement("a1").expect("it is there");
        page.save_joined(&learned(&stored, text, moment), stored.version());
    }
    let mut restoration = plan(&here, &there.persistence.backup());
    assert!(restoration.is_empty(), "nothing happens by itself");
    let [conflict] = &mut restoration.conflicts[..] else {
        panic!("one conflict");
    };
    assert_eq!(conflict.of, ConflictSubject::Agreement(String::new()));
    assert_eq!(conflict.changed_there.as_str(), "2026-11-24T12:00:00+01:00");
    conflict.takes_there = true;
    restore(&mut here, restoration);
    let last = here.persistence.agreement("a1").expect("it is there");
    assert_eq!(last.agreement.learned, "there");
}

#[test]
fn a_backup_of_older_attempts_brings_back_what_they_held() {
    let file = json!({
        "format": "mindset-mirror-backup", "formatVersion": "2.0", "exportedAt": NOW,
        "generator": {"name": "mindset-mirror", "version": "0.1.0"},
        "records": [{
            "key": format!("attempt:{SESSION}"),
            "body": serde_json::from_str::<Value>(BEFORE).expect("JSON"),
        }],
    });
    let mut page = Page::open(&Browser::default(), "a");
    let records = records_in(file.to_string().as_bytes());
    let restoration = page.persistence.plan_restore(&records);
    assert_eq!((restoration.added, restoration.unreadable), (1, 0));
    restore(&mut page, restoration);
    let joined = page.persistence.joined(SESSION);
    assert_eq!((joined.agreements.len(), joined.influences.len()), (1, 2));
    // The ids come out the same, so that restoring once more adds nothing, and never writes over
    // what was changed since by itself.
    assert!(page.persistence.plan_restore(&records).is_empty());
    let id = joined.agreements[0].id.clone();
    let stored = page.persistence.agreement(&id).expect("it is there");
    let changed = learned(&stored, "since", "2026-12-01T10:00:00+01:00");
    page.save_joined(&changed, stored.version());
    let again = page.persistence.plan_restore(&records);
    assert!(again.is_empty());
    restore(&mut page, again);
    let last = page.persistence.agreement(&id).expect("it is there");
    assert_eq!(last.agreement.learned, "since");
}

#[test]
fn an_agreement_in_a_backup_passes_the_checks_of_a_result_file() {
    let mut here = Page::open(&Browser::default(), "here");
    here.save(attempt("s1"));
    here.save_joined(&agreement("a1", "s1"), &Version::default());
    let file = here.persistence.backup();
    for (place, value) in [
        ("/key", json!("agreements/other")),
        ("/body/id", json!("../a1")),
        ("/body/sessionIds", json!(["s 1"])),
        ("/body/createdAt", json!("soon")),
        ("/body/agreement/due", json!("2026-02-30")),
        ("/body/schema", json!(9)),
    ] {
        let mut changed: Value = serde_json::from_slice(&file.bytes).expect("JSON");
        *changed["records"][1].pointer_mut(place).expect(place) = value;
        let records = records_in(changed.to_string().as_bytes());
        let mut there = Page::open(&Browser::default(), "there");
        let restoration = there.persistence.plan_restore(&records);
        assert_eq!(
            (restoration.added, restoration.unreadable),
            (1, 1),
            "{place}"
        );
        restore(&mut there, restoration);
        assert!(there.all_joined().is_empty(), "{place}");
    }
}

#[test]
fn an_unreadable_attempt_in_a_backup_takes_no_other_out_of_the_count() {
    let mut here = Page::with_joined(&Browser::default(), "here");
    let file = here.persistence.backup();
    // Of the one attempt nothing can be read any more, and its agreement is new.
    let mut changed: Value = serde_json::from_slice(&file.bytes).expect("JSON");
    let records = changed["records"].as_array_mut().expect("records");
    let mut added = None;
    for record in records.iter_mut() {
        if record["key"] == "attempt/s1" {
            record["body"]["session"]["id"] = json!(7);
        }
        if record["key"] == "agreements/a2" {
            let mut copy = record.clone();
            (copy["key"], copy["body"]["id"]) = (json!("agreements/a9"), json!("a9"));
            added = Some(copy);
        }
    }
    records.extend(added);
    let records = records_in(changed.to_string().as_bytes());
    let restoration = here.persistence.plan_restore(&records);
    let counts = (restoration.added, restoration.updated, restoration.skipped);
    assert_eq!((counts, restoration.unreadable), ((0, 1, 1), 1));
    restore(&mut here, restoration);
    assert!(here.persistence.agreement("a9").is_some());
}

#[test]
fn what_is_written_while_the_page_is_left_is_refused_and_not_dropped() {
    let browser = Browser::default();
    let mut page = Page::with_joined(&browser, "a");
    let before = browser.database();
    let stored = page.persistence.agreement("a2").expect("it is there");
    page.persistence.suspend();
    let late = learned(&stored, "late", "2026-11-24T11:00:00+01:00");
    page.save_joined(&late, stored.version());
    assert_eq!(page.refused, [Refused::ReadOnly]);
    assert_eq!(browser.database(), before);
}

#[test]
fn a_stored_attempt_of_an_older_schema_is_set_apart_and_comes_back_from_its_file() {
    let browser = Browser::default();
    let name = format!("attempt/{SESSION}");
    Page::open(&browser, "a").put(&name, BEFORE);
    let mut page = Page::open(&browser, "b");
    assert!(page.persistence.attempt(SESSION).is_none());
    for page in [&page, &Page::open(&browser, "c")] {
        let [older] = &page.persistence.unreadable()[..] else {
            panic!("one record: {:?}", page.reasons());
        };
        assert_eq!(older.reason, UnreadableReason::Older);
        assert_eq!((&older.name, &older.text[..]), (&name, BEFORE));
    }
    let older = page.persistence.unreadable().remove(0);
    let record = older.backup.expect("it goes into a backup");
    let file = page.persistence.backup_of_record(&record);
    let restoration = plan(&page, &file);
    assert_eq!((restoration.added, restoration.unreadable), (1, 0));
    restore(&mut page, restoration);
    assert!(page.persistence.attempt(SESSION).is_some());
    let joined = page.persistence.joined(SESSION);
    assert_eq!((joined.agreements.len(), joined.influences.len()), (1, 2));
    let kept = Page::open(&browser, "d");
    assert!(kept.persistence.attempt(SESSION).is_some());
    assert!(
        page.reasons().is_empty() && kept.reasons().is_empty(),
        "it is in the list now"
    );
}
