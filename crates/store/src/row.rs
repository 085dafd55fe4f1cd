//! A record as one text, the same in the database and in the mirror.
//!
//! The first line says everything but the body: format, state, moment of change, epoch,
//! revision, and a checksum of name and body, so that what was cut off, turned over or put
//! under another name is seen. The body follows as it is; a script reads it with
//! `text.slice(text.indexOf("\n") + 1)`.

use crate::{Record, RecordKey, Revision};

/// What stands under the name of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) record: Record,
    /// Whether the record was deleted; its body is empty then. The mark outlives the record,
    /// so that no old copy of it comes back.
    pub(crate) deleted: bool,
    /// How often everything had been deleted when this was written; `None` where no database
    /// could be asked. A row of an earlier epoch that is not in the database was deleted.
    pub(crate) epoch: Option<u64>,
}

/// Why a text is no row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RowError {
    /// A later version of the app wrote it.
    Newer,
    /// Its bytes were changed by something else.
    Damaged,
}

const FORMAT: &str = "1";

impl Row {
    pub(crate) fn encode(&self) -> String {
        let Record {
            key,
            revision,
            changed_at,
            body,
        } = &self.record;
        let state = if self.deleted { "deleted" } else { "live" };
        let epoch = self.epoch.map_or("*".to_owned(), |epoch| epoch.to_string());
        let (moment, revision) = (changed_at.to_string(), revision.to_string());
        let head = [FORMAT, state, &moment, &epoch, &revision].join(" ");
        let sum = checksum(&[key.as_str(), &head, body]).to_string();
        [&head, " ", &sum, "\n", body].concat()
    }

    pub(crate) fn decode(key: &RecordKey, text: &str) -> Result<Self, RowError> {
        let (head, body) = text.split_once('\n').unwrap_or((text, ""));
        let format = head.split(' ').next().and_then(number::<u32>);
        if format.is_some_and(|format| format > 1 && head.len() < text.len()) {
            return Err(RowError::Newer);
        }
        Self::read(key, head, body).ok_or(RowError::Damaged)
    }

    fn read(key: &RecordKey, head: &str, body: &str) -> Option<Self> {
        let (checked, sum) = head.rsplit_once(' ')?;
        if number(sum) != Some(checksum(&[key.as_str(), checked, body])) {
            return None;
        }
        let words: Vec<&str> = checked.split(' ').collect();
        let [FORMAT, state, changed_at, epoch, revision] = words[..] else {
            return None;
        };
        let deleted = match state {
            "live" => false,
            "deleted" => true,
            _ => return None,
        };
        let epoch = match epoch {
            "*" => None,
            word => Some(number(word)?),
        };
        Some(Self {
            record: Record {
                key: key.clone(),
                revision: Revision::parse(revision)?,
                changed_at: number(changed_at)?,
                body: body.into(),
            },
            deleted,
            epoch,
        })
    }
}

/// A number as a row writes it. Read by one function for every type: the code of each is a copy.
pub(crate) fn number<T: TryFrom<i64>>(text: &str) -> Option<T> {
    let number: i64 = text.parse().ok()?;
    T::try_from(number).ok()
}

/// FNV-1a over the parts, each ended by a byte that no text contains.
fn checksum(parts: &[&str]) -> u32 {
    let mut sum: u32 = 0x811c_9dc5;
    for part in parts {
        for byte in part.bytes().chain([0xff]) {
            sum = (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
    sum
}
