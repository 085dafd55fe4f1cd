//! From bytes to JSON, for every file from outside: bounds first, and only then the parser.

use crate::encoding::wide;
use serde_json::{Number, Value};

/// How large and how deep a file may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// Most bytes.
    pub bytes: usize,
    /// Deepest nesting of lists and objects.
    pub depth: usize,
}

/// Most values of a file. A value takes up to 40 times the memory of its text, `0,`; a backup of 8 MiB
/// has some 300,000.
const MOST_VALUES: usize = 500_000;

/// Why a file was not parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unparsed {
    /// There is nothing in it.
    Empty,
    /// It is larger than its bounds, or holds more than 500,000 values.
    TooBig,
    /// It is nested more deeply than its bounds.
    TooDeep,
    /// It is not UTF-8 text; [`crate::Encoding::of`] says what it seems to be.
    NotText,
    /// It breaks off before its end.
    Truncated,
    /// It is not JSON.
    NotJson {
        /// Line of the fault, from 1.
        line: usize,
        /// Column of the fault, from 1.
        column: usize,
    },
}

/// The largest number up to which every whole number has a floating-point number of its own: 2^53.
const MOST_EXACT: f64 = 9_007_199_254_740_992.0;

/// Parses a file. A byte order mark before the text is passed over.
///
/// # Errors
/// The first thing found that keeps the file from being parsed.
pub fn parse(bytes: &[u8], bounds: Bounds) -> Result<Value, Unparsed> {
    if bytes.len() > bounds.bytes {
        return Err(Unparsed::TooBig);
    }
    if wide(bytes).is_some() {
        return Err(Unparsed::NotText);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        None => Unparsed::Truncated,
        Some(_) => Unparsed::NotText,
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.trim_ascii().is_empty() {
        return Err(Unparsed::Empty);
    }
    let shape = Shape::of(text);
    if shape.depth > bounds.depth {
        return Err(Unparsed::TooDeep);
    }
    if shape.values > MOST_VALUES {
        return Err(Unparsed::TooBig);
    }
    serde_json::from_str(text).map_err(|error| {
        if error.is_eof() {
            return Unparsed::Truncated;
        }
        Unparsed::NotJson {
            line: error.line(),
            column: error.column(),
        }
    })
}

/// Makes every number without a fraction a whole one, however it is written: `4.0` and `4e0` become
/// `4`. JSON Schema means each of these by an integer.
pub fn make_whole(value: &mut Value) {
    match value {
        Value::Number(number) => {
            if let Some(integer) = integer(number) {
                *number = integer.into();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(make_whole),
        Value::Object(fields) => fields.values_mut().for_each(make_whole),
        _ => {}
    }
}

/// The whole number that stands as one with a fraction of zero.
fn integer(number: &Number) -> Option<i64> {
    let value = number.as_f64().filter(|_| number.is_f64())?;
    (value.fract() == 0.0 && value.abs() <= MOST_EXACT).then_some(value as i64)
}

/// What can be known of a text before it is parsed. It reads anything, JSON or not.
struct Shape {
    /// The deepest nesting of brackets outside strings.
    depth: usize,
    /// At least as many as there are values, less one.
    values: usize,
}

impl Shape {
    fn of(text: &str) -> Self {
        let (mut now, mut depth, mut values) = (0_usize, 0_usize, 0_usize);
        let (mut in_string, mut escaped) = (false, false);
        for byte in text.bytes() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_string => escaped = true,
                b'"' => in_string = !in_string,
                b'[' | b'{' if !in_string => {
                    values += 1;
                    now += 1;
                    depth = depth.max(now);
                }
                b']' | b'}' if !in_string => now = now.saturating_sub(1),
                b',' if !in_string => values += 1,
                _ => {}
            }
        }
        Self { depth, values }
    }
}
