//! The port for opening and making files: a worker, which `web/boot.ts` loads and asks.

use crate::promise::settled;
use file_jobs::{FileJob, decode_outcome, encode_job};
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use platform::{FileJobDone, FileJobs, WorkerFailed};
use wasm_bindgen::{JsCast, JsValue};

/// What `web/boot.ts` offers: `prepare` and `run`.
const OFFERED: &str = "mindsetFileJobs";

/// Has the worker beside the page do the jobs.
pub struct WorkerFileJobs;

impl FileJobs for WorkerFileJobs {
    fn prepare(&self) {
        // What cannot be loaded now is tried again with the first job.
        call("prepare", &Array::new());
    }

    fn run(&self, job: &FileJob, done: FileJobDone) {
        let message = Uint8Array::from(&encode_job(job)[..]);
        let answer = call("run", &Array::of1(&message));
        let Some(answer) = answer.and_then(|answer| answer.dyn_into::<Promise>().ok()) else {
            return done(Err(WorkerFailed));
        };
        settled(&answer, move |settled| {
            let message = settled.ok().and_then(|it| it.dyn_into::<Uint8Array>().ok());
            let outcome = message.and_then(|message| decode_outcome(&message.to_vec()));
            done(outcome.ok_or(WorkerFailed));
        });
    }
}

fn call(name: &str, given: &Array) -> Option<JsValue> {
    let offered = Reflect::get(&js_sys::global(), &OFFERED.into()).ok()?;
    let function: Function = Reflect::get(&offered, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&JsValue::NULL, given).ok()
}
