//! Results side by side over time.

use crate::support::sales_mindset;
use model::{Answers, Session, SessionParts};
use model::{Instrument, Key, Language};
use records::example_session;
use report::history;

/// A result with this raw value on items keyed plus, and its mirror image on the others.
fn taken(instrument: &Instrument, value: u8, language: Language) -> Session {
    let parts = example_session(instrument)
        .expect("an example")
        .parts()
        .clone();
    let values = instrument.items().iter().enumerate().map(|(n, item)| {
        let raw = match item.key {
            Key::Plus => value,
            Key::Minus => 6 - value,
        };
        (n, Some(raw))
    });
    let answers = Answers::from_values(instrument, values).expect("in range");
    Session::restore(
        instrument,
        SessionParts {
            answers,
            language,
            ..parts
        },
    )
}

#[test]
fn each_result_gives_a_point_a_scale_and_the_last_language_is_the_one_that_compares() {
    let instrument = sales_mindset();
    let taken = [(2, Language::En), (3, Language::Nl), (4, Language::Nl)]
        .map(|(value, language)| taken(&instrument, value, language));
    let moments = history(&instrument, &taken.each_ref());
    let comparable: Vec<bool> = moments.iter().map(|one| one.comparable).collect();
    assert_eq!(comparable, [false, true, true]);
    // One step of four is 25 points.
    for (moment, percent) in moments.iter().zip([25.0, 50.0, 75.0]) {
        assert_eq!(moment.points.len(), 4);
        for point in moment.points.iter().flatten() {
            assert!((point.percent - percent).abs() < 1e-9);
        }
    }
}

#[test]
fn there_is_no_range_where_the_answers_form_a_pattern_and_no_point_without_a_score() {
    let instrument = sales_mindset();
    let parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    let with = |values: Vec<(usize, Option<u8>)>| {
        let answers = Answers::from_values(&instrument, values).expect("in range");
        Session::restore(
            &instrument,
            SessionParts {
                answers,
                ..parts.clone()
            },
        )
    };
    let straight = with((0..32).map(|n| (n, Some(5))).collect());
    let half = with(
        (0..16)
            .map(|n| (n, Some(if n % 2 == 0 { 4 } else { 2 })))
            .collect(),
    );
    let moments = history(&instrument, &[&straight, &half]);
    assert!(
        moments[0]
            .points
            .iter()
            .flatten()
            .all(|point| point.range.is_none())
    );
    assert_eq!(
        moments[1]
            .points
            .iter()
            .filter(|point| point.is_none())
            .count(),
        2
    );
}
