//! Files that are made to do harm, by name: nested, wide, cut off, in other encodings, of numbers and
//! names that some reader has stumbled over. Each ends in an error of every reader.
//!
//! `cargo test --package mindset-fuzz --release --test bombs -- --nocapture` holds them to 200 ms
//! as well, and prints the slowest. Without optimising they are smaller, and not measured.

use calendar_hours::Calendar;
use definition::from_bytes;
use file_jobs::{FileJob, FileOutcome, FileTask};
use model::{Catalogue, Instrument};
use records::{
    AgreementRecord, Attempt, InfluenceRecord, StoredRecord, detect, migrate, open_backup,
    open_result, read_agreements,
};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::Duration;

/// What a reader may take of the processor, at most.
const LIMIT: Duration = Duration::from_millis(200);

/// A MiB, or a part of one.
const MIB: usize = match cfg!(debug_assertions) {
    true => 32 * 1024,
    false => 1024 * 1024,
};

/// More than the largest file that is read.
const OVER: usize = 9 * 1024 * 1024;

const RESULT: &str = include_str!("../../schema/examples/result-2.0.json");
const DEFINITION: &str = include_str!("../../content/examples/ten-statements.json");

type Bomb = (&'static str, Vec<u8>);

fn text(name: &'static str, text: impl Into<String>) -> Bomb {
    (name, text.into().into_bytes())
}

fn nested(open: &str, depth: usize, close: &str) -> String {
    [open.repeat(depth), close.repeat(depth)].concat()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

fn encodings() -> Vec<Bomb> {
    let with_accent = RESULT.replacen("\"pseudonym\": \"", "\"pseudonym\": \"Zo~", 1);
    let in_bytes = |bytes: &[u8]| {
        let parts: Vec<&str> = with_accent.splitn(2, '~').collect();
        [parts[0].as_bytes(), bytes, parts[1].as_bytes()].concat()
    };
    let wide = RESULT.chars().flat_map(|c| (c as u32).to_le_bytes());
    vec![
        ("nothing", Vec::new()),
        text("one space", " "),
        text("a million line breaks", "\n".repeat(MIB)),
        text("a byte order mark alone", "\u{FEFF}"),
        text("two byte order marks", format!("\u{FEFF}\u{FEFF}{RESULT}")),
        ("a million NUL bytes", vec![0; MIB]),
        ("a million bytes of ones", vec![0xFF; MIB]),
        ("UTF-16, low byte first", utf_16(RESULT, u16::to_le_bytes)),
        ("UTF-16, high byte first", utf_16(RESULT, u16::to_be_bytes)),
        ("UTF-32", wide.collect()),
        ("Windows-1252", in_bytes(b"\xEB")),
        ("an overlong form of UTF-8", in_bytes(b"\xC0\xAF")),
        ("a surrogate in UTF-8", in_bytes(b"\xED\xA0\x80")),
        ("beyond the last character", in_bytes(b"\xF4\x90\x80\x80")),
        (
            "cut off within a character",
            [RESULT.as_bytes(), b"\xE2\x82"].concat(),
        ),
    ]
}

fn depths() -> Vec<Bomb> {
    let deep = MIB;
    vec![
        text("lists 33 deep", nested("[", 33, "]")),
        text("lists 129 deep", nested("[", 129, "]")),
        text("lists a million deep", nested("[", deep, "]")),
        text("lists a million deep, not closed", "[".repeat(deep)),
        text("lists closed a million times", "]".repeat(deep)),
        text(
            "objects 129 deep",
            format!("{}1{}", "{\"a\":".repeat(129), "}".repeat(129)),
        ),
        text("objects a million deep", "{\"a\":".repeat(deep)),
        text("lists in objects in lists", "[{\"a\":".repeat(deep / 2)),
        text(
            "depth after eight million spaces",
            format!("{}{}", " ".repeat(8 * MIB - 200), "[".repeat(100)),
        ),
        text(
            "depth after a text full of brackets",
            format!("[\"{}\",{}", "[".repeat(MIB), "[".repeat(MIB)),
        ),
        text(
            "depth behind escaped quotation marks",
            format!("[\"{}\",{}", "\\\"".repeat(MIB), "[".repeat(MIB)),
        ),
    ]
}

fn widths() -> Vec<Bomb> {
    let many = 4 * MIB - 16;
    let list =
        |value: &str, count: usize| format!("[{}{value}]", format!("{value},").repeat(count));
    let fields: String = (0..MIB * 2 / 5).map(|n| format!("\"{n}\":0,")).collect();
    vec![
        text("four million zeros", list("0", many)),
        text("four million commas", ",".repeat(many)),
        text("two million empty lists", list("[]", many / 2)),
        text("two million empty objects", list("{}", many / 2)),
        text("two million empty texts", list("\"\"", many / 2)),
        text("a million nulls", list("null", MIB)),
        text("just as many values as are read", list("0", MIB / 21 * 10)),
        text(
            "four hundred thousand fields",
            format!("{{{fields}\"a\":0}}"),
        ),
        text(
            "one field a million times",
            format!("{{{}\"a\":0}}", "\"a\":0,".repeat(MIB)),
        ),
        text(
            "a text of eight million letters",
            format!("[\"{}\"]", "x".repeat(8 * MIB - 4)),
        ),
        text(
            "a name of eight million letters",
            format!("{{\"{}\":0}}", "x".repeat(8 * MIB - 6)),
        ),
        text(
            "a million escapes",
            format!("[\"{}\"]", "\\u0000".repeat(MIB)),
        ),
        text(
            "a text that never ends",
            format!("[\"{}", "x".repeat(8 * MIB - 2)),
        ),
        text("spaces beyond the largest file", " ".repeat(OVER)),
        text(
            "letters beyond the largest file",
            format!("\"{}\"", "x".repeat(OVER)),
        ),
        text("brackets beyond the largest file", "[".repeat(OVER)),
    ]
}

fn numbers() -> Vec<Bomb> {
    vec![
        text("a number of a million digits", "9".repeat(MIB)),
        text(
            "a fraction of a million digits",
            format!("0.{}1", "0".repeat(MIB)),
        ),
        text(
            "an exponent of a million digits",
            format!("1e{}", "9".repeat(MIB)),
        ),
        text("a number too large", "[1e999]"),
        text("a number too small", "{\"format\":-1e999}"),
        text("not a number", "[NaN]"),
        text("endless", "[Infinity]"),
        text("hexadecimal", "[0x1F]"),
        text("a leading zero", "[01]"),
        text("a leading plus", "[+1]"),
    ]
}

fn grammar() -> Vec<Bomb> {
    vec![
        text("two documents", format!("{RESULT}{RESULT}")),
        text("something after the end", format!("{RESULT} x")),
        text("a comment", format!("// a result\n{RESULT}")),
        text(
            "single quotation marks",
            "{'format':'mindset-mirror-result'}",
        ),
        text(
            "a comma too many",
            "{\"format\":\"mindset-mirror-result\",}",
        ),
        text("a lone surrogate", "[\"\\ud800\"]"),
        text("a control character in a text", "[\"\u{1}\"]"),
        text("an escape that there is not", "[\"\\x41\"]"),
        text("a web page", "<!doctype html><script>alert(1)</script>"),
        text(
            "names that every object has",
            "{\"__proto__\":{\"format\":\"mindset-mirror-result\"},\"constructor\":1}",
        ),
        text("a result cut off", &RESULT[..RESULT.len() / 2]),
        text("a definition cut off", &DEFINITION[..DEFINITION.len() / 2]),
    ]
}

fn changed(json: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut value = serde_json::from_str(json).expect("JSON");
    change(&mut value);
    value.to_string()
}

/// Files of our own formats that hold too much.
fn formats() -> Vec<Bomb> {
    let record = json!({"key": "attempt/x", "body": {}});
    let backup = |records: Value| {
        let file = json!({
            "format": "mindset-mirror-backup", "formatVersion": "2.0", "records": records,
            "exportedAt": "2026-11-23T10:00:00+01:00", "generator": {"name": "x", "version": "1"},
        });
        file.to_string()
    };
    let entries: serde_json::Map<String, Value> = (0..5_001)
        .map(|n| (format!("mindset:attempt:{n}"), json!("{}")))
        .collect();
    vec![
        text(
            "a result of a hundred thousand responses",
            changed(RESULT, |file| {
                file["responses"] = vec![json!({}); 100_000].into();
            }),
        ),
        text(
            "a result with a label of 900 KB",
            changed(RESULT, |file| {
                file["session"]["pseudonym"] = "x".repeat(900_000).into();
                file["subject"]["pseudonym"] = "x".repeat(900_000).into();
            }),
        ),
        text(
            "a result of a format that is a thousand digits long",
            changed(RESULT, |file| {
                file["formatVersion"] = "9".repeat(1_000).into();
            }),
        ),
        text(
            "a result whose questionnaire has a name of 500 KB",
            changed(RESULT, |file| {
                file["instrument"]["id"] = "\u{202E}".repeat(150_000).into();
            }),
        ),
        text(
            "a backup of 5,001 records",
            backup(vec![record.clone(); 5_001].into()),
        ),
        text(
            "a backup of a hundred thousand records",
            backup(vec![record; 100_000].into()),
        ),
        text(
            "a backup whose records are no list",
            backup(json!({"length": 3})),
        ),
        text(
            "a backup whose key holds a line break",
            backup(json!([{"key": "a\nb", "body": 0}])),
        ),
        text(
            "an emergency file of 5,001 entries",
            json!({"format": "mindset-backup", "entries": entries}).to_string(),
        ),
        text(
            "a definition of ten thousand statements",
            changed(DEFINITION, |file| {
                let item = file["items"][0].clone();
                file["items"] = vec![item; 10_000].into();
            }),
        ),
        text(
            "a definition of ten thousand themes",
            changed(DEFINITION, |file| {
                let scale = file["scales"][0].clone();
                file["scales"] = vec![scale; 10_000].into();
            }),
        ),
        text(
            "a definition with a pattern of forty thousand conditions",
            changed(DEFINITION, |file| {
                let each = json!({ "all": vec![json!({}); 200] });
                let when = json!({ "any": vec![each; 200] });
                file["patterns"] = json!([{ "id": "p", "when": when, "text": {} }]);
            }),
        ),
        text(
            "a definition with a pattern of conditions 26 deep",
            changed(DEFINITION, |file| {
                let deep = (0..12).fold(json!({}), |when, _| json!({ "all": [when] }));
                file["patterns"] = json!([{ "id": "p", "when": deep, "text": {} }]);
            }),
        ),
        text(
            "a definition with a title of 200 KB",
            changed(DEFINITION, |file| {
                file["meta"]["title"]["en"] = "x".repeat(200_000).into();
            }),
        ),
    ]
}

/// Calendars, as far as one can be told from the rest by its reader alone.
fn calendars() -> Vec<Bomb> {
    let of_lines = |lines: String| ["BEGIN:VCALENDAR\n", &lines].concat();
    let event = "BEGIN:VEVENT\nRRULE:FREQ=DAILY\nDTSTART:00010101T000000\nEND:VEVENT\n";
    vec![
        text(
            "a calendar with an event too many",
            of_lines(event.repeat(calendar_hours::MAX_EVENTS + 1)),
        ),
        text(
            "a calendar that is folded at every letter",
            of_lines("S\n ".repeat(MIB)),
        ),
        text(
            "a calendar that goes deeper and never back",
            of_lines("BEGIN:VEVENT\n".repeat(MIB / 8)),
        ),
        text(
            "a calendar of parameters",
            of_lines(["BEGIN:VEVENT\nDTSTART", &";A=\"".repeat(MIB)].concat()),
        ),
        text(
            "a calendar of exceptions without an end",
            of_lines(["BEGIN:VEVENT\nEXDATE:", &"20261102,".repeat(MIB / 8)].concat()),
        ),
    ]
}

fn bombs() -> Vec<Bomb> {
    [
        encodings(),
        depths(),
        widths(),
        numbers(),
        grammar(),
        formats(),
        calendars(),
    ]
    .concat()
}

/// What the processor has spent on this thread: other programs run beside it.
#[cfg(unix)]
fn now() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::try_from(time).expect("a time after the start")
}

#[cfg(not(unix))]
fn now() -> Duration {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    START.get_or_init(std::time::Instant::now).elapsed()
}

#[test]
fn every_named_bomb_is_an_error_of_each_reader_in_time() {
    let bundled = content::scan().instrument();
    let instruments = [Rc::new(bundled.expect("what ships is sound"))];
    let catalogue = Catalogue::from_iter(instruments.clone());
    let all = bombs();
    let names: BTreeSet<&str> = all.iter().map(|(name, _)| *name).collect();
    assert!(names.len() == all.len() && all.len() >= 60, "{}", all.len());
    let (mut slowest, mut slowest_name) = (Duration::ZERO, String::new());
    for (name, bytes) in &all {
        for (reader, read) in readers(bytes, &instruments, &catalogue) {
            let start = now();
            assert!(read(), "{name} is taken by {reader}");
            let time = now() - start;
            if time > slowest {
                (slowest, slowest_name) = (time, format!("{name}, by {reader}"));
            }
            assert!(
                cfg!(debug_assertions) || time < LIMIT,
                "{name} takes {reader} {time:?}"
            );
        }
    }
    println!(
        "named bombs: {}, slowest {slowest:?} ({slowest_name})",
        all.len()
    );
}

type Reader<'a> = (&'static str, Box<dyn Fn() -> bool + 'a>);

/// Each reader, and whether it refuses the bytes.
fn readers<'a>(
    bytes: &'a [u8],
    instruments: &'a [Rc<Instrument>],
    catalogue: &'a Catalogue,
) -> Vec<Reader<'a>> {
    // What is JSON has a kind; opening it is refused by the others.
    let is_json = serde_json::from_slice::<Value>(bytes).is_ok();
    let mut all: Vec<Reader> = vec![
        (
            "the reader of definitions",
            Box::new(|| from_bytes(bytes).is_err()),
        ),
        (
            "the reader of results",
            Box::new(|| open_result(bytes, instruments).is_err()),
        ),
        (
            "the reader of backups",
            Box::new(|| match open_backup(bytes) {
                // A record that is refused keeps the others from nothing.
                Ok(rows) => {
                    let mut checked = rows.into_iter().map(|row| row?.checked(catalogue));
                    checked.all(|record| !matches!(record, Ok(Some(_))))
                }
                Err(_) => true,
            }),
        ),
        (
            "the reader of agreements",
            Box::new(|| read_agreements(bytes).is_err()),
        ),
        (
            "the reader of calendars",
            Box::new(|| Calendar::read(bytes).is_err()),
        ),
        (
            "the door",
            Box::new(move || detect(bytes).is_err() || is_json),
        ),
        (
            "the worker",
            Box::new(|| {
                let task = FileTask::Open(bytes.to_vec());
                let outcome = files_worker::run(&FileJob {
                    questionnaires: Vec::new(),
                    task,
                });
                match outcome {
                    FileOutcome::Backup(opened) => opened.records.is_empty(),
                    outcome => matches!(outcome, FileOutcome::Refused(_)),
                }
            }),
        ),
    ];
    // What is stored is text.
    if let Ok(text) = std::str::from_utf8(bytes) {
        all.push((
            "the reader of attempts",
            Box::new(|| Attempt::read(text, catalogue).is_err()),
        ));
        all.push((
            "the reader of agreements",
            Box::new(|| AgreementRecord::read(text, catalogue).is_err()),
        ));
        all.push((
            "the reader of influences",
            Box::new(|| InfluenceRecord::read(text, catalogue).is_err()),
        ));
        all.push(("the migration", Box::new(|| migrate(text).is_err())));
    }
    all
}
