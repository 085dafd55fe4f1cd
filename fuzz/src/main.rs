//! One target under libFuzzer: the one that `FUZZ_TARGET` names. Each input has one second of the
//! processor and 64 MB; a line is printed whenever one takes more than any before it.

#![no_main]

mod mutator;

use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use mindset_fuzz::{TARGETS, Target};
use peak_alloc::PeakAlloc;
use rustix::time::{ClockId, clock_gettime};
use std::cell::Cell;
use std::sync::LazyLock;
use std::time::Duration;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Most time of the processor for one input. The clock on the wall also counts other programs.
const LONGEST: Duration = Duration::from_secs(1);

/// Most memory for one input, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

static TARGET: LazyLock<Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
    let found = TARGETS.iter().find(|target| target.name == name);
    *found.unwrap_or_else(|| panic!("FUZZ_TARGET names no target: {name:?}"))
});

thread_local! {
    /// The most time, and the most bytes, that one input has taken so far.
    static MOST: Cell<(Duration, usize)> = const { Cell::new((Duration::ZERO, 0)) };
}

fuzz_target!(|bytes: &[u8]| {
    let target = &*TARGET;
    let (before, start) = (MEMORY.current_usage(), now());
    MEMORY.reset_peak_usage();
    (target.read)(bytes);
    let took = now().saturating_sub(start);
    let held = MEMORY.peak_usage().saturating_sub(before);
    weigh(took, held);
});

fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let mut random = fastrand::Rng::with_seed(seed.into());
    match mutator::changed(&data[..size], max_size, &mut random) {
        Some(changed) => {
            data[..changed.len()].copy_from_slice(&changed);
            changed.len()
        }
        None => fuzzer_mutate(data, size, max_size),
    }
});

fn now() -> Duration {
    let time = clock_gettime(ClockId::ThreadCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

fn weigh(took: Duration, held: usize) {
    let (longest, largest) = MOST.get();
    if took > longest || held > largest {
        let most = (took.max(longest), held.max(largest));
        MOST.set(most);
        eprintln!("MOST {} us, {} bytes", most.0.as_micros(), most.1);
    }
    assert!(took <= LONGEST, "one input took {took:?}");
    assert!(held <= LARGEST, "one input took {held} bytes");
}
