//! The mask of a round, and how it is taken off.

use crate::cells::{Cell, statements, subtracted};
use crate::code::{RoundCode, counts_fit, read_record};
use crate::memory::RoundMemory;
use crate::record::{Kind, Record};
use crate::{FEWEST, Picture};
use hand_over::CodeFault;
use model::{Instrument, InstrumentRef, Language};
use std::fmt;

/// The mask of one round: what only its owner, who began it, has. It cannot be copied, and closing a
/// round spends it: two sums that differ by one person would say what that person answered. Whoever
/// stores it puts the closed round in its place in one step.
#[derive(PartialEq, Eq)]
pub struct RoundKey {
    pub(crate) record: Record,
    pub(crate) reference: InstrumentRef,
}

/// Why a round is not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CloseFault {
    /// The code is of another questionnaire or version.
    OtherQuestionnaire,
    /// The code is of another language.
    OtherLanguage,
    /// The code is of another round.
    OtherRound,
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

/// A round that was not closed: the key as it was, and why.
#[derive(Debug, PartialEq, Eq)]
pub struct NotClosed {
    /// The key, which is not spent.
    pub key: RoundKey,
    /// Why not.
    pub fault: CloseFault,
}

impl fmt::Debug for RoundKey {
    /// Without the mask.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("RoundKey")
            .field("nonce", &self.record.nonce)
            .finish_non_exhaustive()
    }
}

impl RoundKey {
    /// The key that a stored text holds.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str, instrument: &Instrument) -> Result<Self, CodeFault> {
        let record = read_record(text, Kind::Key, instrument)?;
        let is_key = record.people == 0 && record.step == 0;
        let key = Self {
            record,
            reference: instrument.reference(),
        };
        is_key.then_some(key).ok_or(CodeFault::Answers)
    }

    /// Its text, for storing. Whoever has it and the code of fewer than five people has their sums.
    pub fn text(&self) -> String {
        self.record.write(Kind::Key)
    }

    /// The random number of the round.
    pub fn nonce(&self) -> u64 {
        self.record.nonce
    }

    /// Takes the mask off, once. The memory knows it then, and of a refused code of this round how far it
    /// was: both are to be stored in either case.
    ///
    /// # Errors
    /// Why not, with the key as it was.
    pub fn close(
        self,
        code: &RoundCode,
        instrument: &Instrument,
        memory: &mut RoundMemory,
    ) -> Result<ClosedRound, Box<NotClosed>> {
        match self.opened(code, instrument, memory) {
            Ok(record) => {
                memory.closed(self.record.nonce);
                Ok(ClosedRound {
                    record,
                    reference: self.reference,
                })
            }
            Err(fault) => Err(Box::new(NotClosed { key: self, fault })),
        }
    }

    fn opened(
        &self,
        code: &RoundCode,
        instrument: &Instrument,
        memory: &mut RoundMemory,
    ) -> Result<Record, CloseFault> {
        if code.reference != self.reference || !instrument.is(&self.reference) {
            return Err(CloseFault::OtherQuestionnaire);
        }
        if code.nonce() != self.record.nonce {
            return Err(CloseFault::OtherRound);
        }
        if code.language() != self.record.language {
            return Err(CloseFault::OtherLanguage);
        }
        if memory.is_closed(code) {
            return Err(CloseFault::Closed);
        }
        if memory.is_older(code) {
            return Err(CloseFault::Older);
        }
        let people = code.people();
        if people < FEWEST {
            memory.saw(code);
            return Err(CloseFault::TooFew { people });
        }
        let scale = instrument.response_scale();
        let are_possible = |cells: &[Cell], people| {
            let mut cells = cells.iter();
            cells.all(|cell| cell.is_possible(people, scale))
        };
        let mut cells = subtracted(&code.record.cells, &self.record.cells);
        let own = memory.added(code);
        let others = own.map(|own| subtracted(&cells, &own));
        let others_are_possible = others.is_none_or(|others| are_possible(&others, people - 1));
        if !are_possible(&cells, people) || !others_are_possible {
            return Err(CloseFault::Impossible);
        }
        memory.saw(code);
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
    /// The sums that a stored text holds.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str, instrument: &Instrument) -> Result<Self, CodeFault> {
        let record = read_record(text, Kind::Closed, instrument)?;
        let people = u32::from(record.people);
        let scale = instrument.response_scale();
        let is_allowed = |cell: &Cell| {
            let is_none = *cell == Cell::default();
            is_none || (cell.count >= FEWEST && cell.is_possible(people, scale))
        };
        let fits = people >= FEWEST && counts_fit(record.people, record.step);
        if !fits || !record.cells.iter().all(is_allowed) {
            return Err(CodeFault::Answers);
        }
        Ok(Self {
            record,
            reference: instrument.reference(),
        })
    }

    /// Its text, for storing in the place of the key.
    pub fn text(&self) -> String {
        self.record.write(Kind::Closed)
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
