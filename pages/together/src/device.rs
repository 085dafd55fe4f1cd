//! The records of this device that this page reads and writes.
//!
//! A commit builds on the version that is on screen; where another one stands, nothing is written
//! and the page follows what is stored. What cannot be read here is left alone: the rep's page
//! shows it under the reader's data.

use crate::ports::TogetherPorts;
use crate::shell::Msg;
use model::{Catalogue, Form, Status};
use records::{AgreementRecord, Attempt, InfluenceRecord, StoredRecord, Unreadable};
use std::rc::Rc;
use store::{
    Backends, Durability, Event, Options, RecordKey, Refused, Revision, Standing, Store,
    Subscription, Undo, Writing,
};
use yew::Callback;

/// Something that comes back from the store.
pub enum DeviceMsg {
    /// The records have been opened.
    Opened(Store),
    /// They may be others now.
    Changed,
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
    backends: Backends,
    options: Options,
    send: Callback<Msg>,
    store: Option<Store>,
    _subscription: Option<Subscription>,
    attempts: Vec<Rc<Attempt>>,
    agreements: Vec<StoredAgreement>,
    influences: Vec<InfluenceRecord>,
    missing: Vec<(String, String)>,
    /// Whether fixtures show records without a store.
    shown: bool,
}

impl Device {
    /// Begins to open the records; [`DeviceMsg::Opened`] follows. Nothing is written.
    pub fn open(ports: &TogetherPorts, send: Callback<Msg>) -> Self {
        let config = &ports.config;
        let options = Options {
            persistence: match config.persist {
                embedding::Persist::Device => store::Persistence::Device,
                embedding::Persist::Session => store::Persistence::Session,
                embedding::Persist::None => store::Persistence::None,
            },
            ..Options::default()
        };
        let backends = ports.records.clone();
        let opening = {
            let (backends, send) = (backends.clone(), send.clone());
            async move {
                let store = Store::open(backends, options).await;
                send.emit(Msg::Device(DeviceMsg::Opened(store)));
            }
        };
        (backends.spawn)(Box::pin(opening));
        Self {
            backends,
            options,
            send,
            store: None,
            _subscription: None,
            attempts: Vec::new(),
            agreements: Vec::new(),
            influences: Vec::new(),
            missing: Vec::new(),
            shown: false,
        }
    }

    /// Records that are open already, for fixtures.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn show(&mut self, attempts: Vec<Attempt>, agreements: Vec<StoredAgreement>) {
        self.shown = true;
        self.attempts = attempts.into_iter().map(Rc::new).collect();
        self.agreements = agreements;
    }

    /// Whether the records are still being opened.
    pub fn is_loading(&self) -> bool {
        self.store.is_none() && !self.shown
    }

    /// Whether what is made here is kept on this device.
    pub fn keeps(&self) -> bool {
        let standing = self.store.as_ref().map(Store::standing);
        self.options.persistence == store::Persistence::Device
            && matches!(standing, Some(Standing::Database | Standing::Mirror))
    }

    /// The records have been opened.
    pub fn opened(&mut self, store: Store, catalogue: &Catalogue) {
        let send = self.send.clone();
        let heard = move |_: &Event| send.emit(Msg::Device(DeviceMsg::Changed));
        self._subscription = Some(store.subscribe(heard));
        self.store = Some(store);
        self.read(catalogue);
    }

    /// Reads what the store knows now.
    pub fn read(&mut self, catalogue: &Catalogue) {
        let Some(store) = &self.store else {
            return;
        };
        let snapshot = store.snapshot();
        self.attempts.clear();
        self.missing.clear();
        for record in snapshot.of_kind(Attempt::KIND) {
            match Attempt::read(&record.body, catalogue) {
                Ok(attempt) => self.attempts.push(Rc::new(attempt)),
                Err(
                    Unreadable::UnknownInstrument { id, version }
                    | Unreadable::OtherContent { id, version },
                ) => self.missing.push((id, version)),
                Err(_) => {}
            }
        }
        // The newest first.
        self.attempts
            .sort_by(|one, other| other.session.moment().cmp(one.session.moment()));
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

    /// The id and version of each questionnaire that a stored attempt waits for.
    pub fn missing(&self) -> &[(String, String)] {
        &self.missing
    }

    /// Every attempt that can be read here, the newest first.
    pub fn attempts(&self) -> &[Rc<Attempt>] {
        &self.attempts
    }

    /// The attempt with this session id.
    pub fn attempt(&self, id: &str) -> Option<&Rc<Attempt>> {
        self.attempts.iter().find(|one| one.id() == id)
    }

    /// The finished attempts of people about themselves, or of others about them.
    pub fn finished(&self, about_another: bool) -> impl Iterator<Item = &Rc<Attempt>> {
        self.attempts.iter().filter(move |one| {
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
            self.commit(key, attempt.write(), None);
        }
    }

    /// Commits an agreement that was made of this version.
    pub fn commit_agreement(&self, record: &AgreementRecord, revision: Option<&Revision>) {
        if let Some(key) = RecordKey::new(AgreementRecord::KIND, &record.id) {
            self.commit(key, record.write(), revision);
        }
    }

    fn commit(&self, key: RecordKey, body: String, revision: Option<&Revision>) {
        let Some(store) = &self.store else {
            return;
        };
        let saving = store.save(&key, &body, revision, Durability::Strict, Writing::Change);
        let send = self.send.clone();
        (self.backends.spawn)(Box::pin(async move {
            let result = saving.await;
            send.emit(Msg::Device(DeviceMsg::Committed(key, result)));
        }));
    }

    /// Takes a deletion back; the page follows.
    pub fn undo(&self, undo: Undo) {
        if let Some(store) = self.store.clone() {
            let send = self.send.clone();
            (self.backends.spawn)(Box::pin(async move {
                // Where it fails nothing came back, which the page shows.
                let _ = store.undo(&undo).await;
                send.emit(Msg::Device(DeviceMsg::Changed));
            }));
        }
    }

    /// Deletes an agreement; [`DeviceMsg::Deleted`] follows.
    pub fn delete_agreement(&self, id: &str) {
        let key = RecordKey::new(AgreementRecord::KIND, id);
        if let (Some(store), Some(key)) = (&self.store, key) {
            let (store, send) = (store.clone(), self.send.clone());
            (self.backends.spawn)(Box::pin(async move {
                // Where it fails the agreement comes back on screen.
                let undo = store.delete(&[key]).await.ok();
                send.emit(Msg::Device(DeviceMsg::Deleted(undo)));
            }));
        }
    }

    /// The page is left: what is being saved goes on, with a copy that outlives the page, and nothing is
    /// begun until [`Self::resume`].
    pub fn suspend(&self) {
        if let Some(store) = &self.store {
            store.suspend();
        }
    }

    /// The page is shown again; it reads the truth anew.
    pub fn resume(&self) {
        if let Some(store) = self.store.clone() {
            let send = self.send.clone();
            (self.backends.spawn)(Box::pin(async move {
                store.resume().await;
                send.emit(Msg::Device(DeviceMsg::Changed));
            }));
        }
    }

    /// Reads the truth anew, as a screen arrives.
    pub fn refresh(&self) {
        if let Some(store) = self.store.clone() {
            let send = self.send.clone();
            (self.backends.spawn)(Box::pin(async move {
                // What could not be read stays as it was.
                let _ = store.refresh().await;
                send.emit(Msg::Device(DeviceMsg::Changed));
            }));
        }
    }
}

/// Whether the answers are about somebody else than who gave them.
pub fn is_about_another(attempt: &Attempt) -> bool {
    attempt.session.form() != Form::SelfReport
}
