//! Each rule for content is seen to fail: a copy of the scan that breaks it is refused by it.

use super::form::file;
use super::texts::{holes, is_canonical, said};
use super::{Faults, faults_of_the_scan};
use crate::scan_0_2;
use serde_json::{Value, json};

/// One change to a copy: the place as a JSON pointer, and what stands there then. `None` takes it
/// away.
pub(super) type Change = (&'static str, Option<Value>);

pub(super) fn to(place: &'static str, value: Value) -> Change {
    (place, Some(value))
}

pub(super) fn without(place: &'static str) -> Change {
    (place, None)
}

pub(super) fn apply(definition: &mut Value, (place, value): &Change) {
    let (parent, last) = place.rsplit_once('/').expect("a pointer");
    let parent = definition.pointer_mut(parent).expect("the place is there");
    match (parent, value) {
        (Value::Object(fields), Some(value)) => {
            fields.insert(last.to_owned(), value.clone());
        }
        (Value::Object(fields), None) => {
            fields.remove(last).expect("it is there");
        }
        (Value::Array(list), value) => {
            let n: usize = last.parse().expect("a place in the list");
            match value {
                Some(value) => list[n] = value.clone(),
                None => {
                    list.remove(n);
                }
            }
        }
        (other, _) => panic!("{place} is below {other}"),
    }
}

/// Fails unless one of the faults ends as expected and lies at this place.
pub(super) fn assert_fault(found: &[String], at: &str, what: &str, of: &str) {
    let is_it = |fault: &String| fault.contains(at) && fault.contains(what);
    assert!(
        found.iter().any(is_it),
        "{of}: no fault at {at} that says {what}, but {found:#?}"
    );
}

fn assert_refused(changes: &[Change], at: &str, what: &str) {
    let mut definition = scan_0_2::definition();
    for change in changes {
        apply(&mut definition, change);
    }
    let found = faults_of_the_scan(scan_0_2::text(), &definition);
    assert_fault(&found, at, what, &format!("{changes:?}"));
}

fn swapped(pages: [[usize; 2]; 2]) -> Value {
    let mut listed = scan_0_2::definition()["presentation"]["pages"].clone();
    let [one, other] = pages;
    let first = listed[one[0]][one[1]].clone();
    listed[one[0]][one[1]] = listed[other[0]][other[1]].clone();
    listed[other[0]][other[1]] = first;
    listed
}

#[test]
fn a_text_that_breaks_a_rule_of_wording_is_refused() {
    let cases = [
        (
            "Je zit in het hoogste percentiel.",
            "nl",
            "forbidden word percentiel",
        ),
        (
            "You are a TOP PERFORMER.",
            "en",
            "forbidden word top performer",
        ),
        ("Geen excuus.", "nl", "forbidden word excuus"),
        ("Deze scan is gevalideerd.", "nl", "claims gevalideerd"),
        ("This scan is validated.", "en", "claims validated"),
        ("Sla de app op.", "nl", "the term app is not used"),
        ("Vul de vragenlijst in.", "nl", "the term vragenlijst"),
        ("Kijk in de zelfspiegel.", "nl", "the term spiegel"),
        ("Je uitkomsten staan klaar.", "nl", "the term uitkomst"),
        ("De indeling van je antwoorden.", "nl", "the term indeling"),
        ("Op dit gebied.", "nl", "the term gebied"),
        ("Open the app.", "en", "the term app is not used"),
        ("Look in the mirror.", "en", "the term mirror"),
        ("Your outcomes.", "en", "the term outcome"),
        ("This questionnaire.", "en", "the term questionnaire"),
        ("", "nl", "empty, or white space around it"),
        (" Ervoor", "nl", "empty, or white space around it"),
        ("Erachter ", "nl", "empty, or white space around it"),
        ("Een\nregel", "nl", "line break, tab or double space"),
        ("Een\tregel", "nl", "line break, tab or double space"),
        ("Twee  spaties", "nl", "line break, tab or double space"),
        ("Zeg \"ja\".", "nl", "straight quote"),
        ("Zo'n gesprek", "nl", "straight quote"),
        ("Zeg ‘ja.", "nl", "‘ without ’"),
        ("Mail naar jan@bedrijf.", "nl", "mail address"),
        ("Bel 06-1234 5678.", "nl", "telephone number"),
        ("Todo: zeg dit.", "nl", "is not final"),
        ("Say this (TBD).", "en", "is not final"),
    ];
    for (text, language, what) in cases {
        let mut faults = Faults::default();
        said(&mut faults, "here", text, language);
        assert_fault(&faults.0, "here", what, text);
    }
}

#[test]
fn a_text_that_only_comes_near_a_rule_of_wording_is_accepted() {
    let cases = [
        ("Deze scan is niet gevalideerd.", "nl"),
        ("It is unvalidated, and not validated at all.", "en"),
        ("Open Mindset Mirror.", "en"),
        ("Happen en stappen", "nl"),
        ("Zo’n ‘gesprek’", "nl"),
        ("Type `'` of `it's`.", "nl"),
        ("In 2026 gaat 0,5 procent van 10000000 weg.", "nl"),
    ];
    for (text, language) in cases {
        let mut faults = Faults::default();
        said(&mut faults, "here", text, language);
        assert_eq!(faults.0, Vec::<String>::new(), "{text}");
    }
    assert_eq!(holes("{n} van {naam}, {} en {twee woorden}"), ["n", "name"]);
}

/// Every kind of text with the most characters that it may have.
const LENGTHS: [(&str, &str, usize); 42] = [
    ("/scales/0/name", "accountability.name", 40),
    ("/scales/0/short_name", "accountability.short_name", 40),
    ("/scales/0/definition", "accountability.definition", 400),
    ("/scales/0/facets/0/name", "interim_results.name", 40),
    ("/scales/0/facets/0/strong", "interim_results.strong", 180),
    ("/scales/0/facets/0/to_gain", "interim_results.to_gain", 180),
    (
        "/scales/0/facets/0/coach_question",
        "interim_results.coach_question",
        180,
    ),
    ("/scales/0/bands/low/label", "bands.low.label", 40),
    ("/scales/0/bands/mid/text", "bands.mid.text", 400),
    (
        "/scales/0/bands/high/in_account",
        "bands.high.in_account",
        180,
    ),
    ("/scales/0/manager_questions/0", "manager_questions[0]", 180),
    ("/scales/0/rep_reflection/2", "rep_reflection[2]", 180),
    (
        "/scales/0/commitment_examples/learning_goal",
        "learning_goal",
        400,
    ),
    (
        "/scales/0/manager_examples/performance_goal",
        "performance_goal",
        400,
    ),
    (
        "/scales/0/in_brief/strength_clear",
        "in_brief.strength_clear",
        180,
    ),
    (
        "/scales/0/in_brief/strength_mixed",
        "in_brief.strength_mixed",
        180,
    ),
    ("/scales/0/in_brief/lever", "in_brief.lever", 180),
    ("/scales/0/from_to/0/from", "from_to[0].from", 70),
    ("/scales/0/from_to/1/to", "from_to[1].to", 70),
    ("/items/0/text", "items.ACC-01.text", 110),
    ("/items/0/manager_text", "items.ACC-01.manager_text", 110),
    ("/instructions/rep", "instructions.rep", 400),
    ("/instructions/manager", "instructions.manager", 400),
    ("/response_scale/labels/0/text", "response_scale", 40),
    ("/ui_texts/purpose", "ui_texts.purpose", 400),
    ("/context_questions/0/text", "context_questions.CTX-1", 110),
    ("/context_questions/0/options/0/text", "CTX-1.imposed", 70),
    (
        "/context_questions/0/options/0/comment",
        "CTX-1.imposed.comment",
        300,
    ),
    ("/reframes/0/supporting", "LIM-01.supporting", 180),
    (
        "/reframes/0/coaching_question",
        "LIM-01.coaching_question",
        180,
    ),
    ("/patterns/0/text", "target_from_others.text", 300),
    ("/conversation/title", "conversation.title", 70),
    ("/conversation/lead", "conversation.lead", 180),
    ("/conversation/steps/0/text", "conversation.recognise", 180),
    ("/follow_up/0/title", "follow_up.0.title", 40),
    ("/follow_up/0/text", "follow_up.0.text", 180),
    ("/effort/fields/0/label", "effort.deals", 110),
    ("/effort/lead", "effort.lead", 180),
    ("/effort/result", "effort.result", 180),
    ("/effort/foot", "effort.foot", 180),
    ("/sources/0/text", "sources.article.text", 300),
    (
        "/sources/0/certainty_text",
        "sources.article.certainty_text",
        180,
    ),
];

#[test]
fn a_text_that_is_too_long_or_that_is_not_there_is_refused_wherever_it_stands() {
    let long = |letter: &str, length| json!(letter.repeat(length));
    for (place, at, most) in LENGTHS {
        let both = |length| json!({ "nl": long("a", length), "en": long("b", length) });
        let what = format!("at most {most}");
        assert_refused(&[to(place, both(most + 1))], at, &what);
        let mut definition = scan_0_2::definition();
        apply(&mut definition, &to(place, both(most)));
        let found = faults_of_the_scan(scan_0_2::text(), &definition);
        assert!(
            !found.iter().any(|fault| fault.contains("at most")),
            "{found:?}"
        );
        // A text for the manager may be absent, which another rule is about.
        if !place.ends_with("manager_text") {
            assert_refused(&[to(place, Value::Null)], at, "needs nl and en");
        }
    }
}

#[test]
fn a_quoted_belief_leaves_room_for_the_longest_one() {
    let place = "/scales/3/in_brief/lever_belief";
    let at = "limiting_beliefs.in_brief.lever_belief";
    let text = |letter: &str| json!(format!("{}{{belief}}", letter.repeat(172)));
    let long = json!({ "nl": text("a"), "en": text("b") });
    assert_refused(&[to(place, long)], at, "180 characters, at most");
    let silent = json!({ "nl": "Wat is een feit?", "en": "What is fact?" });
    assert_refused(&[to(place, silent)], at, "does not quote the belief");
}

#[test]
fn texts_that_differ_between_the_languages_in_more_than_wording_are_refused() {
    let at = "meta.intended_use";
    let place = "/meta/intended_use";
    assert_refused(
        &[to(place, json!({ "nl": "Alleen dit" }))],
        at,
        "needs nl and en",
    );
    let three = json!({ "nl": "Dit", "en": "This", "de": "Das" });
    assert_refused(&[to(place, three)], at, "needs nl and en");
    assert_refused(
        &[to(place, json!({ "nl": 1, "en": "One" }))],
        at,
        "is no text",
    );
    let same = json!({ "nl": "Coaching", "en": "Coaching" });
    assert_refused(&[to(place, same)], at, "the same in both languages");
    let holes = json!({ "nl": "{n} van {k}", "en": "{n} of" });
    assert_refused(&[to(place, holes)], at, "other placeholders");
    // Also where no reader sees it, and in whatever part it stands.
    assert_refused(
        &[to("/meta/source", json!("A ranking"))],
        "meta.source",
        "forbidden",
    );
    assert_refused(
        &[to("/meta/source", json!("a@b"))],
        "meta.source",
        "mail address",
    );
    let somewhere = json!([{ "x": { "nl": "Dit is gevalideerd.", "en": "This." } }]);
    assert_refused(&[to("/meta/new", somewhere)], "meta.new[0].x.nl", "claims");
}

#[test]
fn a_file_that_is_written_otherwise_or_is_too_large_is_refused() {
    let text = scan_0_2::text();
    assert!(is_canonical(text));
    assert!(is_canonical(
        "{\n  \"a\": [],\n  \"b\": {},\n  \"c\": [\n    \"x: {\\\"\"\n  ]\n}\n"
    ));
    let narrow = text.replacen("\n  ", "\n ", 1);
    let one_line = text.replacen("{\n        \"value\"", "{ \"value\"", 1);
    let escaped = text.replacen("é", "\\u00e9", 1);
    for other in [
        &narrow,
        &one_line,
        &escaped,
        text.trim_end(),
        &format!("{text}\n"),
    ] {
        assert_ne!(other, text);
        let mut faults = Faults::default();
        file(&mut faults, "scan", other, &json!({}));
        assert_fault(
            &faults.0,
            "scan",
            "not written with an indent of 2",
            "another text",
        );
    }
    let mut faults = Faults::default();
    file(&mut faults, "scan", &text.repeat(8), &json!({}));
    assert_fault(&faults.0, "scan", "larger than 256 KiB", "a long text");
}

#[test]
fn a_scan_with_a_broken_part_is_refused() {
    let two = |nl: &str, en: &str| json!({ "nl": nl, "en": en });
    let question = scan_0_2::definition()["scales"][0]["manager_questions"][0].clone();
    let long_statement = "ik ".repeat(17) + "ga";
    let cases: Vec<(Change, &str, &str)> = vec![
        // What every questionnaire of ours has.
        (
            to("/items/0/text/nl", json!(long_statement)),
            "ACC-01",
            "more than 17 words",
        ),
        (
            to("/items/0/text/nl", json!("Ik doe dit niet.")),
            "ACC-01",
            "negation",
        ),
        (
            to("/items/0/text/nl", json!("Altijd vraag ik dit.")),
            "ACC-01",
            "negation",
        ),
        (
            to("/items/0/text/nl", json!("Ik vraag, omdat het kan.")),
            "ACC-01",
            "negation",
        ),
        (
            to("/items/0/manager_text", two("Vraagt dit.", "Asks this.")),
            "ACC-01",
            "names nobody",
        ),
        (to("/items/0/key", json!("?")), "ACC-01", "key"),
        (
            to("/items/0/observable_by_manager", json!("often")),
            "ACC-01",
            "observable_by_manager",
        ),
        (
            to("/items/0/scale", json!("luck")),
            "ACC-01",
            "unknown scale",
        ),
        (
            to("/items/0/facet", json!("luck")),
            "ACC-01",
            "unknown facet",
        ),
        (
            to("/items/1/id", json!("ACC-01")),
            "items: ",
            "\"ACC-01\" stands there twice",
        ),
        (
            to("/reserve_items/0/id", json!("ACC-01")),
            "items: ",
            "\"ACC-01\" stands there twice",
        ),
        (
            to("/scales/1/id", json!("accountability")),
            "scales: ",
            "stands there twice",
        ),
        (
            to("/scales/0/facets/1/id", json!("price")),
            "facets: ",
            "\"price\" stands there twice",
        ),
        (
            to("/scales/0/manager_questions/0/nl", json!("Vertel.")),
            "questions[0].nl",
            "is no question",
        ),
        (
            to("/scales/0/rep_reflection/1/en", json!("Tell.")),
            "reflection[1].en",
            "is no question",
        ),
        (
            without("/scales/0/manager_questions/0"),
            "manager_questions",
            "needs three questions",
        ),
        (
            without("/scales/0/rep_reflection/0"),
            "rep_reflection",
            "needs three questions",
        ),
        (
            without("/scales/0/facets/3"),
            "accountability",
            "3 facets, not 4",
        ),
        (without("/items/31"), "sales-mindset", "31 items, not"),
        (without("/scales/3"), "sales-mindset", "3 scales, not"),
        (without("/pairs/15"), "sales-mindset", "15 pairs, not"),
        (
            to("/meta/counts/items", json!(31)),
            "counts.items",
            "there are 32",
        ),
        (
            to("/meta/counts/scales", json!(3)),
            "counts.scales",
            "there are 4",
        ),
        (
            to("/meta/counts/pairs", json!(15)),
            "counts.pairs",
            "there are 16",
        ),
        (
            to("/meta/counts/facets", json!(15)),
            "counts.facets",
            "there are 16",
        ),
        (
            without("/meta/counts/reserve"),
            "counts.reserve",
            "there are 19",
        ),
        (to("/patterns", json!({})), "patterns", "is no list"),
        (without("/ui_texts"), "sales-mindset", "has no ui_texts"),
        (
            to("/context_questions/1/id", json!("CTX-1")),
            "context_questions: ",
            "twice",
        ),
        (
            to("/context_questions/0/options/1/id", json!("none")),
            "CTX-1: ",
            "twice",
        ),
        (
            to("/presentation/pages/0/0", json!("ACC-08")),
            "pages",
            "not every item exactly once",
        ),
        // Pairs.
        (
            to("/pairs/1/id", json!("P01")),
            "pairs: ",
            "\"P01\" stands there twice",
        ),
        (
            to("/scales/0/facets/0/items", json!(["ACC-01"])),
            "interim",
            "has not two items",
        ),
        (
            to("/scales/0/facets/0/items/0", json!("ACC-99")),
            "interim",
            "unknown item",
        ),
        (
            to("/scales/0/facets/0/items", json!(["ACC-02", "ACC-01"])),
            "interim",
            "not one item keyed",
        ),
        (
            to("/scales/0/facets/0/items/0", json!("RES-11")),
            "interim",
            "items of another scale",
        ),
        (
            to("/pairs/0/plus", json!("RES-11")),
            "interim",
            "is no pair",
        ),
        (
            to("/pairs/0/facet", json!("price")),
            "pairs.P01",
            "scale or facet",
        ),
        (
            to("/pairs/0/scale", json!("commitment")),
            "pairs.P01",
            "scale or facet",
        ),
        (
            to("/items/0/pair_id", json!("P02")),
            "pairs.P01",
            "pair_id of its items",
        ),
        (
            to("/pairs/0/distance", json!(15)),
            "pairs.P01",
            "the distance is",
        ),
        (
            to("/presentation/pages", swapped([[3, 3], [2, 5]])),
            "pairs.P01",
            "not two pages apart",
        ),
        (
            to("/items/0/key", json!("-")),
            "scales.accountability",
            "keys are not balanced",
        ),
        // Pages.
        (
            without("/presentation/pages/0/7"),
            "pages",
            "not 4 pages of 8",
        ),
        (
            to("/presentation/pages", swapped([[0, 0], [1, 2]])),
            "pages[0]",
            "1 items of resp",
        ),
        (
            to("/items/0/key", json!("-")),
            "pages[3]",
            "both of accountability point the same way",
        ),
        (
            to("/presentation/pages", swapped([[0, 3], [3, 1]])),
            "pages[0]",
            "effort and extra_effort",
        ),
        (
            to("/presentation/pages", swapped([[0, 2], [0, 4]])),
            "pages",
            "are neighbours of one scale",
        ),
        (
            to("/presentation/pages", swapped([[0, 3], [0, 7]])),
            "pages",
            "] point the same way",
        ),
        (
            to("/presentation/pages", swapped([[0, 0], [0, 5]])),
            "pages",
            "the first or the last",
        ),
        (
            to("/presentation/context", json!("before")),
            "presentation.context",
            "is not after",
        ),
        // Scoring.
        (
            to("/meta/version", json!("0.1.0")),
            "sales-mindset",
            "is another version",
        ),
        (
            to("/scoring/bands/low", json!([0, 2])),
            "scoring.bands",
            "changed",
        ),
        (
            to("/scoring/min_answered/numerator", json!(2)),
            "min_answered",
            "changed",
        ),
        (
            to("/scoring/change/sd", json!(21.0)),
            "scoring.change",
            "changed",
        ),
        (
            to("/scoring/quality/min_pairs", json!(9)),
            "scoring.quality",
            "three quarters",
        ),
        (
            to("/scales/0/polarity", json!("limiting")),
            "sales-mindset",
            "not one scale is limiting",
        ),
        // What is said of a scale.
        (without("/scales/0/from_to/0"), "from_to", "needs two lines"),
        (
            to("/scales/0/facets/0/coach_question/nl", json!("Zo.")),
            "coach_question.nl",
            "is no question",
        ),
        (
            without("/scales/0/commitment_examples"),
            "accountability",
            "has no commitment_examples",
        ),
        (
            without("/scales/0/manager_examples"),
            "accountability",
            "has no manager_examples",
        ),
        (
            without("/scales/0/bands/mid/in_account"),
            "accountability",
            "nothing of an account in mid",
        ),
        (
            to(
                "/items/24/manager_text",
                two("{naam} denkt.", "{name} thinks."),
            ),
            "LIM-01",
            "is asked of",
        ),
        (
            to("/items/24/observable_by_manager", json!("yes")),
            "LIM-01",
            "is asked of",
        ),
        (
            to("/items/0/manager_text", Value::Null),
            "ACC-01",
            "has no text for the manager",
        ),
        (
            to("/scales/1/manager_questions/1", question),
            "questions: ",
            "stands there twice",
        ),
        // Reframes and the situation.
        (
            to("/reframes/1/item_id", json!("LIM-01")),
            "reframes: ",
            "stands there twice",
        ),
        (
            to("/reframes/1/item_id", json!("LIM-99")),
            "LIM-02",
            "has no counterpart",
        ),
        (
            to("/reframes/1/item_id", json!("LIM-99")),
            "LIM-99",
            "unknown item",
        ),
        (
            to("/reframes/0/when_disagreed", json!(["LIM-10"])),
            "LIM-09",
            "no when_disagreed",
        ),
        (
            without("/reframes/0/when_disagreed"),
            "LIM-09",
            "no when_disagreed",
        ),
        (
            to("/reframes/0/coaching_question/nl", json!("Zo.")),
            "coaching_question.nl",
            "is no question",
        ),
        (
            to("/context_questions/0/options/4/id", json!("other")),
            "CTX-1",
            "has no option none",
        ),
        (
            to("/context_questions/2/options/4/id", json!("other")),
            "CTX-3",
            "has no option none",
        ),
        // Patterns.
        (
            to("/patterns", json!([])),
            "sales-mindset",
            "has no patterns",
        ),
        (
            to("/patterns/1/id", json!("all_mixed")),
            "patterns: ",
            "stands there twice",
        ),
        (
            to("/patterns/0/when", json!({ "all": [] })),
            "target_from",
            "empty list",
        ),
        (
            to("/patterns/0/when", json!({ "any": [] })),
            "target_from",
            "empty list",
        ),
        (
            to("/patterns/0/when/all/0/scale", json!("luck")),
            ".all[0]",
            "unknown scale",
        ),
        (
            to("/patterns/0/when/all/0/band", json!([])),
            ".all[0]",
            "unknown band",
        ),
        (
            to("/patterns/0/when/all/0/band", json!(["top"])),
            ".all[0]",
            "unknown band",
        ),
        (
            to("/patterns/0/when/all/1/any/0/context", json!("CTX-9")),
            ".any[0]",
            "unknown question",
        ),
        (
            to("/patterns/0/when/all/1/any/0/option", json!(["x"])),
            ".any[0]",
            "unknown option",
        ),
        (
            to("/patterns/0/when/all/1/any/0/option", json!([])),
            ".any[0]",
            "unknown option",
        ),
        (
            to("/patterns/4/when/all/1/item", json!("ACC-99")),
            ".all[1]",
            "unknown statement",
        ),
        (
            to("/patterns/4/when/all/1/at_most", json!(5)),
            ".all[1]",
            "at_most",
        ),
        (
            to("/patterns/4/when/all/1/at_most", json!(0)),
            ".all[1]",
            "at_most",
        ),
        (
            to("/patterns/0/when", json!({ "scale": "x", "option": [] })),
            "target",
            "unknown condition",
        ),
        (
            to("/patterns/0/when", json!("always")),
            "target",
            "unknown condition",
        ),
        // The conversation, coming back, effort, sources.
        (
            to("/conversation/steps/0/minutes", json!(6)),
            "conversation",
            "is not 30 minutes",
        ),
        (
            to("/conversation/minutes", json!(35)),
            "conversation",
            "is not 30 minutes",
        ),
        (
            to("/conversation/steps/1/id", json!("recognise")),
            "conversation",
            "stands there twice",
        ),
        (to("/follow_up/1/day", json!(3)), "follow_up", "other days"),
        (without("/follow_up/5"), "follow_up", "other days"),
        (
            to("/effort/fields/0/id", json!("wins")),
            "effort",
            "other fields",
        ),
        (
            to("/effort/result", two("{n} per week", "{n} a week")),
            "effort.result",
            "placeholders",
        ),
        (
            to("/effort/as_goal", two("{m} per week", "{m} a week")),
            "effort.as_goal",
            "placeholders",
        ),
        (
            to("/sources/1/id", json!("article")),
            "sources: ",
            "stands there twice",
        ),
        (
            to("/sources/0/source/year", json!("2018")),
            "article",
            "no authors, year and title",
        ),
        (
            to("/sources/0/source/title", json!("")),
            "article",
            "no authors, year and title",
        ),
        (
            without("/sources/0/source/authors"),
            "article",
            "no authors, year and title",
        ),
        (
            to("/sources/0/certainty", json!("proven")),
            "article",
            "unknown certainty",
        ),
        (without("/ui_texts/no_ai"), "ui_texts.no_ai", "is not there"),
        (
            to("/ui_texts/band_border", two("Dicht bij.", "Close.")),
            "band_border",
            "placeholders",
        ),
        (
            to("/ui_texts/missing", two("{n} van", "{n} of")),
            "ui_texts.missing",
            "placeholders",
        ),
    ];
    for (change, at, what) in cases {
        assert_refused(&[change], at, what);
    }
}

#[test]
fn a_pair_whose_statements_stand_too_close_is_refused() {
    // ACC-02 goes two places on, so that its pair is two pages but only twelve places apart.
    let changes = [
        to("/presentation/pages", swapped([[1, 5], [1, 7]])),
        to("/pairs/0/distance", json!(12)),
    ];
    assert_refused(&changes, "pairs.P01", "the distance is Some(12)");
}

#[test]
fn an_example_goal_may_be_a_text_or_the_fields_of_an_agreement() {
    let text = |nl: &str, en: &str| json!({ "nl": nl, "en": en });
    let goal = json!({
        "agreed": text("Ik vraag om één verbeterpunt.", "I ask for one point to improve."),
        "indicator": text("Elke week één punt.", "One point every week."),
        "first_step": text("Vandaag vraag ik het.", "Today I ask."),
        "weeks": 6,
    });
    let place = "/scales/0/commitment_examples/learning_goal";
    let mut definition = scan_0_2::definition();
    apply(&mut definition, &to(place, goal.clone()));
    let found = faults_of_the_scan(scan_0_2::text(), &definition);
    assert_eq!(found, Vec::<String>::new());
    let with = |name: &str, value: Value| {
        let mut goal = goal.clone();
        goal[name] = value;
        to(place, goal)
    };
    let at = "commitment_examples.learning_goal";
    for part in ["agreed", "indicator", "first_step"] {
        assert_refused(&[with(part, Value::Null)], part, "needs nl and en");
        let long = json!({ "nl": "a".repeat(401), "en": "b".repeat(401) });
        assert_refused(&[with(part, long)], part, "at most 400");
    }
    assert_refused(&[with("weeks", json!(0))], at, "weeks");
    assert_refused(&[with("weeks", json!("six"))], at, "weeks");
    assert_refused(&[with("nl", json!("Ik vraag."))], at, "needs nl and en");
    assert_refused(&[with("who", json!("me"))], at, "other fields than those");
    let half = text("Een klant zegt nee", "A customer says no");
    assert_refused(&[with("situation", half)], at, "half an if–then plan");
}
