//! Writing rows: as Parquet, or as JSON lines.

use super::columns::{Cell, Column, Kind, Row, Table};
use super::session::Session;
use crate::library::Instrument;
use crate::output::in_words;
use crate::screen::json;
use anyhow::{Context, anyhow};
use parquet::basic::Compression;
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::file::properties::{EnabledStatistics, WriterProperties};
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::parser::parse_message_type;
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::sync::Arc;

/// How the files of an export are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum FileFormat {
    /// Parquet, with Snappy inside
    Parquet,
    /// JSON lines
    Jsonl,
}

impl FileFormat {
    /// What the name of a file ends in.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Parquet => "parquet",
            Self::Jsonl => "jsonl",
        }
    }
}

/// One file of one table that is open.
pub enum TableFile {
    /// Its footer is written by [`TableFile::close`].
    Parquet(Table, Box<SerializedFileWriter<File>>),
    /// A line a row.
    Lines(Table, BufWriter<File>),
}

/// Sessions of which the cells of one column are held at a time.
const AT_A_TIME: usize = 1024;

impl TableFile {
    /// Begins a file.
    pub fn new(format: FileFormat, table: Table, file: File) -> anyhow::Result<Self> {
        if format == FileFormat::Jsonl {
            return Ok(Self::Lines(table, BufWriter::new(file)));
        }
        let schema = parse_message_type(&schema(table)).context(UNWRITTEN)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            // Bounds of a row group let a reader pass it over; bounds of every page cost more
            // than they save in files of this size.
            .set_statistics_enabled(EnabledStatistics::Chunk)
            .set_created_by(concat!("mindset ", env!("CARGO_PKG_VERSION")).to_owned())
            .build();
        let writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties));
        Ok(Self::Parquet(table, Box::new(writer.context(UNWRITTEN)?)))
    }

    /// Writes the rows of these sessions, and gives their number; in Parquet, as a row group.
    pub fn write(&mut self, sessions: &[Session], instrument: &Instrument) -> anyhow::Result<u64> {
        match self {
            Self::Lines(table, out) => {
                let mut count = 0;
                for session in sessions {
                    for row in table.rows(session, instrument) {
                        let line = json(&Line(table.columns(), &row));
                        out.write_all(&line).map_err(|error| unwritten(&error))?;
                        count += 1;
                    }
                }
                Ok(count)
            }
            Self::Parquet(table, writer) => {
                let table = *table;
                let mut group = writer.next_row_group().context(UNWRITTEN)?;
                let mut count = 0;
                for column in table.columns() {
                    let next = group.next_column().context(UNWRITTEN)?;
                    let mut next = next.context(UNWRITTEN)?;
                    count = 0;
                    for some in sessions.chunks(AT_A_TIME) {
                        let rows = some.iter();
                        let rows = rows.flat_map(|session| table.rows(session, instrument));
                        let rows: Vec<Row> = rows.collect();
                        count += rows.len() as u64;
                        let cells = rows.iter().map(column.cell);
                        write_cells(next.untyped(), column, cells).context(UNWRITTEN)?;
                    }
                    next.close().context(UNWRITTEN)?;
                }
                group.close().context(UNWRITTEN)?;
                Ok(count)
            }
        }
    }

    /// Writes what a file ends in, and waits until the system has it.
    pub fn close(self) -> anyhow::Result<()> {
        let file = match self {
            Self::Parquet(_, writer) => writer.into_inner().context(UNWRITTEN)?,
            Self::Lines(_, out) => out.into_inner().map_err(|error| unwritten(error.error()))?,
        };
        file.sync_all().map_err(|error| unwritten(&error))
    }
}

const UNWRITTEN: &str = "The export could not be written";

fn unwritten(error: &std::io::Error) -> anyhow::Error {
    anyhow!("{UNWRITTEN}: {}.", in_words(error))
}

/// The schema of a table, in the words of Parquet.
fn schema(table: Table) -> String {
    let columns = table.columns().iter().map(|column| {
        let repetition = match column.is_optional {
            true => "OPTIONAL",
            false => "REQUIRED",
        };
        let (physical, logical) = match column.kind {
            Kind::Text => ("BYTE_ARRAY", " (STRING)"),
            Kind::Whole => ("INT32", ""),
            Kind::LargeWhole => ("INT64", ""),
            Kind::Fraction => ("DOUBLE", ""),
            Kind::Day => ("INT32", " (DATE)"),
        };
        format!("{repetition} {physical} {}{logical};", column.name)
    });
    let columns: String = columns.collect();
    format!("message {} {{ {columns} }}", table.name())
}

/// Writes cells of one column: the values that are there, and for an optional column which are.
fn write_cells<'a>(
    writer: &mut ColumnWriter<'_>,
    column: &Column,
    cells: impl Iterator<Item = Cell<'a>>,
) -> parquet::errors::Result<()> {
    let (mut is_there, mut texts) = (Vec::new(), Vec::new());
    // A text that comes again shares its bytes: a piece of memory for every row took most of the time.
    let mut known: HashMap<Cow<str>, ByteArray> = HashMap::new();
    let (mut wholes, mut larges, mut fractions) = (Vec::new(), Vec::new(), Vec::new());
    for cell in cells {
        is_there.push(i16::from(cell != Cell::Missing));
        match cell {
            Cell::Missing => {}
            Cell::Text(text) => {
                let bytes = known
                    .entry(text)
                    .or_insert_with_key(|text| ByteArray::from(&**text));
                texts.push(bytes.clone());
            }
            Cell::Whole(number) if column.kind == Kind::LargeWhole => larges.push(number),
            Cell::Whole(number) => wholes.push(i32::try_from(number).unwrap_or(i32::MAX)),
            Cell::Fraction(number) => fractions.push(number),
            Cell::Day(day) => wholes.push(i32::try_from(day.since_1970()).unwrap_or(i32::MAX)),
        }
    }
    let levels = column.is_optional.then_some(is_there.as_slice());
    match writer {
        ColumnWriter::ByteArrayColumnWriter(writer) => writer.write_batch(&texts, levels, None),
        ColumnWriter::Int32ColumnWriter(writer) => writer.write_batch(&wholes, levels, None),
        ColumnWriter::Int64ColumnWriter(writer) => writer.write_batch(&larges, levels, None),
        ColumnWriter::DoubleColumnWriter(writer) => writer.write_batch(&fractions, levels, None),
        _ => Ok(0),
    }
    .map(|_| ())
}

/// A row as a JSON object, with a field for each column.
struct Line<'a>(&'static [Column], &'a Row<'a>);

impl Serialize for Line<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for column in self.0 {
            match (column.cell)(self.1) {
                Cell::Missing => map.serialize_entry(column.name, &())?,
                Cell::Text(text) => map.serialize_entry(column.name, &text)?,
                Cell::Whole(number) => map.serialize_entry(column.name, &number)?,
                Cell::Fraction(number) => map.serialize_entry(column.name, &number)?,
                Cell::Day(day) => map.serialize_entry(column.name, &day)?,
            }
        }
        map.end()
    }
}
