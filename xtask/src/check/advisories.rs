//! Known security holes of the dependencies, where the list of them can be had.

use super::count::Tally;
use crate::project::Project;
use std::time::Duration;

/// Fetching the list takes seconds; a network that swallows packets answers never.
const LIMIT: Duration = Duration::from_secs(180);

/// What cargo-deny 0.20.2 says, after `[ERROR]`, when the list could be neither fetched nor
/// cloned. It ends with exit code 1 for an advisory too, so that only the words tell.
const NOT_FETCHED: &str = "failed to fetch advisory database";

/// Checks the dependencies against the RustSec advisories. On a machine without a way to them
/// the check counts as skipped and says so: it never passes unseen.
pub fn check(project: &Project) -> anyhow::Result<Tally> {
    let outcome = project
        .command("cargo-deny")
        .args([
            "--workspace",
            "--locked",
            "--log-level",
            "error",
            "--color",
            "never",
        ])
        .args(["check", "advisories"])
        .read_within(LIMIT)?;
    let verdict = judge(outcome.success, outcome.timed_out, &outcome.text);
    if verdict.failed > 0 {
        print!("{}", outcome.text);
    }
    Ok(verdict)
}

fn judge(success: bool, timed_out: bool, text: &str) -> Tally {
    let minutes = LIMIT.as_secs() / 60;
    let fetch_error = text.lines().find(|line| line.contains(NOT_FETCHED));
    match (success, timed_out, fetch_error) {
        (true, ..) => Tally::one(true),
        (_, true, _) => Tally::skipped(&format!(
            "advisories were not checked: their list did not arrive within {minutes} minutes."
        )),
        (.., Some(_)) => Tally::skipped(
            "advisories were not checked: their list (the RustSec advisory database) could not \
             be fetched from here.",
        ),
        _ => Tally::one(false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seen on a machine without a network.
    const OFFLINE: &str = "\
2026-11-23 22:33:24 [ERROR] failed to fetch advisory database https://github.com/RustSec/advisory-db with cli: failed to clone
fatal: unable to access 'https://github.com/RustSec/advisory-db/': Could not resolve host
";

    #[test]
    fn a_list_that_cannot_be_fetched_is_skipped_and_said() {
        let tally = judge(false, false, OFFLINE);
        assert_eq!((tally.passed, tally.failed, tally.skipped), (0, 0, 1));
        assert!(tally.notes[0].contains("not checked"));
    }

    #[test]
    fn a_list_that_never_arrives_is_skipped_and_said() {
        let tally = judge(false, true, "");
        assert_eq!((tally.failed, tally.skipped), (0, 1));
        assert!(tally.notes[0].contains("3 minutes"));
    }

    #[test]
    fn an_advisory_fails() {
        let text = "error[vulnerability]: Potential segfault in the time crate";
        assert_eq!(judge(false, false, text), Tally::one(false));
    }

    #[test]
    fn a_checked_list_passes() {
        assert_eq!(judge(true, false, "advisories ok"), Tally::one(true));
    }
}
