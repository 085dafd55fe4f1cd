//! What this page asks of the outside world: no more of it than it uses, as what stands behind a port
//! is in the program whether it is asked or not.

use embedding::Config;
use platform::{Clock, Content, Downloads, History, Page, TeamWorker};
use std::rc::Rc;

/// The outside world.
#[derive(Clone)]
pub struct TeamPorts {
    /// Questionnaires and texts beside the page.
    pub content: Rc<dyn Content>,
    /// Files handed to the reader.
    pub downloads: Rc<dyn Downloads>,
    /// Reading the results of a team.
    pub team_worker: Rc<dyn TeamWorker>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// The browser's back key.
    pub history: Rc<dyn History>,
    /// The page as a whole.
    pub page: Rc<dyn Page>,
    /// What the address asks for.
    pub config: Rc<Config>,
}

impl PartialEq for TeamPorts {
    /// The same page: there is one set of ports on each.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.page, &other.page) && Rc::ptr_eq(&self.content, &other.content)
    }
}
