//! Bringing the truth and the mirror together, at the opening of a store.

use super::quarantine::set_aside;
use super::{Finding, Plan, Stored, View, epoch, find, meta, removals};
use crate::backend::{Rows, Write};
use crate::key::{is_pending, key_of_copy};
use crate::row::{Row, RowError};
use crate::{Record, RecordKey, Revision};

/// Takes into the truth what only the mirror has, and makes the mirror a copy of the truth.
/// Where the mirror itself is the truth, what tabs left pending there is taken in.
pub(crate) fn merge(view: &View) -> Plan {
    let in_database = view.writer.in_database;
    let mirror = if in_database { view.mirror } else { view.rows };
    let mut copies: Vec<Row> = Vec::new();
    for row in mirror {
        copies.extend(readable(row));
    }
    let used = epoch(view.rows);
    // A database that was never written has lost what it had, or never had it: then every
    // copy counts, and its epoch goes on from theirs.
    let newest = copies.iter().filter_map(|row| row.epoch).max();
    let epoch = used.or(newest).unwrap_or(0);
    let mut truth = view.rows.clone();
    for mut copy in copies {
        let outdated = used.is_some() && copy.epoch.is_some_and(|of_copy| Some(of_copy) < used);
        if in_database {
            copy.epoch = Some(epoch);
        }
        take_in(view, &mut truth, copy, outdated);
    }
    let mut writes = Vec::new();
    for (name, text) in &truth {
        if view.rows.get(name) != Some(text) {
            writes.push(Write::Put(name.clone(), text.clone()));
        }
    }
    let mut copies = removals(mirror, is_pending);
    if in_database {
        if used.is_none() && !writes.is_empty() {
            writes.push(meta(epoch));
        }
        copy_truth(&truth, mirror, &mut copies);
    } else {
        writes.append(&mut copies);
    }
    Plan {
        writes,
        mirror: copies,
        found: Ok(Finding::Rows(truth)),
    }
}

/// A copy that can be read, or what a tab left pending.
fn readable((name, text): (&String, &String)) -> Option<Row> {
    Row::decode(&key_of_copy(name)?, text).ok()
}

/// Takes one copy of the mirror into the truth, if it is newer; where both changed, it goes into
/// quarantine.
fn take_in(view: &View, truth: &mut Rows, copy: Row, outdated: bool) {
    let key = &copy.record.key;
    let revision = &copy.record.revision;
    match find(truth, key) {
        Stored::Absent if !copy.deleted && !outdated => (),
        Stored::Unreadable(RowError::Damaged) if !copy.deleted => {
            let damaged = Record {
                body: truth[key.as_str()].as_str().into(),
                ..copy.record.clone()
            };
            keep_aside(view, truth, &damaged, "damaged", copy.epoch);
        }
        Stored::Live(there) | Stored::Deleted(there)
            if there.record.revision.contains(revision) =>
        {
            return;
        }
        Stored::Live(there) | Stored::Deleted(there)
            if revision.contains(&there.record.revision) => {}
        Stored::Live(_) if !copy.deleted => {
            keep_aside(view, truth, &copy.record, "conflict", copy.epoch);
            return;
        }
        _ => return,
    }
    truth.insert(key.to_string(), copy.encode());
}

/// Puts a version into quarantine beside the one that stands, once, however often it is met.
fn keep_aside(view: &View, truth: &mut Rows, record: &Record, reason: &str, epoch: Option<u64>) {
    let id = [reason, "-", &version_id(&record.revision)].concat();
    let row = set_aside(view, record, reason, &id, epoch);
    if !truth.contains_key(row.record.key.as_str()) {
        truth.insert(row.record.key.to_string(), row.encode());
    }
}

/// A short id of a version: the same for the same version.
fn version_id(revision: &Revision) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in revision.to_string().bytes() {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    sum.to_string()
}

/// The writes that make the mirror a copy of the truth.
fn copy_truth(truth: &Rows, mirror: &Rows, copies: &mut Vec<Write>) {
    let is_live = |key: &RecordKey| matches!(find(truth, key), Stored::Live(_));
    for name in mirror.keys() {
        let Some(key) = RecordKey::parse(name) else {
            continue;
        };
        // A damaged copy of what the database does not have is all there is of it.
        let readable = !matches!(find(mirror, &key), Stored::Unreadable(_));
        if readable && !is_live(&key) {
            copies.push(Write::Remove(name.clone()));
        }
    }
    for (name, text) in truth {
        let Some(key) = RecordKey::parse(name) else {
            continue;
        };
        // A copy by a later app is the later app's to write.
        let later = matches!(find(mirror, &key), Stored::Unreadable(RowError::Newer));
        if is_live(&key) && !later && mirror.get(name) != Some(text) {
            copies.push(Write::Put(name.clone(), text.clone()));
        }
    }
}
