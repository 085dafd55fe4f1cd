//! The free label of a person, made safe to show beside other text.

use untrusted::{is_invisible, is_unsafe};

/// Longest label, in characters.
pub const MAX_LABEL: usize = 80;

/// The label without unsafe and invisible characters, cut to [`MAX_LABEL`] characters.
pub fn clean_label(label: &str) -> String {
    label
        .chars()
        .filter(|&character| !is_unsafe(character) && !is_invisible(character))
        .take(MAX_LABEL)
        .collect()
}
