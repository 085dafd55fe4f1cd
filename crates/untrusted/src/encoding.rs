//! How a file that is not UTF-8 seems to be written, so that a reader can be told.

/// What the bytes of a file seem to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-16, in either order of bytes.
    Utf16,
    /// UTF-32, in either order of bytes.
    Utf32,
    /// One byte a character: Windows-1252, or one of its relatives.
    Windows1252,
    /// No text.
    Binary,
}

impl std::fmt::Display for Encoding {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(self.name().unwrap_or("no text"))
    }
}

impl Encoding {
    /// Its name, the same in every language; none for what is no text.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Utf16 => Some("UTF-16"),
            Self::Utf32 => Some("UTF-32"),
            Self::Windows1252 => Some("Windows-1252"),
            Self::Binary => None,
        }
    }

    /// What a file seems to be that is not read as UTF-8.
    pub fn of(bytes: &[u8]) -> Self {
        let wide = wide(bytes);
        if let Some(encoding) = wide {
            return encoding;
        }
        // Text has line breaks and tabs, and no other control character.
        let is_control = |byte: &u8| byte.is_ascii_control() && !byte.is_ascii_whitespace();
        match bytes.iter().any(is_control) {
            true => Self::Binary,
            false => Self::Windows1252,
        }
    }
}

/// The encoding whose units are wider than a byte, by a byte order mark or by the zeros between the
/// characters of ASCII that JSON begins with (RFC 4627, section 3).
pub fn wide(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] | [0, 0, 0xFE, 0xFF, ..] => Some(Encoding::Utf32),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Some(Encoding::Utf16),
        [1..=0x7F, 0, 0, 0, ..] | [0, 0, 0, 1..=0x7F, ..] => Some(Encoding::Utf32),
        [1..=0x7F, 0, ..] | [0, 1..=0x7F, ..] => Some(Encoding::Utf16),
        _ => None,
    }
}
