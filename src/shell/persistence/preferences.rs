//! What the reader chose for the page as a whole: one record.

use model::Language;
use records::Unreadable;
use serde::Serialize;
use serde_json::Value;
use store::RecordKey;

/// The one schema so far.
const SCHEMA: u64 = 1;

/// The name of the record.
pub(super) fn key() -> Option<RecordKey> {
    RecordKey::single("preferences")
}

/// The record.
#[derive(Serialize)]
struct Preferences {
    language: Language,
    schema: u64,
}

/// The record as text.
pub(super) fn write(language: Language) -> String {
    let record = Preferences {
        language,
        schema: SCHEMA,
    };
    serde_json::to_string(&record).unwrap_or_default()
}

/// The language in the text of a record; `None` as long as the browser's serves.
pub(super) fn read(text: &str) -> Result<Option<Language>, Unreadable> {
    let value: Value = serde_json::from_str(text).unwrap_or_default();
    match value["schema"].as_u64() {
        Some(SCHEMA) => Ok(value["language"].as_str().and_then(Language::from_tag)),
        Some(schema) if schema > SCHEMA => Err(Unreadable::Newer { schema }),
        _ => Err(Unreadable::Damaged),
    }
}
