//! The mirror on local or session storage.

use store::backend::{Mirror, Rows};
use store::{PREFIX, Trouble};
use wasm_bindgen::JsValue;
use web_sys::{Storage, Window};

use crate::trouble;

/// The storage of a window. The browser is asked anew every time: it may refuse at any moment,
/// and in a sandboxed frame even reading the property throws.
pub struct LocalStorage {
    window: Window,
    of_session: bool,
}

impl LocalStorage {
    /// What outlives the tab.
    pub fn of_device(window: Window) -> Self {
        let of_session = false;
        Self { window, of_session }
    }

    /// What ends with the tab.
    pub fn of_session(window: Window) -> Self {
        let of_session = true;
        Self { window, of_session }
    }

    fn storage(&self) -> Result<Storage, Trouble> {
        let storage = match self.of_session {
            true => self.window.session_storage(),
            false => self.window.local_storage(),
        };
        // `null` where the browser has switched it off.
        storage.ok().flatten().ok_or(Trouble::Denied)
    }
}

impl Mirror for LocalStorage {
    fn read_all(&self) -> Result<Rows, Trouble> {
        let storage = self.storage()?;
        let failed = |error: JsValue| trouble(&error);
        let mut rows = Rows::new();
        for at in 0..storage.length().map_err(failed)? {
            let Some(name) = storage.key(at).map_err(failed)? else {
                continue;
            };
            if let Some(short) = name.strip_prefix(PREFIX)
                && let Some(text) = storage.get_item(&name).map_err(failed)?
            {
                rows.insert(short.to_owned(), text);
            }
        }
        Ok(rows)
    }

    fn put(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let put = self.storage()?.set_item(&[PREFIX, name].concat(), text);
        put.map_err(|error| trouble(&error))
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        let removed = self.storage()?.remove_item(&[PREFIX, name].concat());
        removed.map_err(|error| trouble(&error))
    }
}
