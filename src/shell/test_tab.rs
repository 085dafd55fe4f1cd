//! One tab of a browser without a page, for tests.

use super::*;
use ::content::scan;
use futures_executor::LocalPool;
use futures_util::task::LocalSpawnExt;
use model::{Action, Session};
use platform::Clock;
use platform::doubles::Doubles;
use records::Attempt;
use store::backend::Spawn;
use store::doubles::Browser;
use store::{Durability, Options, RecordKey, Store};

/// One tab of a browser, with a result on screen.
pub(super) struct Tab {
    pub(super) pool: LocalPool,
    pub(super) doubles: Doubles,
    pub(super) shell: Shell,
    pub(super) screen: Screen,
    messages: Rc<RefCell<Vec<Msg>>>,
}

fn spawn_into(pool: &LocalPool) -> Spawn {
    let spawner = pool.spawner();
    Rc::new(move |future| drop(spawner.spawn_local(future)))
}

/// Doubles beside which the shipped questionnaire and the interface's texts lie.
fn doubles() -> Doubles {
    let doubles = Doubles::default();
    let questionnaire = scan().questionnaire().expect("it is sound");
    let reference = questionnaire.instrument.reference();
    for language in Language::ALL {
        let file = compiled::encode(&questionnaire, language).expect("it can be written");
        let files = &doubles.content.files;
        files.borrow_mut().push((reference.clone(), language, file));
        let texts = interface_texts::messages(language);
        let texts = compiled::encode_interface(texts, language).expect("they can be written");
        let interface = &doubles.content.interface;
        interface.borrow_mut().push((language, texts));
    }
    doubles
}

impl Tab {
    /// A tab with this result on screen, the only record.
    pub(super) fn open(browser: &Browser) -> Self {
        let (pool, doubles) = (LocalPool::new(), doubles());
        let ports = Ports {
            records: browser.tab("here", spawn_into(&pool)),
            ..doubles.ports()
        };
        let messages = Rc::<RefCell<Vec<Msg>>>::default();
        let write = messages.clone();
        let send = Callback::from(move |message| write.borrow_mut().push(message));
        let mut tab = Self {
            pool,
            doubles,
            shell: Shell::open(ports, send),
            screen: Screen::default(),
            messages,
        };
        tab.pump();
        let (instrument, now) = (tab.shell.current(), tab.doubles.clock.now());
        let mut session = Session::start(&instrument, "one".into(), 1, Language::Nl, now.clone());
        for action in [Action::Review, Action::Complete { at: now }] {
            session.update(&instrument, action);
        }
        let (attempt, new) = (Attempt::new(instrument, session), Version::default());
        let persistence = &mut tab.shell.persistence;
        let stored = persistence.commit(attempt, &new, Durability::Strict);
        tab.screen = Screen::open(Destination::Attempt(stored), &mut tab.shell);
        tab.pump();
        tab
    }

    /// Runs the background, and hands on what comes of it, until nothing more does.
    pub(super) fn pump(&mut self) {
        loop {
            self.pool.run_until_stalled();
            let messages = self.messages.take();
            if messages.is_empty() {
                break;
            }
            messages.into_iter().for_each(|one| self.handle(one));
        }
    }

    /// Does what a message says, and leaves to the background what comes of it.
    pub(super) fn handle(&mut self, message: Msg) {
        let effect = handle(&mut self.shell, &mut self.screen, message);
        if let Effect::Go(destination) = effect {
            go(&mut self.shell, &mut self.screen, destination);
        }
        self.shell.set_open_attempt(self.screen.open_attempt());
        self.screen.refresh(&self.shell);
    }

    /// Does what a message says, and what comes of it.
    pub(super) fn send(&mut self, message: Msg) {
        self.handle(message);
        self.pump();
    }
}

/// The store of another tab of this browser.
pub(super) fn elsewhere(browser: &Browser) -> (LocalPool, Store) {
    let mut pool = LocalPool::new();
    let backends = browser.tab("elsewhere", spawn_into(&pool));
    let store = pool.run_until(Store::open(backends, Options::default()));
    (pool, store)
}

pub(super) fn delete_elsewhere(browser: &Browser, kind: &str, id: &str) {
    let (mut pool, store) = elsewhere(browser);
    let key = RecordKey::new(kind, id).expect("a name");
    drop(pool.run_until(store.delete(&[key])).expect("deleted"));
}

pub(super) fn delete_everything_elsewhere(browser: &Browser) {
    let (mut pool, store) = elsewhere(browser);
    drop(pool.run_until(store.delete_all()).expect("deleted"));
}

pub(super) fn stored_names(browser: &Browser) -> Vec<String> {
    let (_, store) = elsewhere(browser);
    let snapshot = store.snapshot();
    snapshot.records().map(|one| one.key.to_string()).collect()
}

pub(super) fn write_elsewhere(browser: &Browser, attempt: &Attempt) {
    let (mut pool, store) = elsewhere(browser);
    let key = RecordKey::new("attempt", attempt.id()).expect("a name");
    let snapshot = store.snapshot();
    let there = snapshot.get(&key).map(|record| &record.revision);
    let body = records::saved::write(attempt);
    let written = store.commit(&key, &body, there, Durability::Strict);
    drop(pool.run_until(written).expect("written"));
}
