//! Moments and days: checked once, and compared as what they are and never as texts.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// A moment: RFC 3339 with offset, on a day that exists, with capital `T` and `Z`, at most nine
/// decimals and no leap second, which is what the `Date` of a browser reads too. It keeps its
/// text and compares as an instant: `10:00+01:00` and `09:00Z` are equal.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp {
    text: String,
    /// Seconds since 1970-01-01T00:00:00Z, and nanoseconds beyond.
    instant: (i64, u32),
}

/// A text that is no moment, or no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMoment;

impl fmt::Display for NotAMoment {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("it is no date, or no date and time with offset")
    }
}

impl std::error::Error for NotAMoment {}

impl Timestamp {
    /// The moment that a text says.
    pub fn parse(text: &str) -> Option<Self> {
        let (day, rest) = text.split_at_checked(10)?;
        let day = Day::parse(day)?;
        let bytes = rest.as_bytes();
        if bytes.len() < 10 || !fits(&bytes[..9], b"T00:00:00") {
            return None;
        }
        let (hour, minute, second) = (two(bytes, 1), two(bytes, 4), two(bytes, 7));
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let (nanoseconds, zone) = decimals(&bytes[9..])?;
        let offset = match zone {
            b"Z" => 0,
            [sign @ (b'+' | b'-'), offset @ ..] if fits(offset, b"00:00") => {
                let (hours, minutes) = (two(offset, 0), two(offset, 3));
                if hours > 23 || minutes > 59 {
                    return None;
                }
                let seconds = i64::from(hours * 60 + minutes) * 60;
                if *sign == b'-' { -seconds } else { seconds }
            }
            _ => return None,
        };
        let seconds = i64::from(hour * 3_600 + minute * 60 + second);
        Some(Self {
            text: text.to_owned(),
            instant: (day.since_1970() * 86_400 + seconds - offset, nanoseconds),
        })
    }

    /// Its text, as it was given.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    pub fn milliseconds(&self) -> i64 {
        let (seconds, nanoseconds) = self.instant;
        seconds * 1000 + i64::from(nanoseconds / 1_000_000)
    }

    /// The day it was where it was written down.
    pub fn day(&self) -> Day {
        Day::of(&self.text)
    }

    /// The time of day where it was written down, to the minute: `HH:MM`.
    pub fn time(&self) -> &str {
        self.text.get(11..16).unwrap_or_default()
    }

    /// The start of 1970 in UTC: what stands for a moment that nobody knows.
    pub fn epoch() -> Self {
        Day::FIRST.start()
    }
}

impl PartialEq for Timestamp {
    fn eq(&self, other: &Self) -> bool {
        self.instant == other.instant
    }
}

impl Eq for Timestamp {}

impl PartialOrd for Timestamp {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Timestamp {
    fn cmp(&self, other: &Self) -> Ordering {
        self.instant.cmp(&other.instant)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.text)
    }
}

impl TryFrom<String> for Timestamp {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, NotAMoment> {
        Self::parse(&text).ok_or(NotAMoment)
    }
}

impl From<Timestamp> for String {
    fn from(moment: Timestamp) -> Self {
        moment.text
    }
}

/// A day of the calendar, `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    const FIRST: Self = Self {
        year: 1970,
        month: 1,
        day: 1,
    };

    /// The day that a text says, if it exists.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if !fits(bytes, b"0000-00-00") {
            return None;
        }
        let year = two(bytes, 0) * 100 + two(bytes, 2);
        let (month, day) = (two(bytes, 5), two(bytes, 8));
        let exists = (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self {
            year: year as u16,
            month: month as u8,
            day: day as u8,
        })
    }

    /// The start of this day in UTC: what stands for a moment of which only the day is known.
    pub fn start(self) -> Timestamp {
        Timestamp {
            text: format!("{self}T00:00:00Z"),
            instant: (self.since_1970() * 86_400, 0),
        }
    }

    /// The day that comes this many days later; `None` beyond the year 9999.
    pub fn later(self, days: u32) -> Option<Self> {
        let (mut year, mut month) = (u32::from(self.year), u32::from(self.month));
        let mut day = u32::from(self.day).checked_add(days)?;
        while year <= 9999 && day > days_in(year, month) {
            day -= days_in(year, month);
            (year, month) = match month {
                12 => (year + 1, 1),
                _ => (year, month + 1),
            };
        }
        (year <= 9999).then_some(Self {
            year: year as u16,
            month: month as u8,
            day: day as u8,
        })
    }

    fn of(text: &str) -> Self {
        text.get(..10).and_then(Self::parse).unwrap_or(Self::FIRST)
    }

    /// Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms", 2013).
    pub fn since_1970(self) -> i64 {
        let (month, day) = (i64::from(self.month), i64::from(self.day));
        let year = i64::from(self.year) - i64::from(month <= 2);
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }
}

impl fmt::Display for Day {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl TryFrom<String> for Day {
    type Error = NotAMoment;

    fn try_from(text: String) -> Result<Self, NotAMoment> {
        Self::parse(&text).ok_or(NotAMoment)
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.to_string()
    }
}

/// A day that may be missing, as a text that is empty then.
pub(crate) mod optional_day {
    use super::{Day, NotAMoment};
    use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(day: &Option<Day>, to: S) -> Result<S::Ok, S::Error> {
        day.map(String::from).unwrap_or_default().serialize(to)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Day>, D::Error> {
        let text = String::deserialize(from)?;
        match text.is_empty() {
            true => Ok(None),
            false => Day::parse(&text)
                .map(Some)
                .ok_or(D::Error::custom(NotAMoment)),
        }
    }
}

/// Nanoseconds of up to nine decimals, and what follows them.
fn decimals(rest: &[u8]) -> Option<(u32, &[u8])> {
    let Some(decimals) = rest.strip_prefix(b".") else {
        return Some((0, rest));
    };
    let digits = decimals
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    if !(1..=9).contains(&digits) {
        return None;
    }
    let digit = |at: usize| {
        if at < digits {
            u32::from(decimals[at] - b'0')
        } else {
            0
        }
    };
    let nanoseconds = (0..9).fold(0, |sum, at| sum * 10 + digit(at));
    Some((nanoseconds, &decimals[digits..]))
}

/// The number that two digits say.
fn two(bytes: &[u8], at: usize) -> u32 {
    u32::from(bytes[at] - b'0') * 10 + u32::from(bytes[at + 1] - b'0')
}

/// Whether `bytes` has a digit where the pattern has a 0, and the pattern's byte elsewhere.
fn fits(bytes: &[u8], pattern: &[u8]) -> bool {
    bytes.len() == pattern.len()
        && bytes
            .iter()
            .zip(pattern)
            .all(|(&byte, &wanted)| match wanted {
                b'0' => byte.is_ascii_digit(),
                _ => byte == wanted,
            })
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => {
            29
        }
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
