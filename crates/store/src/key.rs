//! Names of records, and which names in a backend are ours at all.

use std::fmt;
use std::rc::Rc;

/// What every name of ours starts with in a backend that we share with others on the same
/// origin. [`crate::backend::Mirror`] implementations add and remove it.
pub const PREFIX: &str = "mindset:";

/// The name of a record: a kind, and an id where there may be several of that kind.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordKey(Rc<str>);

impl RecordKey {
    /// The only record of its kind, such as `preferences`.
    ///
    /// `kind` is 1 to 32 lowercase ASCII letters, and neither `meta`, `pending` nor
    /// `quarantine`, which the store uses itself; otherwise `None`.
    pub fn single(kind: &str) -> Option<Self> {
        is_kind(kind).then(|| Self(kind.into()))
    }

    /// One of several records of its kind. `kind` is as in [`Self::single`], `id` is 1 to 64
    /// of `A-Z a-z 0-9 _ -`; otherwise `None`.
    pub fn new(kind: &str, id: &str) -> Option<Self> {
        (is_kind(kind) && is_id(id)).then(|| Self([kind, "/", id].concat().into()))
    }

    /// The key with this name, as [`Self::as_str`] writes it; `None` for any other text.
    pub fn parse(name: &str) -> Option<Self> {
        match name.split_once('/') {
            None => Self::single(name),
            Some(("quarantine", id)) => is_id(id).then(|| Self(name.into())),
            Some((kind, id)) => Self::new(kind, id),
        }
    }

    /// A place in quarantine. `id` is made of ids by the store.
    pub(crate) fn in_quarantine(id: &str) -> Self {
        Self(["quarantine/", id].concat().into())
    }

    /// The key as a name, without [`PREFIX`].
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind: `attempt` of `attempt/7`.
    pub fn kind(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The id: `7` of `attempt/7`, `None` for the only record of its kind.
    pub fn id(&self) -> Option<&str> {
        self.0.split_once('/').map(|(_, id)| id)
    }

    /// Whether this is the name of a damaged record.
    pub fn is_quarantine(&self) -> bool {
        self.kind() == "quarantine"
    }
}

impl fmt::Debug for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for RecordKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Whether a name is in our form. Any other one is not ours to touch.
pub(crate) fn is_ours(name: &str) -> bool {
    name == META || key_of_copy(name).is_some()
}

/// Whether a name in the mirror is a place for what a tab could not bring into the database.
pub(crate) fn is_pending(name: &str) -> bool {
    pending_key(name).is_some()
}

/// The key of what stands under a name in the mirror: a copy of a row, or something pending.
pub(crate) fn key_of_copy(name: &str) -> Option<RecordKey> {
    RecordKey::parse(name).or_else(|| pending_key(name))
}

fn pending_key(name: &str) -> Option<RecordKey> {
    let (tab, key) = name.strip_prefix(PENDING)?.split_once('/')?;
    is_id(tab).then(|| RecordKey::parse(key))?
}

/// The name of the row that says that this database is in use, and its epoch.
pub(crate) const META: &str = "meta";

const PENDING: &str = "pending/";

/// Where a tab puts into the mirror what it could not bring into the database. Each tab has
/// places of its own, so that no tab overwrites what another one is about to lose.
pub(crate) fn pending_name(tab: &str, key: &RecordKey) -> String {
    [PENDING, tab, "/", key.as_str()].concat()
}

fn is_kind(kind: &str) -> bool {
    let reserved = [META, "pending", "quarantine"].contains(&kind);
    (1..=32).contains(&kind.len()) && kind.bytes().all(|b| b.is_ascii_lowercase()) && !reserved
}

pub(crate) fn is_id(id: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
    (1..=64).contains(&id.len()) && id.bytes().all(fits)
}
