//! How a code, a mask, a contribution and the sums of a closed round are written: one layout, told apart
//! by what their checksums are of.

use crate::cells::Cell;
use crate::{FRAGMENT, MAX_STATEMENTS};
use hand_over::base32::{Bits, CHARACTER_BITS, Unread, read, write};
use hand_over::{CodeFault, code_behind};
use model::{InstrumentRef, Language};
use sha2::{Digest, Sha256};

/// The version of the format. 0 is none.
const VERSION: u32 = 1;

const VERSION_BITS: usize = 4;
const DIGEST_BITS: usize = 32;
const LANGUAGE_BITS: usize = 1;
const FORM_BITS: usize = 2;
const NONCE_BITS: usize = 64;
const PEOPLE_BITS: usize = 16;
const STEP_BITS: usize = 16;

/// What stands before the cells: 27 whole characters.
const HEADER_BITS: usize =
    VERSION_BITS + DIGEST_BITS + LANGUAGE_BITS + FORM_BITS + NONCE_BITS + PEOPLE_BITS + STEP_BITS;

const WORD_BITS: usize = 32;
const CELL_BITS: usize = 2 * WORD_BITS;

/// Forty bits of SHA-256: whatever is changed, it fits once in a million million times.
const CHECKSUM_CHARACTERS: usize = 8;
const CHECKSUM_BITS: usize = CHECKSUM_CHARACTERS * CHARACTER_BITS;

/// Fewest characters of any text: those of one statement.
const MIN_CHARACTERS: usize = characters(1);

/// Most characters of any text.
const MAX_CHARACTERS: usize = characters(MAX_STATEMENTS);

/// Longest text that is looked at, in bytes: the longest code in groups of four, with every hyphen
/// encoded as an address does, and a link and a mail around it.
const MAX_TEXT: usize = 4_000;

/// The form about oneself, by its number in a talk code. There is no round of another one.
const SELF_FORM: u32 = 0;

/// How many characters so many cells take.
pub(crate) const fn characters(cells: usize) -> usize {
    (HEADER_BITS + cells * CELL_BITS).div_ceil(CHARACTER_BITS) + CHECKSUM_CHARACTERS
}

/// What a text is. One is never taken for another, since their checksums are of different things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// What travels.
    Code,
    /// The mask.
    Mask,
    /// What one person added.
    Contribution,
    /// The sums without the mask.
    Sums,
}

impl Kind {
    fn purpose(self) -> &'static [u8] {
        match self {
            Self::Code => b"mindset-mirror round code 1\0",
            Self::Mask => b"mindset-mirror round mask 1\0",
            Self::Contribution => b"mindset-mirror round contribution 1\0",
            Self::Sums => b"mindset-mirror round sums 1\0",
        }
    }
}

/// What every one of them holds.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// The first 32 bits of the questionnaire's digest.
    pub digest: u32,
    /// The language in which everybody has answered.
    pub language: Language,
    /// The random number of the round.
    pub nonce: u64,
    /// How many people are in the sums.
    pub people: u16,
    /// How often somebody has added or withdrawn: which of two codes of one round is the older.
    pub step: u16,
    /// One a statement.
    pub cells: Vec<Cell>,
}

impl Record {
    /// Its text: capital letters and digits.
    pub fn write(&self, kind: Kind) -> String {
        let mut bits = Bits::default();
        bits.push(VERSION, VERSION_BITS);
        bits.push(self.digest, DIGEST_BITS);
        bits.push(self.language as u32, LANGUAGE_BITS);
        bits.push(SELF_FORM, FORM_BITS);
        bits.push((self.nonce >> WORD_BITS) as u32, WORD_BITS);
        bits.push(self.nonce as u32, WORD_BITS);
        bits.push(self.people.into(), PEOPLE_BITS);
        bits.push(self.step.into(), STEP_BITS);
        for cell in &self.cells {
            bits.push(cell.sum, WORD_BITS);
            bits.push(cell.count, WORD_BITS);
        }
        let rest = bits.0.len() % CHARACTER_BITS;
        bits.push(0, (CHARACTER_BITS - rest) % CHARACTER_BITS);
        let body = write(&bits.0);
        let checksum = checksum(kind, &body);
        [body, checksum].concat()
    }

