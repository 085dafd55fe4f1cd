//! Reads the results of a team beside its page, and says of them only what may be shown.

use team_jobs::{TeamAnswer, TeamQuestion};

/// What has been read, until the worker is ended.
#[derive(Default)]
pub struct TeamDesk {
    done: u32,
    total: u32,
}

impl TeamDesk {
    /// Answers a question of the page.
    pub fn ask(&mut self, question: TeamQuestion) -> TeamAnswer {
        match question {
            TeamQuestion::Questionnaires(_) | TeamQuestion::Pasted(_) => TeamAnswer::Read,
        }
    }

    /// So many files follow.
    pub fn begin(&mut self, files: u32) {
        (self.done, self.total) = (0, files);
    }

    /// Reads a file.
    pub fn read(&mut self, _path: &str, _bytes: &[u8]) {
        self.done += 1;
    }

    /// Leaves out a file that is too large, or that the browser could not read.
    pub fn refuse(&mut self, _path: &str, _size: u64) {
        self.done += 1;
    }

    /// How far it is.
    pub fn progress(&self) -> TeamAnswer {
        TeamAnswer::Progress {
            done: self.done,
            total: self.total,
        }
    }

    /// Every file has been read.
    pub fn finish(&mut self) -> TeamAnswer {
        TeamAnswer::Read
    }

    /// Forgets the files of this reading.
    pub fn cancel(&mut self) -> TeamAnswer {
        TeamAnswer::Cancelled
    }
}
