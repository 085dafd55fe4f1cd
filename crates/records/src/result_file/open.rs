//! From bytes to a result: bounds, then the kind of file, then its content.

use super::format::{FORMAT, MAJOR, MAX_BYTES, MAX_DEPTH, MAX_DIGEST};
use super::place::At;
use super::{Difference, ImportError, read::read};
use crate::JoinedRecords;
use model::Session;
use model::{Form, Instrument, Language};
use serde_json::{Map, Value};
use std::borrow::Borrow;
use untrusted::{Bounds, Unparsed, parse};

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
    /// When the file was made: RFC 3339 with offset. A file since version 2 says no more than
    /// the day, and its start in UTC stands here.
    pub exported_at: String,
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
    let value = parse(bytes, BOUNDS).map_err(|why| refused(why, bytes.len(), BOUNDS))?;
    let root = At::root(&value);
    let Header {
        id,
        version,
        digest,
        major,
        form,
    } = header(&root)?;
    let known = |instrument: &Instrument| instrument.id() == id && instrument.version() == version;
    let same = |(_, instrument): &(usize, &I)| known((*instrument).borrow());
    let exact = |(_, instrument): &(usize, &I)| (*instrument).borrow().digest() == digest;
    let listed = || instruments.iter().enumerate().filter(same);
    // Another digest is another questionnaire: its answers mean what its own definition says.
    let (found, content) = match listed().find(exact) {
        Some(found) => (Some(found), Content::Same),
        None => (listed().next(), Content::Other),
    };
    let (index, instrument) = found.ok_or_else(|| ImportError::UnknownInstrument {
        id: id.to_owned(),
        version: version.to_owned(),
    })?;
    let instrument = instrument.borrow();
    if !instrument.has_form(form) {
        let found = form.name().to_owned();
        return Err(ImportError::OtherForm { found });
    }
    read(&root, (major, form, content), index, instrument)
}

/// How large and how deep a result file may be.
const BOUNDS: Bounds = Bounds {
    bytes: MAX_BYTES,
    depth: MAX_DEPTH,
};

pub(crate) fn refused(why: Unparsed, bytes: usize, bounds: Bounds) -> ImportError {
    match why {
        Unparsed::Empty => ImportError::Empty,
        Unparsed::TooBig => ImportError::TooBig {
            bytes,
            limit: bounds.bytes,
        },
        Unparsed::TooDeep => ImportError::TooDeep {
            limit: bounds.depth,
        },
        Unparsed::NotText => ImportError::NotText,
        Unparsed::Truncated => ImportError::Truncated,
        Unparsed::NotJson { line, column } => ImportError::NotJson { line, column },
    }
}

/// What must be known before the content can be read.
struct Header<'a> {
    id: &'a str,
    version: &'a str,
    digest: &'a str,
    major: u32,
    form: Form,
}

fn header<'a>(root: &At<'a>) -> Result<Header<'a>, ImportError> {
    if root.value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ImportError::NotAResult);
    }
    let stated = root.field("formatVersion")?;
    let found = stated.id()?;
    let (major, minor) = found.split_once('.').ok_or_else(|| stated.bad())?;
    let number = |digits: &str| -> Result<u32, ImportError> {
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let parsed = plain.then(|| digits.parse().ok()).flatten();
        parsed.ok_or_else(|| stated.bad())
    };
    let (major, _) = (number(major)?, number(minor)?);
    if major > MAJOR {
        return Err(ImportError::NewerFormat {
            found: found.to_owned(),
        });
    }
    if major == 0 {
        return Err(stated.bad());
    }
    let instrument = root.field("instrument")?;
    let (form, digest) = match major {
        1 => (instrument.field("form")?, "contentHash"),
        _ => (root.field("form")?, "digest"),
    };
    let name = form.id()?;
    // Version 1 knows no other form.
    let known = Form::from_name(name).filter(|form| major > 1 || *form == Form::SelfReport);
    Ok(Header {
        form: known.ok_or_else(|| ImportError::OtherForm {
            found: name.to_owned(),
        })?,
        id: instrument.field("id")?.id()?,
        version: instrument.field("version")?.id()?,
        digest: instrument.field(digest)?.text(MAX_DIGEST)?,
        major,
    })
}
