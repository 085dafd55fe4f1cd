//! How a questionnaire was filled in.

use super::{CLOSE, answers_of, assert_close, number, whole_numbers};
use crate::support::{Shape, answer, answer_all, scan_0_1};
use scoring::{Flags, Quality, even_odd, flags, quality};
use serde_json::{Value, json};

/// The rules of the product's instrument, which the file's formulas state.
fn rules() -> Value {
    json!({
        "longstring": 10, "irv_below": 0.5, "min_pairs": 9,
        "pair_inconsistency": { "numerator": 8, "denominator": 5 },
        "acquiescence": { "numerator": 3, "denominator": 2 },
        "fast_seconds_per_item": 2.0, "fast_pages": 2,
    })
}

/// The quality of answers to as many items, presented in the order given.
fn of_raw(raw: &[u8]) -> Quality {
    let instrument = Shape {
        scales: &[("A", &"+".repeat(raw.len()))],
        quality: rules(),
        ..Shape::default()
    }
    .build();
    quality(&instrument, &answer_all(&instrument, raw), &[])
}

pub fn longstring(given: &Value, out: &Value, _: &Value) {
    let found = of_raw(&answers_of(&given["raw"])).longstring;
    assert_eq!(Value::from(found), out["longstring"]);
}

pub fn irv(given: &Value, out: &Value, _: &Value) {
    let found = of_raw(&answers_of(&given["raw"])).irv;
    assert_close(found, &out["irv"], CLOSE, "IRV");
}

/// The quality of answers to pairs.
fn of_pairs(given: &Value) -> Quality {
    let (plus, minus) = (
        whole_numbers(&given["plus"]),
        whole_numbers(&given["minus"]),
    );
    let instrument = Shape {
        scales: &[("A", &"+-".repeat(plus.len()))],
        pairs: true,
        quality: rules(),
        ..Shape::default()
    }
    .build();
    let raw: Vec<Option<u8>> = plus
        .into_iter()
        .zip(minus)
        .flat_map(|(p, m)| [p, m])
        .collect();
    quality(&instrument, &answer(&instrument, &raw), &[])
}

pub fn pair_inconsistency(given: &Value, out: &Value, _: &Value) {
    let found = of_pairs(given);
    assert_eq!(Value::from(found.pairs), out["n_pairs"]);
    assert_close(found.pair_inconsistency, &out["mean"], CLOSE, "mean");
    let sum = found
        .pair_inconsistency
        .map(|mean| mean * f64::from(found.pairs));
    assert_close(sum, &out["sum_d"], CLOSE, "sum");
}

pub fn acquiescence(given: &Value, out: &Value, _: &Value) {
    assert_close(of_pairs(given).acquiescence, out, CLOSE, "ACQ");
}

pub fn even_odd_halves(given: &Value, out: &Value, _: &Value) {
    let keyed = answers_of(&given["keyed_by_scale"]);
    let scales: Vec<&[u8]> = keyed.chunks(8).collect();
    assert_close(even_odd(&scales), &out["evenodd"], CLOSE, "even-odd");
}

pub fn page_time(given: &Value, out: &Value, _: &Value) {
    let answered = answers_of(&given["answered"]);
    let seconds: Vec<f64> = given["seconds"]
        .as_array()
        .expect("times")
        .iter()
        .map(number)
        .collect();
    let instrument = scan_0_1();
    let sizes: Vec<usize> = instrument.pages().iter().map(Vec::len).collect();
    let stated: Vec<usize> = answered.iter().map(|&n| n.into()).collect();
    assert_eq!(sizes, stated, "the case answers every item of every page");
    let answers = answer_all(&instrument, &[3; 32]);
    let found = quality(&instrument, &answers, &seconds);
    assert_eq!(Value::from(found.fast_pages), out["fast_pages"]);
}

pub fn quality_notice(given: &Value, out: &Value, _: &Value) {
    let instrument = scan_0_1();
    let indices = Quality {
        longstring: number(&given["longstring"]) as u32,
        irv: given["irv"].as_f64(),
        pair_inconsistency: given["pair"].as_f64(),
        pairs: 12,
        acquiescence: given["acq"].as_f64(),
        fast_pages: number(&given["fast_pages"]) as u32,
        notice: false,
    };
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    assert_flags(flags(&indices, rules), out);
}

/// The flags under the names that the file gives them.
pub fn assert_flags(found: Flags, expected: &Value) {
    let named = json!({
        "longstring>=10": found.longstring,
        "irv<0.5": found.irv,
        "pair>=1.6": found.pair_inconsistency,
        "|acq|>=0.75": found.acquiescence,
        "fast_pages>=2": found.fast_pages,
        "soft_notice": found.any(),
    });
    assert_eq!(&named, expected);
}
