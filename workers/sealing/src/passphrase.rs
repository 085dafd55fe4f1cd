//! A passphrase as it was typed, and as it may have been typed elsewhere.
//!
//! The same letters can be written in several ways: `é` is one character on one keyboard and two
//! on another, and a keyboard on a phone puts a space after a word. The cipher takes every one of
//! them for another passphrase.

use unicode_normalization::UnicodeNormalization;

/// What a file is sealed under: every space as the one of ASCII, composed characters (NFC), as RFC
/// 8265 prepares a password, and without spaces around it. Forms of other widths stay what they are
/// (no NFKC): other programs would not change them either, and it takes strength away.
pub fn sealed_form(typed: &str) -> String {
    let spaced = typed.chars().map(|one| match one.is_whitespace() {
        true => ' ',
        false => one,
    });
    let composed: String = spaced.nfc().collect();
    match composed.trim() {
        "" => typed.to_owned(),
        trimmed => trimmed.to_owned(),
    }
}

/// What a file may have been sealed under by somebody who typed the same: here, by an earlier
/// version, or by another program. For plain letters without spaces around them there is one.
pub fn forms(typed: &str) -> Vec<String> {
    let sealed = sealed_form(typed);
    let composed = typed.nfc().collect();
    let decomposed = sealed.nfd().collect();
    let decomposed_as_typed = typed.nfd().collect();
    let one_width = sealed.nfkc().collect();
    let mut forms = vec![sealed];
    let others = [
        typed.to_owned(),
        composed,
        decomposed,
        decomposed_as_typed,
        one_width,
    ];
    for form in others {
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    forms
}
