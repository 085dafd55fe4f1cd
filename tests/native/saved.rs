//! The saved record: golden records of every schema, and what is refused.

use crate::support::moment;
use std::rc::Rc;

use model::Timestamp;
use model::{Action, Answer, Goal, Owner, Rating, Session, Sorting, Source, Status, Step};
use model::{Catalogue, Day, Form, Instrument, Language};
use records::saved::{self, write};
use records::{Attempt, JoinedRecords, MAX_BYTES, Migrated, Unreadable, migrate};
use serde_json::{Value, json};

use crate::support::scan_0_1;

const GOLDEN_V1: &str = include_str!("fixtures/saved/v1.json");
const GOLDEN_V2: &str = include_str!("fixtures/saved/v2.json");
const GOLDEN_V3: &str = include_str!("fixtures/saved/v3.json");
const GOLDEN_V4: &str = include_str!("fixtures/saved/v4.json");

fn instruments() -> Catalogue {
    [Rc::new(scan_0_1())].into_iter().collect()
}

fn bundled() -> (Rc<Instrument>, Catalogue) {
    let catalogue = instruments();
    (catalogue.all()[0].clone(), catalogue)
}

/// Reads a record of any schema, as it is read from a backup.
fn read(text: &str, catalogue: &Catalogue) -> Result<Attempt, Unreadable> {
    match migrate(text)? {
        Some(Migrated { attempt, .. }) => {
            let schema = serde_json::from_str::<Value>(text).expect("JSON")["schema"].as_u64();
            let older = Unreadable::Older {
                schema: schema.expect("a schema"),
            };
            assert_eq!(
                saved::read(text, catalogue),
                Err(older),
                "the page has it migrated first"
            );
            saved::read(&attempt, catalogue)
        }
        None => saved::read(text, catalogue),
    }
}

/// What a record holds of agreements and influences.
fn joined_of(text: &str) -> JoinedRecords {
    let migrated = migrate(text).ok().flatten();
    migrated.map(|one| one.joined).unwrap_or_default()
}

fn changed(change: impl FnOnce(&mut Value)) -> Result<Attempt, Unreadable> {
    let mut record: Value = serde_json::from_str(GOLDEN_V1).expect("the golden record is JSON");
    change(&mut record);
    read(&record.to_string(), &instruments())
}

#[test]
fn golden_v1_record_reads_for_ever() {
    let attempt = read(GOLDEN_V1, &instruments()).expect("a golden record is readable");
    let instrument = &attempt.instrument;
    let parts = attempt.session.parts();
    assert_eq!(attempt.revision, 7);
    assert_eq!(
        attempt.saved_at.as_ref().map(Timestamp::as_str),
        Some("2026-03-02T09:34:12+01:00")
    );
    assert_eq!(attempt.exported_at, None);
    assert_eq!(attempt.unknown["mood"], json!({"kept": true}));
    assert_eq!(attempt.id(), "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b");
    assert_eq!((parts.wave, parts.language), (2, Language::En));
    assert_eq!(parts.subject.pseudonym, "Noord");
    assert_eq!(attempt.session.status(), Status::InProgress);

    let item = |id| {
        instrument
            .item_index(id)
            .expect("an item of the instrument")
    };
    let value = |id| parts.answers.rating(item(id)).map(Rating::value);
    let first = &instrument.items()[0].id;
    assert_eq!(first, "ACC-01");
    assert_eq!(value("ACC-01"), Some(4));
    assert_eq!(parts.answers.get(item("ACC-02")), Some(Answer::Skipped));
    assert_eq!(parts.answers.get(item("ACC-03")), None);
    let at = instrument
        .order()
        .position(|shown| shown == item("ACC-03"))
        .expect("every item is shown");
    assert_eq!(parts.step, Step::Item(at));
    assert_eq!(parts.page_seconds, [41.5, 0.0, 0.0, 0.0]);
    let asked = &instrument.context_questions()[0];
    let chosen = parts.context[0].expect("the first question is answered");
    assert_eq!(asked.options[chosen].id, "discussed");
    assert_eq!(parts.context[1], None);
}

