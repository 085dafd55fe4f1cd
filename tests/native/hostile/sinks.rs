//! Hostile texts in every field that somebody writes, through every document.

use super::texts::{CALENDAR, FORMULAS, executable};
use crate::support::{moment, scan_0_1};
use documents::{Table, table_document, write_as};
use model::{Catalogue, Instrument, Language, Session};
use pulldown_cmark::{Event, Options, Parser, Tag};
use records::{
    AgreementRecord, Attempt, Document, FileFormat, InfluenceRecord, JoinedRecords, ResultInput,
    Share, StoredRecord, Zone,
};
use serde_json::{Map, Value};
use std::rc::Rc;

const ATTEMPT: &str = include_str!("../../../fuzz/seeds/record/attempt.json");
const AGREEMENT: &str = include_str!("../../../fuzz/seeds/record/agreement.json");
const INFLUENCE: &str = include_str!("../../../fuzz/seeds/record/influence.json");

/// Fields in which somebody writes freely, by their names.
const FREE: [&str; 20] = [
    "pseudonym",
    "ownWords",
    "speaksFor",
    "speaksAgainst",
    "supporting",
    "experiment",
    "text",
    "indicator",
    "why",
    "firstStep",
    "situation",
    "response",
    "helper",
    "obstacle",
    "learned",
    "reason",
    "step",
    "mood",
    "note",
    "kept",
];

