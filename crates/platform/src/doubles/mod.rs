//! In-memory doubles of every port, for tests on any machine: they record what they are
//! asked, and fail on demand.

use records::Zone;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{
    Clock, Done, Downloads, Files, Ports, Random, ReadDone, ReadError, Storage, StorageError,
};

mod content;
mod file_jobs;
mod page;
mod sealing;
mod timers;

pub use content::{Compiler, MemoryContent};
pub use file_jobs::{FileWorker, MemoryFileJobs};
pub use page::{MemoryHistory, MemoryHost, MemoryPage};
pub use sealing::MemorySealing;
pub use timers::MemoryTimers;

/// One double of each kind.
#[derive(Default)]
pub struct Doubles {
    /// See [`MemoryContent`].
    pub content: Rc<MemoryContent>,
    /// See [`MemoryStorage`].
    pub storage: Rc<MemoryStorage>,
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
    /// The doubles as ports.
    pub fn ports(&self) -> Ports {
        Ports {
            content: self.content.clone(),
            storage: self.storage.clone(),
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
}

/// A store that can be told to fail.
#[derive(Default)]
pub struct MemoryStorage {
    /// What is stored, without the prefix.
    pub entries: RefCell<BTreeMap<String, String>>,
    /// Reading fails so.
    pub load_error: Cell<Option<StorageError>>,
    /// Writing fails so.
    pub write_error: Cell<Option<StorageError>>,
    /// How often something was written or removed.
    pub writes: Cell<u32>,
    /// Removing a key that ends so fails.
    pub stuck: RefCell<Option<String>>,
}

impl MemoryStorage {
    /// A store with these entries.
    pub fn with<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> Rc<Self> {
        let entries = entries
            .into_iter()
            .map(|(key, text)| (key.to_owned(), text.to_owned()));
        Rc::new(Self {
            entries: RefCell::new(entries.collect()),
            ..Self::default()
        })
    }

    /// Refuses everything from now on, as a browser that blocks site data does.
    pub fn deny(&self) {
        self.load_error.set(Some(StorageError::Denied));
        self.write_error.set(Some(StorageError::Denied));
    }

    /// The text under a key.
    pub fn get(&self, key: &str) -> Option<String> {
        self.entries.borrow().get(key).cloned()
    }

    /// All keys, in order.
    pub fn keys(&self) -> Vec<String> {
        self.entries.borrow().keys().cloned().collect()
    }
}

impl Storage for MemoryStorage {
    fn load(&self) -> Result<Vec<(String, String)>, StorageError> {
        match self.load_error.get() {
            Some(error) => Err(error),
            None => Ok(self.entries.borrow().clone().into_iter().collect()),
        }
    }

    fn write(&self, key: &str, value: &str, done: Done) {
        self.writes.set(self.writes.get() + 1);
        if let Some(error) = self.write_error.get() {
            return done(Err(error));
        }
        let mut entries = self.entries.borrow_mut();
        entries.insert(key.to_owned(), value.to_owned());
        drop(entries);
        done(Ok(()));
    }

    fn remove(&self, key: &str, done: Done) {
        self.writes.set(self.writes.get() + 1);
        let denied = self.load_error.get();
        let stuck = self.stuck.borrow();
        if denied.is_some()
            || stuck
                .as_ref()
                .is_some_and(|end| key.ends_with(end.as_str()))
        {
            return done(Err(denied.unwrap_or(StorageError::Failed)));
        }
        self.entries.borrow_mut().remove(key);
        done(Ok(()));
    }
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
    fn now(&self) -> String {
        self.now.borrow().clone()
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