#[test]
fn golden_v2_record_reads_for_ever() {
    let attempt = read(GOLDEN_V2, &instruments()).expect("a golden record is readable");
    let belief = attempt.session.belief("LIM-01").expect("it was examined");
    assert_eq!(belief.speaks_against, "Dit jaar\nniet.");
    assert_eq!(belief.rerating.as_ref().map(|later| later.value), Some(2));
    let joined = joined_of(GOLDEN_V2);
    let influence = &joined.influences[1].influence;
    assert_eq!(influence.source, Source::Approach);
    assert_eq!(influence.sorted, Some(Sorting::Mine));
    let agreed = &joined.agreements[0].agreement;
    assert_eq!((agreed.owner, agreed.goal), (Owner::Rep, Goal::Learning));
    assert_eq!(
        (agreed.rep_confirmed, agreed.manager_confirmed),
        (true, false)
    );
    assert_eq!(agreed.interim[0].date, Day::parse("2026-11-30"));
    assert_eq!(
        read(&write(&attempt), &instruments()).as_ref(),
        Ok(&attempt)
    );
}

#[test]
fn golden_v3_record_reads_for_ever() {
    let attempt = read(GOLDEN_V3, &instruments()).expect("a golden record is readable");
    let parts = attempt.session.parts();
    assert_eq!(attempt.session.form(), Form::Manager);
    assert_eq!(parts.rater.pseudonym, "M7");
    assert_eq!(parts.subject.pseudonym, "Noord");
    assert!(parts.changed_since_completion);
    let answer = |id| {
        parts
            .answers
            .get(attempt.instrument.item_index(id).expect("an item"))
    };
    assert_eq!(
        answer("ACC-01").and_then(Answer::rating).map(Rating::value),
        Some(4)
    );
    assert_eq!(answer("ACC-02"), Some(Answer::Skipped));
    assert_eq!(answer("ACC-03"), Some(Answer::CannotJudge));
    let Step::Item(at) = parts.step else {
        panic!("it was left at a statement");
    };
    let item = attempt.instrument.form_items(Form::Manager)[at];
    assert_eq!(attempt.instrument.items()[item].id, "ACC-03");
    let (written, golden): (Value, Value) = (
        serde_json::from_str(&write(&attempt)).expect("JSON"),
        serde_json::from_str(GOLDEN_V4).expect("JSON"),
    );
    assert_eq!(
        written, golden,
        "schema 4 says the same without what is a record of its own"
    );
}

#[test]
fn golden_v4_record_reads_for_ever_and_is_written_as_it_was() {
    let attempt = read(GOLDEN_V4, &instruments()).expect("a golden record is readable");
    let belief = attempt.session.belief("LIM-01").expect("it was examined");
    assert_eq!(belief.own_words, "Voor mij is tachtig genoeg.");
    assert_eq!(belief.rerating.as_ref().map(|later| later.value), Some(2));
    assert_eq!(write(&attempt), GOLDEN_V4.trim_end());
    assert!(joined_of(GOLDEN_V4).is_empty());
}

#[test]
fn an_older_record_gives_its_agreements_and_influences_ids_that_are_the_same_each_time() {
    let joined = joined_of(GOLDEN_V3);
    assert_eq!(joined, joined_of(GOLDEN_V3));
    let session = "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
    let agreed = &joined.agreements[0];
    assert_eq!(agreed.session_ids, [session]);
    assert_eq!(agreed.created_at.as_str(), "2026-03-02T09:33:00+01:00");
    assert_eq!(agreed.changed_at.as_str(), "2026-03-02T09:34:12+01:00");
    let places: Vec<_> = joined.influences.iter().map(|one| one.position).collect();
    assert_eq!(places, [0, 1]);
    let mut ids: Vec<_> = joined.influences.iter().map(|one| &one.id).collect();
    ids.push(&agreed.id);
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 3);
    assert_eq!(joined.clone().of_session(session), joined);
    for text in [GOLDEN_V1, "cut off", "{}"] {
        assert!(joined_of(text).is_empty());
    }
}

