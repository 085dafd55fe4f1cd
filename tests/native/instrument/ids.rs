//! Faults of ids: of a form that is not allowed, too long, or used twice.

use super::{faults, id, one_fault, push};
use crate::support::text;
use definition::{Fault, Problem};
use serde_json::json;

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
