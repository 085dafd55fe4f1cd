//! The two calls that the worker's script makes, as JavaScript sees them.

use sealing::NotOpened;
use wasm_bindgen::prelude::*;

/// The bytes under a passphrase.
#[wasm_bindgen]
pub fn seal(bytes: &[u8], passphrase: &str) -> Result<Vec<u8>, JsError> {
    Ok(sealing::seal(bytes, passphrase)?)
}

/// What is under this passphrase, of at most `max` bytes. Throws a word: `refused`, `work`,
/// `damaged` or `size`.
#[wasm_bindgen]
pub fn open(sealed: &[u8], passphrase: &str, max: usize) -> Result<Vec<u8>, JsValue> {
    sealing::open(sealed, passphrase, max).map_err(|error| {
        JsValue::from_str(match error {
            NotOpened::Refused => "refused",
            NotOpened::TooMuchWork => "work",
            NotOpened::Damaged => "damaged",
            NotOpened::TooBig => "size",
        })
    })
}

fn main() {}
