//! What is chosen in the work on a result, in words.

use i18n::WorkTexts;
use model::{Goal, Outcome, Owner, Sorting, Source};

/// Where a reason lies.
pub fn source(t: &WorkTexts, source: Source) -> &'static str {
    t.sources[source as usize]
}

/// What a person does with a reason.
pub fn sorting(t: &WorkTexts, sorting: Sorting) -> &'static str {
    t.sortings[sorting as usize]
}

/// Whose goal of which kind.
pub fn kind(t: &WorkTexts, owner: Owner, goal: Goal) -> &'static str {
    t.kinds[2 * owner as usize + goal as usize]
}

/// How an agreement went.
pub fn outcome(t: &WorkTexts, outcome: Outcome) -> &'static str {
    t.outcomes[outcome as usize]
}
