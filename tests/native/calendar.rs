//! The calendar of a result, at every hour at which it can be made.

use crate::support::{moment, sales_mindset};
use content::example_session;
use documents::write_as;
use model::Language::En;
use model::{Instrument, Session};
use records::{FileFormat, JoinedRecords, ResultInput, Share, Zone};
use serde_json::Map;

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
            revision: 1,
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
