//! What a device stores of the rounds that it has taken part in.

use crate::cells::Cell;
use crate::close::{ClosedRound, opened};
use crate::code::{RoundCode, counts_fit};
use crate::contribution::Contribution;
use crate::record::{Kind, Record};
use crate::{CloseFault, FEWEST};
use hand_over::CodeFault;
use model::{Instrument, Language};
use std::fmt;

/// Most rounds that are remembered; of more the oldest is forgotten.
pub const MAX_ROUNDS: usize = 40;

/// The first line of the text.
const HEADING: &str = "mindset-mirror rounds 1";

/// Which rounds this device knows, which step of each it has seen, and what it has added itself, so that
/// nobody adds twice, no older code goes on, and one can take oneself out again. Of a round that was
/// begun here it holds the mask, and in its place, once it is closed, the sums: so a round is closed once.
///
/// It holds answers of its owner alone, and is never handed over. Every act changes it, or nothing: it is
/// to be stored before anything that came of the act is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundMemory {
    /// The oldest first.
    rounds: Vec<Taken>,
}

/// One round that this device knows.
#[derive(Clone, PartialEq, Eq)]
pub struct Taken {
    /// The last code that was made here.
    made: Record,
    /// What of its owner is in it.
    own: Option<Record>,
    /// The latest step that was seen here.
    seen: u16,
    /// What of the round is here besides.
    holds: Holds,
}

/// What a device has of a round besides its own answers.
#[derive(Clone, PartialEq, Eq)]
enum Holds {
    /// Nothing: somebody else has begun it.
    Nothing,
    /// The mask: it was begun here.
    Mask(Record),
    /// The sums without the mask: it was closed here, and the mask is gone.
    Sums(Record),
}

impl Holds {
    /// The word for it in the text, and its record.
    fn written(&self) -> (&'static str, Option<String>) {
        match self {
            Self::Nothing => ("open", None),
            Self::Mask(mask) => ("mask", Some(mask.write(Kind::Mask))),
            Self::Sums(sums) => ("sums", Some(sums.write(Kind::Sums))),
        }
    }
}

/// Why a stored text is no memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemoryFault {
    /// It begins otherwise, such as one that a newer version has written.
    Heading,
    /// It has more rounds than are remembered, or a line that no program of ours writes.
    Line {
        /// Its number, from 1.
        line: usize,
    },
    /// A code in it is not as it was written.
    Code {
        /// The number of its line, from 1.
        line: usize,
        /// What is wrong.
        fault: CodeFault,
    },
}

impl fmt::Debug for Taken {
    /// Without what was added, the mask and the sums.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Taken")
            .field("nonce", &self.nonce())
            .field("people", &self.people())
            .field("holds", &self.holds.written().0)
            .finish_non_exhaustive()
    }
}

impl Taken {
    /// The random number of the round.
    pub fn nonce(&self) -> u64 {
        self.made.nonce
    }

    /// The step of the last code that was made here: see [`RoundCode::step`].
    pub fn step(&self) -> u32 {
        self.made.step.into()
    }

    /// How many people were in the last code that was made here.
    pub fn people(&self) -> u32 {
        self.made.people.into()
    }

    /// The text of the last code that was made here: to pass it on again, also to somebody else where the
    /// next one drops out.
    pub fn code(&self) -> String {
        self.made.write(Kind::Code)
    }

    /// Whether its parts are of one round, and each can be.
    fn is_sound(&self) -> bool {
        let made = &self.made;
        let belongs = |other: &Record| {
            let about = |record: &Record| (record.digest, record.language, record.nonce);
            about(other) == about(made) && other.cells.len() == made.cells.len()
        };
        let is_one_person = |own: &Record| own.cells.iter().all(|cell| cell.count <= 1);
        let own = self.own.as_ref();
        let own_is_sound = own.is_none_or(|own| belongs(own) && is_one_person(own));
        let held_is_sound = match &self.holds {
            Holds::Nothing => true,
            Holds::Mask(mask) => belongs(mask),
            Holds::Sums(sums) => belongs(sums) && u32::from(sums.people) >= FEWEST,
        };
        let counts_fit = counts_fit(made.people, made.step) && made.step <= self.seen;
        counts_fit && own_is_sound && held_is_sound
    }

