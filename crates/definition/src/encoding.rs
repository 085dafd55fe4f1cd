//! In what a file is written that cannot be read as a definition.

/// How the characters of a file are written, as far as its bytes tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Two bytes a character.
    Utf16,
    /// Four bytes a character.
    Utf32,
    /// One byte a character. Which of these it is, bytes do not tell; of files that people
    /// make it is Windows-1252 most of the time.
    SingleByte,
}

/// The encoding of a file with more than one byte for every character, by its byte order mark or
/// by the zeros between the characters of ASCII that JSON begins with (RFC 4627, section 3).
pub(super) fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some(Encoding::Utf32),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some(Encoding::Utf16),
        [1..=255, 0, 0, 0, ..] | [0, 0, 0, 1..=255, ..] => Some(Encoding::Utf32),
        [1..=255, 0, ..] | [0, 1..=255, ..] => Some(Encoding::Utf16),
        _ => None,
    }
}

/// Whether a file begins as HTML or XML does: what comes from behind a log-in is a web page.
pub(super) fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    bytes.trim_ascii_start().first() == Some(&b'<')
}
