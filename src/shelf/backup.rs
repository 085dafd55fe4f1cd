//! What restoring a backup would do to what is stored here.

use super::shelf::Shelf;
use records::{Attempt, BackupRecord, JoinedRecords};

/// What restoring a backup would do. Nothing has been done yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Restore {
    /// Records that are not on this device.
    pub added: Vec<Attempt>,
    /// Records that are newer than those on this device.
    pub updated: Vec<Attempt>,
    /// Agreements and influences that are not on this device, or are newer than those here.
    pub joined: JoinedRecords,
    /// How many are on this device already, as new or newer.
    pub skipped: usize,
    /// How many cannot be read here.
    pub unreadable: usize,
}

/// What restoring these records would do. What is no attempt, such as preferences, is left out.
pub fn plan_restore(records: &[BackupRecord], shelf: &Shelf) -> Restore {
    let mut plan = Restore::default();
    for record in records {
        match (record.attempt(&shelf.catalogue()), record.joined()) {
            (Some(Ok(attempt)), Some(Ok(joined))) => {
                plan.place(attempt, shelf);
                plan.place_joined(joined, shelf);
            }
            (None, Some(Ok(joined))) => plan.place_joined(joined, shelf),
            (None, None) => {}
            _ => plan.unreadable += 1,
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
            Some(kept) if kept.revision >= attempt.revision => self.skipped += 1,
            Some(_) => self.updated.push(attempt),
            // Under this id lies something that is not to be written to.
            None if shelf.contains(attempt.id()) => self.skipped += 1,
            None => self.added.push(attempt),
        }
    }

    /// Of two of one id the one that was changed last.
    fn place_joined(&mut self, joined: JoinedRecords, shelf: &Shelf) {
        let planned = &mut self.joined;
        for record in joined.agreements {
            let kept = shelf.agreement(&record.id);
            if kept.is_some_and(|kept| kept.changed_at >= record.changed_at) {
                continue;
            }
            match planned
                .agreements
                .iter_mut()
                .find(|one| one.id == record.id)
            {
                Some(one) if one.changed_at < record.changed_at => *one = record,
                Some(_) => {}
                None => planned.agreements.push(record),
            }
        }
        for record in joined.influences {
            let kept = shelf.influence(&record.id);
            if kept.is_some_and(|kept| kept.changed_at >= record.changed_at) {
                continue;
            }
            match planned
                .influences
                .iter_mut()
                .find(|one| one.id == record.id)
            {
                Some(one) if one.changed_at < record.changed_at => *one = record,
                Some(_) => {}
                None => planned.influences.push(record),
            }
        }
    }

    /// Results that are here as new or newer, and of which an agreement or an influence is not.
    pub fn updated_by_joined(&self) -> usize {
        let agreements = self.joined.agreements.iter().map(|one| one.made_on());
        let influences = self.joined.influences.iter();
        let influences = influences.map(|one| one.session_id.as_str());
        let mut sessions: Vec<&str> = agreements.chain(influences).collect();
        sessions.sort_unstable();
        sessions.dedup();
        let attempts = || self.added.iter().chain(&self.updated);
        sessions.retain(|id| !attempts().any(|one| one.id() == *id));
        sessions.len()
    }

    /// Whether there is anything to restore.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.updated.is_empty() && self.joined.is_empty()
    }
}
