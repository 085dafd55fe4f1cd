//! What is typed about a result while another tab deletes what it is about.

use super::*;
use crate::result::{Edit, Typed};
use ::content::SOURCES;
use futures_executor::LocalPool;
use futures_util::task::LocalSpawnExt;
use model::{Action, AgreementEdit, BeliefEdit, Goal, InfluenceEdit, Owner, Session, Source};
use platform::Clock;
use platform::doubles::Doubles;
use records::Attempt;
use serde_json::Value;
use store::backend::Spawn;
use store::doubles::Browser;
use store::{Durability, Options, RecordKey, Store};

/// One tab of a browser, with a result on screen.
struct Tab {
    pool: LocalPool,
    doubles: Doubles,
    shell: Shell,
    screen: Screen,
    messages: Rc<RefCell<Vec<Msg>>>,
}

fn spawn_into(pool: &LocalPool) -> Spawn {
    let spawner = pool.spawner();
    Rc::new(move |future| drop(spawner.spawn_local(future)))
}

/// Doubles beside which the shipped questionnaire and the interface's texts lie.
fn doubles() -> Doubles {
    let doubles = Doubles::default();
    let questionnaire = SOURCES[0].questionnaire().expect("it is sound");
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
    fn open(browser: &Browser) -> Self {
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
    fn pump(&mut self) {
        loop {
            self.pool.run_until_stalled();
            let messages = self.messages.take();
            if messages.is_empty() {
                break;
            }
            messages.into_iter().for_each(|one| self.handle(one));
        }
    }

    fn handle(&mut self, message: Msg) {
        let shell = &mut self.shell;
        let effect = match (message, &mut self.screen) {
            (Msg::Stored(message), screen) => stored(shell, screen, message),
            (Msg::Result(message), Screen::Result(state)) => state.update(shell, message),
            _ => Effect::Quiet,
        };
        if let Effect::Go(destination) = effect {
            self.screen.settle(&mut self.shell);
            self.screen = Screen::open(destination, &mut self.shell);
        }
        self.shell.set_open_attempt(self.screen.open_attempt());
        self.screen.refresh(&self.shell);
    }

    fn act(&mut self, message: ResultMsg) {
        self.handle(Msg::Result(message));
        self.pump();
    }

    /// Types a text into one field, key by key, and lets no pause pass.
    fn write(&mut self, text: &str, typed: impl Fn(String) -> Typed) {
        for (end, _) in text.char_indices().skip(1).chain([(text.len(), ' ')]) {
            let typed = typed(text[..end].to_owned());
            self.act(ResultMsg::Type("field".into(), typed));
        }
    }

    /// What was typed rests until it is saved.
    fn pause(&mut self) {
        self.doubles.timers.elapse();
        self.pump();
    }

    /// Makes an agreement, and gives its id.
    fn agreement(&mut self) -> AttrValue {
        self.act(ResultMsg::AddAgreement {
            owner: Owner::Rep,
            goal: Goal::Learning,
            text: "".into(),
        });
        let made = self.shell.persistence.agreements();
        made.last().expect("it was made").id.clone().into()
    }

    /// Names an influence, and gives its id.
    fn influence(&mut self) -> AttrValue {
        self.act(ResultMsg::AddInfluence(Source::Market));
        let named = self.shell.persistence.joined("one").influences;
        named.last().expect("it was named").id.clone().into()
    }

    /// What is offered as a file as it was deleted in another tab, by name.
    fn offered(&self) -> Vec<(String, Value)> {
        let refused = self.shell.refused_changes.iter();
        refused
            .map(|one| {
                assert_eq!(one.reason, RefusalReason::Deleted);
                let body = serde_json::from_str(&one.body).expect("a record is JSON");
                (one.key.to_string(), body)
            })
            .collect()
    }
}

/// The store of another tab of this browser.
fn elsewhere(browser: &Browser) -> (LocalPool, Store) {
    let mut pool = LocalPool::new();
    let backends = browser.tab("elsewhere", spawn_into(&pool));
    let store = pool.run_until(Store::open(backends, Options::default()));
    (pool, store)
}

fn delete_elsewhere(browser: &Browser, kind: &str, id: &str) {
    let (mut pool, store) = elsewhere(browser);
    let key = RecordKey::new(kind, id).expect("a name");
    drop(pool.run_until(store.delete(&[key])).expect("deleted"));
}

fn delete_everything_elsewhere(browser: &Browser) {
    let (mut pool, store) = elsewhere(browser);
    drop(pool.run_until(store.delete_all()).expect("deleted"));
}

fn stored_names(browser: &Browser) -> Vec<String> {
    let (_, store) = elsewhere(browser);
    let snapshot = store.snapshot();
    snapshot.records().map(|one| one.key.to_string()).collect()
}

/// The edit that a text makes in an agreement, and in an influence.
fn why(id: &AttrValue) -> impl Fn(String) -> Typed + use<> {
    let id = id.clone();
    move |text| Typed::Edit(Edit::Agreement(id.clone(), AgreementEdit::Why(text)))
}

fn reason(id: &AttrValue) -> impl Fn(String) -> Typed + use<> {
    let id = id.clone();
    move |text| Typed::Edit(Edit::Influence(id.clone(), InfluenceEdit::Reason(text)))
}

#[test]
fn what_is_typed_into_an_agreement_that_another_tab_deletes_is_offered_as_a_file() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let id = tab.agreement();
    tab.write("Omdat", why(&id));
    delete_elsewhere(&browser, "agreements", &id);
    tab.pump();
    assert!(tab.shell.persistence.agreements().is_empty());
    tab.pause();
    let name = ["agreements/", &*id].concat();
    let [(offered, body)] = &tab.offered()[..] else {
        panic!("one is offered");
    };
    assert_eq!(
        (offered, &body["agreement"]["why"]),
        (&name, &"Omdat".into())
    );
    assert_eq!(stored_names(&browser), ["attempt/one"], "it has not risen");
    assert!(matches!(tab.screen, Screen::Result(_)));

    // From the file it comes back, when the reader wants that.
    tab.shell.save_refused(0);
    assert!(tab.offered().is_empty());
    let (_, _, file) = tab.doubles.downloads.0.borrow()[0].clone();
    let rows = records::open_backup(&file).expect("a good backup");
    let rows: Vec<_> = rows.into_iter().flatten().collect();
    let restoration = tab.shell.persistence.plan_restore(&rows);
    tab.shell.persistence.restore(restoration);
    tab.pump();
    assert_eq!(tab.shell.persistence.agreements()[0].agreement.why, "Omdat");
}

