//! Every fault of a definition is said precisely, with its place in the file.

mod beside;
mod ids;
mod rules;
mod small;
mod untrusted;

use crate::support::{Shape, load};
use definition::{Fault, Kind, Problem};
use model::Language;
use serde_json::{Value, json};

/// Version 0.2.0 of the scan.
const SCAN_0_2: &str = include_str!("../../content/sales-mindset/0.2.0.json");

/// The definition that ships.
fn valid() -> Value {
    serde_json::from_str(crate::support::SCAN_0_1.definition).expect("JSON")
}

/// The faults of the definition that ships, after one thing in it is broken.
fn faults(break_it: impl FnOnce(&mut Value)) -> Vec<Fault> {
    let mut definition = valid();
    break_it(&mut definition);
    match definition::from_json(&definition.to_string()) {
        Ok(_) => panic!("the broken definition was taken"),
        Err(error) => error.faults,
    }
}

/// Breaks one thing and expects exactly this fault, at this place.
fn one_fault(place: &str, problem: Problem, break_it: impl FnOnce(&mut Value)) {
    let place = place.to_owned();
    assert_eq!(faults(break_it), [Fault { place, problem }]);
}

/// Takes the entry with this index out of a list.
fn remove(list: &mut Value, index: usize) -> Value {
    list.as_array_mut().expect("a list").remove(index)
}

fn push(list: &mut Value, entry: Value) {
    list.as_array_mut().expect("a list").push(entry);
}

