//! Calendars, by the rules of RFC 5545.

use crate::support::{moment, sales_mindset};
use content::example_session;
use documents::write_as;
use model::Language::{self, En, Nl};
use model::{Instrument, Session, SessionParts};
use records::{FileFormat, JoinedRecords, ResultInput, Share, Zone};
use serde_json::Map;

fn calendar(change: impl FnOnce(&mut SessionParts), zone: &str, language: Language) -> String {
    made_at(29_400_000, change, zone, language)
}

/// The calendar that is made at a moment, in minutes since 1970.
fn made_at(
    now: i64,
    change: impl FnOnce(&mut SessionParts),
    zone: &str,
    language: Language,
) -> String {
    let instrument = sales_mindset();
    let example = example_session(&instrument).expect("an example");
    let mut parts = example.parts().clone();
    change(&mut parts);
    let session = Session::restore(&instrument, parts);
    let document = write_as(
        FileFormat::Calendar,
        &ResultInput {
            instrument: &instrument,
            session: &session,
            joined: &JoinedRecords::default(),
            export_id: "e-1".to_owned(),
            exported_at: moment("2026-11-24T10:15:00+01:00"),
            language,
            unknown: &Map::new(),
            share: Share::EVERYTHING,
            zone: Zone::around(now, zone.to_owned(), |_| 60),
        },
    );
    String::from_utf8(document.bytes).expect("UTF-8")
}

/// The lines as a program reads them, unfolded.
fn lines(calendar: &str) -> Vec<String> {
    let unfolded = calendar.replace("\r\n ", "");
    unfolded.lines().map(str::to_owned).collect()
}

#[test]
fn no_line_is_longer_than_75_octets_and_none_breaks_within_a_character() {
    let wide = "é".repeat(90);
    for language in [Nl, En] {
        for zone in ["Europe/Amsterdam", &wide, &"x".repeat(200)] {
            let text = calendar(|_| (), zone, language);
            assert!(text.ends_with("END:VCALENDAR\r\n"));
            let longest = text.split("\r\n").map(str::len).max();
            assert!(longest <= Some(75), "{longest:?} octets");
            assert!(lines(&text).contains(&format!("TZID:{zone}")));
            // Line breaks are CRLF and nothing else.
            let plain = text.replace("\r\n", "");
            assert!(!plain.contains(['\r', '\n']));
        }
    }
}

#[test]
fn nothing_that_comes_from_outside_begins_a_line() {
    let hostile = "a\r\nBEGIN:VALARM\r\nACTION:PROCEDURE\nX\rY\u{85}Z\u{2028}W\u{202e}";
    let plain = lines(&calendar(|_| (), "Europe/Amsterdam", Nl));
    let with_id = |parts: &mut SessionParts| parts.id = hostile.to_owned();
    for text in [
        calendar(with_id, "Europe/Amsterdam", Nl),
        calendar(|_| (), hostile, Nl),
    ] {
        let read = lines(&text);
        assert_eq!(read.len(), plain.len());
        let names = |lines: &[String]| -> Vec<String> {
            let name = |line: &String| line.split([':', ';']).next().map(str::to_owned);
            lines.iter().filter_map(name).collect()
        };
        assert_eq!(names(&read), names(&plain));
        assert!(!text.contains(['\u{85}', '\u{2028}', '\u{202e}']));
    }
}

#[test]
fn the_sequence_counts_minutes_since_2020_and_is_an_integer_of_the_format_at_any_time() {
    // 26,297,280 minutes, by `date -u -d 2020-01-01 +%s`: 1577836800 seconds.
    let since = 1_577_836_800 / 60;
    for (now, sequence) in [
        (-1, "SEQUENCE:0"),
        (0, "SEQUENCE:0"),
        (since, "SEQUENCE:0"),
        (since + 1, "SEQUENCE:1"),
        (since + 2_147_483_647, "SEQUENCE:2147483647"),
        (since + 2_147_483_648, "SEQUENCE:2147483647"),
    ] {
        let text = made_at(now, |_| (), "Etc/UTC", Nl);
        let lines = lines(&text).into_iter();
        let said: Vec<String> = lines.filter(|line| line.starts_with("SEQUENCE")).collect();
        assert_eq!(said, [sequence; 6]);
    }
}

#[test]
fn a_zone_with_characters_of_the_format_in_its_name_stays_one_parameter() {
    let text = calendar(|_| (), "Etc/A;B:C,\"D\"", Nl);
    let begins = lines(&text).into_iter();
    let begins: Vec<String> = begins.filter(|line| line.starts_with("DTSTART;")).collect();
    assert_eq!(begins.len(), 6);
    for line in begins {
        assert!(
            line.starts_with("DTSTART;TZID=\"Etc/A;B:C,'D'\":"),
            "{line}"
        );
    }
}

const DAY: i64 = 24 * 60;

/// Days from 1970 to 24 November 2026, by `date -d 2026-11-24 +%s`: 1795478400 seconds.
const TODAY: i64 = 1_795_478_400 / 86_400;

/// The local beginnings of all events, as the file writes them.
fn beginnings(instrument: &Instrument, session: &Session, now: i64, offset: i32) -> Vec<String> {
    let document = write_as(
        FileFormat::Calendar,
        &ResultInput {
            instrument,
            session,
            joined: &JoinedRecords::default(),
            export_id: "e-1".to_owned(),
            exported_at: moment("2026-11-24T10:15:00+01:00"),
            language: En,
            unknown: &Map::new(),
            share: Share::default(),
            zone: Zone::around(now, "Europe/Amsterdam".to_owned(), |_| offset),
        },
    );
    let text = String::from_utf8(document.bytes).expect("text");
    let (_, events) = text.split_once("BEGIN:VEVENT").expect("an event");
    let lines = events.lines().filter(|line| line.starts_with("DTSTART"));
    lines
        .map(|line| line.rsplit_once(':').expect("a value").1.to_owned())
        .collect()
}

#[test]
fn every_reminder_lies_ahead_whenever_the_calendar_is_made() {
    let instrument = sales_mindset();
    let session = example_session(&instrument).expect("an example");
    for offset in [-600, 0, 60, 345, 840] {
        for minute in (0..24).flat_map(|hour| [0, 1, 31, 59].map(|minute| 60 * hour + minute)) {
            let now = TODAY * DAY + minute - i64::from(offset);
            let written = beginnings(&instrument, &session, now, offset);
            let first = match minute / 60 {
                23 => "20261125T090000".to_owned(),
                hour => format!("20261124T{:02}0000", hour + 1),
            };
            let later = ["20261126", "20261201", "20261208", "20261224", "20270222"];
            let later = later.map(|day| [day, "T090000"].concat());
            let expected: Vec<String> = std::iter::once(first).chain(later).collect();
            assert_eq!(written, expected, "{minute} {offset}");
        }
    }
}
