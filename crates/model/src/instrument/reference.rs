//! Which questionnaire, exactly.

use serde::{Deserialize, Serialize};

/// A questionnaire by its id, version and content. The same id and version with another digest
/// is another questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct InstrumentRef {
    /// Frozen id.
    pub id: String,
    /// Version of its content, dotted numbers.
    pub version: String,
    /// Digest of the definition's bytes: `sha256:` and 64 hexadecimal digits.
    pub digest: String,
}
