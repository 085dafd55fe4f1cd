//! A simulated tab: a store, and an executor that runs only when the test says so.

use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;

use futures_executor::{LocalPool, LocalSpawner};
use futures_util::task::LocalSpawnExt;
use store::backend::Spawn;
use store::doubles::Browser;
use store::{
    Backends, Durability, Event, Options, Record, RecordKey, Refused, Revision, Store, Writing,
};

/// A tab with one store.
pub struct Tab {
    pub pool: LocalPool,
    pub store: Store,
    pub events: Rc<RefCell<Vec<Event>>>,
    _subscription: store::Subscription,
}

pub fn spawn_into(spawner: LocalSpawner) -> Spawn {
    // A tab that has ended runs nothing any more.
    Rc::new(move |future| drop(spawner.spawn_local(future)))
}

impl Tab {
    /// Opens a tab in a browser that answers at once.
    pub fn open(browser: &Browser, name: &str) -> Self {
        Self::open_with(browser, name, |_| (), Options::default())
    }

    pub fn open_with(
        browser: &Browser,
        name: &str,
        change: impl FnOnce(&mut Backends),
        options: Options,
    ) -> Self {
        let mut pool = LocalPool::new();
        let mut backends = browser.tab(name, spawn_into(pool.spawner()));
        change(&mut backends);
        let store = pool.run_until(Store::open(backends, options));
        Self::around(pool, store)
    }

    pub fn around(pool: LocalPool, store: Store) -> Self {
        let events = Rc::new(RefCell::new(Vec::new()));
        let heard = events.clone();
        let subscription = store.subscribe(move |event| heard.borrow_mut().push(event.clone()));
        Self {
            pool,
            store,
            events,
            _subscription: subscription,
        }
    }

    pub fn run<T>(&mut self, future: impl Future<Output = T>) -> T {
        self.pool.run_until(future)
    }

    /// Lets the background run until it waits.
    pub fn settle(&mut self) {
        self.pool.run_until_stalled();
    }

    /// Saves over what this tab knows.
    pub fn save(&mut self, key: &RecordKey, body: &str) -> Result<Revision, Refused> {
        let expected = self.get(key).map(|record| record.revision);
        self.save_over(key, body, expected.as_ref())
    }

    pub fn save_over(
        &mut self,
        key: &RecordKey,
        body: &str,
        expected: Option<&Revision>,
    ) -> Result<Revision, Refused> {
        let saved = self.store.commit(key, body, expected, Durability::Relaxed);
        let saved = self.pool.run_until(saved);
        self.pool.run_until_stalled();
        saved
    }

    /// Stamps what this tab knows.
    pub fn stamp(&mut self, key: &RecordKey, body: &str) -> Result<Revision, Refused> {
        let expected = self.get(key).map(|record| record.revision);
        let (store, durability) = (self.store.clone(), Durability::Relaxed);
        let stamped = store.save(key, body, expected.as_ref(), durability, Writing::Stamp);
        let stamped = self.pool.run_until(stamped);
        self.pool.run_until_stalled();
        stamped
    }

    pub fn get(&self, key: &RecordKey) -> Option<Record> {
        self.store.snapshot().get(key).cloned()
    }

    pub fn body(&self, key: &RecordKey) -> Option<String> {
        self.get(key).map(|record| record.body.to_string())
    }

    pub fn refresh(&mut self) {
        let store = self.store.clone();
        let read = self.run(async move { store.refresh().await });
        assert_eq!(read, Ok(()));
        self.pool.run_until_stalled();
    }
}
