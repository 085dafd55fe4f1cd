//! Every case of the oracles: numbers that independent packages computed (see their
//! `meta`), held against the public functions at the stated tolerance.

mod formulas;
mod of_groups;
mod of_patterns;
mod of_two_views;
mod whole;

use serde_json::Value;

/// The stated tolerances.
const CLOSE: f64 = 1e-9;
const CLOSE_ITERATED: f64 = 1e-5;

fn oracles() -> Value {
    serde_json::from_str(include_str!("fixtures/oracles.json")).expect("the oracles are JSON")
}

/// What is done with one case: its input, its output and the whole file.
type Check = fn(&Value, &Value, &Value);

/// One check a formula of the file.
const COVERED: [(&str, Check); 21] = [
    ("reverse_key", formulas::reverse_key),
    ("pomp_scale_score", formulas::pomp_scale_score),
    ("missing_prorate", formulas::missing_prorate),
    ("band", formulas::band),
    ("mindset_index_optional", formulas::mindset_index_optional),
    ("sem_classical", formulas::sem_classical),
    ("conditional_se", formulas::conditional_se),
    ("reliable_change", formulas::reliable_change),
    ("paired_item_change", formulas::paired_item_change),
    ("longstring", of_patterns::longstring),
    ("irv", of_patterns::irv),
    (
        "reversed_pair_inconsistency",
        of_patterns::pair_inconsistency,
    ),
    ("acquiescence", of_patterns::acquiescence),
    ("even_odd", of_patterns::even_odd_halves),
    ("page_time", of_patterns::page_time),
    ("quality_notice", of_patterns::quality_notice),
    ("self_manager_difference", of_two_views::differences),
    ("profile_similarity_items", of_two_views::items),
    ("group_descriptives_alpha", of_groups::descriptives),
    ("item_rest", of_groups::item_figures),
    ("omega_total", of_groups::omega),
];

#[test]
fn every_case_of_every_formula_is_met() {
    let file = oracles();
    for (name, check) in COVERED {
        let cases = file["formulas"][name]["cases"].as_array();
        let cases = cases.unwrap_or_else(|| panic!("{name} has no cases"));
        assert!(!cases.is_empty(), "{name} has no cases");
        for case in cases {
            check(&case["in"], &case["out"], &file);
        }
    }
}

#[test]
fn no_formula_of_the_file_is_left_out() {
    let file = oracles();
    let formulas = file["formulas"].as_object().expect("formulas");
    for name in formulas.keys() {
        assert!(
            COVERED.iter().any(|(covered, _)| covered == name),
            "no test covers {name}"
        );
    }
    assert_eq!(formulas.len(), COVERED.len());
}

#[test]
fn no_part_of_the_file_is_left_out() {
    // `simulation` is about made-up respondents and names no case of an input and output.
    let parts = [
        "meta",
        "formulas",
        "datasets",
        "identities",
        "evidence",
        "simulation",
        "end_to_end",
    ];
    let file = oracles();
    for part in file.as_object().expect("an object").keys() {
        assert!(parts.contains(&part.as_str()), "no test covers {part}");
    }
}

/// A list of whole numbers, `None` where the file has null.
fn whole_numbers(list: &Value) -> Vec<Option<u8>> {
    let list = list.as_array().expect("a list");
    list.iter()
        .map(|value| value.as_u64().map(|value| value as u8))
        .collect()
}

fn answers_of(list: &Value) -> Vec<u8> {
    whole_numbers(list)
        .into_iter()
        .map(|value| value.expect("no null"))
        .collect()
}

fn number(value: &Value) -> f64 {
    value
        .as_f64()
        .unwrap_or_else(|| panic!("{value} is no number"))
}

/// Both null, or both numbers this close.
fn assert_close(found: Option<f64>, expected: &Value, tolerance: f64, what: &str) {
    match (found, expected.as_f64()) {
        (None, None) => assert!(expected.is_null(), "{what}: the file has {expected}"),
        (Some(found), Some(expected)) => assert!(
            (found - expected).abs() <= tolerance,
            "{what}: {found} instead of {expected}"
        ),
        _ => panic!("{what}: {found:?} instead of {expected}"),
    }
}