#[test]
fn a_day_or_moment_that_does_not_exist_is_left_out_of_an_older_record_and_the_rest_stays() {
    let mut record: Value = serde_json::from_str(GOLDEN_V3).expect("JSON");
    record["session"]["work"]["agreements"][0]["due"] = "2026-02-31".into();
    record["session"]["work"]["beliefWork"][0]["rerating"]["at"] = "soon".into();
    let text = record.to_string();
    let agreed = &joined_of(&text).agreements[0].agreement;
    assert_eq!(agreed.due, None);
    assert_eq!(agreed.text, "Ik oefen het vervolggesprek.");
    let attempt = read(&text, &instruments()).expect("it is readable");
    let belief = attempt.session.belief("LIM-01").expect("it was examined");
    assert_eq!(belief.rerating, None);
    record["session"]["work"]["agreements"][0]["owner"] = "board".into();
    let damaged = read(&record.to_string(), &instruments());
    assert_eq!(
        damaged,
        Err(Unreadable::Damaged),
        "what cannot be read is never dropped"
    );
}

#[test]
fn what_is_written_reads_the_same_at_every_step() {
    let (instrument, catalogue) = bundled();
    let mut session = Session::start(
        &instrument,
        "id".to_owned(),
        1,
        Language::Nl,
        moment("2026-03-02T09:30:00+01:00"),
    );
    let mut seen = 0;
    loop {
        let attempt = Attempt::new(instrument.clone(), session.clone());
        let back = read(&write(&attempt), &catalogue);
        assert_eq!(back.as_ref(), Ok(&attempt), "at {:?}", session.step());
        seen += 1;
        session.update(
            &instrument,
            match session.step() {
                Step::Context(question) if question % 2 == 0 => Action::ChooseContext {
                    question,
                    option: 1,
                },
                Step::Context(question) => Action::SkipContext { question },
                Step::Item(n) => {
                    let item = instrument.order().nth(n).expect("the step is valid");
                    match Rating::new((n % 6) as u8, instrument.response_scale()) {
                        Some(rating) => Action::Rate { item, rating },
                        None => Action::Skip { item },
                    }
                }
                Step::Interlude(_) | Step::ContextInterlude => Action::GoOn,
                Step::Review => Action::Complete {
                    at: moment("2026-03-02T09:36:00+01:00"),
                },
                Step::Result => break,
            },
        );
    }
    // 4 context questions, 32 statements, an interlude before each of 4 pages, review, result.
    assert_eq!(seen, 42);
}

#[test]
fn a_record_with_the_earlier_name_of_the_interlude_opens_at_the_same_place() {
    let (instrument, catalogue) = bundled();
    let started = Session::start(
        &instrument,
        "id".to_owned(),
        1,
        Language::Nl,
        moment("2026-03-02T09:30:00+01:00"),
    );
    let mut parts = started.parts().clone();
    parts.step = Step::Interlude(2);
    let attempt = Attempt::new(instrument.clone(), Session::restore(&instrument, parts));
    let text = write(&attempt);
    let earlier = text.replace("\"interlude\"", "\"breath\"");
    assert_ne!(earlier, text);
    for text in [text, earlier] {
        let back = read(&text, &catalogue).expect("readable");
        assert_eq!(back.session.step(), Step::Interlude(2));
    }
}

#[test]
fn a_reload_while_changing_one_answer_still_leads_back_to_the_review() {
    let (instrument, catalogue) = bundled();
    let mut session = Session::start(
        &instrument,
        "id".to_owned(),
        1,
        Language::Nl,
        moment("2026-03-02T09:30:00+01:00"),
    );
    session.update(&instrument, Action::Review);
    session.update(&instrument, Action::Change { item: 5 });
    let attempt = Attempt::new(instrument.clone(), session);
    let mut back = read(&write(&attempt), &catalogue).expect("readable");
    back.session.update(&instrument, Action::Skip { item: 5 });
    assert_eq!(back.session.step(), Step::Review);
}

#[test]
fn a_newer_schema_is_named_before_anything_else_is_looked_at() {
    let newer = changed(|record| *record = json!({"schema": 5, "session": "unheard of"}));
    assert_eq!(newer, Err(Unreadable::Newer { schema: 5 }));
}

#[test]
fn another_version_of_the_instrument_is_not_damage() {
    let other = changed(|record| record["instrument"]["version"] = json!("99.0.0"));
    let expected = Unreadable::UnknownInstrument {
        id: "sales-mindset".to_owned(),
        version: "99.0.0".to_owned(),
    };
    assert_eq!(other, Err(expected));
}

