//! Reading the raw shape from JSON, with the place of whatever is amiss.
//!
//! A small reader over parsed JSON rather than derived deserialisation: that cost some
//! 25 KB of the first load, and could say a line and a column where this says `items[3].key`.

use super::limits::{MAX_ENTRIES, MAX_ID};
use super::{Fault, Kind, Problem};
use serde_json::Value;
use untrusted::is_unsafe;

/// A value and where it stands.
pub(super) struct At<'a> {
    value: &'a Value,
    place: String,
}

impl<'a> At<'a> {
    pub fn root(value: &'a Value) -> Self {
        let place = String::new();
        Self { value, place }
    }

    fn fault(&self, problem: Problem) -> Fault {
        let place = self.place.clone();
        Fault { place, problem }
    }

    fn expected(&self, kind: Kind) -> Fault {
        self.fault(Problem::Expected(kind))
    }

    /// A field of an object; absent and null are the same.
    pub fn field<T: Read>(&self, name: &str) -> Result<T, Fault> {
        let object = self
            .value
            .as_object()
            .ok_or_else(|| self.expected(Kind::Object))?;
        let at = Self {
            value: object.get(name).unwrap_or(&Value::Null),
            place: if self.place.is_empty() {
                name.to_owned()
            } else {
                [self.place.as_str(), ".", name].concat()
            },
        };
        T::read(&at)
    }

    fn list(&self) -> Result<Vec<Self>, Fault> {
        let entries = self
            .value
            .as_array()
            .ok_or_else(|| self.expected(Kind::List))?;
        self.few(entries.len())?;
        let entry = |(n, value): (usize, &'a Value)| Self {
            value,
            place: [self.place.as_str(), "[", &n.to_string(), "]"].concat(),
        };
        Ok(entries.iter().enumerate().map(entry).collect())
    }

    /// Holds what is named or listed here to a number that no check takes long for.
    fn few(&self, entries: usize) -> Result<(), Fault> {
        match entries > MAX_ENTRIES {
            true => Err(self.fault(Problem::TooMany(MAX_ENTRIES))),
            false => Ok(()),
        }
    }

    fn integer(&self, most: u64) -> Result<u64, Fault> {
        let number = self.value.as_u64().filter(|number| *number <= most);
        number.ok_or_else(|| self.expected(Kind::Integer))
    }
}

/// Whether a text can be an id. It reaches ids of a page, columns, file names and messages.
pub(super) fn is_id(text: &str) -> bool {
    let mut bytes = text.bytes();
    text.len() <= MAX_ID
        && bytes
            .next()
            .is_some_and(|first| first.is_ascii_alphabetic())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// Whether a text can be a version: what a reader can tell from another one at sight.
pub(super) fn is_version(text: &str) -> bool {
    let mut bytes = text.bytes();
    text.len() <= MAX_ID
        && bytes
            .next()
            .is_some_and(|first| first.is_ascii_alphanumeric())
        && bytes.all(|byte| byte.is_ascii_alphanumeric() || b".-_+".contains(&byte))
}

/// Whether a text can be the name of a field: not empty, short, and safe to show in a sentence.
pub(super) fn is_name(text: &str) -> bool {
    (1..=MAX_ID).contains(&text.len()) && !text.chars().any(is_unsafe)
}

/// What can be read from one value.
pub(super) trait Read: Sized {
    fn read(at: &At) -> Result<Self, Fault>;
}

impl Read for String {
    fn read(at: &At) -> Result<Self, Fault> {
        let text = at.value.as_str().ok_or_else(|| at.expected(Kind::Text))?;
        Ok(text.to_owned())
    }
}

impl Read for bool {
    fn read(at: &At) -> Result<Self, Fault> {
        at.value.as_bool().ok_or_else(|| at.expected(Kind::Flag))
    }
}

impl Read for u8 {
    fn read(at: &At) -> Result<Self, Fault> {
        Ok(at.integer(u64::from(u8::MAX))? as u8)
    }
}

impl Read for u32 {
    fn read(at: &At) -> Result<Self, Fault> {
        // Shares and parts are multiplied by sums of answers; this keeps them in range.
        Ok(at.integer(10_000)? as u32)
    }
}

impl Read for f64 {
    fn read(at: &At) -> Result<Self, Fault> {
        at.value.as_f64().ok_or_else(|| at.expected(Kind::Number))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(at: &At) -> Result<Self, Fault> {
        if at.value.is_null() {
            return Ok(None);
        }
        T::read(at).map(Some)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(at: &At) -> Result<Self, Fault> {
        if at.value.is_null() {
            return Ok(Vec::new());
        }
        at.list()?.iter().map(T::read).collect()
    }
}

impl Read for [u32; 2] {
    fn read(at: &At) -> Result<Self, Fault> {
        match at.list()?.as_slice() {
            [from, to] => Ok([u32::read(from)?, u32::read(to)?]),
            _ => Err(at.expected(Kind::Two)),
        }
    }
}

/// An object's values by name. A list, since a map of its own type costs kilobytes and
/// these are a handful long.
pub(super) struct Named<T>(Vec<(String, T)>);

impl<T> Named<T> {
    pub fn get(&self, name: &str) -> Option<&T> {
        self.iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value)
    }

    pub fn iter(&self) -> impl Iterator<Item = &(String, T)> {
        self.0.iter()
    }
}

impl Named<String> {
    /// A text in these languages.
    pub fn of_languages(nl: &Option<String>, en: &Option<String>) -> Self {
        let texts = [("nl", nl), ("en", en)];
        let texts = texts.into_iter();
        let texts = texts.filter_map(|(tag, text)| Some((tag.to_owned(), text.clone()?)));
        Self(texts.collect())
    }
}

impl<T: Read> Read for Named<T> {
    fn read(at: &At) -> Result<Self, Fault> {
        let object = at
            .value
            .as_object()
            .ok_or_else(|| at.expected(Kind::Object))?;
        at.few(object.len())?;
        let names = object.keys();
        let values = names.map(|name| match is_name(name) {
            true => Ok((name.clone(), at.field(name)?)),
            false => Err(at.fault(Problem::BadId(name.clone()))),
        });
        values.collect::<Result<_, _>>().map(Self)
    }
}

/// Declares a struct of the raw shape and how it is read: field by field, by its name.
macro_rules! raw {
    ($(#[$about:meta])* $seen:vis struct $name:ident {
        $($field_seen:vis $field:ident: $kind:ty,)*
    }) => {
        $(#[$about])*
        $seen struct $name { $($field_seen $field: $kind,)* }

        impl super::read::Read for $name {
            fn read(at: &super::read::At) -> Result<Self, super::Fault> {
                Ok(Self { $($field: at.field(stringify!($field))?,)* })
            }
        }
    };
}
pub(super) use raw;
