//! The numbers of two views against the oracles: what independent packages computed (see their
//! `meta`), through the whole way from answers to what is shown.

use super::support::{Keyed, all, compared, items_of, load, scan, scan_text};
use model::{Answers, Form, Instrument};
use report::{Likeness, ScaleView, Side, TwoViews, View, pair};
use scoring::ItemAgreement;
use serde_json::Value;
use std::rc::Rc;

/// The tolerance that the file states.
const CLOSE: f64 = 1e-9;

fn oracles() -> Value {
    let text = include_str!("../../../../tests/native/fixtures/oracles.json");
    serde_json::from_str(text).expect("the oracles are JSON")
}

fn cases<'a>(file: &'a Value, formula: &str) -> &'a Vec<Value> {
    let cases = &file["formulas"][formula]["cases"];
    cases.as_array().expect("cases")
}

fn assert_close(found: Option<f64>, expected: &Value) {
    match (found, expected.as_f64()) {
        (Some(found), Some(expected)) => {
            assert!(
                (found - expected).abs() <= CLOSE,
                "{found} instead of {expected}"
            );
        }
        (found, expected) => assert_eq!(found, expected),
    }
}

fn assert_figures(found: &ItemAgreement, expected: &Value) {
    assert_eq!(Value::from(found.joint), expected["n_joint"]);
    assert_close(Some(found.mean_absolute), &expected["mad"]);
    assert_close(Some(found.within_one), &expected["within_1"]);
    assert_close(found.pearson, &expected["pearson_r"]);
    assert_close(found.double_entry, &expected["icc_de"]);
    assert_close(Some(found.elevation), &expected["elevation_diff"]);
}

/// Answers to the statements that a manager is asked about, in the instrument's order.
fn observable(instrument: &Instrument, keyed: &Value) -> Keyed {
    let mut values = keyed.as_array().expect("answers").iter();
    let mut answers = all(instrument, 3);
    let mut asked = instrument.form_items(Form::Manager);
    asked.sort_unstable();
    for item in asked {
        let value = values.next().expect("24 answers").as_u64();
        answers[item] = value.map(|value| value as u8);
    }
    assert_eq!(values.next(), None);
    answers
}

#[test]
fn the_figures_of_likeness_are_those_of_the_oracles() {
    let (scan, file) = (scan(), oracles());
    let expected = [Likeness::Alike, Likeness::LittleAlike];
    let cases = cases(&file, "profile_similarity_items");
    assert_eq!(cases.len(), expected.len());
    for (case, likeness) in cases.iter().zip(expected) {
        let [own, other] = ["self", "manager"].map(|view| observable(&scan, &case["in"][view]));
        let similarity = compared(&scan, &own, &other).similarity;
        let similarity = similarity.expect("24 statements");
        assert_figures(&similarity.figures, &case["out"]);
        // The words by the correlation that the file gives: .53 and -.48.
        assert_eq!(similarity.likeness, Some(likeness));
    }
}

/// Eight answers that make this percentage.
fn of_percent(percent: &Value) -> Vec<u8> {
    let mut steps = (percent.as_f64().expect("a score") * 32.0 / 100.0) as u8;
    let answer = |_| {
        let here = steps.min(4);
        steps -= here;
        1 + here
    };
    (0..8).map(answer).collect()
}

#[test]
fn the_differences_of_themes_are_those_of_the_oracles() {
    let (scan, file) = (scan(), oracles());
    for case in cases(&file, "self_manager_difference") {
        let (given, out) = (&case["in"], &case["out"]);
        let view = |view: &str| {
            let mut answers = all(&scan, 3);
            for (scale, name) in ["A", "R", "C"].into_iter().enumerate() {
                let values = of_percent(&given[view][name]);
                for (&item, value) in items_of(&scan, scale).iter().zip(values) {
                    answers[item] = Some(value);
                }
            }
            answers
        };
        let views = compared(&scan, &view("self"), &view("manager"));
        for (scale, name) in ["A", "R", "C"].into_iter().enumerate() {
            let difference = views.scales[scale].difference.expect("two scores");
            assert_close(Some(difference.difference), &out["diff"][name]);
            assert_eq!(Value::from(difference.highlighted), out["gap_ge_25"][name]);
        }
    }
}

/// Raw answers by item id.
fn raw(instrument: &Instrument, given: &Value) -> Answers {
    let items = instrument.items().iter().enumerate();
    let values = items.map(|(n, item)| (n, given[&item.id].as_u64().map(|value| value as u8)));
    Answers::from_values(instrument, values).expect("answers of the response scale")
}

#[test]
fn a_whole_case_from_two_filled_in_forms_gives_the_numbers_of_the_oracles() {
    let file = oracles();
    let cases = file["end_to_end"].as_array().expect("cases").iter();
    let mut cases = cases.filter(|case| case["in"]["manager_raw"].is_object());
    let case = cases.next().expect("a case with a manager");
    let (given, out) = (&case["in"], &case["out"]);
    let scan: Rc<Instrument> = load(scan_text("0.1.0"));
    let view =
        |form, answers: &Value| View::of_answers(&scan, form, &raw(&scan, answers), &[], None);
    let own = view(Form::SelfReport, &given["raw"]);
    let other = view(Form::Manager, &given["manager_raw"]);
    let views = TwoViews::new(&pair(&other, &own).expect("two views of one rep"));
    let similarity = views.similarity.expect("23 statements");
    assert_figures(&similarity.figures, &out["self_manager_items"]);
    assert_eq!(similarity.likeness, Some(Likeness::PartlyAlike));
    for one in &views.scales {
        let id = &scan.scales()[one.scale].id;
        for (side, expected) in [
            (Side::Rep, &out["scales"][id]["score"]),
            (Side::Manager, &out["manager_scales"][id]),
        ] {
            let ScaleView::Scored(point) = one.view(side) else {
                panic!("{id} has a score");
            };
            assert_close(Some(point.percent), expected);
        }
    }
    // 68.75 and 50, 75 and 65.625, 68.75 and 60.714…: the last two are less than 12.5 apart.
    assert_eq!(views.alike.scales, [1, 2]);
    assert!(
        views
            .scales
            .iter()
            .all(|one| !one.difference.expect("two scores").highlighted)
    );
    assert_eq!(views.topics, [], "every statement lies within a step");
}
