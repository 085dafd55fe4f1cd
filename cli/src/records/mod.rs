//! The records that `score`, `group` and `export` read: JSON lines, or result files of the app.
//!
//! `json_line.rs` reads one JSON line, most of them by way of `plain.rs`; `result_file.rs` reads one
//! result file. This page tells which of the two an input holds, and goes through it.

mod id;
mod json_line;
mod plain;
mod result_file;
mod tree;

pub use id::Id;

use crate::catalogue::Catalogue;
use crate::library::{Answers, Day, FileKind, LARGEST_FILE, Language, detect, is_sealed};
use crate::output::in_words;
use crate::sources::{Broken, LONGEST_LINE, Lines, Source, other_encoding};
use serde::de::IgnoredAny;
use std::io::{BufRead, Read};

/// One person's answers to one instrument.
pub struct Record {
    /// What the input calls it, if anything.
    pub id: Option<Id>,
    /// Its instrument, as an index into the catalogue.
    pub instrument: usize,
    /// Who rated: `self`, or another form of the instrument.
    pub form: String,
    /// The language the items were shown in, where the input says so.
    pub language: Option<Language>,
    /// The day of the result, where the input says so.
    pub day: Option<Day>,
    /// The answers as given.
    pub answers: Answers,
    /// Seconds spent on each page; shorter than the pages where not recorded.
    pub page_seconds: Vec<f64>,
}

/// Where a record stands, as a person would look for it.
pub struct Place<'a> {
    source: &'a str,
    line: Option<usize>,
}

impl std::fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}, line {line}", self.source),
            None => f.write_str(self.source),
        }
    }
}

/// What is done with each record, or with the clause that says why it is none.
type Each<'a> = dyn FnMut(&Place, Result<Record, String>) -> anyhow::Result<()> + 'a;

/// Reads records of the questionnaires in a catalogue.
pub struct Reader<'a> {
    catalogue: &'a Catalogue,
}

impl<'a> Reader<'a> {
    /// A reader of records of every questionnaire in the catalogue.
    pub fn new(catalogue: &'a Catalogue) -> Self {
        Self { catalogue }
    }

    /// Hands every record of every source to `each`, and stops at the first error it gives.
    pub fn read(&self, sources: Vec<Source>, each: &mut Each) -> anyhow::Result<()> {
        for (name, input) in sources {
            self.read_source(&name, input, each)?;
        }
        Ok(())
    }

    fn read_source(
        &self,
        name: &str,
        input: Box<dyn BufRead>,
        each: &mut Each,
    ) -> anyhow::Result<()> {
        let all = Place {
            source: name,
            line: None,
        };
        let (mut start, mut lines) = (Vec::new(), Lines::new(input, 1));
        let first = match lines.next(&mut start) {
            Ok(Some(number)) => number,
            Ok(None) => return each(&all, Err("there is nothing in it".to_owned())),
            Err(broken) => return stopped(name, broken, each),
        };
        if let Some(encoding) = other_encoding(&start) {
            let why = format!("it is in {encoding}: save it with UTF-8 as its encoding");
            return each(&all, Err(why));
        }
        if is_sealed(&start) {
            return each(&all, result_file::read(&start, self.catalogue));
        }
        let mut rest = lines.rest();
        // A line that ends before its JSON does opens a document of several lines.
        let unfinished = json(&start).is_err_and(|error| error.is_eof());
        if unfinished {
            let room = (LARGEST_FILE + 1).saturating_sub(start.len()) as u64;
            if let Err(error) = (&mut rest).take(room).read_to_end(&mut start) {
                return stopped(name, Broken::Unreadable(in_words(&error)), each);
            }
            if !start.split(|&byte| byte == b'\n').skip(1).any(is_object) {
                return each(&all, result_file::read(&start, self.catalogue));
            }
        }
        self.read_lines(name, Lines::new(start.chain(rest), first), each)
    }

    fn read_lines(
        &self,
        name: &str,
        mut lines: Lines<impl BufRead>,
        each: &mut Each,
    ) -> anyhow::Result<()> {
        let mut text = Vec::new();
        loop {
            match lines.next(&mut text) {
                Ok(None) => return Ok(()),
                Ok(Some(number)) => {
                    let place = Place {
                        source: name,
                        line: Some(number),
                    };
                    each(&place, self.read_line(without_mark(&text)))?;
                }
                Err(broken) => return stopped(name, broken, each),
            }
        }
    }

    fn read_line(&self, text: &[u8]) -> Result<Record, String> {
        json_line::read(text, self.catalogue).or_else(|why| {
            // Files are few: what is not a record is looked at a second time.
            if is_document(text) || detect(text) == Ok(FileKind::Definition) {
                result_file::read(text, self.catalogue)
            } else {
                Err(why)
            }
        })
    }
}

/// Says why a source is read no further.
fn stopped(source: &str, broken: Broken, each: &mut Each) -> anyhow::Result<()> {
    let (line, why) = match broken {
        Broken::Unreadable(why) => (None, format!("it cannot be read: {why}")),
        Broken::TooLong(line) => {
            let most = LONGEST_LINE / (1024 * 1024);
            let why = format!("it is longer than {most} MiB; nothing after it was read");
            (Some(line), why)
        }
    };
    each(&Place { source, line }, Err(why))
}

/// Without the byte order mark that some programs put before the first line.
fn without_mark(text: &[u8]) -> &[u8] {
    text.strip_prefix("\u{FEFF}".as_bytes()).unwrap_or(text)
}

fn json(text: &[u8]) -> Result<IgnoredAny, serde_json::Error> {
    serde_json::from_slice(without_mark(text))
}

/// Whether a line is a whole JSON object: not so in a document that is laid out, where an
/// object within a list ends in a comma or stands deeper than the margin.
fn is_object(text: &[u8]) -> bool {
    text.starts_with(b"{") && json(text).is_ok()
}

fn is_document(text: &[u8]) -> bool {
    #[derive(serde::Deserialize)]
    struct Head {
        #[serde(rename = "format")]
        _format: IgnoredAny,
    }
    // A list would be taken for one that has its fields in order.
    text.trim_ascii_start().starts_with(b"{") && serde_json::from_slice::<Head>(text).is_ok()
}
