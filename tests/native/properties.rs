//! What holds for every possible set of answers.

use crate::support::{Shape, answer};
use model::{Band, Instrument};
use proptest::prelude::*;
use scoring::{Scored, item_agreement, paired_change, quality, score};
use serde_json::json;

/// An item of a scale: whether it is reverse-keyed, and its raw answer.
type Item = (bool, Option<u8>);

/// A response range and the items of one scale, most of them answered.
fn scales() -> impl Strategy<Value = ((u8, u8), Vec<Item>)> {
    (0_u8..=2, 1_u8..=6).prop_flat_map(|(min, steps)| {
        let value = prop::option::weighted(0.9, min..=min + steps);
        let items = prop::collection::vec((any::<bool>(), value), 1..=12);
        (Just((min, min + steps)), items)
    })
}

fn instrument(range: (u8, u8), items: &[Item]) -> Instrument {
    let keys: String = items
        .iter()
        .map(|(minus, _)| if *minus { '-' } else { '+' })
        .collect();
    Shape {
        scales: &[("A", &keys)],
        range,
        ..Shape::default()
    }
    .build()
}

fn scored(range: (u8, u8), items: &[Item]) -> Option<Scored> {
    let instrument = instrument(range, items);
    let raw: Vec<Option<u8>> = items.iter().map(|(_, raw)| *raw).collect();
    score(&instrument, &answer(&instrument, &raw))
        .scales
        .remove(0)
        .scored
}

fn turned(band: Band) -> Band {
    match band {
        Band::Low => Band::High,
        Band::Mid => Band::Mid,
        Band::High => Band::Low,
    }
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() < 1e-9
}

