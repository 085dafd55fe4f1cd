//! Which versions of records a file holds.

use super::Persistence;
use super::kind::RecordKind;
use records::Attempt;
use store::{Descent, RecordKey, Revision};

/// The version of each record that a file was made of.
#[derive(Default)]
pub(crate) struct Versions(Vec<(RecordKey, Revision)>);

impl Versions {
    /// Whether this version of this record is among them. That one of them was saved as a file makes
    /// it no other version.
    fn has(&self, key: &RecordKey, revision: &Revision) -> bool {
        let mut versions = self.0.iter();
        versions.any(|(one, held)| one == key && held.descent(revision) == Descent::Same)
    }

    /// Whether these are the same versions of the same records.
    pub fn are(&self, others: &Self) -> bool {
        let mut versions = self.0.iter();
        self.0.len() == others.0.len() && versions.all(|(key, held)| others.has(key, held))
    }
}

impl Persistence {
    /// What a backup of everything holds now.
    pub fn versions(&self) -> Versions {
        let mut versions: Vec<_> = self.attempts.versions().collect();
        versions.extend(self.agreements.versions());
        versions.extend(self.influences.versions());
        Versions(versions)
    }

    /// What a file of the attempts, agreements and influences with these ids holds now.
    pub fn versions_of(&self, ids: &[&str]) -> Versions {
        let mut versions = self.versions();
        let named = |key: &RecordKey| key.id().is_some_and(|id| ids.contains(&id));
        versions.0.retain(|(key, _)| named(key));
        versions
    }

    /// What a file of one result holds now, with the agreements made and the influences named on it.
    pub fn versions_of_result(&self, session_id: &str) -> Versions {
        let joined = self.joined(session_id);
        let mut ids = vec![session_id];
        ids.extend(joined.agreements.iter().map(|one| one.id.as_str()));
        ids.extend(joined.influences.iter().map(|one| one.id.as_str()));
        self.versions_of(&ids)
    }

    /// Remembers that these have been saved as a file, where they are still the versions that stand
    /// here.
    pub fn mark_all_exported(&mut self, saved: &Versions) {
        for one in self.attempts() {
            let version = Attempt::key(one.id()).zip(one.version().0.clone());
            if version.is_some_and(|(key, revision)| saved.has(&key, &revision)) {
                self.mark_exported(&one);
            }
        }
    }
}
