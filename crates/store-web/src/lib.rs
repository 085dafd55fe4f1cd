//! What the store stands on in a browser: IndexedDB for the truth, local storage for the
//! copy, Web Locks, a broadcast channel and the clock. One browser API a file.

#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the browser side of the store touches window and storage"
)]

mod broadcast;
mod clock;
mod events;
mod indexed_db;
mod local_storage;
mod web_locks;

use std::rc::Rc;

use store::Backends;
use wasm_bindgen::JsCast;
use web_sys::Window;

pub use broadcast::Broadcast;
pub use clock::BrowserClock;
pub use indexed_db::IndexedDb;
pub use local_storage::LocalStorage;
pub use web_locks::WebLocks;

/// The name of the database, and of the channel between tabs.
pub const NAME: &str = "mindset";

/// Everything that this page can have. Asks for nothing yet: whether the browser permits it is
/// found out at the opening of the store.
pub fn backends(window: &Window) -> Backends {
    Backends {
        database: Some(Rc::new(IndexedDb::new(window.clone(), NAME))),
        mirror: Some(Rc::new(LocalStorage::of_device(window.clone()))),
        session: Some(Rc::new(LocalStorage::of_session(window.clone()))),
        locks: Some(Rc::new(WebLocks::new(window))),
        channel: Some(Rc::new(Broadcast::new(window, NAME))),
        clock: Rc::new(BrowserClock),
        spawn: Rc::new(wasm_bindgen_futures::spawn_local),
        tab: tab_name(window).into(),
    }
}

/// A name that no other visit has: 64 bits of chance.
fn tab_name(window: &Window) -> String {
    let mut bytes = [0; 8];
    let filled = window
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        // Without a source of chance the moment has to do, to the microsecond.
        let now = js_sys::Date::now() * 1000.0 + js_sys::Math::random() * 1000.0;
        bytes = (now as u64).to_be_bytes();
    }
    u64::from_be_bytes(bytes).to_string()
}

/// The name of the error that a browser has thrown; empty for anything else.
fn error_name(error: &wasm_bindgen::JsValue) -> String {
    let error = error.dyn_ref::<web_sys::DomException>();
    error.map_or_else(String::new, web_sys::DomException::name)
}

/// What an error means for the store.
fn trouble(error: &wasm_bindgen::JsValue) -> store::Trouble {
    match error_name(error).as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => store::Trouble::Full,
        "SecurityError" | "NotAllowedError" => store::Trouble::Denied,
        _ => store::Trouble::Failed,
    }
}
