//! One JSON line: an instrument's id, its version if need be, and the answers by item id.

use super::Record;
use crate::catalogue::{Catalogue, Definition};
use crate::library::{Answers, Instrument, Language};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::borrow::Cow;
use std::fmt;

/// What a line calls its record.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum Id {
    /// A word.
    Text(String),
    /// A whole number.
    Number(i64),
}

#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
struct RawLine<'a> {
    id: Option<Id>,
    #[serde(borrow)]
    instrument: Cow<'a, str>,
    #[serde(borrow)]
    version: Option<Cow<'a, str>>,
    #[serde(borrow)]
    form: Option<Cow<'a, str>>,
    #[serde(borrow)]
    language: Option<Cow<'a, str>>,
    #[serde(borrow)]
    answers: RawAnswers<'a>,
    page_seconds: Option<Vec<f64>>,
}

/// Answers in the order of the line, twice-given ones included.
struct RawAnswers<'a>(Vec<(Cow<'a, str>, Given)>);

/// The value of one answer, before it is known to lie on the response scale.
enum Given {
    Skipped,
    Value(u8),
    Other(String),
}

/// Reads one line. The error is a sentence without its place.
pub(super) fn read(text: &[u8], catalogue: &Catalogue) -> Result<Record, String> {
    let raw: RawLine = serde_json::from_slice(text).map_err(|error| said(&error))?;
    let items = raw.answers.0.iter().map(|(item, _)| &**item);
    let index = catalogue.find(&raw.instrument, raw.version.as_deref(), items)?;
    let definition = catalogue.get(index);
    let instrument = &definition.instrument;
    let page_seconds = raw.page_seconds.unwrap_or_default();
    check_pages(&page_seconds, instrument)?;
    let language = raw.language.map(|tag| {
        let of_tag = Language::from_tag(&tag);
        of_tag.ok_or_else(|| format!("there is no language \"{tag}\""))
    });
    Ok(Record {
        id: raw.id,
        instrument: index,
        form: raw.form.map_or_else(|| "self".to_owned(), Cow::into_owned),
        language: language.transpose()?,
        answers: answers(raw.answers.0, definition)?,
        page_seconds,
    })
}

fn answers(given: Vec<(Cow<str>, Given)>, definition: &Definition) -> Result<Answers, String> {
    let instrument = &definition.instrument;
    let response = instrument.response_scale();
    let outside = |item: &str, value: &dyn fmt::Display| {
        let (min, max) = (response.min, response.max);
        format!("{item}: {value} is not a whole number from {min} to {max}, or null")
    };
    let mut seen = vec![false; instrument.items().len()];
    let mut values = Vec::with_capacity(given.len());
    for (id, value) in given {
        let item = definition.item(&id).ok_or_else(|| {
            format!(
                "{} {} has no item \"{id}\"",
                instrument.id(),
                instrument.version()
            )
        })?;
        if std::mem::replace(&mut seen[item], true) {
            return Err(format!("{id} is answered twice"));
        }
        let value = match value {
            Given::Skipped => None,
            Given::Value(value) if (response.min..=response.max).contains(&value) => Some(value),
            Given::Value(value) => return Err(outside(&id, &value)),
            Given::Other(text) => return Err(outside(&id, &text)),
        };
        values.push((item, value));
    }
    Answers::from_values(instrument, values)
        .map_err(|item| format!("item {item} has a value that cannot be"))
}

fn check_pages(seconds: &[f64], instrument: &Instrument) -> Result<(), String> {
    let pages = instrument.pages().len();
    if seconds.len() > pages {
        let given = seconds.len();
        return Err(format!(
            "pageSeconds has {given} entries; {} has {pages} pages",
            instrument.id()
        ));
    }
    match seconds.iter().find(|&&seconds| seconds < 0.0) {
        Some(below) => Err(format!("pageSeconds: {below} is below 0")),
        None => Ok(()),
    }
}

/// What the parser found, with the column only: every line is its first.
fn said(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let what = text.split(" at line ").next().unwrap_or(&text);
    format!("column {}: {what}", error.column())
}

impl<'de: 'a, 'a> Deserialize<'de> for RawAnswers<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Answered;
        impl<'de> Visitor<'de> for Answered {
            type Value = RawAnswers<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of answers by item id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                #[derive(serde::Deserialize)]
                struct ItemId<'a>(#[serde(borrow)] Cow<'a, str>);
                let mut answers = Vec::with_capacity(map.size_hint().unwrap_or(32));
                while let Some((ItemId(id), value)) = map.next_entry()? {
                    answers.push((id, value));
                }
                Ok(RawAnswers(answers))
            }
        }
        deserializer.deserialize_map(Answered)
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Value;
        impl Visitor<'_> for Value {
            type Value = Given;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number or null")
            }

            fn visit_unit<E: Error>(self) -> Result<Given, E> {
                Ok(Given::Skipped)
            }

            fn visit_u64<E: Error>(self, value: u64) -> Result<Given, E> {
                Ok(u8::try_from(value)
                    .map_or_else(|_| Given::Other(value.to_string()), Given::Value))
            }

            fn visit_i64<E: Error>(self, value: i64) -> Result<Given, E> {
                Ok(Given::Other(value.to_string()))
            }

            fn visit_f64<E: Error>(self, value: f64) -> Result<Given, E> {
                Ok(Given::Other(value.to_string()))
            }

            fn visit_bool<E: Error>(self, value: bool) -> Result<Given, E> {
                Ok(Given::Other(value.to_string()))
            }

            fn visit_str<E: Error>(self, value: &str) -> Result<Given, E> {
                Ok(Given::Other(format!("\"{value}\"")))
            }
        }
        deserializer.deserialize_any(Value)
    }
}
