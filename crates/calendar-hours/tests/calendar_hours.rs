//! Calendars whose hours were counted by hand, on the calendar of 2026: the second of November is a
//! Monday.

use calendar_hours::{Calendar, CalendarFault, CalendarHours, MAX_BYTES, MAX_EVENTS, Weeks, Words};
use model::Day;
use proptest::prelude::*;
use untrusted::Encoding;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// The week from 2 to 8 November 2026.
fn week() -> Weeks {
    Weeks::with(day("2026-11-05"))
}

/// The weeks from 2 to 29 November 2026.
fn four_weeks() -> Weeks {
    Weeks::four_before(day("2026-12-02"))
}

fn calendar(events: &[&str]) -> String {
    let mut text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n".to_owned();
    for event in events {
        let lines = event.lines().map(str::trim);
        let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
        let event = ["BEGIN:VEVENT", &lines.join("\r\n"), "END:VEVENT\r\n"].join("\r\n");
        text.push_str(&event);
    }
    text + "END:VCALENDAR\r\n"
}

/// One event of coaching, with these lines besides.
fn coaching(lines: &str) -> String {
    calendar(&[&format!("SUMMARY:Coaching\n{lines}")])
}

fn hours(text: &str, words: &str, weeks: Weeks) -> CalendarHours {
    let calendar = Calendar::read(text.as_bytes()).expect("a calendar");
    calendar.hours(&Words::parse(words), weeks)
}

/// The hours of coaching in the week and in the four weeks, in minutes.
fn minutes(lines: &str) -> [u32; 2] {
    let text = coaching(lines);
    [week(), four_weeks()].map(|weeks| hours(&text, "coaching", weeks).minutes)
}

fn repeated(rule: &str) -> [u32; 2] {
    repeated_from("20261102T100000", rule)
}

/// An hour from this moment on, repeated by a rule that is understood.
fn repeated_from(start: &str, rule: &str) -> [u32; 2] {
    let lines = format!("DTSTART:{start}\nDURATION:PT1H\nRRULE:{rule}");
    assert_eq!(unexpanded(&lines), 0, "{rule}");
    minutes(&lines).map(|minutes| minutes / 60)
}

fn unexpanded(lines: &str) -> usize {
    hours(&coaching(lines), "coaching", four_weeks()).unexpanded
}

#[test]
fn weeks_run_from_monday_to_sunday() {
    for (any, first, last) in [
        ("2026-11-02", "2026-11-02", "2026-11-08"),
        ("2026-11-08", "2026-11-02", "2026-11-08"),
        ("2027-01-01", "2026-12-28", "2027-01-03"),
        ("2024-02-29", "2024-02-26", "2024-03-03"),
        ("1969-12-31", "1969-12-29", "1970-01-04"),
    ] {
        assert_eq!(Weeks::with(day(any)).days(), Some([day(first), day(last)]));
    }
    let four = Weeks::four_before(day("2026-12-02"));
    assert_eq!(four.days(), Some([day("2026-11-02"), day("2026-11-29")]));
    assert_eq!((four.count(), week().count()), (4, 1));
    assert_eq!(Weeks::with(day("0000-01-01")).days(), None);
}

#[test]
fn an_event_takes_the_time_from_its_start_to_its_end() {
    for lines in [
        "DTSTART:20261103T090000\nDTEND:20261103T103000",
        "DTSTART:20261103T090000Z\nDTEND:20261103T103000Z",
        "DTSTART;TZID=Europe/Amsterdam:20261103T090000\nDTEND;TZID=Europe/Amsterdam:20261103T103000",
        "DTSTART;TZID=\"W: Europe; Standard Time\":20261103T090000\nDTEND;TZID=\"W: Europe; Standard Time\":20261103T103000",
        "dtstart;value=date-time:20261103T090000\nduration:PT1H30M",
        "DTSTART:20261103T090000\nDURATION:PT90M",
        "DTSTART:20261103T090000\nDURATION:P0DT5400S",
    ] {
        assert_eq!(minutes(lines), [90, 90], "{lines}");
    }
    assert_eq!(minutes("DTSTART:20261103T090000"), [0, 0]);
}

