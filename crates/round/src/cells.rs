//! The sum and the count of one statement, modulo 2^32.

use model::{Form, Instrument, ResponseScale};

/// What a code holds of one statement. Arithmetic wraps, so that a uniformly random mask makes any value
/// as likely as any other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Sum of the answers as they were given, never reversed: a result says a statement as it was asked.
    pub sum: u32,
    /// How many people have answered; who skipped it is in neither.
    pub count: u32,
}

impl Cell {
    fn plus(self, other: Self) -> Self {
        Self {
            sum: self.sum.wrapping_add(other.sum),
            count: self.count.wrapping_add(other.count),
        }
    }

    fn minus(self, other: Self) -> Self {
        Self {
            sum: self.sum.wrapping_sub(other.sum),
            count: self.count.wrapping_sub(other.count),
        }
    }

    /// Whether so many people can have given such answers.
    pub fn is_possible(self, people: u32, scale: &ResponseScale) -> bool {
        let of = |value: u8| u64::from(self.count) * u64::from(value);
        self.count <= people && (of(scale.min)..=of(scale.max)).contains(&self.sum.into())
    }
}

/// Cell by cell; both lists are of one questionnaire.
pub(crate) fn added(to: &[Cell], more: &[Cell]) -> Vec<Cell> {
    let pairs = to.iter().zip(more);
    pairs.map(|(&cell, &other)| cell.plus(other)).collect()
}

/// Cell by cell; both lists are of one questionnaire.
pub(crate) fn subtracted(from: &[Cell], less: &[Cell]) -> Vec<Cell> {
    let pairs = from.iter().zip(less);
    pairs.map(|(&cell, &other)| cell.minus(other)).collect()
}

/// The statements that people are asked about themselves, as indices into the instrument's, in its order:
/// there is a cell for each.
pub(crate) fn statements(instrument: &Instrument) -> Vec<usize> {
    let all = 0..instrument.items().len();
    let asked = |&item: &usize| instrument.is_asked(Form::SelfReport, item);
    all.filter(asked).collect()
}
