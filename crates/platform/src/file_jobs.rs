//! Opening and making files, in a worker beside the page.

use file_jobs::{FileJob, FileOutcome};

/// The worker could not be loaded, failed, or did not answer in time. Trying again may help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkerFailed;

/// Called once, with what has come of a job.
pub type FileJobDone = Box<dyn FnOnce(Result<FileOutcome, WorkerFailed>)>;

/// Has files opened and made.
pub trait FileJobs {
    /// A job is likely to follow: loads the worker, where it is not loaded yet.
    fn prepare(&self);

    /// Has a job done. Jobs are done one after the other.
    fn run(&self, job: &FileJob, done: FileJobDone);
}
