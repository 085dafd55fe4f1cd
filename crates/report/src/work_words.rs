//! What is chosen in the work on a result, in words.

use i18n::AgreementTexts;
use i18n::WorkTexts;
use model::{Goal, GoalOrigin, IfThen, Outcome, Owner, Sorting, Source};

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

/// Where a learning goal comes from.
pub fn origin(t: &WorkTexts, origin: GoalOrigin) -> &'static str {
    t.origins[origin as usize]
}

/// An if–then plan in one sentence; with one half alone that half, and with none nothing.
pub fn if_then(t: &AgreementTexts, plan: &IfThen) -> String {
    let half = |name: &str, text: &str| [name, " ", text].concat();
    match (&*plan.situation, &*plan.response) {
        ("", "") => String::new(),
        (situation, "") => half(t.situation.trim_end_matches([' ', '…']), situation),
        ("", response) => half(t.response.trim_end_matches([' ', '…']), response),
        (situation, response) => t.if_then_said(situation, response),
    }
}

/// How an agreement went.
pub fn outcome(t: &WorkTexts, outcome: Outcome) -> &'static str {
    t.outcomes[outcome as usize]
}
