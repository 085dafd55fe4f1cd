//! What is withheld is in no file of any form.

use crate::results::open;
use crate::schemas::assert_result;
use crate::support::moment;
use crate::support::sales_mindset;
use content::example_session;
use documents::write_as;
use model::Language::Nl;
use model::{Agreement, BeliefWork, Influence, Plan, Session, SessionParts, Timestamp};
use proptest::prelude::*;
use records::{
    AgreementRecord, FileFormat, ImportError, InfluenceRecord, JoinedRecords, Part, ResultInput,
    Share, Zone, open_result,
};
use serde_json::{Map, Value};

const FORMS: [FileFormat; 5] = [
    FileFormat::Json,
    FileFormat::Markdown,
    FileFormat::Sessions,
    FileFormat::Answers,
    FileFormat::Codebook,
];

/// A result with a mark in everything that was written.
fn marked() -> Session {
    let instrument = sales_mindset();
    let parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    let belief_work = vec![BeliefWork {
        item_id: "LIM-02".to_owned(),
        speaks_for: "mark-beliefWork".to_owned(),
        ..BeliefWork::default()
    }];
    let marked = SessionParts {
        belief_work,
        plan: Plan {
            experiment: "mark-plan".to_owned(),
            ..Plan::default()
        },
        ..parts
    };
    Session::restore(&instrument, marked)
}

/// An influence and an agreement on it, with a mark each.
fn marked_joined() -> JoinedRecords {
    let id = marked().parts().id.clone();
    let at = Timestamp::parse("2026-11-24T00:00:00Z").expect("a moment");
    let influence = Influence {
        reason: "mark-influences".to_owned(),
        ..Influence::default()
    };
    let agreement = Agreement {
        why: "mark-agreements".to_owned(),
        ..Agreement::default()
    };
    JoinedRecords {
        influences: vec![InfluenceRecord::new(
            "i-1".to_owned(),
            id.clone(),
            at.clone(),
            influence,
        )],
        agreements: vec![AgreementRecord::new("a-1".to_owned(), id, at, agreement)],
    }
}

fn text(form: FileFormat, share: Share) -> String {
    let document = write_as(
        form,
        &ResultInput {
            instrument: &sales_mindset(),
            session: &marked(),
            joined: &marked_joined(),
            export_id: "e-1".to_owned(),
            exported_at: moment("2026-11-24T10:15:00+01:00"),
            language: Nl,
            unknown: &Map::new(),
            share,
            zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
            page: None,
        },
    );
    String::from_utf8(document.bytes).expect("UTF-8")
}

#[test]
fn what_is_done_next_is_in_no_file_of_a_result() {
    let forms = FORMS.into_iter().chain([FileFormat::Calendar]);
    for form in forms {
        let text = text(form, Share::EVERYTHING);
        assert!(!text.contains("mark-plan"), "{form:?}");
    }
    // What is written beside it is there.
    let whole = text(FileFormat::Json, Share::EVERYTHING);
    assert!(whole.contains("mark-beliefWork"));
}

fn json(share: Share) -> Value {
    serde_json::from_str(&text(FileFormat::Json, share)).expect("JSON")
}

fn shares() -> impl Strategy<Value = Share> {
    any::<[bool; 7]>().prop_map(|chosen| {
        let parts = Part::ALL.into_iter().zip(chosen);
        parts.fold(Share::EVERYTHING, |share, (part, shared)| {
            share.with(part, shared)
        })
    })
}

/// Some parts of some scales.
fn shares_by_scale() -> impl Strategy<Value = Share> {
    (shares(), any::<[bool; 4]>()).prop_map(|(share, chosen)| {
        let scales = chosen.into_iter().enumerate();
        scales.fold(share, |share, (scale, shared)| {
            share.with_scale(scale, shared)
        })
    })
}

