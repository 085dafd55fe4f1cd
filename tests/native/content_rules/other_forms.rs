//! Rules for two questionnaires beside the scan: the mirror, in which sales managers look at their own
//! half, and the review of a conversation.

use super::form::{Size, file, form, pairs, sequence, text};
use super::{Faults, scan_0_2};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub const MANAGERS: &str = include_str!("../../../content/manager-mirror/0.2.0.json");
pub const REVIEW: &str = include_str!("../../../content/call-review/0.2.0.json");

/// Every fault of the manager's questionnaire.
pub fn faults_of_the_managers(written: &str, d: &Value) -> Vec<String> {
    let (name, mut faults) = ("manager-mirror", Faults::default());
    file(&mut faults, name, written, d);
    let size = Size {
        words: 18,
        scales: 6,
        facets: 2,
        items: 24,
        pairs: 12,
    };
    let items = form(&mut faults, name, d, &size);
    pairs(&mut faults, name, d, &items, 9);
    let at = format!("{name}.pages");
    let sizes = items.pages.iter().map(Vec::len);
    faults.need(sizes.eq([6; 4]), &at, "not 4 pages of 6");
    for (n, page) in items.pages.iter().enumerate() {
        let at = format!("{at}[{n}]");
        let scales = page.iter().filter_map(|item| items.scale.get(item));
        let scales: BTreeSet<_> = scales.collect();
        faults.need(scales.len() == 6, &at, "not one item a scale");
        let plus = page
            .iter()
            .filter(|item| items.plus.get(*item) == Some(&true));
        faults.need(plus.count() == 3, &at, "not 3 keyed + and 3 keyed -");
    }
    sequence(&mut faults, name, &items, &items.plus);
    same_situation(&mut faults, name, d, &scan_0_2::definition());
    faults.0
}

/// The situation is asked with the options of the scan; a sales manager has a sales manager.
fn same_situation(faults: &mut Faults, name: &str, d: &Value, scan: &Value) {
    let options = |question: &Value| -> BTreeSet<String> {
        let options = question["options"].as_array().into_iter().flatten();
        options.map(|one| text(&one["id"]).to_owned()).collect()
    };
    let mine = faults.list(name, &d["context_questions"]).iter();
    let mine: BTreeMap<&str, _> = mine.map(|one| (text(&one["id"]), options(one))).collect();
    for question in faults.list(name, &scan["context_questions"]) {
        let id = text(&question["id"]);
        let mut theirs = options(question);
        if id == "CTX-3" {
            theirs.remove("none");
        }
        let own = format!("MM-{id}");
        let at = format!("{name}.context_questions.{own}");
        let is_the_same = mine.get(&*own) == Some(&theirs);
        faults.need(is_the_same, &at, "other options than the scan");
    }
}

/// Every fault of the review of a conversation.
pub fn faults_of_the_review(written: &str, d: &Value) -> Vec<String> {
    let (name, mut faults) = ("call-review", Faults::default());
    file(&mut faults, name, written, d);
    let size = Size {
        words: 18,
        scales: 4,
        facets: 4,
        items: 16,
        pairs: 0,
    };
    let items = form(&mut faults, name, d, &size);
    let observes = items.plus.values().all(|plus| *plus);
    faults.need(observes, name, "an observation is keyed + alone");
    let at = format!("{name}.pages");
    let sizes = items.pages.iter().map(Vec::len);
    faults.need(sizes.eq([4; 4]), &at, "not 4 pages of 4");
    for (n, page) in items.pages.iter().enumerate() {
        let scales = page.iter().filter_map(|item| items.scale.get(item));
        let scales: BTreeSet<_> = scales.collect();
        let at = format!("{at}[{n}]");
        faults.need(scales.len() == 1, &at, "items of several scales");
    }
    let response = &d["response_scale"];
    let labels = |part: &str| response[part].as_array().map_or(&[][..], Vec::as_slice);
    let at = format!("{name}.response_scale");
    let says = labels("labels").iter().map(|one| text(&one["text"]["nl"]));
    let is_said = says.eq(["Nee", "Deels", "Ja, duidelijk"]);
    faults.need(is_said, &at, "other labels of the account manager");
    let mut says = labels("manager_labels")
        .iter()
        .map(|one| text(&one["text"]["nl"]).to_lowercase());
    let is_seen = says.all(|label| label.contains("gezien"));
    faults.need(is_seen, &at, "a manager says what was seen");
    for part in ["labels", "manager_labels"] {
        let values = labels(part).iter().map(|one| one["value"].as_u64());
        let are_values = values.eq([1, 2, 3].map(Some));
        faults.need(are_values, &format!("{at}.{part}"), "other values");
    }
    for item in faults.list(name, &d["items"]) {
        let at = format!("{name}.items.{}", text(&item["id"]));
        let what = "has no text for the manager";
        faults.need(item["manager_text"].is_object(), &at, what);
    }
    faults.0
}
