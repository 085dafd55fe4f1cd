//! The calls that the worker's script makes.
//!
//! It has the standard allocator: the smaller one of the other programs takes a sixth of the time in
//! which ten thousand files are read.

use std::cell::RefCell;
use team_jobs::{TeamAnswer, decode, encode};
use team_worker::TeamDesk;
use wasm_bindgen::prelude::*;

thread_local! {
    /// What has been read: the one worker has one.
    static DESK: RefCell<TeamDesk> = RefCell::default();
}

fn with_desk<T>(work: impl FnOnce(&mut TeamDesk) -> T) -> T {
    DESK.with_borrow_mut(work)
}

/// Answers a question of `crates/team-jobs`, where it needs an answer.
#[wasm_bindgen]
pub fn ask(message: &[u8]) -> Option<Vec<u8>> {
    let answer = match decode(message) {
        Some(question) => with_desk(|desk| desk.ask(question)),
        None => Some(TeamAnswer::Impossible),
    };
    answer.map(|answer| encode(&answer))
}

/// So many files follow.
#[wasm_bindgen]
pub fn begin(files: u32) {
    with_desk(|desk| desk.begin(files));
}

/// Reads a file of this path.
#[wasm_bindgen]
pub fn read(path: &str, bytes: &[u8]) {
    with_desk(|desk| desk.read(path, bytes));
}

/// Leaves out a file of so many bytes that is too large or cannot be read.
#[wasm_bindgen]
pub fn refuse(path: &str, size: f64) {
    with_desk(|desk| desk.refuse(path, size as u64));
}

/// How far it is.
#[wasm_bindgen]
pub fn progress() -> Vec<u8> {
    encode(&with_desk(|desk| desk.progress()))
}

/// Every file has been read.
#[wasm_bindgen]
pub fn finish() -> Vec<u8> {
    encode(&with_desk(TeamDesk::finish))
}

/// Forgets the files of this reading.
#[wasm_bindgen]
pub fn cancel() -> Vec<u8> {
    encode(&with_desk(TeamDesk::cancel))
}

/// What a manager answered about the situation.
#[wasm_bindgen]
pub fn mirror(bytes: &[u8]) -> Vec<u8> {
    encode(&with_desk(|desk| desk.mirror(bytes)))
}

fn main() {}
