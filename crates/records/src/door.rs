//! The one door for files from outside: bounds, then the kind of file, then its content. Nothing
//! is stored here.

use crate::backup::{self, BackupRow};
use crate::result_file::{FORMAT, ImportError, each_field_once, refused};
use serde_json::Value;
pub use untrusted::is_sealed;
use untrusted::{Bounds, make_whole, parse, sealed_bytes};

/// Largest file that is taken: 8 MiB, for a backup. A record takes about 3 KiB.
pub const MAX_FILE_BYTES: usize = 8 * 1_048_576;

/// Deepest nesting that is taken. A backup holds records, and they what an opened result held.
const MAX_FILE_DEPTH: usize = 64;

/// What a file turns out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// The result of one session; [`crate::open_result`] opens it.
    Result,
    /// Everything of one device.
    Backup,
    /// What the panic panel saved before version 2 of backups; it opens as one.
    Emergency,
    /// A questionnaire.
    Definition,
    /// A file in the age format; [`check_sealed`] says whether a passphrase may open it.
    Sealed,
    /// JSON of no kind that is known here.
    Unknown,
}

/// Whether a passphrase may open a file in the age format.
///
/// # Errors
/// Why none does.
pub fn check_sealed(bytes: &[u8]) -> Result<(), ImportError> {
    match sealed_bytes(bytes) {
        Ok(_) => Ok(()),
        Err(fault) => Err(ImportError::Sealed(fault)),
    }
}

/// The kind of a file. Size and depth are bounded before anything is parsed, and a byte order
/// mark is passed over.
///
/// # Errors
/// What keeps it from being parsed.
pub fn detect(bytes: &[u8]) -> Result<FileKind, ImportError> {
    match is_sealed(bytes) {
        true => Ok(FileKind::Sealed),
        false => Ok(kind_of(&value_of(bytes)?)),
    }
}

/// The records of a backup, an emergency file included: every one of them in its place, and
/// none of them believed yet; where one is no record, why not. [`crate::BackupRecord::checked`]
/// holds one to what a result file is held to.
///
/// # Errors
/// The first thing found that keeps the file from being opened.
pub fn open_backup(bytes: &[u8]) -> Result<Vec<BackupRow>, ImportError> {
    let mut value = value_of(bytes)?;
    let records = match kind_of(&value) {
        FileKind::Backup => backup::records,
        FileKind::Emergency => backup::emergency_records,
        _ => return Err(ImportError::NotAResult),
    };
    each_field_once(bytes)?;
    let rows = value.get_mut("records").and_then(Value::as_array_mut);
    // Only these: what a record itself holds stays as it is until it is restored.
    for revision in rows
        .into_iter()
        .flatten()
        .filter_map(|row| row.get_mut("revision"))
    {
        make_whole(revision);
    }
    records(&value)
}

fn value_of(bytes: &[u8]) -> Result<Value, ImportError> {
    let bounds = Bounds {
        bytes: MAX_FILE_BYTES,
        depth: MAX_FILE_DEPTH,
    };
    parse(bytes, bounds).map_err(|why| refused(why, bytes, bounds))
}

fn kind_of(value: &Value) -> FileKind {
    match value.get("format").and_then(Value::as_str) {
        Some(FORMAT) => FileKind::Result,
        Some(backup::FORMAT) => FileKind::Backup,
        Some(backup::EMERGENCY_FORMAT) => FileKind::Emergency,
        Some(_) => FileKind::Unknown,
        None => {
            let parts = ["meta", "response_scale", "scales", "items"];
            match parts.iter().all(|part| value.get(part).is_some()) {
                true => FileKind::Definition,
                false => FileKind::Unknown,
            }
        }
    }
}
