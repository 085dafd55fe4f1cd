//! Each rule for the guide, for the examples and for the other two questionnaires is seen to fail: a
//! copy that breaks it is refused by it.

use super::broken::{Change, apply, assert_fault, to, without};
use super::other_forms::{MANAGERS, REVIEW, faults_of_the_managers, faults_of_the_review};
use super::{EXAMPLES, Faults, faults_of_an_example, guide, scan_0_2};
use manager_page::guide::SOURCE;
use serde_json::{Value, json};

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("it is JSON")
}

fn faults_of_the_guide(written: &str, d: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    guide::guide(
        &mut faults,
        written,
        d,
        &scan_0_2::definition(),
        &parsed(REVIEW),
    );
    faults.0
}

/// The files as they are, with what finds their faults.
type Rules = fn(&str, &Value) -> Vec<String>;

const WHOLE: [(&str, Rules); 3] = [
    (SOURCE, faults_of_the_guide),
    (MANAGERS, faults_of_the_managers),
    (REVIEW, faults_of_the_review),
];

#[test]
fn the_guide_and_the_other_questionnaires_hold_to_every_rule_for_their_content() {
    for (written, rules) in WHOLE {
        assert_eq!(rules(written, &parsed(written)), Vec::<String>::new());
    }
}

/// Breaks a copy and expects a fault at a place that says what is wrong.
fn assert_refused((written, rules): (&str, Rules), changes: &[Change], at: &str, what: &str) {
    let mut broken = parsed(written);
    for change in changes {
        apply(&mut broken, change);
    }
    let found = rules(written, &broken);
    assert_fault(&found, at, what, &format!("{changes:?}"));
}

#[test]
fn a_file_that_is_written_otherwise_is_refused() {
    for (written, rules) in WHOLE {
        let narrow = written.replacen("\n  ", "\n ", 1);
        let found = rules(&narrow, &parsed(&narrow));
        assert_fault(
            &found,
            "",
            "not written with an indent of 2",
            "a narrow indent",
        );
    }
}

#[test]
fn a_text_of_the_guide_that_is_too_long_is_refused_wherever_it_stands() {
    let lengths = [
        ("/title", "guide.title", 40),
        ("/lead", "guide.lead", 400),
        ("/limits", "guide.limits", 400),
        ("/recommendations/0/text", "culture.text", 180),
        ("/recommendations/1/why", "targets.why", 300),
        (
            "/recommendations/2/ask_yourself",
            "competences.ask_yourself",
            180,
        ),
        ("/recommendations/3/this_week", "training.this_week", 180),
        ("/hr_card/lines/0/text", "hr_card.goal", 180),
        (
            "/training_card/rows/0/when",
            "training_card.before.when",
            40,
        ),
        ("/training_card/rows/0/ask", "training_card.before.ask", 180),
        ("/training_card/caveat", "training_card.caveat", 180),
        ("/customer_sentences/recording/say", "recording.say", 180),
        (
            "/customer_sentences/joint_visit/say",
            "joint_visit.say",
            180,
        ),
    ];
    for (place, at, most) in lengths {
        let of = |length| json!({ "nl": "a".repeat(length), "en": "b".repeat(length) });
        let what = format!("{} characters, at most {most}", most + 1);
        assert_refused(WHOLE[0], &[to(place, of(most + 1))], at, &what);
        let mut longest = parsed(SOURCE);
        apply(&mut longest, &to(place, of(most)));
        let found = faults_of_the_guide(SOURCE, &longest);
        assert!(
            !found.iter().any(|fault| fault.contains("at most")),
            "{found:?}"
        );
        assert_refused(WHOLE[0], &[to(place, Value::Null)], at, "needs nl and en");
    }
}

#[test]
fn a_guide_with_a_broken_part_is_refused() {
    let said = |nl: &str, en: &str| json!({ "nl": nl, "en": en });
    let cases: Vec<(Change, &str, &str)> = vec![
        (
            to("/recommendations/0/text/nl", json!("Maak geen ranglijst.")),
            "culture.text.nl",
            "forbidden word ranglijst",
        ),
        (
            to("/hr_card/lead/nl", json!("Neem de vragenlijst mee.")),
            "hr_card.lead.nl",
            "the term vragenlijst is not used",
        ),
        (
            to("/hr_card/foot/nl", json!("Zo'n kaart")),
            "hr_card.foot.nl",
            "straight quote",
        ),
        (
            to("/hr_card/foot", said("Zo’n  kaart", "Zo’n  kaart")),
            "hr_card.foot",
            "the same in both languages",
        ),
        (
            to("/labels/why/nl", json!("Waarom  dit")),
            "labels.why.nl",
            "double space",
        ),
        (
            to("/meta/about", json!("A ranking")),
            "meta.about",
            "forbidden word ranking",
        ),
        (
            to("/recommendations/4/ask_yourself/nl", json!("Doe dit.")),
            "ask_yourself.nl",
            "is no question",
        ),
        (
            to("/recommendations/4/ask_yourself/en", json!("Do this.")),
            "ask_yourself.en",
            "is no question",
        ),
        (
            without("/recommendations/5"),
            "recommendations",
            "needs six",
        ),
        (
            to("/recommendations/1/id", json!("culture")),
            "recommendations",
            "\"culture\" stands there twice",
        ),
        (
            to("/recommendations/2/source_ids", json!([])),
            "competences",
            "names no source",
        ),
        (
            to("/recommendations/2/source_ids", json!(["nowhere"])),
            "competences",
            "the source \"nowhere\" is unknown",
        ),
        (
            to("/training_card/source_ids", json!([])),
            "training_card",
            "names no source",
        ),
        (
            to("/customer_sentences/source_ids/0", json!("nowhere")),
            "customer_sentences",
            "the source \"nowhere\" is unknown",
        ),
        (
            to("/hr_card/lines/1/id", json!("goal")),
            "hr_card",
            "\"goal\" stands there twice",
        ),
        (
            to("/training_card/rows/1/id", json!("before")),
            "training_card",
            "\"before\" stands there twice",
        ),
        (
            to(
                "/customer_sentences/recording/say",
                said("Mag ik dit opnemen?", "May I record this?"),
            ),
            "recording",
            "differs from the review",
        ),
        (
            to(
                "/customer_sentences/joint_visit/say",
                said("Ik neem iemand mee.", "I bring somebody."),
            ),
            "joint_visit",
            "differs from the review",
        ),
    ];
    for (change, at, what) in cases {
        assert_refused(WHOLE[0], &[change], at, what);
    }
}

