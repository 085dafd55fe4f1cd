//! What is done next with a result: how it changes, where it is kept, and what it is never in.

use crate::support::{moment, sales_mindset, scan_0_1};
use model::{Action, Catalogue, Language, MAX_TEXT, Plan, PlanEdit, Session, SessionParts};
use records::saved::{self, write};
use records::{Attempt, BackupRecord, ImportError, JoinedRecords, Unreadable};
use records::{backup_document, open_backup};
use serde_json::{Value, json};
use std::rc::Rc;

/// A record of schema 4 with a plan; records of before have none.
const GOLDEN_V4_PLAN: &str = include_str!("fixtures/saved/v4_plan.json");
const GOLDEN_V4: &str = include_str!("fixtures/saved/v4.json");

fn catalogue() -> Catalogue {
    [Rc::new(scan_0_1())].into_iter().collect()
}

fn started() -> Session {
    let at = moment("2026-03-02T09:30:00+01:00");
    Session::start(&scan_0_1(), "s1".into(), 1, Language::Nl, at)
}

fn changed(edits: impl IntoIterator<Item = PlanEdit>) -> Plan {
    let (instrument, mut session) = (scan_0_1(), started());
    for edit in edits {
        session.update(&instrument, Action::EditPlan(edit));
    }
    session.parts().plan.clone()
}

#[test]
fn each_change_is_one_of_the_field_that_it_names() {
    let none = Plan::default();
    let theme = Some("responsibility".to_owned());
    let cases = [
        (
            PlanEdit::Theme(Some(1)),
            Plan {
                theme,
                ..none.clone()
            },
        ),
        (
            PlanEdit::Experiment("Bel één klant".into()),
            Plan {
                experiment: "Bel één klant".into(),
                ..none.clone()
            },
        ),
        (
            PlanEdit::Reminder(true),
            Plan {
                reminder: true,
                ..none.clone()
            },
        ),
        (
            PlanEdit::Shared(true),
            Plan {
                shared: true,
                ..none.clone()
            },
        ),
    ];
    for (edit, plan) in cases {
        assert_eq!(changed([edit]), plan);
    }
    let back = [PlanEdit::Theme(Some(1)), PlanEdit::Theme(None)];
    assert_eq!(changed(back), none);
}

#[test]
fn a_theme_that_is_not_there_changes_nothing_and_is_not_restored() {
    let edits = [PlanEdit::Theme(Some(0)), PlanEdit::Theme(Some(99))];
    assert_eq!(changed(edits).theme.as_deref(), Some("accountability"));
    let instrument = scan_0_1();
    let restored = |theme: &str| {
        let parts = SessionParts {
            plan: Plan {
                theme: Some(theme.to_owned()),
                ..Plan::default()
            },
            ..started().parts().clone()
        };
        Session::restore(&instrument, parts).parts().plan.clone()
    };
    assert_eq!(restored("commitment").theme.as_deref(), Some("commitment"));
    assert_eq!(restored("courage").theme, None);
}

#[test]
fn a_hostile_text_becomes_a_safe_and_short_one_when_typed_and_when_restored() {
    let long = "é".repeat(MAX_TEXT + 1);
    let hostile = ["a\u{202e}b\u{0}c\nd".to_owned(), long];
    let safe = ["abc\nd".to_owned(), "é".repeat(MAX_TEXT)];
    for (text, expected) in hostile.into_iter().zip(safe) {
        assert_eq!(
            changed([PlanEdit::Experiment(text.clone())]).experiment,
            expected
        );
        let parts = SessionParts {
            plan: Plan {
                experiment: text,
                ..Plan::default()
            },
            ..started().parts().clone()
        };
        let restored = Session::restore(&scan_0_1(), parts);
        assert_eq!(restored.parts().plan.experiment, expected);
    }
    assert!(!changed([PlanEdit::Experiment(" \n ".into())]).has_experiment());
    assert!(changed([PlanEdit::Experiment("a".into())]).has_experiment());
}

#[test]
fn golden_v4_record_with_a_plan_reads_for_ever_and_is_written_as_it_was() {
    let attempt = saved::read(GOLDEN_V4_PLAN, &catalogue()).expect("a golden record is readable");
    let plan = Plan {
        theme: Some("accountability".to_owned()),
        experiment: "Vrijdag vertel ik zelf\nhoe ik ervoor sta.".to_owned(),
        reminder: true,
        shared: false,
    };
    assert_eq!(attempt.session.parts().plan, plan);
    assert_eq!(write(&attempt), GOLDEN_V4_PLAN.trim_end());
}

