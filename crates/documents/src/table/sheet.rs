//! Cells and rows of comma-separated values. Written here: it is a dozen lines, and a crate
//! for it would bring a reader along into the page.

use i18n::decimal;
use model::Language;
use untrusted::{is_invisible, is_unsafe};

/// A table that is being written.
pub(crate) struct Sheet {
    text: String,
    separator: char,
    decimal_mark: char,
    in_row: bool,
}

impl Sheet {
    pub(crate) fn new(language: Language) -> Self {
        let (separator, decimal_mark) = match language {
            Language::Nl => (';', ','),
            Language::En => (',', '.'),
        };
        Self {
            text: String::from('\u{feff}'),
            separator,
            decimal_mark,
            in_row: false,
        }
    }

    /// A cell of text, which a spreadsheet must not take for a formula.
    pub(crate) fn text(&mut self, text: &str) {
        self.cell(&no_formula(text));
    }

    /// A whole number, which stays one when it is negative.
    pub(crate) fn number(&mut self, number: i32) {
        self.cell(&number.to_string());
    }

    /// A number from 0 on, to four decimals.
    pub(crate) fn decimal(&mut self, number: f64) {
        let mark = self.decimal_mark;
        let text: String = decimal(number, 4)
            .chars()
            .map(|character| if character == '.' { mark } else { character })
            .collect();
        self.cell(&text);
    }

    /// A number, which stays one when it is negative, to six decimals.
    pub(crate) fn signed_decimal(&mut self, number: f64) {
        let sign = if number < 0.0 { "-" } else { "" };
        let text = decimal(number.abs(), 6);
        let text = [sign, &text].concat();
        self.cell(&text.replace('.', &self.decimal_mark.to_string()));
    }

    /// Ends the row.
    pub(crate) fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.in_row = false;
    }

    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn cell(&mut self, content: &str) {
        if self.in_row {
            self.text.push(self.separator);
        }
        self.in_row = true;
        if content.contains(['"', ',', ';', '\t', '\r', '\n']) {
            self.text.push('"');
            for character in content.chars() {
                if character == '"' {
                    self.text.push('"');
                }
                self.text.push(character);
            }
            self.text.push('"');
        } else {
            self.text.push_str(content);
        }
    }
}

/// The text on one line, without what cannot be seen in it, and with an apostrophe where a
/// spreadsheet could take what follows for a formula (OWASP, CSV injection): at its beginning, and
/// after each separator in it, since the spreadsheet of another language splits a text there.
fn no_formula(text: &str) -> String {
    let visible = text.chars().filter(|&one| !is_invisible(one));
    let on_one_line = visible.map(|one| if is_unsafe(one) { ' ' } else { one });
    let text: String = on_one_line.collect();
    let mut written = String::new();
    for part in text.split_inclusive(is_separator) {
        // Quotes around a cell, and what some strip from its beginning.
        let begins = |one: char| one.is_whitespace() || one == '"';
        if part.trim_start_matches(begins).starts_with(begins_formula) {
            written.push('\'');
        }
        written.push_str(part);
    }
    written
}

/// Whether a spreadsheet may be set to begin another cell after this character.
fn is_separator(character: char) -> bool {
    matches!(character, ',' | ';' | '\t' | '|')
}

/// Whether a spreadsheet may take what begins so for a formula: also in the forms of other widths,
/// which some turn into the plain one.
fn begins_formula(character: char) -> bool {
    matches!(
        character,
        '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠' | '﹦' | '﹢' | '﹣' | '﹫' | '−'
    )
}
