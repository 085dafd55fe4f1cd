//! The follow-up as a calendar (RFC 5545): the moments of the questionnaire, each with its title and
//! what is asked then.
//!
//! A questionnaire without any has them today, after 2, 7, 14 and 30 days, and measuring again after
//! 90, in neutral words, because colleagues see calendars. Where it was asked for, each ends with a
//! link that brings the agreement back to the page. Every event keeps its UID, and
//! a later file has a higher SEQUENCE, by the minute at which it is made: a second import moves
//! the events instead of doubling them.

use ics::components::{Component, Parameter, Property};
use interface_texts::{check_in_texts, messages};
use model::{Day, Language, Timestamp};
use records::{AgreementRecord, CheckIn, Document, ResultInput, Zone, result_name};
use report::work_words::kind_between_two;
use untrusted::is_unsafe;

/// Days after today of a questionnaire that names none itself.
const DAYS: [u32; 6] = [0, 2, 7, 14, 30, 90];

const DAY: i64 = 24 * 60;

/// Minute of the day at which the later events begin.
const NINE: i64 = 9 * 60;

/// From this minute of the day on, no full hour of it is left for an event.
const LATEST: i64 = 23 * 60;

/// Minutes from 1970 to 2020, from which the sequence counts.
const YEAR_2020: i64 = 18_262 * DAY;

/// Highest whole number of a calendar (RFC 5545, 3.3.8).
const MAX_INTEGER: i64 = i32::MAX as i64;

/// The calendar of a result, in the time zone of the reader.
pub(super) fn calendar_document(input: &ResultInput) -> Document {
    let zone = &input.zone;
    let parts = input.session.parts();
    let mut calendar = Component::new("VCALENDAR");
    put(&mut calendar, "VERSION", "2.0");
    put(&mut calendar, "PRODID", "-//Mindset Mirror//Follow-up//EN");
    put(&mut calendar, "METHOD", "PUBLISH");
    calendar.add_component(zone_component(zone));
    let local = zone.now + i64::from(zone.offset_at(zone.now));
    let (today, minute) = (local.div_euclid(DAY), local.rem_euclid(DAY));
    for (after, title, asks) in moments(input) {
        let start = match after {
            0 if minute < LATEST => (minute / 60 + 1) * 60,
            // The rest of this day is too short: it becomes the next morning.
            0 => DAY + NINE,
            _ => NINE,
        };
        let mut event = Component::new("VEVENT");
        let uid = [&parts.id, "-day-", &after.to_string(), "@mindset-mirror"].concat();
        put(&mut event, "UID", &uid);
        put(&mut event, "DTSTAMP", &[&stamp(zone.now), "Z"].concat());
        // The moment alone: a result that nobody changed in between is imported again too.
        let sequence = (zone.now - YEAR_2020).clamp(0, MAX_INTEGER);
        put(&mut event, "SEQUENCE", &sequence.to_string());
        let begins = stamp((today + i64::from(after)) * DAY + start);
        let mut begins = Property::new("DTSTART", begins);
        begins.add(Parameter::new("TZID", quoted(&zone.name)));
        event.add_property(begins);
        put(&mut event, "DURATION", "PT15M");
        put(&mut event, "SUMMARY", &ics::escape_text(title));
        let description = described(input, after, asks);
        put(&mut event, "DESCRIPTION", &ics::escape_text(description));
        put(&mut event, "TRANSP", "TRANSPARENT");
        calendar.add_component(event);
    }
    Document {
        name: result_name(&input.exported_at, &parts.subject.pseudonym, ".ics"),
        media_type: "text/calendar",
        bytes: folded(&calendar.to_string()).into_bytes(),
    }
}

/// The days that agreements name, each a whole day with the text of the agreement: when it is due, and
/// its interim results. Every event keeps its UID, and a later file moves it.
pub fn agreements_calendar(
    records: &[AgreementRecord],
    language: Language,
    zone: &Zone,
    at: &Timestamp,
) -> Document {
    let mut calendar = Component::new("VCALENDAR");
    put(&mut calendar, "VERSION", "2.0");
    put(&mut calendar, "PRODID", "-//Mindset Mirror//Agreements//EN");
    put(&mut calendar, "METHOD", "PUBLISH");
    for record in records {
        let agreement = &record.agreement;
        let kind = kind_between_two(&messages(language).work, agreement.owner, agreement.goal);
        let interim = agreement.interim.iter().enumerate();
        let interim = interim.map(|(n, one)| {
            let said = [&agreement.text, "\n\n", &one.text].concat();
            (["-interim-", &n.to_string()].concat(), one.date, said)
        });
        let due = ("-due".to_owned(), agreement.due, agreement.text.clone());
        for (of, day, said) in std::iter::once(due).chain(interim) {
            if let Some(day) = day {
                let uid = [&record.id, &*of, "@mindset-mirror"].concat();
                calendar.add_component(day_event(&uid, day, kind, &said, zone));
            }
        }
    }
    Document {
        name: ["mindset-agreements-", &at.day().to_string(), ".ics"].concat(),
        media_type: "text/calendar",
        bytes: folded(&calendar.to_string()).into_bytes(),
    }
}

