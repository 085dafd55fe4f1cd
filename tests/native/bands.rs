//! Bands and the border flag, one answer step on each side of every cut.

use crate::support::{Shape, answer};
use model::Band::{self, High, Low, Mid};
use scoring::{Scored, score};

/// A score of `steps` answer steps above the lowest, over the first `answered` items.
fn scored(shape: &Shape, answered: usize, steps: u32) -> Scored {
    let instrument = shape.build();
    let width = instrument.response_scale().steps();
    let mut left = steps;
    let mut raw = vec![None; instrument.items().len()];
    for slot in raw.iter_mut().take(answered) {
        let here = left.min(width);
        left -= here;
        *slot = Some(shape.range.0 + here as u8);
    }
    assert_eq!(left, 0, "{steps} steps do not fit in {answered} items");
    let scores = score(&instrument, &answer(&instrument, &raw));
    scores.scales[0].scored.clone().expect("enough is answered")
}

/// Every score of a scale, in runs: `(last step of the run, band)`; and the border steps.
/// The expected runs are worked out by hand from 8S < 3M and 8S > 5M.
fn every_score(shape: &Shape, answered: usize, runs: [(u32, Band); 3], border: &[u32]) {
    let mut from = 0;
    for (last, band) in runs {
        for steps in from..=last {
            let scored = scored(shape, answered, steps);
            assert_eq!(scored.band, band, "{steps} steps over {answered} items");
            let near = border.contains(&steps);
            assert_eq!(scored.border, near, "{steps} steps over {answered} items");
        }
        from = last + 1;
    }
    let width = u32::from(shape.range.1 - shape.range.0);
    assert_eq!(from - 1, answered as u32 * width, "every score is tried");
}

#[test]
fn eight_items_meet_their_cuts_at_12_and_20_of_32_steps() {
    let runs = [(11, Low), (20, Mid), (32, High)];
    every_score(&Shape::default(), 8, runs, &[11, 12, 13, 19, 20, 21]);
}

#[test]
fn seven_of_eight_have_their_cuts_between_two_answer_steps() {
    let runs = [(10, Low), (17, Mid), (28, High)];
    every_score(&Shape::default(), 7, runs, &[10, 11, 17, 18]);
}

#[test]
fn six_of_eight_meet_their_cuts_at_9_and_15_of_24_steps() {
    let runs = [(8, Low), (15, Mid), (24, High)];
    every_score(&Shape::default(), 6, runs, &[8, 9, 10, 14, 15, 16]);
}

fn four_items() -> Shape<'static> {
    Shape {
        scales: &[("A", "++++")],
        ..Shape::default()
    }
}

#[test]
fn four_items_of_five_answers_follow_the_addendum() {
    let border = [5, 6, 7, 9, 10, 11];
    every_score(&four_items(), 4, [(5, Low), (10, Mid), (16, High)], &border);
}

#[test]
fn three_of_four_items_of_five_answers_follow_the_addendum() {
    // The cuts lie at 4.5 and 7.5 of 12 steps.
    let border = [4, 5, 7, 8];
    every_score(&four_items(), 3, [(4, Low), (7, Mid), (12, High)], &border);
}

fn three_points() -> Shape<'static> {
    Shape {
        scales: &[("A", "++++")],
        range: (1, 3),
        ..Shape::default()
    }
}

#[test]
fn four_items_of_three_answers_follow_the_addendum() {
    let border = [2, 3, 4, 5, 6];
    every_score(&three_points(), 4, [(2, Low), (5, Mid), (8, High)], &border);
}

#[test]
fn three_of_four_items_of_three_answers_follow_the_addendum() {
    // The cuts lie at 2.25 and 3.75 of 6 steps.
    let border = [2, 3, 4];
    every_score(&three_points(), 3, [(2, Low), (3, Mid), (6, High)], &border);
}

#[test]
fn the_percent_of_a_three_point_scale_goes_by_half_and_sixth_steps() {
    assert_eq!(scored(&three_points(), 4, 3).percent, 37.5);
    assert_eq!(scored(&three_points(), 4, 6).percent, 75.0);
    assert!((scored(&three_points(), 3, 1).percent - 100.0 / 6.0).abs() < 1e-12);
}

#[test]
fn the_lowest_value_of_the_response_scale_need_not_be_one() {
    let from_zero = Shape {
        range: (0, 4),
        ..Shape::default()
    };
    every_score(
        &from_zero,
        8,
        [(11, Low), (20, Mid), (32, High)],
        &[11, 12, 13, 19, 20, 21],
    );
}
