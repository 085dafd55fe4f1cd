//! The store itself: what a caller can ask of it.

use std::cell::{Cell, Ref, RefCell, RefMut};
use std::rc::{Rc, Weak};

use crate::backend::{Backends, Durability, LocalBoxFuture, Rows};
use crate::decide::{Commit, Deletion, Finding, Found, Operation, Quarantined, Undo};
use crate::key::pending_name;
use crate::opening::Following;
use crate::row::{Row, RowError};
use crate::stand_in::{MemoryMirror, MirrorDatabase};
use crate::state::{Begun, State};
use crate::{Incoming, Record, RecordKey, Revision, Trouble};

/// For how long something may be stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Persistence {
    /// Until it is deleted.
    #[default]
    Device,
    /// Until the tab is closed.
    Session,
    /// Until the page is left.
    None,
}

/// How a store is opened.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// What the host of the page permits.
    pub persistence: Persistence,
    /// After how many milliseconds a transaction counts as hanging.
    pub time_limit: u32,
    /// The same while opening, where somebody waits.
    pub opening_limit: u32,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            persistence: Persistence::Device,
            time_limit: 4000,
            opening_limit: 900,
        }
    }
}

/// Where the truth is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In the database of this device.
    Database,
    /// In the mirror, as there is no database: last on this device, but two tabs at once are
    /// only compared as well as a plain map can.
    Mirror,
    /// In the tab: ends with it.
    Session,
    /// In memory: ends with the page.
    Memory,
}

/// What is saved with a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Somebody has written something.
    Change,
    /// More is known of the record and nobody has written anything, such as that it was put into a
    /// file. Every tab sees it, it dates nothing, and a backup is compared as if it had not been made.
    Stamp,
}

/// Why a change was not saved. The caller still has what it wanted saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Another version stands there, from which the change does not descend.
    Changed(Record),
    /// The record was deleted: offer what is at hand as a file.
    Deleted,
    /// Another tab writes this record, or this page is leaving, or a later app wrote it.
    ReadOnly,
    /// The backend failed. The change is in memory, marked unsaved, and tried again with the
    /// next commit and the next refresh.
    Trouble(Trouble),
}

/// Why nothing was deleted, or not yet.
#[derive(Clone, Debug)]
pub struct NotDeleted {
    /// What went wrong.
    pub trouble: Trouble,
    /// What is deleted when the transaction happens after all, which only one that timed out
    /// can do. Empty until then.
    pub undo: Undo,
}

/// What happened without this tab's doing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// These records are other than before, new, or gone.
    Changed(Vec<RecordKey>),
    /// Another tab has taken over the writing of this record.
    ClaimLost(RecordKey),
    /// What could not be saved earlier now met another version, or a deletion.
    Refused {
        /// What this tab wanted saved.
        unsaved: Record,
        /// Why it cannot be.
        refused: Refused,
    },
}

/// What an undo did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Undone {
    /// These are back.
    pub restored: Vec<RecordKey>,
    /// These stood in the way, as something newer had taken the place: they stay.
    pub newer: Vec<Record>,
}

/// What a tab knows, at one moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Snapshot {
    /// By key; and whether the record is unsaved.
    records: Vec<(Record, bool)>,
}

impl Snapshot {
    fn find(&self, key: &RecordKey) -> Option<&(Record, bool)> {
        self.records.iter().find(|(record, _)| record.key == *key)
    }

    /// The record with this key.
    pub fn get(&self, key: &RecordKey) -> Option<&Record> {
        self.find(key).map(|(record, _)| record)
    }

    /// Every record, by key; damaged ones are under [`Store::quarantined`].
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.iter().map(|(record, _)| record)
    }

    /// Every record of a kind, by id.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Record> {
        self.records()
            .filter(move |record| record.key.kind() == kind)
    }

    /// Whether this record has a change that is not confirmed as saved.
    pub fn is_unsaved(&self, key: &RecordKey) -> bool {
        self.find(key).is_some_and(|(_, unsaved)| *unsaved)
    }

    /// Whether nothing is there.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }
}

/// The records of this device, as one tab has them open. Clones are the same store.
#[derive(Clone)]
pub struct Store(pub(crate) Rc<Inner>);

