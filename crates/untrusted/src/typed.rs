//! From parsed JSON to a type of ours, for records and files alike.
//!
//! Stricter than `serde_json`'s own reading: a structure is an object and never a list of its
//! fields in order, and a variant is its name. As nothing else is accepted, nothing else is
//! compiled either: with `serde_json` for the types and `serde_path_to_error` for the places,
//! the rep's page was 20 KB larger (brotli).

use crate::quoted;
use serde::de::value::StrDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

/// Where a value is not what its type asks for, such as `records[2].key`: the place of what is
/// wrong, of what is missing, or of what is too much. Empty for the whole.
// In a box: every field's reading hands one on, and a small one takes less code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Misfit(Box<Place>);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Place {
    place: String,
    missing: bool,
}

impl Misfit {
    /// The place, safe to show: a name in it is as [`quoted`] has it, as names can be foreign.
    pub fn place(&self) -> &str {
        &self.0.place
    }

    /// Whether nothing stands in that place, where something must.
    pub fn is_missing(&self) -> bool {
        self.0.missing
    }
}

/// What is said of a value that does not fit.
trait Refusal: de::Error + Default {
    /// The same for the structure that has it in the field of this name.
    fn below(self, name: &str) -> Self;

    /// The same for the list that has it in this position.
    fn at(self, index: usize) -> Self;
}

impl Refusal for Misfit {
    #[cold]
    #[inline(never)]
    fn below(mut self, name: &str) -> Self {
        let place = &self.0.place;
        let dot = if place.is_empty() || place.starts_with('[') {
            ""
        } else {
            "."
        };
        self.0.place = [&*quoted(name), dot, place].concat();
        self
    }

    #[cold]
    #[inline(never)]
    fn at(self, index: usize) -> Self {
        self.below(&format!("[{index}]"))
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.place)
    }
}

impl std::error::Error for Misfit {}

/// Every reason is the same to a reader: the value does not fit its place. So no text is made.
impl de::Error for Misfit {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::default()
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::default()
    }

    fn invalid_value(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::default()
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self::default()
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self::default()
    }

    fn unknown_field(field: &str, _: &'static [&'static str]) -> Self {
        Self::default().below(field)
    }

    fn missing_field(field: &'static str) -> Self {
        let mut misfit = Self::default().below(field);
        misfit.0.missing = true;
        misfit
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::default().below(field)
    }
}

/// Nothing is said but that it does not fit. A type of its own, as every field's reading has its
/// refusal in it: with a place in it, reading stored records takes 2 KB more (brotli).
#[derive(Debug, Default)]
struct Unplaced;

impl Refusal for Unplaced {
    fn below(self, _: &str) -> Self {
        self
    }

    fn at(self, _: usize) -> Self {
        self
    }
}

impl fmt::Display for Unplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("it does not fit")
    }
}

impl std::error::Error for Unplaced {}

impl de::Error for Unplaced {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A value as its type.
///
/// # Errors
/// The first place where it does not fit.
pub fn typed<'a, T: de::Deserialize<'a>>(value: &'a Value) -> Result<T, Misfit> {
    T::deserialize(Typed::new(value))
}

/// A value as its type, where it fits: what [`typed`] refuses, this does, and it says no place.
pub fn fitting<'a, T: de::Deserialize<'a>>(value: &'a Value) -> Option<T> {
    T::deserialize(Typed::<Unplaced>::new(value)).ok()
}

struct Typed<'a, E>(&'a Value, PhantomData<E>);

impl<'a, E> Typed<'a, E> {
    fn new(value: &'a Value) -> Self {
        Self(value, PhantomData)
    }
}

impl<'a, E: Refusal> Deserializer<'a> for Typed<'a, E> {
    type Error = E;

    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(_) => self.deserialize_u64(visitor),
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_u64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        let Value::Number(number) = self.0 else {
            return Err(E::default());
        };
        match (number.as_u64(), number.as_i64()) {
            (Some(value), _) => visitor.visit_u64(value),
            (None, Some(value)) => visitor.visit_i64(value),
            (None, None) => visitor.visit_f64(number.as_f64().unwrap_or(f64::NAN)),
        }
    }

    fn deserialize_i64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u32<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_u8<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_f64<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_u64(visitor)
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        let value = self.0.as_bool().ok_or_else(E::default)?;
        visitor.visit_bool(value)
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        let text = self.0.as_str().ok_or_else(E::default)?;
        visitor.visit_borrowed_str(text)
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        match self.0 {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        self.0.as_null().ok_or_else(E::default)?;
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, E> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        let list = self.0.as_array().ok_or_else(E::default)?;
        visitor.visit_seq(List {
            list,
            next: 0,
            refusal: PhantomData,
        })
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        let map = self.0.as_object().ok_or_else(E::default)?;
        visitor.visit_map(Fields {
            fields: map.iter(),
            now: None,
            refusal: PhantomData,
        })
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        self.deserialize_map(visitor)
    }

    /// Only variants without content, by their name.
    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, E> {
        let name = self.0.as_str().ok_or_else(E::default)?;
        visitor.visit_enum(name.into_deserializer())
    }

    fn deserialize_ignored_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, E> {
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        i8 i16 i32 i128 u16 u128 f32 char bytes byte_buf unit_struct tuple tuple_struct
    }
}

struct List<'a, E> {
    list: &'a [Value],
    next: usize,
    refusal: PhantomData<E>,
}

impl<'a, E: Refusal> de::SeqAccess<'a> for List<'a, E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, E> {
        let Some(value) = self.list.get(self.next) else {
            return Ok(None);
        };
        let element = seed.deserialize(Typed::new(value));
        let element = element.map_err(|refusal: E| refusal.at(self.next));
        self.next += 1;
        element.map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.list.len() - self.next)
    }
}

struct Fields<'a, E> {
    fields: serde_json::map::Iter<'a>,
    now: Option<(&'a String, &'a Value)>,
    refusal: PhantomData<E>,
}

impl<'a, E: Refusal> de::MapAccess<'a> for Fields<'a, E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, E> {
        self.now = self.fields.next();
        let Some((name, _)) = self.now else {
            return Ok(None);
        };
        let key: StrDeserializer<'_, E> = name.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, E> {
        let (name, value) = self.now.take().ok_or_else(E::default)?;
        seed.deserialize(Typed::new(value))
            .map_err(|refusal: E| refusal.below(name))
    }
}
