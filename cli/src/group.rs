//! `mindset group`: many records in, what may be said about each group out.

use crate::catalogue::Catalogue;
use crate::library::{Form, GroupScale, GroupSums, Instrument, Language};
use crate::output;
use crate::records::{Reader, Record};
use crate::score::ended;
use crate::screen::{clean, complain, json};
use crate::sources::Source;
use serde::Serialize;
use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::io::Write;

/// Only records of one instrument, form and language are put together.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    instrument: usize,
    form: String,
    language: Option<Language>,
}

/// What is collected of a group: sums, and whom it has counted.
struct Collected {
    sums: GroupSums,
    people: HashSet<Person>,
}

/// What is remembered of a person's id, in 16 bytes however long it is: two hashes under keys that
/// are drawn anew for each run. Two people of a billion have the same with a chance of some 1 in
/// 10²¹ (2^60 pairs of 2^128).
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Person(u64, u64);

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Output<'a> {
    groups: Vec<Group<'a>>,
    #[serde(flatten)]
    left_out: AllLeftOut,
}

/// What is in no group, as far as it is listed: a list of everything would grow with the input.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct AllLeftOut {
    left_out: Vec<LeftOut>,
    left_out_unlisted: u64,
}

/// Most records that are listed as left out.
const MOST_LISTED: usize = 10_000;

impl AllLeftOut {
    fn push(&mut self, source: impl ToString, reason: String) {
        if self.left_out.len() < MOST_LISTED {
            let source = source.to_string();
            self.left_out.push(LeftOut { source, reason });
        } else {
            self.left_out_unlisted += 1;
        }
    }
}

#[derive(Serialize)]
struct Group<'a> {
    instrument: &'a str,
    version: &'a str,
    language: Option<Language>,
    form: &'a str,
    n: u64,
    scales: Vec<ScaleFigures<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ScaleFigures<'a> {
    scale_id: &'a str,
    n: u64,
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
    let (mut left_out, mut bad) = (AllLeftOut::default(), 0_usize);
    let keys = (RandomState::new(), RandomState::new());
    reader.read(sources, &mut |place, record| {
        let taken = match record {
            Ok(record) => take(&mut kinds, catalogue, record, &keys),
            Err(why) => {
                bad += 1;
                complain(complaints, &clean(&format!("{place}: {why}.")));
                Err(why)
            }
        };
        if let Err(reason) = taken {
            left_out.push(place, reason);
        }
        Ok(())
    })?;
    let groups = kinds
        .iter()
        .filter(|(_, collected)| collected.sums.people() > 0);
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
    keys: &(RandomState, RandomState),
) -> Result<(), String> {
    let instrument = &catalogue.get(record.instrument).instrument;
    let form = Form::from_name(&record.form).unwrap_or_default();
    let kind = Kind {
        instrument: record.instrument,
        form: record.form,
        language: record.language,
    };
    let collected = kinds.entry(kind).or_insert_with(|| Collected {
        sums: GroupSums::new(instrument, form),
        people: HashSet::new(),
    });
    let person = record.id.map(|id| {
        let id = id.person();
        Person(keys.0.hash_one(&id), keys.1.hash_one(&id))
    });
    if !collected.sums.has_score(&record.answers) {
        return Err("no scale has enough answers for a score".to_owned());
    }
    // Counted twice, four people would pass for five.
    if person.is_some_and(|person| collected.people.contains(&person)) {
        return Err("a record with this id was read before".to_owned());
    }
    collected.sums.add(&record.answers);
    collected.people.extend(person);
    Ok(())
}

fn figures<'a>(kind: &'a Kind, collected: &Collected, instrument: &'a Instrument) -> Group<'a> {
    let scales = instrument.scales().iter().zip(collected.sums.scales());
    let scales = scales.enumerate().map(|(index, (scale, sums))| {
        let GroupScale {
            n,
            mean,
            sd,
            complete: _,
            alpha,
            alpha_interval,
            omega,
            items,
        } = sums.figures();
        let items = collected.sums.asked_of(index).zip(items);
        ScaleFigures {
            scale_id: &scale.id,
            n,
            mean,
            sd,
            alpha,
            alpha_interval,
            omega,
            items: items
                .map(|(item, figures)| ItemFigures {
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
        n: collected.sums.people(),
        scales: scales.collect(),
    }
}

#[cfg(test)]
mod tests;
