//! A person's own view and the manager's.

use super::{CLOSE, assert_close, whole_numbers};
use crate::support::Shape;
use model::Band;
use scoring::{ItemAgreement, Scored, item_agreement, scale_agreement};
use serde_json::Value;

pub fn differences(given: &Value, out: &Value, _: &Value) {
    let names: Vec<&String> = given["self"].as_object().expect("scales").keys().collect();
    let scored = |view: &str| -> Vec<Scored> {
        let percents = names.iter().map(|name| given[view][*name].as_f64());
        let percents = percents.map(|percent| percent.expect("a score"));
        percents.map(of_eight_items).collect()
    };
    let (own, other) = (scored("self"), scored("manager"));
    let scores: Vec<_> = own.iter().map(Some).zip(other.iter().map(Some)).collect();
    let instrument = Shape::default().build();
    let found = scale_agreement(&scores, instrument.response_scale()).expect("joint scales");
    for (name, scale) in names.iter().zip(&found.scales) {
        let scale = scale.expect("a score in both views");
        assert_close(Some(scale.difference), &out["diff"][*name], CLOSE, name);
        assert_eq!(
            Value::from(scale.highlighted),
            out["gap_ge_25"][*name],
            "{name}"
        );
    }
    assert_close(Some(found.mean), &out["mean_diff"], CLOSE, "mean");
    assert_close(Some(found.distance), &out["profile_D"], CLOSE, "D");
    assert_close(
        Some(found.root_mean_square),
        &out["profile_rms"],
        CLOSE,
        "rms",
    );
}

/// The score of eight answers of 1 to 5 that is this percentage.
fn of_eight_items(percent: f64) -> Scored {
    let steps = percent * 32.0 / 100.0;
    assert_eq!(steps.fract(), 0.0, "{percent} is no score of eight items");
    Scored {
        raw: 8 + steps as u32,
        raw_min: 8,
        raw_max: 40,
        percent,
        band: Band::Mid,
        border: false,
        precision: None,
    }
}

pub fn items(given: &Value, out: &Value, _: &Value) {
    let own = whole_numbers(&given["self"]);
    let other = whole_numbers(&given["manager"]);
    assert_items(&item_agreement(&own, &other).expect("joint items"), out);
}

/// Item agreement under the names that the file gives its figures.
pub fn assert_items(found: &ItemAgreement, expected: &Value) {
    assert_eq!(Value::from(found.joint), expected["n_joint"]);
    assert_close(Some(found.mean_absolute), &expected["mad"], CLOSE, "MAD");
    assert_close(
        Some(found.within_one),
        &expected["within_1"],
        CLOSE,
        "within 1",
    );
    assert_close(found.pearson, &expected["pearson_r"], CLOSE, "r");
    assert_close(found.double_entry, &expected["icc_de"], CLOSE, "ICC");
    assert_close(
        Some(found.elevation),
        &expected["elevation_diff"],
        CLOSE,
        "elevation",
    );
}