#[test]
fn a_managers_questionnaire_with_a_broken_part_is_refused() {
    let pages = &parsed(MANAGERS)["presentation"]["pages"];
    let swapped = |[one, other]: [[usize; 2]; 2]| {
        let mut swapped = pages.clone();
        swapped[one[0]][one[1]] = pages[other[0]][other[1]].clone();
        swapped[other[0]][other[1]] = pages[one[0]][one[1]].clone();
        to("/presentation/pages", swapped)
    };
    let cases: Vec<(Change, &str, &str)> = vec![
        (without("/items/23"), "manager-mirror", "23 items, not"),
        (
            without("/presentation/pages/0/5"),
            "pages",
            "not 4 pages of 6",
        ),
        (
            swapped([[0, 0], [1, 1]]),
            "pages[0]",
            "not one item a scale",
        ),
        (
            swapped([[0, 0], [1, 0]]),
            "pages[0]",
            "not 3 keyed + and 3 keyed -",
        ),
        (swapped([[0, 0], [0, 1]]), "pages", "the first or the last"),
        (
            to("/pairs/0/distance", json!(8)),
            "pairs",
            "the distance is",
        ),
        (
            without("/context_questions/0/options/0"),
            "context_questions.MM-CTX-1",
            "other options than the scan",
        ),
    ];
    for (change, at, what) in cases {
        assert_refused(WHOLE[1], &[change], at, what);
    }
}

#[test]
fn a_review_of_a_conversation_with_a_broken_part_is_refused() {
    let label = "/response_scale/manager_labels/0";
    let cases: Vec<(Change, &str, &str)> = vec![
        (
            to("/items/0/key", json!("-")),
            "call-review",
            "an observation is keyed + alone",
        ),
        (
            without("/presentation/pages/0/3"),
            "pages",
            "not 4 pages of 4",
        ),
        (
            to(
                "/presentation/pages/0/0",
                parsed(REVIEW)["presentation"]["pages"][1][0].clone(),
            ),
            "pages[0]",
            "items of several scales",
        ),
        (
            to("/response_scale/labels/0/text/nl", json!("Neen")),
            "response_scale",
            "other labels of the account manager",
        ),
        (
            to("/response_scale/manager_labels/0/text/nl", json!("Nee")),
            "response_scale",
            "a manager says what was seen",
        ),
        (
            to("/response_scale/labels/0/value", json!(2)),
            "response_scale.labels",
            "other values",
        ),
        (
            without(label),
            "response_scale.manager_labels",
            "other values",
        ),
        (
            to("/items/0/manager_text", Value::Null),
            "call-review.items",
            "has no text for the manager",
        ),
    ];
    for (change, at, what) in cases {
        assert_refused(WHOLE[2], &[change], at, what);
    }
}

#[test]
fn an_example_that_breaks_a_rule_for_texts_is_refused() {
    let (name, text) = EXAMPLES[2];
    let long = json!({ "nl": "a".repeat(401), "en": "b".repeat(401) });
    let cases = [
        (
            to("/ui_texts/limits/nl", json!("De vragenlijst is nieuw.")),
            "ui_texts.limits.nl",
            "the term vragenlijst",
        ),
        (
            to("/ui_texts/purpose", long),
            "ui_texts.purpose",
            "at most 400",
        ),
        (
            to("/meta/notes", json!("A ranking")),
            "meta.notes",
            "forbidden word ranking",
        ),
    ];
    for (change, at, what) in cases {
        let mut broken = parsed(text);
        apply(&mut broken, &change);
        assert_fault(&faults_of_an_example(name, text, &broken), at, what, at);
    }
    for (name, text) in &EXAMPLES[..2] {
        let mut broken = parsed(text);
        apply(&mut broken, &to("/about", json!("An excuse")));
        let found = faults_of_an_example(name, text, &broken);
        assert_fault(&found, "about", "forbidden word excuse", name);
    }
    let long = " ".repeat(256 * 1024 + 1);
    let found = faults_of_an_example(name, &long, &parsed(text));
    assert_fault(&found, name, "larger than 256 KiB", name);
}
