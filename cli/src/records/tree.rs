//! A line of JSON as it stands, with fields that are there twice. Nothing is asked of its types, so
//! that what is wrong can be said in our words.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

/// Most values of one line. A record has some dozens; a value takes more memory than text.
const MOST_VALUES: usize = 100_000;

/// Whole numbers up to here are exact as fractions, 2^53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A value.
#[derive(Debug, PartialEq)]
pub(super) enum Tree<'a> {
    Null,
    Bool(bool),
    /// A whole number: `4`, and also `4.0` or `4e0`.
    Whole(i128),
    Fraction(f64),
    Text(Cow<'a, str>),
    List(Vec<Tree<'a>>),
    /// Fields in their order.
    Object(Vec<(Cow<'a, str>, Tree<'a>)>),
}

impl Tree<'_> {
    /// What kind of value it is, with its article; a number is said itself.
    pub fn in_words(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(value) => value.to_string(),
            Self::Whole(number) => number.to_string(),
            Self::Fraction(number) => number.to_string(),
            Self::Text(_) => "a text".to_owned(),
            Self::List(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

/// Reads a line. The error is a clause without its full stop.
pub(super) fn read(text: &[u8]) -> Result<Tree<'_>, String> {
    let text = std::str::from_utf8(text).map_err(|error| {
        format!(
            "byte {} of it is not UTF-8: save the file with UTF-8 as its encoding, perhaps it is \
             in Windows-1252",
            error.valid_up_to() + 1
        )
    })?;
    let count = Cell::new(0);
    let mut json = serde_json::Deserializer::from_str(text);
    let tree = Values(&count).deserialize(&mut json);
    tree.and_then(|tree| json.end().map(|()| tree))
        .map_err(|error| said(&error, count.get()))
}

/// What the parser found, with the column only: every line is its first.
fn said(error: &serde_json::Error, values: usize) -> String {
    if values > MOST_VALUES {
        return format!("it holds more than {MOST_VALUES} values");
    }
    if error.is_eof() {
        return "it breaks off before its end".to_owned();
    }
    let (column, text) = (error.column(), error.to_string());
    // The parser tells these two apart by nothing but its text.
    if text.starts_with("recursion limit") {
        return format!("column {column}: it is nested too deeply");
    }
    if text.starts_with("number out of range") {
        return format!("column {column}: there is a number that is too large");
    }
    format!("column {column}: this is not JSON")
}

/// Reads a value, and counts.
struct Values<'c>(&'c Cell<usize>);

impl<'de> DeserializeSeed<'de> for Values<'_> {
    type Value = Tree<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Tree<'de>, D::Error> {
        self.0.set(self.0.get() + 1);
        if self.0.get() > MOST_VALUES {
            return Err(Error::custom("too many values"));
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Values<'_> {
    type Value = Tree<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E: Error>(self) -> Result<Tree<'de>, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Tree<'de>, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Tree<'de>, E> {
        Ok(Tree::Whole(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Tree<'de>, E> {
        Ok(Tree::Whole(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree<'de>, E> {
        Ok(match value.fract() == 0.0 && value.abs() <= EXACT {
            true => Tree::Whole(value as i128),
            false => Tree::Fraction(value),
        })
    }

    fn visit_borrowed_str<E: Error>(self, value: &'de str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Borrowed(value)))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Tree<'de>, E> {
        Ok(Tree::Text(Cow::Owned(value.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Tree<'de>, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Values(self.0))? {
            values.push(value);
        }
        Ok(Tree::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree<'de>, A::Error> {
        let mut fields = Vec::new();
        while let Some(Name(name)) = map.next_key()? {
            fields.push((name, map.next_value_seed(Values(self.0))?));
        }
        Ok(Tree::Object(fields))
    }
}

#[derive(serde::Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);
