//! The records of this device that this page uses: it reads results, and reads and writes the one record
//! that holds its rounds.
//!
//! A commit builds on the version that is on screen; where another one stands, nothing is written. A
//! record that cannot be read here is never written over. It is in no backup, as a mask that came back
//! could be used twice; deleting everything on the rep's page deletes it too.

use crate::ports::RoundPorts;
use crate::shell::Msg;
use model::{Catalogue, Form, Status};
use records::{Attempt, StoredRecord, Unreadable};
use round::RoundMemory;
use std::rc::Rc;
use store::{
    Backends, Durability, Event, Options, RecordKey, Refused, Revision, Standing, Store,
    Subscription, Writing,
};
use yew::Callback;

/// The name of the record in the store; it stays.
const ROUNDS: &str = "rounds";

/// Something that comes back from the store.
pub enum DeviceMsg {
    /// The records have been opened.
    Opened(Store),
    /// They may be others now.
    Changed,
    /// The rounds that were committed are durable, or not.
    Committed(Result<Revision, Refused>),
}

/// The records of this device.
pub struct Device {
    backends: Backends,
    options: Options,
    send: Callback<Msg>,
    store: Option<Store>,
    _subscription: Option<Subscription>,
    attempts: Vec<Rc<Attempt>>,
    missing: Vec<(String, String)>,
    /// `None` where they cannot be read here.
    rounds: Option<RoundMemory>,
    revision: Option<Revision>,
    /// Whether fixtures show records without a store.
    is_fixture: bool,
}

impl Device {
    /// Begins to open the records; [`DeviceMsg::Opened`] follows. Nothing is written.
    pub fn open(ports: &RoundPorts, send: Callback<Msg>) -> Self {
        let options = Options {
            persistence: match ports.config.persist {
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
            missing: Vec::new(),
            rounds: Some(RoundMemory::default()),
            revision: None,
            is_fixture: false,
        }
    }

    /// Records that are open already, for fixtures.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn show(&mut self, attempts: Vec<Attempt>, rounds: Option<RoundMemory>) {
        self.is_fixture = true;
        self.attempts = attempts.into_iter().map(Rc::new).collect();
        self.rounds = rounds;
    }

    /// Whether the records are still being opened.
    pub fn is_loading(&self) -> bool {
        self.store.is_none() && !self.is_fixture
    }

    /// Whether what is made here stays on this device.
    pub fn keeps(&self) -> bool {
        let standing = self.store.as_ref().map(Store::standing);
        let is_stored = matches!(standing, Some(Standing::Database | Standing::Mirror));
        self.is_fixture || (self.options.persistence == store::Persistence::Device && is_stored)
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
        let record = RecordKey::single(ROUNDS).and_then(|key| snapshot.get(&key).cloned());
        self.revision = record.as_ref().map(|record| record.revision.clone());
        self.rounds = match record {
            Some(record) => RoundMemory::read(&record.body).ok(),
            None => Some(RoundMemory::default()),
        };
    }

    /// The id and version of each questionnaire that a stored attempt waits for.
    pub fn missing(&self) -> &[(String, String)] {
        &self.missing
    }

    /// The finished attempts of people about themselves, the newest first.
    pub fn finished(&self) -> impl Iterator<Item = &Rc<Attempt>> {
        self.attempts.iter().filter(|one| {
            one.session.status() == Status::Completed && one.session.form() == Form::SelfReport
        })
    }

    /// The rounds of this device; `None` where they cannot be read here.
    pub fn rounds(&self) -> Option<&RoundMemory> {
        self.rounds.as_ref()
    }

    /// Commits the rounds; [`DeviceMsg::Committed`] follows.
    pub fn commit(&mut self, rounds: RoundMemory) {
        let (Some(store), Some(key)) = (&self.store, RecordKey::single(ROUNDS)) else {
            return;
        };
        let text = rounds.text();
        let revision = self.revision.as_ref();
        let saving = store.save(&key, &text, revision, Durability::Strict, Writing::Change);
        let send = self.send.clone();
        (self.backends.spawn)(Box::pin(async move {
            let result = saving.await;
            send.emit(Msg::Device(DeviceMsg::Committed(result)));
        }));
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
