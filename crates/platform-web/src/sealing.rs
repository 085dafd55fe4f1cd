//! The sealing port: a worker, which `web/boot.ts` loads when it is asked for and ends when it is
//! done.

use crate::offered;
use js_sys::{Array, Uint8Array};
use platform::{SealDone, SealError, Sealing};
use wasm_bindgen::JsCast;

/// What `web/boot.ts` offers: `run`, which is told what to do and with what, and `stop`.
const OFFERED: &str = "mindsetSealing";

/// Seals with the program beside the page's own.
pub struct LoadedSealing;

impl Sealing for LoadedSealing {
    fn seal(&self, bytes: &[u8], passphrase: &str, done: SealDone) {
        ask("seal", bytes, passphrase, 0, done);
    }

    fn open(&self, sealed: &[u8], passphrase: &str, max: u32, done: SealDone) {
        ask("open", sealed, passphrase, max, done);
    }

    fn stop(&self) {
        offered::call(&[OFFERED, "stop"], &Array::new());
    }
}

fn ask(what: &str, bytes: &[u8], passphrase: &str, max: u32, done: SealDone) {
    let bytes = Uint8Array::from(bytes);
    let given = Array::of4(&what.into(), &bytes, &passphrase.into(), &max.into());
    offered::ask(&[OFFERED, "run"], &given, move |settled| {
        let answer = settled.and_then(|answer| answer.dyn_into::<Uint8Array>());
        done(match answer {
            Ok(bytes) => Ok(bytes.to_vec()),
            // A word of the worker, or what went wrong on the way.
            Err(reason) => Err(match reason.as_string().as_deref() {
                Some("refused") => SealError::Refused,
                Some("damaged") => SealError::Damaged,
                Some("work") => SealError::TooMuchWork,
                Some("size") => SealError::TooBig,
                _ => SealError::NotLoaded,
            }),
        });
    });
}
