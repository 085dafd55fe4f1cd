//! The worker that reads the results of a team, and the files that are handed to it.

use crate::{Subscription, WorkerFailed};
use std::rc::Rc;
use team_jobs::{TeamAnswer, TeamQuestion};

/// Hears how many files were chosen or dropped.
pub type FilesChosen = Rc<dyn Fn(u32)>;

/// Hears what the worker says, without an end.
pub type TeamSaid = Rc<dyn Fn(Result<TeamAnswer, WorkerFailed>)>;

/// Has the results of a team read. The page never has what is in a file.
pub trait TeamWorker {
    /// Calls when files were chosen or dropped, which wait for [`Self::read`], and when the worker says
    /// something.
    fn listen(&self, chosen: FilesChosen, said: TeamSaid) -> Subscription;

    /// Asks the worker something; it is started for the first question. The answers come in the order
    /// of the questions.
    fn ask(&self, question: &TeamQuestion);

    /// Has the worker read the files that wait.
    fn read(&self);

    /// Has the worker stop reading; none of the files that it was reading counts.
    fn cancel(&self);

    /// Ends the worker, with everything that it has read.
    fn stop(&self);
}
