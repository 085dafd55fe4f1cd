//! What restoring a backup would do to what is stored here.

use super::kind::{RecordKind, Stored};
use model::{Catalogue, Timestamp};
use records::{Attempt, BackupRecord};
use std::rc::Rc;
use store::{Incoming, Restore, Revision, Snapshot, plan_restore};

/// What restoring a backup would do. Nothing has been done yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Restoration {
    /// What takes its place without a question: new here, or newer than what is here.
    sure: Vec<Replacement>,
    /// How many of these are not on this device.
    pub added: usize,
    /// How many of these are newer than what is on this device.
    pub updated: usize,
    /// How many are on this device already, as new or newer.
    pub skipped: usize,
    /// How many cannot be read here.
    pub unreadable: usize,
    /// Attempts that were changed on both sides.
    pub conflicts: Vec<Conflict>,
}

/// A record that takes the place of the version here, if there is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Replacement {
    pub incoming: Incoming,
    pub over: Option<Revision>,
}

/// An attempt that was changed on both sides since they were one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Conflict {
    /// As it is here.
    pub here: Rc<Attempt>,
    /// As it is in the backup.
    pub there: Rc<Attempt>,
    /// Whether the one in the backup was changed later, by the clocks of both devices.
    pub there_is_later: bool,
    /// Whether the reader takes the one in the backup. Until then the one here stays.
    pub takes_there: bool,
    replacement: Replacement,
}

impl Restoration {
    /// What restoring these records would do. What is no attempt, such as preferences, is left
    /// out.
    pub(super) fn plan(
        records: &[BackupRecord],
        snapshot: &Snapshot,
        catalogue: &Catalogue,
        is_occupied: impl Fn(&str) -> bool,
    ) -> Self {
        let mut plan = Self::default();
        let mut attempts: Vec<(Incoming, Attempt)> = Vec::new();
        for (record, attempt) in records
            .iter()
            .filter_map(|one| Some((one, one.attempt(catalogue)?)))
        {
            let Ok(attempt) = attempt else {
                plan.unreadable += 1;
                continue;
            };
            let twice = attempts.iter().any(|(_, one)| one.id() == attempt.id());
            // Under this id lies something that is not to be written to.
            match Attempt::key(attempt.id()) {
                Some(key) if !twice && !is_occupied(attempt.id()) => {
                    let incoming = Incoming {
                        key,
                        revision: record.version_vector.as_deref().and_then(Revision::parse),
                        changed_at: moment(record, &attempt),
                        body: attempt.write().into(),
                    };
                    attempts.push((incoming, attempt));
                }
                _ => plan.skipped += 1,
            }
        }
        for (incoming, attempt) in attempts {
            for outcome in plan_restore(snapshot, vec![incoming]) {
                plan.place(outcome, &attempt, catalogue);
            }
        }
        plan
    }

    fn place(&mut self, outcome: Restore, attempt: &Attempt, catalogue: &Catalogue) {
        match outcome {
            Restore::Added(incoming) => {
                self.added += 1;
                self.sure.push(Replacement {
                    incoming,
                    over: None,
                });
            }
            Restore::NewerThere { here, there } => {
                self.updated += 1;
                self.sure.push(Replacement {
                    incoming: there,
                    over: Some(here.revision),
                });
            }
            Restore::Same(_) | Restore::NewerHere(_) => self.skipped += 1,
            Restore::BothChanged {
                here,
                there,
                there_is_later,
            } => match Attempt::read(&here.body, catalogue) {
                // What the page makes of a record while it saves it tells no change apart.
                Ok(known) if says_the_same(&known, attempt) => self.skipped += 1,
                Ok(known) => self.conflicts.push(Conflict {
                    here: Rc::new(known),
                    there: Rc::new(attempt.clone()),
                    there_is_later,
                    takes_there: false,
                    replacement: Replacement {
                        incoming: there,
                        over: Some(here.revision),
                    },
                }),
                Err(_) => self.skipped += 1,
            },
        }
    }

    /// Whether there is anything to restore, as chosen so far.
    pub fn is_empty(&self) -> bool {
        self.sure.is_empty() && !self.conflicts.iter().any(|one| one.takes_there)
    }

    /// What takes its place, as chosen.
    pub(super) fn replacements(self) -> Vec<Replacement> {
        let chosen = self.conflicts.into_iter().filter(|one| one.takes_there);
        let chosen = chosen.map(|one| one.replacement);
        self.sure.into_iter().chain(chosen).collect()
    }
}

/// Whether two attempts differ in nothing that a reader has done.
pub(super) fn says_the_same(one: &Attempt, other: &Attempt) -> bool {
    let as_saved = Attempt {
        revision: other.revision,
        saved_at: other.saved_at.clone(),
        ..one.clone()
    };
    as_saved == *other
}

/// When the record changed last, in milliseconds since 1970-01-01T00:00Z.
fn moment(record: &BackupRecord, attempt: &Attempt) -> i64 {
    let text = record.changed_at.as_deref().unwrap_or(&attempt.saved_at);
    let read =
        Timestamp::parse(text).or_else(|| Timestamp::parse(&attempt.session.parts().started_at));
    read.map_or(0, |moment| moment.milliseconds())
}

/// A stored attempt as it goes into a backup.
pub(super) fn backup_record(attempt: &Stored<Attempt>) -> BackupRecord {
    let mut record = BackupRecord::of(attempt);
    record.version_vector = attempt.version().0.as_ref().map(Revision::to_string);
    record
}
