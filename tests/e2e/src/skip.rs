//! A test that cannot be run here says so by its name, and is counted as skipped.

use std::collections::HashSet;
use std::io::Write;
use std::sync::{Mutex, OnceLock, PoisonError};

/// Says that the test that runs is skipped, and why; the test then returns. `cargo xtask test`
/// counts it as skipped: the test runner, which knows no skipping at run time, counts it as passed.
pub fn skipped(why: &str) {
    static SAID: OnceLock<Mutex<HashSet<String>>> = OnceLock::new();
    let thread = std::thread::current();
    let test = thread.name().unwrap_or("a test");
    let said = SAID.get_or_init(Mutex::default);
    let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
    if said.insert(test.to_owned()) {
        // Not by a macro: what those print is captured. On a line of its own, whatever is half printed.
        let line = format!("\nSKIPPED TEST {test}: {why}\n");
        let _ = std::io::stdout().write_all(line.as_bytes());
    }
}
