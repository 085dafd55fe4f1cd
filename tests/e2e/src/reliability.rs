//! Faults that are tried again and again: how often, with which luck, and in how many browsers.
//!
//! Read from the environment: `RELIABILITY_CASES` (how many cases; without it each test has few, for
//! the ordinary suite), `RELIABILITY_ACTS` (how many acts a history has) and `RELIABILITY_SEED` (which random acts; 1 without).

use fastrand::Rng;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;
use std::time::Instant;

/// Browsers at a time; [`crate::driver`] lets no more of them run.
const WORKERS: usize = 2;

/// How many cases are tried.
pub fn cases(ordinarily: u32) -> u32 {
    setting("RELIABILITY_CASES", ordinarily)
}

/// How many acts a history has.
pub fn acts(ordinarily: u32) -> u32 {
    setting("RELIABILITY_ACTS", ordinarily)
}

/// Random numbers of one part of a row: the same again for the same seed.
pub fn random(part: u32) -> Rng {
    let seed: u64 = setting("RELIABILITY_SEED", 1);
    Rng::with_seed(seed.wrapping_mul(1_000_003).wrapping_add(part.into()))
}

fn setting<T: std::str::FromStr>(name: &str, otherwise: T) -> T {
    let given = std::env::var(name).ok();
    given
        .and_then(|given| given.parse().ok())
        .unwrap_or(otherwise)
}

/// Runs a row in parts of at most `most` cases, two parts at a time, each with its number and its
/// cases, and says how many cases there were and how long they took.
///
/// # Panics
/// When a part does. Other parts go on first.
pub fn in_parts(row: &str, all: u32, most: u32, part: impl Fn(u32, u32) + Sync) {
    let begun = Instant::now();
    let parts: Vec<u32> = (0..all)
        .step_by(most.max(1) as usize)
        .map(|first| most.min(all - first))
        .collect();
    let count = parts.len();
    let waiting = Mutex::new((0u32..).zip(parts).collect::<Vec<_>>().into_iter());
    let failed = Mutex::new(None);
    std::thread::scope(|scope| {
        let work = || {
            loop {
                let next = waiting.lock().expect("a list").next();
                let Some((number, cases)) = next else { return };
                match catch_unwind(AssertUnwindSafe(|| part(number, cases))) {
                    Ok(()) => println!("{row}: part {number} of {count} holds"),
                    Err(panic) => *failed.lock().expect("a panic") = Some(panic),
                }
            }
        };
        for _ in 0..WORKERS {
            scope.spawn(work);
        }
    });
    if let Some(panic) = failed.into_inner().expect("a panic") {
        resume_unwind(panic);
    }
    println!("{row}: {all} cases in {} s", begun.elapsed().as_secs());
}