proptest! {
    #[test]
    fn turning_every_key_round_mirrors_the_score((range, items) in scales()) {
        let flipped: Vec<Item> = items.iter().map(|&(minus, raw)| (!minus, raw)).collect();
        let (one, other) = (scored(range, &items), scored(range, &flipped));
        prop_assert_eq!(one.is_some(), other.is_some());
        if let (Some(one), Some(other)) = (one, other) {
            prop_assert!(close(one.percent, 100.0 - other.percent));
            prop_assert_eq!(one.band, turned(other.band));
            prop_assert_eq!(one.border, other.border);
            if let (Some(one), Some(other)) = (one.precision, other.precision) {
                prop_assert!(close(one.standard_error, other.standard_error));
                prop_assert!(close(one.low, 100.0 - other.high));
            }
        }
    }

    #[test]
    fn the_order_of_the_items_does_not_matter(
        (range, items, shuffled) in scales().prop_flat_map(|(range, items)| {
            let shuffled = Just(items.clone()).prop_shuffle();
            (Just(range), Just(items), shuffled)
        })
    ) {
        prop_assert_eq!(scored(range, &items), scored(range, &shuffled));
    }

    #[test]
    fn a_score_lies_between_0_and_100_and_within_its_interval((range, items) in scales()) {
        if let Some(scored) = scored(range, &items) {
            prop_assert!((0.0..=100.0).contains(&scored.percent));
            prop_assert!(scored.raw_min <= scored.raw && scored.raw <= scored.raw_max);
            if let Some(precision) = scored.precision {
                prop_assert!(precision.standard_error > 0.0);
                prop_assert!(0.0 <= precision.low && precision.low <= scored.percent);
                prop_assert!(scored.percent <= precision.high && precision.high <= 100.0);
            }
        }
    }

    #[test]
    fn there_is_a_score_exactly_when_three_quarters_are_answered((range, items) in scales()) {
        let answered = items.iter().filter(|(_, raw)| raw.is_some()).count();
        prop_assert_eq!(scored(range, &items).is_some(), 4 * answered >= 3 * items.len());
    }

    #[test]
    fn one_step_towards_the_key_raises_the_score_and_never_lowers_the_band(
        (range, items) in scales(),
        pick in any::<prop::sample::Index>(),
    ) {
        let pick = pick.index(items.len());
        let (minus, raw) = items[pick];
        let towards = raw.and_then(|raw| if minus {
            raw.checked_sub(1).filter(|raw| *raw >= range.0)
        } else {
            Some(raw + 1).filter(|raw| *raw <= range.1)
        });
        if let Some(raw) = towards {
            let mut moved = items.clone();
            moved[pick].1 = Some(raw);
            if let (Some(before), Some(after)) = (scored(range, &items), scored(range, &moved)) {
                prop_assert_eq!(after.raw, before.raw + 1);
                prop_assert!(after.percent > before.percent);
                prop_assert!(after.band >= before.band);
            }
        }
    }

    #[test]
    fn one_answer_throughout_lies_in_the_middle_of_a_balanced_scale(value in 1_u8..=5) {
        let items: Vec<Item> = (0..8).map(|item| (item % 2 == 1, Some(value))).collect();
        let scored = scored((1, 5), &items).expect("all are answered");
        prop_assert_eq!(scored.percent, 50.0);
    }

    #[test]
    fn the_quality_indices_stay_within_their_bounds(
        raw in prop::collection::vec(prop::option::weighted(0.9, 1_u8..=5), 24),
        seconds in prop::collection::vec(0.0..60.0, 3),
    ) {
        let rules = json!({
            "longstring": 10, "irv_below": 0.5, "min_pairs": 9,
            "pair_inconsistency": { "numerator": 8, "denominator": 5 },
            "acquiescence": { "numerator": 3, "denominator": 2 },
            "fast_seconds_per_item": 2.0, "fast_pages": 2,
        });
        let instrument = Shape {
            scales: &[("A", &"+-".repeat(12))],
            pairs: true,
            quality: rules,
            ..Shape::default()
        }
        .build();
        let found = quality(&instrument, &answer(&instrument, &raw), &seconds);
        let answered = raw.iter().flatten().count() as u32;
        prop_assert!(found.longstring <= answered);
        prop_assert_eq!(found.pair_inconsistency.is_some(), found.pairs >= 9);
        if let (Some(distance), Some(leaning)) = (found.pair_inconsistency, found.acquiescence) {
            prop_assert!((0.0..=4.0).contains(&distance));
            // The size of a sum is at most the sum of the sizes.
            prop_assert!(2.0 * leaning.abs() <= distance + 1e-12);
        }
        prop_assert!(found.fast_pages <= 3);
        let passes = found.longstring >= 10
            || found.irv.is_some_and(|irv| irv < 0.5)
            || found.fast_pages >= 2
            || found.pair_inconsistency.is_some_and(|mean| mean > 1.6 - 1e-9)
            || found.acquiescence.is_some_and(|mean| mean.abs() > 0.75 - 1e-9);
        prop_assert_eq!(found.notice, passes);
    }

    #[test]
    fn change_the_other_way_round_has_the_other_sign(
        items in prop::collection::vec((1_u8..=5, 1_u8..=5), 2..=8)
    ) {
        let (first, second): (Vec<u8>, Vec<u8>) = items.into_iter().unzip();
        let there = paired_change(&first, &second, 4).expect("items");
        let back = paired_change(&second, &first, 4).expect("items");
        prop_assert!(close(there.points, -back.points));
        prop_assert_eq!(there.moved_two, back.moved_two);
        prop_assert_eq!(there.t.map(|t| -t), back.t);
    }

    #[test]
    fn agreement_is_the_same_from_either_side(
        items in prop::collection::vec(
            (prop::option::weighted(0.9, 1_u8..=5), prop::option::weighted(0.9, 1_u8..=5)),
            24,
        )
    ) {
        let (own, other): (Vec<_>, Vec<_>) = items.iter().copied().unzip();
        let joint = items.iter().filter(|(own, other)| own.is_some() && other.is_some()).count();
        let (one, two) = (item_agreement(&own, &other), item_agreement(&other, &own));
        if let (Some(one), Some(two)) = (one, two) {
            prop_assert_eq!(one.joint as usize, joint);
            prop_assert!(close(one.elevation, -two.elevation));
            prop_assert!(close(one.mean_absolute, two.mean_absolute));
            prop_assert!((0.0..=1.0).contains(&one.within_one));
            if joint < 18 {
                prop_assert_eq!((one.pearson, one.double_entry), (None, None));
            }
            for r in [one.pearson, one.double_entry].into_iter().flatten() {
                prop_assert!((-1.0..=1.0).contains(&r));
            }
        }
    }
}
