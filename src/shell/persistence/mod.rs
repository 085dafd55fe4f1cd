//! The one place through which everything is saved: the records of this device, with types.
//!
//! What is committed shows at once, and counts as saved when the store says that it is durable.
//! A change builds on the version that its screen has before it ([`Stored`]), so that nothing
//! newer is written over. What comes back from the store is a [`StoreMsg`].

mod joined;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod joined_tests;
mod kind;
mod preferences;
mod request;
mod restoration;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod set_aside_tests;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod stored_bytes_tests;
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
mod versions;

use embedding::Persist;
use kind::{RecordKind, Records};
use model::{Catalogue, Language, Status, ranked};
use platform::{Clock, Ports};
use records::{
    AgreementRecord, Attempt, BackupRecord, Document, InfluenceRecord, MAX_WAVE, StoredRecord,
    Unreadable, backup_of, wave_in,
};
use request::Request;
use restoration::{backup_record, says_the_same};
use std::rc::Rc;
use store::{
    Backends, Claim, Durability, Event, NotDeleted, Options, RecordKey, Refused, Revision,
    Standing, Store, Subscription, Trouble, Undo, Undone, Writing,
};
use yew::Callback;

pub(crate) use kind::{Stored, Version};
pub(crate) use restoration::{ConflictSubject, Restoration};
pub(crate) use versions::Versions;

/// Something that comes back from the store.
pub enum StoreMsg {
    /// The records have been opened.
    Opened(Store),
    /// Something happened without this page's doing.
    Heard(Event),
    /// A commit has come to its end.
    Committed(Commit),
    /// Records have been deleted, or not, and what can be taken back.
    Deleted(Deletion, Result<Undo, NotDeleted>),
    /// A deletion was taken back, or not.
    Undone(Undo, Result<Undone, Trouble>),
    /// A backup has been restored; how many of its records could not be.
    Restored(usize),
    /// Whether this page may change the attempt with this id.
    Claimed(String, Claim),
    /// The records have been read anew.
    Refreshed,
    /// The same, after the page has come back from being left for this many times.
    Resumed(u32),
}

/// What was to be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deletion {
    /// Everything on this device.
    Everything,
    /// One attempt, with what belongs to it alone, or a piece that cannot be opened here.
    Attempt,
    /// One agreement or influence.
    Joined,
}

/// What has become of one commit.
pub struct Commit {
    /// The record.
    pub key: RecordKey,
    /// What was to be saved.
    pub body: Rc<str>,
    /// Whether all that somebody has written in it was durable before.
    pub only_stamps: bool,
    /// Whether it is durable.
    pub result: Result<Revision, Refused>,
}

/// Why a record is only stored, and not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnreadableReason {
    /// It is not whole.
    Damaged,
    /// A newer version of the app wrote it.
    Newer,
    /// An earlier version of the app wrote it. What opens a backup brings it to today's schema,
    /// which the page itself does not.
    Older,
    /// Its questionnaire is not here.
    Waiting,
    /// Its questionnaire is here with another content under the same version, which does not score
    /// it.
    OtherContent,
    /// Another version of the same record stands in its place.
    Conflict,
}

/// A record that is stored as it was found, because it cannot be opened here.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct UnreadableRecord {
    /// Its name, from which a file is named.
    pub name: String,
    /// The name under which it lies, which is another one in quarantine.
    pub place: String,
    /// Why it is not opened.
    pub reason: UnreadableReason,
    /// What was found, byte for byte.
    pub text: String,
    /// The same as it goes into a backup, where it is whole.
    pub backup: Option<BackupRecord>,
}

/// The records of this device, as the page knows them.
pub(crate) struct Persistence {
    backends: Backends,
    options: Options,
    clock: Rc<dyn Clock>,
    send: Callback<StoreMsg>,
    /// `None` while the records are being opened.
    store: Option<Store>,
    _subscription: Option<Subscription>,
    catalogue: Catalogue,
    attempts: Records<Attempt>,
    agreements: Records<AgreementRecord>,
    influences: Records<InfluenceRecord>,
    language: Option<Language>,
    revision: u64,
    /// Whether a change is not durable yet.
    unsaved: bool,
    trouble: Option<Trouble>,
    /// Deletions that timed out and may still happen, with what can be taken back then.
    hanging_deletions: Vec<(Deletion, Undo)>,
    /// How often the page was left.
    suspensions: u32,
    suspended: bool,
    /// Whether the page is coming back: of two events that say so the second asks for nothing.
    resuming: bool,
}

