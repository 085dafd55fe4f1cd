//! Agreements as two people hand them on: what a file and a link hold, and what is refused.

use model::{Agreement, AgreementEdit, Day, Goal, GoalOrigin, MAX_TEXT, Outcome, Owner, Timestamp};
use proptest::prelude::*;
use records::{
    AgreementRecord, MAX_AGREEMENTS_LINK, MAX_BYTES, MAX_HANDED, MAX_SESSIONS, NotAgreements,
    agreements_document, agreements_link, handed_on, read_agreements, read_agreements_link,
};
use serde_json::{Value, json};

const GOLDEN: &str = include_str!("../../../schema/examples/agreements-1.0.json");

fn moment() -> Timestamp {
    Timestamp::parse("2026-11-27T23:30:00+01:00").expect("a moment")
}

fn golden() -> Value {
    serde_json::from_str(GOLDEN).expect("JSON")
}

fn read(file: &Value) -> Result<Vec<AgreementRecord>, NotAgreements> {
    read_agreements(file.to_string().as_bytes())
}

/// The golden file with this value in this place, which has to be there.
fn changed(place: &str, value: Value) -> Value {
    let mut file = golden();
    *file.pointer_mut(place).expect("the place is there") = value;
    file
}

fn record(id: &str, text: &str) -> AgreementRecord {
    let mut agreement = Agreement::default();
    agreement.edit(AgreementEdit::Text(text.to_owned()));
    AgreementRecord::new(id.to_owned(), "a-session".to_owned(), moment(), agreement)
}

/// A record as it comes back: of its moments the day is left, and its place is that in the file.
fn come_back(record: &AgreementRecord, position: usize) -> AgreementRecord {
    let mut expected = record.clone();
    expected.created_at = record.created_at.day().start();
    expected.changed_at = record.changed_at.day().start();
    expected.position = position as u32;
    expected
}

fn written(records: &[AgreementRecord]) -> Value {
    let file = agreements_document(records, &moment());
    serde_json::from_slice(&file.bytes).expect("JSON")
}

#[test]
fn the_golden_file_is_read_whole_and_written_as_it_is() {
    let records = read_agreements(GOLDEN.as_bytes()).expect("it is one of ours");
    let [own, asked] = &records[..] else {
        panic!("it holds two");
    };
    let agreement = &own.agreement;
    assert_eq!(own.id, "5b1f2c7e-1111-4a6b-8e21-93c7d2b4f001");
    assert_eq!(own.session_ids.len(), 2);
    assert_eq!(own.created_at.day().to_string(), "2026-11-26");
    assert_eq!(own.changed_at.day().to_string(), "2026-11-27");
    assert_eq!((own.position, asked.position), (0, 1));
    assert!(!own.asked && asked.asked);
    assert_eq!(
        (agreement.owner, agreement.goal),
        (Owner::Rep, Goal::Learning)
    );
    assert_eq!(agreement.origin, Some(GoalOrigin::Customer));
    assert_eq!(agreement.due, Day::parse("2026-12-18"));
    assert_eq!(agreement.interim[0].date, Day::parse("2026-12-04"));
    assert!(agreement.rep_confirmed && agreement.manager_confirmed);
    assert_eq!(asked.agreement.outcome, Some(Outcome::Partly));
    let mut again = written(&records);
    // The version of the program goes on; that of the format does not.
    again["generator"] = golden()["generator"].clone();
    assert_eq!(again, golden());
}

#[test]
fn a_file_says_the_day_and_nothing_that_is_empty() {
    let file = agreements_document(&[record("a-1", "Bellen")], &moment());
    assert_eq!(file.name, "mindset-agreements-2026-11-27.json");
    assert_eq!(file.media_type, "application/json");
    let written: Value = serde_json::from_slice(&file.bytes).expect("JSON");
    let expected = json!([{
        "id": "a-1",
        "sessionIds": ["a-session"],
        "createdOn": "2026-11-27",
        "changedOn": "2026-11-27",
        "agreement": { "owner": "rep", "goal": "learning", "text": "Bellen" },
    }]);
    assert_eq!(written["agreements"], expected);
    assert_eq!(written["exportedOn"], "2026-11-27");
    assert!(!String::from_utf8_lossy(&file.bytes).contains("23:30"));
}

