//! Sealing without a cipher.

use crate::{SealDone, SealError, Sealing};
use std::cell::{Cell, RefCell};

/// Writes the passphrase before the bytes, in the clear; asks for it on opening.
#[derive(Default)]
pub struct MemorySealing {
    /// The error that every call gives, where there is one.
    pub error: Cell<Option<SealError>>,
    /// Nothing is answered until [`MemorySealing::answer`].
    pub slow: Cell<bool>,
    waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
    /// How often it was stopped.
    pub stops: Cell<usize>,
}

impl MemorySealing {
    /// Answers what waits, in the order of asking.
    pub fn answer(&self) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|answer| answer());
    }

    fn answer_with(&self, answer: Result<Vec<u8>, SealError>, done: SealDone) {
        match self.slow.get() {
            true => self.waiting.borrow_mut().push(Box::new(|| done(answer))),
            false => done(answer),
        }
    }
}

impl Sealing for MemorySealing {
    fn seal(&self, bytes: &[u8], passphrase: &str, done: SealDone) {
        let sealed = match self.error.get() {
            Some(error) => Err(error),
            None => Ok([head(passphrase).as_bytes(), bytes].concat()),
        };
        self.answer_with(sealed, done);
    }

    fn open(&self, sealed: &[u8], passphrase: &str, max: u32, done: SealDone) {
        let opened = sealed.strip_prefix(head(passphrase).as_bytes());
        let opened = match (self.error.get(), opened) {
            (Some(error), _) => Err(error),
            (None, None) => Err(SealError::Refused),
            (None, Some(bytes)) if bytes.len() > max as usize => Err(SealError::TooBig),
            (None, Some(bytes)) => Ok(bytes.to_vec()),
        };
        self.answer_with(opened, done);
    }

    fn stop(&self) {
        self.waiting.borrow_mut().clear();
        self.stops.set(self.stops.get() + 1);
    }
}

fn head(passphrase: &str) -> String {
    format!("age-encryption.org/v1\n-> scrypt c2FsdA 16\n--- {passphrase}\n")
}
