//! Which texts are measured, and how many characters of each fit.

use super::places::Places;
use super::{after, example, finding};
use crate::scan_0_2;
use crate::support::load;
use definition::lint::{Advice, Finding, Remark, lint};
use serde_json::{Value, json};

/// Every text of a definition in two languages, by its place.
fn texts(value: &Value, place: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) if fields.contains_key("nl") => found.push(place.to_owned()),
        Value::Object(fields) => {
            let dot = if place.is_empty() { "" } else { "." };
            for (name, inner) in fields {
                texts(inner, &format!("{place}{dot}{name}"), found);
            }
        }
        Value::Array(list) => {
            for (n, inner) in list.iter().enumerate() {
                texts(inner, &format!("{place}[{n}]"), found);
            }
        }
        _ => {}
    }
}

/// The place with every position replaced by the first.
fn first_of_its_kind(place: &str) -> String {
    let mut parts = place.split('[');
    let mut first = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (_, rest) = part.split_once(']').expect("a position ends");
        first.push_str("[0]");
        first.push_str(rest);
    }
    first
}

fn pointer(place: &str) -> String {
    ["/", &place.replace(['.', '['], "/").replace(']', "")].concat()
}

/// What is found only once the Dutch text at a place is this long.
fn found_when_long(file: &Value, place: &str, length: usize) -> Vec<Finding> {
    let before = lint(&load(file).expect("the loader takes it"));
    let mut file = file.clone();
    let text = file.pointer_mut(&pointer(place)).expect(place);
    text["nl"] = json!("é".repeat(length));
    // Where even the loader refuses it, another length is tried.
    let mut found = load(&file).map_or_else(|_| Vec::new(), |instrument| lint(&instrument));
    found.retain(|finding| !before.contains(finding));
    found
}

#[test]
fn a_wording_longer_than_fits_is_counted_in_characters() {
    let kinds = [
        ("meta.title", 40),
        ("response_scale.labels[2].text", 40),
        ("response_scale.skip", 40),
        ("instructions.rep", 400),
        ("scales[1].name", 40),
        ("scales[1].short_name", 40),
        ("scales[1].definition", 400),
        ("scales[1].facets[0].name", 40),
        ("scales[0].bands.low.label", 40),
        ("scales[0].bands.mid.text", 400),
        ("scales[0].manager_questions[0]", 180),
        ("scales[0].rep_reflection[0]", 180),
        ("scales[0].commitment_examples.learning_goal", 400),
        ("items[3].text", 110),
        ("reframes[2].supporting", 180),
        ("reframes[2].coaching_question", 180),
        ("context_questions[0].text", 110),
        ("context_questions[0].options[1].text", 70),
    ];
    let of_the_scan = [
        ("scales[0].facets[1].strong", 180),
        ("scales[0].facets[1].to_gain", 180),
        ("scales[0].facets[1].coach_question", 180),
        ("scales[0].bands.high.in_account", 180),
        ("scales[0].in_brief.strength_clear", 180),
        ("scales[0].in_brief.strength_mixed", 180),
        ("scales[0].in_brief.lever", 180),
        ("scales[3].in_brief.lever_belief", 180),
        ("scales[0].from_to[1].from", 180),
        ("scales[0].from_to[1].to", 180),
        ("scales[1].commitment_examples.learning_goal.agreed", 400),
        ("scales[1].commitment_examples.learning_goal.indicator", 400),
        (
            "scales[1].commitment_examples.performance_goal.first_step",
            400,
        ),
        ("scales[1].manager_examples.learning_goal.situation", 400),
        ("scales[1].manager_examples.performance_goal.response", 400),
        ("context_questions[0].options[1].comment", 400),
        ("patterns[1].text", 400),
        ("conversation.title", 70),
        ("conversation.lead", 400),
        ("conversation.steps[1].text", 180),
        ("conversation.questions_title", 70),
        ("follow_up[1].title", 40),
        ("follow_up[1].text", 180),
        ("effort.title", 40),
        ("effort.lead", 400),
        ("effort.fields[2].label", 70),
        ("effort.result", 180),
        ("effort.incomplete", 180),
        ("effort.too_many", 180),
        ("effort.as_goal", 180),
        ("effort.foot", 400),
        ("sources[1].text", 400),
        ("sources[1].certainty_text", 400),
        ("ui_texts.purpose", 400),
    ];
    let files = [
        (example(), &kinds[..]),
        (scan_0_2::definition(), &of_the_scan),
    ];
    for (file, kinds) in &files {
        for &(place, fits) in *kinds {
            assert_eq!(found_when_long(file, place, fits), [], "{place}");
            let characters = fits + 1;
            let remark = Remark::TooLong { characters, fits };
            let expected = [finding(Advice::Warning, &format!("{place}.nl"), remark)];
            assert_eq!(
                found_when_long(file, place, characters),
                expected,
                "{place}"
            );
        }
    }
}

#[test]
fn every_text_that_a_definition_can_have_is_measured() {
    let mut plain = example();
    plain["scales"][0]["manager_examples"] = plain["scales"][0]["commitment_examples"].clone();
    let files = [plain, scan_0_2::definition()];
    for kind in Places::all().texts {
        let at = files.iter().find_map(|file| {
            let mut found = Vec::new();
            texts(file, "", &mut found);
            let place = found
                .into_iter()
                .find(|place| first_of_its_kind(place) == kind)?;
            Some((file, place))
        });
        let (file, place) = at.expect(&kind);
        // Longer than the first fits on no name, than the second on no text at all.
        let found: Vec<Finding> = [190, 500]
            .into_iter()
            .flat_map(|length| found_when_long(file, &place, length))
            .collect();
        let is_measured = found.iter().any(|finding| {
            finding.place == format!("{place}.nl")
                && matches!(finding.remark, Remark::TooLong { .. })
        });
        assert!(is_measured, "{place}: {found:?}");
    }
}

#[test]
fn a_counterpart_is_found_at_its_place_in_the_file() {
    let found = after(|file| {
        // One for a statement in reserve stands first, and is not among those of the instrument.
        let mut first = file["reframes"][0].clone();
        first["item_id"] = json!("FOL-9");
        file["reframes"]
            .as_array_mut()
            .expect("a list")
            .insert(0, first);
        file["reserve_items"] = json!([{ "id": "FOL-9" }]);
        file["reframes"][3]["supporting"]["en"] = json!("x".repeat(181));
    });
    let (characters, fits) = (181, 180);
    let remark = Remark::TooLong { characters, fits };
    assert_eq!(
        found,
        [finding(
            Advice::Warning,
            "reframes[3].supporting.en",
            remark
        )]
    );
}