impl Persistence {
    /// Begins to open the records of this device; [`StoreMsg::Opened`] follows. Nothing is
    /// written.
    pub fn open(
        ports: &Ports,
        persist: Persist,
        catalogue: &Catalogue,
        send: Callback<StoreMsg>,
    ) -> Self {
        let options = Options {
            persistence: match persist {
                Persist::Device => store::Persistence::Device,
                Persist::Session => store::Persistence::Session,
                Persist::None => store::Persistence::None,
            },
            ..Options::default()
        };
        let backends = ports.records.clone();
        let opening = {
            let (backends, send) = (backends.clone(), send.clone());
            async move { send.emit(StoreMsg::Opened(Store::open(backends, options).await)) }
        };
        (backends.spawn)(Box::pin(opening));
        Self {
            backends,
            options,
            clock: ports.clock.clone(),
            send,
            store: None,
            _subscription: None,
            catalogue: catalogue.clone(),
            attempts: Records::default(),
            agreements: Records::default(),
            influences: Records::default(),
            language: None,
            revision: 0,
            unsaved: false,
            trouble: None,
            hanging_deletions: Vec::new(),
            suspensions: 0,
            suspended: false,
            resuming: false,
        }
    }

    /// Whether the records are still being opened.
    pub fn is_loading(&self) -> bool {
        self.store.is_none()
    }

    /// Whether the copy that can be read at once holds records: then the first screen waits for
    /// the store rather than to change under the reader's hand.
    pub fn expects_records(&self) -> bool {
        let copy = match self.options.persistence {
            store::Persistence::Device => &self.backends.mirror,
            store::Persistence::Session => &self.backends.session,
            store::Persistence::None => &None,
        };
        let rows = copy.as_ref().and_then(|copy| copy.read_all().ok());
        rows.is_some_and(|rows| !rows.is_empty())
    }

    /// The records have been opened. Damaged ones, damaged rows and those of an earlier schema are
    /// moved to quarantine, and what lies there is looked into again.
    pub fn opened(&mut self, store: Store) {
        let send = self.send.clone();
        let heard = move |event: &Event| send.emit(StoreMsg::Heard(event.clone()));
        self._subscription = Some(store.subscribe(heard));
        self.store = Some(store);
        self.follow();
        let snapshot = self.snapshot();
        let preferences = preferences::key().and_then(|key| snapshot.get(&key).cloned());
        if let Some(record) = preferences
            && let Ok(language) = preferences::read(&record.body)
        {
            self.language = self.language.or(language);
        }
        self.look_into_quarantine();
    }

    fn look_into_quarantine(&self) {
        let Some(store) = &self.store else {
            return;
        };
        let mut set_apart = Vec::new();
        for (why, record) in self.unreadable_records(&store.snapshot()) {
            match why {
                Unreadable::Damaged => set_apart.push((record, DAMAGED)),
                // Its name becomes free for what its file is restored as.
                Unreadable::Older { .. } => set_apart.push((record, OLDER)),
                Unreadable::Newer { .. }
                | Unreadable::UnknownInstrument { .. }
                | Unreadable::OtherContent { .. } => {}
            }
        }
        // So does that of a damaged row, for what a backup or a file holds of it.
        for row in store.damaged_rows() {
            set_apart.push((row, DAMAGED));
        }
        let mut readable = store.quarantined();
        readable.retain(|one| one.reason != CONFLICT && self.can_read(&one.original, &one.body));
        if !set_apart.is_empty() || !readable.is_empty() {
            self.request(Request::LookIntoQuarantine {
                set_apart,
                readable,
            });
        }
    }

