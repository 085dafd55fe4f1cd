//! Random histories of several tabs, checked against a ledger that knows nothing of the
//! store: who built which change on which, what was deleted on purpose, and what was
//! acknowledged.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;

use futures_executor::LocalPool;
use futures_util::task::LocalSpawnExt;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use store::doubles::{Browser, Fault};
use store::{
    Claim, Durability, Event, Incoming, Options, Record, RecordKey, Refused, Restore, Standing,
    Store, Subscription, Undo, plan_restore,
};

use crate::tab::spawn_into;

const TABS: usize = 3;

#[derive(Clone, Debug)]
enum Act {
    Open,
    Begin,
    Answer(usize),
    Preferences,
    Show,
    Freeze { by_leaving: bool },
    Thaw,
    DeleteOne(usize),
    DeleteAll,
    Undo { keeping: bool },
    BackUp,
    Restore { replacing: bool },
    Claim(usize),
    TakeOver(usize),
    Leave,
    Kill { finishing: bool },
    Database(Fault),
    Mirror(Fault),
    Run,
    Hear,
    RunAndHear,
    Notice { first: bool, lost: bool },
    Wait(i64),
}

fn faults() -> impl Strategy<Value = Fault> {
    prop_oneof![
        6 => Just(Fault::None),
        1 => Just(Fault::Denied),
        1 => Just(Fault::Full),
        1 => Just(Fault::Hanging),
        1 => Just(Fault::Aborting),
    ]
}

/// What may go wrong by itself.
fn is_trouble(act: &Act) -> bool {
    matches!(act, Act::Database(_) | Act::Mirror(_) | Act::Wait(900..))
}

fn acts(everything_works: bool) -> impl Strategy<Value = Vec<(usize, Act)>> {
    let act = prop_oneof![
        4 => Just(Act::Open),
        5 => Just(Act::Begin),
        16 => (0..4usize).prop_map(Act::Answer),
        3 => Just(Act::Preferences),
        4 => Just(Act::Show),
        3 => any::<bool>().prop_map(|by_leaving| Act::Freeze { by_leaving }),
        4 => Just(Act::Thaw),
        3 => (0..4usize).prop_map(Act::DeleteOne),
        2 => Just(Act::DeleteAll),
        // An undo that is asked for twice meets what has been built on the first.
        4 => any::<bool>().prop_map(|keeping| Act::Undo { keeping }),
        2 => Just(Act::BackUp),
        2 => any::<bool>().prop_map(|replacing| Act::Restore { replacing }),
        2 => (0..4usize).prop_map(Act::Claim),
        2 => (0..4usize).prop_map(Act::TakeOver),
        1 => Just(Act::Leave),
        3 => any::<bool>().prop_map(|finishing| Act::Kill { finishing }),
        4 => faults().prop_map(Act::Database),
        4 => faults().prop_map(Act::Mirror),
        12 => Just(Act::Run),
        12 => Just(Act::Hear),
        100 => Just(Act::RunAndHear),
        6 => (any::<bool>(), any::<bool>()).prop_map(|(first, lost)| Act::Notice { first, lost }),
        4 => prop_oneof![Just(950), Just(4_100)].prop_map(Act::Wait),
        2 => prop_oneof![Just(100), Just(-60_000)].prop_map(Act::Wait),
    ];
    let act = act.prop_filter("no trouble", move |act| {
        !(everything_works && is_trouble(act))
    });
    prop::collection::vec((0..TABS, act), 1..120)
}

