//! When two names or ids call the same person.

use unicode_normalization::UnicodeNormalization;

/// What is equal for two names or ids of one person: white space around, upper and lower case, and
/// Unicode forms make no difference.
pub fn person_key(text: &str) -> String {
    // What follows changes nothing else of these letters.
    if text.is_ascii() {
        return text.trim().to_ascii_lowercase();
    }
    let compatible: String = text.trim().nfkc().collect();
    // All three: capital ß has no other upper case, and some letters have two lower cases.
    let folded = compatible.to_lowercase().to_uppercase().to_lowercase();
    folded.trim().nfkc().collect()
}