#[test]
fn what_is_typed_into_an_influence_that_another_tab_deletes_is_offered_as_a_file() {
    let browser = Browser::default();
    let mut tab = Tab::open(&browser);
    let id = tab.influence();
    tab.write("Minder vraag", reason(&id));
    delete_elsewhere(&browser, "influences", &id);
    tab.pump();
    tab.pause();
    let [(_, body)] = &tab.offered()[..] else {
        panic!("one is offered");
    };
    assert_eq!(body["influence"]["reason"], "Minder vraag");
    assert_eq!(stored_names(&browser), ["attempt/one"], "it has not risen");
}

#[test]
fn what_is_typed_anywhere_while_another_tab_deletes_everything_is_offered_whole() {
    let belief = |tab: &Tab| {
        let item = tab.shell.current().item_index("LIM-01").expect("a belief");
        move |text| Typed::Edit(Edit::Belief(item, BeliefEdit::OwnWords(text)))
    };
    for field in ["label", "belief", "agreement", "influence"] {
        let browser = Browser::default();
        let mut tab = Tab::open(&browser);
        let (agreement, influence) = (tab.agreement(), tab.influence());
        match field {
            "label" => tab.write("Noord-Oost", Typed::Label),
            "belief" => tab.write("Noord-Oost", belief(&tab)),
            "agreement" => tab.write("Noord-Oost", why(&agreement)),
            _ => tab.write("Noord-Oost", reason(&influence)),
        }
        delete_everything_elsewhere(&browser);
        tab.pump();
        tab.pause();
        assert!(matches!(tab.screen, Screen::Start(_)), "{field}");
        let offered = tab.offered();
        assert!(offered.iter().any(|(name, _)| name == "attempt/one"));
        let typed = |(_, body): &(String, Value)| body.to_string().contains("Noord-Oost");
        assert_eq!(
            offered.iter().filter(|one| typed(one)).count(),
            1,
            "{field}"
        );
        assert!(stored_names(&browser).is_empty(), "{field}: it has risen");
    }
}
