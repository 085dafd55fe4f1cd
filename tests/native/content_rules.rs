//! What the content that ships must hold to, beyond what the loader asks of any definition: what may
//! be said and how, of which parts the scan is made, and that each refers to what is there.
//!
//! `texts.rs` has the rules for every text, `form.rs` those for every questionnaire of ours, `scan.rs`
//! those for the scan, `other_forms.rs` those for the manager's mirror and the call review, `guide.rs`
//! those for the page on what a sales manager can do; `page_texts.rs` holds to the rules for texts what is
//! said outside of the content. `broken.rs` and `broken_guide.rs` see each of them fail.

mod broken;
mod broken_guide;
mod form;
mod guide;
mod other_forms;
mod page_texts;
mod scan;
mod texts;

use crate::scan_0_2;
use serde_json::Value;
use std::fmt::Display;
use std::path::Path;

/// What is wrong, each with its place.
#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    /// Notes a fault unless the rule holds. Whether it holds.
    fn need(&mut self, holds: bool, place: &str, what: impl Display) -> bool {
        if !holds {
            self.0.push(format!("{place}: {what}"));
        }
        holds
    }

    /// The entries of a list, which must be one.
    fn list<'a>(&mut self, place: &str, value: &'a Value) -> &'a [Value] {
        let list = value.as_array();
        self.need(list.is_some(), place, "is no list");
        list.map_or(&[], Vec::as_slice)
    }
}

/// Every fault of the scan.
fn faults_of_the_scan(text: &str, definition: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    form::file(&mut faults, "sales-mindset", text, definition);
    scan::scan(&mut faults, definition);
    faults.0
}

#[test]
fn the_scan_holds_to_every_rule_for_its_content() {
    let found = faults_of_the_scan(scan_0_2::text(), &scan_0_2::definition());
    assert_eq!(found, Vec::<String>::new());
}

/// The most characters of a text of the example to copy.
const LONGEST_OF_THE_EXAMPLE: usize = 400;

/// Files whose texts are held to the rules for every text: two sets of answers, and an example to
/// copy, which is written more densely than the scan.
const EXAMPLES: [(&str, &str); 3] = [
    (
        "sales-mindset/0.1.0-example.json",
        include_str!("../../content/sales-mindset/0.1.0-example.json"),
    ),
    (
        "sales-mindset/0.2.0-example.json",
        include_str!("../../content/sales-mindset/0.2.0-example.json"),
    ),
    (
        "examples/ten-statements.json",
        include_str!("../../content/examples/ten-statements.json"),
    ),
];

/// Every fault of an example.
fn faults_of_an_example(name: &str, text: &str, example: &Value) -> Vec<String> {
    let mut faults = Faults::default();
    texts::everything(&mut faults, name, example, LONGEST_OF_THE_EXAMPLE);
    faults.need(text.len() <= form::LARGEST, name, "larger than 256 KiB");
    faults.0
}

#[test]
fn the_examples_hold_to_the_rules_for_every_text() {
    for (name, text) in EXAMPLES {
        let example = serde_json::from_str(text).expect(name);
        let found = faults_of_an_example(name, text, &example);
        assert_eq!(found, Vec::<String>::new());
    }
}

/// The JSON files below a folder, by their paths from there.
fn json_files(folder: &Path, below: &str, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = entry.file_name().into_string().expect("a plain name");
        match entry.file_type().expect("a kind").is_dir() {
            true => json_files(&entry.path(), &format!("{below}{name}/"), found),
            false if name.ends_with(".json") => found.push([below, &name].concat()),
            false => {}
        }
    }
}

#[test]
fn every_file_of_content_is_held_to_rules() {
    let mut found = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    json_files(&folder, "", &mut found);
    // The first version is held to fewer: see the tests of what may never be said.
    let held = [
        "call-review/0.2.0.json",
        "manager-guide/manager-guide.json",
        "manager-mirror/0.2.0.json",
        "sales-mindset/0.1.0.json",
        "sales-mindset/0.2.0.json",
    ];
    let examples = EXAMPLES.map(|(name, _)| name);
    let mut expected: Vec<&str> = held.into_iter().chain(examples).collect();
    expected.sort_unstable();
    found.sort_unstable();
    assert_eq!(found, expected);
}
