//! The input of `score`, `group` and `lint`: files, or standard input.

use anyhow::{Context, bail};
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// What a record came from, as a person knows it, and its text.
pub type Source = (String, Box<dyn BufRead>);

/// What is said when the output goes nowhere.
pub const UNWRITTEN: &str = "The output could not be written";

/// Opens the files named (standard input when none is, or where one is `-`) and hands them to
/// `run`, whose output goes to standard output.
pub fn feed<T>(
    files: &[PathBuf],
    run: impl FnOnce(Vec<Source>, &mut dyn Write) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let sources = open(files)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let done = run(sources, &mut out)?;
    out.flush().context(UNWRITTEN)?;
    Ok(done)
}

fn open(files: &[PathBuf]) -> anyhow::Result<Vec<Source>> {
    let standard_input = [PathBuf::from("-")];
    let files = if files.is_empty() {
        &standard_input
    } else {
        files
    };
    files.iter().map(|path| open_one(path)).collect()
}

fn open_one(path: &Path) -> anyhow::Result<Source> {
    if path == "-" {
        let reader = BufReader::new(std::io::stdin());
        return Ok(("standard input".to_owned(), Box::new(reader)));
    }
    let name = path.display().to_string();
    let data = path
        .metadata()
        .with_context(|| format!("{name} cannot be read"))?;
    if data.is_dir() {
        bail!("{name} is a folder: name the files in it.");
    }
    let file = LateFile {
        path: path.to_owned(),
        reader: None,
    };
    Ok((name, Box::new(file)))
}

/// A file that is opened at its first read: thousands may be named, and a process may hold only
/// so many open at once.
struct LateFile {
    path: PathBuf,
    reader: Option<BufReader<File>>,
}

impl LateFile {
    fn reader(&mut self) -> std::io::Result<&mut BufReader<File>> {
        let reader = match self.reader.take() {
            Some(reader) => reader,
            None => BufReader::new(File::open(&self.path)?),
        };
        Ok(self.reader.insert(reader))
    }
}

impl Read for LateFile {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.reader()?.read(buffer)
    }
}

impl BufRead for LateFile {
    fn fill_buf(&mut self) -> std::io::Result<&[u8]> {
        self.reader()?.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // Nothing can have been handed out before the file was opened.
        if let Some(reader) = &mut self.reader {
            reader.consume(amount);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_to_its_end_under_its_own_name() {
        let name = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
        let mut sources = open(&[name.into()]).unwrap();
        let (label, reader) = sources.pop().unwrap();
        let lines: Vec<String> = reader.lines().map(Result::unwrap).collect();
        assert_eq!(label, name);
        assert_eq!(lines[0], "[package]");
        assert_eq!(
            lines.join("\n") + "\n",
            std::fs::read_to_string(name).unwrap()
        );
    }

    #[test]
    fn no_file_means_standard_input() {
        assert_eq!(open(&[]).unwrap()[0].0, "standard input");
        assert_eq!(open(&["-".into()]).unwrap()[0].0, "standard input");
    }

    #[test]
    fn a_missing_file_and_a_folder_are_named() {
        for wrong in ["no-such-file.json", env!("CARGO_MANIFEST_DIR")] {
            let error = open(&[wrong.into()]).err().unwrap();
            let sentence = format!("{error:#}");
            assert!(sentence.contains(wrong), "{sentence}");
        }
    }
}
