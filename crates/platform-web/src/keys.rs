//! Key presses anywhere on the page, without those that the app leaves to the browser.

use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use super::document;
use platform::Subscription;

/// Fields that a key is typed into; a radio or a checkbox is none.
const FIELDS: &str = "textarea, select, [contenteditable], \
    input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=file])";
/// What Enter and space press by themselves.
const PRESSED: &str = "a, button, summary, [type=button], [type=submit], [type=file]";

/// See [`platform::Page::on_key`].
pub(super) fn on_key(pressed: Rc<dyn Fn(&str) -> bool>) -> Subscription {
    let active = EventListenerOptions::enable_prevent_default();
    let listener = move |event: &Event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if ours(event) && pressed(&event.key()) {
            event.prevent_default();
        }
    };
    Subscription::new(EventListener::new_with_options(
        &document(),
        "keydown",
        active,
        listener,
    ))
}

fn ours(event: &KeyboardEvent) -> bool {
    let key = event.key();
    // Shift counts with named keys only: on a Belgian or French keyboard it makes a digit.
    let named = key.chars().nth(1).is_some();
    let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
    // A key held down would rush through the statements.
    if modified || (named && event.shift_key()) || event.repeat() || event.is_composing() {
        return false;
    }
    let at = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let within = |selector| {
        at.as_ref()
            .is_some_and(|at| matches!(at.closest(selector), Ok(Some(_))))
    };
    let presses = matches!(&*key, "Enter" | " ") && within(PRESSED);
    !(event.default_prevented() || presses || within(FIELDS))
}
