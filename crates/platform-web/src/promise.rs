//! Waiting for a promise with a callback, without an executor of futures.

use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Calls `done` once, with what the promise is fulfilled or rejected with.
pub fn settled(promise: &Promise, done: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    settled_for_any(promise, Box::new(done));
}

/// One for all of them: a closure of each type would otherwise become two of JavaScript's.
fn settled_for_any(promise: &Promise, done: Box<dyn FnOnce(Result<JsValue, JsValue>)>) {
    let done = Rc::new(Cell::new(Some(done)));
    let refuse = done.clone();
    let fulfilled = Closure::once_into_js(move |value: JsValue| {
        if let Some(done) = done.take() {
            done(Ok(value));
        }
    });
    let rejected = Closure::once_into_js(move |reason: JsValue| {
        if let Some(done) = refuse.take() {
            done(Err(reason));
        }
    });
    let then: Option<Function> = Reflect::get(promise, &"then".into())
        .ok()
        .and_then(|then| then.dyn_into().ok());
    if let Some(then) = then {
        // A promise's own `then` does not throw.
        let _ = then.call2(promise, &fulfilled, &rejected);
    }
}
