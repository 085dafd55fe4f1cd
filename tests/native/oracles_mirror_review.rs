//! The scores of the manager's mirror and the call review: answer sets of which a program of its own
//! worked out the scores (see their `_about`), and the bands that the scoring specification lists.

use crate::forms::{MIRROR, REVIEW};
use crate::support::{answer, answer_all};
use model::{Answer, Answers, Form, Instrument, Key, Rating};
use scoring::{ScaleScore, score_form};
use serde_json::{Map, Value, json};

/// The tolerance that the file states.
const CLOSE: f64 = 1e-9;

fn oracles() -> Value {
    serde_json::from_str(include_str!("fixtures/oracles-mirror-review.json"))
        .expect("the oracles are JSON")
}

/// The questionnaire that the file names, and its cases.
fn questionnaires(file: &Value) -> Vec<(Instrument, &[Value])> {
    let all = file["questionnaires"].as_array().expect("questionnaires");
    let of_file = |one: &Value| -> Instrument {
        let name = |part: &str| one["instrument"][part].as_str().expect("a name").to_owned();
        let source = content::version(&name("id"), &name("version")).expect("it ships");
        source.instrument().expect("it is sound")
    };
    let cases = all.iter().map(|one| {
        let cases = one["cases"].as_array().expect("cases");
        (of_file(one), &cases[..])
    });
    cases.collect()
}

/// The answers of a case; `null` is what its form has for an answer that is not given.
fn answers_of(instrument: &Instrument, form: Form, case: &Value) -> Answers {
    let given = case["answers"].as_object().expect("answers");
    assert_eq!(given.len(), instrument.items().len());
    let missing = match form.is_about_another() {
        true => Answer::CannotJudge,
        false => Answer::Skipped,
    };
    let rated = |value: u64| {
        let rating = Rating::new(value as u8, instrument.response_scale());
        Answer::Rated(rating.expect("on the scale"))
    };
    let items = instrument.items().iter().enumerate();
    items.fold(Answers::none(instrument), |answers, (n, item)| {
        answers.with(n, given[&item.id].as_u64().map_or(missing, rated))
    })
}

fn found(score: &ScaleScore) -> Value {
    let scored = score.scored.as_ref();
    let precision = scored.and_then(|scored| scored.precision);
    json!({
        "answered": score.answered,
        "sum": scored.map(|scored| scored.raw - scored.raw_min),
        "percent": scored.map(|scored| scored.percent),
        "band": scored.map(|scored| scored.band),
        "border": scored.map(|scored| scored.border),
        "precision": precision.map(|one| json!({
            "standard_error": one.standard_error, "low": one.low, "high": one.high,
        })),
    })
}

fn assert_same(found: &Value, expected: &Value, place: &str) {
    match (found, expected) {
        (Value::Object(one), Value::Object(other)) => {
            assert!(one.keys().eq(other.keys()), "{place}: {one:?} {other:?}");
            for (name, found) in one {
                assert_same(found, &other[name], &format!("{place}.{name}"));
            }
        }
        (Value::Number(one), Value::Number(other)) => {
            let [one, other] = [one, other].map(|one| one.as_f64().expect("a double"));
            assert!((one - other).abs() <= CLOSE, "{place}: {one}, not {other}");
        }
        _ => assert_eq!(found, expected, "{place}"),
    }
}

#[test]
fn every_case_gives_the_scores_of_the_independent_program() {
    let file = oracles();
    for (instrument, cases) in questionnaires(&file) {
        assert_eq!(cases.len(), 5);
        for case in cases {
            let form = case["form"].as_str().and_then(Form::from_name);
            let form = form.expect("a form");
            let answers = answers_of(&instrument, form, case);
            let scores = score_form(&instrument, form, &answers).scales;
            let scales = instrument.scales().iter().zip(&scores);
            let found: Map<String, Value> = scales
                .map(|(scale, score)| (scale.id.clone(), found(score)))
                .collect();
            let place = case["id"].as_str().expect("an id");
            assert_same(&found.into(), &case["expected"]["scales"], place);
        }
    }
}

#[test]
fn the_cases_have_every_band_and_scores_that_cannot_be_given_on_each_questionnaire() {
    let file = oracles();
    for (instrument, cases) in questionnaires(&file) {
        let scales = cases.iter().flat_map(|case| {
            let scales = case["expected"]["scales"].as_object().expect("scales");
            scales.values()
        });
        let bands: Vec<&Value> = scales.map(|scale| &scale["band"]).collect();
        for band in [json!("low"), json!("mid"), json!("high"), Value::Null] {
            assert!(bands.contains(&&band), "{}: {band}", instrument.id());
        }
    }
}

/// The bands of a scale by its sum above the lowest, with this many of its four statements answered.
fn bands(json: &str, answered: usize) -> Vec<&'static str> {
    let instrument = definition::from_json(json).expect("it is sound");
    let response = instrument.response_scale().clone();
    let items = instrument.scales()[0].items.clone();
    let steps = response.steps() as usize;
    let of_sum = |sum: usize| {
        let mut raw = vec![None; instrument.items().len()];
        let mut left = sum;
        for &item in &items[..answered] {
            let step = left.min(steps) as u8;
            left -= usize::from(step);
            raw[item] = Some(match instrument.items()[item].key {
                Key::Plus => response.min + step,
                Key::Minus => response.max - step,
            });
        }
        let scores = score_form(&instrument, Form::SelfReport, &answer(&instrument, &raw));
        scores.scales[0].scored.as_ref().map(|scored| scored.band)
    };
    let name = |sum| match of_sum(sum).map(|band| json!(band)) {
        Some(band) if band == "low" => "low",
        Some(band) if band == "mid" => "mid",
        Some(_) => "high",
        None => "none",
    };
    (0..=answered * steps).map(name).collect()
}

/// As the specification writes it: the last sum of the low band, of the mid one, and of the high one.
fn up_to(low: usize, mid: usize, high: usize) -> Vec<&'static str> {
    let band = |sum| match sum {
        sum if sum <= low => "low",
        sum if sum <= mid => "mid",
        _ => "high",
    };
    (0..=high).map(band).collect()
}

#[test]
fn the_bands_of_a_few_statements_are_those_of_the_specification() {
    assert_eq!(bands(MIRROR, 4), up_to(5, 10, 16));
    assert_eq!(bands(MIRROR, 3), up_to(4, 7, 12));
    assert_eq!(bands(REVIEW, 4), up_to(2, 5, 8));
    assert_eq!(bands(REVIEW, 3), up_to(2, 3, 6));
    for json in [MIRROR, REVIEW] {
        assert!(bands(json, 2).iter().all(|band| *band == "none"));
    }
}

#[test]
fn a_border_and_a_margin_are_shown_on_the_mirror_and_not_on_the_review() {
    for (json, is_shown) in [(MIRROR, true), (REVIEW, false)] {
        let instrument = definition::from_json(json).expect("it is sound");
        let raw = vec![instrument.response_scale().min; instrument.items().len()];
        let answers = answer_all(&instrument, &raw);
        let scores = score_form(&instrument, Form::SelfReport, &answers);
        let all = scores.scales.iter().filter_map(|one| one.scored.as_ref());
        assert_eq!(instrument.rules().show_border, is_shown);
        assert!(
            all.into_iter()
                .all(|one| one.precision.is_some() == is_shown)
        );
    }
}