/// What is known without the store: bodies are numbers, each used for one change.
#[derive(Default)]
struct Ledger {
    /// On which body each body was built.
    parents: BTreeMap<String, Option<String>>,
    acknowledged: Vec<(RecordKey, String)>,
    /// Changes that met a trouble, by tab.
    troubled: Vec<(String, RecordKey, String)>,
    /// What a tab was handed back later.
    handed_back: BTreeSet<String>,
    /// Deletions that have been asked for and have not happened yet: tab, number, keys.
    deletions: Vec<(String, u32, Option<RecordKey>)>,
    /// Undo and restore that have been asked for: tab, number, key, body.
    returns: Vec<(String, u32, RecordKey, String)>,
    /// Undo and restore where there was no database, until somebody brings them there.
    stand_in_returns: Vec<(RecordKey, String)>,
    /// Bodies that a reader agreed to replace: tab, number, key, body.
    replacements: Vec<(String, u32, RecordKey, String)>,
    /// Every key whose deletion was asked for, however it went.
    ever_deleted: BTreeSet<RecordKey>,
    /// Keys that were in the truth and then deleted.
    gone: BTreeSet<RecordKey>,
    given_up: BTreeSet<String>,
    asked: u32,
    /// Whether a tab left with something under way: its copy may meet another version.
    left: bool,
    /// Whether no fault is ever set: then nothing ever stands in for the database.
    everything_works: bool,
    /// Everything that was ever in the truth.
    landed: BTreeSet<String>,
}

impl Ledger {
    fn descends(&self, body: &str, from: &str) -> bool {
        let mut at = Some(body.to_owned());
        while let Some(body) = at {
            if body == from {
                return true;
            }
            at = self.parents.get(&body).cloned().flatten();
        }
        false
    }

    /// Whether neither this body nor any that it was built on was ever in the database: several
    /// changes that were made in the mirror reach the database at once.
    fn begun_anew(&self, body: &str) -> bool {
        let mut at = Some(body);
        while let Some(body) = at {
            if self.landed.contains(body) {
                return false;
            }
            at = self.parents.get(body).and_then(Option::as_deref);
        }
        true
    }

    /// Whether this body, or one that was built on it, was ever in the truth.
    fn has_landed(&self, body: &str) -> bool {
        let mut landed = self.landed.iter();
        self.landed.contains(body) || landed.any(|one| self.descends(one, body))
    }

    fn end(&mut self, number: u32) {
        self.deletions.retain(|(_, one, _)| *one != number);
        self.returns.retain(|(_, one, ..)| *one != number);
        self.replacements.retain(|(_, one, ..)| *one != number);
    }

    /// Whether this record is gone because somebody wanted it.
    fn deleted(&self, key: &RecordKey) -> bool {
        self.gone.contains(key) || self.stand_in_deleted(key)
    }

    /// Looks at one step of the truth.
    fn step(
        &mut self,
        tab: &str,
        before: &BTreeMap<RecordKey, String>,
        after: &BTreeMap<RecordKey, String>,
    ) -> Result<(), String> {
        let keys: BTreeSet<&RecordKey> = before.keys().chain(after.keys()).collect();
        for key in keys {
            let (old, new) = (before.get(key), after.get(key));
            match (old, new) {
                _ if old == new || key.is_quarantine() => (),
                (Some(old), Some(new)) => {
                    let agreed = self.replacements.iter().any(|(one, _, replaced, body)| {
                        one == tab && replaced == key && body == old
                    });
                    // Deleted where there was no database, and begun anew there.
                    let anew = key.id().is_none() && self.stand_in_deleted(key);
                    if agreed {
                        self.given_up.insert(old.clone());
                    } else if !anew && !self.descends(new, old) {
                        return Err(format!("{key}: {new} took the place of {old}"));
                    }
                }
                (Some(old), None) => {
                    let asked = self.deletions.iter().any(|(one, _, deleted)| {
                        one == tab && deleted.as_ref().is_none_or(|deleted| deleted == key)
                    });
                    if !asked && !self.stand_in_deleted(key) {
                        return Err(format!("{key}: {old} vanished"));
                    }
                    self.gone.insert(key.clone());
                }
                (None, Some(new)) => {
                    let asked = self.returns.iter().any(|(one, _, returned, body)| {
                        one == tab && returned == key && body == new
                    });
                    let anew = key.id().is_none() && self.begun_anew(new);
                    let taken_in = self
                        .stand_in_returns
                        .iter()
                        .position(|(returned, body)| returned == key && self.descends(new, body));
                    let taken_in = taken_in.filter(|_| self.gone.contains(key) && !asked && !anew);
                    if let Some(at) = taken_in {
                        self.stand_in_returns.remove(at);
                    } else if self.gone.contains(key) && !asked && !anew {
                        return Err(format!("{key}: {new} came back from deletion"));
                    }
                }
                (None, None) => (),
            }
            if let Some(new) = new.filter(|_| !key.is_quarantine()) {
                self.landed.insert(new.clone());
            }
        }
        Ok(())
    }

