//! Example goals of the questionnaire, spread over the fields of an agreement.

use model::{Agreement, AgreementEdit, Day, Goal, GoalExample, Language, Owner, Scale, Text};

const DAYS_OF_A_WEEK: u32 = 7;

/// The example of a scale for this kind of goal, where it has one.
pub(super) fn example_of(scale: &Scale, owner: Owner, goal: Goal) -> Option<&GoalExample> {
    let goals = match owner {
        Owner::Rep => Some(&scale.goals),
        Owner::Manager => scale.manager_goals.as_ref(),
    };
    goals.map(|goals| match goal {
        Goal::Learning => &goals.learning,
        Goal::Performance => &goals.performance,
    })
}

/// Which of these examples its texts are from, as they stand; `None` where one was changed.
pub(super) fn taken_from<'a>(
    agreement: &Agreement,
    mut examples: impl Iterator<Item = &'a GoalExample>,
    language: Language,
) -> Option<usize> {
    examples.position(|example| {
        let mut filled = Agreement::default();
        for edit in text_edits(example, language) {
            filled.edit(edit);
        }
        texts(&filled) == texts(agreement)
    })
}

/// Whether nobody has written anything that an example would write over.
pub(super) fn is_empty(agreement: &Agreement) -> bool {
    texts(agreement).iter().all(|text| text.is_empty())
}

/// The edits that fill its fields with an example on this day. `before` is the example it was filled
/// with so far: a due date that does not follow from that one is somebody's own, and stays.
pub(super) fn fill(
    agreement: &Agreement,
    before: Option<&GoalExample>,
    example: &GoalExample,
    (language, today): (Language, Day),
) -> Vec<AgreementEdit> {
    let mut edits = Vec::from(text_edits(example, language));
    let due = |example: &GoalExample| {
        let weeks = example.weeks?;
        today.later(DAYS_OF_A_WEEK * weeks)
    };
    if agreement.due.is_none() || agreement.due == before.and_then(due) {
        edits.push(AgreementEdit::Due(due(example)));
    }
    edits
}

fn text_edits(example: &GoalExample, language: Language) -> [AgreementEdit; 5] {
    let said = |text: &Option<Text>| {
        let text = text.as_ref().map(|text| text.get(language).to_owned());
        text.unwrap_or_default()
    };
    [
        AgreementEdit::Text(example.agreed.get(language).to_owned()),
        AgreementEdit::Indicator(said(&example.indicator)),
        AgreementEdit::FirstStep(said(&example.first_step)),
        AgreementEdit::Situation(said(&example.situation)),
        AgreementEdit::Response(said(&example.response)),
    ]
}

/// The texts that an example fills.
fn texts(agreement: &Agreement) -> [&str; 5] {
    [
        &agreement.text,
        &agreement.indicator,
        &agreement.first_step,
        &agreement.if_then.situation,
        &agreement.if_then.response,
    ]
}