    /// The records that cannot be read here, and why.
    fn unreadable_records(&self, snapshot: &store::Snapshot) -> Vec<(Unreadable, store::Record)> {
        let mut unreadable = Vec::new();
        let mut add = |(why, record): (&Unreadable, &store::Record)| {
            unreadable.push((why.clone(), record.clone()));
        };
        self.attempts.unreadable().for_each(&mut add);
        self.agreements.unreadable().for_each(&mut add);
        self.influences.unreadable().for_each(&mut add);
        if let Some(record) = preferences::key().and_then(|key| snapshot.get(&key))
            && let Err(why) = preferences::read(&record.body)
        {
            add((&why, record));
        }
        unreadable
    }

    /// Whether this is the text of a record of this name.
    fn can_read(&self, key: &RecordKey, body: &str) -> bool {
        fn reads<K: RecordKind>(key: &RecordKey, body: &str, catalogue: &Catalogue) -> bool {
            K::read(body, catalogue).is_ok_and(|record| key.id() == Some(record.id()))
        }
        match key.kind() {
            Attempt::KIND => reads::<Attempt>(key, body, &self.catalogue),
            AgreementRecord::KIND => reads::<AgreementRecord>(key, body, &self.catalogue),
            InfluenceRecord::KIND => reads::<InfluenceRecord>(key, body, &self.catalogue),
            _ => false,
        }
    }

    /// Reads the records again with this catalogue, which has grown or speaks another language.
    pub fn use_catalogue(&mut self, catalogue: &Catalogue) {
        self.catalogue = catalogue.clone();
        self.attempts.read_again(&self.snapshot(), &self.catalogue);
        self.revision += 1;
        self.look_into_quarantine();
    }

    /// The id and version of each questionnaire that a stored attempt waits for.
    pub fn waits_for(&self) -> Vec<(String, String)> {
        let mut waiting = Vec::new();
        for (why, _) in self.attempts.unreadable() {
            if let Some((id, version)) = waits_for(why) {
                waiting.push((id.to_owned(), version.to_owned()));
            }
        }
        waiting
    }

    /// Takes over what the store knows now; whether that changes what is on screen.
    pub fn follow(&mut self) -> bool {
        let before = (self.revision, self.is_saved(), self.trouble());
        let snapshot = self.snapshot();
        let changed = [
            self.attempts.follow(&snapshot, &self.catalogue),
            self.agreements.follow(&snapshot, &self.catalogue),
            self.influences.follow(&snapshot, &self.catalogue),
        ];
        if changed.contains(&true) {
            self.revision += 1;
        }
        // Preferences, which have no id, say nothing about answers.
        let mut keys = snapshot.records().map(|record| &record.key);
        self.unsaved = keys.any(|key| key.id().is_some() && snapshot.is_unsaved(key));
        if !self.unsaved {
            self.trouble = None;
        }
        before != (self.revision, self.is_saved(), self.trouble())
    }

    /// Counts the changes: what was derived from an earlier revision may be another thing now.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The records may be shown differently now, though none has changed.
    pub fn touch(&mut self) {
        self.revision += 1;
    }

    /// Why nothing is stored on this device, or why the last commit failed.
    pub fn trouble(&self) -> Option<Trouble> {
        self.nowhere().or(self.trouble)
    }

    /// Why nothing can be stored, where something is to be.
    pub fn nowhere(&self) -> Option<Trouble> {
        let store = self.store.as_ref()?;
        let may_store = self.options.persistence != store::Persistence::None;
        let memory = may_store && store.standing() == Standing::Memory;
        memory.then(|| store.trouble().unwrap_or(Trouble::Denied))
    }

    /// Whether everything that was committed, but for preferences, is durable.
    pub fn is_saved(&self) -> bool {
        !self.unsaved && self.trouble().is_none()
    }

    /// A commit has come to its end; whether that changes what is on screen.
    pub fn committed(&mut self, commit: &Commit) -> bool {
        let before = self.trouble();
        self.trouble = match &commit.result {
            Err(Refused::Trouble(trouble)) => Some(*trouble),
            _ => None,
        };
        self.follow() || before != self.trouble()
    }

    /// All attempts, the latest first: a completed one by when it was completed, as it is dated, and
    /// one that is not finished by when it was begun.
    pub fn attempts(&self) -> Vec<Stored<Attempt>> {
        ranked(self.attempts.all().cloned(), |one, other| {
            let changed = || one.changed_at().cmp(&other.changed_at());
            let by_moment = one.session.moment().cmp(other.session.moment());
            let by_change = by_moment.then_with(changed);
            by_change.then_with(|| one.id().cmp(other.id())).is_gt()
        })
    }

