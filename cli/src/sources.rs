//! The input of `score`, `group` and `lint`: files, or standard input.

use crate::library::LARGEST_FILE;
use crate::output::in_words;
use crate::screen::clean;
use anyhow::bail;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// What a record came from, as a person knows it, and its text.
pub type Source = (String, Box<dyn BufRead>);

/// Most bytes of one line, and of a run of empty ones: those of the largest file, which may be on
/// one line.
pub const LONGEST_LINE: usize = LARGEST_FILE;

/// Opens the files named (standard input when none is, or where one is `-`) and hands them to
/// `run`, whose output goes to standard output and is held back until `run` finishes it.
pub fn feed<T>(
    files: &[PathBuf],
    run: impl FnOnce(Vec<Source>, &mut dyn Write) -> anyhow::Result<T>,
) -> anyhow::Result<T> {
    let sources = open(files)?;
    run(sources, &mut BufWriter::new(std::io::stdout().lock()))
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

/// The name of a file as it is shown.
pub fn name_of(path: &Path) -> String {
    clean(&path.display().to_string())
}

fn open_one(path: &Path) -> anyhow::Result<Source> {
    if path == "-" {
        let reader = BufReader::new(std::io::stdin());
        return Ok(("standard input".to_owned(), Box::new(reader)));
    }
    let name = name_of(path);
    match path.metadata() {
        Err(error) => bail!("{name} cannot be read: {}.", in_words(&error)),
        Ok(data) if data.is_dir() => bail!("{name} is a folder: name the files in it."),
        Ok(_) => {}
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
    fn reader(&mut self) -> io::Result<&mut BufReader<File>> {
        let reader = match self.reader.take() {
            Some(reader) => reader,
            None => BufReader::new(File::open(&self.path)?),
        };
        Ok(self.reader.insert(reader))
    }
}

impl Read for LateFile {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.reader()?.read(buffer)
    }
}

impl BufRead for LateFile {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.reader()?.fill_buf()
    }

    fn consume(&mut self, amount: usize) {
        // Nothing can have been handed out before the file was opened.
        if let Some(reader) = &mut self.reader {
            reader.consume(amount);
        }
    }
}

/// The lines of an input that are not empty, with their numbers. What it holds of the input is
/// bounded, whatever comes.
pub struct Lines<R> {
    input: R,
    /// The number of the line that was read last, from 1.
    number: usize,
}

/// Why there is no further line.
#[derive(Debug)]
pub enum Broken {
    /// It cannot be read, in words.
    Unreadable(String),
    /// The line of this number is longer than [`LONGEST_LINE`].
    TooLong(usize),
}

impl<R: BufRead> Lines<R> {
    /// The lines of an input, of which the first has this number.
    pub fn new(input: R, first: usize) -> Self {
        let number = first - 1;
        Self { input, number }
    }

    /// Puts the next line that is not empty into `text`, and gives its number; `None` at the end.
    pub fn next(&mut self, text: &mut Vec<u8>) -> Result<Option<usize>, Broken> {
        let mut empty = 0;
        loop {
            text.clear();
            let most = LONGEST_LINE + 1;
            let read = (&mut self.input)
                .take(most as u64)
                .read_until(b'\n', text)
                .map_err(|error| Broken::Unreadable(in_words(&error)))?;
            if read == 0 {
                return Ok(None);
            }
            self.number += 1;
            empty += read;
            let is_empty = text.trim_ascii().is_empty();
            if read == most || (is_empty && empty > LONGEST_LINE) {
                return Err(Broken::TooLong(self.number));
            }
            if !is_empty {
                return Ok(Some(self.number));
            }
        }
    }

    /// What has not been read yet.
    pub fn rest(self) -> R {
        self.input
    }
}

/// What a text is encoded in that is not UTF-8, where that can be told from its first bytes.
pub fn other_encoding(start: &[u8]) -> Option<&'static str> {
    untrusted::wide(start).and_then(untrusted::Encoding::name)
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
            assert!(!sentence.contains("os error"), "{sentence}");
        }
    }

    #[test]
    fn a_line_without_an_end_and_empty_lines_without_an_end_stop_the_reading() {
        let mut text = Vec::new();
        for (byte, line) in [(0, 1), (b'x', 1), (b'\n', LONGEST_LINE + 1)] {
            let mut lines = Lines::new(BufReader::new(io::repeat(byte)), 1);
            match lines.next(&mut text) {
                Err(Broken::TooLong(number)) => assert_eq!(number, line),
                other => panic!("{byte}: {other:?}"),
            }
            assert!(text.len() <= LONGEST_LINE + 1);
        }
    }

    #[test]
    fn utf_16_and_utf_32_are_told_by_their_first_bytes() {
        let units = |text: &str, wide: usize, little: bool| -> Vec<u8> {
            let unit = |c: char| {
                let mut bytes = (c as u32).to_be_bytes()[4 - wide..].to_vec();
                if little {
                    bytes.reverse();
                }
                bytes
            };
            text.chars().flat_map(unit).collect()
        };
        for text in ["{\"a\":1}", "\u{FEFF}{\"a\":1}"] {
            for little in [true, false] {
                assert_eq!(other_encoding(&units(text, 2, little)), Some("UTF-16"));
                assert_eq!(other_encoding(&units(text, 4, little)), Some("UTF-32"));
            }
            assert_eq!(other_encoding(text.as_bytes()), None);
        }
        assert_eq!(other_encoding(&[0; 8]), None);
    }
}
