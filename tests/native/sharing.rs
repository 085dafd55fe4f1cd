//! What is withheld is in no file of any form.

use crate::results::open;
use crate::schemas::assert_result;
use crate::support::sales_mindset;
use mindset_mirror::assessment::{Agreement, BeliefWork, Influence, Session, SessionParts, Work};
use mindset_mirror::export::{
    Form, ImportError, Part, ResultInput, Share, Zone, example_session, open_result, write_as,
};
use mindset_mirror::instrument::Language::Nl;
use proptest::prelude::*;
use serde_json::{Map, Value};

const FORMS: [Form; 5] = [
    Form::Json,
    Form::Markdown,
    Form::Sessions,
    Form::Answers,
    Form::Codebook,
];

/// A result with a mark in everything that was written.
fn marked() -> Session {
    let instrument = sales_mindset();
    let parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    let work = Work {
        beliefs: vec![BeliefWork {
            item_id: "LIM-02".to_owned(),
            speaks_for: "mark-beliefWork".to_owned(),
            ..BeliefWork::default()
        }],
        influences: vec![Influence {
            reason: "mark-influences".to_owned(),
            ..Influence::default()
        }],
        agreements: vec![Agreement {
            why: "mark-agreements".to_owned(),
            ..Agreement::default()
        }],
    };
    Session::restore(&instrument, SessionParts { work, ..parts })
}

fn text(form: Form, share: Share) -> String {
    let document = write_as(
        form,
        &ResultInput {
            instrument: &sales_mindset(),
            session: &marked(),
            export_id: "e-1".to_owned(),
            exported_at: "2026-11-24T10:15:00+01:00".to_owned(),
            language: Nl,
            unknown: &Map::new(),
            share,
            revision: 3,
            zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        },
    );
    String::from_utf8(document.bytes).expect("UTF-8")
}

fn json(share: Share) -> Value {
    serde_json::from_str(&text(Form::Json, share)).expect("JSON")
}

fn shares() -> impl Strategy<Value = Share> {
    any::<[bool; 7]>().prop_map(|chosen| {
        let parts = Part::ALL.into_iter().zip(chosen);
        parts.fold(Share::EVERYTHING, |share, (part, shared)| {
            share.with(part, shared)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_file_holds_what_is_shared_and_says_what_is_withheld(share in shares()) {
        let file = json(share);
        assert_result(file.to_string().as_bytes());
        let stated = |list: &str, part: Part| {
            let names = file["disclosure"][list].as_array().expect("a list");
            names.iter().any(|name| name == part.name())
        };
        for part in Part::ALL {
            let shared = share.includes(part);
            let list = file[part.name()].as_array().expect("a list");
            prop_assert_eq!(!list.is_empty(), shared, "{}", part.name());
            prop_assert_eq!(stated("included", part), shared);
            prop_assert_eq!(stated("withheld", part), !shared);
        }
    }

    #[test]
    fn what_is_withheld_never_occurs_in_the_bytes(share in shares()) {
        let instrument = sales_mindset();
        for form in FORMS {
            let text = text(form, share);
            for part in [Part::BeliefWork, Part::Influences, Part::Agreements] {
                let mark = format!("mark-{}", part.name());
                prop_assert!(share.includes(part) || !text.contains(&mark), "{mark} in {form:?}");
            }
            // The codebook is of no one.
            if form == Form::Codebook {
                continue;
            }
            let own = instrument.items().iter().filter(|item| !item.id.starts_with("LIM"));
            if !share.includes(Part::Responses) && form != Form::Sessions {
                for item in own {
                    prop_assert!(!text.contains(item.text.get(Nl)), "{} in {form:?}", item.id);
                }
            }
            let asked = &instrument.context_questions()[0];
            if !share.includes(Part::Context) {
                prop_assert!(!text.contains(asked.text.get(Nl)), "the situation in {form:?}");
            }
        }
    }
}

#[test]
fn a_table_says_that_a_value_was_not_shared() {
    let cells = |share| {
        let text = text(Form::Sessions, share);
        let row = text.lines().nth(1).expect("one row");
        row.split(';')
            .skip(8)
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let nothing = Part::ALL
        .into_iter()
        .fold(Share::default(), |share, part| share.with(part, false));
    assert!(cells(nothing).iter().all(|cell| cell == "-6"));
    assert!(cells(Share::EVERYTHING).iter().all(|cell| cell != "-6"));
}

#[test]
fn nothing_written_in_own_words_is_shared_until_it_is_chosen() {
    for form in FORMS {
        assert!(!text(form, Share::default()).contains("mark-"), "{form:?}");
    }
    assert!(text(Form::Markdown, Share::EVERYTHING).contains("mark-agreements"));
}

#[test]
fn a_file_without_the_answers_is_refused_by_that_reason() {
    let share = Share::EVERYTHING.with(Part::Responses, false);
    let bytes = text(Form::Json, share).into_bytes();
    let refused = open_result(&bytes, &[&sales_mindset()]).expect_err("it has no answers");
    assert_eq!(refused, ImportError::Withheld);
}

#[test]
fn scores_that_were_left_out_differ_from_nothing() {
    let share = Share::EVERYTHING.with(Part::Scores, false);
    let opened = open(text(Form::Json, share).as_bytes(), &sales_mindset());
    assert_eq!(opened.differences, []);
    assert_eq!(opened.session.parts().work, marked().parts().work);
}
