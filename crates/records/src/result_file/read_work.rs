//! What was made of a result, from a file: read as it is, or refused where it cannot be.

use super::ImportError;
use super::place::At;
use super::work_json::read_work_list;
use model::{Day, Instrument, Timestamp, Work};
use serde_json::Value;

/// The lists of a file, each of which may be absent.
pub(super) fn work(root: &At, instrument: &Instrument, major: u32) -> Result<Work, ImportError> {
    let mut work = Work::default();
    for name in ["beliefWork", "influences", "agreements"] {
        let Some(list) = root.optional(name)? else {
            continue;
        };
        for entry in list.list()? {
            let alone = Value::Array(vec![entry.value.clone()]);
            let mut one = Work::default();
            read_work_list(&mut one, name, &alone)
                .and_then(|()| with_moments(&mut one, major))
                .filter(|()| is_sound(&one, instrument))
                .ok_or_else(|| entry.bad())?;
        }
        read_work_list(&mut work, name, list.value)
            .and_then(|()| with_moments(&mut work, major))
            .filter(|()| is_sound(&work, instrument))
            .ok_or_else(|| list.bad())?;
    }
    Ok(work)
}

/// Since version 2 a later rating has a day, which stands for its start in UTC. The lists are
/// read one after the other: what has been a moment since the list before stays one.
fn with_moments(work: &mut Work, major: u32) -> Option<()> {
    if major == 1 {
        return Some(());
    }
    for later in work
        .beliefs
        .iter_mut()
        .filter_map(|one| one.rerating.as_mut())
    {
        if Timestamp::parse(&later.at).is_none() {
            later.at = Day::parse(&later.at)?.start().into();
        }
    }
    Some(())
}

/// Whether nothing of it has to be dropped or cut.
fn is_sound(work: &Work, instrument: &Instrument) -> bool {
    let mut rated = work.beliefs.iter().filter_map(|one| one.rerating.as_ref());
    rated.all(|later| Timestamp::parse(&later.at).is_some())
        && work.clone().fitted(instrument) == *work
}
