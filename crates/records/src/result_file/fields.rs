//! The kinds of values in a result file. A value outside what is allowed does not become one.

use super::format::MAX_ID;
use super::label::{MAX_LABEL, clean_label};
use crate::agreement::is_token;
use model::{Day, Language, Timestamp};
use serde::de::{DeserializeOwned, Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};
use std::fmt;
use std::marker::PhantomData;
use untrusted::{is_invisible, is_unsafe, typed};

/// Text of at most `LONGEST` characters, all of them safe to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Text<const LONGEST: usize>(pub String);

/// A free label of a person: of at most [`MAX_LABEL`] characters, all of them safe to show. What
/// cannot be seen in it, such as the joiners of an emoji, is left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Label(pub String);

/// A short text that says something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct ShortText(pub String);

/// An id that the app makes: letters, digits and dashes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Token(pub String);

/// A language by its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct LanguageTag(pub Language);

/// A whole number from `LOW` to `HIGH`; `4.0` is one, as in JSON Schema.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "f64")]
pub(super) struct Whole<const LOW: u32, const HIGH: u32>(pub u32);

/// A raw value on a response scale.
pub(super) type Rated = Whole<0, 255>;

/// A figure in points, 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(try_from = "f64")]
pub(super) struct Points(pub f64);

/// A point in time: the day that a file says, or the moment that one of version 1 said.
pub(super) trait When: DeserializeOwned {
    /// As a moment; a day stands for its start in UTC, as more is not known.
    fn moment(self) -> Timestamp;
}

impl When for Day {
    fn moment(self) -> Timestamp {
        self.start()
    }
}

impl When for Timestamp {
    fn moment(self) -> Timestamp {
        self
    }
}

/// What is said of a value that is not allowed; its place is said by who reads the file.
pub(super) struct NotAllowed;

impl fmt::Display for NotAllowed {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("a value that is not allowed here")
    }
}

impl<const LONGEST: usize> TryFrom<String> for Text<LONGEST> {
    type Error = NotAllowed;

    fn try_from(text: String) -> Result<Self, NotAllowed> {
        let fits = text.chars().count() <= LONGEST && !text.chars().any(is_unsafe);
        fits.then_some(Self(text)).ok_or(NotAllowed)
    }
}

impl TryFrom<String> for Label {
    type Error = NotAllowed;

    fn try_from(text: String) -> Result<Self, NotAllowed> {
        let Text(text) = Text::<MAX_LABEL>::try_from(text)?;
        Ok(Self(clean_label(&text)))
    }
}

impl TryFrom<String> for ShortText {
    type Error = NotAllowed;

    fn try_from(text: String) -> Result<Self, NotAllowed> {
        let Text(text) = Text::<MAX_ID>::try_from(text)?;
        let says_something = !text.is_empty() && !text.chars().any(is_invisible);
        says_something.then_some(Self(text)).ok_or(NotAllowed)
    }
}

impl TryFrom<String> for Token {
    type Error = NotAllowed;

    fn try_from(text: String) -> Result<Self, NotAllowed> {
        is_token(&text).then_some(Self(text)).ok_or(NotAllowed)
    }
}

impl TryFrom<String> for LanguageTag {
    type Error = NotAllowed;

    fn try_from(text: String) -> Result<Self, NotAllowed> {
        let ShortText(tag) = ShortText::try_from(text)?;
        Language::from_tag(&tag).map(Self).ok_or(NotAllowed)
    }
}

impl<const LOW: u32, const HIGH: u32> TryFrom<f64> for Whole<LOW, HIGH> {
    type Error = NotAllowed;

    fn try_from(number: f64) -> Result<Self, NotAllowed> {
        let fits = (LOW.into()..=HIGH.into()).contains(&number) && number.fract() == 0.0;
        fits.then_some(Self(number as u32)).ok_or(NotAllowed)
    }
}

impl TryFrom<f64> for Points {
    type Error = NotAllowed;

    fn try_from(number: f64) -> Result<Self, NotAllowed> {
        let fits = (0.0..=100.0).contains(&number);
        fits.then_some(Self(number)).ok_or(NotAllowed)
    }
}

/// A field that may be absent, and that must fit where it is there, even as null.
pub(super) fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Option<T>, D::Error> {
    T::deserialize(from).map(Some)
}

/// The fields that are left of an object, as a type that knows all of them.
pub(super) fn all_others<'de, T: DeserializeOwned, D: Deserializer<'de>>(
    from: D,
) -> Result<T, D::Error> {
    // Flattened as it is, the type would pass over fields that it does not know.
    let fields = Map::deserialize(from)?;
    typed(&Value::Object(fields)).map_err(D::Error::custom)
}

/// A list of at most `MOST` entries, which are counted before any is read.
pub(super) fn at_most<'de, const MOST: usize, T: Deserialize<'de>, D: Deserializer<'de>>(
    from: D,
) -> Result<Vec<T>, D::Error> {
    struct AtMost<T, const MOST: usize>(PhantomData<T>);

    impl<'de, T: Deserialize<'de>, const MOST: usize> Visitor<'de> for AtMost<T, MOST> {
        type Value = Vec<T>;

        fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(to, "at most {MOST} entries")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
            if list.size_hint().is_some_and(|length| length > MOST) {
                return Err(A::Error::custom(NotAllowed));
            }
            let mut entries = Vec::new();
            while let Some(entry) = list.next_element()? {
                entries.push(entry);
            }
            Ok(entries)
        }
    }

    from.deserialize_seq(AtMost::<T, MOST>(PhantomData))
}

impl From<&str> for ShortText {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<u8> for Rated {
    fn from(value: u8) -> Self {
        Self(value.into())
    }
}