    /// The reader's own attempt at this questionnaire, in any version, that is not finished and was
    /// changed last, whatever the clock said when it was begun.
    pub fn unfinished(&self, questionnaire: &str) -> Option<Stored<Attempt>> {
        let attempts = self.attempts().into_iter();
        attempts
            .filter(|one| {
                one.instrument.id() == questionnaire
                    && one.session.status() == Status::InProgress
                    && !one.session.form().is_about_another()
            })
            .max_by_key(Stored::changed_at)
    }

    /// The reader's own results of any version of the questionnaire of this attempt that were
    /// completed before it, the latest first. None where the attempt is not on this device.
    pub fn completed_before(&self, attempt: &Attempt) -> Vec<Stored<Attempt>> {
        let mut earlier = self.attempts();
        let place = earlier.iter().position(|one| one.id() == attempt.id());
        earlier.drain(..place.map_or(earlier.len(), |place| place + 1));
        earlier.retain(|one| {
            one.session.parts().completed_at.is_some()
                && one.instrument.id() == attempt.instrument.id()
                && !one.session.form().is_about_another()
        });
        earlier
    }

    /// Which time a new self-report on this questionnaire is: one more than the highest here, and not
    /// than their number, as one of them may have been deleted. Those that wait for their content
    /// count too.
    pub fn next_wave(&self, questionnaire: &str) -> u32 {
        let mut last = 0;
        for one in self.attempts.all() {
            if one.instrument.id() == questionnaire && !one.session.form().is_about_another() {
                last = last.max(one.session.parts().wave);
            }
        }
        for (why, record) in self.attempts.unreadable() {
            if waits_for(why).is_some_and(|(id, _)| id == questionnaire) {
                last = last.max(wave_in(&record.body).unwrap_or(0));
            }
        }
        last.saturating_add(1).min(MAX_WAVE)
    }

    /// The attempt with this session id.
    pub fn attempt(&self, id: &str) -> Option<Stored<Attempt>> {
        self.attempts.get(id).cloned()
    }

    /// Whether a record with this session id is on this device, readable here or not.
    pub fn contains(&self, id: &str) -> bool {
        let occupied = || Attempt::key(id).is_some_and(|key| self.is_occupied(&key));
        self.attempts.contains(id) || occupied()
    }

    /// Whether something that cannot be read stands under this name.
    fn is_occupied(&self, key: &RecordKey) -> bool {
        let Some(store) = &self.store else {
            return false;
        };
        let mut unreadable = self.unreadable_records(&store.snapshot()).into_iter();
        store.unreadable().contains_key(key.as_str()) || unreadable.any(|(_, one)| one.key == *key)
    }

    /// Commits an attempt that was made of this version, and gives it as it is now. It begins at
    /// once; [`StoreMsg::Committed`] follows. What says the same as what is stored changes and
    /// dates nothing.
    pub fn commit(
        &mut self,
        attempt: Attempt,
        version: &Version,
        durability: Durability,
    ) -> Stored<Attempt> {
        self.save(attempt, version, durability, Writing::Change)
    }

    /// Remembers that an attempt has been saved as a file. Its respondent has changed nothing by
    /// that: it is not dated anew, and a backup asks nothing about it.
    pub fn mark_exported(&mut self, attempt: &Stored<Attempt>) -> Stored<Attempt> {
        let mut exported = Attempt::clone(attempt);
        exported.exported_at = Some(self.clock.now());
        self.mark(exported, attempt.version())
    }

    /// The same where a file leaves another mark, which this attempt has and the one of this version
    /// does not.
    pub fn mark(&mut self, marked: Attempt, version: &Version) -> Stored<Attempt> {
        self.save(marked, version, Durability::Strict, Writing::Stamp)
    }

