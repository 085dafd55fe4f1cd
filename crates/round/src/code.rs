//! The code that travels.

use crate::cells::{added, statements, subtracted};
use crate::memory::RoundMemory;
use crate::record::{Kind, Record, Symbols, characters, digest_start};
use crate::{Contribution, FRAGMENT, MAX_PEOPLE};
use hand_over::CodeFault;
use model::{Instrument, InstrumentRef, Language};
use std::fmt;

/// The masked sums of a round, as they are passed on.
///
/// # The text
/// Crockford's base32, five bits a character, the highest bit first:
///
/// | bits | what |
/// |---|---|
/// | 4 | version of the format: 1 |
/// | 32 | the first bits of the questionnaire's digest |
/// | 1 | language: 0 Dutch, 1 English |
/// | 2 | form: 0, about oneself |
/// | 64 | the random number of the round |
/// | 16 | how many people are in it |
/// | 16 | how often somebody has added or withdrawn |
/// | 64 a statement | sum of the answers, and how many they are, modulo 2^32, both under the mask |
/// | 0 to 4 | zeros, so that the characters are full |
/// | 40 | the first bits of a SHA-256 of all before it |
///
/// The scan of 32 statements takes 445 characters, always. How many people are in it can be read by
/// everybody. Whoever has one code alone learns nothing else: under a mask that is random and used once,
/// any answers give any code with the same probability (Vernam's one-time pad, of numbers).
#[derive(Clone, PartialEq, Eq)]
pub struct RoundCode {
    pub(crate) record: Record,
    pub(crate) reference: InstrumentRef,
}

/// Why answers are not added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddFault {
    /// They are of another questionnaire or version.
    OtherQuestionnaire,
    /// They were given in another language than those in the round.
    OtherLanguage,
    /// This device has added to this round. [`RoundMemory::made_code`] has the code that it made then.
    AlreadyAdded,
    /// This device has closed the round.
    Closed,
    /// It is an older code of the round than one that this device has seen.
    Older,
    /// It has [`MAX_PEOPLE`] people, or was changed too often.
    Full,
}

/// Why answers are not withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WithdrawFault {
    /// This device has added nothing to this round, or has withdrawn it.
    NotAdded,
    /// It is an older code of the round than one that this device has seen.
    Older,
    /// This device has closed the round.
    Closed,
    /// Nobody else is in it, or it was changed too often.
    Last,
}

impl fmt::Debug for RoundCode {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("RoundCode")
            .field("people", &self.record.people)
            .field("text", &self.text())
            .finish_non_exhaustive()
    }
}

/// The questionnaire that a text has to be read by, of those that are known. A text with a fault that
/// only [`RoundCode::read`] can name is given one too, wherever it begins as a code of it does.
///
/// # Errors
/// What is wrong with the text, as far as that can be told without the questionnaire.
pub fn questionnaire_of(text: &str, known: &[InstrumentRef]) -> Result<InstrumentRef, CodeFault> {
    let read = Symbols::read(text, Kind::Code)?;
    let fault = |fault| match read.intact {
        true => fault,
        false => CodeFault::Checksum,
    };
    let mut found: Option<&InstrumentRef> = None;
    for one in known {
        if digest_start(one) != Some(read.digest()) {
            continue;
        }
        if found.is_some_and(|before| before != one) {
            return Err(fault(CodeFault::SeveralQuestionnaires));
        }
        found = Some(one);
    }
    found
        .cloned()
        .ok_or_else(|| fault(CodeFault::UnknownQuestionnaire))
}

