//! A value of a foreign file together with the place where it stands.

use super::ImportError;
use super::format::MAX_ID;
use serde_json::{Map, Value};
use untrusted::is_unsafe;

/// A value and its path from the root of the file.
pub(super) struct At<'a> {
    pub value: &'a Value,
    pub place: String,
}

impl<'a> At<'a> {
    /// The whole file.
    pub fn root(value: &'a Value) -> Self {
        let place = String::new();
        Self { value, place }
    }

    /// What is said of a value that cannot be.
    pub fn bad(&self) -> ImportError {
        let place = self.place.clone();
        ImportError::BadValue { place }
    }

    /// What is said of an id that was there before.
    pub fn twice(&self) -> ImportError {
        let place = self.place.clone();
        ImportError::Duplicate { place }
    }

    pub fn object(&self) -> Result<&'a Map<String, Value>, ImportError> {
        self.value.as_object().ok_or_else(|| self.bad())
    }

    /// A field that may be absent.
    pub fn optional(&self, name: &str) -> Result<Option<Self>, ImportError> {
        let value = self.object()?.get(name);
        Ok(value.map(|value| Self {
            value,
            place: self.path(name),
        }))
    }

    /// A field that must be there.
    pub fn field(&self, name: &str) -> Result<Self, ImportError> {
        self.optional(name)?.ok_or_else(|| ImportError::Missing {
            place: self.path(name),
        })
    }

    /// The entries of a list.
    pub fn list(&self) -> Result<Vec<Self>, ImportError> {
        let entries = self.value.as_array().ok_or_else(|| self.bad())?;
        let at = |(n, value)| Self {
            value,
            place: [self.place.as_str(), "[", &usize::to_string(&n), "]"].concat(),
        };
        Ok(entries.iter().enumerate().map(at).collect())
    }

    /// `None` for null, else what `read` makes of it.
    pub fn nullable<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, ImportError>,
    ) -> Result<Option<T>, ImportError> {
        if self.value.is_null() {
            return Ok(None);
        }
        read(self).map(Some)
    }

    /// Text of at most `longest` characters, all of them safe to show.
    pub fn text(&self, longest: usize) -> Result<&'a str, ImportError> {
        self.value
            .as_str()
            .filter(|text| text.chars().count() <= longest && !text.chars().any(is_unsafe))
            .ok_or_else(|| self.bad())
    }

    /// A short text that says something.
    pub fn id(&self) -> Result<&'a str, ImportError> {
        let text = self.text(MAX_ID)?;
        if text.is_empty() {
            return Err(self.bad());
        }
        Ok(text)
    }

    /// One of the texts allowed here.
    pub fn one_of(&self, allowed: &[&str]) -> Result<&'a str, ImportError> {
        let text = self.text(MAX_ID)?;
        if !allowed.contains(&text) {
            return Err(self.bad());
        }
        Ok(text)
    }

    /// A number from `low` to `high`.
    pub fn number(&self, low: f64, high: f64) -> Result<f64, ImportError> {
        self.value
            .as_f64()
            .filter(|number| (low..=high).contains(number))
            .ok_or_else(|| self.bad())
    }

    /// A whole number from `low` to `high`; `4.0` is one, as in JSON Schema.
    pub fn integer(&self, low: u32, high: u32) -> Result<u32, ImportError> {
        let number = self.number(f64::from(low), f64::from(high))?;
        if number.fract() != 0.0 {
            return Err(self.bad());
        }
        Ok(number as u32)
    }

    pub fn flag(&self) -> Result<bool, ImportError> {
        self.value.as_bool().ok_or_else(|| self.bad())
    }

    fn path(&self, name: &str) -> String {
        if self.place.is_empty() {
            return name.to_owned();
        }
        [self.place.as_str(), ".", name].concat()
    }
}
