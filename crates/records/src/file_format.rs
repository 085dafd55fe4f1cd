//! The formats that a result can be saved in.

use serde::{Deserialize, Serialize};

/// What a result is saved as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFormat {
    /// The result file, which can be opened again.
    #[default]
    Json,
    /// The same, to be put under a passphrase.
    Sealed,
    /// Text to read.
    Markdown,
    /// One row a session.
    Sessions,
    /// One row an answer.
    Answers,
    /// One row a column of the sessions' table.
    Codebook,
    /// The follow-up, for a calendar.
    Calendar,
    /// An xAPI statement that it was completed; only where a host asks for it.
    Xapi,
}

impl FileFormat {
    /// Every format.
    pub const ALL: [Self; 8] = [
        Self::Json,
        Self::Sealed,
        Self::Markdown,
        Self::Sessions,
        Self::Answers,
        Self::Codebook,
        Self::Calendar,
        Self::Xapi,
    ];

    /// The media type (IANA) of the file, before it is put under a passphrase.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::Sealed | Self::Xapi => "application/json",
            Self::Markdown => "text/markdown",
            Self::Sessions | Self::Answers | Self::Codebook => "text/csv",
            Self::Calendar => "text/calendar",
        }
    }
}
