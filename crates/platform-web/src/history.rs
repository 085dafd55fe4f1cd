//! The history port on the session history.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;

use super::{is_framed, window};
use platform::{History, Subscription};

/// How the state of the guard entry begins; a place may follow. It survives a reload, as the entry
/// does.
const GUARD: &str = "mindset-guard:";

/// The history of this page. A browser may pass over the guard entry when the reader has
/// not touched the page since it was put up; then back leaves, as without a guard. In a frame there
/// is no guard: its entries outlive it in a site of one page, where back would do nothing once.
#[derive(Default)]
pub struct GuardedHistory {
    going: Rc<Going>,
}

/// Taking an entry off is a journey of its own, which the browser ends when it likes.
#[derive(Default)]
struct Going {
    /// Whether the guard is being taken down, so that the next move is no back key.
    down: Cell<bool>,
    /// Whether it is to be put up again after that.
    up_again: Cell<bool>,
    /// The place that the guard keeps, whenever it is up.
    place: RefCell<String>,
}

impl History for GuardedHistory {
    fn push(&self) {
        if self.going.down.get() {
            self.going.up_again.set(true);
        } else {
            self.going.put_up();
        }
    }

    fn release(&self) {
        self.going.up_again.set(false);
        if !self.going.down.get() && guarded_place().is_some() {
            let left = window().history().and_then(|history| history.back());
            self.going.down.set(left.is_ok());
        }
    }

    fn remember(&self, place: &str) {
        self.going.place.replace(place.to_owned());
        if !self.going.down.get() {
            self.going.write();
        }
    }

    fn remembered(&self) -> Option<String> {
        guarded_place()
    }

    fn on_back(&self, back: Rc<dyn Fn()>) -> Subscription {
        let going = self.going.clone();
        let seen = RefCell::new(window().location().href().ok());
        Subscription::new(EventListener::new(&window(), "popstate", move |_| {
            // Also heard when the reader goes forward onto the guard, or to a fragment.
            let here = window().location().href().ok();
            let moved = seen.replace(here.clone()) != here;
            if going.down.replace(false) {
                if going.up_again.replace(false) {
                    going.put_up();
                }
            } else if !moved && state().is_some_and(|state| state.is_null()) {
                back();
            }
        }))
    }

    fn on_return(&self, returned: Rc<dyn Fn(String)>) -> Subscription {
        let going = self.going.clone();
        Subscription::new(EventListener::new(&window(), "popstate", move |_| {
            let place = guarded_place().filter(|place| !place.is_empty());
            if let Some(place) = place.filter(|place| *place != *going.place.borrow()) {
                returned(place);
            }
        }))
    }
}

/// The state of the entry on top; `None` in a frame that may not use the history, which
/// simply has no guard.
fn state() -> Option<JsValue> {
    window().history().and_then(|history| history.state()).ok()
}

/// The place that is kept with the guard entry, where that is on top.
fn guarded_place() -> Option<String> {
    let state = state()?.as_string()?;
    state.strip_prefix(GUARD).map(str::to_owned)
}

impl Going {
    /// The state of the guard entry.
    fn state(&self) -> JsValue {
        JsValue::from_str(&[GUARD, &self.place.borrow()].concat())
    }

    /// Writes the place to the guard entry, where that is on top with another one: the entry of before,
    /// after the reader went forward onto it, say.
    fn write(&self) {
        if guarded_place().is_some_and(|place| place != *self.place.borrow()) {
            let history = window().history();
            // Refused only to a page that changes its history far too often; the place is then an
            // older one.
            let _ = history.and_then(|history| history.replace_state(&self.state(), ""));
        }
    }

    fn put_up(&self) {
        if !is_framed()
            && let Ok(history) = window().history()
            && state().is_some()
            && guarded_place().is_none()
        {
            let _ = history.push_state(&self.state(), "");
        }
        self.write();
    }
}
