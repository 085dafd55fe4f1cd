//! Groups: what may be shown from how many people on, and figures worked out by hand.

use scoring::{
    GroupScale, alpha, alpha_if_dropped, feldt_interval, group_scale, item_rest, one_factor,
};

/// People with three items of one factor: every combination of a common part and three
/// parts of their own, each 0 or 1, over and over. With a common variance of v, every item
/// has a variance of 2v and every two items share v.
fn people(n: usize) -> Vec<Vec<u8>> {
    let row = |person: usize| {
        let bit = |place: u32| (person >> place & 1) as u8;
        (1..=3).map(|item| 1 + bit(0) + bit(item)).collect()
    };
    (0..n).map(row).collect()
}

fn group(scored: usize, complete: usize) -> GroupScale {
    let percents: Vec<f64> = (0..scored)
        .map(|person| (person % 5) as f64 * 20.0)
        .collect();
    group_scale(&percents, &people(complete), 3)
}

fn shows_items(group: &GroupScale) -> bool {
    let figures = group.items.iter();
    assert_eq!(figures.len(), 3);
    group
        .items
        .iter()
        .all(|item| item.item_rest.is_some() && item.alpha_if_dropped.is_some())
}

fn shows_nothing_of_items(group: &GroupScale) -> bool {
    group
        .items
        .iter()
        .all(|item| item.item_rest.is_none() && item.alpha_if_dropped.is_none())
}

#[test]
fn four_people_are_counted_and_nothing_more() {
    let four = group(4, 4);
    assert_eq!(four.n, 4);
    assert_eq!((four.mean, four.sd), (None, None));
    assert_eq!(
        (four.alpha, four.alpha_interval, four.omega),
        (None, None, None)
    );
    assert!(shows_nothing_of_items(&four));
}

#[test]
fn five_people_have_a_mean_and_a_spread_only() {
    let five = group(5, 5);
    // 0, 20, 40, 60 and 80: squares 4000 over 4.
    assert_eq!(five.mean, Some(40.0));
    assert!((five.sd.expect("five people") - 1000.0_f64.sqrt()).abs() < 1e-12);
    assert_eq!(five.alpha, None);
    assert!(shows_nothing_of_items(&five));
}

#[test]
fn alpha_and_its_interval_come_with_thirty_complete_people() {
    assert_eq!(group(29, 29).alpha, None);
    assert_eq!(
        group(60, 29).alpha,
        None,
        "people with a skipped item do not count"
    );
    let thirty = group(30, 30);
    assert!(thirty.alpha.is_some());
    let (low, high) = thirty.alpha_interval.expect("an interval");
    assert!(low < thirty.alpha.expect("alpha") && thirty.alpha.expect("alpha") < high);
    assert!(shows_nothing_of_items(&thirty));
}

#[test]
fn single_items_come_with_fifty_people() {
    assert!(shows_nothing_of_items(&group(49, 49)));
    assert!(shows_items(&group(50, 50)));
    assert_eq!(group(50, 50).omega, None);
}

#[test]
fn omega_comes_with_a_hundred_people() {
    assert_eq!(group(99, 99).omega, None);
    assert!(group(100, 100).omega.is_some());
}

#[test]
fn few_scores_show_nothing_however_many_rows_there_are() {
    let odd = group(4, 200);
    assert_eq!((odd.mean, odd.alpha, odd.omega), (None, None, None));
    assert!(shows_nothing_of_items(&odd));
}

#[test]
fn three_parallel_items_of_reliability_a_half_have_alpha_and_omega_three_quarters() {
    // Spearman-Brown: 3 x .5 / (1 + 2 x .5). Two of them: 2/3. An item and the sum of the
    // others: 2v over the root of 2v times 6v.
    let rows = people(16);
    assert!((alpha(&rows).expect("alpha") - 0.75).abs() < 1e-12);
    for dropped in alpha_if_dropped(&rows).expect("rows") {
        assert!((dropped.expect("two items") - 2.0 / 3.0).abs() < 1e-12);
    }
    for rest in item_rest(&rows).expect("rows") {
        assert!((rest.expect("both vary") - 1.0 / 3.0_f64.sqrt()).abs() < 1e-12);
    }
    let fit = one_factor(&rows).expect("a fit");
    assert!((fit.omega - 0.75).abs() < 1e-9);
    // v = 16/15 of a quarter: the sample variance of as many zeros as ones.
    let v = 4.0 / 15.0;
    for item in 0..3 {
        assert!((fit.loadings[item].abs() - f64::sqrt(v)).abs() < 1e-9);
        assert!((fit.uniquenesses[item] - v).abs() < 1e-9);
    }
}

#[test]
fn figures_that_cannot_be_are_none_and_never_a_number() {
    assert_eq!(alpha(&[]), None);
    assert_eq!(alpha(&[vec![3, 4]]), None, "one person");
    assert_eq!(alpha(&[vec![3], vec![4]]), None, "one item");
    assert_eq!(alpha(&[vec![3, 4], vec![4]]), None, "rows of two lengths");
    let constant = [vec![1, 3, 2], vec![2, 3, 3], vec![5, 3, 4]];
    let rest = item_rest(&constant).expect("rows");
    assert!(rest[0].is_some() && rest[1].is_none());
    assert_eq!(one_factor(&people(3)), None, "no more people than items");
    let twins: Vec<Vec<u8>> = people(16)
        .iter()
        .map(|row| vec![row[0], row[0], row[1]])
        .collect();
    assert_eq!(one_factor(&twins), None, "an item that another one repeats");
    assert_eq!(feldt_interval(0.7, 1, 8, 0.95), None);
    assert_eq!(feldt_interval(0.7, 30, 1, 0.95), None);
}

#[test]
fn the_interval_of_alpha_holds_for_very_large_groups() {
    // With n people and many of them, alpha's interval closes on alpha.
    let (low, high) = feldt_interval(0.75, 20_000, 8, 0.95).expect("an interval");
    assert!(low < 0.75 && 0.75 < high);
    assert!(high - low < 0.012, "{low} to {high}");
}
