//! Everything that is kept on this device, in memory and in the store behind it.
//!
//! Memory comes first: what was saved can be used and exported for as long as the page is
//! open, whatever the store says. Three promises: nothing is written before the first
//! attempt is, nothing that cannot be read is lost, and nothing is ever cleared to get out
//! of trouble.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::entries::Entries;
use super::entry::{
    Entry, PREFERENCES, Preferences, Quarantined, SetAside, attempt_key, in_quarantine,
    quarantine_key,
};
use model::{Catalogue, Instrument, Language, Timestamp};
use platform::{Clock, Done, Storage, StorageError, after_all};
use records::Attempt;

/// The one place that reads and writes what is kept. Cheap to clone; clones are the same
/// shelf. No call to the store is made while the shelf's memory is borrowed, so a
/// callback may use the shelf.
#[derive(Clone)]
pub struct Shelf(Rc<Inner>);

struct Inner {
    storage: Rc<dyn Storage>,
    clock: Rc<dyn Clock>,
    catalogue: RefCell<Catalogue>,
    /// By key, as in the store.
    entries: RefCell<Entries>,
    /// As the reader has them now; the entry of that name is what was stored of them.
    preferences: Cell<Preferences>,
    trouble: Cell<Option<StorageError>>,
}

impl PartialEq for Shelf {
    /// The same shelf, not one with the same things on it.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What was deleted, to be put back with [`Shelf::restore`].
#[must_use = "what was deleted can be put back only from here"]
#[derive(Clone, Debug)]
pub struct Undo(Entries);

impl Undo {
    /// Whether nothing was there to delete.
    pub fn is_empty(&self) -> bool {
        self.0.list().is_empty()
    }
}

impl Shelf {
    /// Reads everything in the store. Damaged records are moved to quarantine: written
    /// there first, then removed, so that a failure half-way leaves two copies and never
    /// none. A store that cannot be read leaves an empty shelf, and [`Self::trouble`].
    pub fn open(
        storage: Rc<dyn Storage>,
        clock: Rc<dyn Clock>,
        instruments: Vec<Rc<Instrument>>,
    ) -> Self {
        let shelf = Self(Rc::new(Inner {
            storage,
            clock,
            catalogue: RefCell::new(instruments.into_iter().collect()),
            entries: RefCell::default(),
            preferences: Cell::default(),
            trouble: Cell::new(None),
        }));
        match shelf.read_store() {
            Ok(entries) => {
                if let Some(Entry::Preferences(stored)) = entries.get(PREFERENCES) {
                    shelf.0.preferences.set(*stored);
                }
                *shelf.0.entries.borrow_mut() = entries;
            }
            Err(error) => shelf.0.trouble.set(Some(error)),
        }
        shelf.quarantine();
        shelf
    }

    /// Why the store could not be read when the shelf was opened.
    pub fn trouble(&self) -> Option<StorageError> {
        self.0.trouble.get()
    }

    /// The questionnaires that records are read with.
    pub fn catalogue(&self) -> Catalogue {
        self.0.catalogue.borrow().clone()
    }

    /// All attempts, the latest started first.
    pub fn attempts(&self) -> Vec<Rc<Attempt>> {
        let unsorted = self.collect(|_, entry| match entry {
            Entry::Attempt(attempt) => Some(attempt.clone()),
            _ => None,
        });
        let mut attempts: Vec<Rc<Attempt>> = Vec::new();
        for attempt in unsorted {
            let started = &attempt.session.parts().started_at;
            let at = attempts.partition_point(|one| {
                Timestamp::compare(&one.session.parts().started_at, started).is_ge()
            });
            attempts.insert(at, attempt);
        }
        attempts
    }

    /// The attempt with this session id.
    pub fn attempt(&self, id: &str) -> Option<Rc<Attempt>> {
        match self.0.entries.borrow().get(&attempt_key(id)) {
            Some(Entry::Attempt(attempt)) => Some(attempt.clone()),
            _ => None,
        }
    }

    /// Whether an attempt with this session id is kept, readable here or not.
    pub fn contains(&self, id: &str) -> bool {
        self.0.entries.borrow().contains(&attempt_key(id))
    }

    /// What the reader chose for the app as a whole; stays as it is when everything on the
    /// device is deleted, for as long as the page is open.
    pub fn preferences(&self) -> Preferences {
        self.0.preferences.get()
    }

    /// Damaged records, each to be offered as a raw file.
    pub fn quarantined(&self) -> Vec<Quarantined> {
        self.collect(|key, entry| match entry {
            Entry::Damaged(text) => Some(Quarantined {
                key: key.to_owned(),
                text: text.clone(),
            }),
            _ => None,
        })
    }

    /// Whole records of a newer app or of an instrument that is not here. They are never
    /// written to.
    pub fn set_aside(&self) -> Vec<SetAside> {
        self.collect(|key, entry| match entry {
            Entry::SetAside(reason, text) => Some(SetAside {
                key: key.to_owned(),
                reason: reason.clone(),
                text: text.clone(),
            }),
            _ => None,
        })
    }

