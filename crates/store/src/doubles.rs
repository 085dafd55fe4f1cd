//! A browser in memory that several simulated tabs share: a database, a mirror, locks,
//! notices and a clock, with faults on demand. It runs nothing by itself: the test brings an
//! executor, and decides what happens next.

use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::future::ready;
use std::rc::{Rc, Weak};

use futures_channel::oneshot;

use crate::backend::{
    Ask, Asked, Backends, Channel, Clock, Database, Decide, LocalBoxFuture, Locks, Mirror, Mode,
    Rows, Scope, Spawn, Trouble, Write,
};
use crate::stand_in::within;

/// What goes wrong for one tab.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    #[default]
    None,
    /// Everything is refused.
    Denied,
    /// Reading and removing work, writing fails.
    Full,
    /// Nothing answers, until the fault is lifted; then everything happens late.
    Hanging,
    /// A transaction decides, and fails when it should complete.
    Aborting,
}

/// The browser.
#[derive(Clone, Default)]
pub struct Browser(Rc<RefCell<Inside>>);

#[derive(Default)]
struct Inside {
    database: Rows,
    mirror: Rows,
    now: i64,
    by_hand: bool,
    without_locks: bool,
    tabs: BTreeMap<Rc<str>, Tab>,
    locks: BTreeMap<String, Holder>,
    tokens: u32,
    timers: Vec<(i64, oneshot::Sender<()>)>,
    notices: VecDeque<Rc<str>>,
}

#[derive(Default)]
struct Tab {
    database: Fault,
    mirror: Fault,
    session: Rows,
    waiting: VecDeque<Transaction>,
    answers: VecDeque<(Answer, Result<(), Trouble>)>,
    listener: Option<Rc<dyn Fn()>>,
}

type Answer = oneshot::Sender<Result<(), Trouble>>;

struct Transaction {
    scope: Scope,
    decide: Decide,
    answer: Answer,
}

struct Holder {
    token: u32,
    tab: Rc<str>,
    lost: Box<dyn FnOnce()>,
}

impl Browser {
    /// Backends for a new tab of this name.
    pub fn tab(&self, name: &str, spawn: Spawn) -> Backends {
        let name: Rc<str> = name.into();
        self.0
            .borrow_mut()
            .tabs
            .insert(name.clone(), Tab::default());
        let part = |of_session| Part {
            browser: self.clone(),
            tab: name.clone(),
            of_session,
        };
        Backends {
            database: Some(Rc::new(part(false))),
            mirror: Some(Rc::new(part(false))),
            session: Some(Rc::new(part(true))),
            locks: Some(Rc::new(part(false))),
            channel: Some(Rc::new(part(false))),
            clock: Rc::new(part(false)),
            spawn,
            tab: name,
        }
    }

    /// From now on transactions and notices wait for [`Self::run_transaction`],
    /// [`Self::deliver_answer`] and [`Self::deliver_notice`].
    pub fn by_hand(&self) {
        self.0.borrow_mut().by_hand = true;
    }

    /// This browser has no locks.
    pub fn without_locks(&self) {
        self.0.borrow_mut().without_locks = true;
    }

    /// What goes wrong with the database in this tab.
    pub fn database_fault(&self, tab: &str, fault: Fault) {
        if let Some(tab) = self.0.borrow_mut().tabs.get_mut(tab) {
            tab.database = fault;
        }
        self.catch_up();
    }

    /// What goes wrong with the mirror in this tab.
    pub fn mirror_fault(&self, tab: &str, fault: Fault) {
        if let Some(tab) = self.0.borrow_mut().tabs.get_mut(tab) {
            tab.mirror = fault;
        }
    }

    /// Runs the next transaction of this tab; its answer waits. Whether there was one.
    pub fn run_transaction(&self, tab: &str) -> bool {
        let mut inside = self.0.borrow_mut();
        let Some(state) = inside.tabs.get_mut(tab) else {
            return false;
        };
        let fault = state.database;
        if fault == Fault::Hanging {
            return false;
        }
        let Some(transaction) = state.waiting.pop_front() else {
            return false;
        };
        drop(inside);
        let result = self.run(transaction.scope, fault, transaction.decide);
        let mut inside = self.0.borrow_mut();
        if let Some(state) = inside.tabs.get_mut(tab) {
            state.answers.push_back((transaction.answer, result));
        }
        true
    }

