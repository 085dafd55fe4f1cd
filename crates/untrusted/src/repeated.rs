//! A field that stands twice in one object: the parser takes the last one and says nothing.

use crate::quoted;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
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
    search.found
}

/// What is looked into, and what was found in it.
#[derive(Default)]
struct Search {
    place: String,
    found: Option<String>,
}

impl Search {
    /// Looks into a value that stands in this part of the place.
    fn within<E>(
        &mut self,
        part: &str,
        look: impl FnOnce(&mut Self) -> Result<(), E>,
    ) -> Result<(), E> {
        let length = self.place.len();
        self.place.push_str(part);
        let seen = look(self);
        self.place.truncate(length);
        seen
    }
}

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
            let mut is_there = false;
            self.within(&format!("[{index}]"), |search| {
                is_there = list.next_element_seed(search)?.is_some();
                Ok(())
            })?;
            if !is_there {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut names = BTreeSet::new();
        while let Some(name) = map.next_key::<String>()? {
            let dot = if self.place.is_empty() { "" } else { "." };
            let part = [dot, &quoted(&name)].concat();
            if !names.insert(name) {
                self.found = Some([&self.place, &*part].concat());
                return Err(A::Error::custom("a field stands twice"));
            }
            self.within(&part, |search| map.next_value_seed(search))?;
        }
        Ok(())
    }
}
