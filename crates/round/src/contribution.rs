//! What one person adds to a round.

use crate::cells::{Cell, statements};
use model::{Form, Instrument, InstrumentRef, Language, Session};
use std::fmt;

/// The answers of one person about themselves, as they were given. A statement that was skipped adds to
/// neither its sum nor its count.
#[derive(Clone, PartialEq, Eq)]
pub struct Contribution {
    pub(crate) reference: InstrumentRef,
    pub(crate) language: Language,
    pub(crate) cells: Vec<Cell>,
}

/// Why a result cannot be added to a round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoContribution {
    /// It is about somebody else.
    Form,
    /// No statement of it is answered.
    NothingAnswered,
}

impl fmt::Debug for Contribution {
    /// Without the answers.
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.debug_struct("Contribution")
            .field("reference", &self.reference)
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

impl Contribution {
    /// The answers of a session of this instrument.
    ///
    /// # Errors
    /// Why it cannot be added.
    pub fn of_session(instrument: &Instrument, session: &Session) -> Result<Self, NoContribution> {
        if session.form() != Form::SelfReport {
            return Err(NoContribution::Form);
        }
        let cell = |item| match session.answers().rating(item) {
            Some(rating) => Cell {
                sum: rating.value().into(),
                count: 1,
            },
            None => Cell::default(),
        };
        let cells: Vec<Cell> = statements(instrument).into_iter().map(cell).collect();
        if cells.iter().all(|cell| cell.count == 0) {
            return Err(NoContribution::NothingAnswered);
        }
        Ok(Self {
            reference: instrument.reference(),
            language: session.parts().language,
            cells,
        })
    }

    /// The questionnaire, exactly.
    pub fn reference(&self) -> &InstrumentRef {
        &self.reference
    }

    /// The language in which the statements were first shown.
    pub fn language(&self) -> Language {
        self.language
    }

    /// How many statements are answered.
    pub fn answered(&self) -> usize {
        self.cells.iter().filter(|cell| cell.count > 0).count()
    }

    /// How many statements there are.
    pub fn statements(&self) -> usize {
        self.cells.len()
    }
}
