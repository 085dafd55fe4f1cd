//! From a file to a checked instrument.

use super::digest::digest;
use super::limits::{MAX_BYTES, MAX_DEPTH};
use super::program_texts::attributed;
use super::raw::RawInstrument;
use super::read::{At, Read};
use super::{Fault, InstrumentError, Problem, check};
use model::Instrument;
use serde_json::Value;
use untrusted::{Bounds, Unparsed, make_whole, parse, repeated_field, wide};

/// Reads and checks a definition, whoever wrote it: size and depth are bounded before
/// anything is parsed ([`super::limits`]). Either everything in it holds, or every fault
/// found is returned with its place in the file.
///
/// # Errors
/// What is wrong with it.
pub fn from_bytes(bytes: &[u8]) -> Result<Instrument, InstrumentError> {
    read(bytes, &[])
}

fn read(bytes: &[u8], shipped: &[Shipped]) -> Result<Instrument, InstrumentError> {
    let bounds = Bounds {
        bytes: MAX_BYTES,
        depth: MAX_DEPTH,
    };
    let mut value = parse(bytes, bounds).map_err(|why| unparsed(why, bytes))?;
    make_whole(&mut value);
    match repeated_field(bytes) {
        // Which of the two was meant cannot be known.
        Some(place) => Err(InstrumentError::one(Fault {
            place,
            problem: Problem::RepeatedField,
        })),
        None => checked(&value, digest(bytes), shipped),
    }
}

/// The same for a definition that is text already.
///
/// # Errors
/// What is wrong with it.
pub fn from_json(json: &str) -> Result<Instrument, InstrumentError> {
    from_bytes(json.as_bytes())
}

/// A definition that is part of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shipped {
    /// Its id.
    pub id: &'static str,
    /// The digest of its file.
    pub digest: &'static str,
}

/// Reads a custom questionnaire as [`from_bytes`] does, with its texts as its author wrote them. Its
/// id is unlike those of the `shipped` ones, unless it is one of them byte for byte.
///
/// # Errors
/// What is wrong with it.
pub fn custom_as_written(bytes: &[u8], shipped: &[Shipped]) -> Result<Instrument, InstrumentError> {
    read(bytes, shipped)
}

/// The same for a custom questionnaire that readers are going to see: the program's own texts stand
/// in the program's words, and the author's sentences about the questionnaire say whose they are.
///
/// # Errors
/// What is wrong with it.
pub fn custom_from_bytes(bytes: &[u8], shipped: &[Shipped]) -> Result<Instrument, InstrumentError> {
    custom_as_written(bytes, shipped).map(attributed)
}

fn checked(
    value: &Value,
    digest: String,
    shipped: &[Shipped],
) -> Result<Instrument, InstrumentError> {
    let raw = RawInstrument::read(&At::root(value)).map_err(InstrumentError::one)?;
    check::check(raw, digest, shipped)
}

/// Why a file is no JSON, by what it is instead where that can be told.
fn unparsed(why: Unparsed, bytes: &[u8]) -> InstrumentError {
    let problem = match (why, wide(bytes)) {
        (Unparsed::TooBig, _) => return InstrumentError::unparsed(why),
        (_, Some(encoding)) => Problem::NotUtf8(encoding),
        _ if is_markup(bytes) => Problem::WebPage,
        _ => return InstrumentError::unparsed(why),
    };
    let place = String::new();
    InstrumentError::one(Fault { place, problem })
}

/// Whether a file begins as HTML or XML does: what comes from behind a log-in is a web page.
fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(bytes);
    bytes.trim_ascii_start().first() == Some(&b'<')
}
