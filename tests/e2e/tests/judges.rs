//! Files of ours read by programs of others.

use content::example_session;
use documents::{Table, table_document, write_as};
use model::{Answers, Session};
use model::{Language, Timestamp};
use records::{FileFormat, JoinedRecords, ResultInput, Share, Zone};
use serde_json::{Map, Value};
use std::path::Path;
use std::process::Command;

/// Minutes since 1970 of a change of the clocks in Amsterdam (timeanddate.com): to winter on 25
/// October 2026, to summer on 28 March 2027, to winter on 31 October 2027, each at 1:00 UTC.
const CHANGES: [i64; 3] = [29_881_500, 30_103_260, 30_415_740];

fn amsterdam(minutes: i64) -> i32 {
    let passed = CHANGES.iter().filter(|change| **change <= minutes).count();
    if passed % 2 == 0 { 120 } else { 60 }
}

/// What the judge of this name says about a file: one value a line.
pub fn judged(judge: &str, name: &str, bytes: &[u8]) -> Vec<Value> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(name);
    std::fs::write(&file, bytes).expect("a file");
    let script = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../tools/judges")
        .join(judge);
    let ran = Command::new("node")
        .arg(script)
        .arg(&file)
        .output()
        .expect("node");
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let text = String::from_utf8(ran.stdout).expect("UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect()
}

fn calendar(now: i64, language: Language) -> Vec<Value> {
    let instrument = content::scan().instrument().expect("an instrument");
    let session = example_session(&instrument).expect("an example");
    let document = write_as(
        FileFormat::Calendar,
        &ResultInput {
            instrument: &instrument,
            session: &session,
            joined: &JoinedRecords::default(),
            export_id: "e-1".to_owned(),
            exported_at: Timestamp::parse("2026-10-20T16:20:00+02:00").expect("a moment"),
            language,
            unknown: &Map::new(),
            share: Share::default(),
            zone: Zone::around(now, "Europe/Amsterdam".to_owned(), amsterdam),
            page: None,
        },
    );
    judged(
        "calendar.mjs",
        &format!("{now}-{}.ics", language.tag()),
        &document.bytes,
    )
}

fn begins(events: &[Value]) -> Vec<&str> {
    events
        .iter()
        .filter_map(|event| event["begins"].as_str())
        .collect()
}

#[test]
fn a_follow_up_begins_at_nine_on_both_sides_of_the_change_to_winter_time() {
    // Tuesday 20 October 2026, 16:20 in Amsterdam.
    let events = calendar(29_875_100, Language::Nl);
    assert_eq!(
        begins(&events),
        [
            "2026-10-20T15:00:00.000Z",
            "2026-10-22T07:00:00.000Z",
            "2026-10-27T08:00:00.000Z",
            "2026-11-03T08:00:00.000Z",
            "2026-11-19T08:00:00.000Z",
            "2027-01-18T08:00:00.000Z",
        ]
    );
    assert!(
        events
            .iter()
            .all(|event| event["zone"] == "Europe/Amsterdam")
    );
    assert!(
        events
            .iter()
            .all(|event| event["sequence"] == 3_577_820 && event["minutes"] == 15)
    );
}

#[test]
fn a_follow_up_begins_at_nine_on_both_sides_of_the_change_to_summer_time() {
    // Friday 26 March 2027, 9:00 in Amsterdam; two days later the clocks go forward.
    let events = calendar(30_100_800, Language::En);
    assert_eq!(
        begins(&events),
        [
            "2027-03-26T09:00:00.000Z",
            "2027-03-28T07:00:00.000Z",
            "2027-04-02T07:00:00.000Z",
            "2027-04-09T07:00:00.000Z",
            "2027-04-25T07:00:00.000Z",
            "2027-06-24T07:00:00.000Z",
        ]
    );
    assert_eq!(events[0]["title"], "First step");
    assert_eq!(events[5]["title"], "Take the scan again");
}

