//! The hours that events take within some weeks.

use crate::calendar::{Calendar, Event, Exception, Repeats};
use crate::moment::{DAY, date_of, weekday};
use crate::words::Words;
use model::Day;

/// Whole weeks, from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks {
    /// The number of days since 1970-01-01 of the first Monday.
    first: i64,
    count: u32,
}

impl Weeks {
    /// The week that a day is in.
    pub fn with(day: Day) -> Self {
        let day = day.since_1970();
        Self {
            first: day - weekday(day),
            count: 1,
        }
    }

    /// The four whole weeks before the one that a day is in.
    pub fn four_before(day: Day) -> Self {
        let week = Self::with(day);
        Self {
            first: week.first - 28,
            count: 4,
        }
    }

    /// How many there are: 1 or 4.
    pub fn count(self) -> u32 {
        self.count
    }

    /// The first and the last day; `None` outside the years from 0 to 9999.
    pub fn days(self) -> Option<[Day; 2]> {
        let last = self.first + 7 * i64::from(self.count) - 1;
        Some([day_of(self.first)?, day_of(last)?])
    }
}

fn day_of(day: i64) -> Option<Day> {
    let (year, month, day) = date_of(day);
    let year = u32::try_from(year).ok()?;
    let padded = |number: u32, digits: usize| {
        let text = number.to_string();
        ["0".repeat(digits.saturating_sub(text.len())), text].concat()
    };
    let [month, day] = [month, day].map(|part| padded(part as u32, 2));
    Day::parse(&[&padded(year, 4), "-", &month, "-", &day].concat())
}

/// What the events come to whose titles hold one of the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CalendarHours {
    /// The minutes that they take in all the weeks together. Time in which several are held counts
    /// once, so it is at most the minutes of those weeks.
    pub minutes: u32,
    /// How often one is held in those weeks.
    pub held: usize,
    /// How many events repeat in a way that is not understood: only their first time counts. Those
    /// that begin after the weeks are not among them.
    pub unexpanded: usize,
    /// How many events, at whatever time, cannot be read and count for nothing.
    pub unreadable: usize,
    /// How many weeks it is about.
    pub weeks: u32,
}

impl CalendarHours {
    /// Hundredths of an hour in one week, on average; at most 16,800.
    pub fn hundredths_a_week(self) -> u32 {
        let weeks = self.weeks.max(1);
        // Rounded half up.
        (self.minutes * 100 + 30 * weeks) / (60 * weeks)
    }
}

impl Calendar {
    /// Counts the events within these weeks whose titles hold one of the words.
    ///
    /// An event of a day or longer does not count, nor does one that is called off, or that its
    /// owner has marked as free time.
    pub fn hours(&self, words: &Words, weeks: Weeks) -> CalendarHours {
        let mut time = Time::new(weeks);
        let mut unexpanded = 0;
        for event in self
            .events
            .iter()
            .filter(|event| words.are_in(&event.title))
        {
            match &event.repeats {
                Repeats::Never => time.hold(event, event.start),
                Repeats::Somehow => {
                    unexpanded += usize::from(event.start < time.until);
                    time.hold(event, event.start);
                }
                Repeats::By(rule) => {
                    // One that began on the day before may last into the first.
                    let days = time.from / DAY - 1..time.until / DAY;
                    for day in days.filter(|day| rule.gives(event.start, *day)) {
                        let start = day * DAY + event.start.rem_euclid(DAY);
                        if !self.is_replaced(event, start) {
                            time.hold(event, start);
                        }
                    }
                }
            }
        }
        let unreadable = self.unreadable.iter().filter(|title| words.are_in(title));
        CalendarHours {
            minutes: time.minutes(),
            held: time.held,
            unexpanded,
            unreadable: unreadable.count(),
            weeks: weeks.count,
        }
    }

    /// Whether an event is not held then, or another one is in its place.
    fn is_replaced(&self, event: &Event, start: i64) -> bool {
        let exceptions = [
            Exception::Minute(start),
            Exception::Day(start.div_euclid(DAY)),
        ];
        exceptions.iter().any(|one| {
            let by_id = |(id, other): &(String, Exception)| (id, other).cmp(&(&event.id, one));
            event.exceptions.binary_search(one).is_ok()
                || !event.id.is_empty() && self.replaced.binary_search_by(by_id).is_ok()
        })
    }
}

/// The minutes of some weeks.
struct Time {
    from: i64,
    until: i64,
    /// By how many the number of events changes at the start of each minute.
    changes: Vec<i32>,
    held: usize,
}

impl Time {
    fn new(weeks: Weeks) -> Self {
        let minutes = 7 * DAY * i64::from(weeks.count);
        let from = weeks.first * DAY;
        Self {
            from,
            until: from + minutes,
            changes: vec![0; minutes as usize + 1],
            held: 0,
        }
    }

    /// An event is held from this minute on, as far as that lies within the weeks.
    fn hold(&mut self, event: &Event, start: i64) {
        let end = (start + event.length).min(self.until);
        let start = start.max(self.from);
        if start < end {
            self.changes[(start - self.from) as usize] += 1;
            self.changes[(end - self.from) as usize] -= 1;
            self.held += 1;
        }
    }

    /// The minutes in which at least one event is held.
    fn minutes(&self) -> u32 {
        let mut now = 0;
        let held = self.changes.iter().filter(|change| {
            now += **change;
            now > 0
        });
        held.count() as u32
    }
}
