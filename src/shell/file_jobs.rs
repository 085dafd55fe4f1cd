//! Jobs for the worker that opens and makes files.

use super::Msg;
use super::shell::Shell;
use file_jobs::{FileJob, FileTask};

impl Shell {
    /// Has a job done; its number, with which [`Msg::FileJobDone`] follows.
    pub fn run_file_job(&mut self, task: FileTask) -> u32 {
        let job = FileJob {
            questionnaires: self.compiled.clone(),
            task,
        };
        let (worker, send) = (self.ports.file_jobs.clone(), self.send.clone());
        self.file_jobs.run(&*worker, &job, move |number, outcome| {
            send.emit(Msg::FileJobDone(number, outcome));
        })
    }
}