#[test]
fn only_the_part_within_the_weeks_counts() {
    let into_monday = "DTSTART:20261101T230000\nDTEND:20261102T013000";
    assert_eq!(minutes(into_monday), [90, 90]);
    let out_of_sunday = "DTSTART:20261108T230000\nDTEND:20261109T013000";
    assert_eq!(minutes(out_of_sunday), [60, 150]);
    let before = "DTSTART:20261101T220000\nDTEND:20261102T000000";
    let after = "DTSTART:20261130T000000\nDTEND:20261130T010000";
    assert_eq!([minutes(before), minutes(after)], [[0, 0]; 2]);
    let text = coaching(out_of_sunday);
    assert_eq!(hours(&text, "coaching", week()).held, 1);
    assert_eq!(hours(&coaching(before), "coaching", week()).held, 0);
}

#[test]
fn time_in_which_two_are_held_counts_once() {
    let text = calendar(&[
        "SUMMARY:Bila\nDTSTART:20261103T090000\nDTEND:20261103T110000",
        "SUMMARY:Bila\nDTSTART:20261103T100000\nDTEND:20261103T113000",
        "SUMMARY:Bila\nDTSTART:20261103T113000\nDTEND:20261103T120000",
    ]);
    let found = hours(&text, "bila", week());
    assert_eq!((found.minutes, found.held), (180, 3));
}

#[test]
fn whole_days_free_time_and_what_is_called_off_count_for_nothing() {
    for lines in [
        "DTSTART;VALUE=DATE:20261103\nDTEND;VALUE=DATE:20261104",
        "DTSTART;VALUE=DATE:20261103",
        "DTSTART:20261103T000000\nDTEND:20261104T000000",
        "DTSTART:20261103T090000\nDTEND:20261105T170000",
        "DTSTART:20261103T090000\nDURATION:P1W",
        "DTSTART:20261103T090000\nDTEND:20261103T100000\nTRANSP:TRANSPARENT",
        "DTSTART:20261103T090000\nDTEND:20261103T100000\nSTATUS:CANCELLED",
    ] {
        let found = hours(&coaching(lines), "coaching", week());
        assert_eq!(
            (found.minutes, found.held, found.unreadable),
            (0, 0, 0),
            "{lines}"
        );
    }
    let busy = "DTSTART:20261103T090000\nDTEND:20261103T100000\nTRANSP:OPAQUE\nSTATUS:CONFIRMED";
    assert_eq!(minutes(busy), [60, 60]);
}

#[test]
fn what_cannot_be_read_is_counted_and_takes_no_time() {
    for lines in [
        "",
        "DTSTART:soon\nDTEND:20261103T100000",
        "DTSTART:20261131T090000\nDTEND:20261131T100000",
        "DTSTART:20261103T250000\nDTEND:20261103T260000",
        "DTSTART:20261103T100000\nDTEND:20261103T090000",
        "DTSTART:20261103T100000\nDTEND;VALUE=DATE:20261104",
        "DTSTART:20261103T100000\nDURATION:-PT1H",
        "DTSTART:20261103T100000\nDURATION:PT",
        "DTSTART:20261103T100000\nDURATION:PT99999999999H",
        "DTSTART;TZID=Europe/Amsterdam:20261103T100000\nDTEND:20261103T100000Z",
    ] {
        let found = hours(&coaching(lines), "coaching", week());
        assert_eq!(
            (found.minutes, found.held, found.unreadable),
            (0, 0, 1),
            "{lines}"
        );
        assert_eq!(hours(&coaching(lines), "bila", week()).unreadable, 0);
    }
}

#[test]
fn words_are_found_without_regard_to_case_and_accents_within_longer_words_too() {
    let at = "DTSTART:20261103T090000\nDTEND:20261103T100000";
    let finds = |title: &str, words: &str| {
        let text = calendar(&[&format!("SUMMARY{title}\n{at}")]);
        hours(&text, words, week()).held == 1
    };
    for (title, words) in [
        (":COACHING met Anna", "coaching"),
        (":Coachinggesprek", "coaching"),
        (";LANGUAGE=nl:Coaching", "coaching"),
        (";X=\"a:b\":Coaching", "coaching"),
        (":Één-op-één Joost", "een-op-een"),
        (":Een-op-een Joost", "één\u{2011}op\u{2011}één"),
        (":E\u{301}e\u{301}n-op-één", "een"),
        (":Meerijden\\, regio Zuid", "meerijden, bila"),
        (":Call\\nreview", "call review"),
        (":Bila", " , ,BILA , "),
    ] {
        assert!(finds(title, words), "{title} {words}");
    }
    for (title, words) in [
        (":Coaching", "bila"),
        (":Coaching", ""),
        (":Coaching", " , ;\u{200B},"),
        (":", "coaching"),
        (":a\\", "coaching"),
    ] {
        assert!(!finds(title, words), "{title} {words}");
    }
    assert!(Words::parse(" , ;\n").is_empty() && !Words::parse("a").is_empty());
}

