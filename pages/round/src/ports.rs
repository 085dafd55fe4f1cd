//! What this page asks of the outside world: no more of it than it uses, as what stands behind a port
//! is in the program whether it is asked or not.

use embedding::Config;
use platform::{Clock, Content, FileJobs, Files, History, Page, Random, Sharing};
use std::rc::Rc;

/// The outside world.
#[derive(Clone)]
pub struct RoundPorts {
    /// Questionnaires and texts beside the page.
    pub content: Rc<dyn Content>,
    /// What the records of this device stand on.
    pub records: store::Backends,
    /// Files the reader hands in.
    pub files: Rc<dyn Files>,
    /// Opening files.
    pub file_jobs: Rc<dyn FileJobs>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// Random bytes: for the mask, and for ids.
    pub random: Rc<dyn Random>,
    /// The browser's back key.
    pub history: Rc<dyn History>,
    /// The page as a whole.
    pub page: Rc<dyn Page>,
    /// Sharing and copying.
    pub sharing: Rc<dyn Sharing>,
    /// What the address asks for.
    pub config: Rc<Config>,
}

impl PartialEq for RoundPorts {
    /// The same page: there is one set of ports on each.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page) && Rc::ptr_eq(&self.content, &other.content)
    }
}
