//! Agreements and influences: records of their own, changed one field at a time.

use crate::support::sales_mindset;
use model::{Action, Catalogue, Language, Session};
use model::{
    Agreement, AgreementEdit, BeliefEdit, BeliefWork, Day, GoalOrigin, IfThen, Influence,
    InfluenceEdit, MAX_INTERIM, MAX_TEXT, Outcome, Owner, Sorting, Timestamp,
};
use records::{
    AgreementRecord, InfluenceRecord, JoinedRecords, MAX_SESSIONS, StoredRecord, Unreadable,
    last_agreements,
};
use serde_json::{Value, json};

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

fn record(id: &str, session: &str, at: &str) -> AgreementRecord {
    AgreementRecord::new(id.into(), session.into(), moment(at), Agreement::default())
}

#[test]
fn an_edit_changes_the_field_it_names_and_no_other() {
    let mut agreement = Agreement::default();
    let day = Day::parse("2026-12-07");
    for edit in [
        AgreementEdit::Text("Drie klanten bellen".into()),
        AgreementEdit::FirstStep("Vandaag bellen".into()),
        AgreementEdit::Situation("niemand opneemt".into()),
        AgreementEdit::Response("mail ik".into()),
        AgreementEdit::Helper("Sam".into()),
        AgreementEdit::Obstacle("Een volle agenda".into()),
        AgreementEdit::Origin(Some(GoalOrigin::Feedback)),
        AgreementEdit::Due(day),
        AgreementEdit::AddInterim(String::new()),
        AgreementEdit::InterimDate { n: 0, date: day },
        AgreementEdit::InterimText {
            n: 0,
            text: "Een gebeld".into(),
        },
        AgreementEdit::Confirm {
            by: Owner::Manager,
            confirmed: true,
        },
        AgreementEdit::Outcome(Some(Outcome::Partly)),
    ] {
        agreement.edit(edit);
    }
    let before = agreement.clone();
    agreement.edit(AgreementEdit::Indicator("Terug te zien".into()));
    let expected = Agreement {
        indicator: "Terug te zien".into(),
        ..before
    };
    assert_eq!(agreement, expected);
    let plan = IfThen {
        situation: "niemand opneemt".into(),
        response: "mail ik".into(),
    };
    assert_eq!(
        (&agreement.if_then, &*agreement.first_step),
        (&plan, "Vandaag bellen")
    );
    assert_eq!(
        (&*agreement.helper, &*agreement.obstacle),
        ("Sam", "Een volle agenda")
    );
    assert_eq!(agreement.origin, Some(GoalOrigin::Feedback));
    agreement.edit(AgreementEdit::Origin(None));
    assert_eq!(agreement.origin, None);
    assert_eq!(
        (agreement.rep_confirmed, agreement.manager_confirmed),
        (false, true)
    );
    assert_eq!(
        (agreement.due, &agreement.interim[0].text[..]),
        (day, "Een gebeld")
    );
}

#[test]
fn edits_beyond_what_is_there_change_nothing_and_texts_are_bounded_and_safe() {
    let mut agreement = Agreement::default();
    agreement.edit(AgreementEdit::RemoveInterim(0));
    agreement.edit(AgreementEdit::InterimText {
        n: 3,
        text: "x".into(),
    });
    assert_eq!(agreement, Agreement::default());
    for _ in 0..=MAX_INTERIM {
        agreement.edit(AgreementEdit::AddInterim(String::new()));
    }
    assert_eq!(agreement.interim.len(), MAX_INTERIM);
    agreement.edit(AgreementEdit::Text(format!(
        "a\u{202e}{}",
        "b".repeat(MAX_TEXT)
    )));
    assert!(agreement.text.starts_with("ab"));
    assert_eq!(agreement.text.chars().count(), MAX_TEXT);
    let mut influence = Influence::default();
    influence.edit(InfluenceEdit::Sorted(Some(Sorting::Mine)));
    influence.edit(InfluenceEdit::Reason("Te laat gebeld\u{7}".into()));
    assert_eq!(
        (&influence.reason[..], influence.sorted),
        ("Te laat gebeld", Some(Sorting::Mine))
    );
    let mut belief = BeliefWork::default();
    belief.edit(BeliefEdit::Experiment("Deze week".into()));
    assert_eq!(
        (&belief.experiment[..], &belief.own_words[..]),
        ("Deze week", "")
    );
}

#[test]
fn records_read_as_they_were_written_and_keep_what_they_do_not_know() {
    let written = record("a1", "s1", "2026-11-23T10:00:00+01:00");
    assert_eq!(
        AgreementRecord::read(&written.write(), &Catalogue::new()),
        Ok(written.clone())
    );
    let at = moment("2026-11-23T10:00:00+01:00");
    let influence = InfluenceRecord::new("i1".into(), "s1".into(), at, Influence::default());
    assert_eq!(
        InfluenceRecord::read(&influence.write(), &Catalogue::new()),
        Ok(influence)
    );
    let mut file: Value = serde_json::from_str(&written.write()).expect("JSON");
    file["mood"] = json!({"before": 3});
    let read = AgreementRecord::read(&file.to_string(), &Catalogue::new()).expect("readable");
    let again: Value = serde_json::from_str(&read.write()).expect("JSON");
    assert_eq!(again, file);
}

