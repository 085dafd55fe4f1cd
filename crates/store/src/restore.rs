//! What a backup would change.

use std::rc::Rc;

use crate::{Descent, Record, RecordKey, Revision, Snapshot};

/// A record as a backup holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incoming {
    /// Its name.
    pub key: RecordKey,
    /// Which version it is; `None` where the file does not say.
    pub revision: Option<Revision>,
    /// When it last changed, in milliseconds since 1970-01-01T00:00Z.
    pub changed_at: i64,
    /// What it says.
    pub body: Rc<str>,
}

/// How one record of a backup stands to this device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restore {
    /// It is not here.
    Added(Incoming),
    /// The same body is here.
    Same(RecordKey),
    /// The version here contains it and more: stays as it is.
    NewerHere(RecordKey),
    /// It contains the version here and more: takes its place.
    NewerThere {
        /// What is here.
        here: Record,
        /// What takes its place.
        there: Incoming,
    },
    /// Both sides changed since they were one, or the file does not say: both stay until the
    /// reader has chosen.
    BothChanged {
        /// What is here.
        here: Record,
        /// What the backup holds.
        there: Incoming,
        /// Whether the one in the backup changed later, by the clocks of both devices. A hint
        /// for the reader, never a decision.
        there_is_later: bool,
    },
}

/// Compares a backup with what is here: by descent, and where both sides changed by the moment
/// of change; never by how much was typed.
pub fn plan_restore(here: &Snapshot, backup: Vec<Incoming>) -> Vec<Restore> {
    let compare = |there: Incoming| {
        let Some(record) = here.get(&there.key) else {
            return Restore::Added(there);
        };
        let descent = match &there.revision {
            _ if record.body == there.body => Descent::Same,
            Some(revision) => revision.descent(&record.revision),
            None => Descent::Diverged,
        };
        let here = record.clone();
        match descent {
            Descent::Same if here.body == there.body => Restore::Same(there.key),
            Descent::Older => Restore::NewerHere(there.key),
            Descent::Newer => Restore::NewerThere { here, there },
            Descent::Same | Descent::Diverged => Restore::BothChanged {
                there_is_later: there.changed_at > here.changed_at,
                here,
                there,
            },
        }
    };
    backup.into_iter().map(compare).collect()
}
