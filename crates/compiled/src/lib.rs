//! A checked questionnaire, and the interface's texts, as compact files: what the build and the
//! definition worker write, and the page reads.
//!
//! A questionnaire's file is the mark `MQ`, a format version byte, and a [`postcard`] document.
//! The page and its files come from one build, so that an older format is never read: the version
//! only keeps a stale file from being taken for a new one.

mod example;
mod interface;

pub use example::Example;
pub use interface::{decode_interface, encode_interface};

use model::{Instrument, InstrumentParts, Language};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How every file begins: the mark, and the format version.
const HEAD: [u8; 3] = [b'M', b'Q', 1];

/// Largest file that is read, in bytes. The largest definition has 256 KiB as JSON.
pub const MAX_BYTES: usize = 512 * 1024;

/// A questionnaire with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire {
    /// The instrument, in the languages that were loaded.
    pub instrument: Instrument,
    /// A fictional completed result, where its authors wrote one.
    pub example: Option<Example>,
}

/// Why bytes are no compiled file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They have another mark or another format version.
    OtherFormat,
    /// There are more than [`MAX_BYTES`].
    TooBig,
    /// They break off, go on too long, or hold values that are not allowed.
    Malformed,
    /// A part refers to another that is not there.
    DanglingReference,
}

impl fmt::Display for DecodeError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::OtherFormat => "another format",
            Self::TooBig => "too many bytes",
            Self::Malformed => "damaged",
            Self::DanglingReference => "a part refers to something that is not there",
        })
    }
}

impl std::error::Error for DecodeError {}

/// The file of a questionnaire in one language. The same questionnaire always gives the same bytes.
///
/// # Errors
/// Never for a checked instrument; the serialiser's own error otherwise.
pub fn encode(
    questionnaire: &Questionnaire,
    language: Language,
) -> Result<Vec<u8>, postcard::Error> {
    let instrument = questionnaire.instrument.in_language(language);
    write(instrument.parts(), &questionnaire.example)
}

/// The file of a questionnaire in every language that it holds.
///
/// # Errors
/// As for [`encode`].
pub fn encode_all(questionnaire: &Questionnaire) -> Result<Vec<u8>, postcard::Error> {
    write(questionnaire.instrument.parts(), &questionnaire.example)
}

fn write(parts: &InstrumentParts, example: &Option<Example>) -> Result<Vec<u8>, postcard::Error> {
    #[derive(Serialize)]
    struct Document<'a> {
        parts: &'a InstrumentParts,
        example: &'a Option<Example>,
    }
    postcard::to_extend(&Document { parts, example }, HEAD.to_vec())
}

/// Reads what [`encode`] or [`encode_all`] wrote. Every reference is checked again, so that
/// damaged bytes give an error and never a panic later on.
///
/// # Errors
/// What is wrong with the bytes.
pub fn decode(bytes: &[u8]) -> Result<Questionnaire, DecodeError> {
    #[derive(Deserialize)]
    struct Document {
        parts: InstrumentParts,
        example: Option<Example>,
    }
    if bytes.len() > MAX_BYTES {
        return Err(DecodeError::TooBig);
    }
    let document = bytes.strip_prefix(&HEAD).ok_or(DecodeError::OtherFormat)?;
    let (Document { parts, example }, rest) =
        postcard::take_from_bytes(document).map_err(|_| DecodeError::Malformed)?;
    if !rest.is_empty() {
        return Err(DecodeError::Malformed);
    }
    let instrument = Instrument::new(parts).map_err(|_| DecodeError::DanglingReference)?;
    Ok(Questionnaire {
        instrument,
        example,
    })
}
