//! Every case of the oracles of the scan 0.2.0: what a program of its own made of twelve made-up
//! answer sets (see their `_about`), held against what is scored and reported.

use crate::scan_0_2::{definition, instrument, reframes_shown, session};
use model::{Form, Instrument, Session};
use report::{FacetsReport, Report};
use scoring::{ScaleScore, flags};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The tolerance that the file states.
const CLOSE: f64 = 1e-9;

fn oracles() -> Value {
    serde_json::from_str(include_str!("fixtures/oracles-0.2.json")).expect("the oracles are JSON")
}

fn cases(file: &Value) -> &[Value] {
    file["cases"].as_array().expect("cases")
}

/// The session of a case. Each item and each choice must be one of the instrument's.
fn session_of(instrument: &Instrument, case: &Value) -> Session {
    let answers = case["answers"].as_object().expect("answers");
    assert_eq!(answers.len(), instrument.items().len());
    let items = instrument.items().iter();
    let raw: Vec<Option<u8>> = items
        .map(|item| match &answers[&item.id] {
            Value::Null => None,
            value => Some(value.as_u64().expect("a whole number") as u8),
        })
        .collect();
    let chosen = case["context"].as_object().expect("choices");
    let questions = instrument.context_questions();
    assert!(
        chosen
            .keys()
            .all(|id| questions.iter().any(|question| question.id == *id))
    );
    let questions = questions.iter();
    let context: Vec<Option<usize>> = questions
        .map(|question| {
            let id = chosen.get(&question.id)?.as_str()?;
            let place = question.options.iter().position(|option| option.id == id);
            Some(place.expect("a known option"))
        })
        .collect();
    session(instrument, Form::SelfReport, &raw, &context)
}

/// The expected numbers must be as close as the file says; everything else must be equal.
fn assert_same(found: &Value, expected: &Value, place: &str) {
    match (found, expected) {
        (Value::Object(one), Value::Object(other)) => {
            let keys = |object: &Map<String, Value>| object.keys().cloned().collect::<Vec<_>>();
            assert_eq!(keys(one), keys(other), "{place}");
            for (name, found) in one {
                assert_same(found, &other[name], &format!("{place}.{name}"));
            }
        }
        (Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.as_f64(), other.as_f64());
            let (one, other) = (one.expect("a double"), other.expect("a double"));
            assert!(
                (one - other).abs() <= CLOSE,
                "{place}: {one} instead of {other}"
            );
        }
        _ => assert_eq!(found, expected, "{place}"),
    }
}

/// A scale's score under the names of the file.
fn scale(score: &ScaleScore) -> Value {
    let scored = score.scored.as_ref();
    json!({
        "answered": score.answered,
        "sum": scored.map(|scored| scored.raw - scored.raw_min),
        "percent": scored.map(|scored| scored.percent),
        "band": scored.map(|scored| scored.band),
        "border": scored.map(|scored| scored.border),
    })
}

/// The facets that something is said about, by id.
fn facets(instrument: &Instrument, scale: usize, report: &FacetsReport) -> Value {
    let facets = &instrument.scales()[scale].facets;
    let ids = |list: &[usize]| -> Vec<&str> { list.iter().map(|&n| &*facets[n].id).collect() };
    json!({ "strong": ids(&report.strong), "to_gain": ids(&report.to_gain) })
}

/// How far the answers to the pairs lie apart, and which way they lean: both sums over the pairs of
/// which both statements were answered, from the answers as given and the pairs that the authors
/// wrote. Nothing here is the product's.
fn sums_of_pairs(case: &Value) -> [i64; 2] {
    let definition = definition();
    let pairs = definition["pairs"].as_array().expect("pairs").iter();
    let answer = |item: &Value| case["answers"][item.as_str().expect("an id")].as_i64();
    let apart = pairs.filter_map(|pair| Some(answer(&pair["plus"])? + answer(&pair["minus"])? - 6));
    apart.fold([0, 0], |[distance, leaning], apart| {
        [distance + apart.abs(), leaning + apart]
    })
}

