//! What reaches a terminal: nothing of a record, a file name or an error may steer it or turn the
//! text around it.

use serde_json::ser::Formatter;
use std::io::{self, Write};
use untrusted::{is_invisible, is_unsafe};

/// Most characters of a sentence about a file.
const LONGEST_SENTENCE: usize = 300;

/// Whether a character is not shown, or changes how others are shown. Variation selectors belong to
/// a character that is shown.
pub fn is_hidden(character: char) -> bool {
    let is_selector = matches!(character, '\u{FE00}'..='\u{FE0F}');
    is_unsafe(character) || (is_invisible(character) && !is_selector)
}

/// A text of one line with U+FFFD in place of each hidden character.
pub fn clean(text: &str) -> String {
    let seen = |character| match is_hidden(character) {
        true => char::REPLACEMENT_CHARACTER,
        false => character,
    };
    text.chars().map(seen).collect()
}

/// The same for a text of several lines, which stay.
pub fn clean_lines(text: &str) -> String {
    text.split('\n').map(clean).collect::<Vec<_>>().join("\n")
}

/// A foreign text within a sentence: in one line, of at most 64 characters.
pub fn quoted(text: &str) -> String {
    clean(&untrusted::quoted(text))
}

/// A sentence that names places in a file: in one line, of at most 300 characters.
pub fn short(sentence: &str) -> String {
    match sentence.char_indices().nth(LONGEST_SENTENCE) {
        None => clean(sentence),
        Some((end, _)) => clean(&sentence[..end]) + "…",
    }
}

/// Says a sentence on standard error, or on what stands for it. When nobody reads it the work goes
/// on all the same, and the exit code says that there was something.
pub fn complain(complaints: &mut dyn Write, sentence: &str) {
    let _ = writeln!(complaints, "{}", clean_lines(sentence));
}

/// JSON on one line in which every hidden character is an escape.
pub fn json(value: &impl serde::Serialize) -> Vec<u8> {
    let mut line = Vec::new();
    let mut writer = serde_json::Serializer::with_formatter(&mut line, Escaping);
    // Into memory, from texts and finite numbers: there is nothing that could fail.
    if value.serialize(&mut writer).is_err() {
        line.clear();
    }
    line.push(b'\n');
    line
}

struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: Write + ?Sized>(
        &mut self,
        writer: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        let mut units = [0; 2];
        for part in fragment.split_inclusive(is_hidden) {
            let last = part.chars().next_back().filter(|&last| is_hidden(last));
            let seen = &part[..part.len() - last.map_or(0, char::len_utf8)];
            writer.write_all(seen.as_bytes())?;
            for unit in last.map_or(&[][..], |last| last.encode_utf16(&mut units)) {
                write!(writer, "\\u{unit:04x}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_with_hidden_characters_says_the_same_in_ascii() {
        let text = "a\u{1B}[31m\u{9B}b\u{202E}c\u{200B}\u{E0041}é\u{FEFF}";
        let written = String::from_utf8(json(&text)).unwrap();
        assert!(!written.trim_end().chars().any(is_hidden), "{written:?}");
        assert!(written.contains("\\udb40\\udc41"), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
    }

    #[test]
    fn a_cleaned_text_keeps_what_can_be_seen() {
        assert_eq!(clean("é 😀 \u{2764}\u{FE0F} ق"), "é 😀 \u{2764}\u{FE0F} ق");
        assert_eq!(clean("a\nb\u{85}c"), "a\u{FFFD}b\u{FFFD}c");
        assert_eq!(clean_lines("a\nb\r"), "a\nb\u{FFFD}");
    }
}