    /// Deleted where there was no database, and taken in by whoever opens next.
    fn stand_in_deleted(&self, key: &RecordKey) -> bool {
        !self.everything_works && self.ever_deleted.contains(key)
    }
}

struct Tab {
    name: String,
    pool: LocalPool,
    store: Rc<RefCell<Option<(Store, Subscription)>>>,
    undo: Rc<RefCell<Undo>>,
    claims: Rc<RefCell<Vec<Claim>>>,
    frozen: bool,
    suspended: bool,
}

struct World {
    browser: Browser,
    ledger: Rc<RefCell<Ledger>>,
    tabs: [Option<Tab>; TABS],
    opened: u32,
    bodies: u32,
    attempts: u32,
    backup: Vec<Incoming>,
    truth: BTreeMap<RecordKey, String>,
}

/// Every key that was ever used.
fn every_key(attempts: u32) -> impl Iterator<Item = RecordKey> {
    let attempts = (1..=attempts).filter_map(|id| RecordKey::new("attempt", &id.to_string()));
    attempts.chain(RecordKey::single("preferences"))
}

/// The live records of the database, read by a store of its own over a copy.
fn live(browser: &Browser) -> BTreeMap<RecordKey, String> {
    let rows = browser.database();
    let live = rows.iter().filter_map(|(name, text)| {
        let key = RecordKey::parse(name)?;
        let (head, body) = text.split_once('\n')?;
        head.contains(" live ").then(|| (key, body.to_owned()))
    });
    live.collect()
}

impl World {
    fn new(everything_works: bool) -> Self {
        let browser = Browser::default();
        browser.by_hand();
        let ledger = Ledger {
            everything_works,
            ..Ledger::default()
        };
        Self {
            browser,
            ledger: Rc::new(RefCell::new(ledger)),
            tabs: [None, None, None],
            opened: 0,
            bodies: 0,
            attempts: 0,
            backup: Vec::new(),
            truth: BTreeMap::new(),
        }
    }

    fn next_body(&mut self, parent: Option<&Record>) -> String {
        self.bodies += 1;
        let body = self.bodies.to_string();
        let parent = parent.map(|record| record.body.to_string());
        let mut ledger = self.ledger.borrow_mut();
        ledger.parents.insert(body.clone(), parent);
        body
    }

    fn act(&mut self, at: usize, act: &Act) -> Result<(), String> {
        match act {
            Act::Open if self.tabs[at].is_none() => self.open(at),
            Act::Notice { first, lost } => {
                self.browser.deliver_notice(*first, *lost);
            }
            Act::Wait(time) => self.browser.advance(*time),
            act => self.act_in_tab(at, act)?,
        }
        self.poll();
        Ok(())
    }

    fn poll(&mut self) {
        for tab in self.tabs.iter_mut().flatten() {
            if !tab.frozen {
                tab.pool.run_until_stalled();
            }
        }
    }

