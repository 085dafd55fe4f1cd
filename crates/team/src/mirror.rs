//! The manager's mirror beside the team: what the team and its manager were both asked about the
//! situation. Only where the manager's file is opened for this, and never from among the team's files.

use crate::read::{Origin, read_document};
use crate::view::{Mirror, MirrorQuestion, PoolKey, Reason};
use model::Instrument;
use report::are_counterparts;
use std::rc::Rc;

/// What a manager's file says to the questions that a team was asked too.
pub(crate) fn mirror(
    bytes: &[u8],
    pool: &PoolKey,
    known: &[Rc<Instrument>],
) -> Result<Mirror, Reason> {
    let record = read_document(bytes, known)?;
    let team = known.iter().find(|one| one.is(&pool.instrument));
    let (Some(team), Origin::File(_)) = (team, &record.origin) else {
        return Err(Reason::NotAMirror);
    };
    let manager = &known[record.instrument];
    let mut questions = Vec::new();
    for (question, asked) in team.context_questions().iter().enumerate() {
        let others = manager.context_questions().iter().enumerate();
        let counterpart = others
            .zip(&record.context)
            .find(|((_, other), _)| are_counterparts(asked, other));
        let Some(((of_manager, other), Some(chosen))) = counterpart else {
            continue;
        };
        let id = other.options.get(*chosen).map(|option| &option.id);
        let same = asked
            .options
            .iter()
            .position(|option| Some(&option.id) == id);
        questions.push(MirrorQuestion {
            question,
            of_manager,
            chosen: *chosen,
            same,
        });
    }
    if questions.is_empty() {
        return Err(Reason::NotAMirror);
    }
    Ok(Mirror {
        instrument: manager.reference(),
        day: record.day,
        questions,
    })
}
