//! What a tab knows, and how each thing that happens changes it. Nothing here waits, and
//! nothing here touches a backend.

use std::cell::Cell;
use std::rc::Rc;

use litemap::LiteMap;

use crate::backend::{Database, Rows};
use crate::claims::{Held, Right};
use crate::decide::{Change, Finding, Found, Stored, Writer, epoch, find};
use crate::revision::STAMP;
use crate::store::{Refused, Standing, Writing};
use crate::{Record, RecordKey, Revision, Trouble};

pub(crate) struct State {
    /// The name of this visit.
    pub(crate) tab: Rc<str>,
    /// The number of the last thing that this tab did.
    number: u32,
    pub(crate) truth: Rc<dyn Database>,
    pub(crate) standing: Standing,
    /// What went wrong last, until something goes well again.
    pub(crate) trouble: Option<Trouble>,
    epoch: Option<u64>,
    pub(crate) slots: LiteMap<RecordKey, Slot>,
    /// Whether the page is hidden for good or cached.
    pub(crate) suspended: bool,
}

/// Everything that this tab knows under one key.
#[derive(Default)]
pub(crate) struct Slot {
    pub(crate) entry: Option<Entry>,
    /// The version of the mark of its deletion, where there is one.
    mark: Option<Revision>,
    /// The text that stands there, if it cannot be read.
    pub(crate) unreadable: Option<String>,
    /// Under which name this tab changes the record, and its last change under that name.
    changes: Option<(Rc<str>, u32)>,
    /// The same for its stamps.
    stamps: Option<(Rc<str>, u32)>,
    /// Whether this tab ever saw the record in the truth, or deleted it.
    seen: bool,
    /// The right to write the record.
    pub(crate) claim: Option<Held>,
    /// Whether a claim that is refused waits a little: this tab has given the lock up, or one that
    /// was closed, and the browser may be slower.
    pub(crate) awaits_release: bool,
}

/// A record as this tab knows it.
#[derive(Clone)]
pub(crate) struct Entry {
    pub(crate) record: Record,
    /// Whether the truth ever had it, in some version.
    known: bool,
    pub(crate) unsaved: Option<Unsaved>,
}

/// A change that is not confirmed as saved.
#[derive(Clone)]
pub(crate) struct Unsaved {
    /// The number of the last change.
    number: u32,
    /// As in [`Change`].
    pub(crate) epoch: Option<u64>,
    /// Whether it waits for another try.
    stuck: bool,
    /// As in [`Change`].
    pub(crate) copied: Rc<Cell<bool>>,
}

/// What a body that is to be saved comes to.
pub(crate) enum Begun {
    /// The same body stands there.
    Unchanged(Revision),
    Change(Change),
}

impl State {
    pub(crate) fn new(tab: Rc<str>, memory: Rc<dyn Database>) -> Self {
        Self {
            tab,
            number: 0,
            truth: memory,
            standing: Standing::Memory,
            trouble: None,
            epoch: None,
            slots: LiteMap::new(),
            suspended: false,
        }
    }

    pub(crate) fn slot(&mut self, key: &RecordKey) -> &mut Slot {
        self.slots.entry(key.clone()).or_default()
    }

