//! The input of `score`, `group` and `lint`: files, or standard input.

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::PathBuf;

/// What a record came from, as a person knows it, and its text.
pub type Source = (String, Box<dyn BufRead>);

/// Opens the files named (standard input when none is, or where one is `-`) and hands them to
/// `run`, whose output goes to standard output.
pub fn feed<T>(
    files: &[String],
    run: impl FnOnce(Vec<Source>, &mut dyn Write) -> Result<T, String>,
) -> Result<T, String> {
    let sources = open(files)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let done = run(sources, &mut out)?;
    out.flush()
        .map_err(|error| format!("The output could not be written: {error}."))?;
    Ok(done)
}

fn open(files: &[String]) -> Result<Vec<Source>, String> {
    let standard_input = ["-".to_owned()];
    let files = if files.is_empty() {
        &standard_input
    } else {
        files
    };
    files.iter().map(|name| open_one(name)).collect()
}

fn open_one(name: &str) -> Result<Source, String> {
    if name == "-" {
        let reader = BufReader::new(std::io::stdin());
        return Ok(("standard input".to_owned(), Box::new(reader)));
    }
    let path = PathBuf::from(name);
    match path.metadata() {
        Ok(data) if data.is_dir() => Err(format!("{name} is a folder: name the files in it.")),
        Ok(_) => Ok((name.to_owned(), Box::new(LateFile { path, reader: None }))),
        Err(error) => Err(format!("{name} cannot be read: {error}.")),
    }
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
        let name = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml").to_owned();
        let mut sources = open(std::slice::from_ref(&name)).unwrap();
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
        assert_eq!(open(&["-".to_owned()]).unwrap()[0].0, "standard input");
    }

    #[test]
    fn a_missing_file_and_a_folder_are_named() {
        for wrong in ["no-such-file.json", env!("CARGO_MANIFEST_DIR")] {
            let sentence = open(&[wrong.to_owned()]).err().unwrap();
            assert!(sentence.contains(wrong), "{sentence}");
        }
    }
}
