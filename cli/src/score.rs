//! `mindset score`: answers in, one JSON line of scores for each record out.

use crate::catalogue::Catalogue;
use crate::library::{Form, Instrument, ScoreEntry, quality, score_entries, score_form};
use crate::output::{self, is_gone};
use crate::records::{Id, Reader, Record};
use crate::screen::{clean, complain, json};
use crate::sources::Source;
use anyhow::bail;
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

/// Scores every record of the sources. A record that cannot be read is named among the complaints
/// and passed over; the error at the end says how many there were.
pub fn run(
    catalogue: &Catalogue,
    sources: Vec<Source>,
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> anyhow::Result<()> {
    let reader = Reader::new(catalogue);
    let mut bad = 0_usize;
    let done = reader.read(sources, &mut |place, record| match record {
        Ok(record) => {
            let instrument = &catalogue.get(record.instrument).instrument;
            Ok(output::write(out, &line(instrument, &record))?)
        }
        Err(why) => {
            bad += 1;
            complain(complaints, &clean(&format!("{place}: {why}.")));
            Ok(())
        }
    });
    let done = done.and_then(|()| Ok(output::finish(out)?));
    ended(done, bad)
}

/// How a command over records ends: with the number of those that could not be read, also where
/// nobody reads the output any more.
pub(crate) fn ended(done: anyhow::Result<()>, bad: usize) -> anyhow::Result<()> {
    match (done, bad) {
        (Err(error), _) if !is_gone(&error) => Err(error),
        (done, 0) => done,
        (_, 1) => bail!("1 record could not be read."),
        (_, many) => bail!("{many} records could not be read."),
    }
}

fn line(instrument: &Instrument, record: &Record) -> Vec<u8> {
    // A form this program does not know is scored as it was given: over all items.
    let form = Form::from_name(&record.form).unwrap_or_default();
    let quality = quality(instrument, &record.answers, &record.page_seconds);
    json(&Line {
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
    })
}

#[cfg(test)]
pub(crate) mod tests;