/// A word that is none of those that may stand there.
fn unknown_value(value: &str, allowed: &[&'static str]) -> Problem {
    Problem::UnknownValue {
        value: id(value),
        allowed: allowed.to_vec(),
    }
}

fn id(text: &str) -> String {
    text.to_owned()
}

#[test]
fn the_definition_that_ships_has_no_fault() {
    assert_eq!(load(&valid()).map(|_| ()), Ok(()));
}

#[test]
fn text_that_is_not_json_is_placed_by_line_and_column() {
    let error = definition::from_json("{\n  \"meta\": }").expect_err("not JSON");
    assert_eq!(error.faults.len(), 1);
    assert_eq!(error.faults[0].place, "line 2, column 11");
    assert_eq!(error.faults[0].problem, Problem::Syntax);
}

#[test]
fn a_part_that_is_missing_is_named() {
    let faults = faults(|file| {
        file.as_object_mut().expect("an object").remove("scales");
    });
    let place = id("scales");
    let problem = Problem::Empty;
    assert_eq!(faults[0], Fault { place, problem });
}

#[test]
fn a_value_of_another_kind_is_refused() {
    one_fault("items[3].key", Problem::Expected(Kind::Text), |file| {
        file["items"][3]["key"] = json!(5);
    });
}

#[test]
fn a_text_without_a_language_is_refused() {
    one_fault("items[3].text", Problem::MissingLanguage("en"), |file| {
        file["items"][3]["text"]
            .as_object_mut()
            .expect("texts")
            .remove("en");
    });
}

#[test]
fn a_text_of_only_spaces_is_refused() {
    let place = "scales[1].bands.mid.label";
    one_fault(place, Problem::MissingLanguage("nl"), |file| {
        file["scales"][1]["bands"]["mid"]["label"]["nl"] = json!("  ");
    });
}

#[test]
fn a_text_of_which_nothing_can_be_seen_is_missing() {
    let places = [
        ("/meta/title", "meta.title"),
        ("/scales/1/name", "scales[1].name"),
        ("/items/3/text", "items[3].text"),
        ("/ui_texts/purpose", "ui_texts.purpose"),
        ("/instructions/rep", "instructions.rep"),
        (
            "/response_scale/labels/0/text",
            "response_scale.labels[0].text",
        ),
        (
            "/context_questions/0/options/0/text",
            "context_questions[0].options[0].text",
        ),
    ];
    let blanks = [
        "",
        "\u{200B}",
        "\u{AD}",
        "\u{3164}",
        "\u{2800}",
        " \u{3000}\u{2060}\u{2800} ",
    ];
    for (pointer, place) in places {
        for blank in blanks {
            one_fault(place, Problem::MissingLanguage("en"), |file| {
                file.pointer_mut(pointer).expect(pointer)["en"] = json!(blank);
            });
        }
    }
    // Beside what can be seen, such a character is part of writing.
    let mut file = valid();
    file["items"][3]["text"]["en"] = json!("I\u{AD}\u{200D}\u{2800}.");
    assert_eq!(load(&file).map(|_| ()), Ok(()));
}

#[test]
fn a_text_about_the_questionnaire_itself_cannot_be_left_out() {
    for name in ["purpose", "limits", "band_basis"] {
        one_fault("ui_texts", Problem::MissingText(name), |file| {
            file["ui_texts"]
                .as_object_mut()
                .expect("texts")
                .remove(name);
        });
    }
}

#[test]
fn what_the_law_or_the_program_says_is_said_also_where_a_definition_leaves_it_out() {
    let whole: Value = serde_json::from_str(SCAN_0_2).expect("JSON");
    for name in [
        "not_for_decisions",
        "voluntary",
        "privacy_local",
        "share_notice",
        "rights",
        "uncertainty",
        "change_assumed",
        "quality_soft",
        "no_ai",
    ] {
        let mut file = whole.clone();
        let texts = file["ui_texts"].as_object_mut().expect("texts");
        let left_out = texts.remove(name).expect(name);
        let instrument = load(&file).expect("it has a default");
        for language in Language::ALL {
            // The scan says it in the words of the default.
            assert_eq!(instrument.say(name, language), left_out[language.tag()]);
        }
        file["ui_texts"][name] = json!({"nl": "Anders gezegd.", "en": "In other words."});
        let instrument = load(&file).expect("it has its own");
        assert_eq!(instrument.say(name, Language::En), "In other words.");
    }
}

#[test]
fn a_custom_questionnaire_says_nothing_in_the_place_of_the_program() {
    let mut file: Value = serde_json::from_str(SCAN_0_2).expect("JSON");
    let ours = load(&file).expect("a sound definition");
    let texts = file["ui_texts"].as_object_mut().expect("texts");
    let claim = |name: &str| format!("Everything goes to your manager ({name}).");
    for (name, text) in texts.iter_mut() {
        *text = json!({"nl": claim(name), "en": claim(name)});
    }
    let custom = definition::custom_from_bytes(file.to_string().as_bytes(), &[])
        .expect("a sound definition");
    let names: Vec<&String> = custom.texts().iter().map(|(name, _)| name).collect();
    assert_eq!(names.len(), 13);
    for name in names {
        for language in Language::ALL {
            let said = custom.say(name, language);
            let sender = match language {
                Language::Nl => "Volgens de maker van deze scan: ",
                Language::En => "According to the author of this scan: ",
            };
            let instruction = [sender, ours.instruction().get(language)].concat();
            assert_eq!(custom.instruction().get(language), instruction);
            let by_author =
                ["purpose", "limits", "band_basis", "manager_conduct"].contains(&name.as_str());
            if by_author {
                assert_eq!(said, [sender, &claim(name)].concat(), "{name}");
            } else {
                assert_eq!(said, ours.say(name, language), "{name}");
            }
        }
    }
    // Nothing but these texts is another.
    assert_eq!(custom.items(), ours.items());
    assert_eq!(custom.scales(), ours.scales());
    assert_eq!(custom.title(), ours.title());
}

#[test]
fn a_definition_without_rules_of_scoring_claims_nothing_that_its_author_has_not() {
    for (highest, precise) in [(5, true), (3, false), (4, false)] {
        let shape = Shape {
            range: (1, highest),
            ..Shape::default()
        };
        let mut file = shape.json();
        file.as_object_mut().expect("fields").remove("scoring");
        let rules = *load(&file).expect("it has defaults").rules();
        assert_eq!(rules.min_answered, (3, 4));
        let cuts = (
            rules.cuts.parts,
            rules.cuts.low_below,
            rules.cuts.high_above,
        );
        assert_eq!(cuts, (8, 3, 5));
        assert_eq!((rules.show_border, rules.precision), (precise, precise));
        assert_eq!((rules.quality, rules.change), (None, None));
    }
}

#[test]
fn an_instrument_without_instruction_is_refused() {
    one_fault("instructions", Problem::MissingText("rep"), |file| {
        file["instructions"]
            .as_object_mut()
            .expect("texts")
            .remove("rep");
    });
}

#[test]
fn a_pair_with_an_unknown_item_is_refused() {
    one_fault(
        "pairs[2].minus",
        Problem::UnknownItem(id("ACC-99")),
        |file| {
            file["pairs"][2]["minus"] = json!("ACC-99");
        },
    );
}

#[test]
fn a_pair_of_one_direction_or_of_two_scales_is_refused() {
    one_fault("pairs[0]", Problem::NotAPair, |file| {
        file["pairs"][0]["minus"] = json!("ACC-03");
    });
    one_fault("pairs[0]", Problem::NotAPair, |file| {
        file["pairs"][0]["minus"] = json!("COM-02");
    });
}

#[test]
fn a_page_with_an_unknown_item_is_refused() {
    let place = "presentation.pages[1][8]";
    one_fault(place, Problem::UnknownItem(id("XYZ-01")), |file| {
        push(&mut file["presentation"]["pages"][1], json!("XYZ-01"));
    });
}

#[test]
fn an_item_on_two_pages_or_on_none_is_refused() {
    let place = "presentation.pages[3][8]";
    one_fault(place, Problem::NotPresentedOnce(id("ACC-07")), |file| {
        push(&mut file["presentation"]["pages"][3], json!("ACC-07"));
    });
    one_fault(
        "items[6]",
        Problem::NotPresentedOnce(id("ACC-07")),
        |file| {
            remove(&mut file["presentation"]["pages"][0], 0);
        },
    );
}

#[test]
fn an_empty_page_and_a_file_without_pages_are_refused() {
    one_fault("presentation.pages[4]", Problem::Empty, |file| {
        push(&mut file["presentation"]["pages"], json!([]));
    });
    let faults = faults(|file| file["presentation"]["pages"] = json!([]));
    assert_eq!(
        faults[0],
        Fault {
            place: id("presentation.pages"),
            problem: Problem::Empty
        }
    );
}

#[test]
fn an_item_of_an_unknown_scale_or_facet_is_refused() {
    one_fault(
        "items[8].scale",
        Problem::UnknownScale(id("grit")),
        |file| {
            file["pairs"] = json!([]);
            file["items"][8]["scale"] = json!("grit");
        },
    );
    one_fault(
        "items[8].facet",
        Problem::UnknownFacet(id("luck")),
        |file| {
            file["items"][8]["facet"] = json!("luck");
        },
    );
}

#[test]
fn a_key_and_a_polarity_are_words_of_a_list() {
    let unknown = unknown_value("plus", &["+", "-"]);
    one_fault("items[0].key", unknown, |file| {
        file["items"][0]["key"] = json!("plus");
    });
    let unknown = unknown_value("bad", &["supporting", "limiting"]);
    one_fault("scales[3].polarity", unknown, |file| {
        file["scales"][3]["polarity"] = json!("bad");
    });
}

#[test]
fn a_scale_without_items_cannot_be_scored() {
    one_fault(
        "scales[4]",
        Problem::ScaleWithoutItems(id("empty")),
        |file| {
            let mut scale = file["scales"][0].clone();
            scale["id"] = json!("empty");
            push(&mut file["scales"], scale);
        },
    );
}

#[test]
fn a_reframe_of_an_unknown_item_is_refused() {
    one_fault(
        "reframes[0].item_id",
        Problem::UnknownItem(id("LIM-77")),
        |file| {
            file["reframes"][0]["item_id"] = json!("LIM-77");
        },
    );
}

#[test]
fn a_second_reframe_of_an_item_is_refused_also_where_the_item_is_in_reserve() {
    let place = "reframes[1].item_id";
    one_fault(place, Problem::RepeatedReframe(id("LIM-01")), |file| {
        file["reframes"][1]["item_id"] = json!("LIM-01");
    });
    let last = valid()["reframes"].as_array().expect("a list").len();
    let place = format!("reframes[{}].item_id", last + 1);
    let in_reserve = valid()["reserve_items"][0]["id"].clone();
    let problem = Problem::RepeatedReframe(id(in_reserve.as_str().expect("an id")));
    one_fault(&place, problem, |file| {
        let mut reframe = file["reframes"][0].clone();
        reframe["item_id"] = in_reserve;
        push(&mut file["reframes"], reframe.clone());
        push(&mut file["reframes"], reframe);
    });
}

#[test]
fn two_items_are_a_pair_once_whatever_it_is_called() {
    let again = |file: &Value| {
        let mut pair = file["pairs"][0].clone();
        pair["id"] = json!("AGAIN");
        pair
    };
    let last = valid()["pairs"].as_array().expect("a list").len();
    let place = format!("pairs[{last}]");
    one_fault(&place, Problem::RepeatedPair, |file| {
        let pair = again(file);
        push(&mut file["pairs"], pair);
    });
    let faults = faults(|file| {
        let mut pair = again(file);
        (pair["plus"], pair["minus"]) = (pair["minus"].clone(), pair["plus"].clone());
        push(&mut file["pairs"], pair);
    });
    let problems: Vec<&Problem> = faults.iter().map(|fault| &fault.problem).collect();
    assert_eq!(problems, [&Problem::NotAPair, &Problem::RepeatedPair]);
}

#[test]
fn every_fault_is_said_and_not_only_the_first() {
    let mut definition = valid();
    definition["items"][0]["key"] = json!("?");
    definition["pairs"][11]["plus"] = json!("NO-1");
    let said = load(&definition).expect_err("two faults");
    assert_eq!(
        said,
        "items[0].key: \"?\" is none of \"+\", \"-\"\n\
         pairs[11].plus: there is no item \"NO-1\""
    );
}
