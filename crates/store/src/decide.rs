//! What one transaction decides: pure functions of the rows that it read.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::backend::{Rows, Write};
use crate::key::{META, Name};
use crate::row::{Row, RowError};
use crate::{Record, RecordKey, Revision};

/// What a decision writes, and what it found.
pub(crate) struct Plan<T> {
    /// Into the truth.
    pub(crate) writes: Vec<Write>,
    /// Into the mirror alone, where the truth is a database; what `writes` means for the
    /// mirror is added by the store.
    pub(crate) mirror: Vec<Write>,
    pub(crate) found: T,
}

/// What a decision needs to know of the tab for which it is made.
#[derive(Clone)]
pub(crate) struct Writer {
    pub(crate) tab: Rc<str>,
    /// The number of this change in its tab.
    pub(crate) change: u32,
    pub(crate) now: i64,
    /// Whether the truth is a database, which has an epoch, or something that stands in.
    pub(crate) in_database: bool,
}

impl Writer {
    /// The version after `base`, under a name of its own: later changes of this tab that were
    /// begun without knowing of this one must not seem to contain it.
    fn after(&self, base: Option<&Revision>) -> Revision {
        Revision::next(base, &format!("{}-{}", self.tab, self.change), 1)
    }

    fn epoch(&self, rows: &Rows, before: Option<&Row>) -> Option<u64> {
        match self.in_database {
            true => Some(epoch(rows).unwrap_or(0)),
            false => before.and_then(|row| row.epoch),
        }
    }

    /// The writes that set these rows, and the mark that this database is in use.
    fn put(&self, rows: &Rows, changed: impl IntoIterator<Item = Row>) -> Vec<Write> {
        let mut writes: Vec<Write> = changed
            .into_iter()
            .map(|row| Write::Put(row.record.key.to_string(), row.encode()))
            .collect();
        if self.in_database && !rows.contains_key(META) && !writes.is_empty() {
            writes.push(meta(epoch(rows).unwrap_or(0)));
        }
        writes
    }

    fn mark(&self, rows: &Rows, before: &Row) -> Row {
        Row {
            record: Record {
                revision: self.after(Some(&before.record.revision)),
                changed_at: self.now,
                body: "".into(),
                key: before.record.key.clone(),
            },
            deleted: true,
            epoch: self.epoch(rows, Some(before)),
        }
    }
}

/// How often everything was deleted; `None` for a database that was never written.
pub(crate) fn epoch(rows: &Rows) -> Option<u64> {
    let text = rows.get(META)?;
    let read = text
        .strip_prefix("1 ")
        .and_then(|number| number.parse().ok());
    // A damaged mark: the rows themselves say which epoch they are of.
    let of_rows = || live_and_deleted(rows).filter_map(|row| row.epoch).max();
    Some(read.or_else(of_rows).unwrap_or(0))
}

fn meta(epoch: u64) -> Write {
    Write::Put(META.to_owned(), format!("1 {epoch}"))
}

/// What stands under a key.
pub(crate) enum Found {
    Absent,
    Deleted(Row),
    Live(Row),
    Unreadable(RowError),
}

pub(crate) fn find(rows: &Rows, key: &RecordKey) -> Found {
    match rows.get(key.as_str()).map(|text| Row::decode(key, text)) {
        None => Found::Absent,
        Some(Ok(row)) if row.deleted => Found::Deleted(row),
        Some(Ok(row)) => Found::Live(row),
        Some(Err(error)) => Found::Unreadable(error),
    }
}

fn live_and_deleted(rows: &Rows) -> impl Iterator<Item = Row> {
    rows.iter()
        .filter_map(|(name, text)| match Name::parse(name)? {
            Name::Record(key) => Row::decode(&key, text).ok(),
            _ => None,
        })
}

/// A change of a record that a tab wants saved.
#[derive(Clone)]
pub(crate) struct Change {
    pub(crate) record: Record,
    /// Whether the tab has ever seen the record in the truth.
    pub(crate) known: bool,
    /// Whether it contains an earlier change that may have been here already.
    pub(crate) again: bool,
    /// Whether its tab left a copy of it in the mirror, from where another tab may have brought
    /// it here. Looked at when it happens.
    pub(crate) copied: Rc<Cell<bool>>,
    /// The epoch in which the tab made it, as far as the tab knew.
    pub(crate) epoch: Option<u64>,
}

/// What became of a change.
pub(crate) enum Outcome {
    /// It is in the truth, now or since an earlier try.
    Saved(Record),
    /// Something stands there that it does not descend from.
    Changed(Record),
    /// The record was deleted.
    Deleted,
    /// What stands there was written by a later app, or is damaged.
    Unreadable,
}

