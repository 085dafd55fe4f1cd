//! How like each other two views are, and from how many statements on that is said.

use super::support::{Keyed, all, compared, items_of, manager, paired, rep, scan};
use report::{Likeness, TwoViews, pair};
use scoring::MIN_JOINT;

/// Answers that vary.
fn varied() -> Keyed {
    (0..32).map(|n| Some(1 + (n * 3 % 5) as u8)).collect()
}

#[test]
fn nothing_is_said_of_seventeen_shared_statements_and_something_of_eighteen() {
    let scan = scan();
    let observable: Vec<usize> = (0..3)
        .flat_map(|scale| items_of(&scan, scale).to_vec())
        .collect();
    for joint in [17, 18] {
        let mut other = varied();
        for &item in &observable[joint..] {
            other[item] = None;
        }
        let similarity = compared(&scan, &varied(), &other).similarity;
        assert_eq!(
            similarity.map(|one| one.figures.joint),
            (joint == 18).then_some(18)
        );
    }
    assert_eq!(MIN_JOINT, 18);
}

#[test]
fn only_statements_of_themes_that_both_share_count() {
    let scan = scan();
    let pair = |by_rep: &[usize], by_manager: &[usize]| {
        pair(
            &rep(&scan, &varied(), by_rep),
            &manager(&scan, &varied(), by_manager),
        )
    };
    for (by_rep, by_manager) in [(&[0][..], &[][..]), (&[], &[2])] {
        let views = TwoViews::new(&pair(by_rep, by_manager).expect("two themes are shared"));
        assert_eq!(views.similarity, None, "sixteen statements are shared");
    }
    let views = TwoViews::new(&pair(&[3], &[]).expect("themes are shared"));
    assert_eq!(views.similarity.map(|one| one.figures.joint), Some(24));
}

#[test]
fn the_same_answers_are_very_alike_and_the_opposite_ones_little() {
    let scan = scan();
    let opposite: Keyed = varied()
        .iter()
        .map(|one| one.map(|value| 6 - value))
        .collect();
    let likeness = |other: &Keyed| {
        let similarity = compared(&scan, &varied(), other).similarity;
        similarity.expect("24 statements").likeness
    };
    assert_eq!(likeness(&varied()), Some(Likeness::VeryAlike));
    assert_eq!(likeness(&opposite), Some(Likeness::LittleAlike));
}

#[test]
fn one_answer_throughout_has_no_shape_to_compare() {
    let scan = scan();
    let similarity = compared(&scan, &all(&scan, 4), &varied()).similarity;
    let similarity = similarity.expect("24 statements");
    assert_eq!(similarity.likeness, None);
    assert_eq!(similarity.figures.joint, 24);
}

#[test]
fn a_correlation_exactly_at_a_cut_is_on_its_upper_side() {
    let scan = scan();
    // Of 24 answers of 2 and 4 to every statement, so many pairs are crossed, half of them each way.
    // The double-entry correlation is then 1 - 2 * crossed / 24, whatever computes it.
    for (crossed, expected) in [
        (2, Likeness::VeryAlike),
        (4, Likeness::Alike),
        (6, Likeness::Alike),
        (8, Likeness::PartlyAlike),
        (10, Likeness::LittleAlike),
    ] {
        let mut own: Keyed = (0..32).map(|n| Some(2 + 2 * (n % 2) as u8)).collect();
        let other = own.clone();
        for value in &mut own[..crossed] {
            *value = value.map(|value| 6 - value);
        }
        let similarity = paired(&scan, &own, &other);
        let similarity = TwoViews::new(&similarity)
            .similarity
            .expect("24 statements");
        let correlation = 1.0 - 2.0 * crossed as f64 / 24.0;
        let found = similarity.figures.double_entry.expect("both vary");
        assert!(
            (found - correlation).abs() < 1e-9,
            "{found} instead of {correlation}"
        );
        assert_eq!(similarity.likeness, Some(expected), "{crossed}");
        assert_eq!(found == 0.5, crossed == 6);
    }
}
