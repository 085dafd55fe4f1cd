//! Groups: what may be shown from how many people on, and figures worked out by hand.

use content::scan;
use model::{Answer, Answers, Form, Instrument, Rating};
use proptest::prelude::*;
use scoring::{
    GroupScale, GroupSums, ItemSums, ScaleSums, alpha, alpha_if_dropped, feldt_interval, item_rest,
    keyed_answers, one_factor, score,
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

fn sums(rows: &[Vec<u8>]) -> ItemSums {
    ItemSums::of_rows(rows).expect("rows of one length")
}

/// `scored` people with 0, 20, 40, 60 or 80 points, and of these `complete` with every item.
fn scale(scored: usize, complete: usize) -> ScaleSums {
    let scan = scan().instrument().expect("what ships is sound");
    let mut sums = ScaleSums::new(3, scan.response_scale());
    for person in 0..scored {
        // Five items of 0 to 4 steps each make 20 steps.
        sums.add_score(5, (person % 5) as u32 * 4);
    }
    for row in people(complete) {
        sums.add_complete(&row);
    }
    sums
}

fn group(scored: usize, complete: usize) -> GroupScale {
    scale(scored, complete).figures()
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
fn five_people_have_a_mean_and_eight_a_spread() {
    let five = group(5, 5);
    assert_eq!((five.mean, five.sd), (Some(40.0), None));
    assert_eq!(five.alpha, None);
    assert!(shows_nothing_of_items(&five));
    assert_eq!(group(7, 7).sd, None);
    // 0, 0, 20, 20, 40, 40, 60 and 80: the mean is 32.5, squares of 5,550 over 7.
    let eight = group(8, 8);
    assert!((eight.sd.expect("eight people") - (5550.0_f64 / 7.0).sqrt()).abs() < 1e-12);
}

#[test]
fn a_mean_of_fewer_than_ten_people_is_a_whole_number_of_points() {
    // 260 points over 8 people and 340 over 9; a half goes up. Then 400 and 20 over 11.
    assert_eq!(group(8, 0).mean, Some(33.0));
    assert_eq!(group(9, 0).mean, Some(36.0));
    assert_eq!(group(9, 0).n, 9);
    assert!((group(13, 0).mean.expect("13 people") - 460.0 / 13.0).abs() < 1e-12);
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
fn three_parallel_items_of_reliability_a_half_have_alpha_and_omega_three_quarters() {
    // Spearman-Brown: 3 x .5 / (1 + 2 x .5). Two of them: 2/3. An item and the sum of the
    // others: 2v over the root of 2v times 6v.
    let rows = sums(&people(16));
    assert!((alpha(&rows).expect("alpha") - 0.75).abs() < 1e-12);
    for dropped in alpha_if_dropped(&rows) {
        assert!((dropped.expect("two items") - 2.0 / 3.0).abs() < 1e-12);
    }
    for rest in item_rest(&rows) {
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
    let alpha_of = |rows: &[Vec<u8>]| alpha(&sums(rows));
    assert_eq!(alpha(&ItemSums::new(3)), None, "nobody");
    assert_eq!(alpha_of(&[vec![3, 4]]), None, "one person");
    assert_eq!(alpha_of(&[vec![3], vec![4]]), None, "one item");
    assert_eq!(
        alpha_of(&[vec![3, 4], vec![3, 4]]),
        None,
        "sums that do not vary"
    );
    assert_eq!(ItemSums::of_rows(&[]), None, "no rows");
    assert_eq!(
        ItemSums::of_rows(&[vec![3, 4], vec![4]]),
        None,
        "rows of two lengths"
    );
    let constant = [vec![1, 3, 2], vec![2, 3, 3], vec![5, 3, 4]];
    let rest = item_rest(&sums(&constant));
    assert!(rest[0].is_some() && rest[1].is_none());
    assert_eq!(
        one_factor(&sums(&people(3))),
        None,
        "no more people than items"
    );
    let twins: Vec<Vec<u8>> = people(16)
        .iter()
        .map(|row| vec![row[0], row[0], row[1]])
        .collect();
    assert_eq!(
        one_factor(&sums(&twins)),
        None,
        "an item that another one repeats"
    );
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

/// Answers to every item: 1 to 5 is a rating, 6 is skipped, 0 not seen.
fn answers(instrument: &Instrument, given: &[u8]) -> Answers {
    let mut answers = Answers::none(instrument);
    for (item, &value) in given.iter().enumerate() {
        let rating = Rating::new(value, instrument.response_scale());
        answers = match (value, rating) {
            (0, _) => answers,
            (_, None) => answers.with(item, Answer::Skipped),
            (_, Some(rating)) => answers.with(item, Answer::Rated(rating)),
        };
    }
    answers
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    // The figures are computed anew here from everybody's own scores and answers.
    #[test]
    fn sums_in_any_order_and_any_parts_are_those_of_everybody(
        given in prop::collection::vec(
            prop::collection::vec(prop::sample::select(vec![1_u8, 2, 3, 4, 5, 5, 4, 3, 2, 6, 0]), 32),
            0..40,
        ),
        cut in 0_usize..40,
    ) {
        let instrument = scan().instrument().expect("what ships is sound");
        let everybody: Vec<Answers> =
            given.iter().map(|one| answers(&instrument, one)).collect();
        let mut all = GroupSums::new(&instrument, Form::SelfReport);
        let (mut first, mut second) = (all.clone(), all.clone());
        let mut people = 0;
        for (n, one) in everybody.iter().enumerate() {
            people += u64::from(all.add(one));
            if n < cut { first.add(one) } else { second.add(one) };
        }
        prop_assert_eq!(all.people(), people);
        prop_assert!(second.merge(&first));
        prop_assert_eq!(&second, &all);
        for (index, scale) in instrument.scales().iter().enumerate() {
            let percents: Vec<f64> = everybody
                .iter()
                .filter_map(|one| Some(score(&instrument, one).scales[index].scored.as_ref()?.percent))
                .collect();
            let n = percents.len() as f64;
            let mean = percents.iter().sum::<f64>() / n;
            let squares: f64 = percents.iter().map(|percent| (percent - mean).powi(2)).sum();
            let sums = &all.scales()[index];
            prop_assert_eq!(sums.people(), percents.len() as u64);
            if percents.len() > 1 {
                prop_assert!((sums.mean().expect("people") - mean).abs() < 1e-9);
                let spread = (squares / (n - 1.0)).sqrt();
                prop_assert!((sums.deviation().expect("people") - spread).abs() < 1e-9);
            }
            let row = |one: &Answers| -> Option<Vec<u8>> {
                let keyed = keyed_answers(&instrument, one);
                scale.items.iter().map(|&item| keyed[item]).collect()
            };
            let rows: Vec<Vec<u8>> = everybody.iter().filter_map(row).collect();
            let complete = ItemSums::of_rows(&rows).unwrap_or_else(|| ItemSums::new(8));
            prop_assert_eq!(sums.complete(), &complete);
            for facet in 0..scale.facets.len() {
                let of_facet = |&item: &usize| instrument.items()[item].facet == facet;
                let items: Vec<usize> = scale.items.iter().copied().filter(of_facet).collect();
                let means: Vec<f64> = everybody
                    .iter()
                    .filter(|one| score(&instrument, one).scales[index].scored.is_some())
                    .filter_map(|one| {
                        let keyed = keyed_answers(&instrument, one);
                        let values: Option<Vec<u8>> = items.iter().map(|&item| keyed[item]).collect();
                        let steps: f64 = values?.iter().map(|&value| f64::from(value) - 1.0).sum();
                        Some(25.0 * steps / items.len() as f64)
                    })
                    .collect();
                let sums = all.facets()[index][facet];
                prop_assert_eq!(sums.people(), means.len() as u64);
                if !means.is_empty() {
                    let mean = means.iter().sum::<f64>() / means.len() as f64;
                    prop_assert!((sums.mean().expect("people") - mean).abs() < 1e-9);
                }
            }
        }
        for (index, item) in all.items().iter().enumerate() {
            let scale = instrument.items()[index].scale;
            let counted = everybody
                .iter()
                .filter(|one| score(&instrument, one).scales[scale].scored.is_some());
            let given: Vec<Option<Answer>> = counted.map(|one| one.get(index)).collect();
            let skipped = given.iter().filter(|one| **one == Some(Answer::Skipped)).count();
            prop_assert_eq!(item.skipped, skipped as u64);
            for value in 1..=5_u8 {
                let rated = |one: &&Option<Answer>| {
                    one.and_then(Answer::rating).is_some_and(|rating| rating.value() == value)
                };
                let people = given.iter().filter(rated).count() as u64;
                prop_assert_eq!(item.ratings[usize::from(value) - 1], people);
            }
        }
    }
}

#[test]
fn groups_of_two_forms_are_not_put_together() {
    let instrument = scan().instrument().expect("what ships is sound");
    let mut own = GroupSums::new(&instrument, Form::SelfReport);
    let everything = answers(&instrument, &[4; 32]);
    assert!(own.add(&everything));
    let mut of_managers = GroupSums::new(&instrument, Form::Manager);
    assert!(of_managers.add(&everything));
    let before = own.clone();
    assert!(!own.merge(&of_managers));
    assert_eq!(own, before);
}

#[test]
fn ten_people_who_rated_an_item_have_its_distribution() {
    let instrument = scan().instrument().expect("what ships is sound");
    let mut group = GroupSums::new(&instrument, Form::SelfReport);
    for person in 0..10 {
        assert_eq!(group.items()[0].figures().ratings, None);
        let mut given = [3; 32];
        given[0] = 1 + person % 5;
        // Somebody without a rating of the item does not help it over the threshold.
        group.add(&answers(&instrument, &given));
        given[0] = 6;
        group.add(&answers(&instrument, &given));
    }
    let item = group.items()[0].figures();
    assert_eq!((item.n, item.ratings), (10, Some(vec![2; 5])));
    assert_eq!(group.items()[0].skipped, 10);
}