    /// Whether answers of its owner are in it.
    pub fn has_added(&self) -> bool {
        self.own.is_some()
    }

    /// The language in which everybody has answered.
    pub fn language(&self) -> Language {
        self.made.language
    }

    /// Whether it was begun here, so that it can be closed here and nowhere else.
    pub fn is_begun_here(&self) -> bool {
        !matches!(self.holds, Holds::Nothing)
    }

    /// Whether it was closed here.
    pub fn is_closed(&self) -> bool {
        matches!(self.holds, Holds::Sums(_))
    }

    /// Its sums, where it was closed here and is of this instrument.
    pub fn closed_round(&self, instrument: &Instrument) -> Option<ClosedRound> {
        let Holds::Sums(sums) = &self.holds else {
            return None;
        };
        ClosedRound::of_record(sums.clone(), instrument)
    }
}

impl RoundMemory {
    /// The rounds, the oldest first.
    pub fn rounds(&self) -> &[Taken] {
        &self.rounds
    }

    /// The round that has this number, where this device knows it.
    pub fn round(&self, nonce: u64) -> Option<&Taken> {
        self.rounds.iter().find(|round| round.nonce() == nonce)
    }

    /// The text of the last code that was made here of the round that this code is of.
    pub fn made_code(&self, code: &RoundCode) -> Option<String> {
        self.round(code.nonce()).map(Taken::code)
    }

    /// Forgets the round that has this number. Whoever added to it could then add again.
    pub fn forget(&mut self, nonce: u64) {
        self.rounds.retain(|round| round.nonce() != nonce);
    }

    /// Its text, for storing.
    pub fn text(&self) -> String {
        let mut text = String::from(HEADING);
        for round in &self.rounds {
            let own = round.own.as_ref();
            let own = own.map_or_else(none, |own| own.write(Kind::Contribution));
            let (holds, record) = round.holds.written();
            let record = record.unwrap_or_else(none);
            let code = round.code();
            text.push_str(&format!("\n{code} {own} {} {holds} {record}", round.seen));
        }
        text
    }

    /// The memory that a stored text holds.
    ///
    /// # Errors
    /// What is wrong with it. It should then stay stored as it is.
    pub fn read(text: &str) -> Result<Self, MemoryFault> {
        let mut lines = text.lines();
        if lines.next() != Some(HEADING) {
            return Err(MemoryFault::Heading);
        }
        let mut memory = Self::default();
        for (line, number) in lines.zip(2..) {
            let fault = MemoryFault::Line { line: number };
            if memory.rounds.len() == MAX_ROUNDS {
                return Err(fault);
            }
            let round = read_line(line).ok_or(fault)?;
            let round = round.map_err(|fault| MemoryFault::Code {
                line: number,
                fault,
            })?;
            if memory.knows(round.nonce()) {
                return Err(fault);
            }
            memory.rounds.push(round);
        }
        Ok(memory)
    }

