//! How large a definition, and what stands in it, may be: files come from anyone.

/// Largest file that is read: 256 KiB. The newest one that ships takes 145.
pub const MAX_BYTES: usize = 262_144;

/// Deepest nesting of lists and objects that is read. The newest definition that
/// ships takes 9.
pub const MAX_DEPTH: usize = 32;

/// Most entries of any list and most fields of any object that is named freely.
pub const MAX_ENTRIES: usize = 200;

/// Most scales of an instrument: what is shared is chosen scale by scale.
pub const MAX_SCALES: usize = 32;

/// Longest id, version and name of a field, in bytes.
pub const MAX_ID: usize = 64;

/// Longest statement, in characters. How many fit on a phone is the linter's matter.
pub const MAX_STATEMENT: usize = 300;

/// Longest title, name, label and answer, in characters: a result file carries labels, and
/// opens with no longer one.
pub const MAX_NAME: usize = 200;

/// Longest text of any other kind, in characters.
pub const MAX_TEXT: usize = 2_000;

/// Most weeks in which an example agreement is due.
pub const MAX_WEEKS: u32 = 52;

/// Most days after a result at which it is come back to.
pub const MAX_FOLLOW_UP_DAYS: u32 = 366;
