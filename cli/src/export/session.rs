//! One session as an export holds it until it is written: without a name, and as small as can be.

use super::keys::{Key, Keys};
use crate::library::{Answer, Day, Form, Instrument, Language, keyed, score_form};
use crate::records::Record;

/// One session.
pub struct Session {
    /// What stands for it in every table.
    pub key: Key,
    /// What stands for its person, where the record has an id.
    pub person: Option<Key>,
    /// Which record of the export it is, from 1.
    pub position: i64,
    /// The form, as the record says it.
    pub form: Box<str>,
    /// The language, where the record says it.
    pub language: Option<Language>,
    /// The day, where the record says it.
    pub day: Option<Day>,
    /// One entry a scale of which the form asks something, in the questionnaire's order.
    pub scores: Box<[ScaleScore]>,
    /// One entry an item of the questionnaire.
    pub answers: Box<[State]>,
}

/// The score on one scale.
pub struct ScaleScore {
    /// The scale, as an index into the questionnaire's scales.
    pub scale: usize,
    /// Items that the form asks.
    pub asked: u32,
    /// Items that are answered.
    pub answered: u32,
    /// Percent of maximum possible, 0 to 100; `None` where too few items are answered.
    pub percent: Option<f64>,
}

/// What was done with one item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nothing: the table of answers has no row for it.
    NotSeen,
    /// It was rated.
    Rated {
        /// As given.
        raw: u8,
        /// After reversing.
        keyed: u8,
    },
    /// Left out on purpose.
    Skipped,
    /// Said to be beyond judging.
    CannotJudge,
}

impl State {
    /// Its name in the table of answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotSeen => "not-seen",
            Self::Rated { .. } => "rated",
            Self::Skipped => "skipped",
            Self::CannotJudge => "cannot-judge",
        }
    }
}

impl Session {
    /// A record as a session. `position` counts the records of the export.
    pub fn new(record: &Record, instrument: &Instrument, position: i64, keys: &Keys) -> Self {
        // A form this program does not know is scored as it was given: over all items.
        let form = Form::from_name(&record.form).unwrap_or_default();
        let scores = score_form(instrument, form, &record.answers).scales;
        let scores = scores.into_iter().enumerate();
        let scores = scores.filter(|(_, score)| score.total > 0);
        let items = instrument.items().iter().enumerate();
        let answers: Box<[State]> = items
            .map(|(place, item)| match record.answers.get(place) {
                None => State::NotSeen,
                Some(Answer::Skipped) => State::Skipped,
                Some(Answer::CannotJudge) => State::CannotJudge,
                Some(Answer::Rated(rating)) => State::Rated {
                    raw: rating.value(),
                    keyed: keyed(rating, item.key, instrument.response_scale()),
                },
            })
            .collect();
        let person = record.id.as_ref().map(|id| keys.of_person(&id.person()));
        Self {
            key: keys.of_session(instrument, record, position),
            person,
            position,
            form: record.form.as_str().into(),
            language: record.language,
            day: record.day,
            scores: scores
                .map(|(scale, score)| ScaleScore {
                    scale,
                    asked: score.total,
                    answered: score.answered,
                    percent: score.scored.map(|scored| scored.percent),
                })
                .collect(),
            answers,
        }
    }
}
