//! The outside of a file in the age format (age-encryption.org/v1), looked at before any cipher is
//! asked: whether it is one, what it is sealed to, and what opening it would cost. A header that is
//! longer than what one passphrase takes goes no further, as reading one takes a library time that
//! grows with the square of its length.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How every version of the format begins.
const FORMAT: &[u8] = b"age-encryption.org/";

/// The line that the version which is read begins with.
const VERSION_1: &[u8] = b"age-encryption.org/v1\n";

/// The first and the last line of the same as text (RFC 7468, with the label of age).
const BEGIN: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";
const END: &[u8] = b"-----END AGE ENCRYPTED FILE-----";

/// Longest header, in bytes; that of a file under a passphrase takes about 150.
pub const MAX_SEALED_HEADER: usize = 1_024;

/// Highest work factor of scrypt: 2 to this power, in 256 MiB. It is what other programs write by
/// themselves.
pub const MAX_SEALED_WORK: u8 = 18;

/// Fewest bytes after the header: a nonce, and the tag of an empty last chunk.
const MIN_PAYLOAD: usize = 32;

/// The kind of recipient that is a passphrase.
const SCRYPT: &[u8] = b"scrypt";

/// Why a sealed file cannot be opened with any passphrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SealedFault {
    /// It is sealed to the keys of people or programs, and not under a passphrase.
    ToKey,
    /// It asks for more work than [`MAX_SEALED_WORK`].
    TooMuchWork,
    /// It is cut off or was changed, or is of another version of the format.
    Damaged,
}

/// Whether a file is in the age format, as bytes or as text. A byte order mark and blank lines may
/// stand before it.
pub fn is_sealed(bytes: &[u8]) -> bool {
    let bytes = content(bytes);
    bytes.starts_with(FORMAT) || bytes.starts_with(BEGIN)
}

/// A file under a passphrase, as bytes.
///
/// # Errors
/// Why no passphrase would open it.
pub fn sealed_bytes(bytes: &[u8]) -> Result<Cow<'_, [u8]>, SealedFault> {
    let bytes = content(bytes);
    let bytes = match bytes.strip_prefix(BEGIN) {
        Some(text) => Cow::Owned(unarmoured(text)?),
        None => Cow::Borrowed(bytes),
    };
    check(&bytes)?;
    Ok(bytes)
}

/// The file without what editors and mail programs put before it.
fn content(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    bytes.trim_ascii_start()
}

/// The bytes that stand as text after the first line: base64 in lines of any length, which may end
/// in CRLF and in spaces.
fn unarmoured(text: &[u8]) -> Result<Vec<u8>, SealedFault> {
    let text = text.trim_ascii_end();
    let text = text.strip_suffix(END).ok_or(SealedFault::Damaged)?;
    let spaces = text.iter().take_while(|byte| b" \t".contains(byte)).count();
    let text = &text[spaces..];
    let is_on_lines = |end: Option<&u8>| matches!(end, Some(b'\r' | b'\n'));
    if !(is_on_lines(text.first()) && is_on_lines(text.last())) {
        return Err(SealedFault::Damaged);
    }
    let digits = text.iter().copied();
    let digits: Vec<u8> = digits.filter(|byte| !byte.is_ascii_whitespace()).collect();
    STANDARD.decode(digits).map_err(|_| SealedFault::Damaged)
}

fn check(bytes: &[u8]) -> Result<(), SealedFault> {
    let header = bytes.strip_prefix(VERSION_1).ok_or(SealedFault::Damaged)?;
    let bounded = &header[..header.len().min(MAX_SEALED_HEADER)];
    let mut stanzas: Vec<&[u8]> = Vec::new();
    let mut read = 0;
    let mut is_whole = false;
    for line in bounded.split_inclusive(|byte| *byte == b'\n') {
        read += line.len();
        if let Some(stanza) = line.strip_prefix(b"-> ") {
            match stanza.strip_suffix(b"\n") {
                Some(stanza) => stanzas.push(stanza),
                // The kind of one that is cut off is known where a space ends it: keys of some
                // kinds are longer than a whole header here. Of a passphrase the work is not known.
                None if stanza.contains(&b' ') && !is_passphrase(stanza) => stanzas.push(stanza),
                None => {}
            }
        }
        if line.starts_with(b"--- ") && line.ends_with(b"\n") {
            is_whole = true;
            break;
        }
    }
    if !stanzas.is_empty() && !stanzas.iter().any(|stanza| is_passphrase(stanza)) {
        return Err(SealedFault::ToKey);
    }
    // With a passphrase goes nothing else.
    let [stanza] = stanzas[..] else {
        return Err(SealedFault::Damaged);
    };
    let work = stanza.split(|byte| *byte == b' ').nth(2);
    let work = work.and_then(|digits| std::str::from_utf8(digits).ok());
    match work.map(str::parse::<u64>) {
        Some(Ok(work)) if work <= MAX_SEALED_WORK.into() => {}
        Some(Ok(_)) => return Err(SealedFault::TooMuchWork),
        _ => return Err(SealedFault::Damaged),
    }
    match is_whole && header.len() - read >= MIN_PAYLOAD {
        true => Ok(()),
        false => Err(SealedFault::Damaged),
    }
}

/// Whether the recipient of a stanza is a passphrase.
fn is_passphrase(stanza: &[u8]) -> bool {
    stanza.split(|byte| *byte == b' ').next() == Some(SCRYPT)
}
