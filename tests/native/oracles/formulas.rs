//! One person's scale: keying, score, band, precision and change.

use super::{CLOSE, answers_of, assert_close, number, whole_numbers};
use crate::support::{Shape, answer, answer_all};
use model::Rating;
use model::{Instrument, Key, Polarity};
use scoring::{
    classical_interval, classical_sem, conditional_precision, keyed, keyed_answers, mindset_index,
    minimal_change, minimal_steps, paired_change, reliable_change as change, score,
};
use serde_json::Value;

/// A scale with these keys, as they stand in a case.
fn scale_of(keys: &Value) -> Instrument {
    let keys = keys.as_array().expect("keys").iter();
    let keys: String = keys.map(|key| key.as_str().expect("a key")).collect();
    Shape {
        scales: &[("A", &keys)],
        ..Shape::default()
    }
    .build()
}

pub fn reverse_key(given: &Value, out: &Value, _: &Value) {
    let instrument = Shape::default().build();
    let response = instrument.response_scale();
    let rating = Rating::new(number(&given["x"]) as u8, response).expect("on the scale");
    let key = if given["key"] == "+" {
        Key::Plus
    } else {
        Key::Minus
    };
    assert_eq!(f64::from(keyed(rating, key, response)), number(out));
}

pub fn pomp_scale_score(given: &Value, out: &Value, _: &Value) {
    let instrument = scale_of(&given["keys"]);
    let answers = answer_all(&instrument, &answers_of(&given["raw"]));
    assert_eq!(
        keyed_answers(&instrument, &answers),
        whole_numbers(&out["keyed"])
    );
    let scores = score(&instrument, &answers);
    let scored = scores.scales[0].scored.as_ref().expect("a score");
    assert_close(Some(scored.percent), &out["score"], CLOSE, "score");
    let mean = f64::from(scored.raw) / f64::from(scores.scales[0].answered);
    assert_close(Some(mean), &out["item_mean"], CLOSE, "item mean");
}

pub fn missing_prorate(given: &Value, out: &Value, _: &Value) {
    let instrument = scale_of(&given["keys"]);
    let answers = answer(&instrument, &whole_numbers(&given["raw"]));
    let scores = score(&instrument, &answers);
    let scale = &scores.scales[0];
    assert_eq!(f64::from(scale.answered), number(&out["n_answered"]));
    assert_eq!(f64::from(scale.needed), number(&out["needed"]));
    let scored = scale.scored.as_ref();
    let percent = scored.map(|scored| scored.percent);
    assert_close(percent, &out["score"], CLOSE, "score");
    if let Some(mean) = out.get("item_mean") {
        let found = scored.map(|scored| f64::from(scored.raw) / f64::from(scale.answered));
        assert_close(found, mean, CLOSE, "item mean");
    }
}

pub fn band(given: &Value, out: &Value, _: &Value) {
    let instrument = Shape::default().build();
    let scores = score(
        &instrument,
        &answer_all(&instrument, &answers_of(&given["keyed"])),
    );
    let scored = scores.scales[0].scored.as_ref().expect("a score");
    assert_close(Some(scored.percent), &out["score"], CLOSE, "score");
    assert_eq!(
        serde_json::to_value(scored.band).expect("a word"),
        out["band"]
    );
    assert_eq!(Value::from(scored.border), out["border"]);
    let step = 100.0 / f64::from(scored.raw_max - scored.raw_min);
    assert_close(Some(step), &out["step"], CLOSE, "answer step");
}

pub fn mindset_index_optional(given: &Value, out: &Value, _: &Value) {
    let scales = given.as_object().expect("scales").iter();
    let scales: Vec<_> = scales
        .map(|(name, percent)| {
            let limiting = name == "LIM";
            let polarity = if limiting {
                Polarity::Limiting
            } else {
                Polarity::Supporting
            };
            (polarity, percent.as_f64())
        })
        .collect();
    assert_close(mindset_index(&scales), out, CLOSE, "index");
}

pub fn sem_classical(given: &Value, out: &Value, _: &Value) {
    // The file states the 95 % quantile; its "68 %" is one standard error.
    const Z95: f64 = 1.959963984540054;
    let sem = classical_sem(number(&given["sd"]), number(&given["r"]));
    assert_close(Some(sem), &out["sem"], CLOSE, "SEM");
    for (z, name) in [(Z95, "ci95"), (1.0, "ci68")] {
        let (low, high) = classical_interval(number(&given["score"]), sem, z);
        assert_close(Some(low), &out[name][0], CLOSE, name);
        assert_close(Some(high), &out[name][1], CLOSE, name);
    }
}