#[test]
fn an_alarm_within_an_event_says_nothing_of_it() {
    let text = calendar(&[
        "SUMMARY:Bila\nDTSTART:20261103T090000\nDTEND:20261103T100000
        BEGIN:VALARM\nSUMMARY:Coaching\nDURATION:PT5H\nTRIGGER:-PT15M\nEND:VALARM",
    ]);
    assert_eq!(hours(&text, "bila", week()).minutes, 60);
    assert_eq!(hours(&text, "coaching", week()).held, 0);
}

#[test]
fn what_is_no_event_counts_for_nothing() {
    let text = "BEGIN:VCALENDAR
BEGIN:VTIMEZONE
BEGIN:STANDARD
SUMMARY:Coaching
DTSTART:20261103T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
BEGIN:VJOURNAL
SUMMARY:Coaching
DTSTART:20261103T090000
DURATION:PT1H
END:VJOURNAL
END:VCALENDAR";
    let found = hours(text, "coaching", week());
    assert_eq!((found.held, found.unexpanded, found.unreadable), (0, 0, 0));
}

#[test]
fn folded_lines_are_one_also_within_a_character() {
    let mut text = b"\xEF\xBB\xBFBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:Coa\r\n ching \xC3\r\n \xA9\xC3\xA9n\r\nDTSTART\n\t:20261103T0\r\n 90000\r\nDURATION:PT1H\r\n".to_vec();
    text.extend_from_slice(b"END:VEVENT\r\nEND:VCALENDAR");
    let calendar = Calendar::read(&text).expect("a calendar");
    let found = calendar.hours(&Words::parse("coaching een"), week());
    assert_eq!((found.minutes, found.held), (60, 1));
}

#[test]
fn days_repeat_as_counted_by_hand() {
    for (rule, in_week, in_four) in [
        ("FREQ=DAILY", 7, 28),
        ("FREQ=DAILY;INTERVAL=3", 3, 10),
        ("FREQ=DAILY;COUNT=10", 7, 10),
        ("FREQ=DAILY;INTERVAL=7;COUNT=2", 1, 2),
        ("FREQ=DAILY;UNTIL=20261110T100000", 7, 9),
        ("FREQ=DAILY;UNTIL=20261110T095900", 7, 8),
        ("FREQ=DAILY;UNTIL=20261110", 7, 9),
        // Which minute of that day it is here, only the zone could tell.
        ("FREQ=DAILY;UNTIL=20261110T090000Z", 7, 9),
        ("FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", 5, 20),
        ("freq=daily;byday=mo;count=3", 1, 3),
    ] {
        assert_eq!(repeated(rule), [in_week, in_four], "{rule}");
    }
    let utc = "DTSTART:20261102T100000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;UNTIL=20261110T095900Z";
    assert_eq!(minutes(utc), [420, 480]);
}

#[test]
fn weeks_repeat_as_counted_by_hand() {
    for (rule, in_week, in_four) in [
        ("FREQ=WEEKLY", 1, 4),
        ("FREQ=WEEKLY;INTERVAL=2", 1, 2),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR", 3, 12),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=5", 3, 5),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU", 2, 4),
        ("FREQ=WEEKLY;WKST=SU;INTERVAL=2;BYDAY=MO,SU", 1, 4),
        ("FREQ=WEEKLY;UNTIL=20261116T100000", 1, 3),
    ] {
        assert_eq!(repeated(rule), [in_week, in_four], "{rule}");
    }
    // From Friday 30 October: its week has one, the next two weeks of the rule begin on 2 and 9.
    let start = "20261030T100000";
    let rule = "FREQ=WEEKLY;BYDAY=TU,FR;COUNT=4";
    assert_eq!(repeated_from(start, rule), [2, 3]);
    // RFC 5545, section 3.8.5.3: 5, 10, 19 and 24 August 1997 with weeks from Monday, and
    // 5, 17, 19 and 31 August with weeks from Sunday.
    let august = |rule: &str| {
        let lines = format!("DTSTART:19970805T090000\nDURATION:PT1H\nRRULE:{rule}");
        let text = coaching(&lines);
        ["1997-08-05", "1997-08-12", "1997-08-19", "1997-08-26"]
            .map(|any| hours(&text, "coaching", Weeks::with(day(any))).held)
    };
    let rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=";
    assert_eq!(august(&[rule, "MO"].concat()), [2, 0, 2, 0]);
    assert_eq!(august(&[rule, "SU"].concat()), [1, 1, 1, 1]);
}

