//! What stands for a person and for a session in an export: keyed hashes, from which nobody without
//! the key can tell an id, also by trying all ids.

use crate::library::{Answer, Instrument};
use crate::output::in_words;
use crate::records::Record;
use crate::sources::name_of;
use anyhow::{anyhow, bail};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Fewest bytes of a key: 128 bits, if they are drawn by chance.
const SHORTEST: usize = 16;

/// Most bytes of a key file.
const LONGEST: usize = 4096;

/// The first 128 bits of an HMAC-SHA-256 (RFC 2104; truncated as its section 5 says), as 32
/// hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key([u8; 32]);

impl Key {
    fn new(hash: &[u8]) -> Self {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut key = [b'0'; 32];
        for (pair, byte) in key.chunks_exact_mut(2).zip(hash) {
            for (to, half) in pair.iter_mut().zip([byte >> 4, byte & 15]) {
                *to = DIGITS[usize::from(half)];
            }
        }
        Self(key)
    }

    /// Its digits.
    pub fn digits(&self) -> &str {
        // They are ASCII.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// Makes keys.
pub struct Keys(Hmac<Sha256>);

impl Keys {
    /// With the key in a file, or with one that is drawn for this run and stored nowhere.
    ///
    /// # Errors
    /// The file cannot be read, or is too short or too long; or there is no chance to be had.
    pub fn new(file: Option<&Path>) -> anyhow::Result<Self> {
        let mut key = Vec::new();
        if let Some(file) = file {
            let name = name_of(file);
            File::open(file)
                .and_then(|file| file.take(LONGEST as u64 + 1).read_to_end(&mut key))
                .map_err(|error| anyhow!("The key {name} cannot be read: {}.", in_words(&error)))?;
            // An editor ends a file with a line break, and the same key may come without.
            let end = key.trim_ascii_end().len();
            key.truncate(end);
            if key.len() < SHORTEST {
                bail!("The key {name} is too short: it needs at least {SHORTEST} bytes.");
            }
            if key.len() > LONGEST {
                bail!("The key {name} is too long: it may have at most {LONGEST} bytes.");
            }
        } else {
            key.resize(32, 0);
            getrandom::fill(&mut key)
                .map_err(|error| anyhow!("No key could be drawn: {error}. Give one by --key."))?;
        }
        let state = Hmac::new_from_slice(&key).map_err(|_| anyhow!("The key cannot be used."))?;
        Ok(Self(state))
    }

    /// Of a person: the same for every record of one id, whatever the questionnaire.
    pub fn of_person(&self, id: &str) -> Key {
        self.of("person", &[id.as_bytes()])
    }

    /// Of a session. Records that are alike in everything differ by their position.
    pub fn of_session(&self, instrument: &Instrument, record: &Record, position: i64) -> Key {
        let items = 0..instrument.items().len();
        let answers: Vec<u8> = items
            .map(|item| match record.answers.get(item) {
                None => u8::MAX,
                Some(Answer::Skipped) => u8::MAX - 1,
                Some(Answer::CannotJudge) => u8::MAX - 2,
                Some(Answer::Rated(rating)) => rating.value(),
            })
            .collect();
        let id = record.id.as_ref().map(|id| id.person());
        let day = record.day.map(|day| day.to_string());
        self.of(
            "session",
            &[
                instrument.digest().as_bytes(),
                record.form.as_bytes(),
                record
                    .language
                    .map_or("", |language| language.tag())
                    .as_bytes(),
                id.unwrap_or_default().as_bytes(),
                day.unwrap_or_default().as_bytes(),
                &answers,
                &position.to_be_bytes(),
            ],
        )
    }

    fn of(&self, what: &str, parts: &[&[u8]]) -> Key {
        let mut hash = self.0.clone();
        for part in [what.as_bytes()].iter().chain(parts) {
            // Its length first: no two lists of parts make the same bytes.
            hash.update(&(part.len() as u64).to_be_bytes());
            hash.update(part);
        }
        Key::new(&hash.finalize().into_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Keys {
        Keys(Hmac::new_from_slice(text.as_bytes()).unwrap())
    }

    #[test]
    fn a_key_is_the_start_of_an_hmac_of_its_parts_with_their_lengths() {
        // Python: hmac.new(b"0123456789abcdef", len(b"person").to_bytes(8) + b"person"
        // + len(b"r-1").to_bytes(8) + b"r-1", "sha256").hexdigest()[:32]
        let key = keys("0123456789abcdef").of_person("r-1");
        assert_eq!(key.digits(), "baaebd6345f6ea0b8ac735912372e24f");
    }

    #[test]
    fn another_key_or_person_gives_another_hash() {
        let one = keys("0123456789abcdef");
        assert_eq!(one.of_person("a"), one.of_person("a"));
        assert_ne!(one.of_person("a"), one.of_person("b"));
        assert_ne!(one.of_person("a"), keys("0123456789abcdeg").of_person("a"));
        assert_ne!(
            one.of("person", &[b"a", b"b"]),
            one.of("person", &[b"ab", b""])
        );
    }
}
