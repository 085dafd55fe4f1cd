//! The right sums come out, whoever takes part in which order.

use crate::support::*;
use fastrand::Rng;
use model::{Form, Language};
use proptest::prelude::*;
use round::{AddFault, CloseFault, Contribution, NoContribution, NoRound, RoundMemory, begin};

/// Sums and counts of a closed round, of which statements with fewer than five answers are left out.
fn expected(given: &[&Given]) -> Vec<u32> {
    let sums = plain_sums(given).into_iter();
    let opened = sums.map(|(sum, count)| if count < 5 { (0, 0) } else { (sum, count) });
    opened.flat_map(|(sum, count)| [sum, count]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_sums_are_those_of_everybody_in_whatever_order(
        seed in any::<u64>(),
        people in prop::sample::select(vec![5_usize, 6, 30]),
    ) {
        let mut random = Rng::with_seed(seed);
        let mut team = Team::begun(people, &mut random);
        let mut order: Vec<usize> = (1..people).collect();
        random.shuffle(&mut order);
        for (person, count) in order.into_iter().zip(2..) {
            team.adds(person);
            prop_assert_eq!(team.code.people(), count);
        }
        let given = team.given.clone();
        let closed = team.close().expect("a round that closes");
        let all: Vec<&Given> = given.iter().collect();
        prop_assert_eq!(closed.people() as usize, people);
        prop_assert_eq!(team.stored_sums(), expected(&all));
    }

    #[test]
    fn who_drops_out_is_in_no_sum(
        seed in any::<u64>(),
        people in prop::sample::select(vec![6_usize, 7, 30]),
    ) {
        let mut random = Rng::with_seed(seed);
        let mut team = Team::begun(people, &mut random);
        let missing = random.usize(1..people);
        for person in (1..people).filter(|&person| person != missing) {
            // Whoever gets it drops out: the one before passes the same code on again.
            let before = person - 1 - usize::from(person - 1 == missing);
            let again = team.memories[before].made_code(&team.code).expect("remembered");
            prop_assert_eq!(&again, &team.code.text());
            team.adds(person);
        }
        let given = team.given.clone();
        team.close().expect("a round that closes");
        let (_, rest): (Vec<_>, Vec<_>) = given.iter().enumerate().partition(|(person, _)| *person == missing);
        let rest: Vec<&Given> = rest.into_iter().map(|(_, given)| given).collect();
        prop_assert_eq!(team.stored_sums(), expected(&rest));
    }

    #[test]
    fn who_withdraws_is_in_no_sum_and_may_add_anew(seed in any::<u64>(), adds_again in any::<bool>()) {
        let mut random = Rng::with_seed(seed);
        let mut team = Team::full(7, &mut random);
        let person = random.usize(1..7);
        team.code = team.code.withdraw(&mut team.memories[person]).expect("it was added");
        prop_assert_eq!((team.code.people(), team.code.step()), (6, 8));
        if adds_again {
            team.given[person] = random_answers(&mut random);
            team.adds(person);
        }
        let given = team.given.clone();
        team.close().expect("a round that closes");
        let there = |n: &usize| *n != person || adds_again;
        let rest: Vec<&Given> = (0..7).filter(there).map(|n| &given[n]).collect();
        prop_assert_eq!(team.stored_sums(), expected(&rest));
    }
}

#[test]
fn fewer_than_five_people_are_never_opened() {
    let mut random = Rng::with_seed(4);
    for people in 1..5_u32 {
        let mut team = Team::full(people as usize, &mut random);
        assert_eq!(team.close(), Err(CloseFault::TooFew { people }));
        assert!(team.memories[0].text().contains(" mask "));
    }
}

#[test]
fn a_round_goes_on_after_it_was_refused_for_too_few_people() {
    let mut random = Rng::with_seed(5);
    let mut team = Team::begun(5, &mut random);
    for person in 1..4 {
        team.adds(person);
    }
    assert_eq!(team.close(), Err(CloseFault::TooFew { people: 4 }));
    team.adds(4);
    assert_eq!(team.close().expect("five people").people(), 5);
}

#[test]
fn of_a_statement_that_fewer_than_five_have_answered_nothing_comes_out() {
    let mut random = Rng::with_seed(6);
    let mut team = Team::begun(6, &mut random);
    team.given
        .iter_mut()
        .for_each(|given| *given = vec![Some(4); STATEMENTS]);
    for (person, skipped) in [(1, vec![9]), (2, vec![9, 3]), (3, vec![])] {
        for item in skipped {
            team.given[person][item] = None;
        }
    }
    (1..6).for_each(|person| team.adds(person));
    // Two of six have skipped statement 9, and one has skipped statement 3; the first has random answers.
    let given = team.given.clone();
    team.close().expect("six people");
    let words = team.stored_sums();
    assert_eq!(
        words[18..20],
        [0, 0],
        "{:?}",
        plain_sums(&given.iter().collect::<Vec<_>>())[9]
    );
}

#[test]
fn a_result_without_answers_or_about_somebody_else_is_not_added() {
    let none = session_in(&[None; STATEMENTS], Language::Nl, Form::SelfReport);
    assert_eq!(
        Contribution::of_session(scan(), &none),
        Err(NoContribution::NothingAnswered)
    );
    let manager = session_in(&[Some(3); STATEMENTS], Language::Nl, Form::Manager);
    assert_eq!(
        Contribution::of_session(scan(), &manager),
        Err(NoContribution::Form)
    );
}

#[test]
fn answers_in_another_language_are_not_added() {
    let mut random = Rng::with_seed(7);
    let team = Team::begun(2, &mut random);
    let session = session_in(&team.given[1], Language::En, Form::SelfReport);
    let english = Contribution::of_session(scan(), &session).expect("answers");
    let mut memory = RoundMemory::default();
    assert_eq!(
        team.code.add(&english, &mut memory),
        Err(AddFault::OtherLanguage)
    );
    assert_eq!(memory, RoundMemory::default());
}

#[test]
fn a_round_does_not_begin_without_enough_random_bytes() {
    let mut random = Rng::with_seed(8);
    let own = contribution(&random_answers(&mut random));
    let enough = bytes(&mut random);
    let mut memory = RoundMemory::default();
    for random in [&enough[..enough.len() - 1], &[], &vec![7; enough.len()]] {
        let begun = begin(scan(), &own, random, &mut memory);
        assert_eq!(begun.map(|_| ()), Err(NoRound::Randomness));
    }
    assert_eq!(memory, RoundMemory::default());
    assert!(begin(scan(), &own, &enough, &mut memory).is_ok());
    let again = begin(scan(), &own, &enough, &mut memory);
    assert_eq!(again.map(|_| ()), Err(NoRound::KnownRound));
}
