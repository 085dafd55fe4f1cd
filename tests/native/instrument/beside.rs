//! Faults of what a definition may say beside its items and bands: facets, pairs of from and to,
//! patterns, the conversation, the moments of coming back, the calculator of effort, the sources.

use super::{SCAN_0_2, id, push, remove, unknown_value};
use crate::support::{load, text};
use definition::{Fault, Kind, Problem};
use model::{Band, Condition, ContextPlace};
use serde_json::{Value, json};

/// Version 0.2.0 of the scan, which says all of it.
fn valid() -> Value {
    serde_json::from_str(SCAN_0_2).expect("JSON")
}

/// The faults of the scan after one thing in it is broken, with their places.
fn faults(break_it: impl FnOnce(&mut Value)) -> Vec<(String, Problem)> {
    let mut definition = valid();
    break_it(&mut definition);
    let error = definition::from_json(&definition.to_string()).expect_err("it is broken");
    let placed = |fault: Fault| (fault.place, fault.problem);
    error.faults.into_iter().map(placed).collect()
}

/// Breaks one thing and expects exactly this fault, at this place.
fn one_fault(place: &str, problem: Problem, break_it: impl FnOnce(&mut Value)) {
    assert_eq!(faults(break_it), [(place.to_owned(), problem)]);
}

/// Puts a value at a place of the scan and expects exactly this fault.
fn refused(place: &str, problem: Problem, pointer: &str, value: Value) {
    one_fault(place, problem, |file| {
        *file.pointer_mut(pointer).expect(pointer) = value;
    });
}

/// Leaves a field out of an object, which the scan has.
fn leave_out(file: &mut Value, pointer: &str, name: &str) {
    let object = file.pointer_mut(pointer).and_then(Value::as_object_mut);
    let left_out = object.expect(pointer).remove(name);
    assert!(left_out.is_some(), "{pointer} has no {name}");
}

/// Fields that may be left out of an object at this pointer, the scan's own values with them.
const OPTIONAL: [(&str, &str); 15] = [
    ("/presentation", "context"),
    ("", "patterns"),
    ("", "conversation"),
    ("", "follow_up"),
    ("", "effort"),
    ("", "sources"),
    ("/scales/0", "from_to"),
    ("/scales/3/in_brief", "lever_belief"),
    ("/scales/0/facets/0", "items"),
    ("/reframes/0", "when_disagreed"),
    ("/context_questions/0/options/0", "comment"),
    ("/sources/0", "source"),
    ("/sources/0/source", "authors"),
    ("/sources/0/source", "year"),
    ("/sources/0/source", "title"),
];

#[test]
fn what_may_be_said_beside_may_be_left_out_and_null_is_the_same() {
    for (pointer, name) in OPTIONAL {
        let mut file = valid();
        leave_out(&mut file, pointer, name);
        assert_eq!(load(&file).map(drop), Ok(()), "{pointer}/{name}");
        let object = file.pointer_mut(pointer).and_then(Value::as_object_mut);
        object.expect(pointer).insert(id(name), Value::Null);
        assert_eq!(load(&file).map(drop), Ok(()), "{pointer}/{name}");
    }
}

#[test]
fn a_facet_that_lists_its_items_lists_each_that_names_it_once_and_no_other() {
    let items = "/scales/0/facets/0/items";
    let place = "scales[0].facets[0].items";
    let missing = Problem::MissingItem(id("ACC-02"));
    refused(place, missing, items, json!(["ACC-01"]));
    for unknown in ["ACC-99", "ACC-07", "COM-01"] {
        let problem = Problem::UnknownItem(id(unknown));
        let with = json!(["ACC-01", "ACC-02", unknown]);
        refused("scales[0].facets[0].items[2]", problem, items, with);
    }
    let twice = Problem::DuplicateId(id("ACC-01"));
    refused(place, twice, items, json!(["ACC-01", "ACC-02", "ACC-01"]));
}

#[test]
fn a_facet_has_all_three_of_its_sentences_or_none() {
    let sentences = ["strong", "to_gain", "coach_question"];
    let facet = "/scales/1/facets/2";
    for name in sentences {
        one_fault("scales[1].facets[2]", Problem::MissingText(name), |file| {
            leave_out(file, facet, name);
        });
        let place = format!("scales[1].facets[2].{name}");
        one_fault(&place, Problem::MissingLanguage("en"), |file| {
            leave_out(file, &format!("{facet}/{name}"), "en");
        });
    }
    let two_missing = faults(|file| {
        leave_out(file, facet, "strong");
        leave_out(file, facet, "to_gain");
    });
    let place = || id("scales[1].facets[2]");
    let missing = ["strong", "to_gain"].map(|name| (place(), Problem::MissingText(name)));
    assert_eq!(two_missing, missing);
    let mut file = valid();
    for name in sentences {
        leave_out(&mut file, facet, name);
    }
    let instrument = load(&file).expect("none of them is sound");
    assert_eq!(instrument.scales()[1].facets[2].texts, None);
    assert!(instrument.scales()[1].facets[1].texts.is_some());
}

