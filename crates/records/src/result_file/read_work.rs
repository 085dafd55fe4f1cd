//! What was made of a result, from a file: read as it is, or refused where it cannot be.

use super::ImportError;
use super::place::At;
use super::timestamp::is_timestamp;
use super::work_json::read_work_list;
use model::Instrument;
use model::Work;
use serde_json::Value;

/// The lists of a file, each of which may be absent.
pub(super) fn work(root: &At, instrument: &Instrument) -> Result<Work, ImportError> {
    let mut work = Work::default();
    for name in ["beliefWork", "influences", "agreements"] {
        let Some(list) = root.optional(name)? else {
            continue;
        };
        for entry in list.list()? {
            let alone = Value::Array(vec![entry.value.clone()]);
            let mut one = Work::default();
            read_work_list(&mut one, name, &alone)
                .filter(|()| is_sound(&one, instrument))
                .ok_or_else(|| entry.bad())?;
        }
        read_work_list(&mut work, name, list.value)
            .filter(|()| is_sound(&work, instrument))
            .ok_or_else(|| list.bad())?;
    }
    Ok(work)
}

/// Whether nothing of it has to be dropped or cut.
fn is_sound(work: &Work, instrument: &Instrument) -> bool {
    let mut rated = work.beliefs.iter().filter_map(|one| one.rerating.as_ref());
    rated.all(|later| is_timestamp(&later.at)) && work.clone().fitted(instrument) == *work
}
