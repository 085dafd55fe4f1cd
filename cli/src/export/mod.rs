//! `mindset export`: records in, flat tables out, for programs that work on several machines.
//!
//! `columns.rs` says which tables and columns there are, `session.rs` and `keys.rs` what is held of
//! a record until it is written, `files.rs` how it is written, and `folder.rs` where. Here sessions
//! are gathered by partition, and written as soon as there are many.

mod columns;
mod files;
mod folder;
mod keys;
mod session;

pub use files::FileFormat;

use crate::catalogue::Catalogue;
use crate::library::{Day, Instrument};
use crate::output;
use crate::records::{Reader, Record};
use crate::score::ended;
use crate::screen::{clean, complain, json};
use crate::sources::{Source, name_of};
use anyhow::bail;
use columns::Table;
use files::TableFile;
use folder::{Folder, partition};
use keys::Keys;
use serde::Serialize;
use session::Session;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// Most sessions of one row group: some 500,000 rows of answers to a questionnaire of 32 items.
const ROW_GROUP: usize = 16_384;

/// Most sessions that wait in all partitions together, some 300 bytes each.
const WAITING: usize = 131_072;

/// Most partitions of one export: each holds three files open.
const MOST_PARTITIONS: usize = 240;

/// What an export says of itself when it is done.
#[derive(Default, Serialize)]
struct Written {
    folder: String,
    partitions: usize,
    sessions: u64,
    scores: u64,
    answers: u64,
}

/// Records of one questionnaire, one version and one month.
#[derive(Default)]
struct Partition {
    waiting: Vec<Session>,
    /// One a table, from the first row on.
    files: Vec<TableFile>,
}

/// By instrument, as an index into the catalogue, and by month.
type Partitions = BTreeMap<(usize, String), Partition>;

/// An export that is being written.
struct Export<'a> {
    catalogue: &'a Catalogue,
    folder: Folder,
    format: FileFormat,
    partitions: Partitions,
    waiting: usize,
    written: Written,
}

/// Writes the tables of all records into a new folder. A record that cannot be read is named among
/// the complaints and passed over; the error at the end says how many there were.
pub fn run(
    catalogue: &Catalogue,
    sources: Vec<Source>,
    (format, to, key): (FileFormat, &Path, Option<&Path>),
    out: &mut dyn Write,
    complaints: &mut dyn Write,
) -> anyhow::Result<()> {
    let keys = Keys::new(key)?;
    let mut export = Export {
        catalogue,
        folder: Folder::new(to)?,
        format,
        partitions: BTreeMap::new(),
        waiting: 0,
        written: Written {
            folder: name_of(to),
            ..Written::default()
        },
    };
    let (mut bad, mut position) = (0_usize, 0_i64);
    Reader::new(catalogue).read(sources, &mut |place, record| match record {
        Ok(record) => {
            position += 1;
            export.add(&record, position, &keys)
        }
        Err(why) => {
            bad += 1;
            complain(complaints, &clean(&format!("{place}: {why}.")));
            Ok(())
        }
    })?;
    let written = json(&export.finish()?);
    let done = output::write(out, &written).and_then(|()| output::finish(out));
    ended(done.map_err(Into::into), bad)
}

impl Export<'_> {
    fn add(&mut self, record: &Record, position: i64, keys: &Keys) -> anyhow::Result<()> {
        let place = (record.instrument, month(record.day));
        if !self.partitions.contains_key(&place) && self.partitions.len() == MOST_PARTITIONS {
            bail!(
                "There are more than {MOST_PARTITIONS} partitions (questionnaire, version and \
                 month): export fewer records at a time."
            );
        }
        let instrument = &self.catalogue.get(record.instrument).instrument;
        let partition = self.partitions.entry(place.clone()).or_default();
        partition
            .waiting
            .push(Session::new(record, instrument, position, keys));
        self.waiting += 1;
        if partition.waiting.len() == ROW_GROUP {
            return self.write(&place);
        }
        let longest = || {
            let all = self.partitions.iter();
            all.max_by_key(|(_, partition)| partition.waiting.len())
        };
        if self.waiting > WAITING
            && let Some(place) = longest().map(|(place, _)| place.clone())
        {
            return self.write(&place);
        }
        Ok(())
    }

    /// Writes what waits in one partition.
    fn write(&mut self, place: &(usize, String)) -> anyhow::Result<()> {
        let Some(partition) = self.partitions.get_mut(place) else {
            return Ok(());
        };
        let instrument = &self.catalogue.get(place.0).instrument;
        if partition.files.is_empty() {
            partition.files = files(&self.folder, self.format, instrument, &place.1)?;
        }
        let sessions = std::mem::take(&mut partition.waiting);
        self.waiting -= sessions.len();
        let counts = [
            &mut self.written.sessions,
            &mut self.written.scores,
            &mut self.written.answers,
        ];
        for (file, count) in partition.files.iter_mut().zip(counts) {
            *count += file.write(&sessions, instrument)?;
        }
        Ok(())
    }

    /// Writes what still waits, closes every file, and gives the folder its name.
    fn finish(mut self) -> anyhow::Result<Written> {
        let places: Vec<_> = self.partitions.keys().cloned().collect();
        for place in places {
            self.write(&place)?;
            self.written.partitions += 1;
            if let Some(partition) = self.partitions.remove(&place) {
                partition.files.into_iter().try_for_each(TableFile::close)?;
            }
        }
        self.folder.finish()?;
        Ok(self.written)
    }
}

/// One new file a table, in the order of [`Table::ALL`].
fn files(
    folder: &Folder,
    format: FileFormat,
    instrument: &Instrument,
    month: &str,
) -> anyhow::Result<Vec<TableFile>> {
    let values = [
        partition("questionnaire", instrument.id()),
        partition("version", instrument.version()),
        partition("month", month),
    ];
    let [questionnaire, version, month] = values.each_ref().map(String::as_str);
    let name = format!("part-0.{}", format.extension());
    let all = Table::ALL.into_iter().map(|table| {
        let file = folder.file(&[table.name(), questionnaire, version, month], &name)?;
        TableFile::new(format, table, file)
    });
    all.collect()
}

/// The month of a day, such as `2026-03`; `unknown` of a record that says none.
fn month(day: Option<Day>) -> String {
    let month = day.map(|day| day.to_string().chars().take("2026-03".len()).collect());
    month.unwrap_or_else(|| "unknown".to_owned())
}