#[test]
fn from_and_to_stand_in_pairs_in_both_languages() {
    for part in ["from", "to"] {
        let place = format!("scales[2].from_to[1].{part}");
        one_fault(&place, Problem::Expected(Kind::Object), |file| {
            leave_out(file, "/scales/2/from_to/1", part);
        });
        one_fault(&place, Problem::MissingLanguage("nl"), |file| {
            leave_out(file, &format!("/scales/2/from_to/1/{part}"), "nl");
        });
    }
}

#[test]
fn context_questions_come_before_the_items_or_after_them() {
    let at = |place: Option<&str>| {
        let mut file = valid();
        file["presentation"]["context"] = json!(place);
        load(&file).expect("it is sound").parts().context_place
    };
    assert_eq!(at(None), ContextPlace::Before);
    assert_eq!(at(Some("before")), ContextPlace::Before);
    assert_eq!(at(Some("after")), ContextPlace::After);
    let problem = unknown_value("between", &["before", "after"]);
    let place = "presentation.context";
    refused(place, problem, "/presentation/context", json!("between"));
}

/// The first pattern's condition.
const WHEN: &str = "/patterns/0/when";

#[test]
fn a_condition_is_of_exactly_one_kind() {
    let none_or_two = [
        json!({}),
        json!({ "note": "fields nobody knows make no kind" }),
        json!({ "scale": "commitment" , "item": "ACC-07", "at_most": 2, "band": ["low"] }),
        json!({ "all": [{ "scale": "commitment", "band": ["low"] }], "any": [{ "scale": "commitment", "band": ["low"] }] }),
        json!({ "all": [{ "scale": "commitment", "band": ["low"] }], "scale": "commitment", "band": ["low"] }),
        json!({ "scale": "commitment", "band": ["low"], "context": "CTX-1", "option": ["imposed"] }),
        // Half of one kind is none.
        json!({ "band": ["low"] }),
        json!({ "option": ["imposed"] }),
        json!({ "item": "ACC-07" }),
        json!({ "at_most": 2 }),
        // Half of another kind beside a whole one are two.
        json!({ "scale": "commitment", "band": ["low"], "at_most": 2 }),
        json!({ "context": "CTX-1", "option": ["imposed"], "band": ["low"] }),
    ];
    for when in none_or_two {
        refused("patterns[0].when", Problem::NotACondition, WHEN, when);
    }
}

#[test]
fn the_lists_of_a_condition_are_not_empty() {
    let lists = [
        ("all", json!({ "all": [] })),
        ("any", json!({ "any": [] })),
        ("band", json!({ "scale": "commitment" })),
        ("band", json!({ "scale": "commitment", "band": [] })),
        ("option", json!({ "context": "CTX-1" })),
        ("option", json!({ "context": "CTX-1", "option": [] })),
    ];
    for (list, when) in lists {
        let place = format!("patterns[0].when.{list}");
        refused(&place, Problem::Empty, WHEN, when);
    }
}

#[test]
fn what_a_condition_refers_to_is_there() {
    let unknown = Problem::UnknownScale(id("grit"));
    let when = json!({ "scale": "grit", "band": ["low"] });
    refused("patterns[0].when.scale", unknown, WHEN, when);
    let unknown = unknown_value("highest", &["low", "mid", "high"]);
    let when = json!({ "scale": "commitment", "band": ["low", "highest"] });
    refused("patterns[0].when.band", unknown, WHEN, when);
    let unknown = Problem::UnknownQuestion(id("CTX-9"));
    let when = json!({ "context": "CTX-9", "option": ["imposed"] });
    refused("patterns[0].when.context", unknown, WHEN, when);
    // An option of another question is none of this one.
    let unknown = Problem::UnknownOption(id("past_plus"));
    let when = json!({ "context": "CTX-1", "option": ["imposed", "past_plus"] });
    refused("patterns[0].when.option", unknown, WHEN, when);
    let unknown = Problem::UnknownItem(id("ACC-99"));
    let when = json!({ "item": "ACC-99", "at_most": 2 });
    refused("patterns[0].when.item", unknown, WHEN, when);
}