    /// Keeps an attempt under its session's id, with the time and the next revision. In
    /// memory it is kept in any case; `done` hears whether it is on the device too.
    /// An attempt whose key holds a record that is set aside is refused with
    /// [`StorageError::Failed`]: ask [`Self::contains`] before opening a file.
    pub fn save(&self, mut attempt: Attempt, done: Done) {
        let id = attempt.id().to_owned();
        let known = self.attempt(&id).map_or(0, |known| known.revision);
        attempt.revision = attempt.revision.max(known).saturating_add(1);
        attempt.saved_at = self.0.clock.now();
        self.put(attempt_key(&id), Entry::Attempt(Rc::new(attempt)), done);
        // The choice of language waited for this moment. Losing it costs the reader a tap,
        // so nobody is told.
        let waiting = self.preferences() != Preferences::default()
            && !self.0.entries.borrow().contains(PREFERENCES);
        if waiting {
            self.put_preferences(Box::new(|_| ()));
        }
    }

    /// Remembers the language. It is written only beside an attempt: before one is
    /// started nothing at all is stored, so until then it lives in memory.
    pub fn set_language(&self, language: Language, done: Done) {
        self.0.preferences.set(Preferences {
            language: Some(language),
        });
        if self.0.entries.borrow().list().is_empty() {
            done(Ok(()));
        } else {
            self.put_preferences(done);
        }
    }

    /// Deletes the attempt with this session id.
    pub fn delete(&self, id: &str, done: Done) -> Undo {
        self.delete_key(&attempt_key(id), done)
    }

    /// Deletes the entry with this key: what is in quarantine, or set aside.
    pub fn delete_key(&self, key: &str, done: Done) -> Undo {
        let taken = self.0.entries.borrow_mut().take(key);
        self.remove_keys(&taken, done);
        Undo(taken)
    }

    /// Deletes everything under our prefix, also what another tab has put there since
    /// this shelf was opened. `done` hears of the first failure, after all was tried.
    pub fn delete_all(&self, done: Done) -> Undo {
        let mut taken = self.read_store().unwrap_or_default();
        // What is in memory is at least as new, and may never have reached the store.
        for (key, entry) in self.0.entries.take().into_list() {
            taken.put(key, entry);
        }
        self.remove_keys(&taken, done);
        Undo(taken)
    }

    /// Puts back what was deleted, except where something newer has taken its place.
    pub fn restore(&self, undo: Undo, done: Done) {
        let mut entries = undo.0.into_list();
        entries.retain(|(key, _)| !self.0.entries.borrow().contains(key));
        let done = after_all(entries.len(), done);
        for (key, entry) in entries {
            self.put(key, entry, done());
        }
    }

    /// Uses these questionnaires from now on. A record that waited for one of them is read again.
    pub fn use_catalogue(&self, catalogue: &Catalogue) {
        *self.0.catalogue.borrow_mut() = catalogue.clone();
        let mut entries = self.0.entries.borrow_mut();
        for (key, entry) in entries.clone().into_list() {
            let entry = match entry {
                Entry::SetAside(_, text) => Entry::read(&key, text, catalogue),
                entry => self.as_loaded(entry),
            };
            entries.put(key, entry);
        }
    }

    /// The entry with its instrument in the languages that are loaded by now.
    fn as_loaded(&self, entry: Entry) -> Entry {
        let Entry::Attempt(attempt) = entry else {
            return entry;
        };
        let catalogue = self.0.catalogue.borrow();
        let known = catalogue.find(&attempt.instrument.reference()).exact();
        Entry::Attempt(match known {
            Some(known) if !Rc::ptr_eq(&known, &attempt.instrument) => Rc::new(Attempt {
                instrument: known,
                ..Attempt::clone(&attempt)
            }),
            _ => attempt,
        })
    }

    fn read_store(&self) -> Result<Entries, StorageError> {
        let mut entries = Entries::default();
        for (key, text) in self.0.storage.load()? {
            let entry = Entry::read(&key, text, &self.0.catalogue.borrow());
            entries.put(key, entry);
        }
        Ok(entries)
    }

    fn collect<T>(&self, pick: impl Fn(&str, &Entry) -> Option<T>) -> Vec<T> {
        let entries = self.0.entries.borrow();
        let list = entries.list().iter();
        list.filter_map(|(key, entry)| pick(key, entry)).collect()
    }

    fn put(&self, key: String, entry: Entry, done: Done) {
        let mut entries = self.0.entries.borrow_mut();
        if entries.get(&key).is_some_and(|there| !there.replaceable()) {
            drop(entries);
            return done(Err(StorageError::Failed));
        }
        let text = entry.text();
        entries.put(key.clone(), self.as_loaded(entry));
        drop(entries);
        self.0.storage.write(&key, &text, done);
    }

    fn put_preferences(&self, done: Done) {
        let entry = Entry::Preferences(self.preferences());
        self.put(PREFERENCES.to_owned(), entry, done);
    }

    fn remove_keys(&self, entries: &Entries, done: Done) {
        let done = after_all(entries.list().len(), done);
        for (key, _) in entries.list() {
            self.0.storage.remove(key, done());
        }
    }

    fn quarantine(&self) {
        let damaged = self.quarantined();
        for Quarantined { key, text } in damaged {
            if in_quarantine(&key) {
                continue;
            }
            let moved = quarantine_key(&key, &text, &self.0.entries.borrow());
            let shelf = self.clone();
            let to = moved.clone();
            let entry = Entry::Damaged(text.clone());
            let written: Done = Box::new(move |result| {
                // Where there is no room for a copy, the record stays under its own key;
                // it is offered all the same, and nothing is written over it.
                if result.is_ok() {
                    let mut entries = shelf.0.entries.borrow_mut();
                    entries.take(&key);
                    entries.put(to, entry);
                    drop(entries);
                    shelf.0.storage.remove(&key, Box::new(|_| ()));
                }
            });
            self.0.storage.write(&moved, &text, written);
        }
    }
}
