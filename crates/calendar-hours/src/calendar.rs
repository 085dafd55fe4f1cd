//! A calendar as it is read: the events that take time, without what else stands in the file.

use crate::lines::{Line, unfolded};
use crate::moment::{DAY, Moment, Zone, duration};
use crate::rule::Rule;
use crate::words::folded;
use crate::{MAX_BYTES, MAX_EVENTS};
use std::fmt;
use untrusted::Encoding;

/// The most characters of a title that are searched.
const MAX_TITLE: usize = 500;

/// The events of a calendar. What it holds are other people's words as well: it has no way to show
/// them.
#[derive(Default)]
pub struct Calendar {
    pub(crate) events: Vec<Event>,
    /// The titles of events that cannot be read: without a start, or that end before it.
    pub(crate) unreadable: Vec<String>,
    /// The events that were moved or called off by themselves, in order: the id of the repeated
    /// event, and when it would have been.
    pub(crate) replaced: Vec<(String, Exception)>,
}

/// An event of less than a day that takes its owner's time.
pub(crate) struct Event {
    /// The id that other events may name; empty for an event that replaces one of a series.
    pub id: String,
    /// Its title, [`folded`].
    pub title: String,
    /// Minutes since the start of 1970 on its own clock.
    pub start: i64,
    /// Minutes, from 0 and less than a day.
    pub length: i64,
    pub repeats: Repeats,
    /// When it is not held, in order.
    pub exceptions: Vec<Exception>,
}

/// How an event repeats.
pub(crate) enum Repeats {
    Never,
    By(Rule),
    /// It does, and how is not understood.
    Somehow,
}

/// When an event of a series is not held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exception {
    Minute(i64),
    /// At any time of this day: on whose clock, the file does not say in terms of the event's own.
    Day(i64),
}

/// Why a file is no calendar that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalendarFault {
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It is no text in UTF-8; what it seems to be.
    NotUtf8(Encoding),
    /// It is a text, and no calendar.
    NoCalendar,
    /// It is cut off before its end.
    CutOff,
    /// It has more events than [`MAX_EVENTS`].
    TooManyEvents,
}

impl fmt::Display for CalendarFault {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(match self {
            Self::TooLarge => "the file is too large",
            Self::NotUtf8(_) => "the file is no text in UTF-8",
            Self::NoCalendar => "the file is no calendar",
            Self::CutOff => "the file is cut off",
            Self::TooManyEvents => "the calendar has too many events",
        })
    }
}

impl std::error::Error for CalendarFault {}

