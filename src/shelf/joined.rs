//! The agreements and influences of this device, each a record of its own.

use super::entries::Entries;
use super::entry::{Entry, agreement_key, attempt_key, influence_key, session_of};
use super::shelf::{Shelf, Undo};
use platform::{Done, after_all};
use records::{AgreementRecord, InfluenceRecord, JoinedRecords, saved};
use std::rc::Rc;

impl Shelf {
    /// All agreements and influences.
    pub fn joined(&self) -> JoinedRecords {
        let mut joined = JoinedRecords::default();
        self.collect(|_, entry| {
            match entry {
                Entry::Agreement(record) => joined.agreements.push((**record).clone()),
                Entry::Influence(record) => joined.influences.push((**record).clone()),
                _ => {}
            }
            None::<()>
        });
        joined
    }

    /// The agreement with this id.
    pub fn agreement(&self, id: &str) -> Option<Rc<AgreementRecord>> {
        match self.entries().get(&agreement_key(id)) {
            Some(Entry::Agreement(record)) => Some(record.clone()),
            _ => None,
        }
    }

    /// The influence with this id.
    pub fn influence(&self, id: &str) -> Option<Rc<InfluenceRecord>> {
        match self.entries().get(&influence_key(id)) {
            Some(Entry::Influence(record)) => Some(record.clone()),
            _ => None,
        }
    }

    /// Keeps an agreement under its id.
    pub fn save_agreement(&self, record: AgreementRecord, done: Done) {
        let key = agreement_key(&record.id);
        self.put(key, Entry::Agreement(Rc::new(record)), done);
    }

    /// Keeps an influence under its id.
    pub fn save_influence(&self, record: InfluenceRecord, done: Done) {
        let key = influence_key(&record.id);
        self.put(key, Entry::Influence(Rc::new(record)), done);
    }

    /// Keeps those that are not here yet; `done` hears of the first failure, after all was tried.
    pub fn add_joined(&self, joined: JoinedRecords, done: Done) {
        let agreements = joined.agreements.into_iter().map(|record| {
            let key = agreement_key(&record.id);
            (key, Entry::Agreement(Rc::new(record)))
        });
        let influences = joined.influences.into_iter().map(|record| {
            let key = influence_key(&record.id);
            (key, Entry::Influence(Rc::new(record)))
        });
        let mut entries: Vec<_> = agreements.chain(influences).collect();
        entries.retain(|(key, _)| !self.entries().contains(key));
        let done = after_all(entries.len(), done);
        for (key, entry) in entries {
            self.put(key, entry, done());
        }
    }

    /// Deletes the agreement with this id.
    pub fn delete_agreement(&self, id: &str, done: Done) -> Undo {
        self.delete_key(&agreement_key(id), done)
    }

    /// Deletes the influence with this id.
    pub fn delete_influence(&self, id: &str, done: Done) -> Undo {
        self.delete_key(&influence_key(id), done)
    }

    /// Takes out what is joined to this session and to no other one that is here.
    pub(super) fn take_joined(&self, session_id: &str, taken: &mut Entries) {
        let others: Vec<String> = self.collect(|key, _| session_of(key).map(str::to_owned));
        let others: Vec<&str> = others.iter().map(String::as_str).collect();
        let others: Vec<&str> = others.into_iter().filter(|id| *id != session_id).collect();
        let only = self.joined().only_of(session_id, &others);
        let agreements = only.agreements.iter().map(|one| agreement_key(&one.id));
        let influences = only.influences.iter().map(|one| influence_key(&one.id));
        for key in agreements.chain(influences) {
            for (key, entry) in self.entries_mut().take(&key).into_list() {
                taken.put(key, entry);
            }
        }
    }

    /// Gives records of their own to what an attempt of before schema 4 held: they are written
    /// first, and the attempt without them after that, so that a failure half-way leaves two
    /// copies and never none.
    pub(super) fn separate(&self, session_id: String, joined: JoinedRecords) {
        let shelf = self.clone();
        let written: Done = Box::new(move |result| {
            if let (Ok(()), Some(attempt)) = (result, shelf.attempt(&session_id)) {
                let text = saved::write(&attempt);
                let key = attempt_key(&session_id);
                shelf.storage().write(&key, &text, Box::new(|_| ()));
            }
        });
        self.add_joined(joined, written);
    }
}
