//! What a device remembers, as a text that is stored.

use crate::support::*;
use fastrand::Rng;
use round::{AddFault, MAX_ROUNDS, MemoryFault, RoundMemory, begin};

#[test]
fn a_memory_is_read_as_it_was_written() {
    let mut random = Rng::with_seed(31);
    let mut memory = RoundMemory::default();
    assert_eq!(RoundMemory::read(&memory.text()), Ok(memory.clone()));
    for n in 0..4 {
        let mut team = Team::full(5, &mut random);
        let own = contribution(&random_answers(&mut random));
        team.code = team.code.add(&own, &mut memory).expect("a new round");
        if n == 1 {
            team.code.withdraw(&mut memory).expect("added");
        }
    }
    let own = contribution(&random_answers(&mut random));
    let begun = begin(scan(), &own, &bytes(&mut random), &mut memory);
    begun.expect("a round");
    let read = RoundMemory::read(&memory.text()).expect("a memory");
    assert_eq!(read, memory);
    let added: Vec<bool> = read
        .rounds()
        .iter()
        .map(|round| round.has_added())
        .collect();
    // The one that was withdrawn keeps its place.
    assert_eq!(added, [true, false, true, true, true]);
}

#[test]
fn a_closed_round_stays_closed_when_it_is_read_again() {
    let mut random = Rng::with_seed(32);
    let mut team = Team::full(5, &mut random);
    team.close().expect("five people");
    let mut read = RoundMemory::read(&team.memories[0].text()).expect("a memory");
    assert!(read.rounds()[0].is_closed());
    let own = contribution(&team.given[0]);
    assert_eq!(team.code.add(&own, &mut read), Err(AddFault::Closed));
}

#[test]
fn of_too_many_rounds_the_oldest_is_forgotten() {
    let mut random = Rng::with_seed(33);
    let mut memory = RoundMemory::default();
    let own = contribution(&random_answers(&mut random));
    let mut nonces = Vec::new();
    for _ in 0..MAX_ROUNDS + 2 {
        let begun = begin(scan(), &own, &bytes(&mut random), &mut memory);
        nonces.push(begun.expect("a round").nonce());
    }
    let known: Vec<u64> = memory.rounds().iter().map(|round| round.nonce()).collect();
    assert_eq!(known, nonces[2..]);
    assert_eq!(RoundMemory::read(&memory.text()), Ok(memory));
}

#[test]
fn a_text_that_no_program_of_ours_has_stored_is_refused() {
    let mut random = Rng::with_seed(34);
    let team = Team::begun(1, &mut random);
    let text = team.memories[0].text();
    let line = text.lines().nth(1).expect("a round").to_owned();
    let heading = "mindset-mirror rounds 1";
    assert_eq!(RoundMemory::read(""), Err(MemoryFault::Heading));
    let newer = text.replace("rounds 1", "rounds 2");
    assert_eq!(RoundMemory::read(&newer), Err(MemoryFault::Heading));
    let wrong = |line: &str| RoundMemory::read(&format!("{heading}\n{line}"));
    for other in [
        " ".to_owned(),
        line.replace(" mask ", " masks "),
        line.replace(" 1 mask ", " 99999 mask "),
        line.replace(" mask ", " open "),
        format!("{line} more"),
    ] {
        assert_eq!(wrong(&other), Err(MemoryFault::Line { line: 2 }), "{other}");
    }
    let (before, mask) = line.split_once(" mask ").expect("a mask");
    let other = Team::begun(1, &mut random).memories[0].text();
    let (_, other) = other.split_once(" mask ").expect("a mask");
    // A step that was never seen, a code that was changed, a mask that is missing, is no sums, or is of
    // another round.
    for other in [
        line.replace(" 1 mask ", " 0 mask "),
        line.replacen('1', "7", 1),
        format!("{before} mask -"),
        format!("{before} sums {mask}"),
        format!("{before} mask {other}"),
    ] {
        let fault = wrong(&other).expect_err("a changed line");
        assert!(
            matches!(fault, MemoryFault::Code { line: 2, .. }),
            "{fault:?}"
        );
    }
    let twice = wrong(&format!("{line}\n{line}"));
    assert_eq!(twice, Err(MemoryFault::Line { line: 3 }));
}

#[test]
fn a_forgotten_round_is_unknown() {
    let mut random = Rng::with_seed(35);
    let mut team = Team::begun(1, &mut random);
    team.memories[0].forget(team.code.nonce());
    assert_eq!(team.memories[0], RoundMemory::default());
}
