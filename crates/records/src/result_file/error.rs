//! Why a file was not opened.

use serde::{Deserialize, Serialize};
pub use untrusted::SealedFault;

/// One variant for each sentence that a reader can need. Nothing has been
/// changed when one of these is returned. Texts quoted from the file are bounded and free
/// of control characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ImportError {
    /// The file has no content.
    Empty,
    /// The file is larger than a result can be.
    TooBig {
        /// Its size in bytes.
        bytes: usize,
        /// The largest size that is read.
        limit: usize,
    },
    /// The file is nested more deeply than a result can be.
    TooDeep {
        /// The deepest nesting that is read.
        limit: usize,
    },
    /// The file is no text.
    NotText,
    /// The file is text that is not in UTF-8.
    OtherEncoding {
        /// What it seems to be in, such as `UTF-16` or `Windows-1252`.
        name: String,
    },
    /// The file is in the age format, and no passphrase opens it here.
    Sealed(SealedFault),
    /// The file is not JSON.
    NotJson {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
    },
    /// The file breaks off before its end.
    Truncated,
    /// JSON, but not a result file of this app.
    NotAResult,
    /// A result file of a newer major version than this app can read.
    NewerFormat {
        /// The version it states.
        found: String,
    },
    /// A result of a form that the instrument does not have.
    OtherForm {
        /// The form it states.
        found: String,
    },
    /// A result on an instrument, or a version of one, that this app does not have.
    UnknownInstrument {
        /// Id of the instrument.
        id: String,
        /// Version of the instrument.
        version: String,
    },
    /// A result on another content of an instrument that this app has in the same version. It
    /// is scored by its own definition or not at all.
    OtherContent {
        /// Id of the instrument.
        id: String,
        /// Version of the instrument.
        version: String,
    },
    /// A result file without the answers, which were left out on purpose: it can be read, not
    /// opened.
    Withheld,
    /// An answer to an item that the instrument does not have.
    UnknownItem {
        /// The id in the file.
        id: String,
    },
    /// The same item, scale, question or field occurs twice.
    Duplicate {
        /// Where the second one stands, such as `responses[7].itemId`.
        place: String,
    },
    /// A field that must be there is not.
    Missing {
        /// Where it should stand, such as `session.startedAt`.
        place: String,
    },
    /// More in fields that are not known here than is kept of them.
    TooMuchUnknown,
    /// A value of the wrong kind, or outside what is allowed.
    BadValue {
        /// Where it stands, such as `responses[3].value`.
        place: String,
    },
}
