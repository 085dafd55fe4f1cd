//! The records that `score` and `group` read: JSON lines, or result files of the app.
//!
//! `line.rs` reads one JSON line, `document.rs` one result file; this page tells which of
//! the two an input holds, and goes through it.

mod document;
mod line;

use definition::BUNDLED;
pub use line::Id;
use line::Known;
use model::Answers;
use model::{Instrument, Language};
use records::MAX_BYTES;
use serde::de::IgnoredAny;
use std::io::{BufRead, Read};

use crate::records::Source;

/// One person's answers to one instrument.
pub struct Record {
    /// What the input calls it, if anything.
    pub id: Option<Id>,
    /// Its instrument, as an index into [`Reader::instruments`].
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
type Each<'a> = dyn FnMut(&Place, Result<Record, String>) -> Result<(), String> + 'a;

/// Reads records of the instruments that ship.
pub struct Reader {
    instruments: Vec<Instrument>,
    known: Vec<Known>,
}

impl Reader {
    /// A reader of records of every bundled instrument.
    pub fn new() -> Result<Self, String> {
        let load = |(id, json): &(&str, &str)| {
            definition::from_json(json).map_err(|error| format!("The instrument {id}:\n{error}"))
        };
        let instruments: Vec<Instrument> = BUNDLED.iter().map(load).collect::<Result<_, _>>()?;
        let known = instruments.iter().map(Known::new).collect();
        Ok(Self { instruments, known })
    }

    /// The instruments whose records can be read.
    pub fn instruments(&self) -> &[Instrument] {
        &self.instruments
    }

    /// Hands every record of every source to `each`, and stops at the first error it gives.
    pub fn read(&self, sources: Vec<Source>, each: &mut Each) -> Result<(), String> {
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
    ) -> Result<(), String> {
        let broken = |error| format!("{name} cannot be read: {error}.");
        let mut start = Vec::new();
        while start.trim_ascii().is_empty() {
            if input.read_until(b'\n', &mut start).map_err(broken)? == 0 {
                let place = Place {
                    source: name,
                    line: None,
                };
                return each(&place, Err("there is nothing in it".to_owned()));
            }
        }
        // A line that ends before its JSON does opens a document of several lines.
        let unfinished = json(&start).is_err_and(|error| error.is_eof());
        if unfinished {
            let rest = (MAX_BYTES + 1) as u64;
            (&mut input)
                .take(rest)
                .read_to_end(&mut start)
                .map_err(broken)?;
            if !start.split(|&byte| byte == b'\n').skip(1).any(is_object) {
                let place = Place {
                    source: name,
                    line: None,
                };
                return each(&place, document::read(&start, &self.instruments));
            }
        }
        self.read_lines(name, &mut start.chain(input), each)
    }

    fn read_lines(
        &self,
        name: &str,
        input: &mut dyn BufRead,
        each: &mut Each,
    ) -> Result<(), String> {
        let mut text = Vec::new();
        for number in 1.. {
            text.clear();
            let read = input.read_until(b'\n', &mut text);
            if read.map_err(|error| format!("{name} cannot be read: {error}."))? == 0 {
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
        line::read(text, &self.instruments, &self.known).or_else(|why| {
            // Result files are few: what is not a line is looked at a second time.
            if is_document(text) {
                document::read(text, &self.instruments)
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
