//! Opens and makes files beside the page: the readers and writers of every format, which the page
//! itself does without.

mod make;
mod open;

use file_jobs::{FileJob, FileOutcome, FileTask};
use model::Instrument;
use std::rc::Rc;

/// Does a job.
pub fn run(job: &FileJob) -> FileOutcome {
    let Some(instruments) = instruments(&job.questionnaires) else {
        return FileOutcome::Impossible;
    };
    match &job.task {
        FileTask::Make(file) => make::make(file, &instruments),
        FileTask::Open(bytes) => open::open(bytes, &instruments),
    }
}

/// The questionnaires of these files, each in all the languages that it comes in; nothing where
/// one of the files is not sound.
fn instruments(files: &[Vec<u8>]) -> Option<Vec<Rc<Instrument>>> {
    let mut all: Vec<Rc<Instrument>> = Vec::new();
    for file in files {
        let read = compiled::decode(file).ok()?.instrument;
        match all.iter_mut().find(|known| known.is(&read.reference())) {
            Some(known) => *known = Rc::new(Instrument::clone(known).with_language(read)?),
            None => all.push(Rc::new(read)),
        }
    }
    Some(all)
}
