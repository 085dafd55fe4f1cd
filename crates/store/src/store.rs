//! The store itself: what a tab knows, and the transactions that change it.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::future::ready;
use std::rc::Rc;

use futures_channel::oneshot;
use futures_util::future::{Either, select};

use crate::backend::{Backends, Database, Durability, LocalBoxFuture, Mode, Rows, Scope, Write};
use crate::claims::Held;
use crate::decide::{self, Change, Deleted, Found, Outcome, Plan, Quarantined, Undo, Writer};
use crate::key::{META, Name, pending_name};
use crate::row::Row;
use crate::stand_in::{MemoryDatabase, MirrorDatabase, apply};
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
    records: BTreeMap<RecordKey, Record>,
    unsaved: BTreeSet<RecordKey>,
}

impl Snapshot {
    /// The record with this key.
    pub fn get(&self, key: &RecordKey) -> Option<&Record> {
        self.records.get(key)
    }

    /// Every record, by key; damaged ones are under [`Store::quarantined`].
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }

    /// Every record of a kind, by id.
    pub fn of_kind<'a>(&'a self, kind: &'a str) -> impl Iterator<Item = &'a Record> {
        self.records()
            .filter(move |record| record.key.kind() == kind)
    }

    /// Whether this record has a change that is not confirmed as saved.
    pub fn is_unsaved(&self, key: &RecordKey) -> bool {
        self.unsaved.contains(key)
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
    options: Options,
    numbers: Cell<u32>,
    pub(crate) state: RefCell<State>,
}

pub(crate) struct State {
    truth: Rc<dyn Database>,
    standing: Standing,
    trouble: Option<Trouble>,
    epoch: Option<u64>,
    entries: BTreeMap<RecordKey, Entry>,
    /// Marks of deletion, for records of which there is one of a kind and which begin anew.
    marks: BTreeMap<RecordKey, Revision>,
    unreadable: Rows,
    /// Under which name this tab changes a record, and its last change under that name.
    branches: BTreeMap<RecordKey, (Rc<str>, u32)>,
    /// What this tab ever saw in the truth, or deleted.
    seen: BTreeSet<RecordKey>,
    pub(crate) claims: BTreeMap<RecordKey, Held>,
    /// Records whose lock this tab has given up: the browser may be slower.
    pub(crate) released: BTreeSet<RecordKey>,
    pub(crate) suspended: bool,
    subscribers: Vec<std::rc::Weak<Subscriber>>,
    reading: bool,
    read_again: bool,
}

#[derive(Clone)]
struct Entry {
    record: Record,
    /// Whether the truth ever had it, in some version.
    known: bool,
    unsaved: Option<Unsaved>,
}

#[derive(Clone)]
struct Unsaved {
    /// The number of the last change.
    number: u32,
    epoch: Option<u64>,
    /// Whether it waits for another try.
    stuck: bool,
    /// As in [`Change`].
    copied: Rc<Cell<bool>>,
}

enum Begun {
    Unchanged(Revision),
    Change(Change),
}

