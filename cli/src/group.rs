//! `mindset group`: many records in, what may be said about each group out.

use crate::catalogue::Catalogue;
use crate::library::{
    Form, GroupScale, Instrument, Language, group_scale, keyed_answers, score_form,
};
use crate::output;
use crate::records::{Reader, Record};
use crate::score::ended;
use crate::screen::{clean, complain, json};
use crate::sources::Source;
use anyhow::bail;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use std::io::Write;

/// Only records of one instrument, form and language are put together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    instrument: usize,
    form: String,
    language: Option<Language>,
}

/// What is collected of a group: its scales' scores and complete rows, not its people.
struct Collected {
    n: u32,
    /// Ids of those who are in it, in the form that is equal for one person.
    ids: HashSet<String>,
    percents: Vec<Vec<f64>>,
    complete: Vec<Vec<Vec<u8>>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Output<'a> {
    groups: Vec<Group<'a>>,
    left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
struct Group<'a> {
    instrument: &'a str,
    version: &'a str,
    language: Option<Language>,
    form: &'a str,
    n: u32,
    scales: Vec<ScaleFigures<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ScaleFigures<'a> {
    scale_id: &'a str,
    n: u32,
    mean: Option<f64>,
    sd: Option<f64>,
    alpha: Option<f64>,
    alpha_interval: Option<(f64, f64)>,
    omega: Option<f64>,
    items: Vec<ItemFigures<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ItemFigures<'a> {
    item_id: &'a str,
    item_rest: Option<f64>,
    alpha_if_dropped: Option<f64>,
}

#[derive(Serialize)]
struct LeftOut {
    source: String,
    reason: String,
}

/// Most records of one run: what is held of each takes some 200 bytes.
const MOST_RECORDS: usize = 250_000;

/// Group statistics over the records of all sources. A record that cannot be read is named among
/// the complaints and in the output; the error at the end says how many there were.
pub fn run(
    catalogue: &Catalogue,
    sources: Vec<Source>,
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> anyhow::Result<()> {
    let reader = Reader::new(catalogue);
    let mut kinds: BTreeMap<Kind, Collected> = BTreeMap::new();
    let (mut left_out, mut bad, mut read) = (Vec::new(), 0_usize, 0_usize);
    reader.read(sources, &mut |place, record| {
        read += 1;
        if read > MOST_RECORDS {
            bail!("There are more than {MOST_RECORDS} records: group fewer at a time.");
        }
        let taken = match record {
            Ok(record) => take(&mut kinds, catalogue, record),
            Err(why) => {
                bad += 1;
                complain(complaints, &clean(&format!("{place}: {why}.")));
                Err(why)
            }
        };
        if let Err(reason) = taken {
            let source = place.to_string();
            left_out.push(LeftOut { source, reason });
        }
        Ok(())
    })?;
    let groups = kinds.iter();
    let output = json(&Output {
        groups: groups
            .map(|(kind, collected)| {
                figures(kind, collected, &catalogue.get(kind.instrument).instrument)
            })
            .collect(),
        left_out,
    });
    let written = output::write(out, &output).and_then(|()| output::finish(out));
    ended(written.map_err(Into::into), bad)
}

/// Puts a record with its kind; the error says why it is left out.
fn take(
    kinds: &mut BTreeMap<Kind, Collected>,
    catalogue: &Catalogue,
    record: Record,
) -> Result<(), String> {
    let instrument = &catalogue.get(record.instrument).instrument;
    let form = Form::from_name(&record.form).unwrap_or_default();
    let scores = score_form(instrument, form, &record.answers);
    if scores.scales.iter().all(|scale| scale.scored.is_none()) {
        return Err("no scale has enough answers for a score".to_owned());
    }
    let kind = Kind {
        instrument: record.instrument,
        form: record.form,
        language: record.language,
    };
    let scales = instrument.scales().len();
    let collected = kinds.entry(kind).or_insert_with(|| Collected {
        n: 0,
        ids: HashSet::new(),
        percents: vec![Vec::new(); scales],
        complete: vec![Vec::new(); scales],
    });
    // Counted twice, four people would pass for five.
    if let Some(id) = record.id
        && !collected.ids.insert(id.person())
    {
        return Err("a record with this id was read before".to_owned());
    }
    collected.n += 1;
    let keyed = keyed_answers(instrument, &record.answers);
    for (n, scale) in instrument.scales().iter().enumerate() {
        if let Some(scored) = &scores.scales[n].scored {
            collected.percents[n].push(scored.percent);
        }
        if let Some(row) = scale.items.iter().map(|&item| keyed[item]).collect() {
            collected.complete[n].push(row);
        }
    }
    Ok(())
}

fn figures<'a>(kind: &'a Kind, collected: &Collected, instrument: &'a Instrument) -> Group<'a> {
    let scales = instrument.scales().iter().enumerate().map(|(n, scale)| {
        let (percents, complete) = (&collected.percents[n], &collected.complete[n]);
        let GroupScale {
            n,
            mean,
            sd,
            alpha,
            alpha_interval,
            omega,
            items,
        } = group_scale(percents, complete, scale.items.len());
        let items = scale.items.iter().zip(items);
        ScaleFigures {
            scale_id: &scale.id,
            n,
            mean,
            sd,
            alpha,
            alpha_interval,
            omega,
            items: items
                .map(|(&item, figures)| ItemFigures {
                    item_id: &instrument.items()[item].id,
                    item_rest: figures.item_rest,
                    alpha_if_dropped: figures.alpha_if_dropped,
                })
                .collect(),
        }
    });
    Group {
        instrument: instrument.id(),
        version: instrument.version(),
        language: kind.language,
        form: &kind.form,
        n: collected.n,
        scales: scales.collect(),
    }
}

#[cfg(test)]
mod tests;
