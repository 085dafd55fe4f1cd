//! The records of this device that this page uses: it reads results, and reads and writes the one record
//! that holds its rounds.
//!
//! A commit builds on the version that is on screen; where another one stands, nothing is written. A
//! record that cannot be read here is never written over. It is in no backup, as a mask that came back
//! could be used twice; deleting everything on the rep's page deletes it too.

use crate::ports::RoundPorts;
use crate::shell::Msg;
use device_records::{DeviceRecords, RecordsEvent};
use model::{Catalogue, Form, Status};
use records::Attempt;
use round::RoundMemory;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;
use store::{RecordKey, Refused, Revision, Store};
use yew::Callback;

/// The name of the record in the store; it stays.
const ROUNDS: &str = "rounds";

/// Something that comes back from the store.
pub enum DeviceMsg {
    /// The records have been opened, or may be others now.
    Records(RecordsEvent),
    /// The rounds that were committed are durable, or not.
    Committed(Result<Revision, Refused>),
}

/// The records of this device.
pub struct Device {
    records: DeviceRecords,
    send: Callback<Msg>,
    /// `None` where they cannot be read here.
    rounds: Option<RoundMemory>,
    revision: Option<Revision>,
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
    pub fn open(ports: &RoundPorts, send: Callback<Msg>) -> Self {
        let events = send.reform(|event| Msg::Device(DeviceMsg::Records(event)));
        Self {
            records: DeviceRecords::open(&ports.records, ports.config.persist, events),
            send,
            rounds: Some(RoundMemory::default()),
            revision: None,
        }
    }

    /// Records that are open already, for fixtures.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn show(&mut self, attempts: Vec<Attempt>, rounds: Option<RoundMemory>) {
        self.records.show(attempts);
        self.rounds = rounds;
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
        let record = RecordKey::single(ROUNDS).and_then(|key| snapshot.get(&key).cloned());
        self.revision = record.as_ref().map(|record| record.revision.clone());
        self.rounds = match record {
            Some(record) => RoundMemory::read(&record.body).ok(),
            None => Some(RoundMemory::default()),
        };
    }

    /// The finished attempts of people about themselves, the newest first.
    pub fn finished(&self) -> impl Iterator<Item = &Rc<Attempt>> {
        self.attempts().iter().filter(|one| {
            one.session.status() == Status::Completed && one.session.form() == Form::SelfReport
        })
    }

    /// The rounds of this device; `None` where they cannot be read here.
    pub fn rounds(&self) -> Option<&RoundMemory> {
        self.rounds.as_ref()
    }

    /// Commits the rounds; [`DeviceMsg::Committed`] follows.
    pub fn commit_rounds(&self, rounds: &RoundMemory) {
        if let Some(key) = RecordKey::single(ROUNDS) {
            let send = self.send.clone();
            let done = move |_, result| send.emit(Msg::Device(DeviceMsg::Committed(result)));
            let text = rounds.text();
            self.commit(key, &text, self.revision.as_ref(), done);
        }
    }
}
