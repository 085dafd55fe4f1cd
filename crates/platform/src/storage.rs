//! A small durable map from text to text, under a prefix of its own.

use std::cell::Cell;
use std::rc::Rc;

/// What every key of ours starts with in the real store. Implementations add and remove
/// it, so that no caller can touch a key of anyone else.
pub const PREFIX: &str = "mindset:";

/// Why something could not be stored or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser refuses storage here (a sandboxed frame, blocked site data).
    Denied,
    /// There is no room left.
    Full,
    /// Anything else.
    Failed,
}

/// Called once, when the change is durable or has failed. Local storage calls it before
/// the method returns; a store with an asynchronous copy will call it later.
pub type Done = Box<dyn FnOnce(Result<(), StorageError>)>;

/// Keeps texts on this device. Keys are without [`PREFIX`].
pub trait Storage {
    /// Every entry, in the order of the keys.
    fn load(&self) -> Result<Vec<(String, String)>, StorageError>;

    /// Sets a key. When it fails, what the key held before is still there.
    fn write(&self, key: &str, value: &str, done: Done);

    /// Removes a key; a key that is not there is no error.
    fn remove(&self, key: &str, done: Done);
}

/// Splits one acknowledgement over `parts` changes: it comes after the last of them, with
/// the first failure there was.
pub fn after_all(parts: usize, done: Done) -> impl Fn() -> Done {
    let done = Rc::new(Cell::new(Some(done)));
    let state = Rc::new(Cell::new((parts, Ok(()))));
    if parts == 0
        && let Some(done) = done.take()
    {
        done(Ok(()));
    }
    move || {
        let (done, state) = (done.clone(), state.clone());
        Box::new(move |result| {
            let (left, so_far) = state.get();
            let so_far: Result<(), StorageError> = so_far.and(result);
            state.set((left - 1, so_far));
            if left == 1
                && let Some(done) = done.take()
            {
                done(so_far);
            }
        })
    }
}