    fn save(
        &mut self,
        mut attempt: Attempt,
        version: &Version,
        durability: Durability,
        writing: Writing,
    ) -> Stored<Attempt> {
        let here = Stored::at(attempt.clone(), version.clone());
        let known = self.attempts.get(attempt.id());
        if let Some(known) = known.filter(|known| known.version() == version)
            && says_the_same(known, &attempt)
            && known.exported_at == attempt.exported_at
            && known.session.parts().plan == attempt.session.parts().plan
        {
            return known.clone();
        }
        let known = known.map_or(0, |known| known.revision);
        // What a page that is leaving has not committed goes along with its next change.
        let Some((store, key)) = self.store.clone().zip(Attempt::key(attempt.id())) else {
            return here;
        };
        if self.suspended {
            return here;
        }
        if writing == Writing::Change {
            attempt.revision = attempt.revision.max(known).saturating_add(1);
            attempt.saved_at = Some(self.clock.now());
        }
        let body: Rc<str> = attempt.write().into();
        let expected = version.0.as_ref();
        self.send_commit(&store, &key, body.clone(), expected, durability, writing);
        let snapshot = store.snapshot();
        let begun = snapshot.get(&key).filter(|record| record.body == body);
        let stored = match begun {
            Some(record) => self.attempts.put(record, Rc::new(attempt)),
            None => here,
        };
        self.revision += 1;
        self.unsaved |= snapshot.is_unsaved(&key);
        self.write_preferences();
        stored
    }

    fn send_commit(
        &self,
        store: &Store,
        key: &RecordKey,
        body: Rc<str>,
        expected: Option<&Revision>,
        durability: Durability,
        writing: Writing,
    ) {
        let only_stamps = writing == Writing::Stamp && !store.snapshot().is_unsaved(key);
        let done = store.save(key, &body, expected, durability, writing);
        let (send, key) = (self.send.clone(), key.clone());
        (self.backends.spawn)(Box::pin(async move {
            let result = done.await;
            let commit = Commit {
                key,
                body,
                only_stamps,
                result,
            };
            send.emit(StoreMsg::Committed(commit));
        }));
    }

    /// Deletes one attempt, with the agreements and influences that belong to it alone, and with
    /// what was set aside of any of them. With the last record goes the language too: nothing is
    /// stored for somebody who has stored nothing. [`StoreMsg::Deleted`] follows.
    pub fn delete(&self, id: &str) {
        if let Some(key) = Attempt::key(id) {
            self.request(Request::Delete(key));
        }
    }

    /// Deletes what lies under this name and cannot be opened here; [`StoreMsg::Deleted`] follows.
    pub fn delete_unreadable(&self, place: &str) {
        if let Some(key) = RecordKey::parse(place) {
            self.request(Request::Delete(key));
        }
    }

    /// Deletes everything; [`StoreMsg::Deleted`] follows.
    pub fn delete_all(&self) {
        self.request(Request::DeleteEverything);
    }

    /// Remembers a deletion that has not happened, as it may still happen where it timed out.
    pub fn not_deleted(&mut self, deletion: Deletion, not_deleted: NotDeleted) {
        if not_deleted.trouble == Trouble::TimedOut {
            self.hanging_deletions.push((deletion, not_deleted.undo));
        }
    }

    /// A deletion that timed out and has happened since, once, and what can be taken back.
    pub fn happened_deletion(&mut self) -> Option<(Deletion, Undo)> {
        let mut hanging = self.hanging_deletions.iter();
        let place = hanging.position(|(_, undo)| !undo.is_empty())?;
        Some(self.hanging_deletions.remove(place))
    }

    /// Puts back what was deleted, except where something newer has taken its place;
    /// [`StoreMsg::Undone`] follows.
    pub fn undo(&self, undo: Undo) {
        self.request(Request::Undo(undo));
    }

    /// Reads the records anew: another tab may have changed them.
    pub fn refresh(&self) {
        self.request(Request::Refresh);
    }

    /// Gives up what holds on to the page, as it is left: until [`Self::resume`] nothing is
    /// committed.
    pub fn suspend(&mut self) {
        if let Some(store) = &self.store {
            store.suspend();
            self.suspensions += 1;
            (self.suspended, self.resuming) = (true, false);
        }
    }

