//! Texts with values.

use super::Text;

/// A text with named placeholders for values, such as `{n} of {total}`. The names stand in the
/// declaration of the text, which gives it a method with an argument for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Template(pub(crate) Text);

impl Template {
    /// A text with its placeholders in curly brackets.
    pub const fn new(text: Text) -> Self {
        Self(text)
    }

    /// Whether its placeholders are exactly these, each at least once.
    pub const fn has_placeholders(self, names: &[&str]) -> bool {
        let text = self.0.as_bytes();
        let mut found = 0_u32;
        let mut at = 0;
        while at < text.len() {
            if text[at] == b'}' {
                return false;
            }
            if text[at] == b'{' {
                let begin = at + 1;
                while at < text.len() && text[at] != b'}' {
                    at += 1;
                }
                if at == text.len() {
                    return false;
                }
                match position(names, text, begin, at) {
                    Some(n) => found |= 1 << n,
                    None => return false,
                }
            }
            at += 1;
        }
        found == (1 << names.len()) - 1
    }

    /// The text with each placeholder filled in.
    pub(crate) fn fill(self, values: &[(&str, Value)]) -> String {
        let mut filled = String::new();
        // Every other piece is the name of a placeholder.
        for (n, piece) in self.0.split(['{', '}']).enumerate() {
            match values.iter().find(|(name, _)| n % 2 == 1 && *name == piece) {
                Some((_, Value::Text(text))) => filled.push_str(text),
                Some((_, Value::Number(number))) => filled.push_str(&number.to_string()),
                None => filled.push_str(piece),
            }
        }
        filled
    }
}

/// Which of the names the bytes from `begin` up to `end` are.
const fn position(names: &[&str], text: &[u8], begin: usize, end: usize) -> Option<usize> {
    let mut n = 0;
    while n < names.len() {
        let name = names[n].as_bytes();
        let mut same = 0;
        while same < name.len() && begin + same < end && text[begin + same] == name[same] {
            same += 1;
        }
        if same == name.len() && begin + same == end {
            return Some(n);
        }
        n += 1;
    }
    None
}

/// What is filled into a placeholder.
pub(crate) enum Value<'a> {
    /// As it is.
    Text(&'a str),
    /// In digits.
    Number(usize),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value<'_> {
    fn from(number: usize) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number as usize)
    }
}

impl From<u8> for Value<'_> {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}
