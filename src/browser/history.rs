//! The history port on the session history.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use super::window;
use crate::ports::{History, Listener};

/// The state that marks the guard entry. It survives a reload, as the entry does.
const GUARD: &str = "mindset-guard";

/// The history of this page. A browser may pass over the guard entry when the reader has
/// not touched the page since it was put up; then back leaves, as without a guard.
pub struct GuardedHistory;

impl History for GuardedHistory {
    fn push(&self) {
        let guard = JsValue::from_str(GUARD);
        // A frame that may not use the history simply has no guard.
        if let Ok(history) = window().history()
            && history.state().is_ok_and(|state| state != guard)
        {
            let _ = history.push_state(&guard, "");
        }
    }

    fn on_back(&self, back: Rc<dyn Fn()>) -> Listener {
        let seen = RefCell::new(window().location().href().ok());
        Listener::new(EventListener::new(&window(), "popstate", move |_| {
            // Also heard when the reader goes forward onto the guard, or to a fragment.
            let here = window().location().href().ok();
            let moved = seen.replace(here.clone()) != here;
            let state = window().history().and_then(|history| history.state());
            if !moved && state.is_ok_and(|state| state.is_null()) {
                back();
            }
        }))
    }
}