    fn open(&mut self, at: usize) {
        self.opened += 1;
        let name = format!("tab{}", self.opened);
        let pool = LocalPool::new();
        let backends = self.browser.tab(&name, spawn_into(pool.spawner()));
        let store = Rc::new(RefCell::new(None));
        let (slot, ledger) = (store.clone(), self.ledger.clone());
        let open = async move {
            let store = Store::open(backends, Options::default()).await;
            let subscription = store.subscribe(move |event| {
                if let Event::Refused { unsaved, .. } = event {
                    let body = unsaved.body.to_string();
                    ledger.borrow_mut().handed_back.insert(body);
                }
            });
            *slot.borrow_mut() = Some((store, subscription));
        };
        pool.spawner().spawn_local(open).expect("spawned");
        self.tabs[at] = Some(Tab {
            name,
            pool,
            store,
            undo: Rc::default(),
            claims: Rc::default(),
            frozen: false,
            suspended: false,
        });
    }

    fn act_in_tab(&mut self, at: usize, act: &Act) -> Result<(), String> {
        let Some(tab) = &self.tabs[at] else {
            return Ok(());
        };
        let name = tab.name.clone();
        let store = tab.store.borrow().as_ref().map(|(store, _)| store.clone());
        match act {
            Act::Run => return self.run(&name).map(drop),
            Act::Hear => {
                self.browser.deliver_answer(&name);
                return Ok(());
            }
            Act::RunAndHear => {
                self.run(&name)?;
                self.browser.deliver_answer(&name);
                return Ok(());
            }
            Act::Kill { finishing } => {
                while *finishing && self.run(&name)? {}
                self.browser.kill(&name, false);
                self.tabs[at] = None;
                return Ok(());
            }
            Act::Database(fault) => {
                self.browser.database_fault(&name, *fault);
                return Ok(());
            }
            Act::Mirror(fault) => {
                let fault = match fault {
                    Fault::Denied | Fault::Full => *fault,
                    _ => Fault::None,
                };
                self.browser.mirror_fault(&name, fault);
                return Ok(());
            }
            _ => (),
        }
        let Some(store) = store else { return Ok(()) };
        if tab.frozen && !matches!(act, Act::Thaw) {
            return Ok(());
        }
        let snapshot = store.snapshot();
        let attempts: Vec<Record> = snapshot.of_kind("attempt").cloned().collect();
        let pick = |choice: usize| attempts.get(choice % attempts.len().max(1)).cloned();
        match act {
            Act::Begin => {
                self.attempts += 1;
                let key = RecordKey::new("attempt", &self.attempts.to_string());
                self.commit(at, &store, key.expect("a key"), None);
            }
            Act::Answer(choice) => {
                if let Some(record) = pick(*choice) {
                    self.commit(at, &store, record.key.clone(), Some(record));
                }
            }
            Act::Preferences => {
                let key = RecordKey::single("preferences").expect("a key");
                let before = snapshot.get(&key).cloned();
                self.commit(at, &store, key, before);
            }
            Act::Show => {
                let read = async move {
                    let _ = store.refresh().await;
                };
                self.spawn(at, read);
            }
            Act::Freeze { by_leaving } => {
                let tab = self.tabs[at].as_mut().expect("there");
                (tab.frozen, tab.suspended) = (true, *by_leaving);
                if *by_leaving {
                    self.ledger.borrow_mut().left = true;
                    store.suspend();
                }
            }
            Act::Thaw => {
                let tab = self.tabs[at].as_mut().expect("there");
                tab.frozen = false;
                let suspended = std::mem::take(&mut tab.suspended);
                self.spawn(at, async move {
                    if suspended {
                        store.resume().await;
                    } else {
                        let _ = store.refresh().await;
                    }
                });
            }
            Act::DeleteOne(choice) => {
                if let Some(record) = pick(*choice) {
                    self.delete(at, store, Some(record.key));
                }
            }
            Act::DeleteAll => self.delete(at, store, None),
            Act::Undo { keeping } => self.undo(at, store, *keeping),
            Act::BackUp => {
                self.backup = attempts
                    .into_iter()
                    .map(|record| Incoming {
                        key: record.key,
                        revision: Some(record.revision),
                        changed_at: record.changed_at,
                        body: record.body,
                    })
                    .collect();
            }
            Act::Restore { replacing } => self.restore(at, &store, *replacing),
            Act::Claim(choice) | Act::TakeOver(choice) => {
                if let Some(record) = pick(*choice) {
                    let claims = tab.claims.clone();
                    let steal = matches!(act, Act::TakeOver(_));
                    self.spawn(at, async move {
                        let claim = match steal {
                            true => store.take_over(&record.key).await,
                            false => store.claim(&record.key).await,
                        };
                        claims.borrow_mut().push(claim);
                    });
                }
            }
            Act::Leave => drop(tab.claims.take()),
            _ => (),
        }
        Ok(())
    }

