//! Rules for the scan itself: what it is made of, what it says, and what its parts refer to.

use super::Faults;
use super::form::{Items, Size, form, pairs, sequence, text, unique};
use super::texts::{both, holes, question};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

const SIZE: Size = Size {
    words: 17,
    scales: 4,
    facets: 4,
    items: 32,
    pairs: 16,
};

/// The fewest places between the two of a pair.
const LEAST_DISTANCE: usize = 14;

/// Facets so alike that they do not share a page.
const APART: [(&str, &str); 5] = [
    ("effort", "extra_effort"),
    ("price", "competition"),
    ("feedback", "interim_results"),
    ("growth", "learning_and_performance_goals"),
    ("loss", "extra_effort"),
];

const CERTAINTY: [&str; 4] = ["model", "survey", "practice_estimate", "disputed"];

/// Texts that the scan must have, each with its placeholders.
const UI_TEXTS: [(&str, &[&str]); 16] = [
    ("purpose", &[]),
    ("limits", &[]),
    ("not_for_decisions", &[]),
    ("voluntary", &[]),
    ("privacy_local", &[]),
    ("share_notice", &[]),
    ("rights", &[]),
    ("band_basis", &[]),
    ("band_border", &["band"]),
    ("uncertainty", &[]),
    ("change_assumed", &["n"]),
    ("missing", &["k", "n"]),
    ("quality_soft", &[]),
    ("self_manager", &[]),
    ("manager_conduct", &[]),
    ("no_ai", &[]),
];

/// What conditions can refer to.
struct Known<'a> {
    scales: BTreeSet<&'a str>,
    items: &'a Items<'a>,
    options: BTreeMap<&'a str, BTreeSet<&'a str>>,
}

/// Every rule for the scan.
pub fn scan(faults: &mut Faults, d: &Value) {
    let name = "sales-mindset";
    let items = form(faults, name, d, &SIZE);
    pairs(faults, name, d, &items, LEAST_DISTANCE);
    scoring(faults, name, d);
    let scales = faults.list(name, &d["scales"]);
    let limiting: BTreeSet<&str> = scales
        .iter()
        .filter(|scale| scale["polarity"] == "limiting")
        .map(|scale| text(&scale["id"]))
        .collect();
    let is_one = limiting.iter().eq([&"limiting_beliefs"]);
    faults.need(is_one, name, "not one scale is limiting");
    let supportive = items
        .plus
        .iter()
        .map(|(item, plus)| (*item, *plus != limiting.contains(items.scale[item])));
    let supportive: BTreeMap<&str, bool> = supportive.collect();
    pages(faults, name, scales, &items, &supportive);
    sequence(faults, name, &items, &supportive);
    let is_after = d["presentation"]["context"] == "after";
    faults.need(
        is_after,
        &format!("{name}.presentation.context"),
        "is not after",
    );
    for one in scales {
        scale(
            faults,
            &format!("{name}.scales.{}", text(&one["id"])),
            one,
            d,
        );
    }
    views(faults, name, d, &limiting);
    asked_once(faults, name, scales);
    reframes(faults, name, d, &items, &limiting);
    let options = situation(faults, name, d);
    let known = Known {
        scales: scales.iter().map(|scale| text(&scale["id"])).collect(),
        items: &items,
        options,
    };
    let patterns = faults.list(&format!("{name}.patterns"), &d["patterns"]);
    let ids = patterns.iter().map(|one| text(&one["id"]));
    unique(faults, &format!("{name}.patterns"), ids);
    faults.need(!patterns.is_empty(), name, "has no patterns");
    for one in patterns {
        let at = format!("{name}.patterns.{}", text(&one["id"]));
        condition(faults, &at, &one["when"], &known);
        both(faults, &format!("{at}.text"), &one["text"], 300);
    }
    conversation(faults, name, &d["conversation"]);
    follow_up(faults, name, &d["follow_up"]);
    effort(faults, name, &d["effort"]);
    sources(faults, name, &d["sources"]);
    for (part, expected) in UI_TEXTS {
        let at = format!("{name}.ui_texts.{part}");
        let says = &d["ui_texts"][part]["nl"];
        if faults.need(says.is_string(), &at, "is not there") {
            let found = holes(text(says));
            let what = format!("has the placeholders {found:?}, not {expected:?}");
            faults.need(found == expected, &at, what);
        }
    }
}

