//! The records of this device that this page reads and writes.
//!
//! A commit builds on the version that is on screen; where another one stands, nothing is written
//! and the page follows what is stored. What cannot be read here is left alone: the rep's page
//! shows it under the reader's data.

use crate::ports::TogetherPorts;
use crate::shell::Msg;
use device_records::{DeviceRecords, RecordsEvent};
use model::{Catalogue, Form, Status};
use records::{AgreementRecord, Attempt, InfluenceRecord, StoredRecord};
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use store::{RecordKey, Refused, Revision, Store, Undo};
use yew::Callback;

/// Something that comes back from the store.
pub enum DeviceMsg {
    /// The records have been opened, or may be others now.
    Records(RecordsEvent),
    /// An agreement was deleted, with what takes that back, or not.
    Deleted(Option<Undo>),
    /// What was committed is durable, or not.
    Committed(RecordKey, Result<Revision, Refused>),
}

/// An agreement with the version in which it was read.
#[derive(Clone)]
pub struct StoredAgreement {
    /// The agreement.
    pub record: AgreementRecord,
    /// The version that a change builds on.
    pub revision: Revision,
}

/// The records of this device.
pub struct Device {
    records: DeviceRecords,
    send: Callback<Msg>,
    agreements: Vec<StoredAgreement>,
    influences: Vec<InfluenceRecord>,
}

impl Deref for Device {
    type Target = DeviceRecords;

    fn deref(&self) -> &DeviceRecords {
        &self.records
    }
}

impl DerefMut for Device {
    fn deref_mut(&mut self) -> &mut DeviceRecords {
        &mut self.records
    }
}

impl Device {
    /// Begins to open the records; [`RecordsEvent::Opened`] follows. Nothing is written.
    pub fn open(ports: &TogetherPorts, send: Callback<Msg>) -> Self {
        let events = send.reform(|event| Msg::Device(DeviceMsg::Records(event)));
        Self {
            records: DeviceRecords::open(&ports.records, ports.config.persist, events),
            send,
            agreements: Vec::new(),
            influences: Vec::new(),
        }
    }

    /// Records that are open already, for fixtures.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn show(&mut self, attempts: Vec<Attempt>, agreements: Vec<StoredAgreement>) {
        self.records.show(attempts);
        self.agreements = agreements;
    }

    /// The records have been opened.
    pub fn opened(&mut self, store: Store, catalogue: &Catalogue) {
        self.records.opened(store);
        self.read(catalogue);
    }

    /// Reads what the store knows now.
    pub fn read(&mut self, catalogue: &Catalogue) {
        let Some(snapshot) = self.records.read(catalogue) else {
            return;
        };
        self.agreements.clear();
        for record in snapshot.of_kind(AgreementRecord::KIND) {
            if let Ok(read) = AgreementRecord::read(&record.body, catalogue) {
                let revision = record.revision.clone();
                self.agreements.push(StoredAgreement {
                    record: read,
                    revision,
                });
            }
        }
        self.influences.clear();
        for record in snapshot.of_kind(InfluenceRecord::KIND) {
            self.influences
                .extend(InfluenceRecord::read(&record.body, catalogue));
        }
    }

    /// The attempt with this session id.
    pub fn attempt(&self, id: &str) -> Option<&Rc<Attempt>> {
        self.attempts().iter().find(|one| one.id() == id)
    }

    /// The finished attempts of people about themselves, or of others about them.
    pub fn finished(&self, about_another: bool) -> impl Iterator<Item = &Rc<Attempt>> {
        self.attempts().iter().filter(move |one| {
            one.session.status() == Status::Completed && is_about_another(one) == about_another
        })
    }

    /// Every agreement on this device.
    pub fn agreements(&self) -> &[StoredAgreement] {
        &self.agreements
    }

    /// The influences that were named on this session.
    pub fn influences_of(&self, session_id: &str) -> Vec<InfluenceRecord> {
        let mut named = self.influences.clone();
        named.retain(|one| one.session_id == session_id);
        named
    }

    /// Commits an attempt that is new.
    pub fn commit_attempt(&self, attempt: &Attempt) {
        if let Some(key) = RecordKey::new(Attempt::KIND, attempt.id()) {
            self.commit_record(key, &attempt.write(), None);
        }
    }

    /// Commits an agreement that was made of this version.
    pub fn commit_agreement(&self, record: &AgreementRecord, revision: Option<&Revision>) {
        if let Some(key) = RecordKey::new(AgreementRecord::KIND, &record.id) {
            self.commit_record(key, &record.write(), revision);
        }
    }

    fn commit_record(&self, key: RecordKey, body: &str, revision: Option<&Revision>) {
        let send = self.send.clone();
        let done = move |key, result| send.emit(Msg::Device(DeviceMsg::Committed(key, result)));
        self.commit(key, body, revision, done);
    }

    /// Deletes an agreement; [`DeviceMsg::Deleted`] follows.
    pub fn delete_agreement(&self, id: &str) {
        if let Some(key) = RecordKey::new(AgreementRecord::KIND, id) {
            let send = self.send.clone();
            // Where it fails the agreement comes back on screen.
            let done = move |undo| send.emit(Msg::Device(DeviceMsg::Deleted(undo)));
            self.delete(key, done);
        }
    }
}

/// Whether the answers are about somebody else than who gave them.
pub fn is_about_another(attempt: &Attempt) -> bool {
    attempt.session.form() != Form::SelfReport
}
