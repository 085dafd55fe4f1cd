//! The quick way to read a JSON line that is written as programs write them.
//!
//! Whatever is unusual about a line is left to `json_line.rs`, which reads every line, and says what
//! is wrong with one. What is read here, it reads in the same way; tests compare the two.

use super::Record;
use super::id::Id;
use super::tree::Tree;
use crate::catalogue::{Catalogue, Definition};
use crate::library::{Answers, Day, Language};
use crate::screen::quoted;
use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// Most answers of a line that is read here.
const MOST_ANSWERS: usize = 1000;

/// A line with no field besides these, no text that holds an escape, and no number with decimals.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    #[serde(borrow)]
    id: Option<GivenId<'a>>,
    instrument: &'a str,
    version: Option<&'a str>,
    form: Option<&'a str>,
    language: Option<&'a str>,
    day: Option<&'a str>,
    #[serde(borrow)]
    answers: GivenAnswers<'a>,
}

/// Reads a line; `None` where it is left to the other reader.
pub(super) fn read(text: &[u8], catalogue: &Catalogue) -> Option<Record> {
    // Serde would take a list for a record that has its fields in order.
    if !text.trim_ascii_start().starts_with(b"{") {
        return None;
    }
    let line: Line = serde_json::from_str(std::str::from_utf8(text).ok()?).ok()?;
    let given = line.answers.0;
    let index = match line.version {
        Some(version) => catalogue.index_of(line.instrument, version)?,
        None => {
            let items = given.iter().map(|(item, _)| *item);
            catalogue.find(line.instrument, None, items).ok()?
        }
    };
    let id = match line.id {
        None => None,
        Some(GivenId::Text(text)) => Id::read(Tree::Text(Cow::Borrowed(text))).ok()?,
        Some(GivenId::Number(number)) => Id::read(Tree::Whole(number.into())).ok()?,
    };
    let language = match line.language {
        None => None,
        Some(tag) => Some(Language::from_tag(tag)?),
    };
    let day = match line.day {
        None => None,
        Some(day) => Some(Day::parse(day)?),
    };
    Some(Record {
        id,
        instrument: index,
        form: line.form.map_or_else(|| "self".to_owned(), quoted),
        language,
        day,
        answers: answers(&given, catalogue.get(index))?,
        page_seconds: Vec::new(),
    })
}

fn answers(given: &[(&str, Option<u8>)], definition: &Definition) -> Option<Answers> {
    let items = definition.instrument.items();
    let mut values = vec![None; items.len()];
    for (place, (id, value)) in given.iter().enumerate() {
        // Most programs write them in the order of the questionnaire.
        let item = match items.get(place) {
            Some(item) if item.id == *id => place,
            _ => definition.item(id)?,
        };
        let value_of_item = values.get_mut(item)?;
        if value_of_item.replace(*value).is_some() {
            return None;
        }
    }
    let values = values.into_iter().enumerate();
    let values = values.filter_map(|(item, value)| Some((item, value?)));
    Answers::from_values(&definition.instrument, values).ok()
}

enum GivenId<'a> {
    Text(&'a str),
    Number(i64),
}

impl<'de: 'a, 'a> Deserialize<'de> for GivenId<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Ids;
        impl<'de> Visitor<'de> for Ids {
            type Value = GivenId<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text or a whole number")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(GivenId::Text(text))
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                Ok(GivenId::Number(number))
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                i64::try_from(number)
                    .map(GivenId::Number)
                    .map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Ids)
    }
}

/// Answers by the id of their item; null of one that was skipped.
struct GivenAnswers<'a>(Vec<(&'a str, Option<u8>)>);

impl<'de: 'a, 'a> Deserialize<'de> for GivenAnswers<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;
        impl<'de> Visitor<'de> for All {
            type Value = GivenAnswers<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("answers by the id of their item")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut given = Vec::with_capacity(64);
                while let Some(answer) = map.next_entry()? {
                    if given.len() == MOST_ANSWERS {
                        return Err(A::Error::custom("too many answers"));
                    }
                    given.push(answer);
                }
                Ok(GivenAnswers(given))
            }
        }
        deserializer.deserialize_map(All)
    }
}