fn scoring(faults: &mut Faults, name: &str, d: &Value) {
    let is_version = d["meta"]["version"] == "0.2.0";
    faults.need(is_version, name, "is another version");
    let expected = [
        (
            "bands",
            json!({ "parts": 8, "low": [0, 3], "mid": [3, 5], "high": [5, 8] }),
        ),
        ("min_answered", json!({ "numerator": 3, "denominator": 4 })),
        ("change", json!({ "sd": 20.0, "reliability": 0.75 })),
    ];
    for (part, expected) in expected {
        let at = format!("{name}.scoring.{part}");
        faults.need(d["scoring"][part] == expected, &at, "changed");
    }
    let is_share = d["scoring"]["quality"]["min_pairs"] == 3 * SIZE.pairs / 4;
    let what = "min_pairs is not three quarters of the pairs";
    faults.need(is_share, &format!("{name}.scoring.quality"), what);
}

/// Four pages of eight: two items of each scale on each, one in either direction, and no two facets
/// that are too alike.
fn pages(
    faults: &mut Faults,
    name: &str,
    scales: &[Value],
    items: &Items,
    supportive: &BTreeMap<&str, bool>,
) {
    let sizes = items.pages.iter().map(Vec::len);
    let at = format!("{name}.pages");
    faults.need(sizes.eq([8; 4]), &at, "not 4 pages of 8");
    for (n, page) in items.pages.iter().enumerate() {
        let at = format!("{at}[{n}]");
        for scale in scales {
            let id = text(&scale["id"]);
            let of_scale = page
                .iter()
                .filter(|item| items.scale.get(*item) == Some(&id));
            let points: Vec<bool> = of_scale.map(|item| supportive[item]).collect();
            let what = format!("{} items of {id}, not 2", points.len());
            faults.need(points.len() == 2, &at, what);
            let differ = points.contains(&true) && points.contains(&false);
            faults.need(differ, &at, format!("both of {id} point the same way"));
        }
        let facets: Vec<&str> = page
            .iter()
            .filter_map(|item| items.facet.get(item).copied())
            .collect();
        for (one, other) in APART {
            let is_apart = !(facets.contains(&one) && facets.contains(&other));
            faults.need(is_apart, &at, format!("{one} and {other} on one page"));
        }
    }
}

/// What the scan says about a scale beyond what every questionnaire does.
fn scale(faults: &mut Faults, at: &str, scale: &Value, d: &Value) {
    for part in ["strength_clear", "strength_mixed", "lever"] {
        both(
            faults,
            &format!("{at}.in_brief.{part}"),
            &scale["in_brief"][part],
            180,
        );
    }
    if scale["polarity"] == "limiting" {
        let at = format!("{at}.in_brief.lever_belief");
        let says = &scale["in_brief"]["lever_belief"];
        // With the longest belief in its place it is still as short as the others.
        let beliefs = d["items"].as_array().into_iter().flatten();
        let beliefs = beliefs.filter(|one| one["scale"] == scale["id"] && one["key"] == "+");
        let lengths = beliefs.flat_map(|belief| {
            ["nl", "en"].map(|language| text(&belief["text"][language]).chars().count())
        });
        let longest = lengths.max().unwrap_or_default();
        both(faults, &at, says, 180 - longest + "{belief}".len());
        let quotes = holes(text(&says["nl"])) == ["belief"];
        faults.need(quotes, &at, "does not quote the belief");
    }
    let lines = faults.list(&format!("{at}.from_to"), &scale["from_to"]);
    faults.need(
        lines.len() == 2,
        &format!("{at}.from_to"),
        "needs two lines",
    );
    for (n, line) in lines.iter().enumerate() {
        for part in ["from", "to"] {
            both(
                faults,
                &format!("{at}.from_to[{n}].{part}"),
                &line[part],
                70,
            );
        }
    }
    for facet in faults.list(at, &scale["facets"]) {
        let at = format!("{at}.facets.{}", text(&facet["id"]));
        for part in ["strong", "to_gain"] {
            both(faults, &format!("{at}.{part}"), &facet[part], 180);
        }
        question(
            faults,
            &format!("{at}.coach_question"),
            &facet["coach_question"],
            180,
        );
    }
    for part in ["commitment_examples", "manager_examples"] {
        let what = format!("has no {part}");
        faults.need(scale[part].is_object(), at, what);
    }
    for band in ["low", "mid", "high"] {
        let in_account = scale["bands"][band].get("in_account");
        let what = format!("says nothing of an account in {band}");
        faults.need(in_account.is_some(), at, what);
    }
}

