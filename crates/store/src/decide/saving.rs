//! Saving a change of a tab, and writing a version from a backup.

use std::cell::Cell;
use std::rc::Rc;

use super::{Finding, Plan, Stored, View, epoch};
use crate::{Descent, Incoming, Record, Refused, Revision};

/// A change of a record that a tab wants saved.
#[derive(Clone)]
pub(crate) struct Change {
    pub(crate) record: Record,
    /// Whether the tab has ever seen the record in the truth.
    pub(crate) known: bool,
    /// Whether it contains an earlier change that may have been here already.
    pub(crate) again: bool,
    /// Whether its tab left a copy of it in the mirror, from where another tab may have brought
    /// it here. Looked at when it happens.
    pub(crate) copied: Rc<Cell<bool>>,
    /// The epoch in which the tab made it, as far as the tab knew.
    pub(crate) epoch: Option<u64>,
}

/// Writes a change if it descends from what stands there.
pub(super) fn commit(view: &View, change: &Change) -> Plan {
    let again = change.again || change.copied.get();
    let mut record = change.record.clone();
    let before = match view.find(&record.key) {
        Stored::Unreadable(_) => return Plan::refused(Refused::ReadOnly),
        Stored::Live(there) if there.record.revision.contains(&record.revision) => {
            // It landed earlier, whatever has been built on it since.
            return Plan::of(Vec::new(), Ok(Finding::Record(record)));
        }
        Stored::Live(there) if !record.revision.contains(&there.record.revision) => {
            return Plan::refused(Refused::Changed(there.record));
        }
        Stored::Live(there) => Some(there),
        Stored::Deleted(there) => {
            let begins_anew = record.key.id().is_none() && !change.known && !again;
            if begins_anew {
                record.revision = record.revision.join(&there.record.revision);
            } else if !record.revision.contains(&there.record.revision) {
                return Plan::refused(Refused::Deleted);
            }
            Some(there)
        }
        Stored::Absent => {
            let of_before = change.epoch.is_some() && change.epoch < epoch(view.rows);
            if change.known || (again && of_before) {
                return Plan::refused(Refused::Deleted);
            }
            None
        }
    };
    Plan::saved(view.live(record, before.as_ref()))
}

/// Writes a version from a backup: over the version that the reader agreed to replace, or
/// where there is none, a deleted one included. A version that descends from what it replaces stays
/// that version, with the stamps of both, so that the next one of the device that made it descends
/// from it too.
pub(super) fn restore(view: &View, incoming: &Incoming, over: Option<&Revision>) -> Plan {
    let before = match (view.find(&incoming.key), over) {
        (Stored::Live(row), Some(over)) if row.record.revision == *over => Some(row),
        (Stored::Live(row), _) => return Plan::refused(Refused::Changed(row.record)),
        (Stored::Unreadable(_), _) => return Plan::refused(Refused::ReadOnly),
        (_, Some(_)) => return Plan::refused(Refused::Deleted),
        (Stored::Deleted(row), None) => Some(row),
        (Stored::Absent, None) => None,
    };
    let (joined, stays) = match (&incoming.revision, &before) {
        (Some(revision), Some(row)) => {
            let replaced = &row.record.revision;
            let descends = revision.descent(replaced) == Descent::Newer;
            (Some(revision.join(replaced)), descends && !row.deleted)
        }
        (Some(revision), None) => (Some(revision.clone()), true),
        (None, before) => (
            before.as_ref().map(|row| row.record.revision.clone()),
            false,
        ),
    };
    let revision = match joined {
        Some(joined) if stays => joined,
        joined => view.writer.after(joined.as_ref()),
    };
    let record = Record {
        key: incoming.key.clone(),
        revision,
        changed_at: incoming.changed_at,
        body: incoming.body.clone(),
    };
    Plan::saved(view.live(record, before.as_ref()))
}
