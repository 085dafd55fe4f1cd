//! Sealing without a cipher.

use crate::{SealDone, SealError, Sealing};
use std::cell::{Cell, RefCell};

/// Writes the passphrase before the bytes, in the clear; asks for it on opening.
#[derive(Default)]
pub struct MemorySealing {
    /// The error that every call gives, where there is one.
    pub error: Cell<Option<SealError>>,
    /// Sealing is not answered until [`MemorySealing::answer`].
    pub slow: Cell<bool>,
    waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
}

impl MemorySealing {
    /// Answers what waits, in the order of asking.
    pub fn answer(&self) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|answer| answer());
    }
}

impl Sealing for MemorySealing {
    fn seal(&self, bytes: &[u8], passphrase: &str, done: SealDone) {
        let sealed = match self.error.get() {
            Some(error) => Err(error),
            None => Ok([head(passphrase).as_bytes(), bytes].concat()),
        };
        match self.slow.get() {
            true => self.waiting.borrow_mut().push(Box::new(|| done(sealed))),
            false => done(sealed),
        }
    }

    fn open(&self, sealed: &[u8], passphrase: &str, max: u32, done: SealDone) {
        let opened = sealed.strip_prefix(head(passphrase).as_bytes());
        done(match (self.error.get(), opened) {
            (Some(error), _) => Err(error),
            (None, None) => Err(SealError::Refused),
            (None, Some(bytes)) if bytes.len() > max as usize => Err(SealError::TooBig),
            (None, Some(bytes)) => Ok(bytes.to_vec()),
        });
    }
}

fn head(passphrase: &str) -> String {
    format!("age-encryption.org/v1\n{passphrase}\n")
}