    /// The page is back: asks again for what was given up, and reads the records anew.
    pub fn resume(&mut self) {
        if self.store.is_none() {
            return;
        }
        let asked = std::mem::replace(&mut self.resuming, true);
        self.request(match asked {
            false => Request::Resume(self.suspensions),
            // Two events say that it is back, and with the first the database is closed to it still.
            true => Request::Refresh,
        });
    }

    /// Changes can be committed again, unless the page has been left once more since.
    pub fn resumed(&mut self, suspensions: u32) {
        if suspensions == self.suspensions {
            (self.suspended, self.resuming) = (false, false);
        }
    }

    /// Asks for the right to change an attempt; [`StoreMsg::Claimed`] follows.
    pub fn claim(&self, id: &str) {
        if let Some(key) = Attempt::key(id) {
            self.request(Request::Claim(key));
        }
    }

    /// Asks for it once more, after it was refused.
    pub fn claim_again(&self, id: &str) {
        if let Some(key) = Attempt::key(id) {
            self.request(Request::ClaimAgain(key));
        }
    }

    /// Has what is asked for be answered now, without waiting for another tab to give it up.
    pub fn stop_waiting(&self, id: &str) {
        if let (Some(store), Some(key)) = (&self.store, Attempt::key(id)) {
            store.stop_waiting(&key);
        }
    }

    /// Takes that right from the tab that has it.
    pub fn take_over(&self, id: &str) {
        if let Some(key) = Attempt::key(id) {
            self.request(Request::TakeOver(key));
        }
    }

    /// The language that the reader chose, on this visit or an earlier one.
    pub fn language(&self) -> Option<Language> {
        self.language
    }

    /// Remembers a language. It is written only beside something else: before an attempt is
    /// begun nothing at all is stored, so until then it lives in memory.
    pub fn set_language(&mut self, language: Language) {
        self.language = Some(language);
        self.write_preferences();
    }

    /// Whether it is stored is not reported: it says nothing about answers.
    fn write_preferences(&self) {
        let Some(((store, key), language)) = self
            .store
            .as_ref()
            .zip(preferences::key())
            .zip(self.language)
        else {
            return;
        };
        let snapshot = store.snapshot();
        let there = snapshot.get(&key);
        if snapshot.is_empty() || self.suspended {
            return;
        }
        let readable = there.is_none_or(|one| preferences::read(&one.body).is_ok());
        let body = preferences::write(language);
        if readable && there.is_none_or(|one| *one.body != *body) {
            let revision = there.map(|one| &one.revision);
            // It begins at once, and nobody waits for its end.
            drop(store.commit(&key, &body, revision, Durability::Relaxed));
        }
    }

    /// Records that cannot be opened here.
    pub fn unreadable(&self) -> Vec<UnreadableRecord> {
        let Some(store) = &self.store else {
            return Vec::new();
        };
        let mut found = Vec::new();
        let mut add =
            |place: &RecordKey, key: &RecordKey, revision: &Revision, body: &str, reason| {
                let is_whole = match reason {
                    UnreadableReason::Older
                    | UnreadableReason::Waiting
                    | UnreadableReason::OtherContent
                    | UnreadableReason::Conflict => true,
                    UnreadableReason::Damaged | UnreadableReason::Newer => false,
                };
                found.push(UnreadableRecord {
                    name: key.to_string(),
                    place: place.to_string(),
                    reason,
                    text: body.to_owned(),
                    backup: is_whole.then(|| raw_record(key, Some(revision), body)),
                });
            };
        for (why, record) in self.unreadable_records(&store.snapshot()) {
            let reason = match why {
                Unreadable::Damaged => UnreadableReason::Damaged,
                Unreadable::Newer { .. } => UnreadableReason::Newer,
                Unreadable::Older { .. } => UnreadableReason::Older,
                Unreadable::UnknownInstrument { .. } => UnreadableReason::Waiting,
                Unreadable::OtherContent { .. } => UnreadableReason::OtherContent,
            };
            let (key, revision) = (&record.key, &record.revision);
            add(key, key, revision, &record.body, reason);
        }
        for one in store.quarantined() {
            let reason = match one.reason.as_str() {
                CONFLICT => UnreadableReason::Conflict,
                OLDER => UnreadableReason::Older,
                _ => UnreadableReason::Damaged,
            };
            add(&one.key, &one.original, &one.revision, &one.body, reason);
        }
        for (name, text) in store.unreadable() {
            found.push(UnreadableRecord {
                place: name.clone(),
                name,
                reason: row_reason(&text),
                text,
                backup: None,
            });
        }
        found
    }

