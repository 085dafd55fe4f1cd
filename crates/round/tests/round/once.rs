//! What happens once: adding, and closing.

use crate::support::*;
use fastrand::Rng;
use round::{AddFault, CloseFault, RoundCode, RoundMemory, WithdrawFault};

#[test]
fn nobody_adds_twice_whichever_code_they_get() {
    let mut random = Rng::with_seed(21);
    let mut team = Team::begun(6, &mut random);
    let first = team.code.clone();
    team.adds(1);
    let second = team.code.clone();
    team.adds(2);
    let own = contribution(&team.given[1]);
    for code in [&first, &second, &team.code] {
        let mut memory = team.memories[1].clone();
        assert_eq!(code.add(&own, &mut memory), Err(AddFault::AlreadyAdded));
        assert_eq!(memory, team.memories[1]);
        // What was made here is still at hand, to be passed on once more.
        assert_eq!(memory.made_code(code), Some(second.text()));
    }
    let own = contribution(&team.given[0]);
    let again = team.code.add(&own, &mut team.memories[0]);
    assert_eq!(again, Err(AddFault::AlreadyAdded));
}

#[test]
fn a_round_is_closed_once() {
    let mut random = Rng::with_seed(22);
    let mut team = Team::full(6, &mut random);
    let fewer = {
        let mut memory = team.memories[3].clone();
        team.code.withdraw(&mut memory).expect("added")
    };
    assert!(team.memories[0].text().contains(" mask "));
    let closed = team.close().expect("six people");
    assert_eq!(closed.people(), 6);
    // The mask is gone: neither the same code nor one that differs by a person is opened.
    assert!(!team.memories[0].text().contains(" mask "));
    for code in [&team.code, &fewer] {
        let mut stored = RoundMemory::read(&team.memories[0].text()).expect("a memory");
        for memory in [&mut team.memories[0], &mut stored] {
            assert_eq!(memory.close(code, scan()), Err(CloseFault::Closed));
        }
    }
    let round = &team.memories[0].rounds()[0];
    assert_eq!(round.closed_round(scan()), Some(closed));
    let own = contribution(&team.given[0]);
    assert_eq!(
        team.code.add(&own, &mut team.memories[0]),
        Err(AddFault::Closed)
    );
    assert_eq!(
        team.code.withdraw(&mut team.memories[0]),
        Err(WithdrawFault::Closed)
    );
}

#[test]
fn only_the_device_that_began_a_round_closes_it() {
    let mut random = Rng::with_seed(23);
    let team = Team::full(6, &mut random);
    for memory in &team.memories[1..] {
        let refused = memory.clone().close(&team.code, scan());
        assert_eq!(refused, Err(CloseFault::NotBegunHere));
    }
    let stranger = RoundMemory::default().close(&team.code, scan());
    assert_eq!(stranger, Err(CloseFault::NotBegunHere));
}

#[test]
fn nobody_goes_on_with_a_code_from_before_what_they_made() {
    let mut random = Rng::with_seed(23);
    let mut team = Team::full(5, &mut random);
    let before = team.code.clone();
    team.given.push(random_answers(&mut random));
    team.memories.push(RoundMemory::default());
    team.adds(5);
    let withdrawn = team.code.withdraw(&mut team.memories[5]).expect("added");
    let own = contribution(&team.given[5]);
    let memory = &mut team.memories[5];
    assert_eq!(before.add(&own, memory), Err(AddFault::Older));
    assert_eq!(
        team.code.withdraw(memory),
        Err(WithdrawFault::NotAdded),
        "it was withdrawn"
    );
    assert!(withdrawn.add(&own, memory).is_ok());
}

#[test]
fn a_code_from_before_one_that_was_refused_is_not_closed() {
    let mut random = Rng::with_seed(24);
    let mut team = Team::full(5, &mut random);
    let five = team.code.clone();
    team.code = five.withdraw(&mut team.memories[4]).expect("added");
    assert_eq!(team.close(), Err(CloseFault::TooFew { people: 4 }));
    team.code = five;
    assert_eq!(team.close(), Err(CloseFault::Older));
}

#[test]
fn a_code_of_the_same_step_by_another_way_is_not_withdrawn_from() {
    let mut random = Rng::with_seed(25);
    let mut team = Team::begun(3, &mut random);
    let first = team.code.clone();
    team.adds(1);
    team.code = first;
    team.adds(2);
    // Both have added to the first code: person 1 is not in the code of person 2.
    assert_eq!(
        team.code.withdraw(&mut team.memories[1]),
        Err(WithdrawFault::Older)
    );
}

#[test]
fn whoever_is_alone_in_a_round_cannot_withdraw() {
    let mut random = Rng::with_seed(26);
    let mut team = Team::begun(1, &mut random);
    assert_eq!(
        team.code.withdraw(&mut team.memories[0]),
        Err(WithdrawFault::Last)
    );
}

#[test]
fn a_code_is_read_as_it_was_written() {
    let mut random = Rng::with_seed(27);
    let mut team = Team::full(6, &mut random);
    let text = team.code.text();
    for written in [text.clone(), text.to_lowercase(), team.code.fragment()] {
        assert_eq!(RoundCode::read(&written, scan()), Ok(team.code.clone()));
    }
    // What is stored beside it is never taken for a code.
    let before = team.memories[0].text();
    team.close().expect("six people");
    let after = team.memories[0].text();
    let stored = before.split([' ', '\n']).chain(after.split([' ', '\n']));
    let codes = stored.filter(|text| RoundCode::read(text, scan()).is_ok());
    assert_eq!(
        codes.count(),
        2,
        "the code that was made here, before and after"
    );
}
