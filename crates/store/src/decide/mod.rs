//! What one transaction decides: pure functions of the rows that it read.
//!
//! Each function looks at a [`View`] and makes a [`Plan`]. What can be asked for is an
//! [`Operation`]. Saving and restoring are in `saving`, deletion and its undo in `deletion`,
//! quarantine in `quarantine`, and bringing the truth and the mirror together in `merging`.

mod deletion;
mod merging;
mod operation;
mod quarantine;
mod saving;

use std::rc::Rc;

use crate::backend::{Rows, Write};
use crate::key::META;
use crate::row::{Row, RowError};
use crate::store::{Refused, Undone};
use crate::{Record, RecordKey, Revision};

pub use deletion::Undo;
pub(crate) use deletion::{Deletion, Removed};
pub(crate) use merging::merge;
pub(crate) use operation::{Commit, Operation};
pub use quarantine::Quarantined;
pub(crate) use saving::Change;

/// What a decision sees.
pub(crate) struct View<'a> {
    /// The rows of the truth, as far as the transaction reads them.
    pub(crate) rows: &'a Rows,
    /// The rows of the mirror, where the truth is a database; else none.
    pub(crate) mirror: &'a Rows,
    pub(crate) writer: &'a Writer,
}

/// The tab for which a decision is made.
#[derive(Clone)]
pub(crate) struct Writer {
    pub(crate) tab: Rc<str>,
    /// The number of this change in its tab.
    pub(crate) change: u32,
    pub(crate) now: i64,
    /// Whether the truth is a database, which has an epoch, or something that stands in.
    pub(crate) in_database: bool,
}

/// What a decision writes, and what it found.
pub(crate) struct Plan {
    /// Into the truth.
    pub(crate) writes: Vec<Write>,
    /// Into the mirror alone, where the truth is a database; what `writes` means for the
    /// mirror is added by the store.
    pub(crate) mirror: Vec<Write>,
    pub(crate) found: Found,
}

/// What came of an operation, or why nothing did.
pub(crate) type Found = Result<Finding, Refused>;

/// What a decision found: each decision always finds the same kind.
pub(crate) enum Finding {
    /// Of a decision about one record: it is in the truth, now or since an earlier try.
    Record(Record),
    /// Of a deletion.
    Removed(Vec<Removed>),
    /// Of an undo.
    Undone(Undone),
    /// Of a reading and a merging.
    Rows(Rows),
}

impl Plan {
    /// Writes nothing.
    fn refused(refused: Refused) -> Self {
        Self::of(Vec::new(), Err(refused))
    }

    /// Writes this record.
    fn saved(row: Row) -> Self {
        Self::of(vec![put(&row)], Ok(Finding::Record(row.record)))
    }

    fn of(writes: Vec<Write>, found: Found) -> Self {
        Self {
            writes,
            mirror: Vec::new(),
            found,
        }
    }
}

/// The mark that a database is in use, where these writes are the first ones.
pub(crate) fn first_mark(view: &View, writes: &[Write]) -> Option<Write> {
    let first = view.writer.in_database && !view.rows.contains_key(META);
    let stores = writes.iter().any(|write| matches!(write, Write::Put(..)));
    let marked = writes.iter().any(|write| write.name() == META);
    (first && stores && !marked).then(|| meta(0))
}

/// What stands under a key.
pub(crate) enum Stored {
    Absent,
    Deleted(Row),
    Live(Row),
    Unreadable(RowError),
}

pub(crate) fn find(rows: &Rows, key: &RecordKey) -> Stored {
    match rows.get(key.as_str()).map(|text| Row::decode(key, text)) {
        None => Stored::Absent,
        Some(Ok(row)) if row.deleted => Stored::Deleted(row),
        Some(Ok(row)) => Stored::Live(row),
        Some(Err(error)) => Stored::Unreadable(error),
    }
}

/// How often everything was deleted; `None` for a database that was never written.
pub(crate) fn epoch(rows: &Rows) -> Option<u64> {
    let text = rows.get(META)?;
    let read = text.strip_prefix("1 ").and_then(crate::row::number);
    // A damaged mark: the rows themselves say which epoch they are of.
    let of_row = |(name, text): (&String, &String)| {
        let key = RecordKey::parse(name)?;
        Row::decode(&key, text).ok()?.epoch
    };
    let of_rows = || rows.iter().filter_map(of_row).max();
    Some(read.or_else(of_rows).unwrap_or(0))
}

fn meta(epoch: u64) -> Write {
    Write::Put(META.to_owned(), ["1 ", &epoch.to_string()].concat())
}

/// The writes that remove every row with such a name.
fn removals(rows: &Rows, is_such: fn(&str) -> bool) -> Vec<Write> {
    let mut writes = Vec::new();
    for name in rows.keys().filter(|name| is_such(name)) {
        writes.push(Write::Remove(name.clone()));
    }
    writes
}

fn put(row: &Row) -> Write {
    Write::Put(row.record.key.to_string(), row.encode())
}

impl View<'_> {
    fn find(&self, key: &RecordKey) -> Stored {
        find(self.rows, key)
    }

    /// The epoch of what is written now in the place of `before`.
    fn epoch(&self, before: Option<&Row>) -> Option<u64> {
        match self.writer.in_database {
            true => Some(epoch(self.rows).unwrap_or(0)),
            false => before.and_then(|row| row.epoch),
        }
    }

    /// The row of a record that is written now in the place of `before`.
    fn live(&self, record: Record, before: Option<&Row>) -> Row {
        Row {
            record,
            deleted: false,
            epoch: self.epoch(before),
        }
    }

    /// The write that deletes this row.
    fn removal(&self, row: &Row) -> Write {
        let record = &row.record;
        // A row without an epoch was never in a database, from where a copy could come back.
        if !self.writer.in_database && row.epoch.is_none() {
            return Write::Remove(record.key.to_string());
        }
        put(&Row {
            record: Record {
                revision: self.writer.after(Some(&record.revision)),
                changed_at: self.writer.now,
                body: "".into(),
                key: record.key.clone(),
            },
            deleted: true,
            epoch: self.epoch(Some(row)),
        })
    }
}

impl Writer {
    /// A name that no other change has.
    pub(crate) fn change_name(&self) -> String {
        [&self.tab, "-", &self.change.to_string()].concat()
    }

    /// The version after `base`, under a name of its own: later changes of this tab that were
    /// begun without knowing of this one must not seem to contain it.
    fn after(&self, base: Option<&Revision>) -> Revision {
        Revision::next(base, &self.change_name(), 1)
    }
}
