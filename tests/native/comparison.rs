//! Two results beside each other.

use crate::support::sales_mindset;
use model::{Answers, Session, SessionParts};
use model::{Instrument, Key, Language};
use records::example_session;
use report::{Comparison, Move, NotComparable, Verdict, compare};

/// A session whose first scale takes so many answer steps above its lowest score.
fn with_steps(instrument: &Instrument, steps: u32, language: Language) -> Session {
    let mut left = steps;
    let values = instrument.scales()[0].items.iter().map(|&item| {
        let up = left.min(4);
        left -= up;
        let keyed = 1 + up as u8;
        let reversed = instrument.items()[item].key == Key::Minus;
        (item, Some(if reversed { 6 - keyed } else { keyed }))
    });
    let answers = Answers::from_values(instrument, values).expect("in range");
    let example = example_session(instrument).expect("an example");
    let parts = SessionParts {
        answers,
        language,
        ..example.parts().clone()
    };
    Session::restore(instrument, parts)
}

fn between(first: u32, second: u32) -> Comparison {
    let instrument = sales_mindset();
    let [then, now] = [first, second].map(|n| with_steps(&instrument, n, Language::Nl));
    compare(&instrument, &then, &now).expect("comparable")
}

#[test]
fn eight_answer_steps_may_be_chance_and_nine_are_a_change_either_way() {
    // The specification: 27.72 points, which are nine of the 32 steps.
    for (first, second, verdict) in [
        (10, 10, Verdict::WithinNoise),
        (10, 18, Verdict::WithinNoise),
        (10, 19, Verdict::Changed),
        (18, 10, Verdict::WithinNoise),
        (19, 10, Verdict::Changed),
    ] {
        let comparison = between(first, second);
        assert_eq!(comparison.scales[0].verdict, verdict, "{first} to {second}");
        assert_eq!(comparison.threshold, 28.125);
    }
}

#[test]
fn a_scale_without_a_score_is_not_compared() {
    let comparison = between(10, 20);
    let scale = comparison.scales[1];
    assert_eq!(
        (scale.then, scale.now, scale.verdict),
        (None, None, Verdict::NoScore)
    );
}

#[test]
fn answers_that_moved_two_steps_or_more_are_named_as_given() {
    let instrument = sales_mindset();
    let first = instrument.scales()[0].items[0];
    let moved = between(0, 2).moved;
    let (then, now) = match instrument.items()[first].key {
        Key::Plus => (1, 3),
        Key::Minus => (5, 3),
    };
    assert_eq!(
        moved,
        [Move {
            item: first,
            then,
            now
        }]
    );
    assert_eq!(between(0, 1).moved, []);
}

#[test]
fn results_in_two_languages_are_not_compared() {
    let instrument = sales_mindset();
    let then = with_steps(&instrument, 10, Language::Nl);
    let now = with_steps(&instrument, 10, Language::En);
    assert_eq!(
        compare(&instrument, &then, &now),
        Err(NotComparable::Language)
    );
}
