//! What may stand in a text that is shown beside other text, whoever wrote it.

/// Most characters of a foreign text that are quoted in a sentence.
const MAX_QUOTED: usize = 64;

/// Whether a character could change how the text around it is shown: controls, line and
/// paragraph separators, and the bidirectional controls of UAX #9.
pub fn is_unsafe(character: char) -> bool {
    matches!(
        character,
        '\u{0}'..='\u{1F}'
            | '\u{7F}'..='\u{9F}'
            | '\u{61C}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'..='\u{202E}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// Whether a character takes no place of its own where it is shown: what Unicode calls
/// default-ignorable, such as zero-width spaces and joiners, soft hyphens, variation selectors and
/// tags. Text can be hidden in them, and two texts that look the same can differ by them.
pub fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFFB}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// Whether nothing can be seen of a text: it is empty, or all white space, invisible characters and
/// the Braille pattern without a dot.
pub fn is_blank(text: &str) -> bool {
    text.chars()
        .all(|one| one.is_whitespace() || is_invisible(one) || one == '\u{2800}')
}

/// A foreign text for use within a sentence: at most 64 characters (`…` stands for the rest),
/// and U+FFFD in place of each unsafe one.
pub fn quoted(text: &str) -> String {
    let safe = |character| match is_unsafe(character) {
        true => char::REPLACEMENT_CHARACTER,
        false => character,
    };
    let mut short: String = text.chars().take(MAX_QUOTED).map(safe).collect();
    if text.chars().nth(MAX_QUOTED).is_some() {
        short.push('…');
    }
    short
}

/// Whether an address in the text begins with anything but `https://`. No address is made a
/// link; a reader may still follow one.
pub fn names_other_scheme(text: &str) -> bool {
    // Bytes, since searching for a text in a text is kilobytes of the page.
    let bytes = text.as_bytes();
    let mut spots = bytes.windows(3).enumerate();
    spots.any(|(at, three)| three == b"://" && !ends_in_https(&bytes[..at]))
}

fn ends_in_https(bytes: &[u8]) -> bool {
    let before = bytes.iter().rposition(|byte| !byte.is_ascii_alphanumeric());
    bytes[before.map_or(0, |at| at + 1)..].eq_ignore_ascii_case(b"https")
}