pub fn conditional_se(given: &Value, out: &Value, file: &Value) {
    let instrument = Shape::default().build();
    let response = instrument.response_scale();
    let keyed = answers_of(&given["keyed"]);
    for (quantile, name) in [(0.9, "ci80"), (0.975, "ci95")] {
        let expected = &out[name];
        let found = conditional_precision(&keyed, response, quantile).expect("two answers");
        assert_close(Some(found.standard_error), &expected["se"], CLOSE, "SE");
        assert_close(Some(found.low), &expected["lo"], CLOSE, "low");
        assert_close(Some(found.high), &expected["hi"], CLOSE, "high");
    }
    if keyed.len() == 8 {
        let scores = score(&instrument, &answer_all(&instrument, &keyed));
        let scored = scores.scales[0].scored.as_ref().expect("a score");
        assert_close(Some(scored.percent), &out["ci80"]["score"], CLOSE, "score");
        let precision = scored.precision.expect("the shape gives precision");
        assert_close(
            Some(precision.high),
            &out["ci80"]["hi"],
            CLOSE,
            "the interval of 80 %",
        );
    }
    t_quantiles(
        &instrument,
        &file["formulas"]["conditional_se"]["notes"]["t_quantiles"],
    );
}

/// The quantile is the half width of an interval in the middle over its standard error.
fn t_quantiles(instrument: &Instrument, table: &Value) {
    for (df, row) in table.as_object().expect("quantiles by df") {
        let n: usize = df.parse::<usize>().expect("a number") + 1;
        let keyed: Vec<u8> = (0..n).map(|item| 2 + (item % 3) as u8).collect();
        for (p, name) in [(0.9, "t.90"), (0.975, "t.975")] {
            let found = conditional_precision(&keyed, instrument.response_scale(), p);
            let found = found.expect("two answers");
            let t = (found.high - found.low) / 2.0 / found.standard_error;
            assert_close(Some(t), &row[name], CLOSE, name);
        }
    }
}

pub fn reliable_change(given: &Value, out: &Value, _: &Value) {
    let sem = classical_sem(number(&given["sd"]), number(&given["r"]));
    let found = change(number(&given["p1"]), number(&given["p2"]), sem);
    assert_close(Some(sem), &out["sem"], CLOSE, "SEM");
    assert_close(
        Some(found.standard_error),
        &out["s_diff"],
        CLOSE,
        "SE of the difference",
    );
    assert_close(Some(found.index), &out["rc"], CLOSE, "index");
    assert_close(Some(minimal_change(sem)), &out["mdc95"], CLOSE, "MDC95");
    assert_eq!(Value::from(found.reliable), out["reliable"]);
}

pub fn paired_item_change(given: &Value, out: &Value, _: &Value) {
    let (first, second) = (answers_of(&given["k1"]), answers_of(&given["k2"]));
    let found = paired_change(&first, &second, 4).expect("items");
    assert_eq!(Value::from(found.moves.clone()), out["d"]);
    assert_close(Some(found.mean), &out["mean_d"], CLOSE, "mean");
    assert_close(Some(found.points), &out["delta_pomp"], CLOSE, "points");
    assert_close(found.sd, &out["sd_d"], CLOSE, "SD");
    assert_close(found.t, &out["t"], CLOSE, "t");
    assert_eq!(Value::from(found.moves.len() - 1), out["df"]);
    assert_eq!(Value::from(found.moved_two), out["n_items_moved_2plus"]);
}

#[test]
fn the_assumed_change_is_nine_steps_of_the_scan_and_six_of_the_mirror() {
    // The specification: SD 20 with r .75 over 8 items, and .60 over 4 by Spearman-Brown.
    let (scan, mirror) = (classical_sem(20.0, 0.75), classical_sem(20.0, 0.60));
    assert_eq!(minimal_steps(scan, 32), 9);
    assert_eq!(minimal_steps(mirror, 16), 6);
    assert!((mirror - 12.65).abs() < 0.005);
    assert!((minimal_change(mirror) - 35.06).abs() < 0.005);
}

#[test]
fn the_interval_of_four_items_is_never_narrower_than_the_rounding_of_answers() {
    // The specification's addendum: half widths to two decimals, for 4 and 3 answers.
    let instrument = Shape::default().build();
    for (keyed, half) in [(&[3; 4][..], 5.91), (&[3; 3][..], 7.86)] {
        let found = conditional_precision(keyed, instrument.response_scale(), 0.9);
        let found = found.expect("two answers");
        assert!(((found.high - found.low) / 2.0 - half).abs() < 0.005);
    }
}

#[test]
fn one_answer_alone_has_no_interval() {
    let instrument = Shape::default().build();
    assert_eq!(
        conditional_precision(&[4], instrument.response_scale(), 0.9),
        None
    );
}