#[test]
fn months_repeat_as_counted_by_hand() {
    // 2026-11-10 is the second Tuesday, and 2026-11-24 the last.
    for (start, rule, in_four) in [
        ("20260110T100000", "FREQ=MONTHLY", 1),
        ("20260110T100000", "FREQ=MONTHLY;BYMONTHDAY=10", 1),
        ("20260110T100000", "FREQ=MONTHLY;COUNT=11", 1),
        ("20260110T100000", "FREQ=MONTHLY;COUNT=10", 0),
        ("20260110T100000", "FREQ=MONTHLY;INTERVAL=2", 1),
        ("20260110T100000", "FREQ=MONTHLY;INTERVAL=3", 0),
        ("20260131T100000", "FREQ=MONTHLY", 0),
        ("20260113T100000", "FREQ=MONTHLY;BYDAY=2TU", 1),
        ("20260113T100000", "FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", 1),
        ("20260127T100000", "FREQ=MONTHLY;BYDAY=-1TU;COUNT=11", 1),
        ("20260127T100000", "FREQ=MONTHLY;BYDAY=-1TU;COUNT=10", 0),
        ("20260129T100000", "FREQ=MONTHLY;BYDAY=5TH", 0),
    ] {
        let found = repeated_from(start, rule);
        assert_eq!(found[1], in_four, "{start} {rule}");
    }
    let on_the_tenth =
        "SUMMARY:Coaching\nDTSTART:20260113T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=2TU";
    let text = calendar(&[on_the_tenth]);
    let second_week = Weeks::with(day("2026-11-10"));
    assert_eq!(hours(&text, "coaching", second_week).held, 1);
}

#[test]
fn what_else_repeats_counts_once_and_is_said() {
    let at = "DTSTART:20261103T100000\nDURATION:PT1H\n";
    for rule in [
        "RRULE:FREQ=YEARLY",
        "RRULE:FREQ=HOURLY",
        "RRULE:INTERVAL=2",
        "RRULE:FREQ=DAILY;INTERVAL=0",
        "RRULE:FREQ=DAILY;COUNT=-1",
        "RRULE:FREQ=DAILY;COUNT=99999999999999999999",
        "RRULE:FREQ=DAILY;UNTIL=later",
        "RRULE:FREQ=DAILY;INTERVAL=2;BYDAY=TU",
        "RRULE:FREQ=DAILY;BYHOUR=9",
        // The start itself does not follow it.
        "RRULE:FREQ=WEEKLY;BYDAY=MO",
        "RRULE:FREQ=WEEKLY;BYDAY=2TU",
        "RRULE:FREQ=WEEKLY;BYDAY=XX",
        "RRULE:FREQ=WEEKLY;BYDAY=é",
        "RRULE:FREQ=MONTHLY;BYDAY=TU",
        "RRULE:FREQ=MONTHLY;BYDAY=1TU,3TU",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=-1",
        "RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1,3",
        "RRULE:",
        "RRULE:FREQ",
        "RDATE:20261105T100000",
        "RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY",
        "RRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY",
    ] {
        let lines = [at, rule].concat();
        assert_eq!(unexpanded(&lines), 1, "{rule}");
        assert_eq!(minutes(&lines), [60, 60], "{rule}");
    }
    let fifth = "DTSTART:20260129T100000\nDURATION:PT1H\nRRULE:FREQ=MONTHLY;BYDAY=5TH;COUNT=3";
    assert_eq!(unexpanded(fifth), 1);
    let later = "DTSTART:20261201T100000\nDURATION:PT1H\nRRULE:FREQ=YEARLY";
    assert_eq!(unexpanded(later), 0);
}

#[test]
fn what_is_left_out_of_a_series_still_counts_as_one_of_its_times() {
    let daily = "DTSTART;TZID=A:20261102T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5\n";
    for (exceptions, left) in [
        ("EXDATE;TZID=A:20261103T100000,20261104T100000", 3),
        (
            "EXDATE;TZID=A:20261103T100000\nEXDATE;TZID=A:20261104T100000",
            3,
        ),
        ("EXDATE;VALUE=DATE:20261103", 4),
        ("EXDATE:20261103T090000Z", 4),
        ("EXDATE;TZID=A:20261103T110000", 5),
        ("EXDATE:never", 5),
    ] {
        let found = minutes(&[daily, exceptions].concat());
        assert_eq!(found, [60 * left; 2], "{exceptions}");
    }
}