impl PartialEq for Store {
    /// The same store, not one with the same records.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

type Subscriber = Rc<dyn Fn(&Event)>;

/// Ends a subscription when it is dropped.
#[must_use = "dropping it ends the subscription"]
pub struct Subscription {
    _subscriber: Rc<Subscriber>,
}

pub(crate) struct Inner {
    pub(crate) backends: Backends,
    pub(crate) options: Options,
    state: RefCell<State>,
    subscribers: RefCell<Vec<Weak<Subscriber>>>,
    pub(crate) following: Cell<Following>,
}

impl Store {
    /// Opens the records of this device. Reads only: nothing is written unless the mirror has
    /// something that the database lacks. Always gives a store; where the truth is, and what
    /// went wrong, is in [`Self::standing`] and [`Self::trouble`].
    pub async fn open(backends: Backends, options: Options) -> Self {
        let memory = MirrorDatabase(Rc::new(MemoryMirror::default()));
        let state = State::new(backends.tab.clone(), Rc::new(memory));
        let store = Self(Rc::new(Inner {
            backends,
            options,
            state: RefCell::new(state),
            subscribers: RefCell::default(),
            following: Cell::default(),
        }));
        store.0.settle().await;
        store.0.ask_again();
        if let Some(channel) = store.0.channel() {
            let inner = Rc::downgrade(&store.0);
            channel.listen(Rc::new(move || {
                if let Some(inner) = inner.upgrade() {
                    inner.follow();
                }
            }));
        }
        store
    }

    /// Where the truth is.
    pub fn standing(&self) -> Standing {
        self.0.state().standing
    }

    /// What went wrong last, until something goes well again.
    pub fn trouble(&self) -> Option<Trouble> {
        self.0.state().trouble
    }

    /// What this tab knows: the truth as last read, and its own changes on top.
    pub fn snapshot(&self) -> Snapshot {
        let state = self.0.state();
        let mut records = Vec::new();
        for entry in state.entries() {
            if !entry.record.key.is_quarantine() {
                records.push((entry.record.clone(), entry.unsaved.is_some()));
            }
        }
        Snapshot { records }
    }

    /// Calls `heard` whenever something happens without this tab's doing, until the
    /// subscription is dropped. The store may be used inside.
    pub fn subscribe(&self, heard: impl Fn(&Event) + 'static) -> Subscription {
        let subscriber: Rc<Subscriber> = Rc::new(Rc::new(heard));
        let mut subscribers = self.0.subscribers.borrow_mut();
        subscribers.retain(|one| one.strong_count() > 0);
        subscribers.push(Rc::downgrade(&subscriber));
        Subscription {
            _subscriber: subscriber,
        }
    }

    /// Saves a body over the version that the caller built on: `None` for a new record, else
    /// a revision from a snapshot or an earlier commit. Begins at once, whether or not the
    /// future is polled, and shows in the snapshot as unsaved; completes when it is saved. The
    /// same body again changes nothing, and dates nothing.
    pub fn commit(
        &self,
        key: &RecordKey,
        body: &str,
        expected: Option<&Revision>,
        durability: Durability,
    ) -> impl Future<Output = Result<Revision, Refused>> + use<> {
        self.save(key, body, expected, durability, Writing::Change)
    }

    /// The same for a change or a stamp.
    pub fn save(
        &self,
        key: &RecordKey,
        body: &str,
        expected: Option<&Revision>,
        durability: Durability,
        writing: Writing,
    ) -> impl Future<Output = Result<Revision, Refused>> + use<> {
        let now = self.0.backends.clock.now();
        let mut state = self.0.state_mut();
        let begun = state.begin(key, body, expected, now, writing);
        drop(state);
        let begun = begun.map(|begun| match begun {
            Begun::Unchanged(revision) => Err(revision),
            Begun::Change(change) => Ok(self.0.perform(Operation::Commit(Commit {
                change,
                durability,
                is_retried: false,
            }))),
        });
        async {
            match begun? {
                Ok(saving) => Ok(record(saving).await?.revision),
                Err(unchanged) => Ok(unchanged),
            }
        }
    }

    /// Reads the truth anew: at every opening of a screen, on `pageshow` and
    /// `visibilitychange`. Tries again what could not be saved, and where there was no database,
    /// whether there is one now.
    ///
    /// # Errors
    /// When the truth cannot be read; the snapshot stays as it was.
    pub async fn refresh(&self) -> Result<(), Trouble> {
        let read = self.0.read().await;
        for retried in self.0.retry() {
            // Whoever listens hears of what is refused.
            let _ = retried.await;
        }
        read
    }

