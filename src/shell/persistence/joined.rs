//! Agreements and influences, through the one place that saves.

use super::Persistence;
use crate::shelf::Undo;
use records::{AgreementRecord, InfluenceRecord, JoinedRecords};

impl Persistence {
    /// The agreements made and the influences named on this session, each in its place.
    pub fn joined(&self, session_id: &str) -> JoinedRecords {
        self.shelf.joined().of_session(session_id)
    }

    /// Every agreement on this device.
    pub fn agreements(&self) -> Vec<AgreementRecord> {
        self.shelf.joined().agreements
    }

    /// The agreement with this id.
    pub fn agreement(&self, id: &str) -> Option<AgreementRecord> {
        self.shelf.agreement(id).map(|record| (*record).clone())
    }

    /// The influence with this id.
    pub fn influence(&self, id: &str) -> Option<InfluenceRecord> {
        self.shelf.influence(id).map(|record| (*record).clone())
    }

    /// Commits an agreement.
    pub fn commit_agreement(&mut self, record: AgreementRecord) {
        let done = self.done();
        self.shelf.save_agreement(record, done);
    }

    /// Commits an influence.
    pub fn commit_influence(&mut self, record: InfluenceRecord) {
        let done = self.done();
        self.shelf.save_influence(record, done);
    }

    /// Commits those that are not here yet, as of a file that is opened.
    pub fn add_joined(&mut self, joined: JoinedRecords) {
        if !joined.is_empty() {
            let done = self.done();
            self.shelf.add_joined(joined, done);
        }
    }

    /// Deletes an agreement.
    pub fn delete_agreement(&mut self, id: &str) -> Undo {
        let done = self.done();
        self.shelf.delete_agreement(id, done)
    }

    /// Deletes an influence.
    pub fn delete_influence(&mut self, id: &str) -> Undo {
        let done = self.done();
        self.shelf.delete_influence(id, done)
    }
}
