//! What is wrong, as a sentence.

use crate::shell::Shell;
use i18n::RoundTexts;
use round::{AddFault, CloseFault, CodeFault, FEWEST, NoContribution, NoRound, WithdrawFault};
use ui::{error_notice, text_element};
use yew::prelude::*;

/// Why something was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// The code of a round is none.
    Code(CodeFault),
    /// A talk code is none.
    TalkCode(CodeFault),
    /// The result cannot be added to any round.
    Contribution(NoContribution),
    /// The round does not begin.
    Begin(NoRound),
    /// The answers are not added.
    Add(AddFault),
    /// The answers are not withdrawn.
    Withdraw(WithdrawFault),
    /// The round is not closed.
    Close(CloseFault),
    /// The result of a file is not completed.
    Unfinished,
    /// The file is no result.
    NoResult,
    /// The file could not be read.
    NotLoaded,
}

/// A refusal as a notice that is read aloud; nothing has changed.
pub(crate) fn refused(shell: &Shell, refusal: &Refusal) -> Html {
    let t = &shell.texts().round;
    let content = [
        text_element("p", "", sentence(t, refusal)),
        text_element("p", "", t.nothing_changed),
    ];
    error_notice(t.error_title, content)
}

fn sentence(t: &RoundTexts, refusal: &Refusal) -> String {
    let said = match refusal {
        Refusal::Code(fault) | Refusal::TalkCode(fault) => return of_code(t, *fault),
        Refusal::Close(CloseFault::TooFew { people }) => return too_few(t, *people),
        Refusal::Contribution(NoContribution::Form) => t.about_another,
        Refusal::Contribution(NoContribution::NothingAnswered) => t.nothing_answered,
        Refusal::Begin(NoRound::Statements { .. }) => t.too_many_statements,
        Refusal::Begin(NoRound::Randomness | NoRound::KnownRound) => t.no_random,
        Refusal::Begin(NoRound::Digest) => t.unknown_questionnaire,
        Refusal::Begin(NoRound::OtherQuestionnaire)
        | Refusal::Add(AddFault::OtherQuestionnaire)
        | Refusal::Close(CloseFault::OtherQuestionnaire) => t.other_questionnaire,
        Refusal::Add(AddFault::OtherLanguage) | Refusal::Close(CloseFault::OtherLanguage) => {
            t.other_language
        }
        Refusal::Add(AddFault::AlreadyAdded) => t.already,
        Refusal::Add(AddFault::Full) => t.full,
        Refusal::Add(AddFault::Older)
        | Refusal::Withdraw(WithdrawFault::Older)
        | Refusal::Close(CloseFault::Older) => t.older,
        Refusal::Add(AddFault::Closed)
        | Refusal::Withdraw(WithdrawFault::Closed)
        | Refusal::Close(CloseFault::Closed) => t.already_closed,
        Refusal::Withdraw(WithdrawFault::NotAdded | WithdrawFault::Last) => t.alone,
        Refusal::Close(CloseFault::NotBegunHere) => t.not_begun_here,
        Refusal::Close(CloseFault::Impossible) => t.impossible,
        Refusal::Unfinished => t.unfinished,
        Refusal::NoResult => t.no_result_file,
        Refusal::NotLoaded => t.file_not_loaded,
    };
    said.to_owned()
}

/// How many are missing of the fewest that may be shown.
pub(crate) fn too_few(t: &RoundTexts, people: u32) -> String {
    match FEWEST.saturating_sub(people) {
        1 => t.close_few_one.to_owned(),
        missing => t.close_few(missing as usize),
    }
}

/// So many participants.
pub(crate) fn people(t: &RoundTexts, people: u32) -> String {
    match people {
        1 => t.one_person.to_owned(),
        people => t.people(people as usize),
    }
}

fn of_code(t: &RoundTexts, fault: CodeFault) -> String {
    match fault {
        CodeFault::Empty => t.empty.to_owned(),
        CodeFault::Character {
            position,
            character,
        } => t.character(&character.to_string(), position),
        CodeFault::TooShort { got, .. } => t.too_short(got),
        CodeFault::TooLong { .. } => t.too_long.to_owned(),
        CodeFault::Checksum => t.checksum.to_owned(),
        CodeFault::NewerFormat => t.newer.to_owned(),
        CodeFault::UnknownQuestionnaire | CodeFault::SeveralQuestionnaires => {
            t.unknown_questionnaire.to_owned()
        }
        CodeFault::Form => t.about_another.to_owned(),
        CodeFault::Day { .. } => t.day.to_owned(),
        CodeFault::Answers => t.impossible_code.to_owned(),
    }
}
