//! What a file is that cannot be read as a definition.

/// Whether a file begins as HTML or XML does: what comes from behind a log-in is a web page.
pub(super) fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    bytes.trim_ascii_start().first() == Some(&b'<')
}
