//! Opens and makes files beside the page: the readers and writers of every format, which the page
//! itself does without.

mod make;
mod open;
mod refusal;

use file_jobs::{FileJob, FileOutcome, FileTask};
use model::Instrument;
pub use refusal::sentence;
use std::rc::Rc;

/// Does a job.
pub fn run(job: &FileJob) -> FileOutcome {
    let Some(instruments) = instruments(&job.questionnaires) else {
        return FileOutcome::Impossible;
    };
    match &job.task {
        FileTask::Make(file) => make::make(file, &instruments),
        FileTask::Open(bytes) => open::open(bytes, &instruments),
        FileTask::OpenAsCode(bytes) => open::open_as_code(bytes, &instruments),
        FileTask::Calendar(calendar) => make::calendar(calendar),
    }
}

/// The questionnaires of these compiled files, each in all the languages that it comes in; nothing where
/// one of the files is not sound.
pub fn instruments(files: &[Vec<u8>]) -> Option<Vec<Rc<Instrument>>> {
    let mut all: Vec<Instrument> = Vec::new();
    for file in files {
        let read = compiled::decode(file).ok()?.instrument;
        let known = all.iter().position(|known| known.is(&read.reference()));
        let joined = match known {
            Some(known) => all.remove(known).with_language(read)?,
            None => read,
        };
        all.push(joined);
    }
    Some(all.into_iter().map(Rc::new).collect())
}
