//! The one call that the worker's script makes: a job in, its outcome out.

use wasm_bindgen::prelude::*;

/// Does a job of `crates/file-jobs`.
#[wasm_bindgen]
pub fn run(job: &[u8]) -> Vec<u8> {
    let outcome = match file_jobs::decode_job(job) {
        Some(job) => files_worker::run(&job),
        None => file_jobs::FileOutcome::Impossible,
    };
    file_jobs::encode_outcome(&outcome)
}

fn main() {}