#[test]
fn one_of_a_series_that_was_moved_counts_where_it_is_now() {
    let series =
        "UID:one\nSUMMARY:Bila\nDTSTART:20261102T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=5";
    let moved = "UID:one\nSUMMARY:Bila\nRECURRENCE-ID:20261103T100000\nDTSTART:20261103T150000\nDURATION:PT2H";
    let called_off = "UID:one\nSUMMARY:Bila\nRECURRENCE-ID:20261104T100000\nDTSTART:20261104T100000\nDURATION:PT1H\nSTATUS:CANCELLED";
    let renamed = "UID:one\nSUMMARY:Lunch\nRECURRENCE-ID:20261105T090000Z\nDTSTART:20261105T100000\nDURATION:PT1H";
    let of_another = "UID:two\nSUMMARY:Lunch\nRECURRENCE-ID:20261106T100000\nDTSTART:20261106T100000\nDURATION:PT1H";
    let events = [moved, series, called_off, renamed, of_another];
    let found = hours(&calendar(&events), "bila", week());
    // Monday, the moved one on Tuesday of two hours, and Friday.
    assert_eq!((found.minutes, found.held), (60 + 120 + 60, 3));
    let unmoved = "UID:one\nSUMMARY:Bila\nRECURRENCE-ID:20261103T100000\nDTSTART:20261103T100000\nDURATION:PT1H";
    let found = hours(&calendar(&[unmoved]), "bila", week());
    assert_eq!((found.minutes, found.unexpanded), (60, 0));
}

#[test]
fn the_average_is_of_the_weeks_and_rounded_half_up() {
    // 4 times 100 minutes, and once 130: 530 minutes in 4 weeks are 2.208 hours a week.
    let text = calendar(&[
        "SUMMARY:Bila\nDTSTART:20261102T100000\nDURATION:PT1H40M\nRRULE:FREQ=WEEKLY",
        "SUMMARY:Bila\nDTSTART:20261103T100000\nDURATION:PT2H10M",
    ]);
    let found = hours(&text, "bila", four_weeks());
    assert_eq!((found.minutes, found.weeks), (530, 4));
    assert_eq!(found.hundredths_a_week(), 221);
    // 100 and 130 minutes are 3.8333 hours.
    assert_eq!(hours(&text, "bila", week()).hundredths_a_week(), 383);
    assert_eq!(CalendarHours::default().hundredths_a_week(), 0);
}

#[test]
fn a_file_that_is_no_whole_calendar_is_refused_with_the_reason() {
    let utf_16: Vec<u8> = coaching("")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let over = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(MAX_EVENTS + 1);
    let cases: [(&[u8], CalendarFault); 10] = [
        (b"", CalendarFault::NoCalendar),
        (b"\n\n", CalendarFault::NoCalendar),
        (b"{\"meta\": {}}", CalendarFault::NoCalendar),
        (b"BEGIN:VCARD\nEND:VCARD\n", CalendarFault::NoCalendar),
        (
            b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Bi",
            CalendarFault::CutOff,
        ),
        (b"BEGIN:VCALENDAR\n", CalendarFault::CutOff),
        (
            b"BEGIN:VCALENDAR\nSUMMARY:\xE9\nEND:VCALENDAR",
            CalendarFault::NotUtf8(Encoding::Windows1252),
        ),
        (&utf_16, CalendarFault::NotUtf8(Encoding::Utf16)),
        (&vec![b'\n'; MAX_BYTES + 1], CalendarFault::TooLarge),
        (over.as_bytes(), CalendarFault::NoCalendar),
    ];
    for (bytes, fault) in cases {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned();
        assert_eq!(Calendar::read(bytes).err(), Some(fault), "{start}");
    }
    let of_events = |events: usize| {
        let events = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(events);
        ["BEGIN:VCALENDAR\n", &events, "END:VCALENDAR\n"].concat()
    };
    assert!(Calendar::read(of_events(MAX_EVENTS).as_bytes()).is_ok());
    let fault = Calendar::read(of_events(MAX_EVENTS + 1).as_bytes()).err();
    assert_eq!(fault, Some(CalendarFault::TooManyEvents));
}

