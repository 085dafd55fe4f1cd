//! What every kind of stored record has in common.

use crate::{MAX_BYTES, Unreadable};
use model::{Catalogue, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value};

/// A kind of which there may be several records, by id.
pub trait StoredRecord: Sized {
    /// The kind in the name of a record.
    const KIND: &'static str;

    /// The id in the name of the record.
    fn id(&self) -> &str;

    /// Counts its savings, where they are counted.
    fn revision(&self) -> Option<u64> {
        None
    }

    /// When it was last saved or changed, where known.
    fn changed_at(&self) -> Option<Timestamp>;

    /// The record as text.
    fn write(&self) -> String;

    /// Reads the text of a record.
    ///
    /// # Errors
    /// Why it cannot be read here.
    fn read(text: &str, catalogue: &Catalogue) -> Result<Self, Unreadable>;
}

/// A stored record and the schema that it states, which is at least 1.
pub(crate) fn parsed(text: &str) -> Result<(Map<String, Value>, u64), Unreadable> {
    // No larger than a result file may be, which holds the same.
    if text.len() > MAX_BYTES {
        return Err(Unreadable::Damaged);
    }
    let Ok(Value::Object(record)) = serde_json::from_str(text) else {
        return Err(Unreadable::Damaged);
    };
    match record.get("schema").and_then(Value::as_u64) {
        Some(schema) if schema > 0 => Ok((record, schema)),
        _ => Err(Unreadable::Damaged),
    }
}

/// A stored record that is of today's schema; another one is named before anything else is looked
/// at.
pub(crate) fn of_schema(text: &str, today: u64) -> Result<Value, Unreadable> {
    let (record, schema) = parsed(text)?;
    match schema {
        _ if schema > today => Err(Unreadable::Newer { schema }),
        _ if schema < today => Err(Unreadable::Older { schema }),
        _ => Ok(Value::Object(record)),
    }
}

/// A value as its type. Where it does not fit is not said of what is stored.
pub(crate) fn fitting<'a, T: Deserialize<'a>>(value: &'a Value) -> Result<T, Unreadable> {
    untrusted::fitting(value).ok_or(Unreadable::Damaged)
}