#[test]
fn what_a_newer_minor_version_adds_beside_an_agreement_is_passed_over() {
    let mut file = changed("/formatVersion", "1.7".into());
    file["mood"] = json!({ "before": 3 });
    file["agreements"][0]["place"] = "train".into();
    assert_eq!(read(&file), read(&golden()));
    file["agreements"][0]["agreement"]["colour"] = "blue".into();
    assert_eq!(read(&file), Err(NotAgreements::Unreadable));
}

#[test]
fn a_newer_major_version_is_named_as_that() {
    for version in ["2.0", "2.13", "9999.0"] {
        let file = changed("/formatVersion", version.into());
        assert_eq!(read(&file), Err(NotAgreements::Newer), "{version}");
    }
    // What it holds is not looked at.
    let file = json!({ "format": "mindset-mirror-agreements", "formatVersion": "3.1" });
    assert_eq!(read(&file), Err(NotAgreements::Newer));
    for version in [
        "", "1", "1.", ".0", "0.9", "1.x", "+1.0", "1.0.0", "-1.0", "99999.0",
    ] {
        let file = changed("/formatVersion", version.into());
        assert_eq!(read(&file), Err(NotAgreements::Unreadable), "{version}");
    }
}

#[test]
fn what_is_no_file_of_agreements_is_refused_whole() {
    let second = &golden()["agreements"][1];
    let mut without_text = second.clone();
    without_text["agreement"]["text"] = Value::Null;
    let mut without_agreement = second.clone();
    without_agreement
        .as_object_mut()
        .expect("an object")
        .remove("agreement");
    let mut of_nothing = second.clone();
    of_nothing["agreement"] = json!({});
    let ids = |count: usize| vec![json!("a-session"); count];
    let many = |count: usize| -> Vec<Value> {
        let entries = (0..count).map(|n| {
            let mut entry = second.clone();
            entry["id"] = format!("a-{n}").into();
            entry
        });
        entries.collect()
    };
    assert_eq!(
        read(&changed("/agreements", many(MAX_HANDED).into())).map(|read| read.len()),
        Ok(MAX_HANDED)
    );
    assert!(
        read(&changed(
            "/agreements/0/sessionIds",
            ids(MAX_SESSIONS).into()
        ))
        .is_ok()
    );
    let places: [(&str, Value); 24] = [
        ("/format", "mindset-mirror-result".into()),
        ("/format", Value::Null),
        ("/exportedOn", "2026-02-30".into()),
        ("/exportedOn", "2026-11-27T10:00:00Z".into()),
        ("/agreements", json!([])),
        ("/agreements", json!({})),
        ("/agreements", many(MAX_HANDED + 1).into()),
        ("/agreements/1", without_text),
        ("/agreements/1", without_agreement),
        ("/agreements/1", of_nothing),
        ("/agreements/1/agreement/text", " \n\u{7} ".into()),
        (
            "/agreements/1/id",
            "5b1f2c7e-1111-4a6b-8e21-93c7d2b4f001".into(),
        ),
        ("/agreements/1/id", "".into()),
        ("/agreements/1/id", "a/b".into()),
        ("/agreements/1/id", "a".repeat(65).into()),
        ("/agreements/1/sessionIds", json!([])),
        ("/agreements/1/sessionIds", json!(["../attempt"])),
        ("/agreements/1/sessionIds", ids(MAX_SESSIONS + 1).into()),
        ("/agreements/1/createdOn", "".into()),
        ("/agreements/1/asked", "yes".into()),
        ("/agreements/1/agreement/owner", "coach".into()),
        ("/agreements/1/agreement/due", "soon".into()),
        ("/agreements/1/agreement/outcome", "great".into()),
        ("/agreements/0/agreement/interim", json!("later")),
    ];
    for (place, value) in places {
        let file = changed(place, value.clone());
        assert_eq!(
            read(&file),
            Err(NotAgreements::Unreadable),
            "{place}: {value}"
        );
    }
}

