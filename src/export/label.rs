//! The free label of a person, made safe to show beside other text.

/// Longest label, in characters.
pub const MAX_LABEL: usize = 80;

/// Whether a character could change how the text around it is shown: controls, line and
/// paragraph separators, and the bidirectional controls of UAX #9.
pub(super) fn is_unsafe(character: char) -> bool {
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

/// The label without unsafe characters, cut to [`MAX_LABEL`] characters.
pub fn clean_label(label: &str) -> String {
    label
        .chars()
        .filter(|&character| !is_unsafe(character))
        .take(MAX_LABEL)
        .collect()
}