#[test]
fn a_damaged_or_newer_record_is_said_to_be_that() {
    let text = record("a1", "s1", "2026-11-23T10:00:00Z").write();
    let changed = |place: &str, value: Value| {
        let mut file: Value = serde_json::from_str(&text).expect("JSON");
        *file.pointer_mut(place).expect(place) = value;
        AgreementRecord::read(&file.to_string(), &Catalogue::new())
    };
    for (place, value) in [
        ("/schema", json!(0)),
        ("/id", json!("")),
        ("/sessionIds", json!([])),
        ("/sessionIds", json!(["../s1"])),
        ("/id", json!("a/1")),
        ("/agreement/due", json!("2026-02-30")),
        ("/createdAt", json!("2026-11-23")),
        ("/agreement/owner", json!("board")),
        ("/agreement/text", json!(null)),
    ] {
        assert_eq!(changed(place, value), Err(Unreadable::Damaged), "{place}");
    }
    assert_eq!(
        changed("/schema", json!(2)),
        Err(Unreadable::Newer { schema: 2 })
    );
}

#[test]
fn the_next_talk_starts_from_the_agreements_made_last_as_instants() {
    let records = [
        record("a1", "s1", "2026-11-23T23:30:00-05:00"),
        record("a2", "s2", "2026-11-24T06:00:00+02:00"),
        record("a3", "s1", "2026-11-01T10:00:00Z"),
    ];
    let ids: Vec<_> = last_agreements(&records)
        .iter()
        .map(|one| one.id.clone())
        .collect();
    assert_eq!(
        ids,
        ["a3", "a1"],
        "half past four in UTC is later than four"
    );
    assert!(last_agreements(&[]).is_empty());
}

#[test]
fn looking_back_joins_an_agreement_to_the_session_and_does_not_bring_it_to_the_front_again() {
    let mut first = record("a1", "s1", "2026-11-01T10:00:00Z");
    let second = record("a2", "s2", "2026-11-20T10:00:00Z");
    let kept = || AgreementEdit::Outcome(Some(Outcome::Kept));
    first.edit(kept(), "s2", moment("2026-11-21T10:00:00Z"));
    first.edit(kept(), "s2", moment("2026-11-22T10:00:00Z"));
    assert_eq!(first.session_ids, ["s1", "s2"]);
    assert_eq!(first.changed_at, moment("2026-11-22T10:00:00Z"));
    assert_eq!(first.created_at, moment("2026-11-01T10:00:00Z"));
    let records = [first, second];
    let last = last_agreements(&records);
    assert_eq!(last, [&records[1]]);
    for n in 0..2 * MAX_SESSIONS {
        let mut again = records[0].clone();
        again.session_ids = (0..n.max(1)).map(|n| n.to_string()).collect();
        again.session_ids.truncate(MAX_SESSIONS);
        again.edit(kept(), "another", moment("2026-12-01T10:00:00Z"));
        assert!(
            AgreementRecord::read(&again.write(), &Catalogue::new()).is_ok(),
            "{n}"
        );
    }
}

#[test]
fn what_is_joined_to_a_session_alone_goes_with_it_and_what_others_looked_back_on_stays() {
    let mut looked_back_on = record("a1", "s1", "2026-11-01T10:00:00Z");
    looked_back_on.session_ids.push("s2".into());
    let at = moment("2026-11-01T10:00:00Z");
    let influence = InfluenceRecord::new("i1".into(), "s1".into(), at, Influence::default());
    let joined = JoinedRecords {
        agreements: vec![looked_back_on, record("a2", "s1", "2026-11-01T10:00:00Z")],
        influences: vec![influence],
    };
    let ids = |joined: &JoinedRecords| {
        let agreements = joined.agreements.iter().map(|one| one.id.clone());
        let influences = joined.influences.iter().map(|one| one.id.clone());
        agreements.chain(influences).collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&joined.clone().only_of("s1", &["s2", "s3"])),
        ["a2", "i1"]
    );
    assert_eq!(
        ids(&joined.clone().only_of("s1", &["s3"])),
        ["a1", "a2", "i1"]
    );
    assert_eq!(ids(&joined.clone().only_of("s2", &["s1"])), [""; 0]);
    assert_eq!(ids(&joined.clone().only_of("s2", &[])), ["a1"]);
}

#[test]
fn records_of_a_session_stand_in_the_order_in_which_they_were_made() {
    let placed = |id: &str, position| {
        let mut one = record(id, "s1", "2026-11-01T10:00:00Z");
        one.position = position;
        one
    };
    let joined = JoinedRecords {
        agreements: vec![
            placed("b", 0),
            placed("c", 2),
            placed("a", 1),
            record("d", "s2", "2026-11-01T10:00:00Z"),
        ],
        influences: Vec::new(),
    };
    let ordered = joined.of_session("s1");
    let ids: Vec<_> = ordered.agreements.iter().map(|one| &one.id[..]).collect();
    assert_eq!(ids, ["b", "a", "c"]);
    assert_eq!(ordered.next_agreement(), 3);
    assert_eq!(JoinedRecords::default().next_agreement(), 0);
}

