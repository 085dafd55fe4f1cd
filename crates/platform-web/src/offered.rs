//! What the scripts of the page offer its program on the global object, as `web/globals.d.ts`
//! declares it.

use crate::promise::settled;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

/// What stands under these names, each within the one before it; `undefined` where the last is not
/// there, nothing where one before it is not.
pub fn value(names: &[&str]) -> Option<JsValue> {
    names
        .iter()
        .try_fold(js_sys::global().into(), |within, name| {
            Reflect::get(&within, &JsValue::from_str(name)).ok()
        })
}

/// The bytes of an array of them.
pub fn bytes(value: JsValue) -> Option<Vec<u8>> {
    Some(value.dyn_into::<Uint8Array>().ok()?.to_vec())
}

/// The function that stands there.
pub fn function(names: &[&str]) -> Option<Function> {
    value(names)?.dyn_into().ok()
}

/// What the function that stands there answers; nothing where it throws or is not there.
pub fn call(names: &[&str], given: &Array) -> Option<JsValue> {
    function(names)?.apply(&JsValue::NULL, given).ok()
}

/// Calls `done` once, with what the promise of the function that stands there is fulfilled or
/// rejected with; where there is none, with a rejection for no reason, before this returns.
pub fn ask(names: &[&str], given: &Array, done: impl FnOnce(Result<JsValue, JsValue>) + 'static) {
    let answer = call(names, given).and_then(|answer| answer.dyn_into::<Promise>().ok());
    match answer {
        Some(answer) => settled(&answer, done),
        None => done(Err(JsValue::UNDEFINED)),
    }
}