#[test]
fn what_is_too_big_too_deep_or_says_a_field_twice_is_refused() {
    let mut file = golden();
    file["note"] = "x".repeat(MAX_BYTES).into();
    assert_eq!(read(&file), Err(NotAgreements::Unreadable));
    let mut deep = json!(1);
    for _ in 0..7 {
        deep = json!([deep]);
    }
    let mut file = golden();
    file["note"] = deep.clone();
    assert!(read(&file).is_ok(), "eight deep");
    file["note"] = json!([deep]);
    assert_eq!(read(&file), Err(NotAgreements::Unreadable));
    let twice = GOLDEN.replacen("\"asked\": true,", "\"asked\": true, \"asked\": false,", 1);
    assert_ne!(twice, GOLDEN);
    assert_eq!(
        read_agreements(twice.as_bytes()),
        Err(NotAgreements::Unreadable)
    );
    for cut in [0, 1, GOLDEN.len() / 2, GOLDEN.len() - 3] {
        let refused = read_agreements(&GOLDEN.as_bytes()[..cut]);
        assert_eq!(refused, Err(NotAgreements::Unreadable), "{cut}");
    }
    let marked = ["\u{FEFF}", GOLDEN].concat();
    assert_eq!(read_agreements(marked.as_bytes()), read(&golden()));
}

#[test]
fn a_text_is_made_safe_and_cut_to_what_it_may_have() {
    let text = ["a\u{202E}b\u{7}c\n", &"d".repeat(2 * MAX_TEXT)].concat();
    let file = changed("/agreements/0/agreement/text", text.into());
    let read = read(&file).expect("only its text is long");
    let text = &read[0].agreement.text;
    assert!(text.starts_with("abc\nddd") && text.chars().count() == MAX_TEXT);
}

#[test]
fn the_reps_marks_stay_with_the_rep_unless_they_are_chosen() {
    let mut records = read(&golden()).expect("it is one of ours");
    records[0].agreement.outcome = Some(Outcome::Kept);
    records[0].agreement.learned = "Vragen helpt.".to_owned();
    assert_eq!(handed_on(&records, true), records);
    let handed = handed_on(&records, false);
    assert_eq!(handed[0], records[0], "what the manager marked goes along");
    assert_eq!(handed[1].agreement.outcome, None);
    assert_eq!(handed[1].agreement.learned, "");
    let file = written(&handed).to_string();
    assert!(!file.contains("partly") && !file.contains("Twee keer"));
    let mut expected = records[1].clone();
    expected.agreement.outcome = None;
    expected.agreement.learned.clear();
    assert_eq!(handed[1], expected, "and nothing else of it");
}

#[test]
fn a_link_holds_the_same_as_a_file_in_letters_that_an_address_may_have() {
    let records = read(&golden()).expect("it is one of ours");
    let link = agreements_link(&records, &moment()).expect("it is short enough");
    let plain = |one: u8| one.is_ascii_alphanumeric() || b"-_".contains(&one);
    assert!(link.bytes().all(plain));
    assert_eq!(read_agreements_link(&link), Ok(records));
}

#[test]
fn a_link_is_bounded_before_it_is_decoded() {
    let of = |count: usize| -> Vec<AgreementRecord> {
        let long = "Zo doen we het. ".repeat(30);
        (0..count)
            .map(|n| record(&format!("a-{n}"), &long))
            .collect()
    };
    let longest = (1..).take_while(|&count| agreements_link(&of(count), &moment()).is_some());
    let longest = longest.last().expect("one fits");
    let link = agreements_link(&of(longest), &moment()).expect("it fits");
    assert!(link.len() <= MAX_AGREEMENTS_LINK);
    assert_eq!(
        read_agreements_link(&link).map(|read| read.len()),
        Ok(longest)
    );
    let file = agreements_document(&of(longest + 1), &moment());
    assert_eq!(
        read_agreements(&file.bytes).map(|read| read.len()),
        Ok(longest + 1)
    );
    for text in [
        "A".repeat(MAX_AGREEMENTS_LINK + 1),
        String::new(),
        "e30=".to_owned(),
        "e30".to_owned(),
        [&*link, "."].concat(),
        ["%", &link].concat(),
        link[1..].to_owned(),
    ] {
        let refused = read_agreements_link(&text);
        assert_eq!(
            refused,
            Err(NotAgreements::Unreadable),
            "{} bytes",
            text.len()
        );
    }
}