    /// The record in a text of this kind; its length says how many cells it has.
    pub fn read(text: &str, kind: Kind) -> Result<Self, CodeFault> {
        Symbols::read(text, kind)?.record()
    }
}

/// The characters that stand last, of those before them.
fn checksum(kind: Kind, body: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(kind.purpose());
    hash.update(body);
    let hash = hash.finalize();
    let mut bits = Bits::default();
    for byte in hash.iter().take(CHECKSUM_BITS / 8) {
        bits.push((*byte).into(), 8);
    }
    write(&bits.0)
}

/// The first 32 bits of a digest; `None` where it is no SHA-256.
pub(crate) fn digest_start(reference: &InstrumentRef) -> Option<u32> {
    let digits = reference.digest.strip_prefix("sha256:")?;
    let is_whole = digits.len() == 64 && digits.bytes().all(|one| one.is_ascii_hexdigit());
    let start = digits.get(..DIGEST_BITS / 4).filter(|_| is_whole)?;
    u32::from_str_radix(start, 16).ok()
}

/// The characters of a text, of a number that a record can have.
pub(crate) struct Symbols {
    /// Without the checksum.
    bits: Vec<bool>,
    /// Whether the checksum fits. Only then is anything else what was written.
    pub intact: bool,
}

impl Symbols {
    /// The characters themselves, in any case and grouping, the fragment of a link, or the link.
    pub fn read(text: &str, kind: Kind) -> Result<Self, CodeFault> {
        let expected = None;
        if text.len() > MAX_TEXT {
            let got = text.len();
            return Err(CodeFault::TooLong { expected, got });
        }
        let Bits(mut bits) = read(&code_behind(text, FRAGMENT))?;
        match bits.len() / CHARACTER_BITS {
            0 => return Err(CodeFault::Empty),
            got if got < MIN_CHARACTERS => return Err(CodeFault::TooShort { expected, got }),
            got if got > MAX_CHARACTERS => return Err(CodeFault::TooLong { expected, got }),
            _ => {}
        }
        let checksum_bits = bits.split_off(bits.len() - CHECKSUM_BITS);
        let intact = checksum(kind, &write(&bits)) == write(&checksum_bits);
        match Unread(&bits).number(VERSION_BITS) {
            VERSION => Ok(Self { bits, intact }),
            newer if intact && newer > VERSION => Err(CodeFault::NewerFormat),
            _ => Err(CodeFault::Checksum),
        }
    }

    /// How many characters there are, with the checksum.
    pub fn characters(&self) -> usize {
        self.bits.len() / CHARACTER_BITS + CHECKSUM_CHARACTERS
    }

    /// The first bits of the questionnaire's digest.
    pub fn digest(&self) -> u32 {
        let mut unread = Unread(&self.bits);
        unread.take(VERSION_BITS);
        unread.number(DIGEST_BITS)
    }

    /// What they say.
    pub fn record(&self) -> Result<Record, CodeFault> {
        if !self.intact {
            return Err(CodeFault::Checksum);
        }
        let mut unread = Unread(&self.bits);
        unread.take(VERSION_BITS);
        let digest = unread.number(DIGEST_BITS);
        let language = match unread.number(LANGUAGE_BITS) {
            0 => Language::Nl,
            _ => Language::En,
        };
        if unread.number(FORM_BITS) != SELF_FORM {
            return Err(CodeFault::Form);
        }
        let nonce = u64::from(unread.number(WORD_BITS)) << WORD_BITS;
        let nonce = nonce | u64::from(unread.number(WORD_BITS));
        let people = unread.number(PEOPLE_BITS) as u16;
        let step = unread.number(STEP_BITS) as u16;
        let count = self.bits.len().saturating_sub(HEADER_BITS) / CELL_BITS;
        let cell = |_| Cell {
            sum: unread.number(WORD_BITS),
            count: unread.number(WORD_BITS),
        };
        let cells: Vec<Cell> = (0..count).map(cell).collect();
        let is_full = unread.0.len() < CHARACTER_BITS && !unread.0.contains(&true);
        let record = Record {
            digest,
            language,
            nonce,
            people,
            step,
            cells,
        };
        is_full.then_some(record).ok_or(CodeFault::Answers)
    }
}
