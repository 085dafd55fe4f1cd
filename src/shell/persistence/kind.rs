//! The kinds of records that the page reads and writes, each with its type.
//!
//! To add a kind: implement [`StoredRecord`] for its type, and give [`super::Persistence`] a
//! [`Records`] of it that it follows.

use model::Catalogue;
use records::{StoredRecord, Unreadable};
use std::ops::Deref;
use std::rc::Rc;
use store::{Record, RecordKey, Revision, Snapshot};

/// A kind of record by its name in the store.
pub(crate) trait RecordKind: StoredRecord {
    /// The name of the record with this id; `None` where the id cannot be a name.
    fn key(id: &str) -> Option<RecordKey> {
        RecordKey::new(Self::KIND, id)
    }
}

impl<R: StoredRecord> RecordKind for R {}

/// The version that a change builds on; the default is that of a record that is new.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Version(pub(super) Option<Revision>);

impl Version {
    /// Whether the record has not been stored yet.
    pub fn is_new(&self) -> bool {
        self.0.is_none()
    }
}

/// A record with the version in which it was read.
#[derive(Debug)]
pub(crate) struct Stored<K> {
    record: Rc<K>,
    version: Version,
    /// When it changed last, in milliseconds since 1970-01-01T00:00Z.
    changed_at: i64,
}

impl<K> Clone for Stored<K> {
    fn clone(&self) -> Self {
        Self {
            record: self.record.clone(),
            version: self.version.clone(),
            changed_at: self.changed_at,
        }
    }
}

impl<K> Deref for Stored<K> {
    type Target = K;

    fn deref(&self) -> &K {
        &self.record
    }
}

impl<K> Stored<K> {
    /// A record that is not stored.
    pub fn new(record: K) -> Self {
        Self {
            record: Rc::new(record),
            version: Version::default(),
            changed_at: 0,
        }
    }

    /// The name of this record.
    pub fn key_of(record: &K) -> Option<RecordKey>
    where
        K: RecordKind,
    {
        K::key(record.id())
    }

    /// A record of this version that is not stored as it is here.
    pub fn at(record: K, version: Version) -> Self {
        Self {
            version,
            ..Self::new(record)
        }
    }

    /// The version in which it was read.
    pub fn version(&self) -> &Version {
        &self.version
    }

    /// When it changed last, in milliseconds since 1970-01-01T00:00Z; the order of two records
    /// holds with a clock that was set back.
    pub fn changed_at(&self) -> i64 {
        self.changed_at
    }

    /// A change of it that is not stored yet.
    pub fn with(&self, record: K) -> Self {
        Self {
            record: Rc::new(record),
            version: self.version.clone(),
            changed_at: self.changed_at,
        }
    }
}

/// What stands under one name.
enum Entry<K> {
    Readable(Stored<K>),
    Unreadable(Unreadable, Record),
}

/// Every record of a kind, as the store has them. A short list in place of a map, which is
/// compiled anew for every type of value.
pub(super) struct Records<K>(Vec<(RecordKey, Revision, Entry<K>)>);

impl<K> Default for Records<K> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: RecordKind> Records<K> {
    /// Reads what has changed since the last time; whether anything has.
    pub fn follow(&mut self, snapshot: &Snapshot, catalogue: &Catalogue) -> bool {
        let before = self.0.len();
        self.0.retain(|(key, ..)| snapshot.get(key).is_some());
        let mut changed = self.0.len() != before;
        for record in snapshot.of_kind(K::KIND) {
            let place = self.0.iter().position(|(key, ..)| *key == record.key);
            if place.is_some_and(|place| self.0[place].1 == record.revision) {
                continue;
            }
            let entry = read(record, catalogue);
            self.set(record, entry);
            changed = true;
        }
        changed
    }

    /// Reads everything anew, as there is another catalogue.
    pub fn read_again(&mut self, snapshot: &Snapshot, catalogue: &Catalogue) {
        self.0.clear();
        self.follow(snapshot, catalogue);
    }

    /// Takes in what this page has just written itself.
    pub fn put(&mut self, record: &Record, written: Rc<K>) -> Stored<K> {
        let stored = stored(record, written);
        self.set(record, Entry::Readable(stored.clone()));
        stored
    }

    fn set(&mut self, record: &Record, entry: Entry<K>) {
        let new = (record.key.clone(), record.revision.clone(), entry);
        match self.0.iter().position(|(key, ..)| *key == record.key) {
            Some(place) => self.0[place] = new,
            None => self.0.push(new),
        }
    }

    /// The record with this id.
    pub fn get(&self, id: &str) -> Option<&Stored<K>> {
        self.all().find(|one| one.id() == id)
    }

    /// Whether there is a record with this id, readable here or not.
    pub fn contains(&self, id: &str) -> bool {
        self.0.iter().any(|(key, ..)| key.id() == Some(id))
    }

    /// Every record that can be read here.
    pub fn all(&self) -> impl Iterator<Item = &Stored<K>> {
        self.0.iter().filter_map(|(_, _, entry)| match entry {
            Entry::Readable(stored) => Some(stored),
            Entry::Unreadable(..) => None,
        })
    }

    /// The version of every record, readable here or not.
    pub fn versions(&self) -> impl Iterator<Item = (RecordKey, Revision)> {
        let all = self.0.iter();
        all.map(|(key, revision, _)| (key.clone(), revision.clone()))
    }

    /// Every record that cannot be read here, and why.
    pub fn unreadable(&self) -> impl Iterator<Item = (&Unreadable, &Record)> {
        self.0.iter().filter_map(|(_, _, entry)| match entry {
            Entry::Readable(_) => None,
            Entry::Unreadable(why, record) => Some((why, record)),
        })
    }
}

fn stored<K>(record: &Record, read: Rc<K>) -> Stored<K> {
    Stored {
        record: read,
        version: Version(Some(record.revision.clone())),
        changed_at: record.changed_at,
    }
}

fn read<K: RecordKind>(record: &Record, catalogue: &Catalogue) -> Entry<K> {
    match K::read(&record.body, catalogue) {
        // A record under another's name would be written twice from now on.
        Ok(read) if Some(read.id()) == record.key.id() => {
            Entry::Readable(stored(record, Rc::new(read)))
        }
        Ok(_) => Entry::Unreadable(Unreadable::Damaged, record.clone()),
        Err(why) => Entry::Unreadable(why, record.clone()),
    }
}