#[cfg(test)]
mod tests {
    use super::super::json_line;
    use super::*;
    use crate::catalogue::catalogue;

    /// Lines that are read here, and lines that are left to the other reader.
    const PLAIN: [&str; 8] = [
        r#"{"instrument":"sales-mindset","answers":{}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4,"ACC-03":null}}"#,
        r#"{"answers":{"LIM-09":5,"ACC-01":1},"instrument":"sales-mindset","version":"0.2.0"}"#,
        r#" {"id":"R 1","instrument":"sales-mindset","answers":{"ACC-01":4},"language":"nl"} "#,
        r#"{"id":7,"instrument":"sales-mindset","form":"manager","answers":{"ACC-01":4}}"#,
        r#"{"id":-7,"instrument":"sales-mindset","form":"other","answers":{"ACC-01":4}}"#,
        r#"{"id":null,"instrument":"sales-mindset","version":null,"answers":{"ACC-01":4}}"#,
        r#"{"instrument":"sales-mindset","day":"2026-02-28","answers":{"ACC-01":4}}"#,
    ];
    const OTHER: [&str; 18] = [
        r#"["sales-mindset",{}]"#,
        r#"[null,"sales-mindset",null,null,null,null,{"ACC-01":4}]"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4.0}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":"4"}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":6}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":-1}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4,"ACC-01":4}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4,"ACC-01":null}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-99":4}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-0\u0031":4}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4},"team":"a"}"#,
        r#"{"instrument":"sales-mindset","instrument":"sales-mindset","answers":{}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4},"language":"de"}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4},"day":"2026-02-30"}"#,
        r#"{"instrument":"sales-mindset","version":"9","answers":{"ACC-01":4}}"#,
        r#"{"id":"","instrument":"sales-mindset","answers":{"ACC-01":4}}"#,
        r#"{"id":9007199254740993,"instrument":"sales-mindset","answers":{"ACC-01":4}}"#,
        r#"{"instrument":"sales-mindset","answers":{"ACC-01":4}} x"#,
    ];

    fn same(one: &Record, other: &Record) -> bool {
        (&one.id, one.instrument, &one.form, one.language)
            == (&other.id, other.instrument, &other.form, other.language)
            && (one.day, &one.answers) == (other.day, &other.answers)
            && one.page_seconds == other.page_seconds
    }

    #[test]
    fn a_plain_line_is_read_as_the_other_reader_reads_it() {
        let catalogue = catalogue(&[]).unwrap();
        for line in PLAIN {
            let quick = read(line.as_bytes(), &catalogue).unwrap_or_else(|| panic!("{line}"));
            let slow = json_line::read_any(line.as_bytes(), &catalogue).unwrap();
            assert!(same(&quick, &slow), "{line}");
        }
    }

    #[test]
    fn an_unusual_line_is_left_to_the_other_reader() {
        let catalogue = catalogue(&[]).unwrap();
        for line in OTHER {
            assert!(read(line.as_bytes(), &catalogue).is_none(), "{line}");
        }
    }

    #[test]
    fn whatever_a_changed_line_is_both_readers_agree() {
        let catalogue = catalogue(&[]).unwrap();
        let mut random = fastrand::Rng::with_seed(18);
        let bytes = br#"{}[]":,\ 0123456789.eE-+null"#;
        for _ in 0..20_000 {
            let mut line = PLAIN[random.usize(..PLAIN.len())].as_bytes().to_vec();
            let place = random.usize(..line.len());
            match random.u8(..3) {
                0 => line[place] = bytes[random.usize(..bytes.len())],
                1 => line.insert(place, bytes[random.usize(..bytes.len())]),
                _ => drop(line.remove(place)),
            }
            if let Some(quick) = read(&line, &catalogue) {
                let slow = json_line::read_any(&line, &catalogue);
                let text = String::from_utf8_lossy(&line);
                assert!(slow.is_ok_and(|slow| same(&quick, &slow)), "{text}");
            }
        }
    }
}
