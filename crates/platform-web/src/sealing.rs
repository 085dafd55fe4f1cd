//! The sealing port: a program of its own, which `web/boot.ts` loads when it is asked for.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use platform::{SealDone, SealError, Sealing};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Calls what `web/boot.ts` offers under this name.
const OFFERED: &str = "mindsetSealing";

/// Seals with the program beside the page's own.
pub struct LoadedSealing;

impl Sealing for LoadedSealing {
    fn seal(&self, bytes: &[u8], passphrase: &str, done: SealDone) {
        let given = Array::of2(&Uint8Array::from(bytes), &passphrase.into());
        ask("seal", &given, done);
    }

    fn open(&self, sealed: &[u8], passphrase: &str, max: u32, done: SealDone) {
        let given = Array::of3(&Uint8Array::from(sealed), &passphrase.into(), &max.into());
        ask("open", &given, done);
    }
}

fn ask(what: &str, given: &Array, done: SealDone) {
    let Some(answer) = promised(what, given) else {
        return done(Err(SealError::NotLoaded));
    };
    // One of the two is called, once.
    let done = std::rc::Rc::new(std::cell::Cell::new(Some(done)));
    let say = move |result| {
        if let Some(done) = done.take() {
            done(result);
        }
    };
    let refuse = say.clone();
    let kept = Closure::once_into_js(move |value: JsValue| {
        say(value
            .dyn_into::<Uint8Array>()
            .map(|bytes| bytes.to_vec())
            .map_err(|_| SealError::NotLoaded));
    });
    let refused = Closure::once_into_js(move |reason: JsValue| {
        refuse(Err(match reason.as_string().as_deref() {
            Some("refused") => SealError::Refused,
            Some("work") => SealError::TooMuchWork,
            Some("size") => SealError::TooBig,
            _ => SealError::NotLoaded,
        }));
    });
    let then: Option<Function> = Reflect::get(&answer, &"then".into())
        .ok()
        .and_then(|then| then.dyn_into().ok());
    if let Some(then) = then {
        // A promise's own `then` does not throw.
        let _ = then.call2(&answer, &kept, &refused);
    }
}

fn promised(what: &str, given: &Array) -> Option<Promise> {
    let offered = Reflect::get(&js_sys::global(), &OFFERED.into()).ok()?;
    let offered: Function = offered.dyn_into().ok()?;
    let answer = offered.call2(&JsValue::NULL, &what.into(), given).ok()?;
    answer.dyn_into().ok()
}
