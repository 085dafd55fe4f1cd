//! The figures of a closed round: those that pandas gives (`tests/oracle.py`), and those of the scores of
//! each person where nobody skipped a statement.

use crate::support::*;
use fastrand::Rng;
use model::{Form, Language};
use round::{EXACT_FROM, Mean, Picture, RoundMemory, begin};
use serde_json::Value;

fn picture(given: &[Given], random: &mut Rng) -> Picture {
    let mut first = RoundMemory::default();
    let begun = begin(scan(), &contribution(&given[0]), &bytes(random), &mut first);
    let mut code = begun.expect("a round");
    for given in &given[1..] {
        let added = code.add(&contribution(given), &mut RoundMemory::default());
        code = added.expect("answers that can be added");
    }
    let closed = first.close(&code, scan()).expect("enough people");
    closed.picture(scan()).expect("its own questionnaire")
}

/// The generator of `oracle.py`.
fn team(people: u64, seed: u64, skips: bool) -> Vec<Given> {
    let mut state = seed;
    let mut draw = || {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        state >> 33
    };
    let mut answer = || {
        let skipped = draw().is_multiple_of(8) && skips;
        let value = 1 + draw() % 5;
        (!skipped).then_some(value as u8)
    };
    let mut person = || (0..STATEMENTS).map(|_| answer()).collect();
    (0..people).map(|_| person()).collect()
}

fn assert_is(mean: &Option<Mean>, expected: &Value, place: &str) {
    let Some(mean) = mean else {
        assert!(expected.is_null(), "{place}: {expected}");
        return;
    };
    assert_eq!(expected["answered"], mean.answered, "{place}");
    let points = expected["points"].as_f64().expect("a number");
    assert!(
        (points - mean.points).abs() < 1e-9,
        "{place}: {mean:?} {expected}"
    );
}

#[test]
fn means_are_those_that_pandas_gives() {
    let mut random = Rng::with_seed(61);
    let cases: Value = serde_json::from_str(include_str!("../oracle.json")).expect("JSON");
    let cases = cases.as_array().expect("cases");
    assert_eq!(cases.len(), 8);
    for case in cases {
        let number = |name: &str| case[name].as_u64().expect("a number");
        let skips = case["skips"].as_bool().expect("whether");
        let given = team(number("people"), number("seed"), skips);
        let picture = picture(&given, &mut random);
        assert_eq!(u64::from(picture.people), number("people"));
        assert_eq!((picture.scales.len(), picture.items.len()), (4, STATEMENTS));
        let at = |place: String| format!("{} people, {place}", picture.people);
        for (n, mean) in picture.items.iter().enumerate() {
            assert_is(mean, &case["items"][n], &at(format!("item {n}")));
        }
        for (n, mean) in picture.scales.iter().enumerate() {
            assert_is(mean, &case["scales"][n], &at(format!("scale {n}")));
            for (m, mean) in picture.facets[n].iter().enumerate() {
                assert_is(mean, &case["facets"][n][m], &at(format!("facet {n} {m}")));
            }
        }
    }
}

#[test]
fn where_nobody_skipped_a_scale_s_mean_is_that_of_the_people_s_scores() {
    let mut random = Rng::with_seed(62);
    let given = team(20, 9, false);
    let picture = picture(&given, &mut random);
    for (scale, mean) in picture.scales.iter().enumerate() {
        let percents = given.iter().map(|given| {
            let session = session_in(given, Language::Nl, Form::SelfReport);
            let scores = scoring::score(scan(), session.answers());
            scores.scales[scale]
                .scored
                .as_ref()
                .expect("a score")
                .percent
        });
        let expected = percents.sum::<f64>() / 20.0;
        let mean = mean.expect("twenty people");
        assert!((mean.points - expected).abs() < 1e-9);
    }
}

#[test]
fn below_ten_people_every_mean_is_a_whole_number() {
    let mut random = Rng::with_seed(63);
    for people in 5..=10_u32 {
        let picture = picture(&team(people.into(), 10, false), &mut random);
        let facets = picture.facets.iter().flatten();
        let all = picture.scales.iter().chain(facets).chain(&picture.items);
        let points: Vec<f64> = all.map(|mean| mean.expect("enough").points).collect();
        let are_whole = points.iter().all(|points| points.fract() == 0.0);
        assert_eq!(are_whole, people < EXACT_FROM);
    }
}