impl Store {
    /// Opens the records of this device. Reads only: nothing is written unless the mirror has
    /// something that the database lacks. Always gives a store; where the truth is, and what
    /// went wrong, is in [`Self::standing`] and [`Self::trouble`].
    pub async fn open(backends: Backends, options: Options) -> Self {
        let memory = Rc::new(MemoryDatabase::default());
        let store = Self(Rc::new(Inner {
            backends,
            options,
            numbers: Cell::new(0),
            state: RefCell::new(State {
                truth: memory,
                standing: Standing::Memory,
                trouble: None,
                epoch: None,
                entries: BTreeMap::new(),
                marks: BTreeMap::new(),
                unreadable: Rows::new(),
                branches: BTreeMap::new(),
                seen: BTreeSet::new(),
                claims: BTreeMap::new(),
                released: BTreeSet::new(),
                suspended: false,
                subscribers: Vec::new(),
                reading: false,
                read_again: false,
            }),
        }));
        store.0.settle().await;
        let follows = options.persistence == Persistence::Device;
        if let Some(channel) = store.0.backends.channel.clone().filter(|_| follows) {
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
        self.0.state.borrow().standing
    }

    /// What went wrong last, until something goes well again.
    pub fn trouble(&self) -> Option<Trouble> {
        self.0.state.borrow().trouble
    }

    /// What this tab knows: the truth as last read, and its own changes on top.
    pub fn snapshot(&self) -> Snapshot {
        let state = self.0.state.borrow();
        let entries = || state.entries.iter().filter(|(key, _)| !key.is_quarantine());
        Snapshot {
            records: entries()
                .map(|(key, entry)| (key.clone(), entry.record.clone()))
                .collect(),
            unsaved: entries()
                .filter(|(_, entry)| entry.unsaved.is_some())
                .map(|(key, _)| key.clone())
                .collect(),
        }
    }

    /// Calls `heard` whenever something happens without this tab's doing, until the
    /// subscription is dropped. The store may be used inside.
    pub fn subscribe(&self, heard: impl Fn(&Event) + 'static) -> Subscription {
        let subscriber: Rc<Subscriber> = Rc::new(Rc::new(heard));
        let mut state = self.0.state.borrow_mut();
        state.subscribers.retain(|one| one.strong_count() > 0);
        state.subscribers.push(Rc::downgrade(&subscriber));
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
    ) -> LocalBoxFuture<Result<Revision, Refused>> {
        let change = match self.0.begin(key, body, expected) {
            Ok(Begun::Change(change)) => change,
            Ok(Begun::Unchanged(revision)) => return Box::pin(ready(Ok(revision))),
            Err(refused) => return Box::pin(ready(Err(refused))),
        };
        let sent = self.0.send(change.clone(), durability);
        let (say, heard) = oneshot::channel();
        let inner = self.0.clone();
        (self.0.backends.spawn)(Box::pin(async move {
            let result = inner.conclude(&change, sent.await);
            let saved = result.is_ok();
            let _ = say.send(result);
            if saved {
                inner.post();
                inner.retry().await;
            }
        }));
        Box::pin(async move {
            let failed = Err(Refused::Trouble(Trouble::Failed));
            heard.await.unwrap_or(failed)
        })
    }

    /// Reads the truth anew: at every opening of a screen, on `pageshow` and
    /// `visibilitychange`. Tries again what could not be saved, and where there was no database,
    /// whether there is one now.
    ///
    /// # Errors
    /// When the truth cannot be read; the snapshot stays as it was.
    pub async fn refresh(&self) -> Result<(), Trouble> {
        let read = self.0.read().await;
        self.0.retry().await;
        read
    }

    /// Deletes these records, whatever has become of them meanwhile, in one transaction.
    ///
    /// # Errors
    /// When the backend failed; then nothing is deleted, or with [`Trouble::TimedOut`] perhaps
    /// later.
    pub async fn delete(&self, keys: &[RecordKey]) -> Result<Undo, NotDeleted> {
        let (writer, unsaved) = (self.0.writer(), self.0.unsaved());
        let number = writer.change;
        let (asked, names) = (keys.to_vec(), with_meta(keys));
        let decide = move |rows: &Rows, _: &Rows, in_database| {
            let writer = Writer {
                in_database,
                ..writer
            };
            decide::delete(rows, &writer, &asked, &unsaved)
        };
        let keys = keys.to_vec();
        let forgets = Box::new(move |key: &RecordKey| keys.contains(key));
        self.deleting(Scope::Names(names), decide, number, forgets)
            .await
    }

    /// Deletes everything under our prefix and in our form, also what this tab did not know.
    ///
    /// # Errors
    /// As [`Self::delete`].
    pub async fn delete_all(&self) -> Result<Undo, NotDeleted> {
        let (writer, unsaved) = (self.0.writer(), self.0.unsaved());
        let number = writer.change;
        let decide = move |rows: &Rows, mirror: &Rows, in_database| {
            let writer = Writer {
                in_database,
                ..writer
            };
            decide::delete_all(rows, mirror, &writer, &unsaved)
        };
        self.deleting(Scope::All, decide, number, Box::new(|_| true))
            .await
    }

    /// Runs a deletion. One that has timed out is followed in the background.
    async fn deleting(
        &self,
        scope: Scope,
        decide: impl FnOnce(&Rows, &Rows, bool) -> Plan<Deleted> + 'static,
        number: u32,
        forgets: Box<dyn Fn(&RecordKey) -> bool>,
    ) -> Result<Undo, NotDeleted> {
        let deletion = Rc::new(RefCell::new(Deleted::new()));
        let undo = Undo::of(deletion.clone());
        let mode = Mode::Write(Durability::Strict);
        let done = self.0.start_unlimited(self.0.truth(), scope, mode, decide);
        let store = self.clone();
        let done: LocalBoxFuture<Result<(), Trouble>> = Box::pin(async move {
            *deletion.borrow_mut() = done.await?;
            store.0.forget(number, forgets);
            store.after_writing().await;
            Ok(())
        });
        let sleep = self.0.backends.clock.sleep(self.0.options.time_limit);
        let trouble = match select(done, sleep).await {
            Either::Left((Ok(()), _)) => return Ok(undo),
            Either::Left((Err(trouble), _)) => trouble,
            Either::Right((_, done)) => {
                // Whether it happens is found in the undo.
                (self.0.backends.spawn)(Box::pin(async move {
                    let _ = done.await;
                }));
                Trouble::TimedOut
            }
        };
        Err(NotDeleted { trouble, undo })
    }

    /// Puts back everything that was deleted, except where something newer stands.
    ///
    /// # Errors
    /// When the backend failed; then nothing came back, and `undo` can be tried again.
    pub async fn undo(&self, undo: &Undo) -> Result<Undone, Trouble> {
        let (writer, deleted) = (self.0.writer(), undo.deleted());
        let names = deleted.keys().cloned().chain([META.to_owned()]).collect();
        let decide = move |rows: &Rows, _: &Rows, in_database| {
            let writer = Writer {
                in_database,
                ..writer
            };
            decide::undo(rows, &writer, deleted)
        };
        let (names, newer) = self.0.write(Scope::Names(names), decide).await?;
        self.after_writing().await;
        let restored = names.iter().filter_map(|name| RecordKey::parse(name));
        Ok(Undone {
            restored: restored.collect(),
            newer,
        })
    }

    /// Writes a record from a backup, with its moment of change. `over` is the version here
    /// that the reader agreed to replace; `None` where none is here, or it was deleted.
    ///
    /// # Errors
    /// Another version stands there than the plan said, or the backend failed.
    pub async fn restore(
        &self,
        incoming: Incoming,
        over: Option<&Revision>,
    ) -> Result<Revision, Refused> {
        let (writer, over) = (self.0.writer(), over.cloned());
        let names = with_meta(std::slice::from_ref(&incoming.key));
        let decide = move |rows: &Rows, _: &Rows, in_database| {
            let writer = Writer {
                in_database,
                ..writer
            };
            decide::restore(rows, &writer, incoming, over.as_ref())
        };
        let found = self.0.write(Scope::Names(names), decide).await;
        self.after_writing().await;
        match found.map_err(Refused::Trouble)? {
            Outcome::Saved(record) => Ok(record.revision),
            outcome => Err(refusal(outcome)),
        }
    }

    /// Damaged records, each to be looked into again at every opening and offered as a file.
    pub fn quarantined(&self) -> Vec<Quarantined> {
        let state = self.0.state.borrow();
        let entries = state.entries.iter().filter(|(key, _)| key.is_quarantine());
        entries
            .filter_map(|(_, entry)| Quarantined::read(&entry.record))
            .collect()
    }

    /// Rows under names of ours that are no records: damaged, or written by a later app. By
    /// name, as they stand. They are never written over, and deleted only by name or with all.
    pub fn unreadable(&self) -> Rows {
        self.0.state.borrow().unreadable.clone()
    }

    /// Moves a record out of the way that the caller cannot read, if it is still the version
    /// that the caller looked at. `reason` is a word of the caller, of lowercase letters and
    /// hyphens.
    ///
    /// # Errors
    /// It has changed or was deleted meanwhile, or the backend failed.
    pub async fn quarantine(&self, record: &Record, reason: &str) -> Result<RecordKey, Refused> {
        let (writer, record) = (self.0.writer(), record.clone());
        let is_word = |c: char| c.is_ascii_lowercase() || c == '-';
        let reason: String = reason.chars().filter(|c| is_word(*c)).collect();
        let reason = if reason.is_empty() {
            "damaged".to_owned()
        } else {
            reason
        };
        let place = RecordKey::in_quarantine(&format!("{}-{}", writer.tab, writer.change));
        let names = with_meta(&[record.key.clone(), place]);
        let decide = move |rows: &Rows, _: &Rows, in_database| {
            let writer = Writer {
                in_database,
                ..writer
            };
            decide::quarantine(rows, &writer, &record, &reason)
        };
        let moved = self.0.write(Scope::Names(names), decide).await;
        self.after_writing().await;
        moved.map_err(Refused::Trouble)?.map_err(refusal)
    }

    /// Moves a record out of quarantine to where it was, now that the caller can read it.
    ///
    /// # Errors
    /// Something else stands there, it is gone from quarantine, or the backend failed.
    pub async fn release(&self, quarantined: &Quarantined) -> Result<Record, Refused> {
        let (writer, quarantined) = (self.0.writer(), quarantined.clone());
        let names = with_meta(&[quarantined.key.clone(), quarantined.original.clone()]);
        let decide = move |rows: &Rows, _: &Rows, in_database| {
            let writer = Writer {
                in_database,
                ..writer
            };
            decide::release(rows, &writer, &quarantined)
        };
        let moved = self.0.write(Scope::Names(names), decide).await;
        self.after_writing().await;
        moved.map_err(Refused::Trouble)?.map_err(refusal)
    }

    async fn after_writing(&self) {
        self.0.post();
        // What was written stands, whether or not it can be read back now.
        let _ = self.0.read().await;
    }
}

fn with_meta(keys: &[RecordKey]) -> Vec<String> {
    let names = keys.iter().map(RecordKey::to_string);
    names.chain([META.to_owned()]).collect()
}

fn refusal(outcome: Outcome) -> Refused {
    match outcome {
        Outcome::Changed(record) => Refused::Changed(record),
        Outcome::Deleted => Refused::Deleted,
        Outcome::Unreadable | Outcome::Saved(_) => Refused::ReadOnly,
    }
}

impl Inner {
    pub(crate) fn next_number(&self) -> u32 {
        self.numbers.set(self.numbers.get() + 1);
        self.numbers.get()
    }

