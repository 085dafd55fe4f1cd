//! What happens once: adding, and closing.

use crate::support::*;
use fastrand::Rng;
use round::{AddFault, CloseFault, ClosedRound, RoundCode, RoundKey, RoundMemory, WithdrawFault};

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
    let key = team.key.take().expect("the key");
    let stolen = RoundKey::read(&key.text(), scan()).expect("a key");
    let fewer = {
        let mut memory = team.memories[3].clone();
        team.code.withdraw(&mut memory).expect("added")
    };
    let closed = key.close(&team.code, scan(), &mut team.memories[0]);
    assert_eq!(closed.expect("six people").people(), 6);
    // The key itself is gone: `close` takes it. What was stored of it is refused by the memory, also of
    // a code that differs by one person.
    for code in [&team.code, &fewer] {
        let key = RoundKey::read(&stolen.text(), scan()).expect("a key");
        let refused = key.close(code, scan(), &mut team.memories[0]);
        assert_eq!(refused.expect_err("closed").fault, CloseFault::Closed);
    }
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
fn an_older_code_is_neither_closed_nor_gone_on_with() {
    let mut random = Rng::with_seed(23);
    let mut team = Team::full(5, &mut random);
    let five = team.code.clone();
    team.given.push(random_answers(&mut random));
    team.memories.push(RoundMemory::default());
    team.adds(5);
    // The first has seen six people, and closes five no more.
    team.memories[0] = {
        let key = team.key.take().expect("the key");
        let mut memory = team.memories[0].clone();
        let impossible = with_word(&team.code, 1, |count| count.wrapping_add(100));
        let refused = key.close(&impossible, scan(), &mut memory);
        let refused = refused.expect_err("a hundred more answers");
        assert_eq!(refused.fault, CloseFault::Impossible);
        team.key = Some(refused.key);
        memory
    };
    let withdrawn = team.code.withdraw(&mut team.memories[5]).expect("added");
    let own = contribution(&team.given[5]);
    assert_eq!(
        five.add(&own, &mut team.memories[5]),
        Err(AddFault::Older),
        "a code before what was made here"
    );
    assert_eq!(
        team.code.withdraw(&mut team.memories[5]),
        Err(WithdrawFault::NotAdded)
    );
    assert!(withdrawn.add(&own, &mut team.memories[5]).is_ok());
}

#[test]
fn the_first_code_is_not_closed_after_a_later_one_was_seen() {
    let mut random = Rng::with_seed(24);
    let mut team = Team::full(4, &mut random);
    let three = {
        let mut memory = team.memories[3].clone();
        let code = team.code.withdraw(&mut memory).expect("added");
        assert_eq!((code.people(), code.step()), (3, 5));
        code
    };
    let key = team.key.take().expect("the key");
    let refused = key.close(&three, scan(), &mut team.memories[0]);
    let key = refused.expect_err("three people").key;
    let refused = key.close(&team.code, scan(), &mut team.memories[0]);
    assert_eq!(refused.expect_err("step 4").fault, CloseFault::Older);
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
fn what_is_stored_is_read_as_it_was() {
    let mut random = Rng::with_seed(27);
    let mut team = Team::full(6, &mut random);
    let text = team.code.text();
    for written in [text.clone(), text.to_lowercase(), team.code.fragment()] {
        assert_eq!(RoundCode::read(&written, scan()), Ok(team.code.clone()));
    }
    let key = team.key.take().expect("the key");
    assert_eq!(RoundKey::read(&key.text(), scan()).as_ref(), Ok(&key));
    let closed = key.close(&team.code, scan(), &mut team.memories[0]);
    let closed = closed.expect("six people");
    assert_eq!(
        ClosedRound::read(&closed.text(), scan()),
        Ok(closed.clone())
    );
    // One is never taken for another.
    assert!(RoundCode::read(&closed.text(), scan()).is_err());
    assert!(RoundKey::read(&text, scan()).is_err());
    assert!(ClosedRound::read(&text, scan()).is_err());
}
