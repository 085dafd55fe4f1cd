//! The storage port where nothing is to be kept: what is written lives as long as the page.

use std::cell::RefCell;

use platform::{Done, Storage, StorageError};

/// Keeps until the page is left, and nowhere that outlives it.
#[derive(Default)]
pub struct Volatile(RefCell<Vec<(String, String)>>);

impl Volatile {
    fn forget(&self, key: &str) {
        self.0.borrow_mut().retain(|(kept, _)| kept != key);
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
