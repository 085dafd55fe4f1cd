//! One result file of the app.

use super::{Id, Record};
use crate::catalogue::Catalogue;
use crate::library::{FileKind, ImportError, detect, open_result};
use crate::screen::short;

/// Reads one result file. The error is a sentence without its place.
pub(super) fn read(bytes: &[u8], catalogue: &Catalogue) -> Result<Record, String> {
    let kind = detect(bytes).map_err(|error| said(&error))?;
    if let Some(other) = other_kind(kind) {
        return Err(other.to_owned());
    }
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
        day: Some(opened.session.moment().day()),
        answers: session.answers.clone(),
        // Page times are never part of a file.
        page_seconds: Vec::new(),
    })
}

/// What a file is that holds no result to score, and what to do with it.
fn other_kind(kind: FileKind) -> Option<&'static str> {
    match kind {
        FileKind::Backup => Some(
            "it is a backup of a device, not a result: open it in the app and save each result \
             as a file",
        ),
        FileKind::Emergency => Some(
            "it is an emergency file, not a result: open it in the app and save each result as \
             a file",
        ),
        FileKind::Definition => {
            Some("it is a questionnaire, not a result: give it with --questionnaire")
        }
        FileKind::Sealed => {
            Some("it is under a passphrase: open it in the app and save the result without one")
        }
        FileKind::Result | FileKind::Unknown => None,
    }
}

fn said(error: &ImportError) -> String {
    let sentence = match error {
        ImportError::Empty => "there is nothing in it".to_owned(),
        ImportError::TooBig { limit, .. } => {
            format!("it is larger than {} KiB", limit / 1024)
        }
        ImportError::TooDeep { limit } => format!("it is nested deeper than {limit} levels"),
        ImportError::NotText => {
            "it is not UTF-8 text: save it with UTF-8 as its encoding, perhaps it is in \
             Windows-1252"
                .to_owned()
        }
        ImportError::OtherEncoding { name } => {
            format!("it is in {name}: save it with UTF-8 as its encoding")
        }
        ImportError::Sealed(_) => "it is encrypted".to_owned(),
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
        ImportError::TooMuchUnknown => "fields that are not known hold too much".to_owned(),
        ImportError::Withheld => "the answers were left out on purpose".to_owned(),
    };
    // A place may be made of names that stand in the file.
    short(&sentence)
}
