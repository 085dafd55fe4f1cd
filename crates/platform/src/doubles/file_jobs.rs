//! A worker for files within the test.

use crate::{FileJobDone, FileJobs, WorkerFailed};
use file_jobs::{FileJob, FileOutcome};
use std::cell::{Cell, RefCell};

/// Does a job in a test.
pub type FileWorker = fn(&FileJob) -> FileOutcome;

/// Hands the jobs to the function that a test puts in, by way of the messages that a browser's
/// worker gets; without one every job fails.
#[derive(Default)]
pub struct MemoryFileJobs {
    /// Does the jobs.
    pub worker: Cell<Option<FileWorker>>,
    /// Nothing is answered until [`MemoryFileJobs::answer`].
    pub slow: Cell<bool>,
    /// How often the worker was prepared.
    pub prepared: Cell<u32>,
    /// What was asked for, in order.
    pub jobs: RefCell<Vec<FileJob>>,
    waiting: RefCell<Vec<Box<dyn FnOnce()>>>,
}

impl MemoryFileJobs {
    /// Answers what waits, the first first.
    pub fn answer(&self) {
        let waiting = self.waiting.take();
        waiting.into_iter().for_each(|answer| answer());
    }
}

impl FileJobs for MemoryFileJobs {
    fn prepare(&self) {
        self.prepared.set(self.prepared.get() + 1);
    }

    fn run(&self, job: &FileJob, done: FileJobDone) {
        self.jobs.borrow_mut().push(job.clone());
        let outcome = self.worker.get().and_then(|worker| {
            let job = file_jobs::decode_job(&file_jobs::encode_job(job))?;
            file_jobs::decode_outcome(&file_jobs::encode_outcome(&worker(&job)))
        });
        let answer: Box<dyn FnOnce()> = Box::new(move || done(outcome.ok_or(WorkerFailed)));
        match self.slow.get() {
            true => self.waiting.borrow_mut().push(answer),
            false => answer(),
        }
    }
}