#[test]
fn a_second_file_has_the_same_events_with_a_higher_sequence() {
    let uids = |events: &[Value]| -> Vec<Value> {
        events.iter().map(|event| event["uid"].clone()).collect()
    };
    let (first, second) = (
        calendar(29_875_100, Language::Nl),
        calendar(29_875_200, Language::En),
    );
    assert_eq!(uids(&first), uids(&second));
    assert_eq!(first[0]["sequence"], 3_577_820);
    assert_eq!(second[0]["sequence"], 3_577_920);
    let mut once = uids(&first);
    once.dedup();
    assert_eq!(once.len(), 6);
}

/// Cells of a spreadsheet: their kind, and the text or number in them. `None` where LibreOffice
/// is not on this machine.
fn in_libreoffice(name: &str, bytes: &[u8], separator: u8) -> Option<String> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(name).with_extension("csv");
    std::fs::write(&file, bytes).expect("a file");
    // Separator, quotes, UTF-8, from line 1, no columns set, English, detect nothing special.
    let filter = format!("--infilter=CSV:{separator},34,76,1,,1033,false,true");
    // One of its own for each: two programs at once do not share one.
    let profile = format!(
        "-env:UserInstallation=file://{}/office-{name}",
        folder.display()
    );
    let ran = Command::new("soffice")
        .args([
            &profile,
            "--headless",
            &filter,
            "--convert-to",
            "fods",
            "--outdir",
        ])
        .args([folder, &file])
        .output()
        .ok()?;
    assert!(
        ran.status.success(),
        "{}",
        String::from_utf8_lossy(&ran.stderr)
    );
    let sheet = std::fs::read_to_string(file.with_extension("fods"));
    Some(sheet.expect("the sheet that it wrote"))
}

#[test]
fn a_spreadsheet_finds_no_formula_and_takes_codes_below_zero_as_numbers() {
    let instrument = content::scan().instrument().expect("an instrument");
    let mut parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    parts.subject.pseudonym = "=1+1".to_owned();
    let skipped = (0..instrument.items().len()).map(|item| (item, None));
    parts.answers = Answers::from_values(&instrument, skipped).expect("in range");
    let session = Session::restore(&instrument, parts);
    let table = table_document(
        &instrument,
        &[&session],
        Table::Sessions,
        Language::En,
        Share::default(),
    );
    let Some(sheet) = in_libreoffice("sessions", &table.bytes, b',') else {
        return e2e::skip::skipped("there is no LibreOffice: put its `soffice` on the PATH");
    };
    assert!(!sheet.contains("table:formula"), "a formula");
    let numbers = sheet.matches("office:value=\"-8\"").count();
    let repeated = sheet.contains("number-columns-repeated=\"32\"");
    assert!(
        numbers == 32 || repeated && numbers >= 1,
        "{numbers} codes below zero"
    );
    assert!(
        sheet.contains("'=1+1") || sheet.contains("&apos;=1+1"),
        "the label as text"
    );
}

#[test]
fn a_spreadsheet_finds_no_formula_in_a_table_of_the_other_separator() {
    let instrument = content::scan().instrument().expect("an instrument");
    let mut parts = example_session(&instrument)
        .expect("an example")
        .parts()
        .clone();
    parts.subject.pseudonym = "Team;=1+1,=1+1;\"=1+1, \"=1+1".to_owned();
    let session = Session::restore(&instrument, parts);
    for (language, other) in [(Language::En, b';'), (Language::Nl, b',')] {
        let share = Share::default();
        let table = table_document(&instrument, &[&session], Table::Sessions, language, share);
        let name = ["other-separator-", language.tag()].concat();
        let Some(sheet) = in_libreoffice(&name, &table.bytes, other) else {
            return e2e::skip::skipped("there is no LibreOffice: put its `soffice` on the PATH");
        };
        assert!(sheet.contains("Team"), "the label");
        assert!(!sheet.contains("table:formula"), "a formula");
    }
}
