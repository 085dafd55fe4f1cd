//! How long the sentences are that account managers read in Dutch.

use crate::scan_0_2;
use serde_json::Value;

/// What a sentence may have on average, in words.
const MOST: f64 = 12.0;

/// The words of every sentence of a text. A sentence ends at a full stop, a question mark, an
/// exclamation mark or a colon, where white space or nothing follows.
pub fn sentence_lengths(text: &str) -> Vec<usize> {
    let (mut lengths, mut words) = (Vec::new(), 0);
    for word in text.split_whitespace() {
        words += 1;
        if word.ends_with(['.', '?', '!', ':']) {
            lengths.push(words);
            words = 0;
        }
    }
    if words > 0 {
        lengths.push(words);
    }
    lengths
}

/// The average over every sentence of these texts.
pub fn words_a_sentence<'a>(texts: impl IntoIterator<Item = &'a str>) -> f64 {
    let lengths = texts.into_iter().flat_map(sentence_lengths);
    let lengths: Vec<usize> = lengths.collect();
    assert!(!lengths.is_empty(), "there is nothing to read");
    lengths.iter().sum::<usize>() as f64 / lengths.len() as f64
}

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
    let found = words_a_sentence(parts.iter().flat_map(|(_, texts)| texts.iter().copied()));
    let each = parts.iter().map(|(part, texts)| {
        let found = words_a_sentence(texts.iter().copied());
        format!("{part} {found:.1}")
    });
    let each: Vec<String> = each.collect();
    assert!(found <= MOST, "{found:.2} words a sentence: {each:?}");
}

#[test]
fn a_sentence_ends_at_its_mark_and_not_within_a_number_or_a_word() {
    let lengths = [
        ("", vec![]),
        ("Eén zin zonder punt", vec![4]),
        ("Twee zinnen. Echt waar!", vec![2, 2]),
        ("Vraag jezelf af: wat nu? Bel.", vec![3, 2, 1]),
        ("Om 10.00 uur, n.v.t dus.", vec![5]),
    ];
    for (text, expected) in lengths {
        assert_eq!(sentence_lengths(text), expected, "{text}");
    }
    let long = ["een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien"];
    assert!(words_a_sentence(long) > MOST);
    assert_eq!(words_a_sentence(["Een twee. Drie.", "Vier vijf zes."]), 2.0);
}
