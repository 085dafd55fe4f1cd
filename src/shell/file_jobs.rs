//! Jobs for the worker that opens and makes files.

use super::Msg;
use super::shell::Shell;
use file_jobs::{FileJob, FileTask};

impl Shell {
    /// Has a job done; its number, with which [`Msg::FileJobDone`] follows.
    pub fn run_file_job(&mut self, task: FileTask) -> u32 {
        self.file_jobs += 1;
        let number = self.file_jobs;
        let job = FileJob {
            questionnaires: self.compiled.clone(),
            task,
        };
        let send = self.send.clone();
        let done = Box::new(move |outcome| send.emit(Msg::FileJobDone(number, outcome)));
        self.ports.file_jobs.run(&job, done);
        number
    }
}
