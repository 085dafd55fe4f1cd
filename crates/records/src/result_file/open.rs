//! From bytes to a result: bounds, then the kind of file, then its content.

use super::fields::ShortText;
use super::file::InstrumentName;
use super::format::{FORMAT, MAJOR, MAX_BYTES, MAX_DEPTH};
use super::read::{as_typed, bad, read, twice};
use super::visible::only_visible;
use super::{Difference, ImportError, version_1};
use crate::JoinedRecords;
use model::{Day, Form, Instrument, Language, Session, Timestamp};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::borrow::Borrow;
use untrusted::{Bounds, Encoding, Unparsed, make_whole, parse, repeated_field};

/// A result file that was opened; nothing of it is stored yet.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Its instrument, as an index into the instruments given.
    pub instrument: usize,
    /// The session in it. Page times are not part of a file: all of them are zero.
    pub session: Session,
    /// The agreements made and the influences named on it.
    pub joined: JoinedRecords,
    /// Fields this version does not know, to be given back at the next export. Those of
    /// an inner object stand under its name, those of a response under its item id.
    pub unknown: Map<String, Value>,
    /// Scales whose stored figures are not what the answers give, in the instrument's order.
    pub differences: Vec<Difference>,
    /// Scales that were left out of the file on purpose: nothing is known of them.
    pub withheld_scales: Vec<usize>,
    /// Whether the instrument's definition is byte for byte the one that was answered.
    pub content: Content,
    /// When the file was made. A file since version 2 says no more than the day, and its start in
    /// UTC stands here.
    pub exported_at: Timestamp,
    /// The language its labels are written in.
    pub language: Language,
}

/// Whether a definition is the one that was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// Byte for byte.
    Same,
    /// The id and the version are the same and the digest is not: another questionnaire. Its
    /// answers must not be scored, and no scores were compared.
    Other,
}

impl Opened {
    /// This result, when its own definition is at hand: whoever scores or shows it asks first.
    ///
    /// # Errors
    /// [`ImportError::OtherContent`] when only another content of the instrument is at hand.
    pub fn on<I: Borrow<Instrument>>(self, instruments: &[I]) -> Result<Self, ImportError> {
        match self.content {
            Content::Same => Ok(self),
            Content::Other => {
                let instrument = instruments[self.instrument].borrow();
                Err(ImportError::OtherContent {
                    id: instrument.id().to_owned(),
                    version: instrument.version().to_owned(),
                })
            }
        }
    }
}

/// Opens a result file. Size and depth are bounded before anything is parsed, and every
/// value is checked before a session is built. Scores are computed anew from the answers.
///
/// # Errors
/// The first thing found that keeps the file from being opened.
pub fn open_result<I: Borrow<Instrument>>(
    bytes: &[u8],
    instruments: &[I],
) -> Result<Opened, ImportError> {
    let mut file = parse(bytes, BOUNDS).map_err(|why| refused(why, bytes, BOUNDS))?;
    if file.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ImportError::NotAResult);
    }
    each_field_once(bytes)?;
    make_whole(&mut file);
    for written in ["beliefWork", "influences", "agreements"] {
        if let Some(texts) = file.get_mut(written) {
            only_visible(texts);
        }
    }
    if major(&file)? > 1 {
        let (known, index) = header(&file, &Form::ALL, instruments)?;
        return read::<Day>(&file, known, index, instruments[index].borrow());
    }
    version_1::moved(&mut file);
    let opened = header(&file, &[Form::SelfReport], instruments).and_then(|(known, index)| {
        version_1::linked(&mut file)?;
        read::<Timestamp>(&file, known, index, instruments[index].borrow())
    });
    opened.map_err(version_1::named)
}

/// How large and how deep a result file may be.
pub(crate) const BOUNDS: Bounds = Bounds {
    bytes: MAX_BYTES,
    depth: MAX_DEPTH,
};

/// Refuses what was parsed where a field stands twice in one object: which of the two is meant is not
/// known, and programs differ in which they take.
pub(crate) fn each_field_once(bytes: &[u8]) -> Result<(), ImportError> {
    repeated_field(bytes).map_or(Ok(()), |place| Err(twice(place)))
}

/// What is said of a file that was not parsed.
pub(crate) fn refused(why: Unparsed, bytes: &[u8], bounds: Bounds) -> ImportError {
    match why {
        Unparsed::Empty => ImportError::Empty,
        Unparsed::TooBig => ImportError::TooBig {
            bytes: bytes.len(),
            limit: bounds.bytes,
        },
        Unparsed::TooDeep => ImportError::TooDeep {
            limit: bounds.depth,
        },
        Unparsed::NotText => match Encoding::of(bytes).name() {
            Some(name) => ImportError::OtherEncoding {
                name: name.to_owned(),
            },
            None => ImportError::NotText,
        },
        Unparsed::Truncated => ImportError::Truncated,
        Unparsed::NotJson { line, column } => ImportError::NotJson { line, column },
    }
}

/// The major version of the format: one up to today's.
fn major(file: &Value) -> Result<u32, ImportError> {
    let Versioned { format_version } = as_typed(file)?;
    let number = |digits: &str| -> Option<u32> {
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten()
    };
    let stated = format_version.0.split_once('.');
    match stated.and_then(|(major, minor)| number(major).zip(number(minor))) {
        Some((major @ 1..=MAJOR, _)) => Ok(major),
        Some((0, _)) | None => Err(bad("formatVersion")),
        Some(_) => Err(ImportError::NewerFormat {
            found: format_version.0,
        }),
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Versioned {
    format_version: ShortText,
}

/// What must be known before the content can be read.
#[derive(Deserialize)]
struct Header {
    instrument: InstrumentName,
    form: ShortText,
}

/// The form and the content of a file, and the index of its instrument.
fn header<I: Borrow<Instrument>>(
    file: &Value,
    forms: &[Form],
    instruments: &[I],
) -> Result<((Form, Content), usize), ImportError> {
    let Header { instrument, form } = as_typed(file)?;
    let (ShortText(id), ShortText(version)) = (instrument.id, instrument.version);
    let form = match Form::from_name(&form.0).filter(|form| forms.contains(form)) {
        Some(form) => form,
        None => return Err(ImportError::OtherForm { found: form.0 }),
    };
    let listed = || {
        let all = instruments.iter().map(Borrow::borrow).enumerate();
        all.filter(|(_, one)| one.id() == id && one.version() == version)
    };
    // Another digest is another questionnaire: its answers mean what its own definition says.
    let exact = listed().find(|(_, one)| one.digest() == instrument.digest.0);
    let (found, content) = match exact {
        Some(found) => (Some(found), Content::Same),
        None => (listed().next(), Content::Other),
    };
    let Some((index, found)) = found else {
        return Err(ImportError::UnknownInstrument { id, version });
    };
    match found.has_form(form) {
        true => Ok(((form, content), index)),
        false => Err(ImportError::OtherForm {
            found: form.name().to_owned(),
        }),
    }
}