#[test]
fn as_many_events_as_are_read_are_counted_each_on_every_day() {
    let event = "BEGIN:VEVENT\nSUMMARY:Bila\nDTSTART:00010101T100000\nDURATION:PT1H\nRRULE:FREQ=DAILY\nEND:VEVENT\n";
    let text = [
        "BEGIN:VCALENDAR\n",
        &event.repeat(MAX_EVENTS),
        "END:VCALENDAR\n",
    ]
    .concat();
    let found = hours(&text, "bila", four_weeks());
    assert_eq!((found.minutes, found.held), (28 * 60, 28 * MAX_EVENTS));
}

/// Lines as calendars have them, and some that none has.
fn any_line() -> impl Strategy<Value = String> {
    let stamp = "[0-9]{8}(T[0-9]{6}Z?)?|2026110[1-9]T(0[0-9]|1[0-9]|2[0-3])[0-5][0-9]00Z?";
    prop_oneof![
        Just("BEGIN:VEVENT".to_owned()),
        Just("END:VEVENT".to_owned()),
        Just("SUMMARY:Bila".to_owned()),
        Just("UID:one".to_owned()),
        stamp.prop_map(|stamp| ["DTSTART:", &stamp].concat()),
        stamp.prop_map(|stamp| ["DTEND:", &stamp].concat()),
        stamp.prop_map(|stamp| ["EXDATE:", &stamp].concat()),
        stamp.prop_map(|stamp| ["RECURRENCE-ID:", &stamp].concat()),
        "[+-]?P[0-9]{0,12}[WD]?T?[0-9]{0,3}[HMS]?".prop_map(|text| ["DURATION:", &text].concat()),
        (
            "DAILY|WEEKLY|MONTHLY|YEARLY",
            "[0-9]{0,20}",
            "[+-]?[0-9]{0,3}(MO|TU|XX)(,SU)?"
        )
            .prop_map(|(frequency, number, days)| {
                format!("RRULE:FREQ={frequency};INTERVAL={number};COUNT={number};BYDAY={days}")
            }),
        ("DAILY|WEEKLY|MONTHLY", "[1-9]").prop_map(|(frequency, number)| {
            format!("RRULE:FREQ={frequency};INTERVAL={number}")
        }),
        "\\PC{0,20}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_lines_give_hours_within_the_weeks_or_a_reason(
        lines in proptest::collection::vec(any_line(), 0..60),
        breaks in "\r?\n",
        any_day in "(0000|1970|2026|9999)-(01|11|12)-(0[1-9]|3[01])",
    ) {
        let body = lines.join(&breaks);
        let text = ["BEGIN:VCALENDAR", &body, "END:VCALENDAR"].join(&breaks);
        if let (Ok(calendar), Some(any)) = (Calendar::read(text.as_bytes()), Day::parse(&any_day)) {
            for weeks in [Weeks::with(any), Weeks::four_before(any)] {
                let all = calendar.hours(&Words::parse("b"), weeks);
                prop_assert!(all.minutes <= weeks.count() * 7 * 24 * 60);
                prop_assert!(all.hundredths_a_week() <= 16_800);
                prop_assert!(all.held > 0 || all.minutes == 0);
                let none = calendar.hours(&Words::default(), weeks);
                prop_assert_eq!((none.minutes, none.held), (0, 0));
            }
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = Calendar::read(&bytes);
    }

    /// A rule that runs through the days one by one, as its definition says, is the oracle.
    #[test]
    fn a_weekly_rule_is_held_when_walking_through_the_days_comes_to_it(
        start in 0_u32..60,
        interval in 1_u32..4,
        days in proptest::collection::btree_set(0_usize..7, 0..5),
        count in 1_u32..30,
    ) {
        const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
        // A Monday, nine weeks before the weeks that are looked at.
        let first = day("2026-08-31").later(start).unwrap();
        let mut days = days;
        days.insert((first.since_1970() + 3) as usize % 7);
        let names: Vec<&str> = days.iter().map(|day| NAMES[*day]).collect();
        let stamp = first.to_string().replace('-', "");
        let text = coaching(&format!(
            "DTSTART:{stamp}T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;INTERVAL={interval};COUNT={count};BYDAY={}",
            names.join(",")
        ));
        let monday = start / 7 * 7;
        let mut held = 0;
        let mut within = 0;
        for n in start..150 {
            let is_held = days.contains(&(n as usize % 7)) && ((n - monday) / 7) % interval == 0;
            if is_held && held < count {
                held += 1;
                // From 2 to 29 November.
                within += usize::from((63..91).contains(&n));
            }
        }
        prop_assert_eq!(hours(&text, "coaching", four_weeks()).held, within);
    }
}
