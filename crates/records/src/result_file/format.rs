//! What the result file is called, which fields it has, and how large it may be.

/// The value of `format` that marks a result file.
pub const FORMAT: &str = "mindset-mirror-result";

/// The version of the file format that is written: major, which an older reader refuses,
/// and minor, whose additions an older reader keeps without reading them.
pub const FORMAT_VERSION: &str = "2.0";

/// The major version that is written; 1 is read for ever.
pub(super) const MAJOR: u32 = 2;

/// Largest file that is read: 1 MiB. A result takes about 10 KiB.
pub const MAX_BYTES: usize = 1_048_576;

/// Deepest nesting of arrays and objects that is read. A result takes 4.
pub const MAX_DEPTH: usize = 32;

/// Longest id, version and other short text, in characters.
pub(super) const MAX_ID: usize = 64;

/// Longest digest, in characters; those of the app have 71.
pub(super) const MAX_DIGEST: usize = 200;

/// Longest label of an answer, in characters.
pub(super) const MAX_ANSWER_LABEL: usize = 200;

/// Highest number of a wave.
pub(super) const MAX_WAVE: u32 = 9_999;

/// Fields at the top that are filled or read. `extensions` is not among them: what is found
/// there is given back.
pub(super) const TOP: [&str; 19] = [
    "format",
    "formatVersion",
    "exportId",
    "exportedOn",
    "generator",
    "instrument",
    "form",
    "language",
    "subject",
    "rater",
    "session",
    "responses",
    "context",
    "scores",
    "beliefs",
    "beliefWork",
    "influences",
    "agreements",
    "disclosure",
];

/// Known fields of `instrument`.
pub(super) const INSTRUMENT: [&str; 3] = ["id", "version", "digest"];

/// Known fields of `subject`.
pub(super) const SUBJECT: [&str; 1] = ["pseudonym"];

/// Known fields of `rater`.
pub(super) const RATER: [&str; 2] = ["role", "pseudonym"];

/// Known fields of `session`.
pub(super) const SESSION: [&str; 5] = ["id", "wave", "status", "startedOn", "completedOn"];

/// Known fields of an entry of `responses`.
pub(super) const RESPONSE: [&str; 6] = ["itemId", "value", "min", "max", "label", "state"];

/// Fields that are never written, not even when an opened file had them: how someone
/// answered is for their own screen only. In small letters alone, as names are compared without
/// case and without what separates words: `page_seconds` is one of them.
pub(super) const NEVER: [&str; 7] = [
    "quality",
    "pageseconds",
    "responsequality",
    "responsepattern",
    "pagetimes",
    "startedat",
    "completedat",
];

/// Words in the names of fields that are never written, wherever they stand in the name.
pub(super) const NEVER_IN_NAME: [&str; 14] = [
    "duration",
    "elapsed",
    "latency",
    "latencies",
    "millis",
    "seconds",
    "timespent",
    "timetaken",
    "timestamp",
    "responsetime",
    "reactiontime",
    "seconden",
    "tijdsduur",
    "tijdstip",
];

/// Words of names of fields that are not written when they hold a number.
pub(super) const NEVER_OF_NUMBERS: [&str; 18] = [
    "ms", "msec", "msecs", "sec", "secs", "second", "mins", "minutes", "minuten", "time", "times",
    "timing", "timings", "timer", "ts", "tijd", "tijden", "duur",
];
