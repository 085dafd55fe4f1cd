//! What the content that ships must hold to, beyond what the loader asks of any definition: what may
//! be said and how, of which parts the scan is made, and that each refers to what is there.
//!
//! `texts.rs` has the rules for every text, `form.rs` those for every questionnaire of ours, `scan.rs`
//! those for the scan; `broken.rs` sees each of them fail.

mod broken;
mod form;
mod scan;
mod texts;

use crate::scan_0_2;
use serde_json::Value;
use std::fmt::Display;

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