/// What somebody thinks, only they can say: a manager is asked everything else, and nothing of that.
fn views(faults: &mut Faults, name: &str, d: &Value, limiting: &BTreeSet<&str>) {
    for item in faults.list(name, &d["items"]) {
        let at = format!("{name}.items.{}", text(&item["id"]));
        let by_manager = &item["manager_text"];
        if limiting.contains(text(&item["scale"])) {
            let is_own = by_manager.is_null() && item["observable_by_manager"] == "no";
            faults.need(is_own, &at, "is asked of the manager");
        } else {
            let what = "has no text for the manager";
            faults.need(by_manager.is_object(), &at, what);
        }
    }
}

/// No question to the account manager stands there twice.
fn asked_once(faults: &mut Faults, name: &str, scales: &[Value]) {
    let of_scales = scales.iter().flat_map(|scale| {
        let questions = scale["manager_questions"].as_array().into_iter().flatten();
        let facets = scale["facets"].as_array().into_iter().flatten();
        questions.chain(facets.map(|facet| &facet["coach_question"]))
    });
    let asked: Vec<&str> = of_scales.map(|one| text(&one["nl"])).collect();
    unique(faults, &format!("{name} questions"), asked);
}

/// Each limiting belief has a counterpart, and each supporting one calls for that of its facet.
fn reframes(faults: &mut Faults, name: &str, d: &Value, items: &Items, limiting: &BTreeSet<&str>) {
    let reframes = faults.list(&format!("{name}.reframes"), &d["reframes"]);
    let ids = reframes.iter().map(|one| text(&one["item_id"]));
    unique(faults, &format!("{name}.reframes"), ids);
    let calls_for = |item: &str| {
        let mut reframes = reframes.iter();
        let found = reframes.find(|one| {
            let mut helpful = one["when_disagreed"].as_array().into_iter().flatten();
            helpful.any(|id| id == item)
        });
        found.map(|one| text(&one["item_id"]))
    };
    for (item, scale) in &items.scale {
        let at = format!("{name}.items.{item}");
        if !limiting.contains(scale) {
            continue;
        }
        if items.plus[item] {
            let has_one = reframes.iter().any(|one| one["item_id"] == *item);
            faults.need(has_one, &at, "has no counterpart in reframes");
        } else {
            let target = calls_for(item).and_then(|target| items.facet.get(target));
            let is_of_facet = target == items.facet.get(item);
            faults.need(is_of_facet, &at, "no when_disagreed in its facet");
        }
    }
    let reserve = faults.list(name, &d["reserve_items"]);
    for one in reframes {
        let id = text(&one["item_id"]);
        let at = format!("{name}.reframes.{id}");
        let is_known = items.scale.contains_key(id) || reserve.iter().any(|item| item["id"] == id);
        faults.need(is_known, &at, "unknown item");
        both(faults, &format!("{at}.supporting"), &one["supporting"], 180);
        let at = format!("{at}.coaching_question");
        question(faults, &at, &one["coaching_question"], 180);
    }
}

/// Each answer about the situation has its comment, and one can say that there is no target and no
/// sales manager. Returns the options of each question.
fn situation<'a>(
    faults: &mut Faults,
    name: &str,
    d: &'a Value,
) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut known = BTreeMap::new();
    for question in faults.list(name, &d["context_questions"]) {
        let id = text(&question["id"]);
        let options = faults.list(name, &question["options"]);
        for option in options {
            let at = format!("{name}.context_questions.{id}.{}", text(&option["id"]));
            both(faults, &format!("{at}.comment"), &option["comment"], 300);
        }
        let options = options.iter().map(|option| text(&option["id"]));
        known.insert(id, options.collect::<BTreeSet<&str>>());
    }
    for id in ["CTX-1", "CTX-3"] {
        let has_none = known
            .get(id)
            .is_some_and(|options| options.contains("none"));
        let at = format!("{name}.context_questions.{id}");
        faults.need(has_none, &at, "has no option none");
    }
    known
}

