//! What stands out across the scales.

use model::{Condition, Instrument, Session};
use scoring::Scores;

/// The first pattern of the instrument that applies, as an index into its list.
pub(super) fn first_pattern(
    instrument: &Instrument,
    session: &Session,
    scores: &Scores,
) -> Option<usize> {
    let mut patterns = instrument.parts().patterns.iter();
    patterns.position(|pattern| holds(&pattern.when, session, scores))
}

/// Whether a condition holds; one on a score or an answer that is not there does not.
fn holds(when: &Condition, session: &Session, scores: &Scores) -> bool {
    match when {
        Condition::All(each) => each.iter().all(|one| holds(one, session, scores)),
        Condition::Any(each) => each.iter().any(|one| holds(one, session, scores)),
        Condition::Band { scale, bands } => {
            let scored = scores.scales[*scale].scored.as_ref();
            scored.is_some_and(|scored| bands.contains(&scored.band))
        }
        Condition::Context { question, options } => {
            let chosen = session.parts().context.get(*question).copied().flatten();
            chosen.is_some_and(|chosen| options.contains(&chosen))
        }
        Condition::AtMost { item, value } => {
            let rating = session.answers().rating(*item);
            rating.is_some_and(|rating| rating.value() <= *value)
        }
    }
}
