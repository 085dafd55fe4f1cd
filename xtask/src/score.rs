//! `cargo xtask score`: answers in, one JSON line of scores for each record out.

use crate::input::{Id, Reader, Record};
use crate::records::Source;
use model::{Form, Instrument};
use records::{ScoreEntry, score_entries};
use scoring::{quality, score_form};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Line<'a> {
    id: Option<&'a Id>,
    scores: Vec<ScoreEntry<'a>>,
    quality: QualityFigures,
}

/// The response-quality figures. A result file never holds them: this output is for the
/// person who has the answers.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct QualityFigures {
    longstring: u32,
    irv: Option<f64>,
    pair_inconsistency: Option<f64>,
    pairs: u32,
    acquiescence: Option<f64>,
    fast_pages: u32,
    notice: bool,
}

/// Scores every record of the sources. A record that cannot be read is named on standard
/// error and passed over; the error at the end says how many there were.
pub fn run(sources: Vec<Source>, out: &mut dyn Write) -> Result<(), String> {
    score_all(sources, out, &mut std::io::stderr().lock())
}

fn score_all(
    sources: Vec<Source>,
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> Result<(), String> {
    let reader = Reader::new()?;
    let (mut bad, mut line) = (0_usize, Vec::new());
    reader.read(sources, &mut |place, record| match record {
        Ok(record) => {
            line.clear();
            let instrument = &reader.instruments()[record.instrument];
            write_line(&mut line, instrument, &record)?;
            out.write_all(&line).map_err(unwritten)
        }
        Err(why) => {
            bad += 1;
            writeln!(complaints, "{place}: {why}.").map_err(unwritten)
        }
    })?;
    out.flush().map_err(unwritten)?;
    match bad {
        0 => Ok(()),
        1 => Err("1 record could not be read.".to_owned()),
        many => Err(format!("{many} records could not be read.")),
    }
}

fn unwritten(error: std::io::Error) -> String {
    format!("The output could not be written: {error}.")
}

fn write_line(out: &mut Vec<u8>, instrument: &Instrument, record: &Record) -> Result<(), String> {
    // A form this program does not know is scored as it was given: over all items.
    let form = Form::from_name(&record.form).unwrap_or_default();
    let quality = quality(instrument, &record.answers, &record.page_seconds);
    let line = Line {
        id: record.id.as_ref(),
        scores: score_entries(instrument, &score_form(instrument, form, &record.answers)),
        quality: QualityFigures {
            longstring: quality.longstring,
            irv: quality.irv,
            pair_inconsistency: quality.pair_inconsistency,
            pairs: quality.pairs,
            acquiescence: quality.acquiescence,
            fast_pages: quality.fast_pages,
            notice: quality.notice,
        },
    };
    serde_json::to_writer(&mut *out, &line).map_err(|error| unwritten(error.into()))?;
    out.push(b'\n');
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests;
