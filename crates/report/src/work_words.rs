//! What is chosen in the work on a result, in words.

use i18n::{AgreementTexts, Messages, WorkTexts, long_date};
use model::{
    Agreement, Day, Goal, GoalOrigin, IfThen, Instrument, Language, Outcome, Owner, Sorting, Source,
};

/// Where a reason lies.
pub fn source(t: &WorkTexts, source: Source) -> &'static str {
    t.sources[source as usize]
}

/// What a person does with a reason.
pub fn sorting(t: &WorkTexts, sorting: Sorting) -> &'static str {
    t.sortings[sorting as usize]
}

/// Whose goal of which kind, on this questionnaire: of one by sales managers every goal is theirs.
pub fn kind(t: &WorkTexts, instrument: &Instrument, owner: Owner, goal: Goal) -> &'static str {
    let owner = match instrument.is_by_managers() {
        true => Owner::Manager,
        false => owner,
    };
    kind_between_two(t, owner, goal)
}

/// The same in a talk between a rep and their manager.
pub fn kind_between_two(t: &WorkTexts, owner: Owner, goal: Goal) -> &'static str {
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

/// A day as it is read, and nothing where none is set.
pub fn day(day: Option<Day>, language: Language) -> String {
    day.map_or_else(String::new, |day| long_date(&day.to_string(), language))
}

/// The two who can confirm an agreement: who took this questionnaire, and the other.
pub fn both(t: &WorkTexts, instrument: &Instrument) -> [&'static str; 2] {
    match instrument.is_by_managers() {
        true => [t.by_manager, t.by_team],
        false => [t.by_rep, t.by_manager],
    }
}

/// Who confirmed an agreement.
pub fn confirmed(t: &WorkTexts, instrument: &Instrument, one: &Agreement) -> String {
    let [taker, other] = both(t, instrument);
    let names = [(one.rep_confirmed, taker), (one.manager_confirmed, other)];
    let names = names.into_iter().filter(|(yes, _)| *yes);
    names.map(|(_, name)| name).collect::<Vec<_>>().join(", ")
}

/// What is filled in of an agreement besides what was agreed, the indicator, the due date and who
/// confirmed it, each with its name.
pub fn details(t: &Messages, one: &Agreement, language: Language) -> Vec<(&'static str, String)> {
    let (work, more) = (&t.work, &t.agreement);
    let interim = one.interim.iter().map(|interim| {
        let said = [day(interim.date, language), interim.text.clone()];
        let said = said.into_iter().filter(|text| !text.is_empty());
        (work.interim, said.collect::<Vec<_>>().join(": "))
    });
    let from = one.origin.map_or("", |one| origin(work, one));
    let went = one.outcome.map_or("", |one| outcome(work, one));
    let before = [
        (work.first_step, one.first_step.clone()),
        (more.if_then, if_then(more, &one.if_then)),
        (work.why, one.why.clone()),
        (more.helper, one.helper.clone()),
        (more.obstacle, one.obstacle.clone()),
        (work.origin, from.to_owned()),
    ];
    let after = [
        (work.outcome, went.to_owned()),
        (work.learned, one.learned.clone()),
    ];
    let all = before.into_iter().chain(interim).chain(after);
    all.filter(|(_, said)| !said.is_empty()).collect()
}

/// How an agreement went.
pub fn outcome(t: &WorkTexts, outcome: Outcome) -> &'static str {
    t.outcomes[outcome as usize]
}