fn day_event(uid: &str, day: Day, title: &str, said: &str, zone: &Zone) -> Component<'static> {
    let mut event = Component::new("VEVENT");
    put(&mut event, "UID", uid);
    put(&mut event, "DTSTAMP", &[&stamp(zone.now), "Z"].concat());
    let sequence = (zone.now - YEAR_2020).clamp(0, MAX_INTEGER);
    put(&mut event, "SEQUENCE", &sequence.to_string());
    let begins = day.to_string().replace('-', "");
    let mut begins = Property::new("DTSTART", begins);
    begins.add(Parameter::new("VALUE", "DATE"));
    event.add_property(begins);
    put(&mut event, "SUMMARY", &ics::escape_text(title));
    put(&mut event, "DESCRIPTION", &ics::escape_text(said));
    put(&mut event, "TRANSP", "TRANSPARENT");
    event
}

/// The moments of the follow-up: the day, the title, and what is asked.
fn moments<'a>(input: &ResultInput<'a>) -> Vec<(u32, &'a str, &'a str)> {
    let language = input.language;
    let own = input.instrument.parts().follow_up.iter();
    let own: Vec<_> = own
        .map(|one| (one.day, one.title.get(language), one.text.get(language)))
        .collect();
    if !own.is_empty() {
        return own;
    }
    let t = check_in_texts(language);
    let neutral = DAYS.map(|day| {
        let (title, asks) = t.neutral(day);
        (day, title, asks)
    });
    neutral.into()
}

/// What an event asks, and below it the link with the agreement, where one goes along.
fn described(input: &ResultInput, day: u32, asks: &str) -> String {
    let page = input.page.as_ref();
    let link = page
        .zip(input.joined.reminded())
        .and_then(|(page, agreed)| CheckIn::new(day, agreed).link(page, input.language));
    match link {
        Some(link) => [asks, "\n\n", &link].concat(),
        None => asks.to_owned(),
    }
}

/// A property of one line: what could end it is left out of its value.
fn put(component: &mut Component<'static>, name: &'static str, value: &str) {
    component.add_property(Property::new(name, on_one_line(value)));
}

fn on_one_line(value: &str) -> String {
    let safe = |character: &char| !is_unsafe(*character);
    value.chars().filter(safe).collect()
}

/// Longest line, in octets without its end (RFC 5545, 3.1).
const MAX_LINE: usize = 75;

/// The same with every line folded, never within a character. The package that writes the lines
/// folds them itself, but does not count the space that the next one then begins with.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for line in text.replace("\r\n ", "").split_inclusive("\r\n") {
        let line = line.trim_end_matches("\r\n");
        let mut length = 0;
        for character in line.chars() {
            if length + character.len_utf8() > MAX_LINE {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(character);
            length += character.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

/// The zone's offset from before the first event on, and every change of it.
fn zone_component(zone: &Zone) -> Component<'static> {
    let mut component = Component::new("VTIMEZONE");
    put(&mut component, "TZID", &zone.name);
    let first = (zone.since, zone.offset, zone.offset);
    let changes = zone.changes.iter().map(|one| (one.at, one.from, one.to));
    for (at, from, to) in std::iter::once(first).chain(changes) {
        let mut observance = Component::new(match to == zone.standard() {
            true => "STANDARD",
            false => "DAYLIGHT",
        });
        put(&mut observance, "DTSTART", &stamp(at + i64::from(from)));
        put(&mut observance, "TZOFFSETFROM", &offset(from));
        put(&mut observance, "TZOFFSETTO", &offset(to));
        component.add_component(observance);
    }
    component
}

/// A parameter with characters that end a parameter stands in quotes; a quote itself cannot be
/// written there.
fn quoted(name: &str) -> String {
    let name = on_one_line(name).replace('"', "'");
    match name.contains([':', ';', ',']) {
        true => ["\"", &name, "\""].concat(),
        false => name,
    }
}

fn offset(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let ahead = minutes.unsigned_abs();
    format!("{sign}{:02}{:02}", ahead / 60, ahead % 60)
}

/// Minutes since 1970 as `YYYYMMDDTHHMMSS`.
fn stamp(minutes: i64) -> String {
    let (year, month, day) = civil(minutes.div_euclid(DAY));
    let minute = minutes.rem_euclid(DAY);
    format!(
        "{year:04}{month:02}{day:02}T{:02}{:02}00",
        minute / 60,
        minute % 60
    )
}

/// Year, month and day of a number of days since 1970 (Hinnant, 2013).
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (year, month, day)
}
