//! Browser tests: the whole app in a real browser, in front of in-memory ports.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "the tests look at the page from outside"
)]

mod agreements;
mod answering;
mod calculator;
mod file_jobs;
mod finishing;
mod keeping;
mod languages;
mod ports;
mod questionnaires;
mod refusing;
mod saving;
mod stage;
mod state;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
