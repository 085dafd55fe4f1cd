//! Answers as given, never reversed.

use crate::{Form, Instrument, ResponseScale};

/// A raw value that lies on the response scale it was made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rating(u8);

impl Rating {
    /// The rating with this raw value, if the response scale has it.
    pub fn new(value: u8, scale: &ResponseScale) -> Option<Self> {
        (scale.min..=scale.max)
            .contains(&value)
            .then_some(Self(value))
    }

    /// The raw value, as given.
    pub fn value(self) -> u8 {
        self.0
    }
}

/// What a respondent did with one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Rated it.
    Rated(Rating),
    /// Left it out on purpose. It is never imputed.
    Skipped,
    /// Said that it cannot be judged, on a form about another person. It counts as missing.
    CannotJudge,
}

impl Answer {
    /// The rating, if there is one.
    pub fn rating(self) -> Option<Rating> {
        match self {
            Answer::Rated(rating) => Some(rating),
            Answer::Skipped | Answer::CannotJudge => None,
        }
    }
}

/// One slot for each item of one instrument, in the instrument's item order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers(Vec<Option<Answer>>);

impl Answers {
    /// No answers yet.
    pub fn none(instrument: &Instrument) -> Self {
        Self(vec![None; instrument.items().len()])
    }

    /// Answers from raw values by item index; values outside the response scale are an
    /// error that names the first such item.
    pub fn from_values(
        instrument: &Instrument,
        values: impl IntoIterator<Item = (usize, Option<u8>)>,
    ) -> Result<Self, usize> {
        let mut answers = Self::none(instrument);
        for (item, value) in values {
            let answer = match value {
                None => Answer::Skipped,
                Some(value) => {
                    Answer::Rated(Rating::new(value, instrument.response_scale()).ok_or(item)?)
                }
            };
            *answers.0.get_mut(item).ok_or(item)? = Some(answer);
        }
        Ok(answers)
    }

    /// The same with an answer for one more item; an item that does not exist changes nothing.
    pub fn with(mut self, item: usize, answer: Answer) -> Self {
        self.set(item, answer);
        self
    }

    /// What was done with an item; `None` if nothing yet.
    pub fn get(&self, item: usize) -> Option<Answer> {
        self.0.get(item).copied().flatten()
    }

    /// The rating of an item; `None` if skipped or not seen.
    pub fn rating(&self, item: usize) -> Option<Rating> {
        self.get(item).and_then(Answer::rating)
    }

    /// How many items are rated.
    pub fn rated(&self) -> usize {
        (0..self.0.len())
            .filter(|&item| self.rating(item).is_some())
            .count()
    }

    /// How many items are dealt with: rated, skipped, or said to be beyond judging.
    pub fn seen(&self) -> usize {
        (0..self.0.len())
            .filter(|&item| self.get(item).is_some())
            .count()
    }

    /// How many items there are.
    pub fn total(&self) -> usize {
        self.0.len()
    }

    /// These answers cut or filled to the items of a form, without ratings that its
    /// response scale does not have.
    pub(super) fn fitted(&self, instrument: &Instrument, form: Form) -> Self {
        let scale = instrument.response_scale();
        let slot = |item| match self.get(item).filter(|_| instrument.is_asked(form, item))? {
            Answer::Rated(rating) => Rating::new(rating.value(), scale).map(Answer::Rated),
            Answer::Skipped => Some(Answer::Skipped),
            Answer::CannotJudge => form.is_about_another().then_some(Answer::CannotJudge),
        };
        Self((0..instrument.items().len()).map(slot).collect())
    }

    pub(super) fn set(&mut self, item: usize, answer: Answer) {
        if let Some(slot) = self.0.get_mut(item) {
            *slot = Some(answer);
        }
    }
}