    /// Deletes these records, whatever has become of them meanwhile, in one transaction.
    ///
    /// # Errors
    /// When the backend failed; then nothing is deleted, or with [`Trouble::TimedOut`] perhaps
    /// later.
    pub fn delete(&self, keys: &[RecordKey]) -> impl Future<Output = Result<Undo, NotDeleted>> {
        self.0.delete(Some(keys.to_vec()))
    }

    /// Deletes everything under our prefix and in our form, also what this tab did not know.
    ///
    /// # Errors
    /// As [`Self::delete`].
    pub fn delete_all(&self) -> impl Future<Output = Result<Undo, NotDeleted>> {
        self.0.delete(None)
    }

    /// Puts back everything that was deleted, except where something newer stands.
    ///
    /// # Errors
    /// When the backend failed; then nothing came back, and `undo` can be tried again.
    pub async fn undo(&self, undo: &Undo) -> Result<Undone, Trouble> {
        match self.0.perform(Operation::Undo(undo.removed())).await {
            Ok(Finding::Undone(undone)) => Ok(undone),
            Err(Refused::Trouble(trouble)) => Err(trouble),
            _ => Err(Trouble::Failed),
        }
    }

    /// Writes a record from a backup, with its moment of change. `over` is the version here
    /// that the reader agreed to replace; `None` where none is here, or it was deleted. Gives the
    /// record as it is written.
    ///
    /// # Errors
    /// Another version stands there than the plan said, or the backend failed.
    pub fn restore(
        &self,
        incoming: Incoming,
        over: Option<&Revision>,
    ) -> impl Future<Output = Result<Record, Refused>> + use<> {
        let over = over.cloned();
        record(self.0.perform(Operation::Restore { incoming, over }))
    }

    /// Damaged records, each to be looked into again at every opening and offered as a file.
    pub fn quarantined(&self) -> Vec<Quarantined> {
        let state = self.0.state();
        let mut quarantined = Vec::new();
        for entry in state.entries() {
            if entry.record.key.is_quarantine() {
                quarantined.extend(Quarantined::read(&entry.record));
            }
        }
        quarantined
    }

    /// Rows under names of ours that are no records: damaged, or written by a later app. By
    /// name, as they stand. They are never written over, and deleted only by name or with all.
    pub fn unreadable(&self) -> Rows {
        let mut rows = Rows::new();
        for (key, slot) in &self.0.state().slots {
            if let Some(text) = &slot.unreadable {
                rows.insert(key.to_string(), text.clone());
            }
        }
        rows
    }

    /// The rows that are damaged and have no sound copy, each as a record whose body is the row as
    /// it stands: [`Self::quarantine`] moves it. Its revision and its moment say nothing.
    pub fn damaged_rows(&self) -> Vec<Record> {
        let state = self.0.state();
        let mut damaged = Vec::new();
        for (key, slot) in &state.slots {
            if let Some(text) = &slot.unreadable
                && !key.is_quarantine()
                && Row::decode(key, text) == Err(RowError::Damaged)
            {
                damaged.push(Record {
                    key: key.clone(),
                    revision: Revision::next(None, &state.tab, 1),
                    changed_at: 0,
                    body: text.as_str().into(),
                });
            }
        }
        damaged
    }

    /// Moves a record out of the way that the caller cannot read, if it is still the version
    /// that the caller looked at, or a damaged row that still has this text. `reason` is a word of
    /// the caller, of lowercase letters and hyphens. Gives the record as it lies in quarantine.
    ///
    /// # Errors
    /// It has changed or was deleted meanwhile, a later app or another tab has written its copy,
    /// or the backend failed.
    pub fn quarantine(
        &self,
        damaged: &Record,
        reason: &str,
    ) -> impl Future<Output = Result<Record, Refused>> + use<> {
        let mut reason = reason.to_owned();
        reason.retain(|c| c.is_ascii_lowercase() || c == '-');
        if reason.is_empty() {
            reason.push_str("damaged");
        }
        record(self.0.perform(Operation::Quarantine {
            record: damaged.clone(),
            reason,
        }))
    }

