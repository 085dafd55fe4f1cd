//! What repeats: the rules of every calendar program's own menus, each answered for a day at once,
//! without going through the days before it.

use crate::moment::{DAY, Moment, Zone, date_of, weekday};

/// Two letters a day, from Monday.
const DAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// How an event repeats.
#[derive(Clone, Copy)]
pub(crate) struct Rule {
    frequency: Frequency,
    /// Every so many days, weeks or months, from 1.
    interval: i64,
    /// How many times in all.
    count: Option<i64>,
    until: Option<Until>,
}

#[derive(Clone, Copy)]
enum Frequency {
    Daily,
    /// On these days of the week, from Monday; a week begins on this one.
    Weekly([bool; 7], i64),
    /// On this day of the month.
    MonthDay(i64),
    /// On the n-th of this day of the week, from the end where n is negative.
    MonthWeekday(i64, i64),
}

/// The last time that counts.
#[derive(Clone, Copy)]
enum Until {
    /// At any time of this day.
    Day(i64),
    Minute(i64),
}

/// What a rule says, part by part.
struct Parts {
    frequency: Option<&'static str>,
    interval: i64,
    count: Option<i64>,
    until: Option<Until>,
    /// The days of the week, each with its n or 0.
    days: Vec<(i64, i64)>,
    month_day: Option<i64>,
    position: Option<i64>,
    week_start: i64,
}

impl Rule {
    /// The rule of an event that begins on this minute; `None` for one that is not understood, and
    /// for one that the start itself does not follow.
    pub(crate) fn parse(text: &str, start: i64, zone: Zone<'_>) -> Option<Self> {
        let parts = Parts::of(text, zone)?;
        let rule = Self {
            frequency: parts.frequency(start.div_euclid(DAY))?,
            interval: parts.interval,
            count: parts.count,
            until: parts.until,
        };
        rule.gives(start, start.div_euclid(DAY)).then_some(rule)
    }

    /// Whether an event that begins on this minute is held on this day too.
    pub(crate) fn gives(&self, start: i64, day: i64) -> bool {
        let first = start.div_euclid(DAY);
        let minute = day * DAY + start.rem_euclid(DAY);
        let is_over = match self.until {
            Some(Until::Day(last)) => day > last,
            Some(Until::Minute(last)) => minute > last,
            None => false,
        };
        if day < first || is_over {
            return false;
        }
        let before = self.times_before(first, day);
        before.is_some_and(|before| self.count.is_none_or(|count| before < count))
    }

    /// How often it has been held before this day; `None` where it is not held on it.
    fn times_before(&self, first: i64, day: i64) -> Option<i64> {
        match self.frequency {
            Frequency::Daily => self.steps(day - first),
            Frequency::Weekly(days, week_start) => {
                let place = |day: i64| (weekday(day) - week_start).rem_euclid(7);
                let (from, to) = (place(first), place(day));
                let weeks = self.steps((day - to - (first - from)) / 7)?;
                let held = |until: i64| {
                    let places = (0..until).map(|place| (place + week_start).rem_euclid(7));
                    places.filter(|day| days[*day as usize]).count() as i64
                };
                let is_held = days[weekday(day) as usize];
                is_held.then(|| weeks * held(7) + held(to) - held(from))
            }
            Frequency::MonthDay(wanted) => {
                let (_, _, of_month) = date_of(day);
                (of_month == wanted).then(|| self.steps(months(day) - months(first)))?
            }
            Frequency::MonthWeekday(n, wanted) => {
                let is_held = weekday(day) == wanted && [nth(day), nth_from_end(day)].contains(&n);
                is_held.then(|| self.steps(months(day) - months(first)))?
            }
        }
    }

    /// How many intervals these days, weeks or months are, where they are whole ones.
    fn steps(&self, units: i64) -> Option<i64> {
        (units % self.interval == 0).then_some(units / self.interval)
    }
}

/// Months since the year 0.
fn months(day: i64) -> i64 {
    let (year, month, _) = date_of(day);
    year * 12 + month - 1
}

/// The how-many-eth of its weekday a day is in its month.
fn nth(day: i64) -> i64 {
    let (_, _, of_month) = date_of(day);
    (of_month - 1) / 7 + 1
}

/// The same from the end of the month, from -1.
fn nth_from_end(day: i64) -> i64 {
    let weeks = (1..=5).find(|weeks| months(day + 7 * weeks) != months(day));
    -weeks.unwrap_or(5)
}

