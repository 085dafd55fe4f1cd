//! Writing the output, and what is said when that fails.

use std::fmt;
use std::io::{self, ErrorKind, Write};

/// Why the output was not written.
#[derive(Debug)]
pub enum OutputError {
    /// Whoever read it has enough, such as `head`.
    Gone,
    /// It could not be written, in words.
    Failed(String),
}

impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("Nobody reads the output any more."),
            Self::Failed(why) => write!(f, "The output could not be written: {why}."),
        }
    }
}

impl std::error::Error for OutputError {}

impl From<io::Error> for OutputError {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::BrokenPipe => Self::Gone,
            _ => Self::Failed(in_words(&error)),
        }
    }
}

/// Writes bytes.
pub fn write(out: &mut dyn Write, bytes: &[u8]) -> Result<(), OutputError> {
    Ok(out.write_all(bytes)?)
}

/// Hands on what is still held back.
pub fn finish(out: &mut dyn Write) -> Result<(), OutputError> {
    Ok(out.flush()?)
}

/// Whether an error is that nobody reads the output any more.
pub fn is_gone(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(OutputError::Gone))
}

/// What the system says, as a person would; a clause without its full stop.
pub fn in_words(error: &io::Error) -> String {
    let known = match error.kind() {
        ErrorKind::NotFound => "there is no such file",
        ErrorKind::PermissionDenied => "that is not permitted",
        ErrorKind::IsADirectory => "it is a folder: name the files in it",
        ErrorKind::NotADirectory => "something in its path is not a folder",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "there is no room left",
        ErrorKind::ReadOnlyFilesystem => "that place can only be read",
        ErrorKind::AlreadyExists => "something of that name is there already",
        ErrorKind::BrokenPipe => "nobody reads it any more",
        ErrorKind::InvalidFilename => "that cannot be the name of a file",
        _ => "",
    };
    match (known, error.raw_os_error()) {
        ("", Some(_)) => {
            let text = error.to_string();
            let end = text.find(" (os error").unwrap_or(text.len());
            format!("the system says \"{}\"", &text[..end])
        }
        ("", None) => "the system gives no reason".to_owned(),
        (known, _) => known.to_owned(),
    }
}
