//! Counting what passed, out of what the test runners say.

use std::collections::BTreeSet;
use std::fmt;

/// How a line begins by which an end-to-end test says that it is skipped: its name and why follow.
const SKIPPED: &str = "SKIPPED TEST ";

/// How many checks passed, failed, and were not run.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Checks that passed.
    pub passed: u32,
    /// Checks that failed.
    pub failed: u32,
    /// Checks that were not run.
    pub skipped: u32,
    /// A sentence for each thing that a person must know.
    pub notes: Vec<String>,
}

impl Tally {
    /// One check that passed when `success` is true, and failed otherwise.
    pub fn one(success: bool) -> Self {
        Self {
            passed: success.into(),
            failed: (!success).into(),
            ..Self::default()
        }
    }

    /// One check that failed, and why.
    pub fn failed(sentence: &str) -> Self {
        Self {
            failed: 1,
            notes: vec![format!("FAILED: {sentence}")],
            ..Self::default()
        }
    }

    /// One check that was not run, and why.
    pub fn skipped(reason: &str) -> Self {
        Self {
            skipped: 1,
            notes: vec![format!("SKIPPED: {reason}")],
            ..Self::default()
        }
    }

    /// Reads the closing lines of every test binary in the output of one test command.
    ///
    /// A command that failed without a failed test (it did not compile, say, or was cut off)
    /// counts as one failure. So does one that ran no test at all: a suite that has gone missing
    /// must not look like a suite that passes. A test that says by its name that it is skipped has
    /// passed to the runner, and is skipped to us.
    pub fn of_test_run(success: bool, output: &str) -> Self {
        let mut tally = Self::default();
        let mut skipped = BTreeSet::new();
        for line in output.lines() {
            skipped.extend(line.strip_prefix(SKIPPED));
            // Between the markers of other lines: in a browser, the line may be indented.
            if let Some(counts) = line.trim().strip_prefix("test result: ") {
                tally.passed += number_before(counts, " passed");
                tally.failed += number_before(counts, " failed");
                tally.skipped += number_before(counts, " ignored");
            }
        }
        let count = u32::try_from(skipped.len()).unwrap_or(u32::MAX);
        let ran = tally.passed > 0;
        tally.passed = tally.passed.saturating_sub(count);
        tally.skipped += count;
        tally
            .notes
            .extend(skipped.iter().map(|test| format!("SKIPPED: {test}")));
        if !success && tally.failed == 0 {
            tally.add(Self::failed("the test command ended with an error"));
        } else if success && !ran {
            tally.add(Self::failed("no test was run"));
        }
        tally
    }

    /// Adds the counts and notes of another tally.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.notes.extend(other.notes);
    }
}

/// The plain closing line: `12 passed, 0 failed`, with `, 1 skipped` when something was.
impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)?;
        if self.skipped > 0 {
            write!(f, ", {} skipped", self.skipped)?;
        }
        Ok(())
    }
}

/// The number that stands right before `word`; 0 when there is none.
fn number_before(text: &str, word: &str) -> u32 {
    let before = text.split(word).next().unwrap_or_default();
    let digits = before.rsplit(|c: char| !c.is_ascii_digit()).next();
    match digits {
        Some(digits) if before.len() < text.len() => digits.parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(tally: &Tally) -> (u32, u32, u32) {
        (tally.passed, tally.failed, tally.skipped)
    }

    #[test]
    fn the_closing_lines_of_several_test_binaries_add_up() {
        let output = "\
running 3 tests
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s

running 14 tests
test result: ok. 12 passed; 0 failed; 2 ignored; 0 measured; 0 filtered out; finished in 1.20s
";
        assert_eq!(counts(&Tally::of_test_run(true, output)), (15, 0, 2));
    }

    #[test]
    fn failed_tests_are_counted_once_each() {
        let output = "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 filtered out";
        assert_eq!(counts(&Tally::of_test_run(false, output)), (4, 2, 0));
    }

    #[test]
    fn an_error_without_a_failed_test_is_one_failure() {
        assert_eq!(counts(&Tally::of_test_run(false, "")), (0, 1, 0));
        let output = "test result: ok. 4 passed; 0 failed; 0 ignored";
        assert_eq!(counts(&Tally::of_test_run(false, output)), (4, 1, 0));
    }

    #[test]
    fn a_run_without_a_test_is_a_failure() {
        let output = "test result: ok. 0 passed; 0 failed; 0 ignored";
        assert_eq!(counts(&Tally::of_test_run(true, output)), (0, 1, 0));
    }

    #[test]
    fn a_test_that_says_that_it_is_skipped_has_not_passed() {
        let output = "\
SKIPPED TEST tabs::one: it has no moveBefore
test tabs::one ... ok
SKIPPED TEST tabs::two: its driver has no profile
test tabs::two ... ok
test tabs::three ... ok
test result: ok. 3 passed; 0 failed; 0 ignored; 0 measured; 5 filtered out; finished in 1.20s
";
        let tally = Tally::of_test_run(true, output);
        assert_eq!(counts(&tally), (1, 0, 2));
        assert_eq!(
            tally.notes,
            [
                "SKIPPED: tabs::one: it has no moveBefore",
                "SKIPPED: tabs::two: its driver has no profile"
            ]
        );
    }

    #[test]
    fn a_run_of_which_every_test_is_skipped_has_passed_nothing() {
        let output = "SKIPPED TEST one: why\ntest result: ok. 1 passed; 0 failed; 0 ignored";
        assert_eq!(counts(&Tally::of_test_run(true, output)), (0, 0, 1));
    }

    #[test]
    fn words_of_a_test_are_not_taken_for_counts() {
        let output = "7 passed; 7 failed\ntest result: ok. 1 passed; 0 failed; 0 ignored";
        assert_eq!(counts(&Tally::of_test_run(true, output)), (1, 0, 0));
    }

    #[test]
    fn the_closing_line_is_plain() {
        let mut tally = Tally::one(true);
        assert_eq!(tally.to_string(), "1 passed, 0 failed");
        tally.add(Tally::one(false));
        tally.add(Tally::skipped("offline"));
        assert_eq!(tally.to_string(), "1 passed, 1 failed, 1 skipped");
    }
}
