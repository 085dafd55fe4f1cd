//! Rules for the page on what a sales manager can do: its parts, their lengths, and that each refers
//! to what is there.

use super::Faults;
use super::form::{file, text, unique};
use super::texts::{both, question};
use serde_json::Value;
use std::collections::BTreeSet;

const NAME: &str = "manager-guide";

/// The most characters of a text that has no limit of its own.
const LONGEST: usize = 400;

/// Sentences to say to a customer, and the texts of the review of a conversation that they repeat.
const SAID_TO_CUSTOMERS: [(&str, &str); 2] = [
    ("recording", "ask_recording"),
    ("joint_visit", "announce_visit"),
];

/// Every rule for the guide, which names sources of the scan and says what the review of a conversation
/// says.
pub fn guide(faults: &mut Faults, written: &str, d: &Value, scan: &Value, review: &Value) {
    file(faults, NAME, written, d);
    super::texts::everything(faults, NAME, d, LONGEST);
    for (part, most) in [("title", 40), ("lead", LONGEST), ("limits", LONGEST)] {
        both(faults, &format!("{NAME}.{part}"), &d[part], most);
    }
    let sources = scan["sources"].as_array().into_iter().flatten();
    let sources: BTreeSet<&str> = sources.map(|one| text(&one["id"])).collect();
    let at = format!("{NAME}.recommendations");
    let recommendations = faults.list(&at, &d["recommendations"]);
    faults.need(recommendations.len() == 6, &at, "needs six");
    unique(
        faults,
        &at,
        recommendations.iter().map(|one| text(&one["id"])),
    );
    for one in recommendations {
        let at = format!("{NAME}.{}", text(&one["id"]));
        for (part, most) in [("text", 180), ("why", 300), ("this_week", 180)] {
            both(faults, &format!("{at}.{part}"), &one[part], most);
        }
        let part = "ask_yourself";
        question(faults, &format!("{at}.{part}"), &one[part], 180);
        names_sources(faults, &at, &one["source_ids"], &sources);
    }
    cards(faults, d, &sources);
    let sentences = &d["customer_sentences"];
    let at = format!("{NAME}.customer_sentences");
    names_sources(faults, &at, &sentences["source_ids"], &sources);
    for (part, of_review) in SAID_TO_CUSTOMERS {
        let at = format!("{at}.{part}");
        let says = &sentences[part]["say"];
        both(faults, &format!("{at}.say"), says, 180);
        let is_the_same = *says == review["ui_texts"][of_review];
        faults.need(
            is_the_same,
            &at,
            "differs from the review of a conversation",
        );
    }
}

/// The two cards to fill in.
fn cards(faults: &mut Faults, d: &Value, sources: &BTreeSet<&str>) {
    let at = format!("{NAME}.hr_card");
    let lines = faults.list(&at, &d["hr_card"]["lines"]);
    unique(faults, &at, lines.iter().map(|one| text(&one["id"])));
    for one in lines {
        let at = format!("{at}.{}", text(&one["id"]));
        both(faults, &at, &one["text"], 180);
    }
    let at = format!("{NAME}.training_card");
    let card = &d["training_card"];
    let rows = faults.list(&at, &card["rows"]);
    unique(faults, &at, rows.iter().map(|one| text(&one["id"])));
    for one in rows {
        let at = format!("{at}.{}", text(&one["id"]));
        both(faults, &format!("{at}.when"), &one["when"], 40);
        both(faults, &format!("{at}.ask"), &one["ask"], 180);
    }
    both(faults, &format!("{at}.caveat"), &card["caveat"], 180);
    names_sources(faults, &at, &card["source_ids"], sources);
}

/// A list of sources: at least one, and each a source of the scan.
fn names_sources(faults: &mut Faults, at: &str, ids: &Value, sources: &BTreeSet<&str>) {
    let ids = faults.list(at, ids);
    faults.need(!ids.is_empty(), at, "names no source");
    for id in ids {
        let is_known = sources.contains(text(id));
        faults.need(is_known, at, format!("the source {id} is unknown"));
    }
}