    fn spawn(&self, at: usize, future: impl Future<Output = ()> + 'static) {
        let tab = self.tabs[at].as_ref().expect("there");
        tab.pool.spawner().spawn_local(future).expect("spawned");
    }

    fn run(&mut self, tab: &str) -> Result<bool, String> {
        let ran = self.browser.run_transaction(tab);
        if ran {
            let after = live(&self.browser);
            let mut ledger = self.ledger.borrow_mut();
            let everything =
                |(one, _, key): &(String, u32, Option<RecordKey>)| one == tab && key.is_none();
            if ledger.deletions.iter().any(everything) {
                // It deletes what stands in for the database too, until it has happened.
                ledger.ever_deleted.extend(every_key(self.attempts));
            }
            ledger.step(tab, &self.truth, &after)?;
            self.truth = after;
        }
        Ok(ran)
    }

    fn commit(&mut self, at: usize, store: &Store, key: RecordKey, before: Option<Record>) {
        let body = self.next_body(before.as_ref());
        let expected = before.as_ref().map(|record| &record.revision);
        let saved = store.commit(&key, &body, expected, Durability::Relaxed);
        let (ledger, browser) = (self.ledger.clone(), self.browser.clone());
        let (tab, store) = (
            self.tabs[at].as_ref().expect("there").name.clone(),
            store.clone(),
        );
        self.spawn(at, async move {
            let saved = saved.await;
            let mut ledger = ledger.borrow_mut();
            match saved {
                Ok(_) => {
                    let in_truth = store.standing() != Standing::Database
                        || ledger.has_landed(&body)
                        || browser.mirror().contains_key(key.as_str());
                    assert!(in_truth, "{key}: {body} was acknowledged too early");
                    if store.standing() != Standing::Memory {
                        ledger.acknowledged.push((key, body));
                    }
                }
                Err(Refused::Trouble(_)) => ledger.troubled.push((tab, key, body)),
                Err(_) => drop(ledger.handed_back.insert(body)),
            }
        });
    }

    fn asked(&self) -> u32 {
        let mut ledger = self.ledger.borrow_mut();
        ledger.asked += 1;
        ledger.asked
    }

    fn delete(&mut self, at: usize, store: Store, key: Option<RecordKey>) {
        let number = self.asked();
        let tab = self.tabs[at].as_ref().expect("there");
        let mut ledger = self.ledger.borrow_mut();
        ledger
            .deletions
            .push((tab.name.clone(), number, key.clone()));
        match &key {
            Some(key) => drop(ledger.ever_deleted.insert(key.clone())),
            None => ledger.ever_deleted.extend(every_key(self.attempts)),
        }
        drop(ledger);
        let (ledger, undo) = (self.ledger.clone(), tab.undo.clone());
        self.spawn(at, async move {
            let deleted = match key {
                Some(key) => store.delete(&[key]).await,
                None => store.delete_all().await,
            };
            match deleted {
                Ok(deleted) => undo.borrow_mut().extend(deleted),
                Err(failed) => {
                    undo.borrow_mut().extend(failed.undo);
                    if failed.trouble == store::Trouble::TimedOut {
                        return;
                    }
                }
            }
            ledger.borrow_mut().end(number);
        });
    }