/// Writes a change if it descends from what stands there.
pub(crate) fn commit(rows: &Rows, writer: &Writer, change: Change) -> Plan<Outcome> {
    let again = change.again || change.copied.get();
    let mut record = change.record;
    let before = match find(rows, &record.key) {
        Found::Unreadable(_) => return Plan::nothing(Outcome::Unreadable),
        Found::Live(there) if there.record.revision.contains(&record.revision) => {
            // It landed earlier, whatever has been built on it since.
            return Plan::nothing(Outcome::Saved(record));
        }
        Found::Live(there) if !record.revision.contains(&there.record.revision) => {
            return Plan::nothing(Outcome::Changed(there.record));
        }
        Found::Live(there) => Some(there),
        Found::Deleted(there) => {
            let begins_anew = record.key.id().is_none() && !change.known && !again;
            if begins_anew {
                record.revision = record.revision.join(&there.record.revision);
            } else if !record.revision.contains(&there.record.revision) {
                return Plan::nothing(Outcome::Deleted);
            }
            Some(there)
        }
        Found::Absent => {
            let deleted_since = again && change.epoch < epoch(rows) && change.epoch.is_some();
            if change.known || deleted_since {
                return Plan::nothing(Outcome::Deleted);
            }
            None
        }
    };
    let epoch = writer.epoch(rows, before.as_ref());
    let row = Row {
        record: record.clone(),
        deleted: false,
        epoch,
    };
    Plan::of(writer.put(rows, [row]), Outcome::Saved(record))
}

impl<T> Plan<T> {
    pub(crate) fn nothing(found: T) -> Self {
        Self::of(Vec::new(), found)
    }

    pub(crate) fn of(writes: Vec<Write>, found: T) -> Self {
        let mirror = Vec::new();
        Self {
            writes,
            mirror,
            found,
        }
    }
}

/// The rows that one deletion removed, by name. A text that could not be read is put back as it
/// was.
pub(crate) type Deleted = BTreeMap<String, (Option<Row>, String)>;

/// What was deleted, to be put back with [`crate::Store::undo`]. Clones are the same.
#[must_use = "what was deleted can be put back only from here"]
#[derive(Clone, Debug, Default)]
pub struct Undo {
    /// In the order in which they were asked for. A deletion that has not happened yet, as its
    /// transaction timed out, is empty, and is filled when it happens.
    deletions: Vec<Rc<RefCell<Deleted>>>,
}

impl Undo {
    pub(crate) fn of(deletion: Rc<RefCell<Deleted>>) -> Self {
        let deletions = vec![deletion];
        Self { deletions }
    }

    /// Adds a later deletion: one undo brings back both. Of a record that was deleted in both,
    /// the later one counts.
    pub fn extend(&mut self, later: Self) {
        self.deletions.extend(later.deletions);
    }

    /// Whether nothing was there to delete, or nothing has been deleted yet.
    pub fn is_empty(&self) -> bool {
        self.deleted().is_empty()
    }

    /// How many records it would put back now.
    pub fn len(&self) -> usize {
        self.deleted().len()
    }

    /// The records that it would put back now, as they were.
    pub fn records(&self) -> Vec<Record> {
        let rows = self.deleted().into_values();
        rows.filter_map(|(row, _)| row.map(|row| row.record))
            .collect()
    }

    /// What has been deleted by now.
    pub(crate) fn deleted(&self) -> Deleted {
        let deletions = self.deletions.iter();
        deletions
            .flat_map(|deletion| deletion.borrow().clone())
            .collect()
    }
}

/// Deletes these records, whatever their versions. `unsaved` are versions of them that the
/// tab could not bring here yet.
pub(crate) fn delete(
    rows: &Rows,
    writer: &Writer,
    keys: &[RecordKey],
    unsaved: &[Record],
) -> Plan<Deleted> {
    let mut deleted = Deleted::new();
    let mut writes = Vec::new();
    for key in keys {
        let there = match find(rows, key) {
            Found::Live(row) => Some(row),
            Found::Unreadable(_) => {
                let name = key.to_string();
                writes.push(Write::Remove(name.clone()));
                deleted.insert(name, (None, rows[key.as_str()].clone()));
                continue;
            }
            Found::Absent | Found::Deleted(_) => None,
        };
        let newer = unsaved.iter().find(|record| {
            let descends = |row: &Row| record.revision.contains(&row.record.revision);
            record.key == *key && there.as_ref().is_none_or(descends)
        });
        let of_tab = newer.map(|record| Row {
            record: record.clone(),
            deleted: false,
            epoch: writer.epoch(rows, there.as_ref()),
        });
        let Some(last) = of_tab.or(there) else {
            continue;
        };
        writes.extend(remove(rows, writer, &last));
        let name = last.record.key.to_string();
        deleted.insert(name, (Some(last), String::new()));
    }
    Plan::of(writes, deleted)
}

