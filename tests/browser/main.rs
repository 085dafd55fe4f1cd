//! Browser tests: the whole app in a real browser, in front of in-memory ports.
#![cfg(target_arch = "wasm32")]

mod answering;
mod finishing;
mod keeping;
mod languages;
mod ports;
mod refusing;
mod saving;
mod stage;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
