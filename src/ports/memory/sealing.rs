//! Sealing without a cipher.

use crate::ports::{SealDone, SealError, Sealing};
use std::cell::Cell;

/// Writes the passphrase before the bytes, in the clear; asks for it on opening.
#[derive(Default)]
pub struct MemorySealing {
    /// Every call fails so.
    pub error: Cell<Option<SealError>>,
}

impl Sealing for MemorySealing {
    fn seal(&self, bytes: &[u8], passphrase: &str, done: SealDone) {
        done(match self.error.get() {
            Some(error) => Err(error),
            None => Ok([head(passphrase).as_bytes(), bytes].concat()),
        });
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
