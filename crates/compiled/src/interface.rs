//! The interface's texts as a compact file: what the build writes for each language, and the page
//! reads.
//!
//! A file is the mark `MI`, a format version byte, and a [`postcard`] document: the language, and
//! its texts in the order of their declaration. The page holds the file to the hash of its own
//! build, so that the order is always the same.

use super::{DecodeError, MAX_BYTES};
use i18n::Texts;
use model::Language;

/// How every file begins: the mark, and the format version.
const HEAD: [u8; 3] = [b'M', b'I', 1];

/// The file of texts in one language: those of the interface, or of a page with texts of its own.
///
/// # Errors
/// Never for texts; the serialiser's own error otherwise.
pub fn encode_interface<T: Texts>(
    texts: &T,
    language: Language,
) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_extend(&(language, texts.list()), HEAD.to_vec())
}

/// Reads what [`encode_interface`] wrote of the same texts: the language and the texts. They stay in
/// memory for as long as the program runs; bytes that are no such file do not.
///
/// # Errors
/// What is wrong with the bytes.
pub fn decode_interface<T: Texts>(bytes: Vec<u8>) -> Result<(Language, &'static T), DecodeError> {
    // Looked through before it is kept: a text can only be borrowed from what is kept for good.
    document(&bytes)?;
    let (language, texts) = document(bytes.leak())?;
    let texts = T::from_list(&texts).ok_or(DecodeError::Malformed)?;
    Ok((language, Box::leak(Box::new(texts))))
}

fn document(bytes: &[u8]) -> Result<(Language, Vec<&str>), DecodeError> {
    if bytes.len() > MAX_BYTES {
        return Err(DecodeError::TooBig);
    }
    let document = bytes.strip_prefix(&HEAD).ok_or(DecodeError::OtherFormat)?;
    match postcard::take_from_bytes(document) {
        Ok((read, [])) => Ok(read),
        _ => Err(DecodeError::Malformed),
    }
}