fn remove(rows: &Rows, writer: &Writer, row: &Row) -> Vec<Write> {
    // A row without an epoch was never in a database, from where a copy could come back.
    if writer.in_database || row.epoch.is_some() {
        writer.put(rows, [writer.mark(rows, row)])
    } else {
        vec![Write::Remove(row.record.key.to_string())]
    }
}

/// Deletes everything in our form. A database forgets all of it, and remembers only that it
/// happened; what stands in keeps a mark for each record that a database may still have.
pub(crate) fn delete_all(
    rows: &Rows,
    mirror: &Rows,
    writer: &Writer,
    unsaved: &[Record],
) -> Plan<Deleted> {
    let mut keys: Vec<RecordKey> = unsaved.iter().map(|record| record.key.clone()).collect();
    let mut marks = Vec::new();
    for name in rows.keys() {
        match Name::parse(name) {
            Some(Name::Record(key)) if !keys.contains(&key) => keys.push(key),
            Some(Name::Pending(_)) => marks.push(Write::Remove(name.clone())),
            _ => (),
        }
    }
    let mut plan = delete(rows, writer, &keys, unsaved);
    if writer.in_database {
        let ours = |name: &String| matches!(Name::parse(name), Some(Name::Record(_)));
        let names = rows.keys().filter(|name| ours(name));
        plan.writes = names.map(|name| Write::Remove(name.clone())).collect();
        if !keys.is_empty() || !mirror.is_empty() {
            plan.writes.push(meta(epoch(rows).unwrap_or(0) + 1));
        }
        let copies = mirror.keys().filter(|name| Name::parse(name).is_some());
        plan.mirror = copies.map(|name| Write::Remove(name.clone())).collect();
    }
    plan.writes.extend(marks);
    plan
}

/// What an undo did: the names that came back, and what stood in the way of the others.
pub(crate) type PutBack = (Vec<String>, Vec<Record>);

/// Puts back what was deleted, where nothing newer has taken its place.
pub(crate) fn undo(rows: &Rows, writer: &Writer, deleted: Deleted) -> Plan<PutBack> {
    let (mut back, mut newer, mut writes) = (Vec::new(), Vec::new(), Vec::new());
    for (name, (row, text)) in deleted {
        let Some(mut row) = row else {
            if !rows.contains_key(&name) {
                writes.push(Write::Put(name.clone(), text));
                back.push(name);
            }
            continue;
        };
        let before = match find(rows, &row.record.key) {
            Found::Live(there) => {
                newer.push(there.record);
                continue;
            }
            Found::Unreadable(_) => continue,
            Found::Absent => None,
            Found::Deleted(mark) => Some(mark),
        };
        if let Some(mark) = &before {
            row.record.revision = row.record.revision.join(&mark.record.revision);
        }
        row.record.revision = writer.after(Some(&row.record.revision));
        row.epoch = writer.epoch(rows, before.as_ref().or(Some(&row)));
        writes.extend(writer.put(rows, [row]));
        back.push(name);
    }
    Plan::of(writes, (back, newer))
}

/// Writes a version from a backup: over the version that the reader agreed to replace, or
/// where there is none, a deleted one included.
pub(crate) fn restore(
    rows: &Rows,
    writer: &Writer,
    incoming: crate::Incoming,
    over: Option<&Revision>,
) -> Plan<Outcome> {
    let before = match (find(rows, &incoming.key), over) {
        (Found::Live(row), Some(over)) if row.record.revision == *over => Some(row),
        (Found::Live(row), _) => return Plan::nothing(Outcome::Changed(row.record)),
        (Found::Unreadable(_), _) => return Plan::nothing(Outcome::Unreadable),
        (_, Some(_)) => return Plan::nothing(Outcome::Deleted),
        (Found::Deleted(row), None) => Some(row),
        (Found::Absent, None) => None,
    };
    let there = before.as_ref().map(|row| &row.record.revision);
    let base = match (&incoming.revision, there) {
        (Some(revision), Some(there)) => Some(revision.join(there)),
        (Some(revision), None) => Some(revision.clone()),
        (None, there) => there.cloned(),
    };
    let record = Record {
        key: incoming.key,
        revision: writer.after(base.as_ref()),
        changed_at: incoming.changed_at,
        body: incoming.body,
    };
    let row = Row {
        record: record.clone(),
        deleted: false,
        epoch: writer.epoch(rows, before.as_ref()),
    };
    Plan::of(writer.put(rows, [row]), Outcome::Saved(record))
}

