//! Whole records of the product's instrument, from raw answers to every figure.

use super::of_patterns::assert_flags;
use super::of_two_views::assert_items;
use super::{CLOSE, assert_close, number, oracles};
use crate::support::{answer, scan_0_1};
use model::Answers;
use model::{Instrument, Polarity};
use scoring::{Scores, flags, item_agreement, keyed_answers, mindset_index, quality, score};
use serde_json::Value;

fn answers(instrument: &Instrument, raw: &Value) -> Answers {
    for id in raw.as_object().expect("answers").keys() {
        assert!(
            instrument.item_index(id).is_some(),
            "{id} is not in the instrument"
        );
    }
    let of = |id: &str| raw.get(id).and_then(Value::as_u64).map(|value| value as u8);
    let items = instrument.items().iter();
    let raw: Vec<Option<u8>> = items.map(|item| of(&item.id)).collect();
    answer(instrument, &raw)
}

fn percent(instrument: &Instrument, scores: &Scores, id: &str) -> Option<f64> {
    let scale = instrument.scales().iter().position(|scale| scale.id == id);
    let scored = scores.scales[scale.expect("a known scale")].scored.as_ref();
    scored.map(|scored| scored.percent)
}

fn check_scales(instrument: &Instrument, scores: &Scores, expected: &Value) {
    let expected = expected.as_object().expect("scales");
    assert_eq!(expected.len(), instrument.scales().len());
    for (scale, score) in instrument.scales().iter().zip(&scores.scales) {
        let expected = &expected[&scale.id];
        assert_eq!(Value::from(score.answered), expected["n_answered"]);
        let scored = score.scored.as_ref().expect("a score");
        assert_close(Some(scored.percent), &expected["score"], CLOSE, &scale.id);
        assert_eq!(
            serde_json::to_value(scored.band).expect("a word"),
            expected["band"]
        );
        assert_eq!(Value::from(scored.border), expected["border"]);
        let precision = scored.precision.expect("the instrument gives precision");
        let error = Some(precision.standard_error);
        assert_close(error, &expected["conditional_se"], CLOSE, &scale.id);
    }
}

fn check_quality(instrument: &Instrument, answers: &Answers, given: &Value, expected: &Value) {
    let seconds: Vec<f64> = given
        .as_array()
        .expect("times")
        .iter()
        .map(number)
        .collect();
    let found = quality(instrument, answers, &seconds);
    assert_eq!(Value::from(found.longstring), expected["longstring"]);
    assert_close(found.irv, &expected["irv"], CLOSE, "IRV");
    let inconsistency = found.pair_inconsistency;
    assert_close(
        inconsistency,
        &expected["pair_inconsistency"],
        CLOSE,
        "pairs",
    );
    assert_eq!(Value::from(found.pairs), expected["n_pairs"]);
    assert_close(found.acquiescence, &expected["acquiescence"], CLOSE, "ACQ");
    assert_eq!(Value::from(found.fast_pages), expected["fast_pages"]);
    assert_eq!(Value::from(found.notice), expected["notice"]["soft_notice"]);
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    assert_flags(flags(&found, rules), &expected["notice"]);
}

/// Items of limiting scales that were agreed with.
fn agreed_beliefs(instrument: &Instrument, answers: &Answers) -> Vec<String> {
    let response = instrument.response_scale();
    let agreed = instrument
        .items()
        .iter()
        .enumerate()
        .filter(|(index, item)| {
            instrument.scales()[item.scale].polarity == Polarity::Limiting
                && answers
                    .rating(*index)
                    .is_some_and(|rating| 2 * rating.value() > response.min + response.max)
        });
    agreed.map(|(_, item)| item.id.clone()).collect()
}

#[test]
fn every_whole_record_gives_every_figure_of_the_file() {
    let file = oracles();
    let cases = file["end_to_end"].as_array().expect("cases");
    assert!(!cases.is_empty());
    let instrument = scan_0_1();
    for case in cases {
        let (given, out) = (&case["in"], &case["out"]);
        let own = answers(&instrument, &given["raw"]);
        let scores = score(&instrument, &own);
        check_scales(&instrument, &scores, &out["scales"]);
        let percents: Vec<_> = instrument
            .scales()
            .iter()
            .map(|scale| (scale.polarity, percent(&instrument, &scores, &scale.id)))
            .collect();
        assert_close(
            mindset_index(&percents),
            &out["mindset_index"],
            CLOSE,
            "index",
        );
        check_quality(&instrument, &own, &given["page_seconds"], &out["quality"]);
        assert_eq!(
            Value::from(agreed_beliefs(&instrument, &own)),
            out["top_limiting"]
        );
        if given["manager_raw"].is_object() {
            check_manager(&instrument, &own, given, out);
        }
    }
    let with_manager = cases
        .iter()
        .filter(|case| case["in"]["manager_raw"].is_object());
    assert_eq!(with_manager.count(), 1);
}

fn check_manager(instrument: &Instrument, own: &Answers, given: &Value, out: &Value) {
    let manager = answers(instrument, &given["manager_raw"]);
    let scores = score(instrument, &manager);
    for (id, expected) in out["manager_scales"].as_object().expect("scales") {
        assert_close(percent(instrument, &scores, id), expected, CLOSE, id);
    }
    let own = keyed_answers(instrument, own);
    let other = keyed_answers(instrument, &manager);
    let found = item_agreement(&own, &other).expect("joint items");
    assert_items(&found, &out["self_manager_items"]);
}
