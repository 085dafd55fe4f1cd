//! Records that were moved out of the way because the app could not read them.

use super::{Plan, Stored, View, find, put};
use crate::backend::Write;
use crate::row::{Row, RowError};
use crate::{Record, RecordKey, Refused, Revision};

/// A record that was moved out of the way because the app could not read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Where it is now.
    pub key: RecordKey,
    /// Where it was.
    pub original: RecordKey,
    /// Why, as a word of the layer that moved it.
    pub reason: String,
    /// Its body, as it was.
    pub body: String,
    /// When it last changed, in milliseconds since 1970-01-01T00:00Z.
    pub changed_at: i64,
    /// The version that was moved.
    pub revision: Revision,
}

impl Quarantined {
    pub(crate) fn read(record: &Record) -> Option<Self> {
        let (head, body) = record.body.split_once('\n')?;
        let mut words = head.split(' ');
        let (original, reason, revision) = (words.next()?, words.next()?, words.next()?);
        Some(Self {
            key: record.key.clone(),
            original: RecordKey::parse(original)?,
            reason: reason.to_owned(),
            body: body.to_owned(),
            changed_at: record.changed_at,
            revision: Revision::parse(revision)?,
        })
    }
}

/// The row in quarantine for a version of a record.
pub(super) fn set_aside(
    view: &View,
    record: &Record,
    reason: &str,
    id: &str,
    epoch: Option<u64>,
) -> Row {
    let revision = record.revision.to_string();
    let head = [record.key.as_str(), reason, &revision].join(" ");
    Row {
        record: Record {
            key: RecordKey::in_quarantine(id),
            revision: view.writer.after(None),
            changed_at: record.changed_at,
            body: [&head, "\n", &*record.body].concat().into(),
        },
        deleted: false,
        epoch,
    }
}

/// Moves a record into quarantine, if it is still the version that was looked at, or a damaged row
/// of which this is the text.
pub(super) fn quarantine(view: &View, record: &Record, reason: &str) -> Plan {
    let there = match view.find(&record.key) {
        Stored::Live(row) if row.record.revision == record.revision => row,
        Stored::Live(row) => return Plan::refused(Refused::Changed(row.record)),
        Stored::Absent | Stored::Deleted(_) => return Plan::refused(Refused::Deleted),
        Stored::Unreadable(RowError::Damaged)
            if *view.rows[record.key.as_str()] == *record.body =>
        {
            return set_row_aside(view, record, reason);
        }
        Stored::Unreadable(_) => return Plan::refused(Refused::ReadOnly),
    };
    let id = view.writer.change_name();
    let moved = set_aside(view, &there.record, reason, &id, view.epoch(Some(&there)));
    moved_from(view, moved, &there)
}

/// Moves a damaged row into quarantine as the text that it is, so that its name is free for what
/// a backup holds of it. Where the mirror has a version it stays: the next opening brings both
/// together, and a copy by a later app is the later app's.
fn set_row_aside(view: &View, record: &Record, reason: &str) -> Plan {
    let name = record.key.as_str();
    let copy = view.mirror.get(name);
    if copy.is_some()
        && !matches!(
            find(view.mirror, &record.key),
            Stored::Unreadable(RowError::Damaged)
        )
    {
        return Plan::refused(Refused::ReadOnly);
    }
    let aside = |text: &str, end: &str| {
        let record = Record {
            key: record.key.clone(),
            // Of which version it was cannot be read.
            revision: view.writer.after(None),
            changed_at: view.writer.now,
            body: text.into(),
        };
        let id = [&view.writer.change_name(), end].concat();
        set_aside(view, &record, reason, &id, view.epoch(None))
    };
    let mut plan = Plan::saved(aside(&record.body, ""));
    plan.writes.push(Write::Remove(name.to_owned()));
    // It may be damaged in another way.
    if let Some(copy) = copy.filter(|copy| **copy != *record.body) {
        plan.writes.push(put(&aside(copy, "-copy")));
    }
    plan
}

/// Moves a record out of quarantine, if nothing has taken its place.
pub(super) fn release(view: &View, quarantined: &Quarantined) -> Plan {
    let Stored::Live(there) = view.find(&quarantined.key) else {
        return Plan::refused(Refused::Deleted);
    };
    let mut revision = quarantined.revision.clone();
    match view.find(&quarantined.original) {
        Stored::Live(row) => return Plan::refused(Refused::Changed(row.record)),
        Stored::Unreadable(_) => return Plan::refused(Refused::ReadOnly),
        Stored::Absent => (),
        Stored::Deleted(mark) => revision = revision.join(&mark.record.revision),
    }
    let record = Record {
        key: quarantined.original.clone(),
        revision: view.writer.after(Some(&revision)),
        changed_at: quarantined.changed_at,
        body: quarantined.body.as_str().into(),
    };
    moved_from(view, view.live(record, Some(&there)), &there)
}

fn moved_from(view: &View, moved: Row, before: &Row) -> Plan {
    let removal = view.removal(before);
    let mut plan = Plan::saved(moved);
    plan.writes.push(removal);
    plan
}