/// The ids and texts that would tell something of a scale, in a file that is not the codebook.
fn of_scale(scale: usize) -> Vec<String> {
    let instrument = sales_mindset();
    let items = instrument.scales()[scale].items.iter();
    let said = items.map(|&item| &instrument.items()[item]);
    let said = said.flat_map(|item| [item.id.clone(), item.text.get(Nl).to_owned()]);
    said.collect()
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
            if form == FileFormat::Codebook {
                continue;
            }
            let own = instrument.items().iter().filter(|item| !item.id.starts_with("LIM"));
            if !share.includes(Part::Responses) && form != FileFormat::Sessions {
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

    #[test]
    fn of_a_scale_that_is_withheld_nothing_is_in_the_bytes(share in shares_by_scale()) {
        let instrument = sales_mindset();
        for (scale, of) in instrument.scales().iter().enumerate() {
            if share.includes_scale(scale) {
                continue;
            }
            for form in [FileFormat::Json, FileFormat::Markdown, FileFormat::Answers] {
                let text = text(form, share);
                for said in of_scale(scale) {
                    prop_assert!(!text.contains(&said), "{said} in {form:?}");
                }
                if form == FileFormat::Markdown {
                    prop_assert!(!text.contains(of.definition.get(Nl)), "{} in {form:?}", of.id);
                }
            }
            let file = json(share);
            let listed = |list: &Value| list.as_array().expect("a list").contains(&of.id[..].into());
            prop_assert!(listed(&file["disclosure"]["withheldScales"]));
            let scores = file["scores"].as_array().expect("a list");
            prop_assert!(scores.iter().all(|score| score["scaleId"] != of.id[..]));
            // Everything of it in the table of sessions is the code for what is not shared.
            let sessions = text(FileFormat::Sessions, share);
            let mut lines = sessions.lines();
            let names = lines.next().expect("a head").split(';');
            let cells = lines.next().expect("a row").split(';');
            let own = names.zip(cells).filter(|(name, _)| {
                let item = of.items.iter().any(|&item| {
                    instrument.items()[item].id.replace('-', "_") == *name
                });
                item || name.starts_with(&of.id)
            });
            let own: Vec<&str> = own.map(|(_, cell)| cell).collect();
            prop_assert_eq!(own, vec!["-6"; 8 + 6]);
        }
        assert_result(json(share).to_string().as_bytes());
    }

    #[test]
    fn a_file_without_some_scales_opens_with_the_others_and_says_which_are_missing(
        chosen in any::<[bool; 4]>(),
    ) {
        let instrument = sales_mindset();
        let share = chosen.into_iter().enumerate().fold(Share::EVERYTHING, |share, (n, shared)| {
            share.with_scale(n, shared)
        });
        let opened = open(text(FileFormat::Json, share).as_bytes(), &instrument);
        let withheld: Vec<usize> = (0..4).filter(|&n| !chosen[n]).collect();
        prop_assert_eq!(&opened.withheld_scales, &withheld);
        prop_assert_eq!(opened.differences, vec![]);
        let (given, read) = (marked(), opened.session);
        for item in 0..instrument.items().len() {
            let kept = chosen[instrument.items()[item].scale];
            let expected = given.answers().get(item).filter(|_| kept);
            prop_assert_eq!(read.answers().get(item), expected);
        }
    }
}

#[test]
fn a_table_says_that_a_value_was_not_shared() {
    let cells = |share| {
        let text = text(FileFormat::Sessions, share);
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
    assert!(text(FileFormat::Markdown, Share::EVERYTHING).contains("mark-agreements"));
}

#[test]
fn a_file_without_the_answers_is_refused_by_that_reason() {
    let share = Share::EVERYTHING.with(Part::Responses, false);
    let bytes = text(FileFormat::Json, share).into_bytes();
    let refused = open_result(&bytes, &[&sales_mindset()]).expect_err("it has no answers");
    assert_eq!(refused, ImportError::Withheld);
}

#[test]
fn a_withheld_scale_that_does_not_exist_is_a_bad_value() {
    let mut file = json(Share::EVERYTHING);
    file["disclosure"]["withheldScales"] = vec!["ambition"].into();
    let refused = open_result(file.to_string().as_bytes(), &[&sales_mindset()]);
    let place = "disclosure.withheldScales[0]".to_owned();
    assert_eq!(
        refused.expect_err("no such scale"),
        ImportError::BadValue { place }
    );
}

#[test]
fn scores_that_were_left_out_differ_from_nothing() {
    let share = Share::EVERYTHING.with(Part::Scores, false);
    let opened = open(text(FileFormat::Json, share).as_bytes(), &sales_mindset());
    assert_eq!(opened.differences, []);
    let belief_work = |session: &Session| session.parts().belief_work.clone();
    assert_eq!(belief_work(&opened.session), belief_work(&marked()));
    assert_eq!(opened.joined, marked_joined());
}

#[test]
fn every_file_made_to_share_says_the_day_and_never_the_hour() {
    let session = marked();
    let parts = session.parts();
    let completed = parts.completed_at.as_ref().expect("completed");
    let hours = [&parts.started_at.as_str()[10..], &completed.as_str()[10..]];
    assert!(hours.iter().all(|hour| hour.starts_with('T')));
    let forms = [
        FileFormat::Json,
        FileFormat::Markdown,
        FileFormat::Sessions,
        FileFormat::Answers,
        FileFormat::Xapi,
    ];
    for form in forms {
        let text = text(form, Share::EVERYTHING);
        for hour in hours.into_iter().chain(["T10:15:00+01:00"]) {
            assert!(!text.contains(&hour[..6]), "{form:?} holds {hour}");
        }
    }
}

#[test]
fn an_xapi_statement_says_that_it_was_completed_and_nothing_of_what_came_out() {
    let text = text(FileFormat::Xapi, Share::EVERYTHING);
    let statement: Value = serde_json::from_str(&text).expect("JSON");
    // As ADL's specification of 1.0.3 asks: an agent by one account, a verb and an activity by
    // their addresses.
    assert_eq!(statement["actor"]["objectType"], "Agent");
    assert!(statement["actor"]["account"]["name"].is_string());
    assert_eq!(
        statement["verb"]["id"],
        "http://adlnet.gov/expapi/verbs/completed"
    );
    assert_eq!(statement["object"]["objectType"], "Activity");
    assert_eq!(statement["result"], serde_json::json!({"completion": true}));
    let session = marked();
    let completed = session.parts().completed_at.as_ref().expect("completed");
    let day = completed.day();
    assert_eq!(statement["timestamp"], format!("{day}T00:00:00Z"));
    for secret in ["mark-", "ACC-", "LIM-", "percent", "score"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

#[test]
fn what_an_opened_file_held_beside_goes_along_only_where_it_was_chosen() {
    let instrument = sales_mindset();
    let unknown: Map<String, Value> = serde_json::from_value(serde_json::json!({
        "mood": "mark-unknown",
        "extensions": {"org.example": {"note": "mark-unknown", "pageTimes": ["mark-never"]}},
        "session": {"place": "mark-unknown", "durationSeconds": "mark-never"},
        "subject": {"mail": "mark-unknown"},
        "responses": {"ACC-01": {"changes": "mark-unknown", "quality": "mark-never"}},
    }))
    .expect("an object");
    let text = |share| {
        let document = write_as(
            FileFormat::Json,
            &ResultInput {
                instrument: &instrument,
                session: &marked(),
                joined: &marked_joined(),
                export_id: "e-1".to_owned(),
                exported_at: moment("2026-11-24T10:15:00+01:00"),
                language: Nl,
                unknown: &unknown,
                share,
                zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
                page: None,
            },
        );
        String::from_utf8(document.bytes).expect("UTF-8")
    };
    assert!(
        !text(Share::default()).contains("mark-unknown"),
        "it is off"
    );
    let chosen = text(Share::default().with_unknown(true));
    assert_eq!(chosen.matches("mark-unknown").count(), 5);
    assert!(!chosen.contains("mark-never"));
    let nothing = Part::ALL
        .into_iter()
        .fold(Share::EVERYTHING, |share, part| share.with(part, false));
    assert!(nothing.is_unknown_chosen());
    assert!(
        !text(nothing).contains("mark-unknown"),
        "everything is withheld"
    );
    // What a theme held goes with the theme.
    assert!(!text(Share::EVERYTHING.with_scale(0, false)).contains("changes"));
}