    fn writer(&self) -> Writer {
        let state = self.state.borrow();
        Writer {
            tab: self.backends.tab.clone(),
            change: self.next_number(),
            now: self.moment(&state),
            in_database: state.standing == Standing::Database,
        }
    }

    /// Now, and later than everything that this tab knows, with the clock set back too.
    fn moment(&self, state: &State) -> i64 {
        let known = state.entries.values().map(|entry| entry.record.changed_at);
        let last = known.max().map_or(i64::MIN, |last| last.saturating_add(1));
        self.backends.clock.now().max(last)
    }

    fn unsaved(&self) -> Vec<Record> {
        let state = self.state.borrow();
        let entries = state.entries.values();
        let unsaved = entries.filter(|entry| entry.unsaved.is_some());
        unsaved.map(|entry| entry.record.clone()).collect()
    }

    pub(crate) fn say(&self, event: &Event) {
        let subscribers = self.state.borrow().subscribers.clone();
        for subscriber in subscribers {
            if let Some(heard) = subscriber.upgrade() {
                heard(event);
            }
        }
    }

    fn post(&self) {
        let device = self.options.persistence == Persistence::Device;
        if let Some(channel) = self.backends.channel.as_ref().filter(|_| device) {
            channel.post();
        }
    }

    /// The mirror, where it is a copy and not the truth.
    fn copy(&self, standing: Standing) -> Option<Rc<dyn crate::backend::Mirror>> {
        let mirror = self.backends.mirror.clone();
        mirror.filter(|_| standing == Standing::Database)
    }