/// Puts a text into every such field.
fn fill(value: &mut Value, text: &str) {
    match value {
        Value::Object(fields) => {
            for (name, inner) in fields.iter_mut() {
                match inner {
                    Value::String(old) if FREE.contains(&name.as_str()) => *old = text.to_owned(),
                    inner => fill(inner, text),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|inner| fill(inner, text)),
        _ => {}
    }
}

fn filled(json: &str, text: &str) -> String {
    let mut value = serde_json::from_str(json).expect("JSON");
    fill(&mut value, text);
    value.to_string()
}

struct Filled {
    instrument: Rc<Instrument>,
    session: Session,
    joined: JoinedRecords,
    unknown: Map<String, Value>,
}

impl Filled {
    fn new(instrument: &Rc<Instrument>, text: &str) -> Self {
        let catalogue = Catalogue::from_iter([instrument.clone()]);
        let attempt = Attempt::read(&filled(ATTEMPT, text), &catalogue).expect("it is stored so");
        let agreement = AgreementRecord::read(&filled(AGREEMENT, text), &catalogue);
        let influence = InfluenceRecord::read(&filled(INFLUENCE, text), &catalogue);
        let unknown = [("note".to_owned(), Value::from(text))];
        Self {
            instrument: instrument.clone(),
            session: attempt.session,
            joined: JoinedRecords {
                agreements: vec![agreement.expect("it is stored so")],
                influences: vec![influence.expect("it is stored so")],
            },
            unknown: Map::from_iter(unknown),
        }
    }

    fn write(&self, format: FileFormat, language: Language) -> Document {
        write_as(
            format,
            &ResultInput {
                instrument: &self.instrument,
                session: &self.session,
                joined: &self.joined,
                export_id: "e-1".to_owned(),
                exported_at: moment("2026-11-23T10:00:00+01:00"),
                language,
                unknown: &self.unknown,
                share: Share::EVERYTHING,
                zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
                page: None,
            },
        )
    }

    fn table(&self, table: Table, language: Language) -> Document {
        let share = Share::EVERYTHING;
        table_document(&self.instrument, &[&self.session], table, language, share)
    }
}

/// How many texts went through, and through how many documents.
fn each(texts: &[String], check: impl Fn(FileFormat, &Document, &str)) {
    let instrument = Rc::new(scan_0_1());
    let mut documents = 0;
    for (n, text) in texts.iter().enumerate() {
        let filled = Filled::new(&instrument, text);
        let language = Language::ALL[n % 2];
        for format in FileFormat::ALL {
            let document = filled.write(format, language);
            is_named_plainly(&document);
            check(format, &document, text);
            documents += 1;
        }
        for table in [Table::Sessions, Table::Answers, Table::Codebook] {
            is_no_formula(&filled.table(table, language), language);
            documents += 1;
        }
    }
    println!(
        "hostile texts: {} in every field, {documents} documents",
        texts.len()
    );
}

fn is_named_plainly(document: &Document) {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
    assert!(document.name.chars().all(plain), "{}", document.name);
    assert_eq!(document.name.matches('.').count(), 1, "{}", document.name);
}

/// Nothing in it but text, headings, lists and tables.
fn is_only_text(document: &Document, of: &str) {
    let markdown = std::str::from_utf8(&document.bytes).expect("text");
    for event in Parser::new_ext(markdown, Options::all()) {
        let alive = matches!(
            event,
            Event::Html(_)
                | Event::InlineHtml(_)
                | Event::Start(
                    Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock | Tag::CodeBlock(_)
                )
        );
        assert!(!alive, "{event:?} of {of:?}");
    }
}

/// No cell is computed, and none breaks out of its row.
fn is_no_formula(document: &Document, language: Language) {
    let bytes = document.bytes.strip_prefix("\u{FEFF}".as_bytes());
    let separator = if language == Language::Nl { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(separator)
        .from_reader(bytes.expect("a byte order mark"));
    let mut widths = Vec::new();
    for row in reader.records() {
        let row = row.expect("a row");
        widths.push(row.len());
        for cell in &row {
            let is_number = cell
                .trim_start_matches('-')
                .chars()
                .all(|c| c.is_ascii_digit() || ",.".contains(c));
            let seen = cell.trim_start();
            assert!(
                is_number || !seen.starts_with(['=', '+', '-', '@']),
                "{cell:?}"
            );
            assert!(!cell.chars().any(char::is_control), "{cell:?}");
        }
    }
    assert!(
        widths.len() > 1 && widths.iter().all(|width| *width == widths[0]),
        "{widths:?}"
    );
}

/// The names of the lines of a calendar, unfolded.
fn names(document: &Document) -> Vec<String> {
    let text = String::from_utf8(document.bytes.clone()).expect("text");
    assert!(
        !text.replace("\r\n", "").contains(['\r', '\n']),
        "a lone line break"
    );
    let text = text.replace("\r\n ", "").replace("\r\n\t", "");
    let lines = text.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| {
            assert!(
                !line
                    .chars()
                    .any(|c| c.is_control() || untrusted_line_break(c)),
                "{line:?}"
            );
            let end = line.find([':', ';']).unwrap_or(line.len());
            line[..end].to_owned()
        })
        .collect()
}

fn untrusted_line_break(character: char) -> bool {
    matches!(character, '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[test]
fn three_hundred_texts_made_to_be_executed_stay_text_in_every_document() {
    let texts = executable();
    assert_eq!(texts.len(), 300);
    each(&texts, |format, document, text| match format {
        FileFormat::Markdown => is_only_text(document, text),
        FileFormat::Json | FileFormat::Xapi => {
            serde_json::from_slice::<Value>(&document.bytes).expect("JSON");
        }
        _ => {}
    });
}

#[test]
fn no_formula_of_the_corpus_is_one_in_a_table() {
    each(&FORMULAS.map(str::to_owned), |_, _, _| ());
}

#[test]
fn no_text_adds_a_line_to_a_calendar() {
    let instrument = Rc::new(scan_0_1());
    let plain = Filled::new(&instrument, "plain").write(FileFormat::Calendar, Language::Nl);
    let expected = names(&plain);
    assert!(
        expected.iter().any(|name| name == "SUMMARY"),
        "{expected:?}"
    );
    for text in CALENDAR.iter().chain(&FORMULAS) {
        let document = Filled::new(&instrument, text).write(FileFormat::Calendar, Language::Nl);
        assert_eq!(names(&document), expected, "{text:?}");
    }
    println!(
        "calendar injection: {} texts",
        CALENDAR.len() + FORMULAS.len()
    );
}
