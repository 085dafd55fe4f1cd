//! Faults of ids: of a form that is not allowed, too long, or used twice.

use super::{faults, id, one_fault, push, valid};
use crate::support::{load, text};
use definition::{Fault, Problem};
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../../../content/examples/ten-statements.json");

#[test]
fn an_empty_id_and_a_very_long_one_are_refused() {
    one_fault("meta.id", Problem::BadId(id("")), |file| {
        file["meta"]["id"] = json!("")
    });
    let long = "x".repeat(65);
    let question = "context_questions[2].id";
    one_fault(question, Problem::BadId(long.clone()), |file| {
        file["context_questions"][2]["id"] = json!(long);
    });
}

#[test]
fn an_item_id_used_twice_is_refused() {
    let faults = faults(|file| file["items"][1]["id"] = json!("ACC-01"));
    let twice = Problem::DuplicateId(id("ACC-01"));
    assert_eq!(
        faults[0],
        Fault {
            place: id("items[1].id"),
            problem: twice
        }
    );
}

#[test]
fn ids_used_twice_are_refused_in_every_list() {
    let option = json!({ "id": "imposed", "text": text("again") });
    let place = "context_questions[0].options[4].id";
    one_fault(place, Problem::DuplicateId(id("imposed")), |file| {
        push(&mut file["context_questions"][0]["options"], option);
    });
    one_fault("pairs[1].id", Problem::DuplicateId(id("P01")), |file| {
        file["pairs"][1]["id"] = json!("P01");
    });
    one_fault(
        "context_questions[1].id",
        Problem::DuplicateId(id("CTX-1")),
        |file| {
            file["context_questions"][1]["id"] = json!("CTX-1");
        },
    );
    let place = "scales[0].facets[4].id";
    one_fault(place, Problem::DuplicateId(id("two_way")), |file| {
        push(
            &mut file["scales"][0]["facets"],
            json!({ "id": "two_way", "name": text("again") }),
        );
    });
}

#[test]
fn a_scale_id_used_twice_is_refused() {
    let faults = faults(|file| file["scales"][1]["id"] = json!("accountability"));
    let twice = Problem::DuplicateId(id("accountability"));
    assert_eq!(
        faults[0],
        Fault {
            place: id("scales[1].id"),
            problem: twice
        }
    );
}

#[test]
fn an_id_is_a_letter_and_then_letters_digits_dashes_and_underscores() {
    for bad in [
        "1",
        "-a",
        "a b",
        "a.b",
        "a/b",
        "é",
        "=a",
        "a\u{202e}",
        "a:b",
    ] {
        let place = "scales[0].facets[0].id";
        let faults = faults(|file| file["scales"][0]["facets"][0]["id"] = json!(bad));
        let found = Fault {
            place: id(place),
            problem: Problem::BadId(id(bad)),
        };
        assert!(faults.contains(&found), "{bad}");
        one_fault("meta.id", Problem::BadId(id(bad)), |file| {
            file["meta"]["id"] = json!(bad);
        });
        one_fault("pairs[1].id", Problem::BadId(id(bad)), |file| {
            file["pairs"][1]["id"] = json!(bad);
        });
    }
}

/// Every list of a definition whose entries have ids, as a pointer to one of them that nothing
/// else refers to, and its place.
const IDS: [(&str, &str); 7] = [
    ("/meta/id", "meta.id"),
    ("/scales/0/facets/0/id", "scales[0].facets[0].id"),
    ("/items/0/id", "items[0].id"),
    ("/reserve_items/0/id", "reserve_items[0].id"),
    ("/pairs/0/id", "pairs[0].id"),
    ("/context_questions/0/id", "context_questions[0].id"),
    (
        "/context_questions/0/options/0/id",
        "context_questions[0].options[0].id",
    ),
];

#[test]
fn an_id_with_a_space_a_dot_or_beyond_ascii_is_refused_wherever_it_stands() {
    for (pointer, place) in IDS {
        for bad in [
            "P 1",
            "P.1",
            " P1",
            "P1 ",
            "Ρ1",
            "P\u{301}1",
            "P１",
            "P\u{200B}1",
            "_P1",
            "",
        ] {
            let faults = faults(|file| *file.pointer_mut(pointer).expect(pointer) = json!(bad));
            let found = Fault {
                place: id(place),
                problem: Problem::BadId(id(bad)),
            };
            assert!(faults.contains(&found), "{place}: {bad:?}: {faults:?}");
        }
    }
}

#[test]
fn an_item_in_reserve_has_an_id_of_its_own() {
    let place = "reserve_items[0].id";
    one_fault(place, Problem::DuplicateId(id("acc_01")), |file| {
        file["reserve_items"][0]["id"] = json!("acc_01");
    });
}

#[test]
fn a_version_is_what_a_reader_can_tell_from_another_at_sight() {
    for bad in [
        "",
        "1.0 ",
        " 1.0",
        "1 0",
        "1.0\u{200B}",
        "１.0",
        "1/0",
        ".1",
        "é",
        &"1".repeat(65),
    ] {
        one_fault("meta.version", Problem::BadVersion(id(bad)), |file| {
            file["meta"]["version"] = json!(bad);
        });
    }
    for good in ["1", "0.10.0-draft.2+b_7", "spring", "2026-11"] {
        let mut file = valid();
        file["meta"]["version"] = json!(good);
        assert!(load(&file).is_ok(), "{good}");
    }
}

#[test]
fn an_id_like_that_of_a_questionnaire_that_ships_is_refused_in_another_file() {
    let shipped = crate::support::SCAN_0_1.definition;
    for taken in ["sales-mindset", "Sales_Mindset", "SALESMINDSET"] {
        let mut file: Value = serde_json::from_str(EXAMPLE).expect("JSON");
        file["meta"]["id"] = json!(taken);
        let error = definition::custom_as_written(file.to_string().as_bytes(), content::SHIPPED)
            .expect_err("the id is taken");
        let (place, problem) = (id("meta.id"), Problem::ShippedId(id(taken)));
        assert_eq!(error.faults, [Fault { place, problem }]);
    }
    let custom = |file: &str| definition::custom_as_written(file.as_bytes(), content::SHIPPED);
    assert!(custom(EXAMPLE).is_ok(), "it has an id of its own");
    assert!(custom(shipped).is_ok(), "it is the very one");
    assert!(custom(&format!("{shipped} ")).is_err(), "it is a copy");
}

#[test]
fn what_ships_is_listed_by_id_and_digest() {
    let listed = content::SHIPPED
        .iter()
        .map(|one| (one.id, one.digest.to_owned()));
    let listed: Vec<_> = listed.collect();
    let sources = content::SOURCES.iter().map(|source| {
        let instrument = source.instrument().expect("it ships");
        assert_eq!(source.id, instrument.id());
        (source.id, instrument.digest().to_owned())
    });
    assert_eq!(listed, sources.collect::<Vec<_>>());
}

#[test]
fn ids_that_differ_only_in_capitals_or_punctuation_are_one_id() {
    for like in ["ctx-1", "CTX1", "CTX_1"] {
        one_fault(
            "context_questions[1].id",
            Problem::DuplicateId(id(like)),
            |file| file["context_questions"][1]["id"] = json!(like),
        );
    }
    let faults = faults(|file| file["items"][1]["id"] = json!("acc01"));
    assert_eq!(faults[0].problem, Problem::DuplicateId(id("acc01")));
    one_fault("pairs[1].id", Problem::DuplicateId(id("p-01")), |file| {
        file["pairs"][1]["id"] = json!("p-01");
    });
}
