//! A field that stands twice in one object: the parser takes the last one and says nothing.

use crate::quoted;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt;

/// The place of the first field whose name has stood in the same object before, such as
/// `items[3].key`, safe to show. Names are compared as they are read, so that `"key"` and
/// `"\u006bey"` are one. `None` where every name stands once, and for what is not JSON.
///
/// Depth is not bounded here: [`crate::parse`] goes first.
pub fn repeated_field(bytes: &[u8]) -> Option<String> {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    let mut search = Search::default();
    let mut json = serde_json::Deserializer::from_slice(bytes);
    // It ends with an error as soon as something is found.
    let _ = search.deserialize(&mut json);
    let place = search.found?;
    Some(place.strip_prefix('.').unwrap_or(&place).to_owned())
}

/// What was found.
#[derive(Default)]
struct Search {
    /// The place within the value that is being looked into, each field with a dot before it. It grows
    /// on the way out, as most values have nothing to be found in.
    found: Option<String>,
}

impl Search {
    /// Puts the part of the place before what was found within it.
    fn found_within(&mut self, part: impl FnOnce() -> String) {
        if let Some(found) = &mut self.found {
            found.insert_str(0, &part());
        }
    }
}

#[derive(serde::Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de> DeserializeSeed<'de> for &mut Search {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &mut Search {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for index in 0_usize.. {
            match list.next_element_seed(&mut *self) {
                Ok(Some(())) => {}
                Ok(None) => break,
                Err(error) => {
                    self.found_within(|| format!("[{index}]"));
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = BTreeSet::new();
        while let Some(Name(name)) = map.next_key()? {
            if names.contains(&name) {
                self.found = Some([".", &quoted(&name)].concat());
                return Err(A::Error::custom("a field stands twice"));
            }
            if let Err(error) = map.next_value_seed(&mut *self) {
                self.found_within(|| [".", &quoted(&name)].concat());
                return Err(error);
            }
            names.insert(name);
        }
        Ok(())
    }
}
