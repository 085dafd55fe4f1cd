//! What restoring a backup would do to what is stored here.

use super::shelf::Shelf;
use records::{Attempt, BackupRecord};

/// What restoring a backup would do. Nothing has been done yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restore {
    /// Records that are not on this device.
    pub added: Vec<Attempt>,
    /// Records that are newer than those on this device.
    pub updated: Vec<Attempt>,
    /// How many are on this device already, as new or newer.
    pub skipped: usize,
    /// How many cannot be read here.
    pub unreadable: usize,
}

/// What restoring these records would do. What is no attempt, such as preferences, is left out.
pub fn plan_restore(records: &[BackupRecord], shelf: &Shelf) -> Restore {
    let mut plan = Restore::default();
    for attempt in records
        .iter()
        .filter_map(|one| one.attempt(&shelf.catalogue()))
    {
        match attempt {
            Ok(attempt) => plan.place(attempt, shelf),
            Err(_) => plan.unreadable += 1,
        }
    }
    plan
}

impl Restore {
    fn place(&mut self, attempt: Attempt, shelf: &Shelf) {
        let mut planned = self.added.iter().chain(&self.updated);
        let twice = planned.any(|one| one.id() == attempt.id());
        match shelf.attempt(attempt.id()) {
            _ if twice => self.skipped += 1,
            Some(stored) if stored.revision >= attempt.revision => self.skipped += 1,
            Some(_) => self.updated.push(attempt),
            // Under this id lies something that is not to be written to.
            None if shelf.contains(attempt.id()) => self.skipped += 1,
            None => self.added.push(attempt),
        }
    }

    /// Whether there is anything to restore.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.updated.is_empty()
    }
}