    /// Takes the mask off, once: from then on the sums stand in its place, here and in
    /// [`Taken::closed_round`]. Of a code with too few people it is remembered how far it was.
    ///
    /// # Errors
    /// Why not.
    pub fn close(
        &mut self,
        code: &RoundCode,
        instrument: &Instrument,
    ) -> Result<ClosedRound, CloseFault> {
        if !instrument.is(&code.reference) {
            return Err(CloseFault::OtherQuestionnaire);
        }
        let is_older = self.is_older(code);
        let mut rounds = self.rounds.iter_mut();
        let round = rounds.find(|one| one.nonce() == code.nonce());
        let round = round.ok_or(CloseFault::NotBegunHere)?;
        let mask = match &round.holds {
            Holds::Nothing => return Err(CloseFault::NotBegunHere),
            Holds::Sums(_) => return Err(CloseFault::Closed),
            Holds::Mask(mask) => mask,
        };
        if is_older {
            return Err(CloseFault::Older);
        }
        let opened = opened(code, mask, round.own.as_ref(), instrument);
        if matches!(opened, Ok(_) | Err(CloseFault::TooFew { .. })) {
            round.seen = code.record.step;
        }
        let sums = opened?;
        round.holds = Holds::Sums(sums.clone());
        ClosedRound::of_record(sums, instrument).ok_or(CloseFault::Impossible)
    }

    pub(crate) fn knows(&self, nonce: u64) -> bool {
        self.round(nonce).is_some()
    }

    pub(crate) fn has_added(&self, code: &RoundCode) -> bool {
        self.round(code.nonce()).is_some_and(Taken::has_added)
    }

    /// What this device has added to the round of a code.
    pub(crate) fn added(&self, code: &RoundCode) -> Option<Vec<Cell>> {
        let own = self.round(code.nonce())?.own.as_ref()?;
        let fits = own.cells.len() == code.record.cells.len();
        fits.then(|| own.cells.clone())
    }

    pub(crate) fn is_closed(&self, code: &RoundCode) -> bool {
        self.round(code.nonce()).is_some_and(Taken::is_closed)
    }

    /// Whether a later code of the round was seen here, or another one of the same step was made here.
    pub(crate) fn is_older(&self, code: &RoundCode) -> bool {
        self.round(code.nonce()).is_some_and(|round| {
            let step = code.record.step;
            step < round.seen || (step == round.made.step && code.record != round.made)
        })
    }

    /// Remembers the mask of a round that begins here.
    pub(crate) fn begun(&mut self, code: &RoundCode, own: &Contribution, mask: Record) {
        self.made(code, Some(own));
        if let Some(round) = self.rounds.last_mut() {
            round.holds = Holds::Mask(mask);
        }
    }

    /// Remembers a code that was made here, and what of its owner is in it.
    pub(crate) fn made(&mut self, code: &RoundCode, own: Option<&Contribution>) {
        let made = code.record.clone();
        let before = self.round(made.nonce);
        let holds = before.map_or(Holds::Nothing, |round| round.holds.clone());
        let own = own.map(|own| Record {
            cells: own.cells.clone(),
            ..made.clone()
        });
        self.forget(made.nonce);
        if self.rounds.len() >= MAX_ROUNDS {
            self.rounds.remove(0);
        }
        self.rounds.push(Taken {
            seen: made.step,
            made,
            own,
            holds,
        });
    }
}

/// What stands in the place of a record that there is not.
fn none() -> String {
    "-".to_owned()
}

/// One line; `None` where it has other parts than a line of ours.
fn read_line(line: &str) -> Option<Result<Taken, CodeFault>> {
    let parts: Vec<&str> = line.splitn(6, ' ').collect();
    let [code, own, seen, holds, held] = parts[..] else {
        return None;
    };
    let seen: u16 = seen.parse().ok()?;
    let record = |text, kind| match text {
        "-" => Ok(None),
        text => Record::read(text, kind).map(Some),
    };
    let holds = match holds {
        "open" if held == "-" => Ok(Holds::Nothing),
        "mask" => Record::read(held, Kind::Mask).map(Holds::Mask),
        "sums" => Record::read(held, Kind::Sums).map(Holds::Sums),
        _ => return None,
    };
    let read = || {
        let taken = Taken {
            made: Record::read(code, Kind::Code)?,
            own: record(own, Kind::Contribution)?,
            seen,
            holds: holds?,
        };
        taken.is_sound().then_some(taken).ok_or(CodeFault::Answers)
    };
    Some(read())
}
