//! Taking the mask of a round off, and the sums that come out.

use crate::cells::{Cell, statements, subtracted};
use crate::code::{RoundCode, counts_fit};
use crate::record::{Record, digest_start};
use crate::{FEWEST, Picture};
use model::{Instrument, InstrumentRef, Language};
use std::fmt;

/// Why a round is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseFault {
    /// The code is of another questionnaire or version.
    OtherQuestionnaire,
    /// The code is of another language than the round.
    OtherLanguage,
    /// The round was not begun on this device, or is forgotten: the mask is not here.
    NotBegunHere,
    /// This device has closed this round.
    Closed,
    /// It is an older code of the round than one that this device has seen.
    Older,
    /// Too few people are in it.
    TooFew {
        /// How many there are; fewer than [`FEWEST`].
        people: u32,
    },
    /// So many people cannot have given such answers: somewhere the code was changed, or a part of it is
    /// of another round.
    Impossible,
}

/// The sums of a code without the mask, where they may be known and can be.
pub(crate) fn opened(
    code: &RoundCode,
    mask: &Record,
    own: Option<&Record>,
    instrument: &Instrument,
) -> Result<Record, CloseFault> {
    let is_of = digest_start(&code.reference) == Some(mask.digest);
    if !is_of || mask.cells.len() != code.record.cells.len() {
        return Err(CloseFault::OtherQuestionnaire);
    }
    if code.language() != mask.language {
        return Err(CloseFault::OtherLanguage);
    }
    let people = code.people();
    if people < FEWEST {
        return Err(CloseFault::TooFew { people });
    }
    let scale = instrument.response_scale();
    let are_possible = |cells: &[Cell], people| {
        let mut cells = cells.iter();
        cells.all(|cell| cell.is_possible(people, scale))
    };
    let mut cells = subtracted(&code.record.cells, &mask.cells);
    let others = own.map(|own| subtracted(&cells, &own.cells));
    let others_are_possible = others.is_none_or(|others| are_possible(&others, people - 1));
    if !are_possible(&cells, people) || !others_are_possible {
        return Err(CloseFault::Impossible);
    }
    // Of a statement that fewer than five have answered nothing is stored either.
    for cell in &mut cells {
        if cell.count < FEWEST {
            *cell = Cell::default();
        }
    }
    Ok(Record {
        cells,
        ..code.record.clone()
    })
}

/// The sums of a round without the mask: of five people or more, for each statement that five or more
/// have answered.
#[derive(Clone, PartialEq, Eq)]
pub struct ClosedRound {
    record: Record,
    reference: InstrumentRef,
}

impl fmt::Debug for ClosedRound {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("ClosedRound")
            .field("nonce", &self.record.nonce)
            .field("people", &self.record.people)
            .finish_non_exhaustive()
    }
}

impl ClosedRound {
    /// What was stored; `None` where it is of another instrument, or such sums cannot be.
    pub(crate) fn of_record(record: Record, instrument: &Instrument) -> Option<Self> {
        let is_of = digest_start(&instrument.reference()) == Some(record.digest)
            && statements(instrument).len() == record.cells.len();
        let people = u32::from(record.people);
        let scale = instrument.response_scale();
        let is_allowed = |cell: &Cell| {
            let is_none = *cell == Cell::default();
            is_none || (cell.count >= FEWEST && cell.is_possible(people, scale))
        };
        let fits = people >= FEWEST && counts_fit(record.people, record.step);
        let is_sound = is_of && fits && record.cells.iter().all(is_allowed);
        is_sound.then(|| Self {
            record,
            reference: instrument.reference(),
        })
    }

    /// The random number of the round.
    pub fn nonce(&self) -> u64 {
        self.record.nonce
    }

    /// The language in which everybody has answered.
    pub fn language(&self) -> Language {
        self.record.language
    }

    /// How many people are in it; at least [`FEWEST`].
    pub fn people(&self) -> u32 {
        self.record.people.into()
    }

    /// What the sums say; `None` where this is another instrument than theirs.
    pub fn picture(&self, instrument: &Instrument) -> Option<Picture> {
        let statements = statements(instrument);
        let is_same = instrument.is(&self.reference) && statements.len() == self.record.cells.len();
        let sums = statements
            .into_iter()
            .zip(self.record.cells.iter().copied());
        is_same.then(|| Picture::of(instrument, self.people(), sums))
    }
}
