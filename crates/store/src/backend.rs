//! What the store needs of the browser. Every trait is object safe; futures are boxed and
//! stay in their thread.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A future of this thread.
pub type LocalBoxFuture<T> = Pin<Box<dyn Future<Output = T>>>;

pub use crate::rows::Rows;

/// One change of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Sets the row of this name.
    Put(String, String),
    /// Removes the row of this name; that it is not there is no error.
    Remove(String),
}

impl Write {
    /// The name of the row.
    pub fn name(&self) -> &str {
        match self {
            Self::Put(name, _) | Self::Remove(name) => name,
        }
    }

    /// The text of the row from now on; `None` where it is removed.
    pub fn text(&self) -> Option<&String> {
        match self {
            Self::Put(_, text) => Some(text),
            Self::Remove(_) => None,
        }
    }
}

/// Which rows a transaction reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Every row.
    All,
    /// The rows with these names, as far as they are there.
    Names(Vec<String>),
}

/// What a transaction is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Its decision writes nothing.
    Read,
    /// It may write.
    Write(Durability),
}

/// How certain a completed transaction must be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Durability {
    /// Handed to the operating system: survives the end of the browser.
    #[default]
    Relaxed,
    /// Written to the medium: survives a power cut.
    Strict,
}

/// Why a backend did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser refuses storage here (a sandboxed frame, blocked site data).
    Denied,
    /// There is no room left.
    Full,
    /// No answer within the time limit. What was asked may still happen.
    TimedOut,
    /// Anything else.
    Failed,
}

/// Looks at what a transaction read and says what it writes. Called at most once, in the
/// transaction: no other transaction comes between what it sees and what it writes.
pub type Decide = Box<dyn FnOnce(&Rows) -> Vec<Write>>;

/// Transactions that exclude each other over all tabs of an origin.
pub trait Database {
    /// Starts a transaction at once, whether or not the future is polled: reads `scope`, asks
    /// `decide`, writes all of its answer or none. Transactions of one tab run in the order in
    /// which they were started. Completes when the transaction has completed, never earlier.
    ///
    /// # Errors
    /// Nothing was written, or, with [`Trouble::TimedOut`] alone, perhaps everything.
    fn transact(
        &self,
        scope: Scope,
        mode: Mode,
        decide: Decide,
    ) -> LocalBoxFuture<Result<(), Trouble>>;
}

/// A small synchronous map from name to text, under our prefix. Two tabs that read, change
/// and write it lose updates, so it never decides where a database can be had.
pub trait Mirror {
    /// Every row under our prefix.
    ///
    /// # Errors
    /// When the browser refuses.
    fn read_all(&self) -> Result<Rows, Trouble>;

    /// Sets a row. When it fails, what stood there before still stands there.
    ///
    /// # Errors
    /// When the browser refuses, or there is no room.
    fn put(&self, name: &str, text: &str) -> Result<(), Trouble>;

    /// Removes a row; that it is not there is no error.
    ///
    /// # Errors
    /// When the browser refuses.
    fn remove(&self, name: &str) -> Result<(), Trouble>;
}

/// How a lock is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ask {
    /// Only when nobody holds it.
    IfFree,
    /// In any case: who holds it loses it.
    Steal,
}

/// The answer to a request for a lock.
pub enum Asked {
    /// It is held until this is dropped.
    Held(Box<dyn std::any::Any>),
    /// Another tab holds it.
    Taken,
    /// This browser has no locks.
    Unsupported,
}

/// Named locks over all tabs of an origin.
pub trait Locks {
    /// Asks for the lock of this name, without waiting for its holder. `lost` is called when
    /// another tab has stolen it, and never after it was released.
    fn request(&self, name: &str, ask: Ask, lost: Box<dyn FnOnce()>) -> LocalBoxFuture<Asked>;
}

/// Notices to the other tabs of an origin. They may be late, doubled, reordered or lost.
pub trait Channel {
    /// Says to every other tab that something has changed.
    fn post(&self);

    /// Calls `heard` whenever another tab has posted, for as long as the channel lives.
    fn listen(&self, heard: Rc<dyn Fn()>);
}

/// The time.
pub trait Clock {
    /// Milliseconds since 1970-01-01T00:00Z, as the device has it.
    fn now(&self) -> i64;

    /// Completes after this many milliseconds.
    fn sleep(&self, milliseconds: u32) -> LocalBoxFuture<()>;
}

/// Runs a future in the background of this thread.
pub type Spawn = Rc<dyn Fn(LocalBoxFuture<()>)>;

/// Everything that a store stands on. What is `None` is not there in this browser.
#[derive(Clone)]
pub struct Backends {
    /// The truth.
    pub database: Option<Rc<dyn Database>>,
    /// A copy of each record; the truth where no database can be had.
    pub mirror: Option<Rc<dyn Mirror>>,
    /// What ends with the tab.
    pub session: Option<Rc<dyn Mirror>>,
    /// Who may write.
    pub locks: Option<Rc<dyn Locks>>,
    /// The other tabs.
    pub channel: Option<Rc<dyn Channel>>,
    /// The time.
    pub clock: Rc<dyn Clock>,
    /// The background.
    pub spawn: Spawn,
    /// A name for this visit to the page that no other visit ever has: 1 to 32 of
    /// `A-Z a-z 0-9 _ -`, from a source of chance.
    pub tab: Rc<str>,
}