    /// Gives this tab the next answer. Whether there was one.
    pub fn deliver_answer(&self, tab: &str) -> bool {
        let mut inside = self.0.borrow_mut();
        let next = inside
            .tabs
            .get_mut(tab)
            .and_then(|tab| tab.answers.pop_front());
        drop(inside);
        let Some((answer, result)) = next else {
            return false;
        };
        // A tab that has stopped waiting does not hear.
        let _ = answer.send(result);
        true
    }

    /// Gives one waiting notice, the first or the last one, to its tab, or loses it. Whether
    /// there was one.
    pub fn deliver_notice(&self, first: bool, lose: bool) -> bool {
        let mut inside = self.0.borrow_mut();
        let next = match first {
            true => inside.notices.pop_front(),
            false => inside.notices.pop_back(),
        };
        let Some(tab) = next else { return false };
        let listener = inside.tabs.get(&tab).and_then(|tab| tab.listener.clone());
        drop(inside);
        if let Some(listener) = listener.filter(|_| !lose) {
            listener();
        }
        true
    }

    /// Ends a tab at once. `finish` says whether transactions that it had started still happen.
    pub fn kill(&self, tab: &str, finish: bool) {
        while finish && self.run_transaction(tab) {}
        let mut inside = self.0.borrow_mut();
        let ended = inside.tabs.remove(tab);
        let names: Vec<String> = inside
            .locks
            .iter()
            .filter(|(_, holder)| *holder.tab == *tab)
            .map(|(name, _)| name.clone())
            .collect();
        let released: Vec<_> = names.iter().map(|name| inside.locks.remove(name)).collect();
        drop(inside);
        drop((ended, released));
    }

    /// Lets time pass, in milliseconds; a negative amount sets the clock back.
    pub fn advance(&self, milliseconds: i64) {
        let mut inside = self.0.borrow_mut();
        inside.now += milliseconds;
        let now = inside.now;
        let timers = std::mem::take(&mut inside.timers);
        let (due, later): (Vec<_>, Vec<_>) = timers.into_iter().partition(|(at, _)| *at <= now);
        inside.timers = later;
        drop(inside);
        for (_, timer) in due {
            let _ = timer.send(());
        }
    }

    /// The rows of the database, as they are.
    pub fn database(&self) -> Rows {
        self.0.borrow().database.clone()
    }

    /// The rows of the mirror, as they are.
    pub fn mirror(&self) -> Rows {
        self.0.borrow().mirror.clone()
    }

    /// Changes rows of the database behind the store's back.
    pub fn edit_database(&self, edit: impl FnOnce(&mut Rows)) {
        edit(&mut self.0.borrow_mut().database);
    }

    /// Changes rows of the mirror behind the store's back.
    pub fn edit_mirror(&self, edit: impl FnOnce(&mut Rows)) {
        edit(&mut self.0.borrow_mut().mirror);
    }

    fn catch_up(&self) {
        if self.0.borrow().by_hand {
            return;
        }
        let tabs: Vec<Rc<str>> = self.0.borrow().tabs.keys().cloned().collect();
        for tab in tabs {
            while self.run_transaction(&tab) | self.deliver_answer(&tab) {}
        }
    }

    fn run(&self, scope: Scope, fault: Fault, decide: Decide) -> Result<(), Trouble> {
        if fault == Fault::Denied {
            return Err(Trouble::Denied);
        }
        let rows = within(&self.0.borrow().database, &scope);
        let writes = decide(&rows);
        let puts = writes.iter().any(|write| matches!(write, Write::Put(..)));
        match fault {
            Fault::Full if puts => return Err(Trouble::Full),
            Fault::Aborting if !writes.is_empty() => return Err(Trouble::Failed),
            _ => (),
        }
        let mut inside = self.0.borrow_mut();
        for write in writes {
            match write {
                Write::Put(name, text) => inside.database.insert(name, text),
                Write::Remove(name) => inside.database.remove(&name),
            };
        }
        Ok(())
    }
}

/// One backend of one tab.
struct Part {
    browser: Browser,
    tab: Rc<str>,
    of_session: bool,
}

