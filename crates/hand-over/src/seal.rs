//! The seal of a talk code: what shows that nobody changed an answer after seeing the other's.

use crate::bits::{self, Bits};
use crate::crockford::{self, WrongCharacter};
use crate::handed::{HandedOver, Shape, form_number};
use crate::{Salt, TalkCode};
use model::{Answers, Form, Instrument, Session};
use sha2::{Digest, Sha256};
use std::fmt;

/// How many characters a seal has.
const CHARACTERS: usize = 8;

/// Longest text that is read as a seal, in bytes.
const MAX_TEXT: usize = 100;

/// What sets this use of SHA-256 apart from every other.
const PURPOSE: &[u8] = b"mindset-mirror seal 1\0";

/// Eight characters that are given before the answers are: the first 40 bits of a salted SHA-256 of
/// the questionnaire's digest, the form, which scales are withheld, and the answers to all others.
/// The day and the language are not in it, so that a file and a code of one session have one seal.
///
/// # What it shows, and what it does not
/// Where it matches, the answers are those that it was made of. Changed answers match once in about a
/// million million (2^40). To look for changed answers that match takes as many tries, which is hours
/// for a graphics card; whoever prepares two sets of answers beforehand, to choose between them later,
/// needs about a million (2^20), which is seconds. So it holds between two people who talk, and not
/// against somebody who writes a program to cheat.
///
/// It is no secret and no signature: it does not say who made it. It says too little for the answers to
/// be worked out of it, but whoever can guess them can test a guess: the salt is 131,072 tries, and none
/// once the salt is known. Hence a seal has to be made of exactly what is handed over later. A seal of
/// everything beside a code that withholds a scale would give the answers to that scale away, as there
/// are fewer than two million ways to answer eight statements.
///
/// It has no checksum of its own: one that does not match may have been misheard, and is to be read
/// again before anything is said about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Seal(u64);

/// Why a text is no seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealFault {
    /// Nothing stands there.
    Empty,
    /// A character that a seal never has.
    Character {
        /// Its place among the characters that count, from 1.
        position: usize,
        /// The character.
        character: char,
    },
    /// More or fewer than eight characters.
    Length {
        /// How many there are; of a very long text its bytes.
        got: usize,
    },
}

impl From<WrongCharacter> for SealFault {
    fn from(wrong: WrongCharacter) -> Self {
        let WrongCharacter {
            position,
            character,
        } = wrong;
        Self::Character {
            position,
            character,
        }
    }
}

impl Seal {
    /// The seal of a code.
    pub fn of(code: &TalkCode) -> Self {
        Self::of_handed(&code.handed, code.salt)
    }

    /// The seal of a session of which these scales are withheld, as indices into the instrument's: of
    /// one's own, or of one that was opened from a result file.
    pub fn of_session(instrument: &Instrument, session: &Session, withheld: &[usize]) -> Self {
        let salt = Salt::of_session(instrument, session, withheld);
        let form = session.form();
        Self::of_answers(instrument, form, session.answers(), withheld, salt)
    }

    /// The seal of answers to a form. An item without an answer counts as skipped; what is answered on
    /// a scale that is withheld counts for nothing.
    pub fn of_answers(
        instrument: &Instrument,
        form: Form,
        answers: &Answers,
        withheld: &[usize],
        salt: Salt,
    ) -> Self {
        let shape = Shape::new(instrument, form);
        Self::of_handed(
            &HandedOver::new(instrument, &shape, answers, withheld),
            salt,
        )
    }

    fn of_handed(handed: &HandedOver, salt: Salt) -> Self {
        let withheld = handed.withheld_bytes();
        let mut hash = Sha256::new();
        hash.update(PURPOSE);
        hash.update(salt.0.to_be_bytes());
        // Every part has a length of its own or says it, so that no two contents have the same bytes.
        hash.update((handed.reference.digest.len() as u32).to_be_bytes());
        hash.update(&handed.reference.digest);
        hash.update(form_number(handed.form).to_be_bytes());
        hash.update((withheld.len() as u32).to_be_bytes());
        hash.update(withheld);
        for digit in &handed.digits {
            hash.update((*digit as u16).to_be_bytes());
        }
        let hash = hash.finalize();
        Self(
            hash[..5]
                .iter()
                .fold(0, |seal, &byte| seal << 8 | u64::from(byte)),
        )
    }

    /// The seal that a text says, read as forgivingly as a code.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse(text: &str) -> Result<Self, SealFault> {
        if text.len() > MAX_TEXT {
            return Err(SealFault::Length { got: text.len() });
        }
        let Bits(read) = crockford::read(text)?;
        match read.len() / crockford::CHARACTER_BITS {
            0 => Err(SealFault::Empty),
            CHARACTERS => {
                let (high, low) = read.split_at(read.len() / 2);
                let half = |bits| u64::from(bits::number(bits));
                Ok(Self(half(high) << 20 | half(low)))
            }
            got => Err(SealFault::Length { got }),
        }
    }

    /// Whether this is the seal of a code.
    pub fn matches(self, code: &TalkCode) -> bool {
        self == Self::of(code)
    }
}

impl fmt::Display for Seal {
    /// In two groups of four, such as `7K3M-9Q2P`.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bits = Bits::default();
        bits.push((self.0 >> 20) as u32, 20);
        bits.push((self.0 & 0xF_FFFF) as u32, 20);
        to.write_str(&crockford::grouped(&crockford::write(&bits.0)))
    }
}
