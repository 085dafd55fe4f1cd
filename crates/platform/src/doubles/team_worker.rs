//! A worker for the results of a team within the test.

use crate::{FilesChosen, Subscription, TeamSaid, TeamWorker, WorkerFailed};
use std::cell::{Cell, RefCell};
use team_jobs::{TeamAnswer, TeamQuestion};

/// Keeps what it is asked, and says what a test has it say.
#[derive(Default)]
pub struct MemoryTeamWorker {
    /// What was asked, in order.
    pub questions: RefCell<Vec<TeamQuestion>>,
    /// How often files were to be read.
    pub readings: Cell<u32>,
    /// How often reading was to stop.
    pub cancelled: Cell<u32>,
    /// How often the worker was ended.
    pub stopped: Cell<u32>,
    listener: RefCell<Option<(FilesChosen, TeamSaid)>>,
}

impl MemoryTeamWorker {
    /// So many files are chosen.
    pub fn choose(&self, files: u32) {
        let chosen = self
            .listener
            .borrow()
            .as_ref()
            .map(|(chosen, _)| chosen.clone());
        if let Some(chosen) = chosen {
            chosen(files);
        }
    }

    /// The worker says this.
    pub fn say(&self, answer: Result<TeamAnswer, WorkerFailed>) {
        let said = self
            .listener
            .borrow()
            .as_ref()
            .map(|(_, said)| said.clone());
        if let Some(said) = said {
            said(answer);
        }
    }
}

fn one_more(counter: &Cell<u32>) {
    counter.set(counter.get() + 1);
}

impl TeamWorker for MemoryTeamWorker {
    fn listen(&self, chosen: FilesChosen, said: TeamSaid) -> Subscription {
        self.listener.replace(Some((chosen, said)));
        Subscription::new(())
    }

    fn ask(&self, question: &TeamQuestion) {
        self.questions.borrow_mut().push(question.clone());
    }

    fn read(&self) {
        one_more(&self.readings);
    }

    fn cancel(&self) {
        one_more(&self.cancelled);
    }

    fn stop(&self) {
        one_more(&self.stopped);
    }
}
