//! What the app asks of the outside world, as traits.
//!
//! What the records of this device need of the browser is in `store`; everything else is here.
//! The doubles for tests live in [`doubles`].

mod clock;
mod content;
pub mod doubles;
mod downloads;
mod file_jobs;
mod files;
mod history;
mod host;
mod page;
mod random;
mod sealing;
mod sharing;
mod subscription;
mod team_worker;
mod timers;

use std::rc::Rc;

pub use clock::{Clock, Local};
pub use content::{CompileDone, CompileError, Content, ContentDone, ContentError};
pub use downloads::Downloads;
pub use file_jobs::{FileJobDone, FileJobs, WorkerFailed};
pub use files::{Files, ReadDone, ReadError};
pub use history::History;
pub use host::{Host, HostCommand, Sight};
pub use page::Page;
pub use random::{Random, new_id};
pub use sealing::{SealDone, SealError, Sealing};
pub use sharing::{CopyDone, Sharing};
pub use subscription::Subscription;
pub use team_worker::{FilesChosen, TeamSaid, TeamWorker};
pub use timers::Timers;

/// Every port, in one value that is cheap to clone and to hand to a component.
#[derive(Clone)]
pub struct Ports {
    /// Questionnaires beside the page.
    pub content: Rc<dyn Content>,
    /// What the records of this device stand on.
    pub records: store::Backends,
    /// Files handed to the reader.
    pub downloads: Rc<dyn Downloads>,
    /// Files the reader hands in.
    pub files: Rc<dyn Files>,
    /// Opening and making files.
    pub file_jobs: Rc<dyn FileJobs>,
    /// Files under a passphrase.
    pub sealing: Rc<dyn Sealing>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// Random bytes, for ids.
    pub random: Rc<dyn Random>,
    /// The browser's back key.
    pub history: Rc<dyn History>,
    /// The page around this one.
    pub host: Rc<dyn Host>,
    /// The page as a whole.
    pub page: Rc<dyn Page>,
    /// Doing something a little later.
    pub timers: Rc<dyn Timers>,
}

impl PartialEq for Ports {
    /// The same ports, not ports that behave alike: what a component needs to know is
    /// whether it was handed another set.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.content, &other.content)
            && Rc::ptr_eq(&self.records.clock, &other.records.clock)
            && Rc::ptr_eq(&self.downloads, &other.downloads)
            && Rc::ptr_eq(&self.files, &other.files)
            && Rc::ptr_eq(&self.file_jobs, &other.file_jobs)
            && Rc::ptr_eq(&self.sealing, &other.sealing)
            && Rc::ptr_eq(&self.clock, &other.clock)
            && Rc::ptr_eq(&self.random, &other.random)
            && Rc::ptr_eq(&self.history, &other.history)
            && Rc::ptr_eq(&self.host, &other.host)
            && Rc::ptr_eq(&self.page, &other.page)
            && Rc::ptr_eq(&self.timers, &other.timers)
    }
}
