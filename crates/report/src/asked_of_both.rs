//! What a rep and a manager were both asked about the situation, each in a questionnaire of their own.

use model::{ContextQuestion, Instrument};

/// The chosen option of each context question of an instrument, as far as it is shared.
type Options<'a> = &'a [Option<usize>];

/// A question about the situation that both have answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedOfBoth {
    /// What the rep chose.
    pub rep: Chosen,
    /// What the manager chose.
    pub manager: Chosen,
    /// Whether both chose the same option.
    pub is_same: bool,
}

/// The answer to a context question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The question, as an index into the context questions of the instrument it was asked in.
    pub question: usize,
    /// The option, as an index into the question's list.
    pub option: usize,
}

/// The context questions that both have answered, in the order of the rep's instrument. Context that
/// either does not share is not among their options, and then nothing stands here.
pub fn asked_of_both(
    rep: (&Instrument, Options),
    manager: (&Instrument, Options),
) -> Vec<AskedOfBoth> {
    let mut asked = Vec::new();
    for (own, chosen) in chosen_options(rep) {
        let is_counterpart = |other: &(&ContextQuestion, Chosen)| are_counterparts(own, other.0);
        let Some((other, others_choice)) = chosen_options(manager).find(is_counterpart) else {
            continue;
        };
        let option_id = |question: &ContextQuestion, chosen: Chosen| {
            let option = question.options.get(chosen.option);
            option.map(|option| option.id.clone())
        };
        asked.push(AskedOfBoth {
            rep: chosen,
            manager: others_choice,
            is_same: option_id(own, chosen) == option_id(other, others_choice),
        });
    }
    asked
}

/// The context questions that were answered, with the answer.
fn chosen_options<'a>(
    (instrument, options): (&'a Instrument, Options<'a>),
) -> impl Iterator<Item = (&'a ContextQuestion, Chosen)> {
    let questions = instrument.context_questions().iter().enumerate();
    questions.filter_map(|(n, question)| {
        let option = options.get(n).copied().flatten()?;
        let chosen = Chosen {
            question: n,
            option,
        };
        Some((question, chosen))
    })
}

/// Whether two questions ask the same of a rep and of a manager. Definitions say so by their ids: the
/// manager's question has the id of the rep's behind a prefix (`MM-CTX-1` to `CTX-1`), and every
/// option of the one stands, by id, among those of the other: one of the two can have an option more.
pub fn are_counterparts(rep: &ContextQuestion, manager: &ContextQuestion) -> bool {
    let prefix = manager.id.strip_suffix(&*rep.id);
    let contains = |all: &ContextQuestion, some: &ContextQuestion| {
        let mut ids = some.options.iter().map(|option| &option.id);
        ids.all(|id| all.options.iter().any(|option| option.id == *id))
    };
    prefix.is_some_and(|prefix| prefix.ends_with('-'))
        && (contains(rep, manager) || contains(manager, rep))
}