    /// Every record that is there, quarantine included.
    pub(crate) fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.slots
            .iter()
            .filter_map(|(_, slot)| slot.entry.as_ref())
    }

    /// What is not saved, but for changes of what has been deleted since: those are refused when
    /// they are tried again.
    pub(crate) fn pending(&self) -> impl Iterator<Item = (&Record, &Unsaved)> {
        self.slots.iter().filter_map(|(_, slot)| {
            let Entry {
                record, unsaved, ..
            } = slot.entry.as_ref()?;
            let unsaved = unsaved.as_ref()?;
            let is_outdated = match (unsaved.epoch, self.epoch) {
                (Some(then), Some(now)) => then < now,
                _ => false,
            };
            let mark = slot.mark.as_ref();
            let is_deleted = mark.is_some_and(|mark| !record.revision.contains(mark));
            (!is_outdated && !is_deleted).then_some((record, unsaved))
        })
    }

    pub(crate) fn next_number(&mut self) -> u32 {
        self.number += 1;
        self.number
    }

    /// This tab, for the next decision.
    pub(crate) fn writer(&mut self, now: i64, standing: Standing) -> Writer {
        Writer {
            tab: self.tab.clone(),
            change: self.next_number(),
            now: self.moment(now),
            in_database: standing == Standing::Database,
        }
    }

    /// Now, and later than everything that this tab knows, with the clock set back too.
    fn moment(&self, now: i64) -> i64 {
        self.entries().fold(now, |moment, entry| {
            moment.max(entry.record.changed_at.saturating_add(1))
        })
    }

    /// Versions that this tab has and the truth perhaps not.
    pub(crate) fn unsaved(&self) -> Vec<Record> {
        let mut unsaved = Vec::new();
        for entry in self.entries() {
            if entry.unsaved.is_some() {
                unsaved.push(entry.record.clone());
            }
        }
        unsaved
    }

    /// Puts a new body over the version that the caller built on, in this tab alone.
    pub(crate) fn begin(
        &mut self,
        key: &RecordKey,
        body: &str,
        expected: Option<&Revision>,
        now: i64,
        writing: Writing,
    ) -> Result<Begun, Refused> {
        let (changed_at, epoch_now, number) = (self.moment(now), self.epoch, self.number + 1);
        let (suspended, tab) = (self.suspended, self.tab.clone());
        let slot = self.slot(key);
        let claim = slot.claim.as_ref().map(|held| &held.right);
        let refused = suspended || matches!(claim, Some(Right::Lost | Right::Suspended));
        if refused || key.is_quarantine() || slot.unreadable.is_some() {
            return Err(Refused::ReadOnly);
        }
        match (&slot.entry, expected) {
            (Some(entry), _) if Some(&entry.record.revision) != expected => {
                return Err(Refused::Changed(entry.record.clone()));
            }
            (Some(entry), _) if entry.unsaved.is_none() && *entry.record.body == *body => {
                return Ok(Begun::Unchanged(entry.record.revision.clone()));
            }
            (None, Some(_)) => return Err(Refused::Deleted),
            (None, None) if key.id().is_some() && slot.seen => return Err(Refused::Deleted),
            _ => (),
        }
        let before = slot.entry.take();
        let known = before.as_ref().is_some_and(|entry| entry.known);
        let changed_at = match &before {
            Some(entry) if writing == Writing::Stamp => entry.record.changed_at,
            _ => changed_at,
        };
        let earlier = before.and_then(|entry| entry.unsaved);
        let again = earlier.is_some();
        let (copied, epoch) = match earlier {
            Some(earlier) => (earlier.copied, earlier.epoch),
            None => (Rc::default(), epoch_now),
        };
        let record = Record {
            key: key.clone(),
            revision: slot.next_revision(expected, &tab, number, writing),
            changed_at,
            body: body.into(),
        };
        let unsaved = Some(Unsaved {
            number,
            epoch,
            stuck: false,
            copied: copied.clone(),
        });
        slot.entry = Some(Entry {
            record: record.clone(),
            known,
            unsaved,
        });
        self.number = number;
        Ok(Begun::Change(Change {
            record,
            known,
            again,
            copied,
            epoch,
        }))
    }

    /// Takes in what became of a change.
    pub(crate) fn conclude(&mut self, change: &Change, found: Found) -> Found {
        let number = self.number;
        self.trouble = match &found {
            Err(Refused::Trouble(trouble)) => Some(*trouble),
            _ => None,
        };
        let slot = self.slot(&change.record.key);
        match found {
            Err(Refused::Trouble(_)) => slot.stick(change, number).unwrap_or(found),
            _ => {
                slot.conclude(change, &found);
                found
            }
        }
    }

    /// What waits for another try, which begins now.
    pub(crate) fn waiting(&mut self) -> Vec<Change> {
        let mut waiting = Vec::new();
        if self.suspended {
            return waiting;
        }
        for (_, slot) in self.slots.iter_mut() {
            let Some(entry) = &mut slot.entry else {
                continue;
            };
            let Some(unsaved) = entry.unsaved.as_mut().filter(|unsaved| unsaved.stuck) else {
                continue;
            };
            unsaved.stuck = false;
            self.number += 1;
            unsaved.number = self.number;
            waiting.push(Change {
                record: entry.record.clone(),
                known: entry.known,
                again: true,
                copied: unsaved.copied.clone(),
                epoch: unsaved.epoch,
            });
        }
        waiting
    }

    /// Forgets the records that a deletion with this number deleted: those of `keys`, or all.
    /// What was begun after it stays.
    pub(crate) fn forget(&mut self, number: u32, keys: Option<&[RecordKey]>) -> Vec<RecordKey> {
        let mut forgotten = Vec::new();
        for (key, slot) in self.slots.iter_mut() {
            let deleted = keys.is_none_or(|keys| keys.contains(key));
            let forgets = |entry: &mut Entry| {
                let unsaved = entry.unsaved.as_ref();
                unsaved.is_none_or(|unsaved| unsaved.number <= number)
            };
            if deleted && slot.entry.take_if(forgets).is_some() {
                slot.seen = true;
                forgotten.push(key.clone());
            }
        }
        forgotten
    }

    /// Makes the state what was read, under what this tab has changed since `number`. Gives the
    /// keys whose records are other than before.
    pub(crate) fn take(&mut self, rows: &Rows, number: u32) -> Vec<RecordKey> {
        self.epoch = epoch(rows);
        if self.standing == Standing::Database {
            self.epoch = self.epoch.or(Some(0));
        }
        for name in rows.keys() {
            if let Some(key) = RecordKey::parse(name) {
                self.slot(&key);
            }
        }
        let mut changed = Vec::new();
        for (key, slot) in self.slots.iter_mut() {
            let before = slot.entry.take();
            let version = before.as_ref().map(|entry| entry.record.revision.clone());
            slot.read(rows, key);
            if let Some(before) = before {
                slot.hold_unsaved(before, number);
            }
            if version.as_ref() != slot.entry.as_ref().map(|entry| &entry.record.revision) {
                changed.push(key.clone());
            }
        }
        changed
    }
}

