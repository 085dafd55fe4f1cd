//! What a result file is called.

use model::Timestamp;

/// Longest part of the name that comes from a label, in characters.
const MAX_SLUG: usize = 40;

/// `mindset-YYYY-MM-DD-pseudonym`, and what it ends in, such as `.json`; the day is the one of `exported_at` where the
/// reader is, and a label of which nothing is left is left out.
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

/// Lower-case ASCII letters and digits, with one dash for everything between them: safe on
/// every file system. Western accents are dropped so that "Zoë" stays readable.
fn slug(text: &str) -> String {
    let mut slug = String::new();
    for character in text.chars() {
        if slug.len() == MAX_SLUG {
            break;
        }
        match plain(character) {
            Some(letter) => slug.push(letter),
            None if slug.is_empty() || slug.ends_with('-') => {}
            None => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

fn plain(character: char) -> Option<char> {
    Some(match character {
        'a'..='z' | '0'..='9' => character,
        'A'..='Z' => character.to_ascii_lowercase(),
        'À'..='Å' | 'à'..='å' => 'a',
        'Ç' | 'ç' => 'c',
        'È'..='Ë' | 'è'..='ë' => 'e',
        'Ì'..='Ï' | 'ì'..='ï' => 'i',
        'Ñ' | 'ñ' => 'n',
        'Ò'..='Ö' | 'ò'..='ö' | 'Ø' | 'ø' => 'o',
        'Ù'..='Ü' | 'ù'..='ü' => 'u',
        'Ý' | 'ý' | 'ÿ' => 'y',
        _ => return None,
    })
}
