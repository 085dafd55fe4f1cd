//! The storage port where nothing is to be stored: what is written lives as long as the page.

use std::cell::RefCell;

use platform::{Done, Storage, StorageError};

/// Holds entries in memory until the page is left.
#[derive(Default)]
pub struct Volatile(RefCell<Vec<(String, String)>>);

impl Volatile {
    fn forget(&self, key: &str) {
        self.0.borrow_mut().retain(|(known, _)| known != key);
    }
}

impl Storage for Volatile {
    fn load(&self) -> Result<Vec<(String, String)>, StorageError> {
        Ok(self.0.borrow().clone())
    }

    fn write(&self, key: &str, value: &str, done: Done) {
        self.forget(key);
        let entry = (key.to_owned(), value.to_owned());
        self.0.borrow_mut().push(entry);
        done(Ok(()));
    }

    fn remove(&self, key: &str, done: Done) {
        self.forget(key);
        done(Ok(()));
    }
}
