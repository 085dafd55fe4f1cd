//! Agreements that two people hand each other: as a file, and as the fragment of a link.
//!
//! Both hold the same and are read by the same reader. Moments go out as days, and empty fields not
//! at all. There is room for no name and no score, but the ids of the sessions that an agreement is joined
//! to go along: who makes them decides what they say.

use crate::result_file::{Document, MAX_BYTES};
use crate::{AgreementRecord, GENERATOR, GENERATOR_VERSION};
use base64ct::{Base64UrlUnpadded, Encoding};
use model::{Agreement, Day, MAX_AGREEMENTS, Owner, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use untrusted::{Bounds, fitting, make_whole, parse, repeated_field};

/// The value of `format` that marks such a file.
pub const AGREEMENTS_FORMAT: &str = "mindset-mirror-agreements";

/// The version that is written.
const VERSION: &str = "1.0";

/// The major version that is read. A minor one may add fields, but none within an agreement; those that
/// are not known here are passed over.
const MAJOR: u32 = 1;

/// Most agreements in one file: those of a talk, and those asked for.
pub const MAX_HANDED: usize = 4 * MAX_AGREEMENTS;

/// Longest text of a link, in bytes; a messenger or a mail cuts longer ones.
pub const MAX_AGREEMENTS_LINK: usize = 6_000;

/// Deepest nesting that is read. A file takes 6, down to an interim result.
const MAX_DEPTH: usize = 8;

/// Why a text holds no agreements that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotAgreements {
    /// It is something else, or not whole.
    Unreadable,
    /// A newer version of the app wrote it.
    Newer,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct AgreementsFile {
    format: String,
    format_version: String,
    exported_on: Day,
    #[serde(default)]
    generator: Option<Generator>,
    agreements: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
struct Generator {
    name: String,
    version: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Entry {
    id: String,
    session_ids: Vec<String>,
    created_on: Day,
    changed_on: Day,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    asked: bool,
    agreement: Agreement,
}

/// These agreements as they are handed on. The rep's marks of what the manager has kept stay with the
/// rep unless `with_marks`.
pub fn handed_on(records: &[AgreementRecord], with_marks: bool) -> Vec<AgreementRecord> {
    let mut handed = records.to_vec();
    for record in &mut handed {
        if record.agreement.owner == Owner::Manager && !with_marks {
            record.agreement.outcome = None;
            record.agreement.learned.clear();
        }
    }
    handed
}

/// The file of these agreements.
pub fn agreements_document(records: &[AgreementRecord], at: &Timestamp) -> Document {
    let file = compact(records, at);
    // Text keys and plain values: there is nothing that could fail.
    let text = serde_json::to_string_pretty(&file).unwrap_or_default();
    let day = at.day().to_string();
    Document {
        name: ["mindset-agreements-", &day, ".json"].concat(),
        media_type: "application/json",
        bytes: text.into_bytes(),
    }
}

/// The same in the letters of an address (RFC 4648, 5); `None` where that is longer than
/// [`MAX_AGREEMENTS_LINK`].
pub fn agreements_link(records: &[AgreementRecord], at: &Timestamp) -> Option<String> {
    let json = serde_json::to_vec(&compact(records, at)).unwrap_or_default();
    let text = Base64UrlUnpadded::encode_string(&json);
    (text.len() <= MAX_AGREEMENTS_LINK).then_some(text)
}

/// Reads what [`agreements_link`] wrote.
///
/// # Errors
/// Why it cannot be read.
pub fn read_agreements_link(text: &str) -> Result<Vec<AgreementRecord>, NotAgreements> {
    if text.len() > MAX_AGREEMENTS_LINK {
        return Err(NotAgreements::Unreadable);
    }
    let bytes = Base64UrlUnpadded::decode_vec(text).map_err(|_| NotAgreements::Unreadable)?;
    read_agreements(&bytes)
}

/// Reads a file of agreements: bounds first, then all of it is checked.
///
/// # Errors
/// Why it cannot be read.
pub fn read_agreements(bytes: &[u8]) -> Result<Vec<AgreementRecord>, NotAgreements> {
    let bounds = Bounds {
        bytes: MAX_BYTES,
        depth: MAX_DEPTH,
    };
    let mut value = parse(bytes, bounds).map_err(|_| NotAgreements::Unreadable)?;
    let stated = |name: &str| value.get(name).and_then(Value::as_str).unwrap_or_default();
    if stated("format") != AGREEMENTS_FORMAT || repeated_field(bytes).is_some() {
        return Err(NotAgreements::Unreadable);
    }
    match major(stated("formatVersion")) {
        Some(MAJOR) => {}
        Some(newer) if newer > MAJOR => return Err(NotAgreements::Newer),
        Some(_) | None => return Err(NotAgreements::Unreadable),
    }
    make_whole(&mut value);
    let file: AgreementsFile = fitting(&value).ok_or(NotAgreements::Unreadable)?;
    if file.agreements.is_empty() || file.agreements.len() > MAX_HANDED {
        return Err(NotAgreements::Unreadable);
    }
    let mut records: Vec<AgreementRecord> = Vec::new();
    for (position, entry) in (0..).zip(file.agreements) {
        let record = record(entry, position).ok_or(NotAgreements::Unreadable)?;
        if records.iter().any(|one| one.id == record.id) {
            return Err(NotAgreements::Unreadable);
        }
        records.push(record);
    }
    Ok(records)
}

/// The major version that a file states, as in every other file: before and behind the point one to four
/// digits.
fn major(stated: &str) -> Option<u32> {
    let number = |digits: &str| -> Option<u32> {
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let (major, minor) = stated.split_once('.')?;
    number(minor).and(number(major))
}

/// `None` where an id is none, there are none, or nothing is agreed.
fn record(entry: Entry, position: u32) -> Option<AgreementRecord> {
    let first = entry.session_ids.first()?.clone();
    let mut record = AgreementRecord::new(
        entry.id,
        first,
        entry.changed_on.start(),
        entry.agreement.fitted(),
    );
    record.created_at = entry.created_on.start();
    record.session_ids = entry.session_ids;
    record.position = position;
    record.asked = entry.asked;
    let says_something = !record.agreement.text.trim().is_empty();
    (says_something && record.is_sound()).then_some(record)
}

/// The file as a value, without what is empty.
fn compact(records: &[AgreementRecord], at: &Timestamp) -> Value {
    let entry = |record: &AgreementRecord| Entry {
        id: record.id.clone(),
        session_ids: record.session_ids.clone(),
        created_on: record.created_at.day(),
        changed_on: record.changed_at.day(),
        asked: record.asked,
        agreement: record.agreement.clone(),
    };
    let file = AgreementsFile {
        format: AGREEMENTS_FORMAT.to_owned(),
        format_version: VERSION.to_owned(),
        exported_on: at.day(),
        generator: Some(Generator {
            name: GENERATOR.to_owned(),
            version: GENERATOR_VERSION.to_owned(),
        }),
        agreements: records.iter().map(entry).collect(),
    };
    let mut value = serde_json::to_value(&file).unwrap_or_default();
    without_empty(&mut value);
    value
}

/// Leaves out of every object what reads as it does where it is missing.
fn without_empty(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.values_mut().for_each(without_empty);
            fields.retain(|_, value| match value {
                Value::Null | Value::Bool(false) => false,
                Value::String(text) => !text.is_empty(),
                Value::Array(list) => !list.is_empty(),
                Value::Object(fields) => !fields.is_empty(),
                Value::Bool(true) | Value::Number(_) => true,
            });
        }
        Value::Array(list) => list.iter_mut().for_each(without_empty),
        _ => {}
    }
}