#[test]
fn a_record_without_a_plan_has_an_empty_one_and_says_nothing_of_it_when_written() {
    let attempt = saved::read(GOLDEN_V4, &catalogue()).expect("readable");
    assert!(attempt.session.parts().plan.is_empty());
    assert!(!write(&attempt).contains("\"plan\""));
}

#[test]
fn a_plan_of_another_form_is_damage() {
    let read = |plan: Value| {
        let mut record: Value = serde_json::from_str(GOLDEN_V4_PLAN).expect("JSON");
        record["session"]["plan"] = plan;
        saved::read(&record.to_string(), &catalogue()).map(|attempt| {
            let plan = &attempt.session.parts().plan;
            (plan.theme.clone(), plan.shared)
        })
    };
    assert_eq!(read(json!({})), Ok((None, false)));
    for plan in [
        json!([]),
        json!("plan"),
        json!({"theme": 1}),
        json!({"reminder": "yes"}),
        json!({"experiment": null}),
        json!({"mood": "good"}),
    ] {
        assert_eq!(read(plan.clone()), Err(Unreadable::Damaged), "{plan}");
    }
}

/// The plan of an attempt that comes back from a backup, or why it does not.
fn restored(change: impl FnOnce(&mut Value)) -> Result<Plan, ImportError> {
    let mut session = started();
    let instrument = scan_0_1();
    for edit in [
        PlanEdit::Theme(Some(0)),
        PlanEdit::Experiment("Vrijdag bellen".into()),
        PlanEdit::Shared(true),
    ] {
        session.update(&instrument, Action::EditPlan(edit));
    }
    let attempt = Attempt::new(Rc::new(instrument), session);
    let at = moment("2026-11-24T10:15:00+01:00");
    let file = backup_document([&attempt].into_iter(), &JoinedRecords::default(), &at).bytes;
    let mut file: Value = serde_json::from_slice(&file).expect("JSON");
    change(&mut file["records"][0]["body"]["session"]["plan"]);
    let rows = open_backup(file.to_string().as_bytes()).expect("a backup");
    let row: Result<BackupRecord, _> = rows.into_iter().next().expect("one record");
    let record = row?.checked(&catalogue())?.expect("it is restored");
    let attempt = record.read::<Attempt>(&catalogue()).expect("an attempt");
    let attempt = attempt.expect("readable");
    Ok(attempt.session.parts().plan.clone())
}

#[test]
fn a_backup_brings_the_plan_back_and_refuses_one_that_cannot_be() {
    let plan = Plan {
        theme: Some("accountability".to_owned()),
        experiment: "Vrijdag bellen".to_owned(),
        reminder: false,
        shared: true,
    };
    assert_eq!(restored(|_| ()), Ok(plan.clone()));
    let unseen = restored(|plan| plan["experiment"] = "Vrij\u{200b}dag bellen".into());
    assert_eq!(unseen, Ok(plan), "what cannot be seen is left out");
    let refused = ImportError::BadValue {
        place: "session.plan".to_owned(),
    };
    let long = "x".repeat(MAX_TEXT + 1);
    let unknown = restored(|plan| plan["theme"] = "courage".into());
    assert_eq!(unknown.as_ref(), Err(&refused));
    let long = restored(|plan| plan["experiment"] = long.into());
    assert_eq!(long, Err(refused));
}

#[test]
fn what_a_saved_file_leaves_in_a_plan_is_not_what_somebody_has_written() {
    let instrument = sales_mindset();
    let at = moment("2026-03-02T09:30:00+01:00");
    let plain = Session::start(&instrument, "s1".into(), 1, Language::Nl, at);
    let with = |edit| {
        let mut session = plain.clone();
        session.update(&instrument, Action::EditPlan(edit));
        session
    };
    for mark in [PlanEdit::Reminder(true), PlanEdit::Shared(true)] {
        let marked = with(mark);
        assert_ne!(marked, plain);
        assert_eq!(marked.without_marks(), plain.without_marks());
    }
    for written in [
        PlanEdit::Theme(Some(0)),
        PlanEdit::Experiment("Bellen".into()),
    ] {
        assert_ne!(with(written).without_marks(), plain.without_marks());
    }
}
