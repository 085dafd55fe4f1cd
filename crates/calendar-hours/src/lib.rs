//! How many hours the events of a calendar take whose titles hold words that its owner gives.
//!
//! A calendar (iCalendar, RFC 5545) comes from outside and holds what other people wrote. It is read
//! within bounds, in one pass, and nothing of it comes out but numbers: [`Calendar`] shows no title.
//! `lines` takes a file apart, `moment` reads days and times, `rule` what repeats, `calendar` puts
//! them together, and `hours` counts within [`Weeks`] what [`Words`] are found in.
//!
//! A time counts as it is written, on the clock of its own zone: for how long something lasts no
//! zone is needed.

mod calendar;
mod hours;
mod lines;
mod moment;
mod rule;
mod words;

pub use calendar::{Calendar, CalendarFault};
pub use hours::{CalendarHours, Weeks};
pub use words::Words;

/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The most events that are read.
pub const MAX_EVENTS: usize = 20_000;