    /// A backup of everything that can be opened here, and of what waits for its questionnaire.
    pub fn backup(&self) -> Document {
        let mut records = Vec::new();
        let mut add = |record: BackupRecord| records.push(record);
        self.attempts().iter().map(backup_record).for_each(&mut add);
        self.agreements.all().map(backup_record).for_each(&mut add);
        self.influences.all().map(backup_record).for_each(&mut add);
        for (why, record) in self.attempts.unreadable() {
            if let Unreadable::UnknownInstrument { .. } | Unreadable::OtherContent { .. } = why {
                add(raw_record(
                    &record.key,
                    Some(&record.revision),
                    &record.body,
                ));
            }
        }
        self.backup_of_records(records)
    }

    /// A backup of one record that cannot be opened here.
    pub fn backup_of_record(&self, record: &BackupRecord) -> Document {
        self.backup_of_records(vec![record.clone()])
    }

    /// A backup of one record that could not be saved.
    pub fn backup_of_body(&self, key: &RecordKey, body: &str) -> Document {
        self.backup_of_records(vec![raw_record(key, None, body)])
    }

    fn backup_of_records(&self, records: Vec<BackupRecord>) -> Document {
        backup_of(records.into_iter(), &self.clock.now())
    }

    /// What restoring these records would do.
    pub fn plan_restore(&self, records: &[BackupRecord]) -> Restoration {
        let is_occupied = |key: &RecordKey| self.is_occupied(key);
        Restoration::plan(records, &self.snapshot(), &self.catalogue, is_occupied)
    }

    /// Restores a backup, as chosen; [`StoreMsg::Restored`] follows.
    pub fn restore(&self, restoration: Restoration) {
        self.request(Request::Restore(restoration.replacements()));
    }

    fn snapshot(&self) -> store::Snapshot {
        let store = self.store.as_ref();
        store.map(Store::snapshot).unwrap_or_default()
    }

    /// Asks something of the store in the background, and sends what comes of it.
    fn request(&self, request: Request) {
        if let Some(store) = self.store.clone() {
            let send = self.send.clone();
            let answer = async move { send.emit(request.perform(&store).await) };
            (self.backends.spawn)(Box::pin(answer));
        }
    }
}

/// Why the store has put a version into quarantine beside the one that stands.
const CONFLICT: &str = "conflict";

/// The reason in quarantine of a record that is not whole.
const DAMAGED: &str = "damaged";

/// The reason in quarantine of a record of an earlier schema.
const OLDER: &str = "older";

/// The id and version of the questionnaire that a record waits for.
fn waits_for(why: &Unreadable) -> Option<(&str, &str)> {
    match why {
        Unreadable::UnknownInstrument { id, version }
        | Unreadable::OtherContent { id, version } => Some((id, version)),
        Unreadable::Damaged | Unreadable::Newer { .. } | Unreadable::Older { .. } => None,
    }
}

/// Whether an undo left records of the reader as they were, as something newer stands there. What
/// has no id, the language, is nothing of theirs.
pub(super) fn left_newer(undone: &Undone) -> bool {
    let mut newer = undone.newer.iter();
    newer.any(|record| record.key.id().is_some())
}

/// A record as it goes into a backup, without being read.
fn raw_record(key: &RecordKey, revision: Option<&Revision>, body: &str) -> BackupRecord {
    BackupRecord {
        key: key.to_string(),
        revision: None,
        version_vector: revision.map(Revision::to_string),
        changed_at: None,
        body: serde_json::from_str(body).unwrap_or_else(|_| body.into()),
    }
}

/// A row that is no record begins with the number of its format where a newer app wrote it.
fn row_reason(text: &str) -> UnreadableReason {
    let format = text.split(' ').next().and_then(|word| word.parse().ok());
    match format.is_some_and(|format: u32| format > 1) {
        true => UnreadableReason::Newer,
        false => UnreadableReason::Damaged,
    }
}