    fn asked_back(&self, store: &Store, tab: &str, number: u32, key: RecordKey, body: String) {
        let mut ledger = self.ledger.borrow_mut();
        if store.standing() != Standing::Database {
            ledger.stand_in_returns.push((key.clone(), body.clone()));
        }
        ledger.returns.push((tab.to_owned(), number, key, body));
    }

    fn undo(&mut self, at: usize, store: Store, keeping: bool) {
        let number = self.asked();
        let tab = self.tabs[at].as_ref().expect("there");
        let (name, undo) = (tab.name.clone(), tab.undo.take());
        if keeping {
            tab.undo.borrow_mut().extend(undo.clone());
        }
        for record in undo.records() {
            let (key, body) = (record.key.clone(), record.body.to_string());
            self.asked_back(&store, &name, number, key, body);
        }
        let (ledger, again) = (self.ledger.clone(), tab.undo.clone());
        self.spawn(at, async move {
            match store.undo(&undo).await {
                Ok(_) => (),
                Err(trouble) => {
                    again.borrow_mut().extend(undo);
                    if trouble == store::Trouble::TimedOut {
                        return;
                    }
                }
            }
            ledger.borrow_mut().end(number);
        });
    }

    fn restore(&mut self, at: usize, store: &Store, replacing: bool) {
        let name = self.tabs[at].as_ref().expect("there").name.clone();
        for planned in plan_restore(&store.snapshot(), self.backup.clone()) {
            let (there, over) = match planned {
                Restore::Added(there) => (there, None),
                Restore::NewerThere { here, there } => (there, Some(here)),
                Restore::BothChanged { here, there, .. } if replacing => (there, Some(here)),
                _ => continue,
            };
            let number = self.asked();
            let (key, body) = (there.key.clone(), there.body.to_string());
            self.asked_back(store, &name, number, key, body);
            let mut ledger = self.ledger.borrow_mut();
            if let Some(here) = &over {
                let (key, body) = (here.key.clone(), here.body.to_string());
                ledger.replacements.push((name.clone(), number, key, body));
                ledger.given_up.insert(here.body.to_string());
            }
            drop(ledger);
            let (ledger, store) = (self.ledger.clone(), store.clone());
            self.spawn(at, async move {
                let over = over.as_ref().map(|record| &record.revision);
                let restored = store.restore(there, over).await;
                if restored != Err(Refused::Trouble(store::Trouble::TimedOut)) {
                    ledger.borrow_mut().end(number);
                }
            });
        }
    }

    /// Everything works again, everyone comes back, and everything that waits happens.
    fn settle(&mut self) -> Result<(), String> {
        for round in 0..2 {
            for at in 0..TABS {
                let Some(name) = self.tabs[at].as_ref().map(|tab| tab.name.clone()) else {
                    continue;
                };
                self.act(at, &Act::Database(Fault::None))?;
                self.act(at, &Act::Mirror(Fault::None))?;
                self.drain(&name)?;
                self.act(at, if round == 0 { &Act::Thaw } else { &Act::Show })?;
                self.drain(&name)?;
            }
        }
        Ok(())
    }

    fn drain(&mut self, name: &str) -> Result<(), String> {
        let mut idle = 0;
        while idle < 3 {
            let ran = self.run(name)?;
            let heard = self.browser.deliver_answer(name);
            self.browser.deliver_notice(true, false);
            self.poll();
            idle = if ran || heard { 0 } else { idle + 1 };
        }
        Ok(())
    }

