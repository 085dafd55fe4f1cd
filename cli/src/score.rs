//! `mindset score`: answers in, one JSON line of scores for each record out.

use crate::catalogue::Catalogue;
use crate::library::{Form, Instrument, ScoreEntry, quality, score_entries, score_form};
use crate::records::{Id, Reader, Record};
use crate::sources::{Source, UNWRITTEN};
use anyhow::{Context, bail};
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
pub fn run(catalogue: &Catalogue, sources: Vec<Source>, out: &mut dyn Write) -> anyhow::Result<()> {
    score_all(catalogue, sources, out, &mut std::io::stderr().lock())
}

fn score_all(
    catalogue: &Catalogue,
    sources: Vec<Source>,
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> anyhow::Result<()> {
    let reader = Reader::new(catalogue);
    let (mut bad, mut line) = (0_usize, Vec::new());
    reader.read(sources, &mut |place, record| match record {
        Ok(record) => {
            line.clear();
            let instrument = &catalogue.get(record.instrument).instrument;
            write_line(&mut line, instrument, &record)?;
            out.write_all(&line).context(UNWRITTEN)
        }
        Err(why) => {
            bad += 1;
            writeln!(complaints, "{place}: {why}.").context(UNWRITTEN)
        }
    })?;
    out.flush().context(UNWRITTEN)?;
    match bad {
        0 => Ok(()),
        1 => bail!("1 record could not be read."),
        many => bail!("{many} records could not be read."),
    }
}

fn write_line(out: &mut Vec<u8>, instrument: &Instrument, record: &Record) -> anyhow::Result<()> {
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
    serde_json::to_writer(&mut *out, &line).context(UNWRITTEN)?;
    out.push(b'\n');
    Ok(())
}

#[cfg(test)]
pub(crate) mod tests;
