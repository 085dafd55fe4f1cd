//! What a tab asks of the truth. Each operation is one transaction.

use super::deletion::{Deletion, Removed, delete, delete_all, undo};
use super::merging::merge;
use super::quarantine::{Quarantined, quarantine, release};
use super::saving::{Change, commit, restore};
use super::{Finding, Plan, View};
use crate::backend::{Durability, Mode, Scope};
use crate::key::META;
use crate::{Incoming, Record, RecordKey, Revision};

/// What a tab asks of the truth.
pub(crate) enum Operation {
    /// Reads every row into the state.
    Read,
    /// Reads every row, to see whether there is anything to merge.
    Look,
    /// Brings the truth and the mirror together.
    Merge,
    /// Saves a change.
    Commit(Commit),
    /// Deletes these records, or everything.
    Delete {
        keys: Option<Vec<RecordKey>>,
        /// Versions that the tab could not bring into the truth yet.
        unsaved: Vec<Record>,
        /// Where what was removed is put.
        deletion: Deletion,
    },
    /// Puts back what was deleted.
    Undo(Vec<Removed>),
    /// Writes a version from a backup, over the one that the reader agreed to replace.
    Restore {
        incoming: Incoming,
        over: Option<Revision>,
    },
    /// Moves a record out of the way, for this reason.
    Quarantine { record: Record, reason: String },
    /// Moves a record out of quarantine.
    Release(Quarantined),
}

/// A change on its way into the truth.
pub(crate) struct Commit {
    pub(crate) change: Change,
    pub(crate) durability: Durability,
    /// Whether it is tried again, so that nobody waits for the answer.
    pub(crate) is_retried: bool,
}

impl Operation {
    /// Which rows it reads.
    pub(crate) fn scope(&self) -> Scope {
        let mut names = vec![META.to_owned()];
        let mut read = |key: &RecordKey| names.push(key.to_string());
        match self {
            Self::Read | Self::Look | Self::Merge | Self::Delete { keys: None, .. } => {
                return Scope::All;
            }
            Self::Commit(commit) => read(&commit.change.record.key),
            Self::Delete { keys, .. } => keys.iter().flatten().for_each(read),
            Self::Undo(removed) => removed.iter().for_each(|one| read(one.key())),
            Self::Restore { incoming, .. } => read(&incoming.key),
            Self::Quarantine { record, .. } => read(&record.key),
            Self::Release(quarantined) => {
                read(&quarantined.key);
                read(&quarantined.original);
            }
        }
        Scope::Names(names)
    }

    /// What its transaction is for.
    pub(crate) fn mode(&self) -> Mode {
        match self {
            Self::Read | Self::Look => Mode::Read,
            Self::Merge => Mode::Write(Durability::Relaxed),
            Self::Commit(commit) => Mode::Write(commit.durability),
            _ => Mode::Write(Durability::Strict),
        }
    }

    /// Whether the truth is read anew once it has happened: it changes more than the tab knows.
    pub(crate) fn is_followed_by_reading(&self) -> bool {
        match self {
            Self::Read | Self::Look | Self::Merge | Self::Commit(_) => false,
            Self::Delete { .. }
            | Self::Undo(_)
            | Self::Restore { .. }
            | Self::Quarantine { .. }
            | Self::Release(_) => true,
        }
    }

    /// Decides inside the transaction.
    pub(crate) fn decide(&self, view: &View) -> Plan {
        match self {
            Self::Read | Self::Look => Plan::of(Vec::new(), Ok(Finding::Rows(view.rows.clone()))),
            Self::Merge => merge(view),
            Self::Commit(one) => commit(view, &one.change),
            Self::Delete { keys, unsaved, .. } => match keys {
                Some(keys) => delete(view, keys, unsaved),
                None => delete_all(view, unsaved),
            },
            Self::Undo(removed) => undo(view, removed),
            Self::Restore { incoming, over } => restore(view, incoming, over.as_ref()),
            Self::Quarantine { record, reason } => quarantine(view, record, reason),
            Self::Release(quarantined) => release(view, quarantined),
        }
    }
}
