//! The kinds of values in a result file.

use super::label::MAX_LABEL;
use model::Language;
use serde::Serialize;

/// Text of at most `LONGEST` characters, all of them safe to show.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Text<const LONGEST: usize>(pub String);

/// A free label of a person.
pub(super) type Label = Text<MAX_LABEL>;

/// A short text that says something.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct ShortText(pub String);

/// An id that the app makes: letters, digits and dashes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(super) struct Token(pub String);

/// A language by its BCP 47 tag.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct LanguageTag(pub Language);

/// A whole number from `LOW` to `HIGH`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub(super) struct Whole<const LOW: u32, const HIGH: u32>(pub u32);

/// A raw value on a response scale.
pub(super) type Rated = Whole<0, 255>;

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