impl Parts {
    fn of(text: &str, zone: Zone<'_>) -> Option<Self> {
        let mut parts = Self {
            frequency: None,
            interval: 1,
            count: None,
            until: None,
            days: Vec::new(),
            month_day: None,
            position: None,
            week_start: 0,
        };
        for part in text.split(';') {
            let equals = part.bytes().position(|byte| byte == b'=')?;
            let (name, value) = (&part[..equals], &part[equals + 1..]);
            let is = |wanted: &str| name.eq_ignore_ascii_case(wanted);
            if is("FREQ") {
                let known = ["DAILY", "WEEKLY", "MONTHLY"];
                let known = known
                    .into_iter()
                    .find(|one| value.eq_ignore_ascii_case(one));
                parts.frequency = Some(known?);
            } else if is("INTERVAL") {
                parts.interval = positive(value)?;
            } else if is("COUNT") {
                parts.count = Some(positive(value)?);
            } else if is("UNTIL") {
                parts.until = Some(until(value, zone)?);
            } else if is("BYDAY") {
                parts.days = days(value)?;
            } else if is("BYMONTHDAY") {
                parts.month_day = Some(positive(value)?);
            } else if is("BYSETPOS") {
                parts.position = Some(signed(value)?);
            } else if is("WKST") {
                parts.week_start = day_of_week(value)?;
            } else {
                return None;
            }
        }
        Some(parts)
    }

    /// What it comes down to for an event that begins on this day.
    fn frequency(&self, first: i64) -> Option<Frequency> {
        let plain = self.month_day.is_none() && self.position.is_none();
        let without_n = self.days.iter().all(|(n, _)| *n == 0);
        match self.frequency? {
            "DAILY" if plain && self.days.is_empty() => Some(Frequency::Daily),
            // On the days of the week that are named, and then every day is every week.
            "DAILY" if plain && without_n && self.interval == 1 => Some(self.weekly(first)),
            "WEEKLY" if plain && without_n => Some(self.weekly(first)),
            "MONTHLY" => self.monthly(first),
            _ => None,
        }
    }

    fn weekly(&self, first: i64) -> Frequency {
        let mut held = [false; 7];
        for (_, day) in &self.days {
            held[*day as usize] = true;
        }
        if self.days.is_empty() {
            held[weekday(first) as usize] = true;
        }
        Frequency::Weekly(held, self.week_start)
    }

    fn monthly(&self, first: i64) -> Option<Frequency> {
        let (_, _, of_month) = date_of(first);
        let (frequency, in_every_month) = match (&self.days[..], self.position, self.month_day) {
            ([], None, day) => {
                let day = day.unwrap_or(of_month);
                (Frequency::MonthDay(day), day <= 28)
            }
            // The second Tuesday, as `2TU`, or as `TU` and of those the second.
            ([(n, day)], None, None) => (Frequency::MonthWeekday(*n, *day), n.abs() <= 4),
            ([(0, day)], Some(n), None) => (Frequency::MonthWeekday(n, *day), n.abs() <= 4),
            _ => return None,
        };
        // What some months lack is not counted in months.
        (in_every_month || self.count.is_none()).then_some(frequency)
    }
}

/// The last time of a rule. One in UTC for an event on another clock is taken as the whole day: which
/// minute it is there, only the zone could tell.
fn until(value: &str, zone: Zone<'_>) -> Option<Until> {
    Some(match Moment::parse(value, "")? {
        Moment::WholeDay(day) => Until::Day(day),
        Moment::Minute(minute, Zone::Utc) if zone != Zone::Utc => {
            Until::Day(minute.div_euclid(DAY))
        }
        Moment::Minute(minute, _) => Until::Minute(minute),
    })
}

/// Days of the week such as `MO,WE` or `2TU`.
fn days(value: &str) -> Option<Vec<(i64, i64)>> {
    let one = |text: &str| {
        let at = text.len().checked_sub(2)?;
        let (n, day) = text.split_at_checked(at)?;
        let n = if n.is_empty() { 0 } else { signed(n)? };
        Some((n, day_of_week(day)?))
    };
    value.split(',').map(one).collect()
}

fn day_of_week(text: &str) -> Option<i64> {
    let place = DAYS.iter().position(|day| text.eq_ignore_ascii_case(day));
    place.map(|place| place as i64)
}

/// A whole number from 1.
fn positive(text: &str) -> Option<i64> {
    let number: u32 = text.parse().ok()?;
    (number > 0).then_some(i64::from(number))
}

/// The n-th of a month, from its start or its end.
fn signed(text: &str) -> Option<i64> {
    let number: i8 = text.parse().ok()?;
    let number = i64::from(number);
    (number != 0 && number.abs() <= 5).then_some(number)
}
