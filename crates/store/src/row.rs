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

const FORMAT: u32 = 1;

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
        let head = format!("{FORMAT} {state} {changed_at} {epoch} {revision}");
        let sum = checksum(&[key.as_str(), &head, body]);
        format!("{head} {sum:08x}\n{body}")
    }

    pub(crate) fn decode(key: &RecordKey, text: &str) -> Result<Self, RowError> {
        let (head, body) = text.split_once('\n').unwrap_or((text, ""));
        let format = head.split(' ').next().and_then(|word| word.parse().ok());
        if format.is_some_and(|format: u32| format > FORMAT && head.len() < text.len()) {
            return Err(RowError::Newer);
        }
        Self::read(key, head, body).ok_or(RowError::Damaged)
    }

    fn read(key: &RecordKey, head: &str, body: &str) -> Option<Self> {
        let (checked, sum) = head.rsplit_once(' ')?;
        if u32::from_str_radix(sum, 16).ok()? != checksum(&[key.as_str(), checked, body]) {
            return None;
        }
        let words: Vec<&str> = checked.split(' ').collect();
        let ["1", state, changed_at, epoch, revision] = words[..] else {
            return None;
        };
        let deleted = match state {
            "live" => false,
            "deleted" => true,
            _ => return None,
        };
        let epoch = match epoch {
            "*" => None,
            number => Some(number.parse().ok()?),
        };
        Some(Self {
            record: Record {
                key: key.clone(),
                revision: Revision::parse(revision)?,
                changed_at: changed_at.parse().ok()?,
                body: body.into(),
            },
            deleted,
            epoch,
        })
    }
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
