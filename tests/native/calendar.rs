//! Calendars, by the rules of RFC 5545.

use crate::hostile::texts::CALENDAR;
use crate::support::{load, moment, sales_mindset, scan_0_1};
use compiled::Questionnaire;
use content::example_session;
use documents::write_as;
use model::Language::{self, En, Nl};
use model::{Instrument, Session, SessionParts};
use records::{FileFormat, JoinedRecords, ResultInput, Share, Zone};
use serde_json::{Map, Value, json};

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
    of_instrument(&sales_mindset(), now, change, zone, language)
}

/// The same of an instrument.
fn of_instrument(
    instrument: &Instrument,
    now: i64,
    change: impl FnOnce(&mut SessionParts),
    zone: &str,
    language: Language,
) -> String {
    let example = example_session(instrument).expect("an example");
    let mut parts = example.parts().clone();
    change(&mut parts);
    let session = Session::restore(instrument, parts);
    let document = write_as(
        FileFormat::Calendar,
        &ResultInput {
            instrument,
            session: &session,
            joined: &JoinedRecords::default(),
            export_id: "e-1".to_owned(),
            exported_at: moment("2026-11-24T10:15:00+01:00"),
            language,
            unknown: &Map::new(),
            share: Share::EVERYTHING,
            zone: Zone::around(now, zone.to_owned(), |_| 60),
            page: None,
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

/// The days, titles and descriptions of all events, as a program reads them.
fn events(calendar: &str) -> Vec<[String; 3]> {
    let lines = lines(calendar);
    let events = lines.split(|line| line == "BEGIN:VEVENT").skip(1);
    let value = |event: &[String], name: &str| {
        let mut found = event.iter().filter_map(|line| line.strip_prefix(name));
        let value = found.next().expect("a property").to_owned();
        assert_eq!(found.next(), None, "a second {name}");
        value
    };
    let event = |event: &[String]| {
        let uid = value(event, "UID:");
        let (_, day) = uid.split_once("-day-").expect("a day");
        [
            day.trim_end_matches("@mindset-mirror").to_owned(),
            value(event, "SUMMARY:"),
            value(event, "DESCRIPTION:"),
        ]
    };
    events.map(event).collect()
}

const ZONE: &str = "Europe/Amsterdam";

#[test]
fn every_event_says_what_the_questionnaire_asks_on_that_day_in_the_language_of_the_file() {
    let nl = [
        ["0", "Eerste stap", "Welke stap zet ik vandaag nog?"],
        [
            "2",
            "Even kijken",
            "Wat heb ik geprobeerd\\, en wat gebeurde er?",
        ],
        [
            "7",
            "Tussenstand",
            "Wat vertel ik mijn salesmanager uit mezelf?",
        ],
        [
            "14",
            "Bijsturen",
            "Wat laat ik zo\\, en wat pak ik anders aan?",
        ],
        [
            "30",
            "Terugkijken",
            "Wat gebruik ik nog\\, en wat leverde het op?",
        ],
        [
            "90",
            "Opnieuw invullen",
            "Waar sta ik nu\\, vergeleken met drie maanden geleden?",
        ],
    ];
    let en = [
        ["0", "First step", "Which step will I take today?"],
        ["2", "A quick look", "What did I try\\, and what happened?"],
        [
            "7",
            "Interim result",
            "What will I tell my sales manager without being asked?",
        ],
        [
            "14",
            "Adjust",
            "What do I keep\\, and what do I do differently?",
        ],
        [
            "30",
            "Look back",
            "What am I still using\\, and what has come of it?",
        ],
        [
            "90",
            "Take the scan again",
            "Where do I stand now\\, compared with three months ago?",
        ],
    ];
    for (language, expected) in [(Nl, nl), (En, en)] {
        assert_eq!(events(&calendar(|_| (), ZONE, language)), expected);
    }
}

#[test]
fn a_questionnaire_without_moments_of_its_own_has_neutral_ones_on_the_same_days() {
    let instrument = scan_0_1();
    let nl = [
        ["Eerste stap", "Welke stap zet ik vandaag nog?"],
        [
            "Even terugblikken",
            "Wat heb ik toegepast\\, en wat leverde het op?",
        ],
        ["Opnieuw invullen", "Tijd om opnieuw te kijken waar ik sta."],
    ];
    let en = [
        ["First step", "Which step will I take today?"],
        [
            "A moment to look back",
            "What have I applied\\, and what came of it?",
        ],
        ["Take the scan again", "Time to see again where I stand."],
    ];
    for (language, [first, back, again]) in [(Nl, nl), (En, en)] {
        let text = of_instrument(&instrument, 29_400_000, |_| (), ZONE, language);
        let days = [
            ("0", first),
            ("2", back),
            ("7", back),
            ("14", back),
            ("30", back),
            ("90", again),
        ];
        let expected = days.map(|(day, [title, asks])| [day, title, asks]);
        assert_eq!(events(&text), expected);
    }
}

/// The definition that ships, with another follow-up.
fn with_follow_up(moments: Value) -> Instrument {
    let mut definition: Value =
        serde_json::from_str(content::scan().definition).expect("a definition");
    definition["follow_up"] = moments;
    load(&definition).expect("a valid definition")
}

#[test]
fn a_questionnaire_has_an_event_on_each_day_of_its_own_up_to_a_year_ahead() {
    let moment = |day: u32| {
        let said = |what: &str| json!({ "nl": format!("{what} nl {day}"), "en": what });
        json!({ "day": day, "title": said("title"), "text": said("text") })
    };
    let instrument = with_follow_up([1, 183, 366].map(moment).into());
    let text = of_instrument(&instrument, TODAY * DAY, |_| (), ZONE, Nl);
    let expected = ["1", "183", "366"].map(|day| {
        [
            day.to_owned(),
            format!("title nl {day}"),
            format!("text nl {day}"),
        ]
    });
    assert_eq!(events(&text), expected);
    let begins: Vec<String> = lines(&text)
        .into_iter()
        .filter(|line| line.starts_with("DTSTART;"))
        .collect();
    // By `date -d '2026-11-24 + 183 days'` and so on.
    let days = ["20261125", "20270526", "20271125"];
    assert_eq!(
        begins,
        days.map(|day| format!("DTSTART;TZID={ZONE}:{day}T090000"))
    );
}

#[test]
fn a_change_of_the_clocks_a_year_ahead_is_in_the_zone_of_the_calendar() {
    let change = TODAY * DAY + 360 * DAY;
    let offset = |minute: i64| if minute < change { 60 } else { 120 };
    let zone = Zone::around(TODAY * DAY, ZONE.to_owned(), offset);
    assert_eq!(
        zone.changes.iter().map(|one| one.at).collect::<Vec<_>>(),
        [change]
    );
}

/// The instrument with every text that is `before` as `after`, which has as many bytes: what a checked
/// definition would have refused stands in the file that it was compiled to.
fn forged(instrument: &Instrument, before: &str, after: &str) -> Instrument {
    assert_eq!(before.len(), after.len());
    let questionnaire = Questionnaire {
        instrument: instrument.clone(),
        example: None,
    };
    let mut file = compiled::encode_all(&questionnaire).expect("it can be written");
    for start in 0..file.len() - before.len() {
        if file[start..].starts_with(before.as_bytes()) {
            file[start..start + before.len()].copy_from_slice(after.as_bytes());
        }
    }
    compiled::decode(&file).expect("a sound file").instrument
}

#[test]
fn no_text_of_a_questionnaire_adds_a_line_or_a_property_to_an_event() {
    const PLAIN: &str = "This is where another text will stand, whatever it may say.";
    let said = || json!({ "nl": PLAIN, "en": PLAIN });
    let moment = |day: u32| json!({ "day": day, "title": said(), "text": said() });
    let instrument = with_follow_up([3, 9].map(moment).into());
    let written = |instrument: &Instrument| of_instrument(instrument, 29_400_000, |_| (), ZONE, En);
    let names = |calendar: &str| -> Vec<String> {
        let name = |line: String| line.split([':', ';']).next().map(str::to_owned);
        lines(calendar).into_iter().filter_map(name).collect()
    };
    let plain = written(&instrument);
    for text in CALENDAR {
        let padded = format!("{text}{}", ".".repeat(PLAIN.len() - text.len()));
        let forged = forged(&instrument, PLAIN, &padded);
        let calendar = written(&forged);
        assert_ne!(calendar, plain, "{text:?}");
        assert_eq!(names(&calendar), names(&plain), "{text:?}");
        assert!(!calendar.contains(['\u{85}', '\u{2028}', '\u{202e}']));
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
            page: None,
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
