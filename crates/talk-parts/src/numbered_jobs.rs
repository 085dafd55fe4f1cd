//! Jobs for the worker that opens and makes files.

use file_jobs::{FileJob, FileOutcome};
use platform::{FileJobs, WorkerFailed};

/// The jobs that a page has given: what comes of one is known by its number.
#[derive(Default)]
pub struct NumberedJobs(u32);

impl NumberedJobs {
    /// Has a job done; its number, with which `done` is called.
    pub fn run(
        &mut self,
        worker: &dyn FileJobs,
        job: &FileJob,
        done: impl FnOnce(u32, Result<FileOutcome, WorkerFailed>) + 'static,
    ) -> u32 {
        self.0 += 1;
        let number = self.0;
        worker.run(job, Box::new(move |outcome| done(number, outcome)));
        number
    }
}
