//! What the linter finds in a custom questionnaire: each finding appears where there is
//! reason for it and nowhere else, and is said in both languages.

mod files;
mod fuzz;
mod lengths;
mod places;
mod sentences;
mod two_ideas;
mod versions;

use crate::support::{Shape, load, sales_mindset};
use definition::limits;
use definition::lint::{Advice, Entry, Finding, Remark, lint};
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../../content/examples/ten-statements.json");

/// The documented example, as JSON.
fn example() -> Value {
    serde_json::from_str(EXAMPLE).expect("JSON")
}

/// What is found in the example after a change.
fn after(change: impl FnOnce(&mut Value)) -> Vec<Finding> {
    let mut file = example();
    change(&mut file);
    lint(&load(&file).expect("the loader takes it"))
}

fn finding(advice: Advice, place: &str, remark: Remark) -> Finding {
    let place = place.to_owned();
    Finding {
        advice,
        place,
        remark,
    }
}

#[test]
fn nothing_is_found_in_the_example_of_ten_statements() {
    let instrument = definition::from_json(EXAMPLE).expect("it is checked");
    assert_eq!(instrument.items().len(), 10);
    assert_eq!(lint(&instrument), []);
}

#[test]
fn the_scan_that_ships_has_three_hints_and_no_warning() {
    // Loan words, and a name.
    let same = ["meta.title", "scales[0].name", "scales[2].name"];
    let expected = same.map(|place| finding(Advice::Hint, place, Remark::SameInBothLanguages));
    assert_eq!(lint(&sales_mindset()), expected);
}

/// What is found about the scale of an instrument with these keys.
fn keyed(keys: &str, polarity: &str) -> Vec<Finding> {
    let mut file = Shape {
        scales: &[("A", keys)],
        ..Shape::default()
    }
    .json();
    file["scales"][0]["polarity"] = json!(polarity);
    let mut found = lint(&load(&file).expect("a valid shape"));
    found.retain(|finding| finding.place == "scales[0]");
    found
}

#[test]
fn keys_are_balanced_up_to_two_to_one() {
    for balanced in ["+-+-", "++-", "--+", "++-+-", "++-++-", "+-+-+-+-"] {
        assert_eq!(keyed(balanced, "supporting"), [], "{balanced}");
    }
    for (keys, plus, minus) in [
        ("+++", 3, 0),
        ("---", 0, 3),
        ("+++-", 3, 1),
        ("--+----", 1, 6),
    ] {
        let remark = Remark::UnbalancedKeys { plus, minus };
        let expected = [finding(Advice::Warning, "scales[0]", remark)];
        assert_eq!(keyed(keys, "supporting"), expected, "{keys}");
    }
}

#[test]
fn unbalanced_keys_are_only_a_hint_for_limiting_beliefs() {
    let (plus, minus) = (4, 0);
    let expected = [finding(
        Advice::Hint,
        "scales[0]",
        Remark::UnbalancedKeys { plus, minus },
    )];
    assert_eq!(keyed("++++", "limiting"), expected);
    assert_eq!(keyed("+-+-", "limiting"), []);
}

#[test]
fn a_scale_of_one_or_two_items_is_warned_of_and_one_of_three_is_not() {
    for (keys, items) in [("+", 1), ("+-", 2), ("++", 2)] {
        let expected = [finding(
            Advice::Warning,
            "scales[0]",
            Remark::FewItems(items),
        )];
        assert_eq!(keyed(keys, "supporting"), expected, "{keys}");
    }
    assert_eq!(keyed("+-+", "supporting"), []);
}

#[test]
fn a_limiting_belief_without_a_supporting_counterpart_is_named() {
    let found = after(|file| {
        file["reframes"].as_array_mut().expect("a list").remove(1);
    });
    let remark = Remark::NoCounterpart("FOL-3".to_owned());
    assert_eq!(found, [finding(Advice::Warning, "items[7]", remark)]);
}

#[test]
fn only_a_limiting_belief_needs_a_counterpart() {
    // Neither an item against which it speaks, nor one of a supporting scale.
    let found = after(|file| {
        file["reframes"] = json!([]);
        file["scales"][1]["polarity"] = json!("supporting");
    });
    assert_eq!(found, []);
    let found = after(|file| file["reframes"] = json!([]));
    let places: Vec<&str> = found.iter().map(|found| found.place.as_str()).collect();
    assert_eq!(places, ["items[5]", "items[7]", "items[9]"]);
}