#[test]
fn the_name_of_an_instrument_is_text_and_a_digest_may_be_missing() {
    let named = |field: &str, value: Value| {
        changed(|record| record["instrument"][field] = value).map(|read| read.revision)
    };
    let plain = changed(|_| ()).map(|read| read.revision);
    assert!(plain.is_ok());
    assert_eq!(named("digest", json!(null)), plain);
    for field in ["id", "version", "digest"] {
        assert_eq!(named(field, json!(7)), Err(Unreadable::Damaged), "{field}");
    }
}

#[test]
fn a_record_without_a_digest_is_scored_by_none_of_two_contents_of_its_version() {
    let definition = crate::support::SCAN_0_1.definition;
    let mut edited: Value = serde_json::from_str(definition).expect("JSON");
    edited["items"][0]["text"]["en"] = json!("Reworded under the same version.");
    let edited = definition::from_json(&edited.to_string()).expect("it is sound");
    let mut both = instruments();
    assert!(read(GOLDEN_V1, &both).is_ok(), "there is but one");
    both.add(Rc::new(edited))
        .expect("it stands beside the first");
    let refused = read(GOLDEN_V1, &both);
    assert!(
        matches!(refused, Err(Unreadable::OtherContent { .. })),
        "{refused:?}"
    );
    // One that names its content is scored by that.
    let digest = scan_0_1().digest().to_owned();
    let mut named: Value = serde_json::from_str(GOLDEN_V1).expect("JSON");
    named["instrument"]["digest"] = json!(digest);
    let named = read(&named.to_string(), &both).expect("it is there");
    assert_eq!(named.instrument.digest(), digest);
}

#[test]
fn a_record_cut_short_anywhere_is_damaged() {
    let whole = GOLDEN_V1.trim_end();
    for (end, _) in whole.char_indices() {
        let cut = read(&whole[..end], &Catalogue::new());
        assert_eq!(cut, Err(Unreadable::Damaged), "cut at {end}");
    }
}

#[test]
fn a_value_that_cannot_be_is_damaged() {
    let changes: [(&str, Value); 20] = [
        ("/schema", json!(0)),
        ("/schema", json!("1")),
        ("/revision", json!(-1)),
        ("/savedAt", json!(null)),
        ("/exportedAt", json!(1)),
        ("/unknown", json!([])),
        ("/instrument", json!(null)),
        ("/session", json!([])),
        ("/session/id", json!("")),
        ("/session/wave", json!(1.5)),
        ("/session/language", json!("xx")),
        ("/session/completedAt", json!(false)),
        ("/session/step", json!({"at": "elsewhere"})),
        ("/session/step", json!({"at": "item", "item": "ZZZ-01"})),
        ("/session/reviewing", json!("no")),
        ("/session/answers", json!({"ACC-01": 6})),
        ("/session/answers", json!({"ZZZ-01": 3})),
        ("/session/context", json!({"CTX-1": "no such option"})),
        ("/session/context", json!({"no such question": "joint"})),
        ("/session/pageSeconds", json!(["soon"])),
    ];
    for (place, value) in changes {
        let read = changed(|record| {
            *record.pointer_mut(place).expect("the golden record has it") = value.clone();
        });
        assert_eq!(read, Err(Unreadable::Damaged), "{place} = {value}");
    }
}

#[test]
fn nesting_without_end_is_damaged_and_nothing_worse() {
    let deep = "[".repeat(100_000);
    assert_eq!(read(&deep, &instruments()), Err(Unreadable::Damaged));
}

#[test]
fn a_record_larger_than_a_result_file_is_damaged_and_not_parsed() {
    let whole = GOLDEN_V1.trim_end();
    let padded = |length: usize| format!("{whole}{}", " ".repeat(length - whole.len()));
    assert!(read(&padded(MAX_BYTES), &instruments()).is_ok());
    let over = read(&padded(MAX_BYTES + 1), &instruments());
    assert_eq!(over, Err(Unreadable::Damaged));
}

#[test]
fn a_step_the_session_cannot_be_at_opens_the_review() {
    let result = changed(|record| record["session"]["step"] = json!({"at": "result"}));
    assert_eq!(
        result.map(|attempt| attempt.session.step()),
        Ok(Step::Review)
    );
}