/// What somebody may write in a field: letters of every script, lines, and what is no letter at all.
fn written_text() -> impl Strategy<Value = String> {
    "\\PC{0,40}\n?\\PC{0,40}"
}

fn some_day() -> impl Strategy<Value = Option<Day>> {
    proptest::option::of((1970_u16..=9999, 1_u8..=12, 1_u8..=28)).prop_map(|day| {
        day.and_then(|(year, month, day)| Day::parse(&format!("{year:04}-{month:02}-{day:02}")))
    })
}

fn some_agreement() -> impl Strategy<Value = Agreement> {
    let texts = proptest::collection::vec(written_text(), 9);
    (texts, some_day(), some_day(), 0_usize..48).prop_map(|(texts, due, interim, choices)| {
        let [
            text,
            indicator,
            why,
            first,
            situation,
            response,
            helper,
            obstacle,
            learned,
        ] = <[String; 9]>::try_from(texts).expect("nine");
        let origins = [None, Some(GoalOrigin::Scan), Some(GoalOrigin::Customer)];
        let outcomes = [
            None,
            Some(Outcome::Kept),
            Some(Outcome::NotYet),
            Some(Outcome::Partly),
        ];
        let mut agreement = Agreement::default();
        for edit in [
            AgreementEdit::Text(["x", &text].concat()),
            AgreementEdit::Indicator(indicator),
            AgreementEdit::Why(why),
            AgreementEdit::FirstStep(first),
            AgreementEdit::Situation(situation),
            AgreementEdit::Response(response),
            AgreementEdit::Helper(helper),
            AgreementEdit::Obstacle(obstacle),
            AgreementEdit::Learned(learned),
            AgreementEdit::Due(due),
            AgreementEdit::AddInterim("half-way".to_owned()),
            AgreementEdit::InterimDate {
                n: 0,
                date: interim,
            },
            AgreementEdit::Origin(origins[choices % 3]),
            AgreementEdit::Outcome(outcomes[choices / 3 % 4]),
        ] {
            agreement.edit(edit);
        }
        if choices >= 24 {
            agreement.edit(AgreementEdit::Owner(Owner::Manager));
            agreement.edit(AgreementEdit::Goal(Goal::Performance));
        }
        if choices % 24 >= 12 {
            let (by, confirmed) = (Owner::Manager, true);
            agreement.edit(AgreementEdit::Confirm { by, confirmed });
        }
        agreement
    })
}

proptest! {
    #[test]
    fn whatever_two_people_agree_comes_back_by_file_and_by_link(
        agreements in proptest::collection::vec((some_agreement(), any::<bool>()), 1..5)
    ) {
        let records: Vec<AgreementRecord> = (0..).zip(agreements).map(|(n, (agreement, asked))| {
            let id = format!("a-{n}");
            let mut record =
                AgreementRecord::new(id, "a-session".to_owned(), moment(), agreement);
            record.asked = asked;
            record
        }).collect();
        let expected: Vec<AgreementRecord> = (0..)
            .zip(&records)
            .map(|(n, record)| come_back(record, n))
            .collect();
        let file = agreements_document(&records, &moment());
        prop_assert_eq!(read_agreements(&file.bytes), Ok(expected.clone()));
        if let Some(link) = agreements_link(&records, &moment()) {
            prop_assert_eq!(read_agreements_link(&link), Ok(expected));
        }
    }

    #[test]
    fn no_bytes_and_no_text_of_a_link_end_the_reader(
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
        text in "[A-Za-z0-9_-]{0,400}|\\PC{0,100}",
    ) {
        prop_assert!(read_agreements(&bytes).is_err());
        prop_assert!(read_agreements_link(&text).is_err());
    }

    #[test]
    fn a_changed_file_is_read_soundly_or_refused(
        place in 0..GOLDEN.len(), byte in any::<u8>(), length in 0_usize..8,
    ) {
        let mut bytes = GOLDEN.as_bytes().to_vec();
        let end = (place + length).min(bytes.len());
        bytes.splice(place..end, [byte]);
        if let Ok(records) = read_agreements(&bytes) {
            let file = agreements_document(&records, &moment());
            prop_assert_eq!(read_agreements(&file.bytes), Ok(records));
        }
    }
}