impl Slot {
    /// The version after `base`. A version says that it contains every earlier change under the
    /// same name; where `base` does not contain this tab's last one, as that was refused, the
    /// tab goes on under another name.
    fn next_revision(
        &mut self,
        base: Option<&Revision>,
        tab: &str,
        number: u32,
        writing: Writing,
    ) -> Revision {
        let base = base.or(self.mark.as_ref());
        let (branch, end) = match writing {
            Writing::Change => (&mut self.changes, ""),
            Writing::Stamp => (&mut self.stamps, STAMP),
        };
        let name = match &*branch {
            None => [tab, end].concat().into(),
            Some((name, last)) if base.is_some_and(|base| base.last_of(name) == *last) => {
                name.clone()
            }
            Some(_) => [tab, "-", &number.to_string(), end].concat().into(),
        };
        let revision = Revision::next(base, &name, number);
        *branch = Some((name, number));
        revision
    }

    /// The entry, if it is this change or an unsaved one that contains it.
    fn concerned(&mut self, change: &Change) -> Option<&mut Entry> {
        self.entry.as_mut().filter(|entry| {
            entry.unsaved.is_some() && entry.record.revision.contains(&change.record.revision)
        })
    }

    fn conclude(&mut self, change: &Change, found: &Found) {
        self.seen = true;
        let Some(entry) = self.concerned(change) else {
            return;
        };
        entry.known = true;
        match found {
            // A later change contains this one, and has an answer of its own.
            Ok(_) if entry.record.revision != change.record.revision => (),
            Ok(Finding::Record(record)) | Err(Refused::Changed(record)) => {
                entry.unsaved = None;
                entry.record = record.clone();
            }
            Ok(_) | Err(_) => self.entry = None,
        }
    }

    /// Holds a change that met a trouble for another try; `Some` when what this tab has read
    /// meanwhile says what became of it.
    fn stick(&mut self, change: &Change, number: u32) -> Option<Found> {
        let version = &change.record.revision;
        if let Some(entry) = self.concerned(change) {
            // A later change contains this one.
            if entry.record.revision == *version
                && let Some(unsaved) = &mut entry.unsaved
            {
                unsaved.stuck = true;
            }
            return None;
        }
        match &self.entry {
            Some(entry) if entry.record.revision.contains(version) => {
                return Some(Ok(Finding::Record(change.record.clone())));
            }
            Some(entry) if !version.contains(&entry.record.revision) => {
                return Some(Err(Refused::Changed(entry.record.clone())));
            }
            None if change.known || self.seen => return Some(Err(Refused::Deleted)),
            _ => (),
        }
        self.entry = Some(Entry {
            record: change.record.clone(),
            known: self.entry.is_some(),
            unsaved: Some(Unsaved {
                number,
                epoch: change.epoch,
                stuck: true,
                copied: change.copied.clone(),
            }),
        });
        None
    }

    /// Takes in what stands in the truth.
    fn read(&mut self, rows: &Rows, key: &RecordKey) {
        (self.mark, self.unreadable) = (None, None);
        match find(rows, key) {
            Stored::Absent => (),
            Stored::Live(row) => {
                self.seen = true;
                self.entry = Some(Entry {
                    record: row.record,
                    known: true,
                    unsaved: None,
                });
            }
            Stored::Deleted(row) => self.mark = Some(row.record.revision),
            Stored::Unreadable(_) => self.unreadable = rows.get(key.as_str()).cloned(),
        }
    }

    /// Puts what was not saved back over what was read. An earlier change that is not there was
    /// refused or has been deleted since; its own answer says which.
    fn hold_unsaved(&mut self, before: Entry, number: u32) {
        let there = self.entry.as_ref();
        let landed =
            there.is_some_and(|there| there.record.revision.contains(&before.record.revision));
        let stays = before
            .unsaved
            .as_ref()
            .is_some_and(|unsaved| unsaved.stuck || unsaved.number > number);
        if stays && !landed {
            let known = before.known || there.is_some();
            self.entry = Some(Entry { known, ..before });
        }
    }
}
