//! The records that `score` and `group` read: JSON lines, or result files of the app.
//!
//! `json_line.rs` reads one JSON line, `result_file.rs` one result file; this page tells which
//! of the two an input holds, and goes through it.

mod json_line;
mod result_file;

pub use json_line::Id;

use crate::catalogue::Catalogue;
use crate::library::{Answers, FileKind, LARGEST_FILE, Language, detect, is_sealed};
use crate::sources::Source;
use anyhow::Context;
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

/// What is done with each record, or with the sentence that says why it is none.
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
        mut input: Box<dyn BufRead>,
        each: &mut Each,
    ) -> anyhow::Result<()> {
        let broken = || format!("{name} cannot be read");
        let mut start = Vec::new();
        while start.trim_ascii().is_empty() {
            if input.read_until(b'\n', &mut start).with_context(broken)? == 0 {
                let place = Place {
                    source: name,
                    line: None,
                };
                return each(&place, Err("there is nothing in it".to_owned()));
            }
        }
        if is_sealed(&start) {
            let place = Place {
                source: name,
                line: None,
            };
            return each(&place, result_file::read(&start, self.catalogue));
        }
        // A line that ends before its JSON does opens a document of several lines.
        let unfinished = json(&start).is_err_and(|error| error.is_eof());
        if unfinished {
            let rest = (LARGEST_FILE + 1) as u64;
            (&mut input)
                .take(rest)
                .read_to_end(&mut start)
                .with_context(broken)?;
            if !start.split(|&byte| byte == b'\n').skip(1).any(is_object) {
                let place = Place {
                    source: name,
                    line: None,
                };
                return each(&place, result_file::read(&start, self.catalogue));
            }
        }
        self.read_lines(name, &mut start.chain(input), each)
    }

    fn read_lines(
        &self,
        name: &str,
        input: &mut dyn BufRead,
        each: &mut Each,
    ) -> anyhow::Result<()> {
        let mut text = Vec::new();
        for number in 1.. {
            text.clear();
            let read = input.read_until(b'\n', &mut text);
            if read.with_context(|| format!("{name} cannot be read"))? == 0 {
                break;
            }
            if !text.trim_ascii().is_empty() {
                let place = Place {
                    source: name,
                    line: Some(number),
                };
                each(&place, self.read_line(without_mark(&text)))?;
            }
        }
        Ok(())
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
    serde_json::from_slice::<Head>(text).is_ok()
}
