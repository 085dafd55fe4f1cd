//! The storage port on what the browser keeps: for the device, or for a tab.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Storage as WebStorage, Window};

use platform::{Done, PREFIX, Storage, StorageError};

/// Local or session storage of a window. The browser is asked anew every time: it may refuse
/// at any moment, and even reading the property throws in a sandboxed frame.
pub struct LocalStorage {
    window: Window,
    of_session: bool,
}

impl LocalStorage {
    /// The local storage of `window`, which outlives its tab.
    pub fn of_device(window: Window) -> Self {
        let of_session = false;
        Self { window, of_session }
    }

    /// The session storage of `window`, which ends with its tab.
    pub fn of_session(window: Window) -> Self {
        let of_session = true;
        Self { window, of_session }
    }

    fn store(&self) -> Result<WebStorage, StorageError> {
        let store = match self.of_session {
            true => self.window.session_storage(),
            false => self.window.local_storage(),
        };
        // Null where the browser has storage switched off altogether.
        store.map_err(reason)?.ok_or(StorageError::Denied)
    }
}

impl Storage for LocalStorage {
    fn load(&self) -> Result<Vec<(String, String)>, StorageError> {
        let store = self.store()?;
        let mut entries = Vec::new();
        for n in 0..store.length().map_err(reason)? {
            let Some(full) = store.key(n).map_err(reason)? else {
                continue;
            };
            if let Some(key) = full.strip_prefix(PREFIX)
                && let Some(text) = store.get_item(&full).map_err(reason)?
            {
                // The browser keeps the keys in an order of its own.
                let at =
                    entries.partition_point(|(earlier, _): &(String, String)| **earlier < *key);
                entries.insert(at, (key.to_owned(), text));
            }
        }
        Ok(entries)
    }

    fn write(&self, key: &str, value: &str, done: Done) {
        let full = PREFIX.to_owned() + key;
        let written = self.store();
        done(written.and_then(|store| store.set_item(&full, value).map_err(reason)));
    }

    fn remove(&self, key: &str, done: Done) {
        let full = PREFIX.to_owned() + key;
        let removed = self.store();
        done(removed.and_then(|store| store.remove_item(&full).map_err(reason)));
    }
}

/// What an exception means. Its name is read as a property: an exception of another
/// window's realm is no instance of this one's `DOMException`.
fn reason(exception: JsValue) -> StorageError {
    let name = Reflect::get(&exception, &"name".into()).ok();
    match name.and_then(|name| name.as_string()).as_deref() {
        // The second is Firefox's.
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageError::Full,
        Some("SecurityError") => StorageError::Denied,
        _ => StorageError::Failed,
    }
}
