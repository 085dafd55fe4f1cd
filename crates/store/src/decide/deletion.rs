//! Deletion, and its undo.

use std::cell::RefCell;
use std::rc::Rc;

use super::{Finding, Plan, Stored, View, epoch, meta, put, removals};
use crate::backend::Write;
use crate::key::{is_ours, is_pending};
use crate::row::Row;
use crate::store::Undone;
use crate::{Record, RecordKey};

/// What one deletion removed. Empty until it has happened.
pub(crate) type Deletion = Rc<RefCell<Vec<Removed>>>;

/// One row that a deletion removed.
#[derive(Clone, Debug)]
pub(crate) enum Removed {
    Record(Row),
    /// A text that could not be read, and is put back as it was.
    Text(RecordKey, String),
}

impl Removed {
    pub(crate) fn key(&self) -> &RecordKey {
        match self {
            Self::Record(row) => &row.record.key,
            Self::Text(key, _) => key,
        }
    }
}

/// What was deleted, to be put back with [`crate::Store::undo`]. Clones are the same.
#[must_use = "what was deleted can be put back only from here"]
#[derive(Clone, Debug, Default)]
pub struct Undo {
    /// In the order in which they were asked for. A deletion that has not happened yet, as its
    /// transaction timed out, is empty, and is filled when it happens.
    deletions: Vec<Deletion>,
}

impl Undo {
    pub(crate) fn of(deletion: Deletion) -> Self {
        let deletions = vec![deletion];
        Self { deletions }
    }

    /// Adds a later deletion: one undo brings back both. Of a record that was deleted in both,
    /// the later one counts.
    pub fn extend(&mut self, later: Self) {
        self.deletions.extend(later.deletions);
    }

    /// Whether nothing was there to delete, or nothing has been deleted yet.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many records it would put back now.
    pub fn len(&self) -> usize {
        self.removed().len()
    }

    /// The records that it would put back now, as they were.
    pub fn records(&self) -> Vec<Record> {
        let removed = self.removed().into_iter();
        let records = removed.filter_map(|removed| match removed {
            Removed::Record(row) => Some(row.record),
            Removed::Text(..) => None,
        });
        records.collect()
    }

    /// What has been deleted by now.
    pub(crate) fn removed(&self) -> Vec<Removed> {
        let mut all: Vec<Removed> = Vec::new();
        for deletion in &self.deletions {
            for removed in &*deletion.borrow() {
                all.retain(|earlier| earlier.key() != removed.key());
                all.push(removed.clone());
            }
        }
        all
    }
}

/// Deletes these records, whatever their versions. `unsaved` are versions of them that the
/// tab could not bring here yet.
pub(super) fn delete(view: &View, keys: &[RecordKey], unsaved: &[Record]) -> Plan {
    let (mut writes, mut removed) = (Vec::new(), Vec::new());
    for key in keys {
        let there = match view.find(key) {
            Stored::Live(row) => Some(row),
            Stored::Unreadable(_) => {
                writes.push(Write::Remove(key.to_string()));
                removed.push(Removed::Text(key.clone(), view.rows[key.as_str()].clone()));
                continue;
            }
            Stored::Absent | Stored::Deleted(_) => None,
        };
        let newer = unsaved.iter().find(|record| {
            let descends = |row: &Row| record.revision.contains(&row.record.revision);
            record.key == *key && there.as_ref().is_none_or(descends)
        });
        let of_tab = newer.map(|record| view.live(record.clone(), there.as_ref()));
        if let Some(last) = of_tab.or(there) {
            writes.push(view.removal(&last));
            removed.push(Removed::Record(last));
        }
    }
    Plan::of(writes, Ok(Finding::Removed(removed)))
}

/// Deletes everything in our form. A database forgets all of it, and remembers only that it
/// happened; what stands in keeps a mark for each record that a database may still have.
pub(super) fn delete_all(view: &View, unsaved: &[Record]) -> Plan {
    let mut keys: Vec<RecordKey> = unsaved.iter().map(|record| record.key.clone()).collect();
    let stored = view.rows.keys().filter_map(|name| RecordKey::parse(name));
    for key in stored {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    let mut plan = delete(view, &keys, unsaved);
    if view.writer.in_database {
        plan.writes = removals(view.rows, |name| RecordKey::parse(name).is_some());
        if !keys.is_empty() || !view.mirror.is_empty() {
            plan.writes.push(meta(epoch(view.rows).unwrap_or(0) + 1));
        }
        plan.mirror = removals(view.mirror, is_ours);
    }
    plan.writes.extend(removals(view.rows, is_pending));
    plan
}

/// Puts back what was deleted, where nothing newer has taken its place.
pub(super) fn undo(view: &View, removed: &[Removed]) -> Plan {
    let (mut writes, mut undone) = (Vec::new(), Undone::default());
    for removed in removed {
        let key = removed.key().clone();
        let before = match view.find(&key) {
            Stored::Live(there) => {
                undone.newer.push(there.record);
                continue;
            }
            Stored::Unreadable(_) => continue,
            Stored::Absent => None,
            Stored::Deleted(mark) => Some(mark),
        };
        match removed {
            Removed::Record(row) => {
                let mut back = row.clone();
                if let Some(mark) = &before {
                    back.record.revision = back.record.revision.join(&mark.record.revision);
                }
                back.record.revision = view.writer.after(Some(&back.record.revision));
                back.epoch = view.epoch(before.as_ref().or(Some(row)));
                writes.push(put(&back));
            }
            Removed::Text(..) if before.is_some() => continue,
            Removed::Text(key, text) => writes.push(Write::Put(key.to_string(), text.clone())),
        }
        undone.restored.push(key);
    }
    Plan::of(writes, Ok(Finding::Undone(undone)))
}
