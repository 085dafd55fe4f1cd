//! The soft notice, on each side of every threshold.

use crate::support::{Shape, answer, answer_all, sales_mindset};
use model::Instrument;
use scoring::{Quality, flags, quality};
use serde_json::json;

/// Pairs whose answers are given as `(plus, minus)`, presented in that order.
fn of_pairs(pairs: &[(u8, u8)]) -> (Instrument, Quality) {
    let instrument = Shape {
        scales: &[("A", &"+-".repeat(pairs.len()))],
        pairs: true,
        quality: json!({
            "longstring": 10, "irv_below": 0.5, "min_pairs": 9,
            "pair_inconsistency": { "numerator": 8, "denominator": 5 },
            "acquiescence": { "numerator": 3, "denominator": 2 },
            "fast_seconds_per_item": 2.0, "fast_pages": 2,
        }),
        ..Shape::default()
    }
    .build();
    let raw: Vec<u8> = pairs
        .iter()
        .flat_map(|&(plus, minus)| [plus, minus])
        .collect();
    let found = quality(&instrument, &answer_all(&instrument, &raw), &[]);
    (instrument, found)
}

/// The quality of raw answers to the product's statements, in the order of presentation.
fn presented(raw: &[Option<u8>; 32]) -> Quality {
    let instrument = sales_mindset();
    let mut by_item = [None; 32];
    for (item, value) in instrument.order().zip(raw) {
        by_item[item] = *value;
    }
    quality(&instrument, &answer(&instrument, &by_item), &[])
}

/// Answers without a run: 1 5 1 5 …
fn alternating() -> [Option<u8>; 32] {
    std::array::from_fn(|place| Some(if place % 2 == 0 { 1 } else { 5 }))
}

#[test]
fn a_run_counts_in_the_order_of_presentation_and_a_skip_breaks_it() {
    let mut raw = alternating();
    raw[3..13].fill(Some(3));
    assert_eq!(presented(&raw).longstring, 10);
    raw[7] = None;
    assert_eq!(presented(&raw).longstring, 5);
    assert_eq!(presented(&[None; 32]).longstring, 0);
}

#[test]
fn ten_equal_answers_in_a_row_give_the_notice_and_nine_do_not() {
    let instrument = sales_mindset();
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    for (length, flagged) in [(9, false), (10, true)] {
        let mut raw = alternating();
        raw[4..4 + length].fill(Some(3));
        assert_eq!(flags(&presented(&raw), rules).longstring, flagged);
    }
}

#[test]
fn pairs_that_contradict_as_often_as_chance_give_the_notice() {
    // Ten pairs: a sum of 16 is a mean of exactly 1.6; the directions cancel.
    let at = [
        (5, 5),
        (1, 1),
        (5, 5),
        (1, 1),
        (3, 3),
        (3, 3),
        (3, 3),
        (3, 3),
        (2, 4),
        (4, 2),
    ];
    let (instrument, found) = of_pairs(&at);
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    assert_eq!(found.pair_inconsistency, Some(1.6));
    assert!(flags(&found, rules).pair_inconsistency);
    assert!(found.notice);
    let mut below = at;
    below[0] = (5, 4);
    let (_, found) = of_pairs(&below);
    assert_eq!(found.pair_inconsistency, Some(1.5));
    assert!(!flags(&found, rules).pair_inconsistency);
}

#[test]
fn agreeing_with_both_of_a_pair_gives_the_notice_from_three_quarters_of_a_step() {
    // Twelve pairs: a signed sum of 18 is a mean of exactly 0.75 a statement.
    let mut pairs = [(4, 4); 12];
    pairs[0] = (3, 3);
    pairs[1] = (3, 3);
    pairs[2] = (3, 3);
    let (instrument, found) = of_pairs(&pairs);
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    assert_eq!(found.acquiescence, Some(0.75));
    assert!(flags(&found, rules).acquiescence);
    pairs[3] = (4, 3);
    let (_, below) = of_pairs(&pairs);
    assert!(!flags(&below, rules).acquiescence);
    let disagreeing = pairs.map(|(plus, minus)| (6 - plus, 6 - minus));
    let (_, other_way) = of_pairs(&disagreeing);
    assert_eq!(other_way.acquiescence, below.acquiescence.map(|mean| -mean));
}

#[test]
fn eight_complete_pairs_are_too_few_for_the_pair_indices() {
    let (_, eight) = of_pairs(&[(4, 4); 8]);
    assert_eq!(eight.pairs, 8);
    assert_eq!((eight.pair_inconsistency, eight.acquiescence), (None, None));
    let (_, nine) = of_pairs(&[(4, 4); 9]);
    assert_eq!(
        (nine.pair_inconsistency, nine.acquiescence),
        (Some(2.0), Some(1.0))
    );
}

#[test]
fn a_spread_of_half_a_step_is_enough_and_less_is_not() {
    let instrument = sales_mindset();
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    let spread = |irv| Quality {
        irv,
        ..presented(&alternating())
    };
    assert!(!flags(&spread(Some(0.5)), rules).irv);
    assert!(flags(&spread(Some(0.499)), rules).irv);
    assert!(!flags(&spread(None), rules).irv);
}

#[test]
fn two_fast_pages_give_the_notice_and_one_does_not() {
    let instrument = sales_mindset();
    let answers = answer(&instrument, &alternating());
    let fast = |seconds: &[f64]| quality(&instrument, &answers, seconds).fast_pages;
    assert_eq!(
        fast(&[15.9, 16.0, 40.0, 40.0]),
        1,
        "16 s for 8 statements is 2 s each"
    );
    assert_eq!(fast(&[15.9, 15.9, 40.0, 40.0]), 2);
    let rules = instrument.rules().quality.as_ref().expect("quality rules");
    for (pages, flagged) in [(1, false), (2, true)] {
        let found = Quality {
            fast_pages: pages,
            ..quality(&instrument, &answers, &[])
        };
        assert_eq!(flags(&found, rules).fast_pages, flagged);
    }
}

#[test]
fn a_page_without_a_time_or_without_an_answer_is_not_fast() {
    let instrument = sales_mindset();
    let answers = answer(&instrument, &alternating());
    assert_eq!(quality(&instrument, &answers, &[]).fast_pages, 0);
    assert_eq!(quality(&instrument, &answers, &[0.0; 4]).fast_pages, 0);
    let nothing = answer(&instrument, &[None; 32]);
    assert_eq!(quality(&instrument, &nothing, &[1.0; 4]).fast_pages, 0);
}

#[test]
fn time_counts_by_answered_statement() {
    let instrument = sales_mindset();
    let mut raw = alternating();
    // Of the first page only two are answered: 8 s are 4 s each.
    for &item in &instrument.pages()[0][2..] {
        raw[item] = None;
    }
    let answers = answer(&instrument, &raw);
    assert_eq!(quality(&instrument, &answers, &[8.0]).fast_pages, 0);
}
