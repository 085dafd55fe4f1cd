//! Any session comes back from its result file as it was.

use crate::results::{open, write};
use crate::schemas::assert_result;
use crate::support::sales_mindset;
use model::Language;
use model::{
    Agreement, Answers, BeliefWork, Day, Goal, GoalOrigin, IfThen, Influence, Interim, Outcome,
    Owner, Plan, Rerating, Session, SessionParts, Sorting, Source, Step, Timestamp,
};
use model::{Rater, Subject};
use proptest::prelude::*;
use records::{AgreementRecord, Content, InfluenceRecord, JoinedRecords, MAX_LABEL, clean_label};
use serde_json::Map;

fn text() -> impl Strategy<Value = String> {
    "[a-zé<>&|*_`#=+@;\"'\\n -]{0,40}"
}

fn day() -> impl Strategy<Value = Option<Day>> {
    prop_oneof![Just(None), Just(Day::parse("2027-03-28"))]
}

prop_compose! {
    fn beliefs()(
        item in 1..=8,
        texts in prop::array::uniform5(text()),
        value in 1_u8..=5,
    ) -> BeliefWork {
        let [own_words, speaks_for, speaks_against, supporting, experiment] = texts;
        BeliefWork {
            item_id: format!("LIM-0{item}"),
            own_words,
            speaks_for,
            speaks_against,
            supporting,
            experiment,
            rerating: Some(Rerating { value, at: moment("2026-11-30T09:00:00+01:00") }),
        }
    }
}

prop_compose! {
    fn influences()(
        source in prop::sample::select(vec![Source::Market, Source::Approach, Source::Other]),
        sorted in prop::option::of(prop::sample::select(vec![Sorting::Mine, Sorting::Ask])),
        reason in text(),
        step in text(),
    ) -> Influence {
        Influence { source, reason, sorted, step }
    }
}

prop_compose! {
    fn agreements()(
        texts in prop::array::uniform9(text()),
        (due, interim) in (day(), prop::collection::vec((day(), text()), 0..=6)),
        confirmed in any::<[bool; 2]>(),
        outcome in prop::option::of(Just(Outcome::Partly)),
        origin in prop::option::of(Just(GoalOrigin::Assessment)),
    ) -> Agreement {
        let [text, indicator, why, first_step, situation, response, helper, obstacle, learned] = texts;
        Agreement {
            owner: Owner::Manager,
            goal: Goal::Performance,
            text,
            indicator,
            why,
            first_step,
            if_then: IfThen { situation, response },
            helper,
            obstacle,
            origin,
            due,
            interim: interim.into_iter().map(|(date, text)| Interim { date, text }).collect(),
            rep_confirmed: confirmed[0],
            manager_confirmed: confirmed[1],
            outcome,
            learned,
        }
    }
}

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

/// Influences, and agreements with how many later sessions looked back on each.
type Written = (Vec<Influence>, Vec<(Agreement, usize)>);

fn written() -> impl Strategy<Value = Written> {
    (
        prop::collection::vec(influences(), 0..3),
        prop::collection::vec((agreements(), 0_usize..3), 0..3),
    )
}

fn records_of((influences, agreements): &Written, session_id: &str, at: &str) -> JoinedRecords {
    let (session, at) = (|| session_id.to_owned(), moment(at));
    let influences = (0..).zip(influences.clone()).map(|(n, influence)| {
        let id = format!("i-{n}");
        let mut record = InfluenceRecord::new(id, session(), at.clone(), influence);
        record.position = n;
        record
    });
    let agreements = (0..)
        .zip(agreements.clone())
        .map(|(n, (agreement, later))| {
            let id = format!("a-{n}");
            let mut record = AgreementRecord::new(id, session(), at.clone(), agreement);
            record.position = n;
            let later = (0..later).map(|later| format!("later-{later}"));
            record.session_ids.extend(later);
            record
        });
    JoinedRecords {
        influences: influences.collect(),
        agreements: agreements.collect(),
    }
}

prop_compose! {
    fn sessions()(
        answers in prop::collection::vec(prop::option::of(prop::option::of(1_u8..=5)), 32),
        context in prop::collection::vec(prop::option::of(0_usize..4), 4),
        pseudonym in "\\PC{0,90}|[\\x00-\\x7f]{0,12}",
        id in "[A-Za-z0-9-]{1,64}",
        wave in 1_u32..=9_999,
        english in any::<bool>(),
        completed in any::<bool>(),
        belief_work in prop::collection::vec(beliefs(), 0..3),
    ) -> Session {
        let instrument = sales_mindset();
        let values = answers.iter().enumerate().filter_map(|(n, v)| v.map(|v| (n, v)));
        let parts = SessionParts {
            id,
            wave,
            language: if english { Language::En } else { Language::Nl },
            rater: Rater::default(),
            subject: Subject { pseudonym },
            started_at: moment("2024-02-29T08:00:00.5Z"),
            completed_at: completed.then(|| moment("2024-02-29T08:06:00+01:00")),
            changed_since_completion: false,
            step: if completed { Step::Result } else { Step::Review },
            reviewing: completed,
            answers: Answers::from_values(&instrument, values).expect("in range"),
            context,
            page_seconds: vec![9.0; 4],
            belief_work,
            plan: Plan::default(),
        };
        Session::restore(&instrument, parts)
    }
}

fn with_days(mut entries: Vec<BeliefWork>) -> Vec<BeliefWork> {
    for later in entries.iter_mut().filter_map(|one| one.rerating.as_mut()) {
        later.at = moment("2026-11-30T00:00:00Z");
    }
    entries
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_exported_is_what_is_imported(session in sessions(), written in written()) {
        let instrument = sales_mindset();
        let id = session.parts().id.clone();
        let joined = records_of(&written, &id, "2026-12-01T09:00:00+01:00");
        let document = write(&instrument, (&session, &joined), &Map::new());
        assert_result(&document.bytes);
        let opened = open(&document.bytes, &instrument);
        prop_assert_eq!(&opened.differences, &[]);
        prop_assert!(opened.content == Content::Same && opened.unknown.is_empty());
        prop_assert_eq!(&opened.joined, &records_of(&written, &id, "2026-12-01T00:00:00Z"));
        let back = opened.session.parts();
        // All but page times, which never leave, and where the respondent was, which is found anew.
        let expected = SessionParts {
            rater: Rater {
                pseudonym: clean_label(&session.parts().rater.pseudonym),
                ..Rater::default()
            },
            subject: Subject {
                pseudonym: clean_label(&session.parts().subject.pseudonym),
            },
            // A file made to share says days: a moment comes back as the start of its day in UTC.
            started_at: moment("2024-02-29T00:00:00Z"),
            completed_at: back.completed_at.as_ref().map(|_| moment("2024-02-29T00:00:00Z")),
            belief_work: with_days(session.parts().belief_work.clone()),
            page_seconds: vec![0.0; 4],
            step: back.step,
            reviewing: back.reviewing,
            ..session.parts().clone()
        };
        prop_assert_eq!(back.completed_at.is_some(), session.parts().completed_at.is_some());
        prop_assert_eq!(back, &expected);
        prop_assert!(back.subject.pseudonym.chars().count() <= MAX_LABEL);
        prop_assert_eq!(write(&instrument, (&opened.session, &opened.joined), &opened.unknown), document);
    }
}