    /// Starts a transaction at once, and waits for it as long as `limit` says. Its decision sees
    /// the rows, the mirror, and whether the truth is a database.
    fn start<T: 'static>(
        &self,
        truth: (Rc<dyn Database>, Standing),
        (scope, mode, limit): (Scope, Mode, u32),
        decide: impl FnOnce(&Rows, &Rows, bool) -> Plan<T> + 'static,
    ) -> LocalBoxFuture<Result<T, Trouble>> {
        let done = self.start_unlimited(truth, scope, mode, decide);
        let sleep = self.backends.clock.sleep(limit);
        Box::pin(async move {
            match select(done, sleep).await {
                Either::Left((result, _)) => result,
                Either::Right(_) => Err(Trouble::TimedOut),
            }
        })
    }

    fn start_unlimited<T: 'static>(
        &self,
        (truth, standing): (Rc<dyn Database>, Standing),
        scope: Scope,
        mode: Mode,
        decide: impl FnOnce(&Rows, &Rows, bool) -> Plan<T> + 'static,
    ) -> LocalBoxFuture<Result<T, Trouble>> {
        let found = Rc::new(RefCell::new(None));
        let replaced = Rc::new(RefCell::new(Vec::new()));
        let copy = self.copy(standing);
        let (slot, before, mirror) = (found.clone(), replaced.clone(), copy.clone());
        let done = truth.transact(
            scope,
            mode,
            Box::new(move |rows| {
                let rows_of_mirror = mirror.as_ref().and_then(|mirror| mirror.read_all().ok());
                let rows_of_mirror = rows_of_mirror.unwrap_or_default();
                let in_database = standing == Standing::Database;
                let plan = decide(rows, &rows_of_mirror, in_database);
                if let Some(mirror) = mirror {
                    // Inside the transaction, so that the copies change in its order.
                    let copies = plan.writes.iter().filter_map(copied);
                    let copies = copies.filter(|write| !loses(&rows_of_mirror, write));
                    for write in copies.chain(plan.mirror) {
                        let there = rows_of_mirror.get(write.name()).cloned();
                        before.borrow_mut().push((write.clone(), there));
                        // A copy that fails costs nothing: the truth has the record.
                        let _ = apply(&*mirror, &write);
                    }
                }
                *slot.borrow_mut() = Some(plan.found);
                plan.writes
            }),
        );
        Box::pin(async move {
            let Err(trouble) = done.await else {
                let found = found.borrow_mut().take();
                return found.ok_or(Trouble::Failed);
            };
            if let Some(mirror) = copy {
                // Nothing was written, so the copies are as they were.
                let now = mirror.read_all().unwrap_or_default();
                for (write, before) in replaced.take().into_iter().rev() {
                    let written = match &write {
                        Write::Put(_, text) => Some(text),
                        Write::Remove(_) => None,
                    };
                    if now.get(write.name()) == written {
                        let _ = match before {
                            Some(text) => mirror.put(write.name(), &text),
                            None => mirror.remove(write.name()),
                        };
                    }
                }
            }
            Err(trouble)
        })
    }

    fn truth(&self) -> (Rc<dyn Database>, Standing) {
        let state = self.state.borrow();
        (state.truth.clone(), state.standing)
    }

    fn write<T: 'static>(
        &self,
        scope: Scope,
        decide: impl FnOnce(&Rows, &Rows, bool) -> Plan<T> + 'static,
    ) -> LocalBoxFuture<Result<T, Trouble>> {
        let mode = Mode::Write(Durability::Strict);
        self.start(self.truth(), (scope, mode, self.options.time_limit), decide)
    }

    fn begin(
        &self,
        key: &RecordKey,
        body: &str,
        expected: Option<&Revision>,
    ) -> Result<Begun, Refused> {
        if !self.may_write(key) || key.is_quarantine() {
            return Err(Refused::ReadOnly);
        }
        let mut state = self.state.borrow_mut();
        if state.unreadable.contains_key(key.as_str()) {
            return Err(Refused::ReadOnly);
        }
        let before = state.entries.get(key).cloned();
        match (&before, expected) {
            (Some(entry), expected) if Some(&entry.record.revision) != expected => {
                return Err(Refused::Changed(entry.record.clone()));
            }
            (None, Some(_)) => return Err(Refused::Deleted),
            (None, None) if key.id().is_some() && state.seen.contains(key) => {
                return Err(Refused::Deleted);
            }
            _ => (),
        }
        if let Some(entry) = &before
            && entry.unsaved.is_none()
            && *entry.record.body == *body
        {
            return Ok(Begun::Unchanged(entry.record.revision.clone()));
        }
        let number = self.next_number();
        let base = expected.or_else(|| state.marks.get(key));
        let revision = self.revision(&state, key, base, number);
        let record = Record {
            key: key.clone(),
            revision: revision.0.clone(),
            changed_at: self.moment(&state),
            body: body.into(),
        };
        let known = before.as_ref().is_some_and(|entry| entry.known);
        let earlier = before.and_then(|entry| entry.unsaved);
        let again = earlier.is_some();
        let copied = earlier.as_ref().map(|earlier| earlier.copied.clone());
        let copied = copied.unwrap_or_default();
        let epoch = earlier.map_or(state.epoch, |earlier| earlier.epoch);
        let unsaved = Some(Unsaved {
            number,
            epoch,
            stuck: false,
            copied: copied.clone(),
        });
        let entry = Entry {
            record: record.clone(),
            known,
            unsaved,
        };
        state.entries.insert(key.clone(), entry);
        state.branches.insert(key.clone(), (revision.1, number));
        Ok(Begun::Change(Change {
            record,
            known,
            again,
            copied,
            epoch,
        }))
    }

    /// The version after `base`, and the name under which this tab made it. A version says that
    /// it contains every earlier change under the same name; where `base` does not contain this
    /// tab's last one, as that was refused, the tab goes on under another name.
    fn revision(
        &self,
        state: &State,
        key: &RecordKey,
        base: Option<&Revision>,
        number: u32,
    ) -> (Revision, Rc<str>) {
        let name = match state.branches.get(key) {
            None => self.backends.tab.clone(),
            Some((name, last)) if base.is_some_and(|base| base.last_of(name) == *last) => {
                name.clone()
            }
            Some(_) => format!("{}-{number}", self.backends.tab).into(),
        };
        (Revision::next(base, &name, number), name)
    }

    fn send(
        &self,
        change: Change,
        durability: Durability,
    ) -> LocalBoxFuture<Result<Outcome, Trouble>> {
        let names = with_meta(std::slice::from_ref(&change.record.key));
        let (tab, now) = (self.backends.tab.clone(), change.record.changed_at);
        let decide = move |rows: &Rows, _: &Rows, in_database| {
            let writer = Writer {
                tab,
                change: 0,
                now,
                in_database,
            };
            decide::commit(rows, &writer, change)
        };
        let mode = Mode::Write(durability);
        let limit = self.options.time_limit;
        self.start(self.truth(), (Scope::Names(names), mode, limit), decide)
    }

    /// Brings what became of a change into the state.
    fn conclude(
        &self,
        change: &Change,
        result: Result<Outcome, Trouble>,
    ) -> Result<Revision, Refused> {
        let mut state = self.state.borrow_mut();
        let key = &change.record.key;
        let entry = state.entries.get(key).cloned();
        let of_change = |entry: &Entry| {
            entry.unsaved.is_some() && entry.record.revision.contains(&change.record.revision)
        };
        let concerned = entry.as_ref().is_some_and(of_change);
        let trouble = match result {
            Ok(outcome) => {
                state.trouble = None;
                state.seen.insert(key.clone());
                if let Some(mirror) = self.copy(state.standing) {
                    // Whatever stays unsaved is put there again when it fails.
                    let _ = mirror.remove(&pending_name(&self.backends.tab, key));
                }
                let Some(entry) = state.entries.get_mut(key).filter(|_| concerned) else {
                    return match outcome {
                        Outcome::Saved(record) => Ok(record.revision),
                        outcome => Err(refusal(outcome)),
                    };
                };
                entry.known = true;
                return match outcome {
                    Outcome::Saved(record) => {
                        if entry.record.revision == change.record.revision {
                            entry.unsaved = None;
                            entry.record = record.clone();
                        }
                        Ok(record.revision)
                    }
                    Outcome::Changed(there) => {
                        entry.unsaved = None;
                        entry.record = there.clone();
                        Err(Refused::Changed(there))
                    }
                    outcome => {
                        state.entries.remove(key);
                        Err(refusal(outcome))
                    }
                };
            }
            Err(trouble) => trouble,
        };
        state.trouble = Some(trouble);
        match entry {
            // A later change contains this one.
            Some(_) if concerned => (),
            Some(entry) if entry.record.revision.contains(&change.record.revision) => {
                return Ok(change.record.revision.clone());
            }
            Some(entry) if !change.record.revision.contains(&entry.record.revision) => {
                return Err(Refused::Changed(entry.record));
            }
            None if change.known || state.seen.contains(key) => return Err(Refused::Deleted),
            before => {
                let unsaved = Some(Unsaved {
                    number: self.numbers.get(),
                    epoch: change.epoch,
                    stuck: true,
                    copied: change.copied.clone(),
                });
                let entry = Entry {
                    record: change.record.clone(),
                    known: before.is_some(),
                    unsaved,
                };
                state.entries.insert(key.clone(), entry);
            }
        }
        if let Some(entry) = state.entries.get_mut(key)
            && entry.record.revision == change.record.revision
            && let Some(unsaved) = &mut entry.unsaved
        {
            unsaved.stuck = true;
        }
        drop(state);
        self.leave_pending();
        Err(Refused::Trouble(trouble))
    }

    /// Puts what is not saved into the mirror, where the next opening finds it.
    pub(crate) fn leave_pending(&self) {
        let state = self.state.borrow();
        let mirror = self.copy(state.standing);
        for (key, entry) in &state.entries {
            let unsaved = entry.unsaved.as_ref();
            unsaved.inspect(|unsaved| unsaved.copied.set(true));
            if let (Some(unsaved), Some(mirror)) = (unsaved, &mirror) {
                let row = Row {
                    record: entry.record.clone(),
                    deleted: false,
                    epoch: unsaved.epoch,
                };
                // Where there is no room either, memory has it.
                let _ = mirror.put(&pending_name(&self.backends.tab, key), &row.encode());
            }
        }
    }

    /// What waits for another try, which begins now.
    fn waiting(&self) -> Vec<Change> {
        let mut waiting = Vec::new();
        let mut state = self.state.borrow_mut();
        if state.suspended {
            return waiting;
        }
        for entry in state.entries.values_mut() {
            if let Some(unsaved) = entry.unsaved.as_mut().filter(|unsaved| unsaved.stuck) {
                unsaved.stuck = false;
                unsaved.number = self.next_number();
                waiting.push(Change {
                    record: entry.record.clone(),
                    known: entry.known,
                    again: true,
                    copied: unsaved.copied.clone(),
                    epoch: unsaved.epoch,
                });
            }
        }
        waiting
    }

    /// Tries again what could not be saved, one by one.
    pub(crate) async fn retry(&self) {
        let waiting = self.waiting();
        let sent: Vec<_> = waiting
            .into_iter()
            .map(|change| (change.clone(), self.send(change, Durability::Relaxed)))
            .collect();
        let mut saved = false;
        for (change, sent) in sent {
            match self.conclude(&change, sent.await) {
                Ok(_) => saved = true,
                Err(Refused::Trouble(_)) => (),
                Err(refused) => self.say(&Event::Refused {
                    unsaved: change.record,
                    refused,
                }),
            }
        }
        if saved {
            self.post();
        }
    }

    /// Takes out of memory what a deletion with this number deleted.
    fn forget(&self, number: u32, deleted: impl Fn(&RecordKey) -> bool) {
        let mut state = self.state.borrow_mut();
        let state = &mut *state;
        let copy = self.copy(state.standing);
        let later = |entry: &Entry| {
            let unsaved = entry.unsaved.as_ref();
            unsaved.is_some_and(|unsaved| unsaved.number > number)
        };
        state.entries.retain(|key, entry| {
            let stays = !deleted(key) || later(entry);
            if !stays {
                state.seen.insert(key.clone());
                if let Some(mirror) = &copy {
                    let _ = mirror.remove(&pending_name(&self.backends.tab, key));
                }
            }
            stays
        });
    }

    /// Reads the truth, and finds a better one if there is one now.
    async fn read(self: &Rc<Self>) -> Result<(), Trouble> {
        let (truth, standing) = self.truth();
        let device = self.options.persistence == Persistence::Device;
        if device && standing != Standing::Database && self.backends.database.is_some() {
            self.settle().await;
            return self.state.borrow().trouble.map_or(Ok(()), Err);
        }
        let number = self.next_number();
        let limit = self.options.time_limit;
        let ask = (Scope::All, Mode::Read, limit);
        let read = self.start((truth, standing), ask, |rows, _, _| {
            Plan::nothing(rows.clone())
        });
        match read.await {
            Ok(rows) => {
                self.take(&rows, number);
                Ok(())
            }
            Err(trouble) => {
                self.state.borrow_mut().trouble = Some(trouble);
                Err(trouble)
            }
        }
    }

    /// Follows a notice of another tab. Notices during a reading are one more reading.
    fn follow(self: &Rc<Self>) {
        let mut state = self.state.borrow_mut();
        if state.suspended {
            return;
        }
        if state.reading {
            state.read_again = true;
            return;
        }
        state.reading = true;
        drop(state);
        let inner = self.clone();
        (self.backends.spawn)(Box::pin(async move {
            loop {
                // The next notice or refresh tries again.
                let _ = inner.read().await;
                let mut state = inner.state.borrow_mut();
                if !std::mem::take(&mut state.read_again) {
                    state.reading = false;
                    break;
                }
            }
        }));
    }

    /// Finds out where the truth is, and takes in what only the mirror has.
    async fn settle(self: &Rc<Self>) {
        let number = self.next_number();
        let (mirror, database) = (self.backends.mirror.clone(), self.backends.database.clone());
        let (session, persistence) = (self.backends.session.clone(), self.options.persistence);
        let mut candidates: Vec<(Rc<dyn Database>, Standing)> = Vec::new();
        match persistence {
            Persistence::Device => {
                candidates.extend(database.map(|database| (database, Standing::Database)));
                let mirror =
                    mirror.map(|mirror| Rc::new(MirrorDatabase(mirror)) as Rc<dyn Database>);
                candidates.extend(mirror.map(|mirror| (mirror, Standing::Mirror)));
            }
            Persistence::Session => {
                let session = session.map(|one| Rc::new(MirrorDatabase(one)) as Rc<dyn Database>);
                candidates.extend(session.map(|session| (session, Standing::Session)));
            }
            Persistence::None => (),
        }
        let mut first = None;
        if candidates.is_empty() && persistence != Persistence::None {
            first = Some(Trouble::Denied);
        }
        for candidate in candidates {
            match self.merge_all(&candidate).await {
                Ok(rows) => {
                    let mut state = self.state.borrow_mut();
                    (state.truth, state.standing) = candidate;
                    state.trouble = first;
                    drop(state);
                    self.take(&rows, number);
                    return;
                }
                Err(trouble) => first = first.or(Some(trouble)),
            }
        }
        self.state.borrow_mut().trouble = first;
    }

    /// Merges until the mirror has nothing more: this tab may have gone on writing there.
    async fn merge_all(&self, from: &(Rc<dyn Database>, Standing)) -> Result<Rows, Trouble> {
        loop {
            let rows = self.merge(from.clone()).await?;
            let Some(mirror) = self.copy(from.1) else {
                return Ok(rows);
            };
            let writer = self.writer();
            let writer = Writer {
                in_database: true,
                ..writer
            };
            // A mirror that cannot be read has nothing to say.
            let mirror = mirror.read_all().unwrap_or_default();
            if decide::merge(&rows, &mirror, &writer).writes.is_empty() {
                return Ok(rows);
            }
        }
    }

    async fn merge(&self, from: (Rc<dyn Database>, Standing)) -> Result<Rows, Trouble> {
        let tab = self.backends.tab.clone();
        let (change, now) = (self.next_number(), self.backends.clock.now());
        let plan = move |rows: &Rows, mirror: &Rows, in_database: bool| {
            let writer = Writer {
                tab,
                change,
                now,
                in_database,
            };
            decide::merge(rows, if in_database { mirror } else { rows }, &writer)
        };
        let (look, merge) = (plan.clone(), plan);
        let limit = self.options.opening_limit;
        let ask = (Scope::All, Mode::Read, limit);
        let (settled, rows) = self
            .start(from.clone(), ask, |rows, mirror, in_database| {
                let plan = look(rows, mirror, in_database);
                let settled = plan.writes.is_empty() && plan.mirror.is_empty();
                Plan::nothing((settled, plan.found))
            })
            .await?;
        if settled {
            return Ok(rows);
        }
        let mode = Mode::Write(Durability::Relaxed);
        self.start(from, (Scope::All, mode, limit), merge).await
    }

    /// Makes the snapshot what was read, under what this tab has changed since `number`.
    fn take(&self, rows: &Rows, number: u32) {
        let mut state = self.state.borrow_mut();
        let state_now = &mut *state;
        let before = std::mem::take(&mut state_now.entries);
        state_now.marks.clear();
        state_now.unreadable.clear();
        state_now.epoch = decide::epoch(rows);
        if state_now.standing == Standing::Database {
            state_now.epoch = state_now.epoch.or(Some(0));
        }
        for (name, text) in rows {
            let Some(Name::Record(key)) = Name::parse(name) else {
                continue;
            };
            match decide::find(rows, &key) {
                Found::Absent => (),
                Found::Live(Row { record, .. }) => {
                    state_now.seen.insert(key.clone());
                    let (known, unsaved) = (true, None);
                    let entry = Entry {
                        record,
                        known,
                        unsaved,
                    };
                    state_now.entries.insert(key, entry);
                }
                Found::Deleted(row) => {
                    state_now.marks.insert(key, row.record.revision);
                }
                Found::Unreadable(_) => {
                    state_now.unreadable.insert(name.clone(), text.clone());
                }
            }
        }
        for (key, entry) in &before {
            let Some(unsaved) = &entry.unsaved else {
                continue;
            };
            let there = state_now.entries.get(key);
            let landed =
                there.is_some_and(|there| there.record.revision.contains(&entry.record.revision));
            // An earlier change that is not there was refused or has been deleted since;
            // its own answer says which.
            if !landed && (unsaved.stuck || unsaved.number > number) {
                let known = entry.known || there.is_some();
                let entry = Entry {
                    known,
                    ..entry.clone()
                };
                state_now.entries.insert(key.clone(), entry);
            }
        }
        let revision = |entries: &BTreeMap<RecordKey, Entry>, key: &RecordKey| {
            let entry = entries.get(key);
            entry.map(|entry| entry.record.revision.clone())
        };
        let after = &state_now.entries;
        let keys: BTreeSet<&RecordKey> = before.keys().chain(after.keys()).collect();
        let changed: Vec<RecordKey> = keys
            .into_iter()
            .filter(|key| revision(&before, key) != revision(after, key))
            .cloned()
            .collect();
        drop(state);
        if !changed.is_empty() {
            self.say(&Event::Changed(changed));
        }
    }
}

/// What a write of the truth means for its copy in the mirror.
fn copied(write: &Write) -> Option<Write> {
    let Name::Record(key) = Name::parse(write.name())? else {
        return None;
    };
    let live = match write {
        Write::Put(_, text) => Row::decode(&key, text).is_ok_and(|row| !row.deleted),
        Write::Remove(_) => false,
    };
    Some(match live {
        true => write.clone(),
        false => Write::Remove(key.to_string()),
    })
}

/// Whether this copy would take the place of a version that the truth does not have, as it
/// was written where there was no database. The next opening brings them together.
fn loses(mirror: &Rows, write: &Write) -> bool {
    let Write::Put(name, text) = write else {
        return false;
    };
    let revision = |text: &String| {
        let row = Row::decode(&RecordKey::parse(name)?, text).ok()?;
        Some(row.record.revision)
    };
    let (there, copy) = (mirror.get(name).and_then(revision), revision(text));
    matches!((there, copy), (Some(there), Some(copy)) if !copy.contains(&there))
}
