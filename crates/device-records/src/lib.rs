//! The records of this device as the pages beside the rep's have them: opened, followed, and read.
//!
//! The attempts are read here; what a page has besides them it reads of the [`Snapshot`] that
//! [`DeviceRecords::read`] gives. A commit builds on the version that is on screen; where another one
//! stands, nothing is written. What cannot be read here is left alone: the rep's page shows it under
//! the reader's data.

use model::Catalogue;
use records::{Attempt, StoredRecord, Unreadable};
use std::rc::Rc;
use store::{
    Backends, Durability, Event, Options, RecordKey, Refused, Revision, Snapshot, Standing, Store,
    Subscription, Undo, Writing,
};
use yew::Callback;

/// Something that comes back from the store.
pub enum RecordsEvent {
    /// The records have been opened.
    Opened(Store),
    /// They may be others now.
    Changed,
}

/// The records of this device.
pub struct DeviceRecords {
    backends: Backends,
    options: Options,
    send: Callback<RecordsEvent>,
    store: Option<Store>,
    _subscription: Option<Subscription>,
    attempts: Vec<Rc<Attempt>>,
    missing: Vec<(String, String)>,
    /// Whether fixtures show records without a store.
    is_fixture: bool,
}

impl DeviceRecords {
    /// Begins to open the records; [`RecordsEvent::Opened`] follows. Nothing is written.
    pub fn open(
        backends: &Backends,
        persist: embedding::Persist,
        send: Callback<RecordsEvent>,
    ) -> Self {
        let options = Options {
            persistence: match persist {
                embedding::Persist::Device => store::Persistence::Device,
                embedding::Persist::Session => store::Persistence::Session,
                embedding::Persist::None => store::Persistence::None,
            },
            ..Options::default()
        };
        let opening = {
            let (backends, send) = (backends.clone(), send.clone());
            async move {
                let store = Store::open(backends, options).await;
                send.emit(RecordsEvent::Opened(store));
            }
        };
        (backends.spawn)(Box::pin(opening));
        Self {
            backends: backends.clone(),
            options,
            send,
            store: None,
            _subscription: None,
            attempts: Vec::new(),
            missing: Vec::new(),
            is_fixture: false,
        }
    }

    /// Attempts that are read already, for fixtures.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn show(&mut self, attempts: Vec<Attempt>) {
        self.is_fixture = true;
        self.attempts = attempts.into_iter().map(Rc::new).collect();
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

    /// The records have been opened: from now on they are followed.
    pub fn opened(&mut self, store: Store) {
        let send = self.send.clone();
        let heard = move |_: &Event| send.emit(RecordsEvent::Changed);
        self._subscription = Some(store.subscribe(heard));
        self.store = Some(store);
    }

    /// Reads the attempts that the store knows now, the newest first, and gives all that it knows;
    /// nothing while the records are being opened.
    pub fn read(&mut self, catalogue: &Catalogue) -> Option<Snapshot> {
        let snapshot = self.store.as_ref()?.snapshot();
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
        self.attempts
            .sort_by(|one, other| other.session.moment().cmp(one.session.moment()));
        Some(snapshot)
    }

    /// Every attempt that can be read here, the newest first.
    pub fn attempts(&self) -> &[Rc<Attempt>] {
        &self.attempts
    }

    /// The id and version of each questionnaire that a stored attempt waits for.
    pub fn missing(&self) -> &[(String, String)] {
        &self.missing
    }

    /// Commits a record that was made of this version, and says whether it is durable. Nothing is
    /// committed, and nothing said, while the records are being opened.
    pub fn commit(
        &self,
        key: RecordKey,
        body: &str,
        revision: Option<&Revision>,
        done: impl FnOnce(RecordKey, Result<Revision, Refused>) + 'static,
    ) {
        let Some(store) = &self.store else {
            return;
        };
        let saving = store.save(&key, body, revision, Durability::Strict, Writing::Change);
        (self.backends.spawn)(Box::pin(async move { done(key, saving.await) }));
    }

    /// Deletes a record, and gives what takes that back; `None` where it was not deleted.
    pub fn delete(&self, key: RecordKey, done: impl FnOnce(Option<Undo>) + 'static) {
        if let Some(store) = self.store.clone() {
            (self.backends.spawn)(Box::pin(async move {
                done(store.delete(&[key]).await.ok());
            }));
        }
    }

    /// Takes a deletion back; [`RecordsEvent::Changed`] follows, also where nothing came back.
    pub fn undo(&self, undo: Undo) {
        self.after(async move |store| {
            let _ = store.undo(&undo).await;
        });
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
        self.after(async |store| store.resume().await);
    }

    /// Reads the truth anew, as a screen arrives.
    pub fn refresh(&self) {
        self.after(async |store| {
            // What could not be read stays as it was.
            let _ = store.refresh().await;
        });
    }

    /// Asks something of the store, and says that the records may be others then.
    fn after(&self, asked: impl AsyncFnOnce(Store) + 'static) {
        if let Some(store) = self.store.clone() {
            let send = self.send.clone();
            (self.backends.spawn)(Box::pin(async move {
                asked(store).await;
                send.emit(RecordsEvent::Changed);
            }));
        }
    }
}
