//! What restoring a backup would do to what is stored here.

use super::kind::{RecordKind, Stored};
use file_jobs::Sentence;
use model::{Catalogue, Timestamp};
use records::{AgreementRecord, Attempt, BackupRecord, InfluenceRecord};
use store::{Incoming, RecordKey, Restore, Revision, Snapshot, plan_restore};

/// What restoring a backup would do. Nothing has been done yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Restoration {
    /// What takes its place without a question: new here, or newer than what is here.
    sure: Vec<Replacement>,
    /// How many results are not on this device.
    pub added: usize,
    /// How many results are newer than on this device, or something that is joined to them is.
    pub updated: usize,
    /// How many are on this device already, as new or newer.
    pub skipped: usize,
    /// How many cannot be read here.
    pub unreadable: usize,
    /// What is said of each of those that were refused before it was looked for their place here.
    pub refused: Vec<Sentence>,
    /// What was changed on both sides.
    pub conflicts: Vec<Conflict>,
}

/// A record that takes the place of the version here, if there is one.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Replacement {
    pub incoming: Incoming,
    pub over: Option<Revision>,
}

/// A record that was changed on both sides since they were one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Conflict {
    /// What it is a version of.
    pub of: ConflictSubject,
    /// When the one here was last changed.
    pub changed_here: Timestamp,
    /// When the one in the backup was last changed.
    pub changed_there: Timestamp,
    /// Whether the one in the backup was changed later, by the clocks of both devices.
    pub there_is_later: bool,
    /// Whether the reader takes the one in the backup. Until then the one here stays.
    pub takes_there: bool,
    replacement: Replacement,
}

/// What was changed on both sides.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ConflictSubject {
    /// An attempt, by the moment at which it was begun.
    Attempt(Timestamp),
    /// An agreement, by what was agreed here.
    Agreement(String),
    /// An influence, by the reason that was given here.
    Influence(String),
}

/// A record that a backup can hold, and what a conflict about it is told apart by.
trait Restorable: RecordKind {
    /// What this is a version of.
    fn subject(&self) -> ConflictSubject;

    /// When it was last changed.
    fn changed(&self) -> Timestamp;

    /// Whether two versions differ in nothing that a reader has done.
    fn says_the_same(&self, other: &Self) -> bool;
}

impl Restorable for Attempt {
    fn subject(&self) -> ConflictSubject {
        ConflictSubject::Attempt(self.session.parts().started_at.clone())
    }

    fn changed(&self) -> Timestamp {
        let saved = self.saved_at.as_ref();
        saved.unwrap_or(&self.session.parts().started_at).clone()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        says_the_same(self, other)
    }
}

impl Restorable for AgreementRecord {
    fn subject(&self) -> ConflictSubject {
        ConflictSubject::Agreement(self.agreement.text.clone())
    }

    fn changed(&self) -> Timestamp {
        self.changed_at.clone()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.agreement == other.agreement && self.session_ids == other.session_ids
    }
}

impl Restorable for InfluenceRecord {
    fn subject(&self) -> ConflictSubject {
        ConflictSubject::Influence(self.influence.reason.clone())
    }

    fn changed(&self) -> Timestamp {
        self.changed_at.clone()
    }

    fn says_the_same(&self, other: &Self) -> bool {
        self.influence == other.influence
    }
}

/// What has become of one record of a backup.
enum Place {
    Added,
    Updated,
    Skipped,
    Conflict,
}

/// The version here of a record that a backup has too.
struct Known {
    /// Whether it differs from the one in the backup in nothing that a reader has done.
    says_the_same: bool,
    of: ConflictSubject,
    changed: Timestamp,
}

/// What is here, and what of it may be written to.
struct Here<'a> {
    snapshot: &'a Snapshot,
    catalogue: &'a Catalogue,
    is_occupied: &'a dyn Fn(&RecordKey) -> bool,
}

impl Restoration {
    /// What restoring these records would do. What is neither an attempt nor joined to one, such
    /// as preferences, is left out.
    pub(super) fn plan(
        records: &[BackupRecord],
        snapshot: &Snapshot,
        catalogue: &Catalogue,
        is_occupied: impl Fn(&RecordKey) -> bool,
    ) -> Self {
        let here = Here {
            snapshot,
            catalogue,
            is_occupied: &is_occupied,
        };
        let mut plan = Self::default();
        // Results of which nothing changes but what is joined to them count as updated.
        let mut with_joined: Vec<String> = Vec::new();
        let mut add = |session_id: &str| {
            if !with_joined.iter().any(|one| one == session_id) {
                with_joined.push(session_id.to_owned());
            }
        };
        let mut attempts: Vec<String> = Vec::new();
        let mut skipped: Vec<String> = Vec::new();
        for record in records {
            match record.read::<Attempt>(catalogue) {
                Some(Ok(attempt)) => match plan.place(&attempt, record, &here) {
                    Place::Added => {
                        plan.added += 1;
                        attempts.push(attempt.id().to_owned());
                    }
                    Place::Updated => {
                        plan.updated += 1;
                        attempts.push(attempt.id().to_owned());
                    }
                    Place::Skipped => skipped.push(attempt.id().to_owned()),
                    Place::Conflict => attempts.push(attempt.id().to_owned()),
                },
                Some(Err(_)) => plan.unreadable += 1,
                None => {}
            }
            match record.joined::<AgreementRecord>() {
                Some(Ok(one)) if plan.place_joined(&one, record, &here) => {
                    add(one.made_on());
                }
                Some(Err(_)) => plan.unreadable += 1,
                _ => {}
            }
            match record.joined::<InfluenceRecord>() {
                Some(Ok(one)) if plan.place_joined(&one, record, &here) => {
                    add(&one.session_id);
                }
                Some(Err(_)) => plan.unreadable += 1,
                _ => {}
            }
        }
        with_joined.retain(|id| !attempts.contains(id));
        skipped.retain(|id| !with_joined.contains(id));
        plan.updated += with_joined.len();
        plan.skipped = skipped.len();
        plan
    }

