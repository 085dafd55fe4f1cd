//! The time.

use model::Timestamp;
use records::Zone;
use std::fmt::{Display, Formatter, Result};

/// A clock.
pub trait Clock {
    /// Now, in local time with its offset, to the second.
    fn now(&self) -> Timestamp;

    /// Seconds since some fixed moment, never going back; for durations.
    fn seconds(&self) -> f64;

    /// The time zone of this device around now.
    fn zone(&self) -> Zone;
}

/// A local time, displayed in the form of RFC 3339 (Klyne and Newman, 2002).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Local {
    /// Year, four digits.
    pub year: u32,
    /// Month, 1 to 12.
    pub month: u32,
    /// Day of the month, from 1.
    pub day: u32,
    /// Hour, 0 to 23.
    pub hour: u32,
    /// Minute.
    pub minute: u32,
    /// Second.
    pub second: u32,
    /// Minutes that local time is ahead of UTC; negative when it is behind.
    pub offset: i32,
}

impl From<Local> for Timestamp {
    fn from(local: Local) -> Self {
        // Only a clock that is set to no day of the calendar gives none.
        Self::parse(&local.to_string()).unwrap_or_else(Self::epoch)
    }
}

impl Display for Local {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        let sign = if self.offset < 0 { '-' } else { '+' };
        let ahead = self.offset.unsigned_abs();
        write!(
            f,
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{sign}{:02}:{:02}",
            self.year,
            self.month,
            self.day,
            self.hour,
            self.minute,
            self.second,
            ahead / 60,
            ahead % 60
        )
    }
}
