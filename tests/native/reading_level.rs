//! How long the sentences are that account managers read in Dutch.

use crate::scan_0_2;
use crate::texts::reading::sentence_length;
use serde_json::Value;

/// What a sentence may have on average, in words.
const MOST: f64 = 12.0;

/// Parts of a definition that name something, and are no sentences.
const NAMES: [&str; 4] = ["name", "label", "title", "questions_title"];

/// Every Dutch text below a part of a definition, without its names.
fn dutch<'a>(part: &'a Value, texts: &mut Vec<&'a str>) {
    match part {
        Value::Object(fields) => match fields.get("nl") {
            Some(text) => texts.push(text.as_str().expect("a text")),
            None => fields
                .iter()
                .filter(|(name, _)| !NAMES.contains(&name.as_str()))
                .for_each(|(_, inner)| dutch(inner, texts)),
        },
        Value::Array(list) => list.iter().for_each(|inner| dutch(inner, texts)),
        _ => {}
    }
}

/// The texts of a definition that its respondent reads, by what they are for.
fn read_by_the_respondent(definition: &Value) -> Vec<(&'static str, Vec<&str>)> {
    let in_each = |list: &'static str, part: &'static str| {
        let mut texts = Vec::new();
        for one in definition[list].as_array().expect("a list") {
            dutch(&one[part], &mut texts);
        }
        (part, texts)
    };
    let mut of = vec![in_each("items", "text")];
    let of_scales = [
        "definition",
        "bands",
        "facets",
        "in_brief",
        "from_to",
        "manager_questions",
        "rep_reflection",
    ];
    of.extend(of_scales.map(|part| in_each("scales", part)));
    let parts = [
        "reframes",
        "context_questions",
        "patterns",
        "follow_up",
        "effort",
        "conversation",
        "sources",
        "ui_texts",
    ];
    of.extend(parts.map(|part| {
        let mut texts = Vec::new();
        dutch(&definition[part], &mut texts);
        (part, texts)
    }));
    of
}

#[test]
fn the_dutch_sentences_of_the_scan_have_at_most_twelve_words_on_average() {
    let definition = scan_0_2::definition();
    let parts = read_by_the_respondent(&definition);
    for (part, texts) in &parts {
        assert!(!texts.is_empty(), "{part} says nothing");
    }
    let (sentences, words) =
        sentence_length(parts.iter().flat_map(|(_, texts)| texts.iter().copied()));
    let each = parts.iter().map(|(part, texts)| {
        let (_, words) = sentence_length(texts.iter().copied());
        format!("{part} {words:.1}")
    });
    let each: Vec<String> = each.collect();
    assert!(sentences > 200, "{sentences} sentences");
    assert!(words <= MOST, "{words:.2} words a sentence: {each:?}");
}