    /// Moves a record out of quarantine to where it was, now that the caller can read it.
    ///
    /// # Errors
    /// Something else stands there, it is gone from quarantine, or the backend failed.
    pub fn release(
        &self,
        quarantined: &Quarantined,
    ) -> impl Future<Output = Result<Record, Refused>> + use<> {
        let released = Operation::Release(quarantined.clone());
        record(self.0.perform(released))
    }
}

impl Inner {
    pub(crate) fn say(&self, event: &Event) {
        let subscribers = self.subscribers.borrow().clone();
        for subscriber in subscribers {
            if let Some(heard) = subscriber.upgrade() {
                heard(event);
            }
        }
    }

    /// The channel to the other tabs, where they can have the same records.
    fn channel(&self) -> Option<Rc<dyn crate::backend::Channel>> {
        let device = self.options.persistence == Persistence::Device;
        self.backends.channel.clone().filter(|_| device)
    }

    pub(crate) fn post(&self) {
        if let Some(channel) = self.channel() {
            channel.post();
        }
    }

    pub(crate) fn state(&self) -> Ref<'_, State> {
        self.state.borrow()
    }

    pub(crate) fn state_mut(&self) -> RefMut<'_, State> {
        self.state.borrow_mut()
    }

    /// Deletes `keys`, or everything. A deletion that has timed out goes on in the background,
    /// and whether it happens is found in the undo.
    async fn delete(self: &Rc<Self>, keys: Option<Vec<RecordKey>>) -> Result<Undo, NotDeleted> {
        let deletion = Deletion::default();
        let undo = Undo::of(deletion.clone());
        let unsaved = self.state().unsaved();
        let deleted = self.perform(Operation::Delete {
            keys,
            unsaved,
            deletion,
        });
        match deleted.await {
            Ok(_) => Ok(undo),
            Err(Refused::Trouble(trouble)) => Err(NotDeleted { trouble, undo }),
            Err(_) => {
                let trouble = Trouble::Failed;
                Err(NotDeleted { trouble, undo })
            }
        }
    }

    /// Takes out of memory, and out of what is pending, what a deletion deleted.
    pub(crate) fn forget(&self, number: u32, keys: Option<&[RecordKey]>) {
        let forgotten = self.state_mut().forget(number, keys);
        for key in &forgotten {
            self.clear_pending(key);
        }
    }

    /// Brings what became of a change into the state. What nobody waits for is said.
    pub(crate) fn committed(self: &Rc<Self>, commit: &Commit, found: Found) -> Found {
        let change = &commit.change;
        let answered = !matches!(found, Err(Refused::Trouble(_)));
        let found = self.state_mut().conclude(change, found);
        if answered {
            // Whatever stays unsaved is put there again when it fails.
            self.clear_pending(&change.record.key);
        } else if matches!(found, Err(Refused::Trouble(_))) {
            self.leave_pending();
        }
        match &found {
            Ok(_) => {
                self.post();
                if !commit.is_retried {
                    drop(self.retry());
                }
            }
            Err(Refused::Trouble(_)) => (),
            Err(refused) if commit.is_retried => self.say(&Event::Refused {
                unsaved: change.record.clone(),
                refused: refused.clone(),
            }),
            Err(_) => (),
        }
        found
    }

    /// Puts what is not saved into the mirror, where the next opening finds it.
    pub(crate) fn leave_pending(&self) {
        let mirror = self.mirror();
        for (record, unsaved) in self.state().pending() {
            unsaved.copied.set(true);
            if let Some(mirror) = &mirror {
                let row = Row {
                    record: record.clone(),
                    deleted: false,
                    epoch: unsaved.epoch,
                };
                let name = pending_name(&self.backends.tab, &row.record.key);
                // Where there is no room either, memory has it.
                let _ = mirror.put(&name, &row.encode());
            }
        }
    }

    fn clear_pending(&self, key: &RecordKey) {
        if let Some(mirror) = self.mirror() {
            let _ = mirror.remove(&pending_name(&self.backends.tab, key));
        }
    }

    /// Tries again what could not be saved. The answers need not be waited for.
    pub(crate) fn retry(self: &Rc<Self>) -> Vec<LocalBoxFuture<Found>> {
        let waiting = self.state_mut().waiting();
        let retry = |change| {
            self.perform(Operation::Commit(Commit {
                change,
                durability: Durability::Relaxed,
                is_retried: true,
            }))
        };
        waiting.into_iter().map(retry).collect()
    }
}

/// The record that an operation was about.
async fn record(found: LocalBoxFuture<Found>) -> Result<Record, Refused> {
    match found.await? {
        Finding::Record(record) => Ok(record),
        _ => Err(Refused::Trouble(Trouble::Failed)),
    }
}
