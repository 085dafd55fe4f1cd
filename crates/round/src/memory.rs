//! What a device stores of the rounds that it has taken part in.

use crate::cells::Cell;
use crate::code::{RoundCode, counts_fit};
use crate::contribution::Contribution;
use crate::record::{Kind, Record};
use hand_over::CodeFault;
use std::fmt;

/// Most rounds that are remembered; of more the oldest is forgotten.
pub const MAX_ROUNDS: usize = 40;

/// The first line of the text.
const HEADING: &str = "mindset-mirror rounds 1";

/// Which rounds this device knows, which step of each it has seen, and what it has added itself, so that
/// nobody adds twice, no older code goes on, and one can take oneself out again. It holds answers of its
/// owner alone, and is never handed over.
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
    closed: bool,
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
    /// Without what was added.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Taken")
            .field("nonce", &self.nonce())
            .field("people", &self.people())
            .field("closed", &self.closed)
            .finish_non_exhaustive()
    }
}

impl Taken {
    /// The random number of the round.
    pub fn nonce(&self) -> u64 {
        self.made.nonce
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

    /// Whether answers of its owner are in it.
    pub fn has_added(&self) -> bool {
        self.own.is_some()
    }

    /// Whether it was closed here.
    pub fn is_closed(&self) -> bool {
        self.closed
    }
}

impl RoundMemory {
    /// The rounds, the oldest first.
    pub fn rounds(&self) -> &[Taken] {
        &self.rounds
    }

    /// The text of the last code that was made here of the round that this code is of.
    pub fn made_code(&self, code: &RoundCode) -> Option<String> {
        self.of(code.nonce()).map(Taken::code)
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
            let own = own.map_or_else(|| "-".to_owned(), |own| own.write(Kind::Contribution));
            let state = match round.closed {
                true => "closed",
                false => "open",
            };
            text.push_str(&format!("\n{} {own} {} {state}", round.code(), round.seen));
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

    pub(crate) fn knows(&self, nonce: u64) -> bool {
        self.of(nonce).is_some()
    }

    pub(crate) fn has_added(&self, code: &RoundCode) -> bool {
        self.of(code.nonce()).is_some_and(Taken::has_added)
    }

    /// What this device has added to the round of a code.
    pub(crate) fn added(&self, code: &RoundCode) -> Option<Vec<Cell>> {
        let own = self.of(code.nonce())?.own.as_ref()?;
        let fits = own.cells.len() == code.record.cells.len();
        fits.then(|| own.cells.clone())
    }

    pub(crate) fn is_closed(&self, code: &RoundCode) -> bool {
        self.of(code.nonce()).is_some_and(Taken::is_closed)
    }

    /// Whether a later code of the round was seen here, or another one of the same step was made here.
    pub(crate) fn is_older(&self, code: &RoundCode) -> bool {
        self.of(code.nonce()).is_some_and(|round| {
            let step = code.record.step;
            step < round.seen || (step == round.made.step && code.record != round.made)
        })
    }

    /// Remembers a code that was made here, and what of its owner is in it.
    pub(crate) fn made(&mut self, code: &RoundCode, own: Option<&Contribution>) {
        let made = code.record.clone();
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
            closed: false,
        });
    }

    /// Remembers that a code of a known round was seen here.
    pub(crate) fn saw(&mut self, code: &RoundCode) {
        let rounds = &mut self.rounds;
        if let Some(round) = rounds.iter_mut().find(|one| one.nonce() == code.nonce()) {
            round.seen = round.seen.max(code.record.step);
        }
    }

    /// Remembers that a known round was closed here.
    pub(crate) fn closed(&mut self, nonce: u64) {
        let rounds = &mut self.rounds;
        if let Some(round) = rounds.iter_mut().find(|one| one.nonce() == nonce) {
            round.closed = true;
        }
    }

    fn of(&self, nonce: u64) -> Option<&Taken> {
        self.rounds.iter().find(|round| round.nonce() == nonce)
    }
}

/// One line; `None` where it has other parts than a line of ours.
fn read_line(line: &str) -> Option<Result<Taken, CodeFault>> {
    let parts: Vec<&str> = line.splitn(5, ' ').collect();
    let [code, own, seen, state] = parts[..] else {
        return None;
    };
    let seen: u16 = seen.parse().ok()?;
    let closed = match state {
        "closed" => true,
        "open" => false,
        _ => return None,
    };
    let read = || {
        let made = Record::read(code, Kind::Code)?;
        let own = match own {
            "-" => None,
            own => Some(Record::read(own, Kind::Contribution)?),
        };
        let belongs = |own: &Record| {
            let same = own.nonce == made.nonce && own.cells.len() == made.cells.len();
            same && own.cells.iter().all(|cell| cell.count <= 1)
        };
        let fits = counts_fit(made.people, made.step) && made.step <= seen;
        if !fits || !own.as_ref().is_none_or(belongs) {
            return Err(CodeFault::Answers);
        }
        Ok(Taken {
            made,
            own,
            seen,
            closed,
        })
    };
    Some(read())
}