impl RoundCode {
    /// The code in a text: the characters themselves, in any case and grouping, the fragment of a link,
    /// or the whole link. It must be of this instrument.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn read(text: &str, instrument: &Instrument) -> Result<Self, CodeFault> {
        let read = Symbols::read(text, Kind::Code)?;
        let statements = statements(instrument).len();
        let is_of = digest_start(&instrument.reference()) == Some(read.digest());
        if read.intact && !is_of {
            return Err(CodeFault::UnknownQuestionnaire);
        }
        let (length, got) = (characters(statements), read.characters());
        let expected = Some(length);
        if is_of && got < length {
            return Err(CodeFault::TooShort { expected, got });
        }
        if is_of && got > length {
            return Err(CodeFault::TooLong { expected, got });
        }
        let record = read.record()?;
        if record.cells.len() != statements || !counts_fit(record.people, record.step) {
            return Err(CodeFault::Answers);
        }
        Ok(Self {
            record,
            reference: instrument.reference(),
        })
    }

    /// Its text: capital letters and digits, without anything between them.
    pub fn text(&self) -> String {
        self.record.write(Kind::Code)
    }

    /// The fragment of a link that brings it: it goes behind the address of a page, and is sent to no
    /// server.
    pub fn fragment(&self) -> String {
        [FRAGMENT, &self.text()].concat()
    }

    /// The questionnaire, exactly.
    pub fn reference(&self) -> &InstrumentRef {
        &self.reference
    }

    /// The language in which everybody has answered.
    pub fn language(&self) -> Language {
        self.record.language
    }

    /// The random number of the round.
    pub fn nonce(&self) -> u64 {
        self.record.nonce
    }

    /// How many people are in it; at least 1.
    pub fn people(&self) -> u32 {
        self.record.people.into()
    }

    /// Which of two codes of one round is the older: how often somebody has added or withdrawn.
    pub fn step(&self) -> u32 {
        self.record.step.into()
    }

    /// The next code, with somebody's answers added. The memory has them once this is `Ok`, and should be
    /// stored before the code is shown.
    ///
    /// # Errors
    /// Why not; nothing has changed.
    pub fn add(&self, own: &Contribution, memory: &mut RoundMemory) -> Result<Self, AddFault> {
        if own.reference != self.reference || own.cells.len() != self.record.cells.len() {
            return Err(AddFault::OtherQuestionnaire);
        }
        if own.language != self.record.language {
            return Err(AddFault::OtherLanguage);
        }
        if memory.is_closed(self) {
            return Err(AddFault::Closed);
        }
        if memory.has_added(self) {
            return Err(AddFault::AlreadyAdded);
        }
        if memory.is_older(self) {
            return Err(AddFault::Older);
        }
        let people = self.record.people.checked_add(1);
        let people = people.filter(|&people| u32::from(people) <= MAX_PEOPLE);
        let next = people.zip(self.record.step.checked_add(1));
        let (people, step) = next.ok_or(AddFault::Full)?;
        let code = self.changed(people, step, added(&self.record.cells, &own.cells));
        memory.made(&code, Some(own));
        Ok(code)
    }

    /// The next code, without the answers that this device has added. They may be added anew later.
    ///
    /// # Errors
    /// Why not; nothing has changed.
    pub fn withdraw(&self, memory: &mut RoundMemory) -> Result<Self, WithdrawFault> {
        if memory.is_closed(self) {
            return Err(WithdrawFault::Closed);
        }
        let own = memory.added(self).ok_or(WithdrawFault::NotAdded)?;
        if memory.is_older(self) {
            return Err(WithdrawFault::Older);
        }
        let people = self.record.people.checked_sub(1);
        let people = people.filter(|&people| people > 0);
        let next = people.zip(self.record.step.checked_add(1));
        let (people, step) = next.ok_or(WithdrawFault::Last)?;
        let code = self.changed(people, step, subtracted(&self.record.cells, &own));
        memory.made(&code, None);
        Ok(code)
    }

    fn changed(&self, people: u16, step: u16, cells: Vec<crate::cells::Cell>) -> Self {
        let record = Record {
            people,
            step,
            cells,
            ..self.record.clone()
        };
        Self {
            record,
            reference: self.reference.clone(),
        }
    }
}

/// Whether so many people can be in a code that was changed so often, by one each time: the first at
/// step 1.
pub(crate) fn counts_fit(people: u16, step: u16) -> bool {
    let bounds = 1..=step.min(MAX_PEOPLE as u16);
    bounds.contains(&people) && (step - people).is_multiple_of(2)
}
