//! How a round begins.

use crate::cells::{Cell, added, statements};
use crate::code::RoundCode;
use crate::memory::RoundMemory;
use crate::record::{Record, digest_start};
use crate::{Contribution, MAX_STATEMENTS};
use model::Instrument;

/// Bytes of the round's number.
const NONCE_BYTES: usize = 8;

/// Bytes of a sum, and of a count.
const WORD_BYTES: usize = 4;

/// Why a round cannot begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRound {
    /// The questionnaire has more than [`MAX_STATEMENTS`] statements, or none.
    Statements {
        /// How many it has.
        statements: usize,
    },
    /// The digest of the questionnaire is no SHA-256.
    Digest,
    /// The answers are of another questionnaire.
    OtherQuestionnaire,
    /// There are too few random bytes, or they are all the same: no mask can be made of them.
    Randomness,
    /// The number that they give is of a round that this device knows.
    KnownRound,
}

/// How many random bytes a round of this questionnaire takes.
pub fn random_bytes(instrument: &Instrument) -> usize {
    NONCE_BYTES + statements(instrument).len() * 2 * WORD_BYTES
}

/// Begins a round: a mask of random numbers, with one's own answers added in the same act, so that the
/// first code already counts one person. The bytes come from a source that nobody can predict, and are
/// used for nothing else.
///
/// The memory has the round and its mask once this is `Ok`, and is to be stored before the code is shown.
///
/// # Errors
/// Why there is none; nothing has changed.
pub fn begin(
    instrument: &Instrument,
    own: &Contribution,
    random: &[u8],
    memory: &mut RoundMemory,
) -> Result<RoundCode, NoRound> {
    let reference = instrument.reference();
    if own.reference != reference {
        return Err(NoRound::OtherQuestionnaire);
    }
    let statements = statements(instrument).len();
    if !(1..=MAX_STATEMENTS).contains(&statements) {
        return Err(NoRound::Statements { statements });
    }
    let digest = digest_start(&reference).ok_or(NoRound::Digest)?;
    let random = random.get(..random_bytes(instrument));
    let random = random.ok_or(NoRound::Randomness)?;
    if random.iter().all(|byte| random.first() == Some(byte)) {
        return Err(NoRound::Randomness);
    }
    let (nonce, mask) = random.split_at(NONCE_BYTES);
    let nonce = nonce
        .iter()
        .fold(0, |nonce, &byte| nonce << 8 | u64::from(byte));
    if memory.knows(nonce) {
        return Err(NoRound::KnownRound);
    }
    let mask: Vec<Cell> = mask.chunks_exact(2 * WORD_BYTES).map(cell).collect();
    let of_round = |people, cells| Record {
        digest,
        language: own.language,
        nonce,
        people,
        step: people,
        cells,
    };
    let code = RoundCode {
        record: of_round(1, added(&mask, &own.cells)),
        reference,
    };
    memory.begun(&code, own, of_round(0, mask));
    Ok(code)
}

/// Eight random bytes as a cell.
fn cell(bytes: &[u8]) -> Cell {
    let (sum, count) = bytes.split_at(bytes.len().min(WORD_BYTES));
    let number = |bytes: &[u8]| {
        bytes
            .iter()
            .fold(0, |number, &byte| number << 8 | u32::from(byte))
    };
    Cell {
        sum: number(sum),
        count: number(count),
    }
}
