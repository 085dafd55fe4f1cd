//! The port for opening and making files: a worker, which `web/boot.ts` loads and asks.

use crate::offered;
use file_jobs::{FileJob, decode_outcome, encode_job};
use js_sys::{Array, Uint8Array};
use platform::{FileJobDone, FileJobs, WorkerFailed};
use wasm_bindgen::JsCast;

/// What `web/boot.ts` offers: `prepare` and `run`.
const OFFERED: &str = "mindsetFileJobs";

/// Has the worker beside the page do the jobs.
pub struct WorkerFileJobs;

impl FileJobs for WorkerFileJobs {
    fn prepare(&self) {
        // What cannot be loaded now is tried again with the first job.
        offered::call(&[OFFERED, "prepare"], &Array::new());
    }

    fn run(&self, job: &FileJob, done: FileJobDone) {
        let message = Uint8Array::from(&encode_job(job)[..]);
        offered::ask(&[OFFERED, "run"], &Array::of1(&message), move |settled| {
            let message = settled.ok().and_then(|it| it.dyn_into::<Uint8Array>().ok());
            let outcome = message.and_then(|message| decode_outcome(&message.to_vec()));
            done(outcome.ok_or(WorkerFailed));
        });
    }
}
