//! What an export gives: a file that is not yet anywhere.

/// A file to be offered for download.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// File name, of lower-case ASCII letters, digits, dashes and one dot.
    pub name: String,
    /// Media type (IANA).
    pub media_type: &'static str,
    /// Content.
    pub bytes: Vec<u8>,
}
