//! Files under a passphrase, in the age format (age-encryption.org/v1).

/// Why a file was not sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The part of the program that does this could not be loaded, or failed.
    NotLoaded,
    /// Another passphrase, or the part that holds the key was changed: the format cannot tell the
    /// two apart.
    Refused,
    /// The passphrase is right, and the file was cut off or changed.
    Damaged,
    /// Opening it would take more work than a page can do.
    TooMuchWork,
    /// It holds more than was allowed.
    TooBig,
}

/// Called once, with the bytes or the reason; never after [`Sealing::stop`].
pub type SealDone = Box<dyn FnOnce(Result<Vec<u8>, SealError>)>;

/// Puts files under a passphrase and opens them, beside the page, one at a time. The passphrase is
/// kept nowhere.
pub trait Sealing {
    /// Seals the bytes.
    fn seal(&self, bytes: &[u8], passphrase: &str, done: SealDone);

    /// Opens what was sealed, unless it holds more than `max` bytes.
    fn open(&self, sealed: &[u8], passphrase: &str, max: u32, done: SealDone);

    /// Ends what is being done.
    fn stop(&self);
}