#[test]
fn a_condition_on_an_item_can_be_met_and_not_by_every_answer() {
    let when = |value: u8| json!({ "item": "ACC-07", "at_most": value });
    for value in [0, 5, 255] {
        let place = "patterns[0].when.at_most";
        refused(place, Problem::BadNumber, WHEN, when(value));
    }
    for value in 1..5 {
        let mut file = valid();
        file["patterns"][0]["when"] = when(value);
        let instrument = load(&file).expect("it is sound");
        let item = instrument.item_index("ACC-07").expect("an item");
        let expected = Condition::AtMost { item, value };
        assert_eq!(instrument.parts().patterns[0].when, expected);
    }
    let place = "patterns[0].when.at_most";
    refused(place, Problem::Expected(Kind::Integer), WHEN, when_text());
}

/// A condition on an item with a text where a number is needed.
fn when_text() -> Value {
    json!({ "item": "ACC-07", "at_most": "2" })
}

#[test]
fn a_fault_within_nested_conditions_is_placed_within_them() {
    let nested = |innermost: Value| json!({ "all": [{ "scale": "commitment", "band": ["mid"] }, { "any": [innermost] }] });
    let place = "patterns[0].when.all[1].any[0]";
    refused(place, Problem::NotACondition, WHEN, nested(json!({})));
    let scale = Problem::UnknownScale(id("grit"));
    let when = nested(json!({ "scale": "grit", "band": ["low"] }));
    refused(&[place, ".scale"].concat(), scale, WHEN, when);
    let mut file = valid();
    file["patterns"][0]["when"] = nested(json!({ "scale": "accountability", "band": ["high"] }));
    let band = |scale, band| Condition::Band {
        scale,
        bands: vec![band],
    };
    let any = Condition::Any(vec![band(0, Band::High)]);
    let expected = Condition::All(vec![band(2, Band::Mid), any]);
    let instrument = load(&file).expect("it is sound");
    assert_eq!(instrument.parts().patterns[0].when, expected);
}

#[test]
fn patterns_have_ids_of_their_own_and_a_text() {
    let first = valid()["patterns"][0]["id"].clone();
    let twice = Problem::DuplicateId(first.as_str().expect("an id").to_owned());
    refused("patterns[1].id", twice, "/patterns/1/id", first);
    one_fault("patterns[2].text", Problem::MissingLanguage("en"), |file| {
        leave_out(file, "/patterns/2/text", "en");
    });
}

#[test]
fn a_counterpart_is_called_for_by_items_that_are_there() {
    let place = "reframes[0].when_disagreed[1]";
    let unknown = Problem::UnknownItem(id("LIM-99"));
    one_fault(place, unknown, |file| {
        push(&mut file["reframes"][0]["when_disagreed"], json!("LIM-99"));
    });
}

#[test]
fn a_conversation_has_a_step() {
    let steps = "/conversation/steps";
    refused("conversation.steps", Problem::Empty, steps, json!([]));
    let place = "conversation.steps[1].text";
    one_fault(place, Problem::MissingLanguage("nl"), |file| {
        leave_out(file, "/conversation/steps/1/text", "nl");
    });
    let minutes = "/conversation/steps/1/minutes";
    let place = "conversation.steps[1].minutes";
    refused(place, Problem::Expected(Kind::Integer), minutes, json!(2.5));
}

#[test]
fn one_comes_back_on_later_and_later_days_and_within_a_year() {
    for (n, day) in [(1, 0), (2, 1), (2, 2)] {
        let place = format!("follow_up[{n}].day");
        let pointer = format!("/follow_up/{n}/day");
        refused(&place, Problem::BadNumber, &pointer, json!(day));
    }
    let last = valid()["follow_up"].as_array().expect("a list").len() - 1;
    let place = format!("follow_up[{last}].day");
    let pointer = format!("/follow_up/{last}/day");
    refused(&place, Problem::BadNumber, &pointer, json!(367));
    let mut file = valid();
    *file.pointer_mut(&pointer).expect("a day") = json!(366);
    assert_eq!(load(&file).map(drop), Ok(()));
}

#[test]
fn the_calculator_has_each_of_its_four_fields_once() {
    let fields = ["deals", "quotes_of_ten", "deals_of_ten", "weeks"];
    for (n, name) in fields.into_iter().enumerate() {
        one_fault("effort.fields", Problem::MissingText(name), |file| {
            remove(&mut file["effort"]["fields"], n);
        });
        let again = Problem::DuplicateId(id(name));
        one_fault("effort.fields[4].id", again, |file| {
            let field = file["effort"]["fields"][n].clone();
            push(&mut file["effort"]["fields"], field);
        });
    }
    let unknown = || unknown_value("months", &fields);
    one_fault("effort.fields[4].id", unknown(), |file| {
        let field = json!({ "id": "months", "label": text("months") });
        push(&mut file["effort"]["fields"], field);
    });
    let renamed = faults(|file| file["effort"]["fields"][3]["id"] = json!("months"));
    let expected = [
        (id("effort.fields"), Problem::MissingText("weeks")),
        (id("effort.fields[3].id"), unknown()),
    ];
    assert_eq!(renamed, expected);
}