    fn check(&mut self) -> Result<(), String> {
        self.settle()?;
        // What only the mirror has is taken in by whoever opens next.
        let free = self.tabs.iter().position(Option::is_none);
        let at = free.unwrap_or(0);
        if let Some(tab) = &self.tabs[at] {
            let name = tab.name.clone();
            self.browser.kill(&name, false);
            self.tabs[at] = None;
        }
        self.open(at);
        self.poll();
        self.settle()?;
        let ledger = self.ledger.borrow();
        let landed: VecDeque<&String> = self.truth.values().collect();
        let aside: Vec<String> = self
            .truth
            .iter()
            .filter(|(key, _)| key.is_quarantine())
            .filter_map(|(_, body)| Some(body.split_once('\n')?.1.to_owned()))
            .collect();
        let stands = |body: &str| {
            let now = landed.iter().map(|body| body.as_str());
            let set_aside = aside.iter().map(String::as_str);
            let given_up = ledger.given_up.iter().map(String::as_str);
            now.chain(set_aside)
                .chain(given_up)
                .any(|now| ledger.descends(now, body))
        };
        for (key, body) in &ledger.acknowledged {
            if !stands(body) && !ledger.deleted(key) {
                return Err(format!("{key}: {body} was acknowledged and is lost"));
            }
        }
        let alive: BTreeSet<&String> = self.tabs.iter().flatten().map(|tab| &tab.name).collect();
        for (tab, key, body) in &ledger.troubled {
            let handed_back = ledger
                .handed_back
                .iter()
                .any(|back| ledger.descends(back, body));
            let deleted = ledger.deleted(key);
            if alive.contains(tab) && !stands(body) && !handed_back && !deleted {
                return Err(format!("{key}: {body} met a trouble and was forgotten"));
            }
        }
        let truth: BTreeMap<RecordKey, String> = self
            .truth
            .iter()
            .filter(|(key, _)| !key.is_quarantine())
            .map(|(key, body)| (key.clone(), body.clone()))
            .collect();
        for tab in self.tabs.iter().flatten() {
            let store = tab.store.borrow();
            let Some((store, _)) = store.as_ref() else {
                return Err(format!("{} never opened", tab.name));
            };
            let snapshot = store.snapshot();
            let seen: BTreeMap<RecordKey, String> = snapshot
                .records()
                .map(|record| (record.key.clone(), record.body.to_string()))
                .collect();
            if seen != truth {
                return Err(format!(
                    "{} sees {seen:?}, but there is {truth:?}",
                    tab.name
                ));
            }
            if let Some(key) = seen.keys().find(|key| snapshot.is_unsaved(key)) {
                return Err(format!("{}: {key} stays unsaved", tab.name));
            }
        }
        if ledger.everything_works && !ledger.left && !aside.is_empty() {
            return Err("something was set aside although nothing went wrong".to_owned());
        }
        Ok(())
    }
}

fn histories(everything_works: bool) {
    let seed = setting("MINDSET_STORE_SEED", 1) as u8;
    let count = setting("MINDSET_STORE_HISTORIES", 12_000);
    let config = Config {
        cases: count,
        failure_persistence: None,
        max_shrink_iters: 20_000,
        ..Config::default()
    };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]);
    let result = TestRunner::new_with_rng(config, rng).run(&acts(everything_works), |acts| {
        let mut world = World::new(everything_works);
        let held = acts
            .iter()
            .try_for_each(|(at, act)| world.act(*at, act))
            .and_then(|()| world.check());
        held.map_err(TestCaseError::fail)
    });
    if let Err(error) = result {
        panic!("seed {seed}: {error}");
    }
}

/// A number from the environment: another seed, or more histories.
fn setting(name: &str, otherwise: u32) -> u32 {
    let given = std::env::var(name).ok();
    given
        .and_then(|given| given.parse().ok())
        .unwrap_or(otherwise)
}

#[test]
fn in_no_history_of_several_tabs_is_anything_lost_overwritten_or_risen_from_deletion() {
    histories(true);
}

#[test]
fn nor_is_it_where_storage_is_denied_full_slow_or_failing_now_and_then() {
    histories(false);
}
