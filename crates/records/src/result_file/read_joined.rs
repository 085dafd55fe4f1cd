//! What was written about a result, from a file: read as it is, or refused where it cannot be.

use super::ImportError;
use super::fields::{Token, When};
use super::file::{AgreementEntry, BeliefWorkEntry, InfluenceEntry};
use super::read::{bad, twice};
use crate::{AgreementRecord, InfluenceRecord, JoinedRecords};
use model::{BeliefWork, Instrument, Rerating, fitted_belief_work};

/// Beliefs examined.
pub(super) fn belief_work<W: When>(
    entries: Vec<BeliefWorkEntry<W>>,
    instrument: &Instrument,
) -> Result<Vec<BeliefWork>, ImportError> {
    let sound = |read: &[BeliefWork]| fitted_belief_work(read.to_vec(), instrument) == read;
    let entry = |entry: BeliefWorkEntry<W>| BeliefWork {
        item_id: entry.item_id,
        own_words: entry.own_words,
        speaks_for: entry.speaks_for,
        speaks_against: entry.speaks_against,
        supporting: entry.supporting,
        experiment: entry.experiment,
        rerating: entry.rerating.map(|later| Rerating {
            value: later.value,
            at: later.at.moment(),
        }),
    };
    let read: Vec<BeliefWork> = entries.into_iter().map(entry).collect();
    for (n, one) in read.iter().enumerate() {
        if !sound(std::slice::from_ref(one)) {
            return Err(bad(format!("beliefWork[{n}]")));
        }
    }
    match sound(&read) {
        true => Ok(read),
        false => Err(bad("beliefWork")),
    }
}

/// Agreements and influences of this session.
pub(super) fn joined<W: When>(
    influences: Vec<InfluenceEntry<W>>,
    agreements: Vec<AgreementEntry<W>>,
    session_id: &str,
) -> Result<JoinedRecords, ImportError> {
    let mut joined = JoinedRecords::default();
    for (position, entry) in (0..).zip(influences) {
        let place = format!("influences[{position}]");
        if entry.influence.clone().fitted() != entry.influence {
            return Err(bad(place));
        }
        if entry.session_id.0 != session_id {
            return Err(bad(place + ".sessionId"));
        }
        if joined.influences.iter().any(|one| one.id == entry.id.0) {
            return Err(twice(place + ".id"));
        }
        let at = entry.changed_on.moment();
        let mut record = InfluenceRecord::new(entry.id.0, entry.session_id.0, at, entry.influence);
        record.position = position;
        joined.influences.push(record);
    }
    for (position, entry) in (0..).zip(agreements) {
        let place = format!("agreements[{position}]");
        if entry.agreement.clone().fitted() != entry.agreement {
            return Err(bad(place));
        }
        let session_ids: Vec<String> = entry.session_ids.into_iter().map(|Token(id)| id).collect();
        if session_ids.first().is_none_or(|first| first != session_id) {
            return Err(bad(place + ".sessionIds"));
        }
        if joined.agreements.iter().any(|one| one.id == entry.id.0) {
            return Err(twice(place + ".id"));
        }
        let (session, at) = (session_id.to_owned(), entry.changed_on.moment());
        let mut record = AgreementRecord::new(entry.id.0, session, at, entry.agreement);
        record.position = position;
        record.session_ids = session_ids;
        record.created_at = entry.created_on.moment();
        joined.agreements.push(record);
    }
    Ok(joined)
}