#[test]
fn the_fields_of_the_calculator_are_found_by_their_ids_in_any_order() {
    let mut file = valid();
    let ours = load(&file).expect("it is sound");
    file["effort"]["fields"]
        .as_array_mut()
        .expect("a list")
        .reverse();
    let reversed = load(&file).expect("it is sound");
    assert!(ours.parts().effort.is_some());
    assert_eq!(reversed.parts().effort, ours.parts().effort);
}

#[test]
fn a_source_says_how_sure_it_is_in_a_word_of_a_list() {
    let certainties = ["model", "survey", "practice_estimate", "disputed"];
    let unknown = unknown_value("proven", &certainties);
    let place = "sources[1].certainty";
    refused(place, unknown, "/sources/1/certainty", json!("proven"));
    for certainty in certainties {
        let mut file = valid();
        file["sources"][1]["certainty"] = json!(certainty);
        assert_eq!(load(&file).map(drop), Ok(()), "{certainty}");
    }
}

#[test]
fn who_wrote_a_source_and_where_it_stands_is_a_line_that_can_be_seen() {
    for name in ["authors", "title"] {
        let place = format!("sources[0].source.{name}");
        let pointer = format!("/sources/0/source/{name}");
        for blank in ["", " ", "\u{200B}"] {
            refused(&place, Problem::MissingText(name), &pointer, json!(blank));
        }
        refused(
            &place,
            Problem::TooLong(200),
            &pointer,
            json!("x".repeat(201)),
        );
        refused(
            &place,
            Problem::HiddenCharacter,
            &pointer,
            json!("a\u{202E}b"),
        );
    }
    let first = valid()["sources"][0]["id"].clone();
    let twice = Problem::DuplicateId(first.as_str().expect("an id").to_owned());
    refused("sources[1].id", twice, "/sources/1/id", first);
}

/// An example goal spread over its fields.
fn spread(weeks: u32) -> Value {
    json!({
        "agreed": text("Ask for one point for improvement"),
        "indicator": text("A note of each conversation"),
        "first_step": text("Ask today"),
        "weeks": weeks,
    })
}

#[test]
fn an_example_goal_is_one_text_or_spread_over_its_fields() {
    let pointer = "/scales/1/commitment_examples/performance_goal";
    let of = |goal: Value| {
        let mut file = valid();
        *file.pointer_mut(pointer).expect(pointer) = goal;
        let instrument = load(&file).expect("it is sound");
        instrument.scales()[1].goals.performance.clone()
    };
    let whole = of(text("Ten conversations a week"));
    assert_eq!(
        whole.agreed.get(model::Language::En),
        "Ten conversations a week"
    );
    assert_eq!(
        (whole.indicator, whole.first_step, whole.weeks),
        (None, None, None)
    );
    for weeks in [1, 6, 52] {
        let goal = of(spread(weeks));
        assert_eq!(
            goal.agreed.get(model::Language::En),
            "Ask for one point for improvement"
        );
        assert_eq!(goal.weeks, Some(weeks));
        assert!(goal.indicator.is_some() && goal.first_step.is_some());
    }
    let goal = of(json!({ "agreed": text("Ask") }));
    assert_eq!(
        (goal.indicator, goal.first_step, goal.weeks),
        (None, None, None)
    );
}

#[test]
fn an_example_goal_says_what_is_agreed_and_is_due_within_a_year() {
    let pointer = "/scales/1/commitment_examples/performance_goal";
    let place = "scales[1].commitment_examples.performance_goal";
    for weeks in [0, 53] {
        let place = [place, ".weeks"].concat();
        refused(&place, Problem::BadNumber, pointer, spread(weeks));
    }
    let mut without = spread(6);
    leave_out(&mut without, "", "agreed");
    let missing = ["nl", "en"].map(|tag| (id(place), Problem::MissingLanguage(tag)));
    let found = faults(|file| *file.pointer_mut(pointer).expect(pointer) = without);
    assert_eq!(found, missing);
    for name in ["agreed", "indicator", "first_step"] {
        let mut goal = spread(6);
        leave_out(&mut goal, &format!("/{name}"), "en");
        let place = format!("{place}.{name}");
        refused(&place, Problem::MissingLanguage("en"), pointer, goal);
    }
}
