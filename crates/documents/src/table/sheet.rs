//! Cells and rows of comma-separated values. Written here: it is a dozen lines, and a crate
//! for it would bring a reader along into the page.

use i18n::decimal;
use model::Language;

/// A table that is being written.
pub(super) struct Sheet {
    text: String,
    separator: char,
    decimal_mark: char,
    in_row: bool,
}

impl Sheet {
    pub(super) fn new(language: Language) -> Self {
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
    pub(super) fn text(&mut self, text: &str) {
        let safe = match text.trim_start().chars().next() {
            Some('=' | '+' | '-' | '@') => {
                let mut quoted = String::from("'");
                quoted.push_str(text);
                quoted
            }
            _ => text.replace(['\t', '\r', '\n'], " "),
        };
        self.cell(&safe);
    }

    /// A whole number, which stays one when it is negative.
    pub(super) fn number(&mut self, number: i32) {
        self.cell(&number.to_string());
    }

    /// A number from 0 on, to four decimals.
    pub(super) fn decimal(&mut self, number: f64) {
        let mark = self.decimal_mark;
        let text: String = decimal(number, 4)
            .chars()
            .map(|character| if character == '.' { mark } else { character })
            .collect();
        self.cell(&text);
    }

    /// Ends the row.
    pub(super) fn end_row(&mut self) {
        self.text.push_str("\r\n");
        self.in_row = false;
    }

    pub(super) fn into_bytes(self) -> Vec<u8> {
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
