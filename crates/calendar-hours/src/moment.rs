//! Days and times as a calendar writes them, and how long something lasts.

use crate::lines::Line;
use model::Day;

/// The minutes of a day.
pub(crate) const DAY: i64 = 24 * 60;

/// A time on the clock of its zone, or a whole day.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moment<'a> {
    /// A day without a time: the number of days since 1970-01-01.
    WholeDay(i64),
    /// Minutes since the start of 1970 on the clock of this zone.
    Minute(i64, Zone<'a>),
}

/// Whose clock a time is on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone<'a> {
    /// Coordinated Universal Time, written with a `Z`.
    Utc,
    /// The zone of this name; empty for the clock of whoever reads it.
    Named(&'a str),
}

impl<'a> Moment<'a> {
    /// The moment that a line says.
    pub(crate) fn of(line: &Line<'a>) -> Option<Self> {
        Self::parse(line.value, line.parameter("TZID"))
    }

    /// `20261102`, `20261102T090000` or `20261102T090000Z`; seconds are left out.
    pub(crate) fn parse(text: &str, zone: &'a str) -> Option<Self> {
        let (date, rest) = text.split_at_checked(8)?;
        let day = day_number(date)?;
        if rest.is_empty() {
            return Some(Self::WholeDay(day));
        }
        let time = rest.strip_prefix('T')?;
        let (time, zone) = match time.strip_suffix('Z') {
            Some(time) => (time, Zone::Utc),
            None => (time, Zone::Named(zone)),
        };
        if time.len() != 6 || !time.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let two = |at: usize| time[at..at + 2].parse::<i64>().ok();
        let (hour, minute, second) = (two(0)?, two(2)?, two(4)?);
        // A leap second is written as 60.
        let exists = hour < 24 && minute < 60 && second <= 60;
        exists.then_some(Self::Minute(day * DAY + hour * 60 + minute, zone))
    }

    /// The number of its day.
    pub(crate) fn day(self) -> i64 {
        match self {
            Self::WholeDay(day) => day,
            Self::Minute(minute, _) => minute.div_euclid(DAY),
        }
    }
}

/// The number of days since 1970-01-01 of `20261102`.
fn day_number(date: &str) -> Option<i64> {
    if !date.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let day = Day::parse(&[&date[..4], "-", &date[4..6], "-", &date[6..]].concat())?;
    Some(day.since_1970())
}

/// The year, the month (1 to 12) and the day of a number of days since 1970-01-01 (Hinnant,
/// "chrono-compatible low-level date algorithms", 2013).
pub(crate) fn date_of(day: i64) -> (i64, i64, i64) {
    let day = day + 719_468;
    let era = day.div_euclid(146_097);
    let of_era = day.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * of_year + 2) / 153;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = era * 400 + year_of_era + i64::from(month <= 2);
    (year, month, of_year - (153 * shifted + 2) / 5 + 1)
}

/// The day of the week, from 0 for Monday.
pub(crate) fn weekday(day: i64) -> i64 {
    // The first of January 1970 was a Thursday.
    (day + 3).rem_euclid(7)
}

/// The minutes of a duration such as `PT1H30M`, `P1D` or `P2W`; `None` for one that runs backwards.
pub(crate) fn duration(text: &str) -> Option<i64> {
    let text = text.strip_prefix('+').unwrap_or(text);
    let mut rest = text.strip_prefix('P')?.as_bytes();
    let (mut seconds, mut of_time, mut parts) = (0, false, 0);
    while let [first, after @ ..] = rest {
        if *first == b'T' && !of_time {
            (of_time, rest) = (true, after);
            continue;
        }
        let digits = rest.iter().take_while(|byte| byte.is_ascii_digit());
        // More than nine would be longer than a life.
        let digits = digits.take(10).count();
        if !(1..=9).contains(&digits) {
            return None;
        }
        let number = rest[..digits].iter();
        let number = number.fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0'));
        let unit = match (rest.get(digits)?, of_time) {
            (b'W', false) => 7 * 86_400,
            (b'D', false) => 86_400,
            (b'H', true) => 3_600,
            (b'M', true) => 60,
            (b'S', true) => 1,
            _ => return None,
        };
        seconds += number * unit;
        parts += 1;
        // Every unit stands once at most.
        if parts > 5 {
            return None;
        }
        rest = &rest[digits + 1..];
    }
    (parts > 0).then_some(seconds / 60)
}