    /// Finds the place of an agreement or influence; whether it is restored without a question.
    fn place_joined<K: Restorable>(
        &mut self,
        read: &K,
        record: &BackupRecord,
        here: &Here,
    ) -> bool {
        matches!(
            self.place(read, record, here),
            Place::Added | Place::Updated
        )
    }

    /// Finds the place of one record; `record` is what the backup says of it beside its text.
    fn place<K: Restorable>(&mut self, read: &K, record: &BackupRecord, here: &Here) -> Place {
        let Some(key) = K::key(read.id()) else {
            return Place::Skipped;
        };
        let changed_there = read.changed();
        let changed_at = record.changed_at.as_ref().unwrap_or(&changed_there);
        let vector = record.version_vector.as_deref();
        let incoming = Incoming {
            key,
            revision: vector.and_then(Revision::parse),
            changed_at: changed_at.milliseconds(),
            body: read.write().into(),
        };
        self.place_incoming(incoming, changed_there, here, &|body| {
            let known = K::read(body, here.catalogue).ok()?;
            Some(Known {
                says_the_same: known.says_the_same(read),
                of: known.subject(),
                changed: known.changed(),
            })
        })
    }

    /// The same for a record of any kind; `known` reads the text of the one that is here.
    fn place_incoming(
        &mut self,
        incoming: Incoming,
        changed_there: Timestamp,
        here: &Here,
        known: &dyn Fn(&str) -> Option<Known>,
    ) -> Place {
        let conflicts = self.conflicts.iter().map(|one| &one.replacement);
        let mut planned = self.sure.iter().chain(conflicts);
        let twice = planned.any(|one| one.incoming.key == incoming.key);
        // Under an occupied name lies something that is not to be written to.
        if twice || (here.is_occupied)(&incoming.key) {
            return Place::Skipped;
        }
        match plan_restore(here.snapshot, vec![incoming]).pop() {
            Some(Restore::Added(incoming)) => {
                self.sure.push(Replacement {
                    incoming,
                    over: None,
                });
                Place::Added
            }
            Some(Restore::NewerThere { here, there }) => {
                self.sure.push(Replacement {
                    incoming: there,
                    over: Some(here.revision),
                });
                Place::Updated
            }
            Some(Restore::Same(_) | Restore::NewerHere(_)) | None => Place::Skipped,
            Some(Restore::BothChanged {
                here: stored,
                there,
                there_is_later,
            }) => match known(&stored.body) {
                // What the page makes of a record while it saves it tells no change apart.
                Some(known) if known.says_the_same => Place::Skipped,
                Some(known) => {
                    self.conflicts.push(Conflict {
                        of: known.of,
                        changed_here: known.changed,
                        changed_there,
                        there_is_later,
                        takes_there: false,
                        replacement: Replacement {
                            incoming: there,
                            over: Some(stored.revision),
                        },
                    });
                    Place::Conflict
                }
                None => Place::Skipped,
            },
        }
    }

    /// Whether there is anything to restore, as chosen so far.
    pub fn is_empty(&self) -> bool {
        self.sure.is_empty() && !self.conflicts.iter().any(|one| one.takes_there)
    }

    /// What takes its place, as chosen.
    pub(super) fn replacements(self) -> Vec<Replacement> {
        let mut replacements = self.sure;
        for conflict in self.conflicts {
            if conflict.takes_there {
                replacements.push(conflict.replacement);
            }
        }
        replacements
    }
}

/// Whether two attempts differ in nothing that a reader has written. That one of them was saved as
/// a file is nothing of that kind, and neither is what that file was.
pub(super) fn says_the_same(one: &Attempt, other: &Attempt) -> bool {
    let Attempt {
        instrument,
        session,
        revision: _,
        saved_at: _,
        exported_at: _,
        unknown,
    } = one;
    instrument.digest() == other.instrument.digest()
        && session.without_marks() == other.session.without_marks()
        && *unknown == other.unknown
}

/// A stored record as it goes into a backup.
pub(super) fn backup_record<K: RecordKind>(stored: &Stored<K>) -> BackupRecord {
    let mut record = BackupRecord::of(&**stored);
    record.version_vector = stored.version().0.as_ref().map(Revision::to_string);
    record
}