/// A record that was moved out of the way because the app could not read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Where it is now.
    pub key: RecordKey,
    /// Where it was.
    pub original: RecordKey,
    /// Why, as a word of the layer that moved it.
    pub reason: String,
    /// Its body, as it was.
    pub body: String,
    /// When it last changed, in milliseconds since 1970-01-01T00:00Z.
    pub changed_at: i64,
    /// The version that was moved.
    pub revision: Revision,
}

impl Quarantined {
    pub(crate) fn read(record: &Record) -> Option<Self> {
        let (head, body) = record.body.split_once('\n')?;
        let mut words = head.split(' ');
        let (original, reason, revision) = (words.next()?, words.next()?, words.next()?);
        Some(Self {
            key: record.key.clone(),
            original: RecordKey::parse(original)?,
            reason: reason.to_owned(),
            body: body.to_owned(),
            changed_at: record.changed_at,
            revision: Revision::parse(revision)?,
        })
    }
}

/// The row in quarantine for a version of a record.
fn quarantined(
    record: &Record,
    reason: &str,
    id: &str,
    writer: &Writer,
    epoch: Option<u64>,
) -> Row {
    let Record {
        key,
        revision,
        changed_at,
        body,
    } = record;
    Row {
        record: Record {
            key: RecordKey::in_quarantine(id),
            revision: writer.after(None),
            changed_at: *changed_at,
            body: format!("{key} {reason} {revision}\n{body}").into(),
        },
        deleted: false,
        epoch,
    }
}

/// Moves a record into quarantine, if it is still the version that was looked at.
pub(crate) fn quarantine(
    rows: &Rows,
    writer: &Writer,
    record: &Record,
    reason: &str,
) -> Plan<Result<RecordKey, Outcome>> {
    let there = match find(rows, &record.key) {
        Found::Live(row) if row.record.revision == record.revision => row,
        Found::Live(row) => return Plan::nothing(Err(Outcome::Changed(row.record))),
        Found::Absent | Found::Deleted(_) => return Plan::nothing(Err(Outcome::Deleted)),
        Found::Unreadable(_) => return Plan::nothing(Err(Outcome::Unreadable)),
    };
    let id = format!("{}-{}", writer.tab, writer.change);
    let epoch = writer.epoch(rows, Some(&there));
    let moved = quarantined(&there.record, reason, &id, writer, epoch);
    let key = moved.record.key.clone();
    let mut writes = writer.put(rows, [moved]);
    writes.extend(remove(rows, writer, &there));
    Plan::of(writes, Ok(key))
}

/// Moves a record out of quarantine, if nothing has taken its place.
pub(crate) fn release(
    rows: &Rows,
    writer: &Writer,
    quarantined: &Quarantined,
) -> Plan<Result<Record, Outcome>> {
    let there = match find(rows, &quarantined.key) {
        Found::Live(row) => row,
        _ => return Plan::nothing(Err(Outcome::Deleted)),
    };
    let before = match find(rows, &quarantined.original) {
        Found::Live(row) => return Plan::nothing(Err(Outcome::Changed(row.record))),
        Found::Unreadable(_) => return Plan::nothing(Err(Outcome::Unreadable)),
        Found::Absent => None,
        Found::Deleted(mark) => Some(mark),
    };
    let mut revision = quarantined.revision.clone();
    if let Some(mark) = &before {
        revision = revision.join(&mark.record.revision);
    }
    let row = Row {
        record: Record {
            key: quarantined.original.clone(),
            revision: writer.after(Some(&revision)),
            changed_at: quarantined.changed_at,
            body: quarantined.body.as_str().into(),
        },
        deleted: false,
        epoch: writer.epoch(rows, Some(&there)),
    };
    let record = row.record.clone();
    let mut writes = writer.put(rows, [row]);
    writes.extend(remove(rows, writer, &there));
    Plan::of(writes, Ok(record))
}

