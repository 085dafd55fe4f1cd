//! Text somebody typed, made safe to show beside other text.

use untrusted::is_unsafe;

/// Longest free text, in characters.
pub const MAX_TEXT: usize = 500;

/// The text without unsafe characters but for line breaks, cut to [`MAX_TEXT`] characters.
pub(crate) fn clean_text(text: &mut String) {
    let allowed = |&character: &char| character == '\n' || !is_unsafe(character);
    if text.chars().count() > MAX_TEXT || !text.chars().all(|character| allowed(&character)) {
        *text = text.chars().filter(allowed).take(MAX_TEXT).collect();
    }
}

/// The same as a value.
pub(crate) fn cleaned(mut text: String) -> String {
    clean_text(&mut text);
    text
}
