//! Any session comes back from its result file as it was.

use crate::results::{open, write};
use crate::schemas::assert_result;
use crate::support::sales_mindset;
use model::Language;
use model::{
    Agreement, Answers, BeliefWork, Goal, Influence, Interim, Outcome, Owner, Rerating, Session,
    SessionParts, Sorting, Source, Step, Work,
};
use model::{Rater, Subject};
use proptest::prelude::*;
use records::{Content, MAX_LABEL, clean_label};
use serde_json::Map;

fn text() -> impl Strategy<Value = String> {
    "[a-zé<>&|*_`#=+@;\"'\\n -]{0,40}"
}

fn day() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("2027-03-28".to_owned())]
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
            rerating: Some(Rerating { value, at: "2026-11-30T09:00:00+01:00".to_owned() }),
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
        texts in prop::array::uniform5(text()),
        (due, interim) in (day(), prop::collection::vec((day(), text()), 0..=6)),
        confirmed in any::<[bool; 2]>(),
        outcome in prop::option::of(Just(Outcome::Partly)),
    ) -> Agreement {
        let [text, indicator, why, first_step, learned] = texts;
        Agreement {
            owner: Owner::Manager,
            goal: Goal::Performance,
            text,
            indicator,
            why,
            first_step,
            due,
            interim: interim.into_iter().map(|(date, text)| Interim { date, text }).collect(),
            rep_confirmed: confirmed[0],
            manager_confirmed: confirmed[1],
            outcome,
            learned,
        }
    }
}

prop_compose! {
    fn works()(
        beliefs in prop::collection::vec(beliefs(), 0..3),
        influences in prop::collection::vec(influences(), 0..3),
        agreements in prop::collection::vec(agreements(), 0..3),
    ) -> Work {
        Work { beliefs, influences, agreements }
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
        work in works(),
    ) -> Session {
        let instrument = sales_mindset();
        let values = answers.iter().enumerate().filter_map(|(n, v)| v.map(|v| (n, v)));
        let parts = SessionParts {
            id,
            wave,
            language: if english { Language::En } else { Language::Nl },
            rater: Rater::default(),
            subject: Subject { pseudonym },
            started_at: "2024-02-29T08:00:00.5Z".to_owned(),
            completed_at: completed.then(|| "2024-02-29T08:06:00+01:00".to_owned()),
            changed_since_completion: false,
            step: if completed { Step::Result } else { Step::Review },
            reviewing: completed,
            answers: Answers::from_values(&instrument, values).expect("in range"),
            context,
            page_seconds: vec![9.0; 4],
            work,
        };
        Session::restore(&instrument, parts)
    }
}

fn with_days(mut work: Work) -> Work {
    for later in work
        .beliefs
        .iter_mut()
        .filter_map(|one| one.rerating.as_mut())
    {
        later.at = "2026-11-30T00:00:00Z".to_owned();
    }
    work
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn what_is_exported_is_what_is_imported(session in sessions()) {
        let instrument = sales_mindset();
        let document = write(&instrument, &session, &Map::new());
        assert_result(&document.bytes);
        let opened = open(&document.bytes, &instrument);
        prop_assert_eq!(&opened.differences, &[]);
        prop_assert!(opened.content == Content::Same && opened.unknown.is_empty());
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
            started_at: "2024-02-29T00:00:00Z".to_owned(),
            completed_at: back.completed_at.as_ref().map(|_| "2024-02-29T00:00:00Z".to_owned()),
            work: with_days(session.parts().work.clone()),
            page_seconds: vec![0.0; 4],
            step: back.step,
            reviewing: back.reviewing,
            ..session.parts().clone()
        };
        prop_assert_eq!(back.completed_at.is_some(), session.parts().completed_at.is_some());
        prop_assert_eq!(back, &expected);
        prop_assert!(back.subject.pseudonym.chars().count() <= MAX_LABEL);
        prop_assert_eq!(write(&instrument, &opened.session, &opened.unknown), document);
    }
}
