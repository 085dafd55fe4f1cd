//! One result as the team holds it, and how it is told apart from others.

use crate::read::{Origin, Record, hash};
use hand_over::TalkCode;
use model::{Answer, Answers, Day, Instrument};
use scoring::score_form;

/// One result. Of its person nothing is held but a number.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// Its pool, by its place among the pools.
    pub pool: usize,
    pub group: Option<String>,
    pub day: Option<Day>,
    /// In milliseconds since 1970, as far as is known.
    pub moment: i64,
    pub answers: Answers,
    pub context: Vec<Option<usize>>,
    /// Whether each scale of the questionnaire has a score.
    pub scored: Vec<bool>,
    /// How many items of each scale were answered.
    pub answered: Vec<u32>,
    /// The same for the same result, read again.
    pub identity: [u8; 16],
    /// The code for a talk that hands over all of it, or the code that it was read from.
    pub code: Option<String>,
    pub is_code: bool,
    /// Where it was read: the file, by its place, and the line.
    pub file: usize,
    pub line: Option<u64>,
    /// How many files that were read and not removed hold it.
    pub holders: u32,
}

impl Entry {
    /// Whether an item has a rating.
    pub fn rates(&self, item: usize) -> bool {
        self.answers.rating(item).is_some()
    }

    /// By what the latest result of a person is found: a file before a code of the same day, and then
    /// any order that does not depend on which was read first.
    pub fn recency(&self) -> (Option<Day>, bool, i64, [u8; 16]) {
        (self.day, !self.is_code, self.moment, self.identity)
    }

    /// Whether a code and a file hand over the same session: by the code itself where both are of all
    /// scales, and else by the day and every answer of the code.
    pub fn is_same_session(&self, other: &Self) -> bool {
        let (code, file) = match (self.is_code, other.is_code) {
            (true, false) => (self, other),
            (false, true) => (other, self),
            _ => return false,
        };
        if code.pool != file.pool || code.day != file.day {
            return false;
        }
        let answered = |entry: &Self| {
            (0..entry.answers.total())
                .filter(|&item| entry.rates(item))
                .count()
        };
        let same = |item| !code.rates(item) || code.answers.get(item) == file.answers.get(item);
        match answered(code) == answered(file) {
            true => code.code == file.code,
            false => (0..code.answers.total()).all(same),
        }
    }
}

/// What stands for a result, so that reading it again gives the same: its pool, whose it is, its day
/// and moment, its answers and its situation.
pub(crate) fn identity(record: &Record, pool: usize, person: &str) -> [u8; 16] {
    let mut answers = Vec::with_capacity(record.answers.total());
    answers.extend(
        (0..record.answers.total()).map(|item| match record.answers.get(item) {
            None => [0, 0],
            Some(Answer::Skipped) => [1, 0],
            Some(Answer::CannotJudge) => [2, 0],
            Some(Answer::Rated(rating)) => [3, rating.value()],
        }),
    );
    let context = record.context.iter();
    let context: Vec<u8> = context
        .flat_map(|option| option.map_or(0, |option| option as u64 + 1).to_le_bytes())
        .collect();
    let day = record.day.map(|day| day.to_string()).unwrap_or_default();
    hash([
        &(pool as u64).to_le_bytes()[..],
        person.as_bytes(),
        day.as_bytes(),
        &record.moment.to_le_bytes(),
        answers.as_flattened(),
        &context,
    ])
}

/// The code for a talk that hands over all of a result, or that it was read from.
pub(crate) fn code(origin: &Origin, instrument: &Instrument) -> Option<String> {
    match origin {
        Origin::File(session) => TalkCode::of_session(instrument, session, &[])
            .ok()
            .map(|code| code.text().to_owned()),
        Origin::Code(code) => Some(code.text().to_owned()),
        Origin::Line => None,
    }
}

/// Of each scale how many items were answered, and whether that is enough for a score.
pub(crate) fn scored(record: &Record, instrument: &Instrument) -> (Vec<u32>, Vec<bool>) {
    let scores = score_form(instrument, record.form, &record.answers);
    let scales = scores.scales.iter();
    scales
        .map(|scale| (scale.answered, scale.scored.is_some()))
        .unzip()
}