impl Database for Part {
    fn transact(
        &self,
        scope: Scope,
        _: Mode,
        decide: Decide,
    ) -> LocalBoxFuture<Result<(), Trouble>> {
        let (answer, heard) = oneshot::channel();
        let transaction = Transaction {
            scope,
            decide,
            answer,
        };
        let mut inside = self.browser.0.borrow_mut();
        if let Some(tab) = inside.tabs.get_mut(&self.tab) {
            tab.waiting.push_back(transaction);
        }
        drop(inside);
        self.browser.catch_up();
        Box::pin(async { heard.await.unwrap_or(Err(Trouble::Failed)) })
    }
}

impl Part {
    fn with_rows<T>(&self, put: bool, act: impl FnOnce(&mut Rows) -> T) -> Result<T, Trouble> {
        let mut inside = self.browser.0.borrow_mut();
        let tab = inside.tabs.get_mut(&self.tab).ok_or(Trouble::Failed)?;
        match tab.mirror {
            Fault::Denied => Err(Trouble::Denied),
            Fault::Full if put => Err(Trouble::Full),
            _ if self.of_session => Ok(act(&mut tab.session)),
            _ => Ok(act(&mut inside.mirror)),
        }
    }
}

impl Mirror for Part {
    fn read_all(&self) -> Result<Rows, Trouble> {
        self.with_rows(false, |rows| rows.clone())
    }

    fn put(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let (name, text) = (name.to_owned(), text.to_owned());
        self.with_rows(true, |rows| drop(rows.insert(name, text)))
    }

    fn remove(&self, name: &str) -> Result<(), Trouble> {
        self.with_rows(false, |rows| drop(rows.remove(name)))
    }
}

/// Gives a lock up when it is dropped.
struct Lock {
    browser: Weak<RefCell<Inside>>,
    name: String,
    token: u32,
}

impl Drop for Lock {
    fn drop(&mut self) {
        let Some(browser) = self.browser.upgrade() else {
            return;
        };
        let mut inside = browser.borrow_mut();
        let held = inside.locks.get(&self.name);
        let released = held
            .is_some_and(|holder| holder.token == self.token)
            .then(|| inside.locks.remove(&self.name));
        drop(inside);
        drop(released);
    }
}

impl Locks for Part {
    fn request(&self, name: &str, ask: Ask, lost: Box<dyn FnOnce()>) -> LocalBoxFuture<Asked> {
        let mut inside = self.browser.0.borrow_mut();
        if inside.without_locks {
            return Box::pin(ready(Asked::Unsupported));
        }
        if inside.locks.contains_key(name) && ask == Ask::IfFree {
            return Box::pin(ready(Asked::Taken));
        }
        inside.tokens += 1;
        let token = inside.tokens;
        let holder = Holder {
            token,
            tab: self.tab.clone(),
            lost,
        };
        let before = inside.locks.insert(name.to_owned(), holder);
        drop(inside);
        if let Some(before) = before {
            (before.lost)();
        }
        let lock: Box<dyn Any> = Box::new(Lock {
            browser: Rc::downgrade(&self.browser.0),
            name: name.to_owned(),
            token,
        });
        Box::pin(ready(Asked::Held(lock)))
    }
}

impl Channel for Part {
    fn post(&self) {
        let mut inside = self.browser.0.borrow_mut();
        let others = inside.tabs.keys().filter(|tab| **tab != self.tab);
        let others: Vec<Rc<str>> = others.cloned().collect();
        inside.notices.extend(others);
        let by_hand = inside.by_hand;
        drop(inside);
        while !by_hand && self.browser.deliver_notice(true, false) {}
    }

    fn listen(&self, heard: Rc<dyn Fn()>) {
        if let Some(tab) = self.browser.0.borrow_mut().tabs.get_mut(&self.tab) {
            tab.listener = Some(heard);
        }
    }
}

impl Clock for Part {
    fn now(&self) -> i64 {
        self.browser.0.borrow().now
    }

    fn sleep(&self, milliseconds: u32) -> LocalBoxFuture<()> {
        let (timer, due) = oneshot::channel();
        let mut inside = self.browser.0.borrow_mut();
        let at = inside.now + i64::from(milliseconds);
        inside.timers.push((at, timer));
        Box::pin(async {
            if due.await.is_err() {
                std::future::pending::<()>().await;
            }
        })
    }
}
