//! One entry of the store: what a key and its text turn out to be.

use std::rc::Rc;

use serde_json::{Value, json};

use super::entries::Entries;
use model::{Catalogue, Language};
use records::saved;
use records::{
    AGREEMENT_KEY, AgreementRecord, Attempt, INFLUENCE_KEY, InfluenceRecord, Unreadable,
};

/// The key of the preferences.
pub(super) const PREFERENCES: &str = "preferences";
const ATTEMPT: &str = "attempt:";
const QUARANTINE: &str = "quarantine:";
/// The one schema of the preferences so far.
const PREFERENCES_SCHEMA: u64 = 1;

/// What the reader chose for the app as a whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// The language of the interface; `None` as long as the browser's serves.
    pub language: Option<Language>,
}

/// A damaged record, kept to be offered as a raw file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// The key it is kept under now.
    pub key: String,
    /// What was found, byte for byte.
    pub text: String,
}

/// A whole record that this version cannot work with; it stays where it is, untouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// The key it is kept under.
    pub key: String,
    /// Why it is not opened: never [`Unreadable::Damaged`].
    pub reason: Unreadable,
    /// What was found, byte for byte.
    pub text: String,
}

/// What stands under one key.
#[derive(Clone, Debug)]
pub(super) enum Entry {
    Attempt(Rc<Attempt>),
    Agreement(Rc<AgreementRecord>),
    Influence(Rc<InfluenceRecord>),
    Preferences(Preferences),
    /// Already moved to quarantine, or about to be.
    Damaged(String),
    SetAside(Unreadable, String),
    /// Under our prefix, but of no kind this version knows.
    Stranger(String),
}

impl Entry {
    pub(super) fn read(key: &str, text: String, catalogue: &Catalogue) -> Self {
        if let Some(id) = key.strip_prefix(ATTEMPT) {
            match saved::read(&text, catalogue) {
                // A record under another's key would be written twice from now on.
                Ok(attempt) if attempt.id() == id => Entry::Attempt(Rc::new(attempt)),
                Ok(_) | Err(Unreadable::Damaged) => Entry::Damaged(text),
                Err(reason) => Entry::SetAside(reason, text),
            }
        } else if let Some(id) = key.strip_prefix(AGREEMENT_KEY) {
            match AgreementRecord::read(&text) {
                Ok(record) if record.id == id => Entry::Agreement(Rc::new(record)),
                Ok(_) | Err(Unreadable::Damaged) => Entry::Damaged(text),
                Err(reason) => Entry::SetAside(reason, text),
            }
        } else if let Some(id) = key.strip_prefix(INFLUENCE_KEY) {
            match InfluenceRecord::read(&text) {
                Ok(record) if record.id == id => Entry::Influence(Rc::new(record)),
                Ok(_) | Err(Unreadable::Damaged) => Entry::Damaged(text),
                Err(reason) => Entry::SetAside(reason, text),
            }
        } else if key == PREFERENCES {
            read_preferences(text)
        } else if key.starts_with(QUARANTINE) {
            Entry::Damaged(text)
        } else {
            Entry::Stranger(text)
        }
    }

    /// What stands in the store for this entry.
    pub(super) fn text(&self) -> String {
        match self {
            Entry::Attempt(attempt) => saved::write(attempt),
            Entry::Agreement(record) => record.write(),
            Entry::Influence(record) => record.write(),
            Entry::Preferences(preferences) => json!({
                "schema": PREFERENCES_SCHEMA,
                "language": preferences.language.map(Language::tag),
            })
            .to_string(),
            Entry::Damaged(text) | Entry::SetAside(_, text) | Entry::Stranger(text) => text.clone(),
        }
    }

    /// Whether this version may write something else under the entry's key.
    pub(super) fn replaceable(&self) -> bool {
        match self {
            Entry::Attempt(_) | Entry::Preferences(_) => true,
            Entry::Agreement(_) | Entry::Influence(_) => true,
            Entry::Damaged(_) | Entry::SetAside(..) | Entry::Stranger(_) => false,
        }
    }
}

/// The key of the attempt with this session id.
pub(super) fn attempt_key(id: &str) -> String {
    format!("{ATTEMPT}{id}")
}

/// The session id in the key of an attempt, readable here or not.
pub(super) fn session_of(key: &str) -> Option<&str> {
    key.strip_prefix(ATTEMPT)
}

/// The key of the agreement with this id.
pub(super) fn agreement_key(id: &str) -> String {
    format!("{AGREEMENT_KEY}{id}")
}

/// The key of the influence with this id.
pub(super) fn influence_key(id: &str) -> String {
    format!("{INFLUENCE_KEY}{id}")
}

/// A key in quarantine for `text`, found under `key`. A second damaged record from the
/// same key gets one of its own, since the first is still to be offered; the same text
/// again (the first move stopped half-way) does not.
pub(super) fn quarantine_key(key: &str, text: &str, entries: &Entries) -> String {
    let mut moved = format!("{QUARANTINE}{key}");
    while entries
        .get(&moved)
        .is_some_and(|there| there.text() != text)
    {
        moved.push('+');
    }
    moved
}

/// Whether the key already lies in quarantine.
pub(super) fn in_quarantine(key: &str) -> bool {
    key.starts_with(QUARANTINE)
}

fn read_preferences(text: String) -> Entry {
    let value: Value = serde_json::from_str(&text).unwrap_or_default();
    match value["schema"].as_u64() {
        Some(PREFERENCES_SCHEMA) => Entry::Preferences(Preferences {
            language: value["language"].as_str().and_then(Language::from_tag),
        }),
        Some(schema) if schema > PREFERENCES_SCHEMA => {
            Entry::SetAside(Unreadable::Newer { schema }, text)
        }
        _ => Entry::Damaged(text),
    }
}
