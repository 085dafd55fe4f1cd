//! What stands out across the themes of the scan: each pattern comes about, and of several that
//! apply the first is said.

use super::written::{Given, Written, list, text};
use crate::scan_0_2::{definition, instrument, session};
use crate::support::load;
use model::{Form, Instrument};
use report::Report;
use serde_json::Value;
use std::collections::BTreeSet;

/// A set of answers and choices, and the patterns that apply to it by the definition's own JSON.
pub struct Case {
    pub raw: Vec<Option<u8>>,
    pub context: Vec<Option<usize>>,
    applying: Vec<usize>,
}

/// Everything below a condition that refers by this name, such as `item` or `context`.
fn referred<'a>(when: &'a Value, name: &str, found: &mut BTreeSet<&'a str>) {
    found.extend(when[name].as_str());
    for each in ["all", "any"] {
        let inner = when[each].as_array().into_iter().flatten();
        inner.for_each(|one| referred(one, name, found));
    }
}

/// Every combination of one list of choices each, by their places.
fn combinations(lengths: &[usize]) -> Vec<Vec<usize>> {
    let mut all = vec![Vec::new()];
    for &length in lengths {
        let longer = all
            .iter()
            .flat_map(|one| (0..length).map(move |choice| [one.as_slice(), &[choice]].concat()));
        all = longer.collect();
    }
    all
}

/// The answers of every combination of bands, with each item that a pattern names at either end, and
/// with every choice in the questions that one names.
fn cases(written: &Written) -> Vec<Case> {
    let patterns = list(&written.definition["patterns"]);
    let (mut items, mut questions) = (BTreeSet::new(), BTreeSet::new());
    for pattern in patterns {
        referred(&pattern["when"], "item", &mut items);
        referred(&pattern["when"], "context", &mut questions);
    }
    let item = |id: &&str| written.items.iter().position(|item| item.id == *id);
    let items: Vec<usize> = items.iter().filter_map(item).collect();
    let all_questions = list(&written.definition["context_questions"]);
    let of_question = |question: &Value| match questions.contains(text(&question["id"])) {
        true => list(&question["options"]).len() + 1,
        false => 1,
    };
    let choices: Vec<usize> = all_questions.iter().map(of_question).collect();
    let mut found = Vec::new();
    for counting in combinations(&vec![3; written.scales.len()]) {
        for ends in combinations(&vec![2; items.len()]) {
            let mut raw = vec![None; written.items.len()];
            for (scale, counting) in written.scales.iter().zip(&counting) {
                for &item in &scale.items {
                    let value = [1, 3, 5][*counting];
                    raw[item] = Some(match written.items[item].plus {
                        true => value,
                        false => 6 - value,
                    });
                }
            }
            for (&item, end) in items.iter().zip(ends) {
                raw[item] = Some([1, 5][end]);
            }
            for chosen in combinations(&choices) {
                let context: Vec<Option<usize>> =
                    chosen.iter().map(|option| option.checked_sub(1)).collect();
                let ids = all_questions
                    .iter()
                    .zip(&context)
                    .filter_map(|(question, chosen)| {
                        let option = &question["options"][(*chosen)?];
                        Some((text(&question["id"]), text(&option["id"])))
                    });
                let given = Given {
                    raw: raw.clone(),
                    context: ids.collect(),
                    of_others: false,
                };
                found.push(Case {
                    applying: written.patterns(&given),
                    raw: raw.clone(),
                    context,
                });
            }
        }
    }
    found
}

/// The pattern that is said, as the id that it has in the instrument.
fn pattern<'a>(instrument: &'a Instrument, case: &Case) -> Option<&'a str> {
    let session = session(instrument, Form::SelfReport, &case.raw, &case.context);
    let pattern = Report::new(instrument, &session).pattern;
    pattern.map(|n| &*instrument.parts().patterns[n].id)
}

/// For each pattern, in its order, a case of which it is said.
pub fn of_each_pattern() -> Vec<Case> {
    let written = Written::new(definition());
    let mut cases = cases(&written);
    let patterns = list(&written.definition["patterns"]).iter().enumerate();
    let found = patterns.map(|(n, pattern)| {
        let mut all = cases.iter();
        let at = all.position(|case| case.applying.first() == Some(&n));
        cases.swap_remove(at.unwrap_or_else(|| panic!("{} is never said", pattern["id"])))
    });
    found.collect()
}

#[test]
fn each_pattern_is_the_first_that_applies_to_some_answers() {
    let (instrument, written) = (instrument(), Written::new(definition()));
    let patterns = list(&written.definition["patterns"]);
    for (expected, case) in patterns.iter().zip(of_each_pattern()) {
        assert_eq!(pattern(&instrument, &case), expected["id"].as_str());
    }
    // And to some answers none applies.
    let cases = cases(&written);
    let mut cases = cases.iter();
    let case = cases.find(|case| case.applying.is_empty());
    let case = case.expect("something does not stand out");
    assert_eq!(pattern(&instrument, case), None);
}

#[test]
fn of_several_patterns_that_apply_the_first_in_the_list_is_said() {
    let written = Written::new(definition());
    let instrument = instrument();
    let mut turned = definition();
    let patterns = turned["patterns"].as_array_mut();
    patterns.expect("a list of patterns").reverse();
    let turned = load(&turned).expect("the order of patterns is free");
    let id = |n: usize| text(&written.definition["patterns"][n]["id"]);
    // One case for each set of patterns that apply together.
    let mut together = BTreeSet::new();
    for case in cases(&written) {
        let [first, .., last] = case.applying[..] else {
            continue;
        };
        if together.insert(case.applying.clone()) {
            assert_eq!(pattern(&instrument, &case), Some(id(first)));
            assert_eq!(pattern(&turned, &case), Some(id(last)));
        }
    }
    assert!(together.len() > 1, "no patterns apply together");
}
