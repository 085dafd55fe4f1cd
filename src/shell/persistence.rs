//! The one place through which everything is saved.
//!
//! Memory comes first: what is committed can be used at once. Whether it is durable is known when
//! [`Committed`] arrives, and nothing says "saved" before.

use crate::shelf::{Restore, Shelf, Undo, plan_restore};
use model::{Catalogue, Language};
use platform::{Done, Ports, StorageError};
use records::{Attempt, BackupRecord, Document, Unreadable, backup_document};
use std::rc::Rc;
use yew::Callback;

/// What has become of one commit.
pub type Committed = Result<(), StorageError>;

/// A record that is kept as it was found, because it cannot be opened here.
pub(crate) struct UnreadableRecord {
    /// Its key, from which a file is named.
    pub key: String,
    /// What was found, byte for byte.
    pub text: String,
    /// Whether a newer version of the program wrote it; otherwise it is damaged.
    pub newer: bool,
}

/// The records of this device, as the page knows them.
pub(crate) struct Persistence {
    shelf: Shelf,
    on_committed: Callback<Committed>,
    revision: u64,
    uncommitted: u32,
    trouble: Option<StorageError>,
}

impl Persistence {
    /// Opens the records of this device. Nothing is written.
    pub fn open(ports: &Ports, catalogue: &Catalogue, on_committed: Callback<Committed>) -> Self {
        let (storage, clock) = (ports.storage.clone(), ports.clock.clone());
        let shelf = Shelf::open(storage, clock, catalogue.all().to_vec());
        Self {
            trouble: shelf.trouble(),
            shelf,
            on_committed,
            revision: 0,
            uncommitted: 0,
        }
    }

    /// Uses these questionnaires from now on: for the records that waited for one of them, and in
    /// the languages that they are loaded in.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        self.shelf.use_catalogue(catalogue);
        self.revision += 1;
    }

    /// The id and version of each questionnaire that a stored record waits for.
    pub fn waits_for(&self) -> Vec<(String, String)> {
        let waiting = self.shelf.set_aside().into_iter();
        let named = waiting.filter_map(|one| match one.reason {
            Unreadable::UnknownInstrument { id, version } => Some((id, version)),
            Unreadable::OtherContent { reference } => Some((reference.id, reference.version)),
            Unreadable::Damaged | Unreadable::Newer { .. } => None,
        });
        named.collect()
    }

    /// Counts the changes: what was derived from an earlier revision may be another thing now.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Why the last commit failed, or why nothing could be read.
    pub fn trouble(&self) -> Option<StorageError> {
        self.trouble
    }

    /// Whether everything that was committed is durable.
    pub fn is_saved(&self) -> bool {
        self.uncommitted == 0 && self.trouble.is_none()
    }

    /// A commit has come to its end; whether that changes what is said about saving.
    pub fn committed(&mut self, result: Committed) -> bool {
        let before = (self.is_saved(), self.trouble);
        self.uncommitted = self.uncommitted.saturating_sub(1);
        self.trouble = result.err();
        before != (self.is_saved(), self.trouble)
    }

    /// All attempts, the latest started first.
    pub fn attempts(&self) -> Vec<Rc<Attempt>> {
        self.shelf.attempts()
    }

    /// The attempt with this session id.
    pub fn attempt(&self, id: &str) -> Option<Rc<Attempt>> {
        self.shelf.attempt(id)
    }

    /// Whether a record with this session id is on this device, readable here or not.
    pub fn contains(&self, id: &str) -> bool {
        self.shelf.contains(id)
    }

    /// Commits an attempt, and gives it as it is kept now.
    pub fn commit(&mut self, attempt: Attempt) -> Rc<Attempt> {
        let id = attempt.id().to_owned();
        let unkept = Rc::new(attempt.clone());
        let done = self.done();
        self.shelf.save(attempt, done);
        self.shelf.attempt(&id).unwrap_or(unkept)
    }

    /// Deletes one attempt. With the last record goes all else that was stored, such as the
    /// language: nothing is stored for somebody who has stored nothing.
    pub fn delete(&mut self, id: &str) -> Undo {
        let last = self.attempts().len() == 1 && self.unreadable().is_empty();
        if last {
            return self.delete_all();
        }
        let done = self.done();
        self.shelf.delete(id, done)
    }

    /// Deletes everything.
    pub fn delete_all(&mut self) -> Undo {
        let done = self.done();
        self.shelf.delete_all(done)
    }

    /// Puts back what was deleted, except where something newer has taken its place.
    pub fn undo(&mut self, undo: Undo) {
        let done = self.done();
        self.shelf.restore(undo, done);
    }

    /// The language that the reader chose on an earlier visit.
    pub fn language(&self) -> Option<Language> {
        self.shelf.preferences().language
    }

    /// Remembers a language. Whether it is kept is not reported: it says nothing about answers.
    pub fn set_language(&mut self, language: Language) {
        self.shelf.set_language(language, Box::new(|_| ()));
    }

    /// Records that cannot be opened here.
    pub fn unreadable(&self) -> Vec<UnreadableRecord> {
        let damaged = self.shelf.quarantined().into_iter();
        let newer = self.shelf.set_aside().into_iter();
        let damaged = damaged.map(|one| UnreadableRecord {
            key: one.key,
            text: one.text,
            newer: false,
        });
        let newer = newer.map(|one| UnreadableRecord {
            key: one.key,
            text: one.text,
            newer: true,
        });
        damaged.chain(newer).collect()
    }

    /// A backup of everything that can be opened here.
    pub fn backup(&self, now: &str) -> Document {
        let attempts = self.attempts();
        backup_document(attempts.iter().map(|one| &**one), now)
    }

    /// What restoring these records would do.
    pub fn plan_restore(&self, records: &[BackupRecord]) -> Restore {
        plan_restore(records, &self.shelf)
    }

    fn done(&mut self) -> Done {
        self.revision += 1;
        self.uncommitted += 1;
        let on_committed = self.on_committed.clone();
        Box::new(move |result| on_committed.emit(result))
    }
}
