//! One result file of the app.

use super::{Id, Record};
use crate::catalogue::Catalogue;
use crate::library::{ImportError, open_result};

/// Reads one result file. The error is a sentence without its place.
pub(super) fn read(bytes: &[u8], catalogue: &Catalogue) -> Result<Record, String> {
    let instruments = catalogue.instruments();
    let opened = open_result(bytes, &instruments)
        .and_then(|opened| opened.on(&instruments))
        .map_err(|error| said(&error))?;
    let session = opened.session.parts();
    Ok(Record {
        id: Some(Id::Text(session.id.clone())),
        instrument: opened.instrument,
        form: opened.session.form().name().to_owned(),
        language: Some(session.language),
        answers: session.answers.clone(),
        // Page times are never part of a file.
        page_seconds: Vec::new(),
    })
}

fn said(error: &ImportError) -> String {
    match error {
        ImportError::Empty => "there is nothing in it".to_owned(),
        ImportError::TooBig { limit, .. } => format!("it is larger than {limit} bytes"),
        ImportError::TooDeep { limit } => format!("it is nested deeper than {limit} levels"),
        ImportError::NotText => "it is not UTF-8 text".to_owned(),
        ImportError::NotJson { line, column } => {
            format!("it is not JSON: see its line {line}, column {column}")
        }
        ImportError::Truncated => "it breaks off before its end".to_owned(),
        ImportError::NotAResult => "it is neither a result file nor JSON lines".to_owned(),
        ImportError::NewerFormat { found } => format!("its format {found} is newer than this"),
        ImportError::OtherForm { found } => format!("its form \"{found}\" is not known"),
        ImportError::UnknownInstrument { id, version } => {
            format!("there is no instrument \"{id}\" of version {version}")
        }
        ImportError::OtherContent { id, version } => {
            format!("it answers another content of \"{id}\" {version}: give that definition")
        }
        ImportError::UnknownItem { id } => format!("its instrument has no item \"{id}\""),
        ImportError::Duplicate { place } => format!("{place} is there twice"),
        ImportError::Missing { place } => format!("{place} is missing"),
        ImportError::BadValue { place } => format!("{place} has a value that cannot be"),
        ImportError::Withheld => "the answers were left out on purpose".to_owned(),
    }
}
