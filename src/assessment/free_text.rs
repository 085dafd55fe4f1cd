//! Text somebody typed, made safe to show beside other text.

/// Longest free text, in characters.
pub const MAX_TEXT: usize = 500;

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

/// The text without unsafe characters but for line breaks, cut to [`MAX_TEXT`] characters.
pub(super) fn clean_text(text: &mut String) {
    let kept = |&character: &char| character == '\n' || !is_unsafe(character);
    if text.chars().count() > MAX_TEXT || !text.chars().all(|character| kept(&character)) {
        *text = text.chars().filter(kept).take(MAX_TEXT).collect();
    }
}
