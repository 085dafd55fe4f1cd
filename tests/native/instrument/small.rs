//! Instruments of other sizes than the one that ships.

use crate::support::{Shape, answer, load};
use definition::MAX_SCALES;
use model::Band;
use scoring::score;
use serde_json::json;

#[test]
fn two_scales_of_four_items_load_and_score() {
    let instrument = Shape {
        scales: &[("A", "+-+-"), ("B", "++--")],
        page: 3,
        ..Shape::default()
    }
    .build();
    assert_eq!(instrument.items().len(), 8);
    assert_eq!(instrument.pages().len(), 3);
    // A: 4, 6-2, 5, skipped; B: 1 and two skipped, which is one answer too few.
    let raw = [
        Some(4),
        Some(2),
        Some(5),
        None,
        Some(1),
        None,
        None,
        Some(3),
    ];
    let scores = score(&instrument, &answer(&instrument, &raw));
    let scored = scores.scales[0].scored.as_ref().expect("three of four");
    assert_eq!((scored.raw, scored.raw_min, scored.raw_max), (13, 3, 15));
    assert!((scored.percent - 100.0 * 10.0 / 12.0).abs() < 1e-12);
    assert_eq!(scored.band, Band::High);
    assert_eq!(scores.scales[1].answered, 2);
    assert_eq!(scores.scales[1].needed, 3);
    assert_eq!(scores.scales[1].scored, None);
}

#[test]
fn a_three_point_scale_with_not_applicable_loads_and_scores() {
    let mut definition = Shape {
        scales: &[("A", "++++")],
        range: (1, 3),
        ..Shape::default()
    }
    .json();
    definition["scoring"]["precision"] = json!(false);
    let instrument = load(&definition).expect("a valid definition");
    let response = instrument.response_scale();
    assert_eq!(response.steps(), 2);
    assert_eq!(response.options.len(), 3);
    let scores = score(
        &instrument,
        &answer(&instrument, &[Some(3), None, Some(2), Some(3)]),
    );
    let scored = scores.scales[0].scored.as_ref().expect("three of four");
    assert!((scored.percent - 100.0 * 5.0 / 6.0).abs() < 1e-12);
    assert_eq!(scored.precision, None, "the definition asks for none");
}

#[test]
fn a_scale_of_one_item_has_a_score_without_an_interval() {
    let instrument = Shape {
        scales: &[("A", "-")],
        ..Shape::default()
    }
    .build();
    let scores = score(&instrument, &answer(&instrument, &[Some(1)]));
    let scored = scores.scales[0].scored.as_ref().expect("one of one");
    assert_eq!(scored.percent, 100.0);
    assert_eq!(scored.precision, None);
}

#[test]
fn a_score_is_turned_round_where_every_statement_points_the_other_way() {
    let instruments = ["++++", "----"].map(|keys| {
        let scales = &[("A", keys)];
        let shape = Shape {
            scales,
            ..Shape::default()
        };
        shape.build()
    });
    // On 1 to 5, four steps a statement: of 5, 4, 4 and 2 there are 4 + 3 + 3 + 1 = 11 out of 16, and
    // turned round 0 + 1 + 1 + 3 = 5; without the first 7 out of 12, and 5.
    let cases = [
        ([Some(5); 4], [100.0, 0.0], [Band::High, Band::Low]),
        ([Some(1); 4], [0.0, 100.0], [Band::Low, Band::High]),
        ([Some(3); 4], [50.0, 50.0], [Band::Mid, Band::Mid]),
        (
            [Some(5), Some(4), Some(4), Some(2)],
            [68.75, 31.25],
            [Band::High, Band::Low],
        ),
        (
            [None, Some(4), Some(4), Some(2)],
            [700.0 / 12.0, 500.0 / 12.0],
            [Band::Mid, Band::Mid],
        ),
    ];
    for (raw, percents, bands) in cases {
        for (n, instrument) in instruments.iter().enumerate() {
            let scores = score(instrument, &answer(instrument, &raw));
            let scored = scores.scales[0].scored.as_ref().expect("enough answers");
            assert!((scored.percent - percents[n]).abs() < 1e-12, "{raw:?}");
            assert_eq!(scored.band, bands[n], "{raw:?}");
        }
    }
}

#[test]
fn an_instrument_without_quality_rules_never_gives_a_notice() {
    let instrument = Shape {
        scales: &[("A", "+-+-+-+-+-+-+-+-+-+-")],
        pairs: true,
        ..Shape::default()
    }
    .build();
    let answers = answer(&instrument, &[Some(4); 20]);
    let found = scoring::quality(&instrument, &answers, &[0.1, 0.1, 0.1]);
    assert_eq!(found.longstring, 20);
    assert_eq!(found.irv, Some(0.0));
    assert_eq!(found.pairs, 10);
    assert_eq!(found.pair_inconsistency, None);
    assert_eq!(found.fast_pages, 0);
    assert!(!found.notice);
}

#[test]
fn a_definition_of_another_content_has_another_hash() {
    let (one, other) = (
        Shape::default(),
        Shape {
            range: (0, 4),
            ..Shape::default()
        },
    );
    assert_ne!(one.build().digest(), other.build().digest());
    assert!(one.build().digest().starts_with("sha256:"));
    assert_eq!(one.build().digest().len(), 7 + 64);
}

#[test]
fn as_many_scales_load_as_can_be_shared_one_by_one_and_no_more() {
    let ids: Vec<String> = (0..=MAX_SCALES).map(|n| format!("S{n}")).collect();
    let scales: Vec<(&str, &str)> = ids.iter().map(|id| (id.as_str(), "+")).collect();
    let of = |scales| {
        let shape = Shape {
            scales,
            ..Shape::default()
        };
        load(&shape.json())
    };
    assert!(of(&scales[1..]).is_ok());
    let refused = of(&scales).expect_err("one too many");
    assert!(
        refused.contains("scales: the list has more than 32 entries"),
        "{refused}"
    );
}