impl Calendar {
    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// Why it is no calendar that can be read. An event that cannot be read is no error: it is
    /// counted.
    pub fn read(bytes: &[u8]) -> Result<Self, CalendarFault> {
        if bytes.len() > MAX_BYTES {
            return Err(CalendarFault::TooLarge);
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        let text = unfolded(bytes);
        let Ok(text) = std::str::from_utf8(&text) else {
            return Err(CalendarFault::NotUtf8(Encoding::of(bytes)));
        };
        // A zero between the letters of ASCII is UTF-8 as well, and no calendar.
        if let Some(encoding) = untrusted::wide(bytes) {
            return Err(CalendarFault::NotUtf8(encoding));
        }
        let mut calendar = Self::default();
        calendar.take(text)?;
        calendar.replaced.sort_unstable();
        Ok(calendar)
    }

    fn take(&mut self, text: &str) -> Result<(), CalendarFault> {
        let mut lines = text
            .split('\n')
            .map(|line| line.trim_end_matches('\r'))
            .filter(|line| !line.is_empty());
        if !lines
            .next()
            .and_then(Line::of)
            .is_some_and(|line| begins(&line, "VCALENDAR"))
        {
            return Err(CalendarFault::NoCalendar);
        }
        let (mut depth, mut read) = (1_usize, 0);
        // The event that is open, and how deep it is: alarms within it have titles of their own.
        let mut open: Option<(Draft<'_>, usize)> = None;
        for line in lines.filter_map(Line::of) {
            if line.is("BEGIN") {
                depth += 1;
                if open.is_none() && line.says("VEVENT") {
                    read += 1;
                    open = Some((Draft::default(), depth));
                }
                if read > MAX_EVENTS {
                    return Err(CalendarFault::TooManyEvents);
                }
            } else if line.is("END") {
                if open.as_ref().is_some_and(|(_, at)| *at == depth)
                    && let Some((draft, _)) = open.take()
                {
                    self.add(&draft);
                }
                depth = depth.saturating_sub(1);
            } else if let Some((draft, at)) = &mut open
                && *at == depth
            {
                draft.hear(line);
            }
        }
        match depth {
            0 => Ok(()),
            _ => Err(CalendarFault::CutOff),
        }
    }

    fn add(&mut self, draft: &Draft<'_>) {
        let start = draft.start.as_ref().and_then(Moment::of);
        if let (Some(line), Some(start)) = (&draft.replaces, start)
            && let Some(moment) = Moment::of(line)
        {
            let exception = Exception::of(moment, start);
            self.replaced.push((draft.id.to_owned(), exception));
        }
        if draft.cancelled || draft.free {
            return;
        }
        let title = folded(unescaped(draft.title).take(MAX_TITLE));
        let Some((start, length)) = start.and_then(|start| Some((start, draft.length(start)?)))
        else {
            self.unreadable.push(title);
            return;
        };
        let Moment::Minute(minute, zone) = start else {
            return;
        };
        if length >= DAY {
            return;
        }
        let is_one_of_a_series = draft.replaces.is_some();
        self.events.push(Event {
            id: match is_one_of_a_series {
                true => String::new(),
                false => draft.id.to_owned(),
            },
            title,
            start: minute,
            length,
            repeats: draft.repeats(minute, zone),
            exceptions: draft.exceptions(start),
        });
    }
}

fn begins(line: &Line<'_>, component: &str) -> bool {
    line.is("BEGIN") && line.says(component)
}

impl Exception {
    /// When an event that begins like `start` is not held. A time on another clock, and a day
    /// without a time, are the whole day.
    fn of(moment: Moment<'_>, start: Moment<'_>) -> Self {
        match (moment, start) {
            (Moment::Minute(minute, zone), Moment::Minute(_, own)) if zone == own => {
                Self::Minute(minute)
            }
            _ => Self::Day(moment.day()),
        }
    }
}

/// An event while its lines are read.
#[derive(Default)]
struct Draft<'a> {
    id: &'a str,
    title: &'a str,
    start: Option<Line<'a>>,
    end: Option<Line<'a>>,
    duration: Option<&'a str>,
    rule: Option<&'a str>,
    /// It repeats by something else than one rule.
    repeats_otherwise: bool,
    exceptions: Vec<Line<'a>>,
    replaces: Option<Line<'a>>,
    cancelled: bool,
    free: bool,
}

impl<'a> Draft<'a> {
    fn hear(&mut self, line: Line<'a>) {
        if line.is("UID") {
            self.id = line.value;
        } else if line.is("SUMMARY") {
            self.title = line.value;
        } else if line.is("DTSTART") {
            self.start = Some(line);
        } else if line.is("DTEND") {
            self.end = Some(line);
        } else if line.is("DURATION") {
            self.duration = Some(line.value);
        } else if line.is("RRULE") {
            self.repeats_otherwise |= self.rule.is_some();
            self.rule = Some(line.value);
        } else if line.is("RDATE") || line.is("EXRULE") {
            self.repeats_otherwise = true;
        } else if line.is("EXDATE") {
            self.exceptions.push(line);
        } else if line.is("RECURRENCE-ID") {
            self.repeats_otherwise |= !line.parameter("RANGE").is_empty();
            self.replaces = Some(line);
        } else if line.is("STATUS") {
            self.cancelled = line.says("CANCELLED");
        } else if line.is("TRANSP") {
            self.free = line.says("TRANSPARENT");
        }
    }

    /// How long it lasts, in minutes; `None` where that cannot be said.
    fn length(&self, start: Moment<'_>) -> Option<i64> {
        let length = match (self.end.as_ref().map(Moment::of), self.duration) {
            (Some(end), _) => match (start, end?) {
                (Moment::WholeDay(from), Moment::WholeDay(to)) => (to - from) * DAY,
                (Moment::Minute(from, one), Moment::Minute(to, other)) if one == other => to - from,
                // On two clocks.
                _ => return None,
            },
            (None, Some(text)) => duration(text)?,
            (None, None) => 0,
        };
        (length >= 0).then_some(length)
    }

    fn repeats(&self, start: i64, zone: Zone<'_>) -> Repeats {
        match self.rule {
            None if !self.repeats_otherwise => Repeats::Never,
            Some(rule) if !self.repeats_otherwise => match Rule::parse(rule, start, zone) {
                Some(rule) => Repeats::By(rule),
                None => Repeats::Somehow,
            },
            _ => Repeats::Somehow,
        }
    }

    /// In order.
    fn exceptions(&self, start: Moment<'_>) -> Vec<Exception> {
        let mut exceptions = Vec::new();
        for line in &self.exceptions {
            for text in line.value.split(',') {
                let moment = Moment::parse(text, line.parameter("TZID"));
                exceptions.extend(moment.map(|moment| Exception::of(moment, start)));
            }
        }
        exceptions.sort_unstable();
        exceptions
    }
}

/// The characters of a text that a calendar writes with backslashes.
fn unescaped(text: &str) -> impl Iterator<Item = char> {
    let mut characters = text.chars();
    std::iter::from_fn(move || match characters.next()? {
        '\\' => match characters.next()? {
            'n' | 'N' => Some(' '),
            other => Some(other),
        },
        other => Some(other),
    })
}
