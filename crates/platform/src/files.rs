//! Files the reader hands in.

/// Why a chosen file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// The file is larger than allowed; none of it was read. Its size in bytes.
    TooLarge {
        /// Size in bytes.
        size: u64,
    },
    /// The input holds no file: the dialogue was closed.
    NothingChosen,
    /// The browser could not read it (moved or changed since it was chosen).
    Failed,
}

/// Called once, with the bytes or the reason.
pub type ReadDone = Box<dyn FnOnce(Result<Vec<u8>, ReadError>)>;

/// Reads what the reader chose in a file input. The input is named by its element id
/// rather than passed as an object, so that screens and their tests need no browser type.
pub trait Files {
    /// Reads the file chosen in the input with this id, unless it has more than `max`
    /// bytes, and empties the input, so that the same file can be chosen again.
    fn read(&self, input: &str, max: u32, done: ReadDone);
}