/// A condition of a pattern: of one kind, and with nothing in it that is not there.
fn condition(faults: &mut Faults, at: &str, when: &Value, known: &Known) {
    let fields = when.as_object();
    let fields: Vec<&str> = fields
        .into_iter()
        .flat_map(|fields| fields.keys().map(String::as_str))
        .collect();
    match fields[..] {
        [name @ ("all" | "any")] => {
            let inner = faults.list(at, &when[name]);
            faults.need(!inner.is_empty(), at, "empty list");
            for (n, one) in inner.iter().enumerate() {
                condition(faults, &format!("{at}.{name}[{n}]"), one, known);
            }
        }
        ["band", "scale"] => {
            let is_known = known.scales.contains(text(&when["scale"]));
            faults.need(is_known, at, "unknown scale");
            let bands = faults.list(at, &when["band"]);
            let mut names = bands.iter().map(text);
            let are_known = names.all(|band| ["low", "mid", "high"].contains(&band));
            faults.need(!bands.is_empty() && are_known, at, "unknown band");
        }
        ["context", "option"] => {
            let options = known.options.get(text(&when["context"]));
            faults.need(options.is_some(), at, "unknown question");
            let chosen = faults.list(at, &when["option"]);
            let mut chosen_ids = chosen.iter().map(text);
            let are_known =
                options.is_none_or(|options| chosen_ids.all(|option| options.contains(option)));
            faults.need(!chosen.is_empty() && are_known, at, "unknown option");
        }
        ["at_most", "item"] => {
            let is_known = known.items.scale.contains_key(text(&when["item"]));
            faults.need(is_known, at, "unknown statement");
            let most = when["at_most"].as_u64();
            let says = most.is_some_and(|most| (1..=4).contains(&most));
            faults.need(says, at, "at_most is not from 1 to 4");
        }
        _ => {
            faults.need(false, at, format!("unknown condition {fields:?}"));
        }
    }
}

fn conversation(faults: &mut Faults, name: &str, talk: &Value) {
    let at = format!("{name}.conversation");
    both(faults, &format!("{at}.title"), &talk["title"], 70);
    both(faults, &format!("{at}.lead"), &talk["lead"], 180);
    let steps = faults.list(&at, &talk["steps"]);
    unique(faults, &at, steps.iter().map(|step| text(&step["id"])));
    let minutes: u64 = steps
        .iter()
        .filter_map(|step| step["minutes"].as_u64())
        .sum();
    let is_half_an_hour = minutes == 30 && talk["minutes"] == 30;
    faults.need(is_half_an_hour, &at, "is not 30 minutes");
    for step in steps {
        both(
            faults,
            &format!("{at}.{}", text(&step["id"])),
            &step["text"],
            180,
        );
    }
}

fn follow_up(faults: &mut Faults, name: &str, moments: &Value) {
    let at = format!("{name}.follow_up");
    let moments = faults.list(&at, moments);
    let days = moments
        .iter()
        .map(|one| one["day"].as_u64().unwrap_or(u64::MAX));
    let are_days = days.eq([0, 2, 7, 14, 30, 90]);
    faults.need(are_days, &at, "other days");
    for one in moments {
        let at = format!("{at}.{}", one["day"]);
        both(faults, &format!("{at}.title"), &one["title"], 40);
        both(faults, &format!("{at}.text"), &one["text"], 180);
    }
}

fn effort(faults: &mut Faults, name: &str, effort: &Value) {
    let at = format!("{name}.effort");
    let fields = faults.list(&at, &effort["fields"]);
    let ids = fields.iter().map(|one| text(&one["id"]));
    let are_fields = ids.eq(["deals", "quotes_of_ten", "deals_of_ten", "weeks"]);
    faults.need(are_fields, &at, "other fields");
    for one in fields {
        both(
            faults,
            &format!("{at}.{}", text(&one["id"])),
            &one["label"],
            110,
        );
    }
    for part in [
        "lead",
        "result",
        "incomplete",
        "too_many",
        "as_goal",
        "foot",
    ] {
        both(faults, &format!("{at}.{part}"), &effort[part], 180);
    }
    for (part, expected) in [("result", ["m", "n"]), ("as_goal", ["m", "weeks"])] {
        let found = holes(text(&effort[part]["nl"]));
        let what = format!("has the placeholders {found:?}, not {expected:?}");
        faults.need(found == expected, &format!("{at}.{part}"), what);
    }
}

fn sources(faults: &mut Faults, name: &str, sources: &Value) {
    let at = format!("{name}.sources");
    let sources = faults.list(&at, sources);
    unique(faults, &at, sources.iter().map(|one| text(&one["id"])));
    for one in sources {
        let at = format!("{at}.{}", text(&one["id"]));
        let source = &one["source"];
        let fields = source.as_object();
        let is_whole = fields.is_some_and(|fields| fields.keys().eq(["authors", "title", "year"]));
        let is_dated = source["year"].is_u64() && !text(&source["title"]).is_empty();
        faults.need(is_whole && is_dated, &at, "no authors, year and title");
        let is_known = CERTAINTY.contains(&text(&one["certainty"]));
        faults.need(is_known, &at, "unknown certainty");
        both(faults, &format!("{at}.text"), &one["text"], 300);
        both(
            faults,
            &format!("{at}.certainty_text"),
            &one["certainty_text"],
            180,
        );
    }
}