/// The pair indices. The product gives no sums, and below the rule no means either: the sums are
/// worked out here, and its means are held against them too.
fn pairs(instrument: &Instrument, report: &Report, case: &Value) -> Value {
    let quality = &report.quality;
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    let flags = flags(quality, rules);
    let [distance, leaning] = sums_of_pairs(case);
    let is_sum = |mean: Option<f64>, sum: i64| {
        let of_mean = mean.map(|mean| mean * f64::from(quality.pairs));
        of_mean.is_none_or(|of_mean| (of_mean - sum as f64).abs() <= CLOSE)
    };
    assert!(is_sum(quality.pair_inconsistency, distance));
    assert!(is_sum(quality.acquiescence.map(|mean| 2.0 * mean), leaning));
    // Without an index there is no flag; the product's own is then down.
    let flag = |mean: Option<f64>, flag: bool| {
        assert!(mean.is_some() || !flag);
        mean.map(|_| flag)
    };
    json!({
        "complete": quality.pairs,
        "sum_distance": distance,
        "sum_leaning": leaning,
        "inconsistency": quality.pair_inconsistency,
        "inconsistency_flag": flag(quality.pair_inconsistency, flags.pair_inconsistency),
        "acquiescence": quality.acquiescence,
        "acquiescence_flag": flag(quality.acquiescence, flags.acquiescence),
    })
}

/// Everything that the file expects of a case, as the product has it.
fn found(instrument: &Instrument, session: &Session, case: &Value) -> Value {
    let report = Report::new(instrument, session);
    let by_scale = |value: &dyn Fn(usize) -> Value| -> Value {
        let scales = instrument.scales().iter().enumerate();
        scales
            .map(|(n, scale)| (scale.id.clone(), value(n)))
            .collect::<Map<_, _>>()
            .into()
    };
    let reframes = reframes_shown(instrument, &report);
    let patterns = &instrument.parts().patterns;
    json!({
        "scales": by_scale(&|n| scale(&report.scores.scales[n])),
        "facets": by_scale(&|n| facets(instrument, n, &report.scales[n].facets)),
        "pairs": pairs(instrument, &report, case),
        "reframes": reframes,
        "pattern": report.pattern.map(|n| &patterns[n].id),
    })
}

#[test]
fn every_case_gives_everything_that_the_file_expects() {
    let file = oracles();
    let instrument = instrument();
    for case in cases(&file) {
        let session = session_of(&instrument, case);
        let found = found(&instrument, &session, case);
        let id = case["id"].as_str().expect("an id");
        assert_same(&found, &case["expected"], id);
    }
}

#[test]
fn the_file_is_about_the_scan_that_ships_and_its_cases_reach_every_kind_of_score() {
    let file = oracles();
    let instrument = instrument();
    assert_eq!(file["instrument"]["id"], instrument.id());
    assert_eq!(file["instrument"]["version"], instrument.version());
    let about = file["_about"].as_str().unwrap_or_default();
    assert!(!about.is_empty(), "it does not say how it was computed");
    assert_eq!(cases(&file).len(), 12);
    let ids: BTreeSet<&str> = cases(&file)
        .iter()
        .filter_map(|case| case["id"].as_str())
        .collect();
    assert_eq!(ids.len(), 12, "each case has an id of its own");
    let scores = cases(&file).iter().flat_map(|case| {
        let scales = case["expected"]["scales"].as_object().expect("scales");
        scales
            .values()
            .map(|one| (one["band"].clone(), one["border"].clone()))
    });
    let scores: Vec<(Value, Value)> = scores.collect();
    for band in ["low", "mid", "high"] {
        for border in [true, false] {
            assert!(scores.contains(&(json!(band), json!(border))), "{band}");
        }
    }
    assert!(scores.contains(&(Value::Null, Value::Null)));
    let few = cases(&file)
        .iter()
        .filter(|case| case["expected"]["pairs"]["inconsistency"].is_null());
    assert!(few.count() > 0, "no case has too few pairs");
}
