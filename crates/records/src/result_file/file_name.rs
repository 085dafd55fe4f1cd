//! What a result file is called.

use model::Timestamp;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Longest part of the name that comes from a label, in characters.
const MAX_SLUG: usize = 40;

/// `mindset-YYYY-MM-DD-pseudonym`, and what it ends in, such as `.json`; the day is the one of
/// `exported_at` where the reader is, and a label of which nothing is left is left out. As it
/// begins with a word of ours, it is no name that a system keeps for itself.
pub fn result_name(exported_at: &Timestamp, pseudonym: &str, end: &str) -> String {
    let mut name = String::from("mindset");
    for part in [slug(&exported_at.day().to_string()), slug(pseudonym)] {
        if !part.is_empty() {
            name.push('-');
            name.push_str(&part);
        }
    }
    name.push_str(end);
    name
}

/// Lower-case letters and digits, with one dash for everything between them: safe on every file
/// system. Latin letters are written in ASCII, so that "Zoë" and "Łukasz" stay readable; those of
/// other scripts stay as they are.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut length = 0;
    for character in text.nfkd() {
        let letters: &str = match in_ascii(character) {
            Some(letters) => letters,
            None if character.is_alphanumeric() => &character.to_lowercase().collect::<String>(),
            // Of Latin letters the accents are dropped; in other scripts they make another word.
            None if is_combining_mark(character) && !slug.ends_with('-') => {
                match slug.ends_with(|last: char| !last.is_ascii()) {
                    true => &character.to_string(),
                    false => "",
                }
            }
            None if slug.is_empty() || slug.ends_with('-') => "",
            None => "-",
        };
        for letter in letters.chars().take(MAX_SLUG - length) {
            slug.push(letter);
            length += 1;
        }
    }
    let slug: String = slug.nfc().collect();
    slug.trim_matches('-').to_owned()
}

/// Latin letters that do not come apart into one of ASCII and an accent, as they are written where
/// there are none but those of ASCII.
fn in_ascii(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' | 'ẞ' => "ss",
        'Æ' | 'æ' => "ae",
        'Œ' | 'œ' => "oe",
        'Ø' | 'ø' => "o",
        'Đ' | 'đ' | 'Ð' | 'ð' => "d",
        'Ħ' | 'ħ' => "h",
        'ı' => "i",
        'ĸ' => "k",
        'Ł' | 'ł' => "l",
        'Ŋ' | 'ŋ' => "n",
        'Ŧ' | 'ŧ' => "t",
        'Þ' | 'þ' => "th",
        _ => return None,
    })
}
