//! The sealing port: a program of its own, which `web/boot.ts` loads when it is asked for.

use crate::offered;
use js_sys::{Array, Uint8Array};
use platform::{SealDone, SealError, Sealing};
use wasm_bindgen::JsCast;

/// What `web/boot.ts` offers: a function that is told what to do, and with what.
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
    let given = Array::of2(&what.into(), given);
    offered::ask(&[OFFERED], &given, move |settled| {
        done(match settled {
            Ok(value) => value
                .dyn_into::<Uint8Array>()
                .map(|bytes| bytes.to_vec())
                .map_err(|_| SealError::NotLoaded),
            Err(reason) => Err(match reason.as_string().as_deref() {
                Some("refused") => SealError::Refused,
                Some("work") => SealError::TooMuchWork,
                Some("size") => SealError::TooBig,
                _ => SealError::NotLoaded,
            }),
        });
    });
}
