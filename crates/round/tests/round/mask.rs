//! A code says nothing of anybody's answers to whoever has it alone.

use crate::support::*;
use fastrand::Rng;
use proptest::prelude::*;
use round::{RoundMemory, begin, random_bytes};

fn first_words(given: &[Option<u8>], random: &[u8]) -> Vec<u32> {
    let begun = begin(
        scan(),
        &contribution(given),
        random,
        &mut RoundMemory::default(),
    );
    words_of(&begun.expect("a round").text())
}

/// The number of a round, then the words of its mask as bytes.
fn bytes_of(nonce: &[u8], mask: impl Iterator<Item = u32>) -> Vec<u8> {
    let mask = mask.flat_map(u32::to_be_bytes);
    nonce.iter().copied().chain(mask).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// For each mask of one person there is exactly one of any other that gives the same code, so that
    /// no code is likelier of one of them than of the other.
    #[test]
    fn any_answers_give_any_code_under_one_mask(seed in any::<u64>()) {
        let mut random = Rng::with_seed(seed);
        let (one, other) = (random_answers(&mut random), random_answers(&mut random));
        let mask = bytes(&mut random);
        let code = first_words(&one, &mask);
        let own = |given: &Given| plain_sums(&[given]).into_iter().flat_map(|(sum, count)| [sum, count]).collect::<Vec<u32>>();
        let others: Vec<u32> = code.iter().zip(own(&other)).map(|(word, own)| word.wrapping_sub(own)).collect();
        let others = bytes_of(&mask[..8], others.into_iter());
        prop_assert_eq!(first_words(&other, &others), code);
    }
}

#[test]
fn each_sum_and_each_count_has_a_random_number_of_its_own() {
    let mut random = Rng::with_seed(11);
    let given = random_answers(&mut random);
    let mask = bytes(&mut random);
    let code = first_words(&given, &mask);
    assert_eq!(mask.len(), 8 + 4 * code.len());
    for word in 0..code.len() {
        let mut changed = mask.clone();
        changed[8 + 4 * word] ^= 0x80;
        let other = first_words(&given, &changed);
        let differ: Vec<usize> = (0..code.len()).filter(|&n| code[n] != other[n]).collect();
        assert_eq!(differ, [word]);
    }
}

/// The chi-squared statistic of 16 classes, for two people whose answers differ as much as they can. Of
/// 15 degrees of freedom it is above 56.5 once in a million times (Abramowitz and Stegun, table 26.8).
#[test]
fn codes_of_two_people_are_spread_alike_over_all_numbers() {
    const ROUNDS: usize = 1_600;
    let people: [Given; 2] = [vec![Some(1); STATEMENTS], vec![Some(5); STATEMENTS]];
    let mut random = Rng::with_seed(12);
    for given in people {
        let own = contribution(&given);
        let mut classes = vec![[0_f64; 16]; 2 * STATEMENTS];
        for _ in 0..ROUNDS {
            let begun = begin(
                scan(),
                &own,
                &bytes(&mut random),
                &mut RoundMemory::default(),
            );
            let words = words_of(&begun.expect("a round").text());
            for (classes, word) in classes.iter_mut().zip(words) {
                classes[(word >> 28) as usize] += 1.0;
            }
        }
        let expected = ROUNDS as f64 / 16.0;
        for classes in classes {
            let terms = classes
                .iter()
                .map(|count| (count - expected).powi(2) / expected);
            let statistic: f64 = terms.sum();
            assert!(statistic < 56.5, "{statistic}");
        }
    }
}

#[test]
fn a_code_has_one_length_whatever_is_answered() {
    let mut random = Rng::with_seed(13);
    assert_eq!(random_bytes(scan()), 8 + 2 * 4 * STATEMENTS);
    for _ in 0..50 {
        let people = random.usize(1..9);
        let team = Team::full(people, &mut random);
        assert_eq!(team.code.text().len(), 445);
        let is_plain = |one: char| one.is_ascii_uppercase() || one.is_ascii_digit();
        assert!(team.code.text().chars().all(is_plain));
    }
}

#[test]
fn nothing_that_is_printed_for_developers_holds_a_mask_or_an_answer() {
    let mut random = Rng::with_seed(14);
    let mut team = Team::full(5, &mut random);
    let own = contribution(&team.given[0]);
    let mut printed = format!("{own:?} {:?}", team.memories[0]);
    let stored = team.memories[0].text();
    let (_, mask) = stored.split_once(" mask ").expect("a round that was begun");
    for word in words_of(mask) {
        assert!(!printed.contains(&word.to_string()));
    }
    let closed = team.close().expect("five people");
    printed.push_str(&format!("{closed:?} {:?}", team.memories[0]));
    assert!(!printed.contains("cells") && !printed.contains("count"));
}
