//! The questionnaires of `content/`, found by listing the folder, for tools and tests; the rep's
//! page loads them compiled, and does not depend on this crate.

pub mod files;

use compiled::{Example, Questionnaire};
use definition::{InstrumentError, Shipped};
use model::{Instrument, Session};
use serde_json::Value;

/// One version of one questionnaire, as its authors wrote it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Source {
    /// The name of its folder, which is the id in the definition.
    pub id: &'static str,
    /// The name of its file, which is the version in the definition.
    pub version: &'static str,
    /// The definition: JSON.
    pub definition: &'static str,
    /// The example result, where there is one: JSON.
    pub example: Option<&'static str>,
}

/// Every version of every questionnaire, by id; of one questionnaire the newest version first.
pub const SOURCES: &[Source] = include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// The id of the scan, with which the rep's page begins, as `index.html` says too.
pub const SCAN: &str = "sales-mindset";

/// The id and the digest of each, for what must tell a custom questionnaire from these and holds none
/// of their texts.
pub const SHIPPED: &[Shipped] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// The newest version of a questionnaire; `None` where none of this id ships.
pub fn newest(id: &str) -> Option<&'static Source> {
    SOURCES.iter().find(|source| source.id == id)
}

/// A version of a questionnaire; `None` where it does not ship.
pub fn version(id: &str, version: &str) -> Option<&'static Source> {
    let mut sources = SOURCES.iter();
    sources.find(|source| source.id == id && source.version == version)
}

/// The newest version of the scan.
pub fn scan() -> &'static Source {
    newest(SCAN).expect("the scan ships")
}

impl Source {
    /// The checked instrument, in both languages.
    ///
    /// # Errors
    /// What is wrong with the definition.
    pub fn instrument(&self) -> Result<Instrument, InstrumentError> {
        definition::from_json(self.definition)
    }

    /// The checked questionnaire with its example.
    ///
    /// # Errors
    /// What is wrong with the definition.
    pub fn questionnaire(&self) -> Result<Questionnaire, InstrumentError> {
        let instrument = self.instrument()?;
        let example = self.example.and_then(|json| example(json, &instrument));
        Ok(Questionnaire {
            instrument,
            example,
        })
    }
}

/// The example result of this instrument; `None` where it has none.
pub fn example_session(instrument: &Instrument) -> Option<Session> {
    let source = version(instrument.id(), instrument.version())?;
    example(source.example?, instrument)?.session(instrument)
}

/// An example result from its JSON; `None` where it was written for another instrument, or does
/// not answer each of its items.
pub fn example(json: &str, instrument: &Instrument) -> Option<Example> {
    let example: Value = serde_json::from_str(json).ok()?;
    let of = &example["instrument"];
    if of["id"] != instrument.id() || of["version"] != instrument.version() {
        return None;
    }
    let values = instrument
        .items()
        .iter()
        .map(|item| u8::try_from(example["answers"][&item.id].as_u64()?).ok());
    let context = instrument.context_questions().iter().map(|question| {
        let chosen = example["context"][&question.id].as_str()?;
        let mut options = question.options.iter();
        options.position(|option| option.id == chosen)
    });
    let seconds = example["pageSeconds"].as_array()?.iter();
    Some(Example {
        values: values.collect::<Option<_>>()?,
        context: context.collect(),
        page_seconds: seconds.map(Value::as_f64).collect::<Option<_>>()?,
    })
}
