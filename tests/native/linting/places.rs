//! Places in a definition in words: counted as people count, and each told from every other.

use super::sentences::ill_written;
use definition::lint::say_place;
use model::Language::{self, En, Nl};
use serde_json::Value;
use std::collections::BTreeMap;

#[test]
fn a_place_is_counted_as_people_count() {
    let cases = [
        (
            "items[3].text.nl",
            "uitspraak 4, Nederlands",
            "statement 4, Dutch",
        ),
        (
            "scales[0].facets[1].name.en",
            "thema 1, onderdeel 2, naam, Engels",
            "theme 1, part 2, name, English",
        ),
        (
            "scales[1].bands.mid.label",
            "thema 2, middelste groep, label",
            "theme 2, middle band, label",
        ),
        (
            "presentation.pages[1][8]",
            "pagina 2, plek 9",
            "page 2, position 9",
        ),
        (
            "context_questions[0].options[2].text.nl",
            "vraag over de situatie 1, antwoord 3, Nederlands",
            "question about the situation 1, answer 3, Dutch",
        ),
        (
            "follow_up[2].title.en",
            "herinnering 3, titel, Engels",
            "reminder 3, title, English",
        ),
        (
            "patterns[1].text.nl",
            "patroon 2, Nederlands",
            "pattern 2, Dutch",
        ),
        (
            "patterns[0].when.all[1].any[0]",
            "patroon 1, voorwaarde, alle, plek 2, minstens één, plek 1",
            "pattern 1, condition, all, position 2, at least one, position 1",
        ),
        (
            "scales[2].from_to[1].to.en",
            "thema 3, van-naar-regel 2, naar, Engels",
            "theme 3, from-to line 2, to, English",
        ),
        (
            "scales[0].manager_examples.learning_goal.indicator.nl",
            "thema 1, voorbeelddoelen voor de manager, leerdoel, waaraan je het ziet, Nederlands",
            "theme 1, example goals for the manager, learning goal, how it is seen, Dutch",
        ),
        (
            "conversation.steps[1].text.nl",
            "gesprek, stap 2, Nederlands",
            "conversation, step 2, Dutch",
        ),
        (
            "effort.fields[3].label.en",
            "rekenhulp, veld 4, label, Engels",
            "calculator, field 4, label, English",
        ),
        (
            "sources[0].source.title",
            "bron 1, herkomst, titel",
            "source 1, where it comes from, title",
        ),
        (
            "scoring.bands.low[1]",
            "berekening, lage groep, plek 2",
            "scoring, low band, position 2",
        ),
        ("meta.title.nl", "titel, Nederlands", "title, Dutch"),
        (
            "line 2, column 11",
            "regel 2, kolom 11",
            "line 2, column 11",
        ),
        ("ui_texts", "vaste teksten", "fixed texts"),
        ("meta.id", "", ""),
        ("", "", ""),
        ("items[x].text", "", ""),
        ("items[18446744073709551615]", "", ""),
    ];
    for (place, nl, en) in cases {
        assert_eq!(say_place(place, Nl), nl, "{place}");
        assert_eq!(say_place(place, En), en, "{place}");
    }
}

const SCHEMA: &str = include_str!("../../../schema/instrument-1.4.json");

/// What a definition can have by its schema, each by its place: the first entry of every list.
#[derive(Default)]
pub(super) struct Places {
    /// Texts in every language.
    pub(super) texts: Vec<String>,
    /// Texts that are the same in every language.
    lines: Vec<String>,
    lists: Vec<String>,
    groups: Vec<String>,
}

impl Places {
    /// Of the whole schema.
    pub(super) fn all() -> Self {
        let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
        let mut places = Self::default();
        places.walk(&schema, &schema, "", &[]);
        places
    }

    /// Below one node of the schema; of a definition that stands within itself, only once.
    fn walk(&mut self, schema: &Value, node: &Value, place: &str, within: &[&str]) {
        if let Some(name) = node["$ref"].as_str() {
            let pointer = name.strip_prefix('#').expect("a reference within the file");
            let target = schema.pointer(pointer).expect(name);
            match name {
                "#/$defs/text" => self.texts.push(place.to_owned()),
                "#/$defs/words" => self.lines.push(place.to_owned()),
                _ if within.contains(&name) => {}
                _ => self.walk(schema, target, place, &[within, &[name]].concat()),
            }
            return;
        }
        for kind in node["anyOf"].as_array().into_iter().flatten() {
            self.walk(schema, kind, place, within);
        }
        if node["type"] == "array" {
            self.lists.push(place.to_owned());
            self.walk(schema, &node["items"], &format!("{place}[0]"), within);
        }
        if node["type"] == "object" && !place.is_empty() {
            self.groups.push(place.to_owned());
        }
        for (name, field) in node["properties"].as_object().into_iter().flatten() {
            let dot = if place.is_empty() { "" } else { "." };
            self.walk(schema, field, &format!("{place}{dot}{name}"), within);
        }
    }
}

/// Fails with the places that are said alike.
fn told_apart(places: &[String], language: Language) {
    let mut said: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for place in places {
        said.entry(say_place(place, language))
            .or_default()
            .push(place);
    }
    said.retain(|_, places| places.len() > 1);
    assert_eq!(said, BTreeMap::new());
}

#[test]
fn every_text_of_a_definition_is_told_from_every_other_by_its_place_in_words() {
    let places = Places::all();
    assert!(places.texts.len() > 50, "{:?}", places.texts);
    for language in Language::ALL {
        told_apart(&[&places.texts[..], &places.lines].concat(), language);
    }
}

#[test]
fn every_place_in_words_holds_to_the_rules_for_every_text() {
    let places = Places::all();
    for language in Language::ALL {
        for place in [&places.texts[..], &places.lines, &places.groups].concat() {
            let said = say_place(&place, language);
            let found = ill_written(&said, language);
            assert_eq!(found, Vec::<String>::new(), "{place}: {said}");
        }
    }
}

#[test]
fn the_entries_of_every_list_of_a_definition_are_counted_under_a_name_of_their_own() {
    let places = Places::all();
    assert!(places.lists.len() > 20, "{:?}", places.lists);
    let entries = places.lists.iter().map(|list| format!("{list}[6]"));
    let entries: Vec<String> = entries.collect();
    for language in Language::ALL {
        for entry in &entries {
            assert!(say_place(entry, language).ends_with(" 7"), "{entry}");
        }
        told_apart(&entries, language);
    }
}

/// Groups that add nothing to where something stands: what is in them is found by its own name.
const WITHOUT_A_NAME: [&str; 4] = ["meta", "presentation", "scales[0].bands", "scoring.bands"];

/// Figures of response quality, for which there are no plainer words than their names.
const FIGURES: [&str; 2] = [
    "scoring.quality.acquiescence",
    "scoring.quality.pair_inconsistency",
];

#[test]
fn every_group_of_a_definition_is_named_in_the_place_of_what_stands_in_it() {
    let places = Places::all();
    for language in Language::ALL {
        let unnamed = places.groups.iter().filter(|group| {
            let around = group.rsplit_once('.').map_or("", |(around, _)| around);
            say_place(group, language) == say_place(around, language)
        });
        let mut unnamed: Vec<&str> = unnamed.map(String::as_str).collect();
        unnamed.sort_unstable();
        let mut expected = [&WITHOUT_A_NAME[..], &FIGURES].concat();
        expected.sort_unstable();
        assert_eq!(unnamed, expected);
    }
}