/// Takes into the truth what only the mirror has, and makes the mirror a copy of the truth.
/// Where the mirror itself is the truth, `mirror` is the same as `rows`, and what tabs left
/// pending is taken in.
pub(crate) fn merge(rows: &Rows, mirror: &Rows, writer: &Writer) -> Plan<Rows> {
    let mut truth = rows.clone();
    let used = epoch(rows);
    let copies = mirror.iter().filter_map(|(name, text)| {
        let key = match Name::parse(name)? {
            Name::Pending(key) | Name::Record(key) => key,
            Name::Meta => return None,
        };
        Row::decode(&key, text).ok()
    });
    let copies: Vec<Row> = copies.collect();
    // A database that was never written has lost what it had, or never had it: then every
    // copy counts, and its epoch goes on from theirs.
    let newest = copies.iter().filter_map(|row| row.epoch).max();
    let epoch = match writer.in_database {
        true => Some(used.or(newest).unwrap_or(0)),
        false => None,
    };
    for mut copy in copies {
        let key = copy.record.key.clone();
        let outdated = used.is_some() && copy.epoch.is_some_and(|of_copy| Some(of_copy) < used);
        if writer.in_database {
            copy.epoch = epoch;
        }
        let put = match find(&truth, &key) {
            Found::Absent => (!copy.deleted && !outdated).then_some(copy),
            Found::Unreadable(RowError::Newer) => None,
            Found::Unreadable(RowError::Damaged) if copy.deleted => None,
            Found::Unreadable(RowError::Damaged) => {
                let damaged = Record {
                    body: truth[key.as_str()].as_str().into(),
                    ..copy.record.clone()
                };
                let id = format!("damaged-{}", place(&copy.record.revision));
                keep_aside(&mut truth, &damaged, "damaged", &id, writer, copy.epoch);
                Some(copy)
            }
            Found::Live(there) | Found::Deleted(there)
                if there.record.revision.contains(&copy.record.revision) =>
            {
                None
            }
            Found::Live(there) | Found::Deleted(there)
                if copy.record.revision.contains(&there.record.revision) =>
            {
                Some(copy)
            }
            Found::Live(_) if !copy.deleted => {
                let id = format!("conflict-{}", place(&copy.record.revision));
                keep_aside(
                    &mut truth,
                    &copy.record,
                    "conflict",
                    &id,
                    writer,
                    copy.epoch,
                );
                None
            }
            Found::Live(_) | Found::Deleted(_) => None,
        };
        if let Some(row) = put {
            truth.insert(key.to_string(), row.encode());
        }
    }
    let mut writes: Vec<Write> = truth
        .iter()
        .filter(|(name, text)| rows.get(*name) != Some(text))
        .map(|(name, text)| Write::Put(name.clone(), text.clone()))
        .collect();
    let mut copies = Vec::new();
    for (name, text) in mirror {
        match Name::parse(name) {
            Some(Name::Pending(_)) => copies.push(Write::Remove(name.clone())),
            Some(Name::Record(key)) if writer.in_database => {
                let readable = Row::decode(&key, text).is_ok();
                // A damaged copy of what the database does not have is all there is of it.
                if !matches!(find(&truth, &key), Found::Live(_)) && readable {
                    copies.push(Write::Remove(name.clone()));
                }
            }
            _ => (),
        }
    }
    if writer.in_database {
        for (name, text) in &truth {
            let live = Name::parse(name).is_some_and(
                |name| matches!(name, Name::Record(key) if matches!(find(&truth, &key), Found::Live(_))),
            );
            // A copy by a later app is the later app's to write.
            let later = Name::parse(name).is_some_and(|parsed| match parsed {
                Name::Record(key) => {
                    matches!(find(mirror, &key), Found::Unreadable(RowError::Newer))
                }
                _ => false,
            });
            if live && !later && mirror.get(name) != Some(text) {
                copies.push(Write::Put(name.clone(), text.clone()));
            }
        }
        if used.is_none() && !writes.is_empty() {
            writes.push(meta(epoch.unwrap_or(0)));
        }
    } else {
        writes.append(&mut copies);
    }
    Plan {
        writes,
        mirror: copies,
        found: truth,
    }
}

/// Puts a version into quarantine beside the one that stands, once, however often it is met.
fn keep_aside(
    truth: &mut Rows,
    record: &Record,
    reason: &str,
    id: &str,
    writer: &Writer,
    epoch: Option<u64>,
) {
    let row = quarantined(record, reason, id, writer, epoch);
    let name = row.record.key.to_string();
    truth.entry(name).or_insert_with(|| row.encode());
}

/// A short id of a version: the same for the same version.
fn place(revision: &Revision) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in revision.to_string().bytes() {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("{sum:016x}")
}
