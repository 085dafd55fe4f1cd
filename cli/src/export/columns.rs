//! The three tables of an export, column by column: names, types, and what stands in them.

use super::session::{Session, State};
use crate::library::Instrument;
use std::borrow::Cow;

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// Nothing; only where [`Column::is_optional`].
    Missing,
    /// A text.
    Text(Cow<'a, str>),
    /// A whole number.
    Whole(i64),
    /// A number with decimals.
    Fraction(f64),
    /// A day of the calendar.
    Day(crate::library::Day),
}

/// The type of a column; every cell of it that is not missing has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Cell::Text`].
    Text,
    /// [`Cell::Whole`] within 32 bits.
    Whole,
    /// [`Cell::Whole`] within 64 bits.
    LargeWhole,
    /// [`Cell::Fraction`], a double.
    Fraction,
    /// [`Cell::Day`].
    Day,
}

/// One column.
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub kind: Kind,
    /// Whether a cell may be missing.
    pub is_optional: bool,
    /// The cell of a row.
    pub cell: for<'a> fn(&Row<'a>) -> Cell<'a>,
}

/// One row: a session, and of it one scale or item where the table has a row for each.
pub struct Row<'a> {
    /// The session.
    pub session: &'a Session,
    /// Its questionnaire.
    pub instrument: &'a Instrument,
    /// The place in the session's scores or in the questionnaire's items; 0 in a table of sessions.
    pub place: usize,
}

/// One table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// One row a session.
    Sessions,
    /// One row a session and scale of which the form asks something.
    Scores,
    /// One row a session and item that was answered, skipped, or said to be beyond judging.
    Answers,
}

impl Table {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Sessions, Self::Scores, Self::Answers];

    /// Its name, which is that of its folder.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sessions => "sessions",
            Self::Scores => "scores",
            Self::Answers => "answers",
        }
    }

    /// Its columns besides the partition's.
    pub fn columns(self) -> &'static [Column] {
        match self {
            Self::Sessions => SESSIONS,
            Self::Scores => SCORES,
            Self::Answers => ANSWERS,
        }
    }

    /// Its rows of one session.
    pub fn rows<'a>(
        self,
        session: &'a Session,
        instrument: &'a Instrument,
    ) -> impl Iterator<Item = Row<'a>> {
        let places = match self {
            Self::Sessions => 1,
            Self::Scores => session.scores.len(),
            Self::Answers => session.answers.len(),
        };
        let is_there = move |place: &usize| {
            let state = session.answers.get(*place);
            self != Self::Answers || state.is_some_and(|state| *state != State::NotSeen)
        };
        (0..places).filter(is_there).map(move |place| Row {
            session,
            instrument,
            place,
        })
    }
}

const SESSION_KEY: Column = required("session_key", Kind::Text, |row| {
    Cell::Text(row.session.key.digits().into())
});

const SESSIONS: &[Column] = &[
    SESSION_KEY,
    optional("person_key", Kind::Text, |row| {
        let person = row.session.person.as_ref();
        person.map_or(Cell::Missing, |key| Cell::Text(key.digits().into()))
    }),
    required("position", Kind::LargeWhole, |row| {
        Cell::Whole(row.session.position)
    }),
    required("digest", Kind::Text, |row| {
        Cell::Text(row.instrument.digest().into())
    }),
    required("form", Kind::Text, |row| {
        Cell::Text((&*row.session.form).into())
    }),
    optional("language", Kind::Text, |row| {
        let language = row.session.language;
        language.map_or(Cell::Missing, |language| Cell::Text(language.tag().into()))
    }),
    optional("day", Kind::Day, |row| {
        row.session.day.map_or(Cell::Missing, Cell::Day)
    }),
    required("scored_scales", Kind::Whole, |row| {
        let scored = row.session.scores.iter();
        whole(scored.filter(|score| score.percent.is_some()).count())
    }),
];

const SCORES: &[Column] = &[
    SESSION_KEY,
    required("scale_id", Kind::Text, |row| {
        let score = row.session.scores.get(row.place);
        let scale = score.and_then(|score| row.instrument.scales().get(score.scale));
        scale.map_or(Cell::Missing, |scale| Cell::Text(scale.id.as_str().into()))
    }),
    required("items_asked", Kind::Whole, |row| {
        let score = row.session.scores.get(row.place);
        score.map_or(Cell::Missing, |score| Cell::Whole(score.asked.into()))
    }),
    required("items_answered", Kind::Whole, |row| {
        let score = row.session.scores.get(row.place);
        score.map_or(Cell::Missing, |score| Cell::Whole(score.answered.into()))
    }),
    optional("percent", Kind::Fraction, |row| {
        let percent = row.session.scores.get(row.place);
        let percent = percent.and_then(|score| score.percent);
        percent.map_or(Cell::Missing, Cell::Fraction)
    }),
];

const ANSWERS: &[Column] = &[
    SESSION_KEY,
    required("item_id", Kind::Text, |row| {
        let item = row.instrument.items().get(row.place);
        item.map_or(Cell::Missing, |item| Cell::Text(item.id.as_str().into()))
    }),
    required("scale_id", Kind::Text, |row| {
        let item = row.instrument.items().get(row.place);
        let scale = item.and_then(|item| row.instrument.scales().get(item.scale));
        scale.map_or(Cell::Missing, |scale| Cell::Text(scale.id.as_str().into()))
    }),
    required("facet_id", Kind::Text, |row| {
        let facet = row.instrument.items().get(row.place).and_then(|item| {
            let scale = row.instrument.scales().get(item.scale)?;
            scale.facets.get(item.facet)
        });
        facet.map_or(Cell::Missing, |facet| Cell::Text(facet.id.as_str().into()))
    }),
    required("state", Kind::Text, |row| {
        let state = row.session.answers.get(row.place);
        Cell::Text(state.map_or("", |state| state.name()).into())
    }),
    optional("raw_value", Kind::Whole, |row| {
        match row.session.answers.get(row.place) {
            Some(State::Rated { raw, .. }) => Cell::Whole((*raw).into()),
            _ => Cell::Missing,
        }
    }),
    optional("keyed_value", Kind::Whole, |row| {
        match row.session.answers.get(row.place) {
            Some(State::Rated { keyed, .. }) => Cell::Whole((*keyed).into()),
            _ => Cell::Missing,
        }
    }),
];

const fn required(
    name: &'static str,
    kind: Kind,
    cell: for<'a> fn(&Row<'a>) -> Cell<'a>,
) -> Column {
    Column {
        name,
        kind,
        is_optional: false,
        cell,
    }
}

const fn optional(
    name: &'static str,
    kind: Kind,
    cell: for<'a> fn(&Row<'a>) -> Cell<'a>,
) -> Column {
    Column {
        name,
        kind,
        is_optional: true,
        cell,
    }
}

fn whole<'a>(count: usize) -> Cell<'a> {
    Cell::Whole(i64::try_from(count).unwrap_or(i64::MAX))
}
