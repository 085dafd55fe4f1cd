//! How long the sentences are that account managers and sales managers read in Dutch.

use crate::forms::{MIRROR, REVIEW};
use crate::scan_0_2;
use crate::texts::reading::sentence_length;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What a sentence may have on average, in words.
const MOST: f64 = 12.0;

/// What one of the manager's mirror may have, which is as its authors published it.
const MOST_OF_THE_MIRROR: f64 = 13.0;

/// Parts of a definition that are not measured, whatever they are a part of.
const NOT_MEASURED: [&str; 9] = [
    // For whoever takes the file up.
    "meta",
    // Statements that nobody is asked, and those of a form about somebody else.
    "reserve_items",
    "manager_text",
    // Names, which are no sentences.
    "response_scale",
    "name",
    "short_name",
    "label",
    "title",
    "questions_title",
];

/// The Dutch texts of a definition by the part that they stand in, found by walking all of it: what
/// stands in each list of scales is a part of its own.
type Parts<'a> = BTreeMap<String, Vec<&'a str>>;

fn add<'a>(parts: &mut Parts<'a>, part: &str, value: &'a Value) {
    match value {
        Value::Object(fields) => {
            if let Some(text) = fields.get("nl").and_then(Value::as_str) {
                parts.entry(part.to_owned()).or_default().push(text);
                return;
            }
            for (name, inner) in fields {
                if NOT_MEASURED.contains(&name.as_str()) {
                    continue;
                }
                match part {
                    "" => add(parts, name, inner),
                    "scales" => add(parts, &format!("scales.{name}"), inner),
                    part => add(parts, part, inner),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|inner| add(parts, part, inner)),
        _ => {}
    }
}

fn measured(definition: &Value) -> Parts<'_> {
    let mut parts = Parts::new();
    add(&mut parts, "", definition);
    parts
}

/// How many sentences a definition has, how many words a sentence on average, and the same of each
/// part.
fn length(definition: &Value) -> (usize, f64, Vec<String>) {
    let parts = measured(definition);
    let (sentences, words) = sentence_length(parts.values().flatten().copied());
    let each = parts.iter().map(|(part, texts)| {
        let (_, words) = sentence_length(texts.iter().copied());
        format!("{part} {words:.1}")
    });
    (sentences, words, each.collect())
}

#[test]
fn the_dutch_sentences_of_the_scan_have_at_most_twelve_words_on_average() {
    let (sentences, words, each) = length(&scan_0_2::definition());
    assert!(sentences > 400, "{sentences} sentences");
    assert!(words <= MOST, "{words:.2} words a sentence: {each:?}");
}

#[test]
fn those_of_the_review_have_as_few_and_those_of_the_mirror_at_most_thirteen() {
    for (text, most) in [(REVIEW, MOST), (MIRROR, MOST_OF_THE_MIRROR)] {
        let definition = serde_json::from_str(text).expect("JSON");
        let (sentences, words, each) = length(&definition);
        assert!(sentences > 100, "{sentences} sentences");
        assert!(words <= most, "{words:.2} words a sentence: {each:?}");
    }
}

#[test]
fn what_a_respondent_reads_first_and_what_is_new_in_a_definition_is_measured() {
    let mut definition = scan_0_2::definition();
    for part in ["instructions", "scales.commitment_examples", "ui_texts"] {
        let parts = measured(&definition);
        assert!(parts.contains_key(part), "{part}: {:?}", parts.keys());
    }
    let long = "Dit ".repeat(40_000) + "is lang.";
    definition["scales"][0]["new"] = json!([{ "said": { "nl": long, "en": "This is long." } }]);
    let (_, words, _) = length(&definition);
    assert!(words > MOST, "{words:.2} words a sentence");
}

#[test]
fn what_is_not_measured_is_in_the_scan() {
    fn has(value: &Value, name: &str) -> bool {
        match value {
            Value::Object(fields) => {
                fields.contains_key(name) || fields.values().any(|inner| has(inner, name))
            }
            Value::Array(list) => list.iter().any(|inner| has(inner, name)),
            _ => false,
        }
    }
    for name in NOT_MEASURED {
        assert!(has(&scan_0_2::definition(), name), "{name}");
    }
}
