//! What a record calls its person, and when two records call the same one.

use super::tree::Tree;
use unicode_normalization::UnicodeNormalization;
use untrusted::{is_invisible, is_unsafe};

/// Most characters of an id.
const LONGEST: usize = 200;

/// Largest whole number that every program writes exactly, 2^53.
const LARGEST: i128 = 1 << 53;

/// What a record calls its person.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(untagged)]
pub enum Id {
    /// A text, as it was given.
    Text(String),
    /// A whole number.
    Number(i64),
}

impl Id {
    /// The id in a field; `None` for null. The error is a clause without its full stop.
    pub(super) fn read(given: Tree) -> Result<Option<Self>, String> {
        match given {
            Tree::Null => Ok(None),
            Tree::Whole(number) if number.abs() <= LARGEST => {
                Ok(i64::try_from(number).ok().map(Self::Number))
            }
            Tree::Whole(_) => Err("id is too large a number: write it as a text".to_owned()),
            Tree::Text(text) => Self::of_text(text.into_owned()).map(Some),
            other => Err(format!(
                "id is {}: it must be a text or a whole number",
                other.in_words()
            )),
        }
    }

    fn of_text(text: String) -> Result<Self, String> {
        if text.trim().is_empty() {
            return Err("id is empty: leave it out, or write null".to_owned());
        }
        if text.chars().count() > LONGEST {
            return Err(format!("id is longer than {LONGEST} characters"));
        }
        // Variation selectors too: two ids that look alike would be two people.
        if text.chars().any(|one| is_unsafe(one) || is_invisible(one)) {
            return Err("id holds a character that cannot be seen: take it out".to_owned());
        }
        Ok(Self::Text(text))
    }

    /// What is equal for two ids of one person: white space around, upper and lower case, Unicode
    /// forms, and whether a number stands between quotation marks make no difference.
    pub fn person(&self) -> String {
        match self {
            Self::Number(number) => number.to_string(),
            // What follows changes nothing else of these letters.
            Self::Text(text) if text.is_ascii() => text.trim().to_ascii_lowercase(),
            Self::Text(text) => {
                let compatible: String = text.trim().nfkc().collect();
                // All three: capital ß has no other upper case, and some letters have two lower cases.
                let folded = compatible.to_lowercase().to_uppercase().to_lowercase();
                folded.trim().nfkc().collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(text: &str) -> String {
        Id::of_text(text.to_owned()).unwrap().person()
    }

    #[test]
    fn one_person_is_one_however_the_id_is_written() {
        for same in [
            ["1", " 1 "],
            ["1", "\u{FF11}"],
            ["R-1", "r-1"],
            ["Zoë", "ZOE\u{308}"],
            ["ﬁ", "FI"],
            ["Straße", "STRASSE"],
            ["STRA\u{1E9E}E", "Straße"],
            ["STRA\u{1E9E}E", "strasse"],
            ["ΟΔΟΣ", "οδος"],
            ["Å", "\u{212B}"],
            ["a", "\u{A0}a\t".trim_end_matches('\t')],
        ] {
            assert_eq!(person(same[0]), person(same[1]), "{same:?}");
        }
        assert_eq!(Id::Number(1).person(), person("1"));
        for other in [["1", "01"], ["a b", "ab"], ["1", "1.0"], ["e", "é"]] {
            assert_ne!(person(other[0]), person(other[1]), "{other:?}");
        }
    }

    #[test]
    fn an_id_holds_nothing_that_cannot_be_seen() {
        for hidden in [
            '\u{AD}',
            '\u{200D}',
            '\u{202E}',
            '\u{FE00}',
            '\u{FE0F}',
            '\u{E0041}',
            '\u{E0100}',
        ] {
            let id = Id::of_text(format!("R{hidden}-1"));
            let why = "id holds a character that cannot be seen: take it out";
            assert_eq!(id, Err(why.to_owned()), "{hidden:?}");
        }
    }
}
