//! Agreements and influences: records of their own, joined to attempts by session id.

use super::kind::{RecordKind, Stored, Version};
use super::{Persistence, Request};
use model::Catalogue;
use records::{AgreementRecord, Attempt, InfluenceRecord, JoinedRecords, StoredRecord};
use store::{Durability, RecordKey, Snapshot, Writing};

impl Persistence {
    /// The agreements made and the influences named on this session, each in its place.
    pub fn joined(&self, session_id: &str) -> JoinedRecords {
        let joined = JoinedRecords {
            agreements: self.agreements(),
            influences: self.influences.all().map(|one| (**one).clone()).collect(),
        };
        joined.of_session(session_id)
    }

    /// Every agreement on this device.
    pub fn agreements(&self) -> Vec<AgreementRecord> {
        self.agreements.all().map(|one| (**one).clone()).collect()
    }

    /// Whether there is an agreement or an influence on this device, also of an attempt that is not.
    pub fn has_joined(&self) -> bool {
        self.agreements.all().next().is_some() || self.influences.all().next().is_some()
    }

    /// The agreement with this id.
    pub fn agreement(&self, id: &str) -> Option<Stored<AgreementRecord>> {
        self.agreements.get(id).cloned()
    }

    /// The influence with this id.
    pub fn influence(&self, id: &str) -> Option<Stored<InfluenceRecord>> {
        self.influences.get(id).cloned()
    }

    /// Commits an agreement or an influence that was made of this version.
    pub fn commit_joined<K: RecordKind>(&mut self, record: &K, version: &Version) {
        if let Some(key) = K::key(record.id()) {
            self.commit_text(&key, record.write(), version);
        }
    }

    fn commit_text(&mut self, key: &RecordKey, body: String, version: &Version) {
        // While the page is left too: the store refuses it then, and what is refused is offered
        // as a file. No screen holds it as it does a changed attempt.
        let Some(store) = self.store.clone() else {
            return;
        };
        self.send_commit(
            &store,
            key,
            body.into(),
            version.0.as_ref(),
            Durability::Strict,
            Writing::Change,
        );
        self.follow();
        self.touch();
    }

    /// Commits those that are not here yet, as of a file that is opened.
    pub fn add_joined(&mut self, joined: &JoinedRecords) {
        let new = Version::default();
        for record in &joined.agreements {
            if !self.agreements.contains(&record.id) {
                self.commit_joined(record, &new);
            }
        }
        for record in &joined.influences {
            if !self.influences.contains(&record.id) {
                self.commit_joined(record, &new);
            }
        }
    }

    /// Deletes an agreement or an influence; [`StoreMsg::Deleted`] follows.
    pub fn delete_joined<K: RecordKind>(&self, id: &str) {
        if let Some(key) = K::key(id) {
            self.request(Request::Delete(key));
        }
    }
}

/// The names of what belongs to this session and to no other attempt that is here.
pub(super) fn keys_only_of(session_id: &str, snapshot: &Snapshot) -> Vec<RecordKey> {
    fn read<K: RecordKind>(snapshot: &Snapshot) -> Vec<K> {
        let none = Catalogue::default();
        let mut read = Vec::new();
        for record in snapshot.of_kind(K::KIND) {
            read.extend(K::read(&record.body, &none));
        }
        read
    }
    let joined = JoinedRecords {
        agreements: read(snapshot),
        influences: read(snapshot),
    };
    let attempts = snapshot.of_kind(Attempt::KIND);
    let others: Vec<&str> = attempts
        .filter_map(|record| record.key.id())
        .filter(|id| *id != session_id)
        .collect();
    let only = joined.only_of(session_id, &others);
    let mut keys = Vec::new();
    for one in &only.agreements {
        keys.extend(AgreementRecord::key(&one.id));
    }
    for one in &only.influences {
        keys.extend(InfluenceRecord::key(&one.id));
    }
    keys
}
