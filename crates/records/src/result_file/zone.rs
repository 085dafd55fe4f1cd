//! A time zone as far as a calendar needs it: what it is called and when its offset changes.

use serde::{Deserialize, Serialize};

/// Days before and after now that are looked at: a follow-up takes at most 366.
const BEFORE: i64 = 2;
const AFTER: i64 = 371;

const DAY: i64 = 24 * 60;

/// A change of offset, such as to summer time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// When, in minutes since 1970 in UTC.
    pub at: i64,
    /// Minutes ahead of UTC before it.
    pub from: i32,
    /// Minutes ahead of UTC after it.
    pub to: i32,
}

/// A time zone around a moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Its name in the time zone database, such as `Europe/Amsterdam`.
    pub name: String,
    /// The moment, in minutes since 1970 in UTC.
    pub now: i64,
    /// The first moment that was looked at.
    pub since: i64,
    /// Minutes ahead of UTC at that moment.
    pub offset: i32,
    /// Every change of it from then until 371 days after the moment.
    pub changes: Vec<Change>,
}

impl Zone {
    /// Asks for the offset at moments around `now`: changes are found to the minute. Those
    /// less than half a day apart are not.
    pub fn around(now: i64, name: String, offset_at: impl Fn(i64) -> i32) -> Self {
        let since = now - BEFORE * DAY;
        let mut zone = Self {
            name,
            now,
            since,
            offset: offset_at(since),
            changes: Vec::new(),
        };
        let mut from = zone.offset;
        let mut start = since;
        while start < now + AFTER * DAY {
            let end = start + DAY / 2;
            let to = offset_at(end);
            if to != from {
                let (mut before, mut at) = (start, end);
                while at - before > 1 {
                    let middle = before + (at - before) / 2;
                    match offset_at(middle) == from {
                        true => before = middle,
                        false => at = middle,
                    }
                }
                zone.changes.push(Change { at, from, to });
                from = to;
            }
            start = end;
        }
        zone
    }

    /// Minutes ahead of UTC at a moment.
    pub fn offset_at(&self, moment: i64) -> i32 {
        let passed = self.changes.iter().rev().find(|change| change.at <= moment);
        passed.map_or(self.offset, |change| change.to)
    }

    /// The smallest offset there is: in most of the world that of standard time.
    pub fn standard(&self) -> i32 {
        let offsets = self.changes.iter().map(|change| change.to);
        offsets.fold(self.offset, i32::min)
    }
}
