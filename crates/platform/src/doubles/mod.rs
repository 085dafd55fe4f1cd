//! In-memory doubles of every port, for tests on any machine: they record what they are
//! asked, and fail on demand.

use model::Timestamp;
use records::Zone;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Clock, Downloads, Files, Ports, Random, ReadDone, ReadError};
use store::backend::Spawn;
use store::doubles::{Browser, Fault};

mod content;
mod file_jobs;
mod page;
mod sealing;
mod sharing;
mod team_worker;
mod timers;

pub use content::{Compiler, MemoryContent};
pub use file_jobs::{FileWorker, MemoryFileJobs};
pub use page::{MemoryHistory, MemoryHost, MemoryPage};
pub use sealing::MemorySealing;
pub use sharing::MemorySharing;
pub use team_worker::MemoryTeamWorker;
pub use timers::MemoryTimers;

/// One double of each kind.
#[derive(Default)]
pub struct Doubles {
    /// See [`MemoryContent`].
    pub content: Rc<MemoryContent>,
    /// The storage of one browser, which every page in front of these doubles shares.
    pub browser: Browser,
    /// How many pages have been opened.
    pages: Cell<u32>,
    /// What goes wrong with the storage of every page.
    fault: Cell<Fault>,
    /// See [`MemoryDownloads`].
    pub downloads: Rc<MemoryDownloads>,
    /// See [`MemoryFiles`].
    pub files: Rc<MemoryFiles>,
    /// See [`MemoryFileJobs`].
    pub file_jobs: Rc<MemoryFileJobs>,
    /// See [`MemorySealing`].
    pub sealing: Rc<MemorySealing>,
    /// See [`SetClock`].
    pub clock: Rc<SetClock>,
    /// See [`Counter`].
    pub random: Rc<Counter>,
    /// See [`MemoryHistory`].
    pub history: Rc<MemoryHistory>,
    /// See [`MemoryHost`].
    pub host: Rc<MemoryHost>,
    /// See [`MemoryPage`].
    pub page: Rc<MemoryPage>,
    /// See [`MemoryTimers`].
    pub timers: Rc<MemoryTimers>,
}

impl Doubles {
    /// The doubles as ports of a new page.
    pub fn ports(&self) -> Ports {
        self.pages.set(self.pages.get() + 1);
        let records = self.browser.tab(&self.page_name(), spawn());
        self.break_storage(self.fault.get());
        Ports {
            content: self.content.clone(),
            records,
            downloads: self.downloads.clone(),
            files: self.files.clone(),
            file_jobs: self.file_jobs.clone(),
            sealing: self.sealing.clone(),
            clock: self.clock.clone(),
            random: self.random.clone(),
            history: self.history.clone(),
            host: self.host.clone(),
            page: self.page.clone(),
            timers: self.timers.clone(),
        }
    }

    /// From now on this goes wrong with the storage of the newest page, and of later ones.
    pub fn break_storage(&self, fault: Fault) {
        self.fault.set(fault);
        self.browser.mirror_fault(&self.page_name(), fault);
        self.browser.database_fault(&self.page_name(), fault);
    }

    fn page_name(&self) -> String {
        format!("page-{}", self.pages.get())
    }
}

/// The background of a page. Natively there is none: no page runs there.
fn spawn() -> Spawn {
    #[cfg(target_arch = "wasm32")]
    return Rc::new(wasm_bindgen_futures::spawn_local);
    #[cfg(not(target_arch = "wasm32"))]
    Rc::new(drop)
}

/// Keeps what was offered: name, media type, bytes.
#[derive(Default)]
pub struct MemoryDownloads(pub RefCell<Vec<(String, String, Vec<u8>)>>);

impl Downloads for MemoryDownloads {
    fn save(&self, name: &str, media_type: &str, bytes: &[u8]) -> bool {
        let file = (name.to_owned(), media_type.to_owned(), bytes.to_vec());
        self.0.borrow_mut().push(file);
        true
    }
}

/// Files chosen in inputs, by the input's id; reading one empties the input.
#[derive(Default)]
pub struct MemoryFiles(pub RefCell<BTreeMap<String, Vec<u8>>>);

impl Files for MemoryFiles {
    fn read(&self, input: &str, max: u32, done: ReadDone) {
        let chosen = self.0.borrow_mut().remove(input);
        done(match chosen {
            None => Err(ReadError::NothingChosen),
            Some(bytes) if bytes.len() as u64 > u64::from(max) => Err(ReadError::TooLarge {
                size: bytes.len() as u64,
            }),
            Some(bytes) => Ok(bytes),
        });
    }
}

/// A clock that stands still until it is set.
pub struct SetClock {
    /// What it says.
    pub now: RefCell<String>,
    /// Seconds since it started.
    pub seconds: Cell<f64>,
}

impl Default for SetClock {
    fn default() -> Self {
        Self {
            now: RefCell::new("2026-03-02T09:30:00+01:00".to_owned()),
            seconds: Cell::new(0.0),
        }
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        Timestamp::parse(&self.now.borrow()).expect("the clock is set to a moment")
    }

    fn seconds(&self) -> f64 {
        self.seconds.get()
    }

    /// UTC on 1 January 1970, whatever it says.
    fn zone(&self) -> Zone {
        Zone::around(0, "Etc/UTC".to_owned(), |_| 0)
    }
}

/// Counts, where the real one is unpredictable: no two calls give the same.
#[derive(Default)]
pub struct Counter(Cell<u128>);

impl Random for Counter {
    fn bytes(&self) -> [u8; 16] {
        self.0.set(self.0.get() + 1);
        self.0.get().to_be_bytes()
    }
}