#[test]
fn a_counterpart_of_what_is_no_limiting_belief_is_named() {
    // The example's first statement is of a supporting theme.
    let found = after(|file| {
        let mut reframe = file["reframes"][0].clone();
        reframe["item_id"] = file["items"][0]["id"].clone();
        file["reframes"]
            .as_array_mut()
            .expect("a list")
            .push(reframe);
    });
    let of_supporting = example()["items"][0]["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    let remark = Remark::CounterpartOfNoBelief(of_supporting);
    let place = "reframes[3].item_id";
    assert_eq!(found, [finding(Advice::Warning, place, remark)]);
    // Its seventh is keyed against the limiting theme that it is of.
    let item = &example()["items"][6];
    assert_eq!(item["key"], "-");
    let found = after(|file| {
        let mut reframe = file["reframes"][0].clone();
        reframe["item_id"] = item["id"].clone();
        file["reframes"]
            .as_array_mut()
            .expect("a list")
            .push(reframe);
    });
    let remark = Remark::CounterpartOfNoBelief(item["id"].as_str().expect("an id").to_owned());
    assert_eq!(found, [finding(Advice::Warning, place, remark)]);
}

#[test]
fn entries_of_one_list_that_look_alike_are_warned_of() {
    let lists = [
        (
            "/response_scale/labels/{}/text",
            "response_scale.labels[1].text",
            Entry::Answer,
        ),
        (
            "/context_questions/0/options/{}/text",
            "context_questions[0].options[1].text",
            Entry::Answer,
        ),
        ("/scales/{}/name", "scales[1].name", Entry::Theme),
        (
            "/scales/{}/short_name",
            "scales[1].short_name",
            Entry::Theme,
        ),
        ("/items/{}/text", "items[1].text", Entry::Statement),
    ];
    let as_written = |text: &str| text.to_owned();
    let otherwise = |text: &str| format!(" \u{2060}{}\u{AD} ", text.to_uppercase());
    for (list, place, entry) in lists {
        for write in [&as_written as &dyn Fn(&str) -> String, &otherwise] {
            let found = after(|file| {
                let first = file.pointer(&list.replace("{}", "0")).expect(list);
                let same = write(first["nl"].as_str().expect("a text"));
                file.pointer_mut(&list.replace("{}", "1")).expect(list)["nl"] = json!(same);
            });
            let remark = Remark::SameText(entry);
            let expected = finding(Advice::Warning, &format!("{place}.nl"), remark);
            assert_eq!(found, [expected]);
        }
    }
}

#[test]
fn what_leaves_a_statement_out_looks_like_no_answer() {
    let found = after(|file| {
        file["response_scale"]["skip"] = file["response_scale"]["labels"][2]["text"].clone();
    });
    let remark = || Remark::SameText(Entry::Answer);
    let at = |place| finding(Advice::Warning, place, remark());
    assert_eq!(
        found,
        [at("response_scale.skip.nl"), at("response_scale.skip.en")]
    );
}

#[test]
fn a_question_or_an_aspect_that_stands_twice_is_warned_of() {
    let lists = [
        ("manager_questions", "", Entry::Question),
        ("rep_reflection", "", Entry::Question),
        ("facets", ".name", Entry::Aspect),
    ];
    for (list, part, entry) in lists {
        let mut second = 0;
        let found = after(|file| {
            let entries = file["scales"][0][list].as_array_mut().expect("a list");
            let mut again = entries[0].clone();
            if entry == Entry::Aspect {
                again["id"] = json!("again");
            }
            second = entries.len();
            entries.push(again);
        });
        let at = |tag| {
            let place = format!("scales[0].{list}[{second}]{part}.{tag}");
            finding(Advice::Warning, &place, Remark::SameText(entry))
        };
        assert_eq!(found, [at("nl"), at("en")]);
    }
}

#[test]
fn a_sentence_that_is_the_same_in_both_languages_is_warned_of_and_a_word_is_a_hint() {
    let same = |advice, place| [finding(advice, place, Remark::SameInBothLanguages)];
    let found = after(|file| {
        file["items"][2]["text"]["en"] = file["items"][2]["text"]["nl"].clone();
    });
    assert_eq!(found, same(Advice::Warning, "items[2].text"));
    let found =
        after(|file| file["scales"][0]["name"] = json!({"nl": "Coaching", "en": "Coaching"}));
    assert_eq!(found, same(Advice::Hint, "scales[0].name"));
}

#[test]
fn numbers_are_the_same_in_both_languages_without_a_finding() {
    let found = after(|file| {
        for label in file["response_scale"]["labels"]
            .as_array_mut()
            .expect("labels")
        {
            let number = label["value"].to_string();
            label["text"] = json!({"nl": number, "en": number});
        }
    });
    assert_eq!(found, []);
}

#[test]
fn markup_is_shown_as_it_is_and_a_hint_says_so() {
    let signs = [
        ("Een <b>vet</b> woord", "<b>"),
        ("<script>alert(1)</script>", "<script>"),
        ("<!-- weg -->", "<!-- weg -->"),
        ("Prijs &euro; 5", "&euro;"),
        ("Een &#x202e; teken", "&#x202e;"),
        ("Een <a href=x", "<a href=x"),
    ];
    for (text, sign) in signs {
        let found = after(|file| file["scales"][0]["definition"]["nl"] = json!(text));
        let remark = Remark::Markup(sign.to_owned());
        let expected = [finding(Advice::Hint, "scales[0].definition.nl", remark)];
        assert_eq!(found, expected, "{text}");
    }
    for plain in ["Minder dan < 5 of > 3", "Jansen & Zn; samen", "a<1", "Q&A"] {
        let found = after(|file| file["scales"][0]["definition"]["nl"] = json!(plain));
        assert_eq!(found, [], "{plain}");
    }
}

const GUIDE: &str = include_str!("../../docs/write-your-own.md");
const DUTCH_GUIDE: &str = include_str!("../../docs/nl/zelf-schrijven.md");

#[test]
fn the_smallest_file_of_each_guide_is_complete_and_nothing_is_found_in_it() {
    for guide in [GUIDE, DUTCH_GUIDE] {
        let (_, rest) = guide.split_once("```json\n").expect("a block of JSON");
        let (file, _) = rest.split_once("```").expect("its end");
        let instrument = definition::from_json(file).expect("it is complete");
        assert_eq!(lint(&instrument), []);
    }
}

#[test]
fn the_guides_state_the_limits_as_they_are() {
    let kib = limits::MAX_BYTES / 1024;
    let depth = limits::MAX_DEPTH;
    let thousands = limits::MAX_TEXT / 1000;
    let rows = [
        [
            format!("| the file | {kib} KiB, and {depth} brackets inside"),
            format!("| het bestand | {kib} KiB, en {depth} haakjes in elkaar"),
        ],
        [
            format!("| a statement | {} characters |", limits::MAX_STATEMENT),
            format!("| een uitspraak | {} tekens |", limits::MAX_STATEMENT),
        ],
        [
            format!(
                "| a title, name, label or answer | {} characters |",
                limits::MAX_NAME
            ),
            format!(
                "| een titel, naam, label of antwoord | {} tekens |",
                limits::MAX_NAME
            ),
        ],
        [
            format!("| any other text | {thousands},000 characters |"),
            format!("| elke andere tekst | {thousands}.000 tekens |"),
        ],
        [
            format!("under `ui_texts` | {} bytes |", limits::MAX_ID),
            format!("onder `ui_texts` | {} bytes |", limits::MAX_ID),
        ],
        [
            format!("| themes | {} |", limits::MAX_SCALES),
            format!("| thema’s | {} |", limits::MAX_SCALES),
        ],
        [
            format!("| entries of any other list | {} |", limits::MAX_ENTRIES),
            format!("| regels in elke andere lijst | {} |", limits::MAX_ENTRIES),
        ],
        [
            format!(
                "| `weeks` of an example goal | from 1 to {} |",
                limits::MAX_WEEKS
            ),
            format!(
                "| `weeks` van een voorbeelddoel | van 1 tot en met {} |",
                limits::MAX_WEEKS
            ),
        ],
        [
            format!(
                "| `follow_up[].day` | from 0 to {},",
                limits::MAX_FOLLOW_UP_DAYS
            ),
            format!(
                "| `follow_up[].day` | van 0 tot en met {},",
                limits::MAX_FOLLOW_UP_DAYS
            ),
        ],
    ];
    for [en, nl] in rows {
        assert!(GUIDE.contains(&en), "{en}");
        assert!(DUTCH_GUIDE.contains(&nl), "{nl}");
    }
}