#[test]
fn texts_of_a_stored_record_are_made_safe_and_short_when_it_is_read() {
    let mut long = record("a1", "s1", "2026-11-01T10:00:00Z");
    long.agreement.text = format!("a\u{202e}{}", "b".repeat(MAX_TEXT));
    let read = AgreementRecord::read(&long.write(), &Catalogue::new()).expect("readable");
    assert_eq!(read.agreement.text.chars().count(), MAX_TEXT);
    assert!(read.agreement.text.starts_with("ab"));
}

#[test]
fn each_new_text_of_an_agreement_is_made_safe_and_short_when_it_is_typed_and_when_it_is_read() {
    let hostile = || format!("a\u{202e}{}", "b".repeat(MAX_TEXT));
    type Make = fn(String) -> AgreementEdit;
    let edits: [(&str, Make); 4] = [
        ("/ifThen/situation", AgreementEdit::Situation),
        ("/ifThen/response", AgreementEdit::Response),
        ("/helper", AgreementEdit::Helper),
        ("/obstacle", AgreementEdit::Obstacle),
    ];
    for (place, edit) in edits {
        let mut typed = Agreement::default();
        typed.edit(edit(hostile()));
        let written = record("a1", "s1", "2026-11-23T10:00:00Z").write();
        let mut file: Value = serde_json::from_str(&written).expect("JSON");
        *file["agreement"].pointer_mut(place).expect(place) = hostile().into();
        let read = AgreementRecord::read(&file.to_string(), &Catalogue::new()).expect("readable");
        assert_eq!(read.agreement, typed, "{place}");
        let safe = serde_json::to_value(&typed).expect("JSON");
        let safe = safe.pointer(place).and_then(Value::as_str).expect(place);
        assert_eq!(safe.chars().count(), MAX_TEXT, "{place}");
        assert!(safe.starts_with("ab"), "{place}");
    }
}

#[test]
fn a_record_from_before_the_plan_reads_as_one_with_nothing_in_the_new_fields() {
    let mut record = record("a1", "s1", "2026-11-23T10:00:00Z");
    record.agreement.text = "Drie klanten bellen".into();
    let mut file: Value = serde_json::from_str(&record.write()).expect("JSON");
    let agreement = file["agreement"].as_object_mut().expect("an object");
    for name in ["ifThen", "helper", "obstacle", "origin"] {
        assert!(agreement.remove(name).is_some(), "{name} is written");
    }
    let read = AgreementRecord::read(&file.to_string(), &Catalogue::new());
    assert_eq!(read, Ok(record.clone()));
    // A place of origin that nobody knows is refused, as any other word is.
    file["agreement"]["origin"] = "board".into();
    let read = AgreementRecord::read(&file.to_string(), &Catalogue::new());
    assert_eq!(read, Err(Unreadable::Damaged));
}

#[test]
fn a_day_is_so_many_days_after_another_across_months_leap_days_and_years() {
    for (from, days, to) in [
        ("2026-03-02", 0, "2026-03-02"),
        ("2026-03-02", 42, "2026-04-13"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2100-02-28", 1, "2100-03-01"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2026-01-01", 365, "2027-01-01"),
        ("9999-12-31", 7, ""),
    ] {
        let after = Day::parse(from).and_then(|from| from.later(days));
        assert_eq!(after, Day::parse(to), "{from} and {days}");
    }
}

#[test]
fn what_is_written_about_a_belief_changes_by_field_and_only_of_a_limiting_belief() {
    let instrument = sales_mindset();
    let mut session = Session::start(
        &instrument,
        "s".into(),
        1,
        Language::Nl,
        moment("2026-11-23T10:00:00Z"),
    );
    let item = |id| instrument.item_index(id).expect("an item");
    let edit = |item, edit| Action::EditBelief { item, edit };
    let before = session.clone();
    session.update(
        &instrument,
        edit(item("ACC-01"), BeliefEdit::OwnWords("x".into())),
    );
    assert_eq!(session, before);
    let belief = item("LIM-01");
    session.update(
        &instrument,
        edit(belief, BeliefEdit::OwnWords("Tachtig".into())),
    );
    session.update(
        &instrument,
        edit(belief, BeliefEdit::SpeaksFor("Vorig jaar".into())),
    );
    let work = session.belief("LIM-01").expect("it is there");
    assert_eq!(
        (&work.own_words[..], &work.speaks_for[..]),
        ("Tachtig", "Vorig jaar")
    );
    session.update(
        &instrument,
        edit(belief, BeliefEdit::OwnWords(String::new())),
    );
    session.update(
        &instrument,
        edit(belief, BeliefEdit::SpeaksFor(String::new())),
    );
    assert_eq!(session, before);
}
