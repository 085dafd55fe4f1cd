//! What is said outside of the content holds to the rules for every text: the interface, the element
//! of a host's page, the page of a package for a learning platform, and the page on which a coach
//! makes the snippet.

use super::Faults;
use super::texts::said;
use crate::texts::all::all;
use model::Language::{self, En, Nl};
use scraper::{Html, Selector};
use std::collections::BTreeMap;

#[test]
fn the_interface_holds_to_the_rules_for_every_text() {
    let mut faults = Faults::default();
    for language in Language::ALL {
        for one in all(language) {
            for piece in &one.pieces {
                said(&mut faults, one.field, piece, language.tag());
            }
        }
    }
    assert_eq!(faults.0, Vec::<String>::new());
}

/// What stands between double quotes in a source, by the language of the part of it that it stands
/// in; `parts` are the beginnings of those parts, and no language is none. Comments are left out.
fn quoted(source: &str, parts: &[(&str, Option<Language>)]) -> Vec<(Language, String)> {
    let mut language = None;
    let mut found = Vec::new();
    for line in source.lines() {
        if let Some((_, of_part)) = parts.iter().find(|(begins, _)| line.starts_with(begins)) {
            language = *of_part;
        }
        let line = line.trim_start();
        let Some(language) = language.filter(|_| !line.starts_with("//")) else {
            continue;
        };
        // What is escaped counts as itself.
        let (mut text, mut escaped) = (None::<String>, false);
        for one in line.chars() {
            match (&mut text, one) {
                (None, '"') => text = Some(String::new()),
                (Some(_), '"') if !escaped => {
                    found.extend(text.take().map(|text| (language, text)))
                }
                (Some(_), '\\') if !escaped => {
                    escaped = true;
                    continue;
                }
                (Some(text), one) => text.push(one),
                (None, _) => {}
            }
            escaped = false;
        }
        assert_eq!(text, None, "a text that goes on after its line: {line}");
    }
    found
}

/// Fails on a text that breaks a rule, or where the languages have other numbers of texts.
fn assert_said(place: &str, texts: &[(Language, String)], least: usize) {
    let mut faults = Faults::default();
    // A hint may be left out.
    let texts = texts.iter().filter(|(_, text)| !text.is_empty());
    let mut number = BTreeMap::new();
    for (language, text) in texts {
        said(&mut faults, place, text, language.tag());
        *number.entry(language.tag()).or_insert(0) += 1;
    }
    assert_eq!(faults.0, Vec::<String>::new());
    let [nl, en] = [Nl, En].map(|language| number.get(language.tag()).copied());
    assert_eq!(nl, en, "{place}");
    assert!(nl.is_some_and(|number| number >= least), "{place}: {nl:?}");
}

#[test]
fn texts_in_a_source_are_found_by_their_language() {
    let source = "const A = \"no\";\n  nl: {\n    // \"no\"\n    a: \"een\", b: \"z\\\"o\",\n  en: {\n                      a: \"one\",\n};\n  b: \"no\"\n";
    let parts = [("  nl: {", Some(Nl)), ("  en: {", Some(En)), ("};", None)];
    let found = quoted(source, &parts);
    let found: Vec<_> = found
        .iter()
        .map(|(language, text)| (*language, &**text))
        .collect();
    assert_eq!(found, [(Nl, "een"), (Nl, "z\"o"), (En, "one")]);
}

#[test]
fn the_element_holds_to_the_rules_for_every_text() {
    let source = include_str!("../../../element/embed.ts");
    let (_, texts) = source.split_once("\nconst TEXTS").expect("its texts");
    let parts = [("  nl: {", Some(Nl)), ("  en: {", Some(En)), ("};", None)];
    assert_said("embed.ts", &quoted(texts, &parts), 20);
}

#[test]
fn the_page_of_a_coach_holds_to_the_rules_for_every_text() {
    let source = include_str!("../../../pages/coach/src/texts.rs");
    let parts = [
        ("fn nl_field", Some(Nl)),
        ("fn en_field", Some(En)),
        ("static NL", Some(Nl)),
        ("static EN", Some(En)),
    ];
    assert_said("the page of a coach", &quoted(source, &parts), 60);
}

#[test]
fn the_page_of_a_package_holds_to_the_rules_for_every_text() {
    let html = Html::parse_document(include_str!("../../../scorm/scorm.html"));
    let says = Selector::parse("[data-say]").expect("a selector");
    let texts = html.select(&says).map(|element| {
        let language = match element.attr("lang") {
            Some("nl") => Nl,
            Some("en") => En,
            other => panic!("a text in {other:?}"),
        };
        // A number stands where the page counts.
        let pieces = element.descendants().filter_map(|node| match node.value() {
            scraper::Node::Text(text) => Some(text.to_string()),
            scraper::Node::Element(inner) => inner.attr("data-count").map(|_| "1".to_owned()),
            _ => None,
        });
        (language, pieces.collect())
    });
    let texts: Vec<(Language, String)> = texts.collect();
    assert_said("scorm.html", &texts, 5);
}
