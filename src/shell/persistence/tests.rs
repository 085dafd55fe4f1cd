//! What is saved, deleted, put back and restored, by two pages over one browser that may refuse.

use super::*;
use content::SOURCES;
use futures_executor::LocalPool;
use futures_util::task::LocalSpawnExt;
use model::{Action, Instrument, Session, Timestamp};
use platform::doubles::Doubles;
use std::cell::RefCell;
use store::doubles::{Browser, Fault};
use store::{Record, Snapshot};

pub(super) const GOLDEN: &str = include_str!("../../../tests/native/fixtures/saved/v4.json");
const GOLDEN_ID: &str = "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
pub(super) const NEWER: &str = r#"{"schema":99,"what":"is to come"}"#;

/// A page over the records of a browser, whose background runs when the test says so.
pub(super) struct Page {
    pub(super) pool: LocalPool,
    pub(super) persistence: Persistence,
    pub(super) messages: Rc<RefCell<Vec<StoreMsg>>>,
    /// What can be taken back.
    pub(super) undo: Option<Undo>,
    pub(super) undone: Vec<Undone>,
    pub(super) refused: Vec<Refused>,
    pub(super) saved: usize,
    pub(super) not_deleted: usize,
    pub(super) claims: Vec<Claim>,
    pub(super) doubles: Doubles,
}

pub(super) fn instrument() -> Rc<Instrument> {
    Rc::new(
        content::scan()
            .instrument()
            .expect("the bundled one is sound"),
    )
}

/// Every version that ships: the oldest records that a test stores are of the first.
fn shipped() -> Vec<Rc<Instrument>> {
    let instrument = |source: &content::Source| source.instrument().expect("it is sound");
    SOURCES.iter().map(instrument).map(Rc::new).collect()
}

fn moment(text: &str) -> Timestamp {
    Timestamp::parse(text).expect("a moment")
}

fn started(id: &str, instrument: &Rc<Instrument>, at: &str) -> Attempt {
    let session = Session::start(instrument, id.to_owned(), 1, Language::Nl, moment(at));
    Attempt::new(instrument.clone(), session)
}

pub(super) fn attempt(id: &str) -> Attempt {
    started(id, &instrument(), "2026-03-02T09:30:00+01:00")
}

impl Page {
    pub(super) fn open(browser: &Browser, name: &str) -> Self {
        Self::open_with(browser, name, &shipped(), |_| ())
    }

    pub(super) fn open_with(
        browser: &Browser,
        name: &str,
        catalogue: &[Rc<Instrument>],
        prepare: impl FnOnce(&Browser),
    ) -> Self {
        let pool = LocalPool::new();
        let spawner = pool.spawner();
        // A page that has ended runs nothing any more.
        let spawn = Rc::new(move |future| drop(spawner.spawn_local(future)));
        let doubles = Doubles::default();
        let ports = Ports {
            records: browser.tab(name, spawn),
            ..doubles.ports()
        };
        prepare(browser);
        let messages = Rc::new(RefCell::new(Vec::new()));
        let write = messages.clone();
        let send = Callback::from(move |message| write.borrow_mut().push(message));
        let persistence = Persistence::open(
            &ports,
            Persist::Device,
            &catalogue.iter().cloned().collect(),
            send,
        );
        let mut page = Self {
            pool,
            persistence,
            messages,
            undo: None,
            undone: Vec::new(),
            refused: Vec::new(),
            saved: 0,
            not_deleted: 0,
            claims: Vec::new(),
            doubles,
        };
        assert!(page.persistence.is_loading());
        page.pump();
        page
    }

    /// Runs the background, and hands on what comes of it, until nothing more does.
    pub(super) fn pump(&mut self) {
        loop {
            self.pool.run_until_stalled();
            let messages = self.messages.take();
            if messages.is_empty() {
                break;
            }
            for message in messages {
                self.take(message);
            }
        }
    }

    pub(super) fn take(&mut self, message: StoreMsg) {
        match message {
            StoreMsg::Opened(store) => self.persistence.opened(store),
            StoreMsg::Committed(commit) => {
                self.persistence.committed(&commit);
                match commit.result {
                    Ok(_) => self.saved += 1,
                    Err(refused) => self.refused.push(refused),
                }
            }
            StoreMsg::Deleted(deletion, result) => match (result, &mut self.undo) {
                (Ok(undo), Some(earlier)) => earlier.extend(undo),
                (Ok(undo), none) => *none = Some(undo),
                (Err(not_deleted), _) => {
                    self.not_deleted += 1;
                    self.persistence.not_deleted(deletion, not_deleted);
                }
            },
            StoreMsg::Undone(_, undone) => self.undone.extend(undone),
            StoreMsg::Claimed(_, claim) => self.claims.push(claim),
            StoreMsg::Resumed(suspensions) => self.persistence.resumed(suspensions),
            StoreMsg::Heard(_) | StoreMsg::Refreshed | StoreMsg::Restored(_) => (),
        }
        self.persistence.follow();
    }

    pub(super) fn save(&mut self, attempt: Attempt) -> Stored<Attempt> {
        let known = self.persistence.attempt(attempt.id());
        let version = known
            .map(|known| known.version().clone())
            .unwrap_or_default();
        self.save_over(attempt, &version)
    }

    pub(super) fn save_over(&mut self, attempt: Attempt, version: &Version) -> Stored<Attempt> {
        let stored = self
            .persistence
            .commit(attempt, version, Durability::Relaxed);
        self.pump();
        stored
    }

    pub(super) fn ids(&self) -> Vec<String> {
        let attempts = self.persistence.attempts();
        attempts.iter().map(|one| one.id().to_owned()).collect()
    }

    pub(super) fn get(&self, id: &str) -> Stored<Attempt> {
        self.persistence.attempt(id).expect("it is stored")
    }

    pub(super) fn delete(&mut self, id: &str) {
        self.persistence.delete(id);
        self.pump();
    }

    pub(super) fn take_back(&mut self) {
        self.persistence
            .undo(self.undo.take().expect("something was deleted"));
        self.pump();
    }

    pub(super) fn reasons(&self) -> Vec<UnreadableReason> {
        let unreadable = self.persistence.unreadable();
        unreadable.iter().map(|one| one.reason).collect()
    }

    /// Puts a body under a name, as an app of another version would have.
    pub(super) fn put(&mut self, key: &str, body: &str) {
        let key = RecordKey::parse(key).expect("a name");
        let store = self.persistence.store.clone().expect("it is open");
        let revision = store.snapshot().get(&key).map(|one| one.revision.clone());
        let done = store.commit(&key, body, revision.as_ref(), Durability::Relaxed);
        self.pool.run_until(done).expect("it is saved");
        self.pump();
    }

    pub(super) fn snapshot(&self) -> Snapshot {
        self.persistence.snapshot()
    }
}

/// The attempt with one more act of its respondent: past the instruction.
fn gone_on(attempt: &Attempt) -> Attempt {
    let mut changed = attempt.clone();
    changed.session.update(&attempt.instrument, Action::GoOn);
    changed
}

pub(super) fn labelled(attempt: &Attempt, label: &str) -> Attempt {
    let mut changed = attempt.clone();
    let action = Action::Label(label.to_owned());
    changed.session.update(&attempt.instrument, action);
    changed
}

pub(super) fn label(attempt: &Attempt) -> &str {
    &attempt.session.parts().subject.pseudonym
}

pub(super) fn names(snapshot: &Snapshot) -> Vec<String> {
    snapshot.records().map(|one| one.key.to_string()).collect()
}

#[test]
fn nothing_is_stored_before_an_attempt_is() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.persistence.set_language(Language::En);
    page.pump();
    assert_eq!(page.persistence.language(), Some(Language::En));
    assert!(browser.database().is_empty() && browser.mirror().is_empty());
    page.save(attempt("one"));
    assert_eq!(names(&page.snapshot()), ["attempt/one", "preferences"]);
    let again = Page::open(&browser, "b");
    assert_eq!(again.persistence.language(), Some(Language::En));
}

#[test]
fn saved_is_said_when_the_transaction_has_completed_and_not_before() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    browser.by_hand();
    page.save(attempt("one"));
    assert_eq!(page.ids(), ["one"], "it shows at once");
    assert!(!page.persistence.is_saved());
    assert!(browser.run_transaction("a"));
    page.pump();
    assert!(!page.persistence.is_saved(), "nobody knows yet that it is");
    while browser.run_transaction("a") | browser.deliver_answer("a") {
        page.pump();
    }
    assert!(page.persistence.is_saved());
    assert_eq!(page.saved, 1);
}

#[test]
fn every_saving_counts_and_survives_a_reload_and_the_same_again_is_none() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    let first = page.save(attempt("one"));
    assert_eq!(first.revision, 1);
    let second = page.save(gone_on(&first));
    assert_eq!(second.revision, 2);
    assert_eq!(
        second.saved_at.as_ref().map(Timestamp::as_str),
        Some("2026-03-02T09:30:00+01:00")
    );
    let before = browser.database();
    *page.doubles.clock.now.borrow_mut() = "2026-03-05T11:00:00+01:00".to_owned();
    page.save(Attempt::clone(&second));
    assert_eq!(browser.database(), before, "it is not dated anew");
    let again = Page::open(&browser, "b");
    assert_eq!(*again.get("one"), *second);
}

#[test]
fn the_latest_started_attempt_comes_first_whatever_the_time_zone() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    let instrument = instrument();
    for (id, at) in [
        ("noon-in-tokyo", "2026-03-02T12:00:00+09:00"),
        ("noon-in-lima", "2026-03-02T12:00:00-05:00"),
        ("noon-at-home", "2026-03-02T12:00:00+01:00"),
    ] {
        page.save(started(id, &instrument, at));
    }
    assert_eq!(
        page.ids(),
        ["noon-in-lima", "noon-at-home", "noon-in-tokyo"]
    );
}

/// The attempt, completed at this moment.
fn completed(mut attempt: Attempt, at: &str) -> Attempt {
    let instrument = attempt.instrument.clone();
    for action in [Action::Review, Action::Complete { at: moment(at) }] {
        attempt.session.update(&instrument, action);
    }
    attempt
}

#[test]
fn results_stand_in_the_order_of_their_dates_whichever_was_begun_first() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    let instrument = instrument();
    let stopped = started("stopped", &instrument, "2026-03-02T09:00:00+01:00");
    page.save(stopped.clone());
    let between = started("between", &instrument, "2026-03-02T10:00:00+01:00");
    page.save(completed(between, "2026-03-02T10:10:00+01:00"));
    // Completed at 11:00 at home.
    page.save(completed(stopped, "2026-03-02T10:00:00Z"));
    // Completed at 09:30 at home.
    let tokyo = started("in-tokyo", &instrument, "2026-03-02T17:00:00+09:00");
    page.save(completed(tokyo, "2026-03-02T17:30:00+09:00"));
    page.save(started("open", &instrument, "2026-03-02T10:30:00+01:00"));
    assert_eq!(page.ids(), ["stopped", "open", "between", "in-tokyo"]);
    let before = |id: &str| -> Vec<String> {
        let earlier = page.persistence.completed_before(&page.get(id));
        earlier.iter().map(|one| one.id().to_owned()).collect()
    };
    assert_eq!(before("stopped"), ["between", "in-tokyo"]);
    assert_eq!(before("between"), ["in-tokyo"]);
    assert_eq!(before("in-tokyo"), [""; 0]);
}

#[test]
fn results_of_one_moment_stand_in_the_order_of_their_last_change() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    for id in ["b", "c", "a"] {
        page.save(completed(attempt(id), "2026-03-02T10:10:00+01:00"));
    }
    assert_eq!(page.ids(), ["a", "c", "b"]);
}

#[test]
fn what_is_offered_to_continue_is_of_the_questionnaire_that_the_page_has_loaded() {
    let browser = Browser::default();
    let (ours, first) = (instrument(), custom("1.0.0", "I call back within a day."));
    let next = custom("1.1.0", "I call back within two days.");
    let mut page = Page::open_with(&browser, "a", &[ours.clone(), first.clone(), next], |_| ());
    let at = "2026-11-23T10:00:00+01:00";
    let offered = |page: &Page, questionnaire: &str| {
        let unfinished = page.persistence.unfinished(questionnaire);
        unfinished.map(|one| one.id().to_owned())
    };
    page.save(started("ours", &ours, at));
    assert_eq!(offered(&page, ours.id()).as_deref(), Some("ours"));
    assert_eq!(offered(&page, "of-a-host"), None);
    page.save(started("of-a-host", &first, at));
    assert_eq!(offered(&page, ours.id()).as_deref(), Some("ours"));
    assert_eq!(offered(&page, "of-a-host").as_deref(), Some("of-a-host"));
}

#[test]
fn with_the_clock_set_back_the_last_change_is_still_the_latest() {
    let browser = Browser::default();
    browser.advance(1_000_000);
    let mut page = Page::open(&browser, "a");
    page.save(attempt("first"));
    browser.advance(-900_000);
    page.save(attempt("second"));
    assert!(page.get("second").changed_at() > page.get("first").changed_at());
}

#[test]
fn a_store_that_is_refused_leaves_everything_in_memory_and_says_so() {
    let browser = Browser::default();
    let mut page = Page::open_with(&browser, "a", &[instrument()], |browser| {
        browser.database_fault("a", Fault::Denied);
        browser.mirror_fault("a", Fault::Denied);
    });
    assert_eq!(page.persistence.trouble(), Some(Trouble::Denied));
    page.save(attempt("one"));
    assert_eq!(page.ids(), ["one"]);
    assert!(!page.persistence.is_saved());
    assert_eq!(page.persistence.nowhere(), Some(Trouble::Denied));
}

#[test]
fn where_only_the_database_is_refused_the_copy_stands_in_and_nothing_is_amiss() {
    let browser = Browser::default();
    let denied = |browser: &Browser| browser.database_fault("a", Fault::Denied);
    let mut page = Page::open_with(&browser, "a", &[instrument()], denied);
    page.save(attempt("one"));
    assert!(page.persistence.is_saved());
    assert_eq!(page.persistence.trouble(), None);
    assert_eq!(Page::open(&browser, "b").ids(), ["one"]);
}

#[test]
fn a_full_store_keeps_the_version_before_and_the_newest_in_memory_until_there_is_room() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    let first = page.save(attempt("one"));
    let before = browser.database();
    browser.database_fault("a", Fault::Full);
    browser.mirror_fault("a", Fault::Full);
    let second = page.save(gone_on(&first));
    assert_eq!(page.persistence.trouble(), Some(Trouble::Full));
    assert_eq!(browser.database(), before);
    assert_eq!(page.get("one").revision, 2);
    browser.database_fault("a", Fault::None);
    page.save(labelled(&second, "Noord"));
    assert!(page.persistence.is_saved());
    assert_eq!(label(&Page::open(&browser, "b").get("one")), "Noord");
}

#[test]
fn what_could_not_be_saved_is_saved_once_the_records_are_read_anew() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    browser.database_fault("a", Fault::Full);
    page.save(attempt("one"));
    assert!(!page.persistence.is_saved());
    browser.database_fault("a", Fault::None);
    page.persistence.refresh();
    page.pump();
    assert!(page.persistence.is_saved());
    assert_eq!(Page::open(&browser, "b").ids(), ["one"]);
}

#[test]
fn an_old_copy_in_another_page_writes_over_nothing() {
    let browser = Browser::default();
    let mut old = Page::open(&browser, "old");
    let begun = old.save(attempt("one"));
    let mut new = Page::open(&browser, "new");
    let newest = new.save(labelled(&new.get("one"), "newest"));
    old.save_over(gone_on(&begun), begun.version());
    assert!(
        matches!(old.refused[..], [Refused::Changed(_)]),
        "{:?}",
        old.refused
    );
    old.pump();
    for page in [&old, &new, &Page::open(&browser, "third")] {
        assert_eq!(*page.get("one"), *newest);
    }
}

#[test]
fn what_was_deleted_in_another_page_is_never_written_again() {
    let browser = Browser::default();
    let mut here = Page::open(&browser, "here");
    let begun = here.save(attempt("one"));
    let mut there = Page::open(&browser, "there");
    there.persistence.delete_all();
    there.pump();
    here.pump();
    assert_eq!(here.ids(), [""; 0], "this page follows");
    here.save_over(gone_on(&begun), begun.version());
    assert_eq!(here.refused, [Refused::Deleted]);
    assert_eq!(Page::open(&browser, "third").ids(), [""; 0]);
    assert!(browser.mirror().is_empty());
}

#[test]
fn a_page_that_is_left_gives_its_right_up_and_writes_nothing_until_it_is_back() {
    let browser = Browser::default();
    let mut here = Page::open(&browser, "here");
    let begun = here.save(attempt("one"));
    here.persistence.claim("one");
    here.pump();
    assert!(matches!(here.claims[..], [Claim::Writer(_)]));
    here.persistence.suspend();
    let before = browser.database();
    let unsaved = here.save_over(gone_on(&begun), begun.version());
    assert_eq!(unsaved.version(), begun.version());
    assert_eq!(browser.database(), before);
    let mut there = Page::open(&browser, "there");
    there.persistence.claim("one");
    there.pump();
    assert!(matches!(there.claims[..], [Claim::Writer(_)]), "it is free");
    there.save(labelled(&there.get("one"), "there"));
    here.persistence.resume();
    here.pump();
    assert_eq!(label(&here.get("one")), "there");
    here.save_over(Attempt::clone(&unsaved), unsaved.version());
    assert_eq!(here.refused.len(), 1, "it builds on an older one");
}

#[test]
fn a_language_that_finds_no_room_says_nothing_about_answers() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.save(attempt("one"));
    assert!(page.persistence.is_saved());
    browser.database_fault("a", Fault::Full);
    page.persistence.set_language(Language::En);
    page.pump();
    page.persistence.follow();
    assert!(page.persistence.is_saved());
    page.save(labelled(&page.get("one"), "later"));
    assert!(!page.persistence.is_saved());
}

#[test]
fn an_attempt_is_written_by_one_page_until_another_takes_it_over() {
    let browser = Browser::default();
    let mut first = Page::open(&browser, "first");
    first.save(attempt("one"));
    first.persistence.claim("one");
    first.pump();
    let mut second = Page::open(&browser, "second");
    second.persistence.claim("one");
    second.pump();
    assert!(matches!(second.claims[..], [Claim::ReadOnly]));
    second.save(labelled(&second.get("one"), "no"));
    assert_eq!(second.refused, [Refused::ReadOnly]);
    second.persistence.take_over("one");
    second.pump();
    assert!(matches!(second.claims[1], Claim::Writer(_)));
    second.save(labelled(&second.get("one"), "second"));
    first.pump();
    first.save(labelled(&first.get("one"), "first"));
    assert_eq!(first.refused, [Refused::ReadOnly]);
    assert_eq!(label(&Page::open(&browser, "third").get("one")), "second");
}

#[test]
fn deleting_one_removes_no_other_record_that_this_page_did_not_know() {
    let browser = Browser::default();
    let mut here = Page::open(&browser, "here");
    here.persistence.set_language(Language::En);
    here.save(attempt("one"));
    // No notice of it reaches this page.
    browser.by_hand();
    let mut there = Page::open(&browser, "there");
    while browser.run_transaction("there") | browser.deliver_answer("there") {
        there.pump();
    }
    there.save(attempt("two"));
    while browser.run_transaction("there") | browser.deliver_answer("there") {
        there.pump();
    }
    assert_eq!(here.ids(), ["one"]);
    here.persistence.delete("one");
    here.pump();
    while browser.run_transaction("here") | browser.deliver_answer("here") {
        here.pump();
    }
    assert_eq!(here.ids(), ["two"]);
    assert_eq!(names(&here.snapshot()), ["attempt/two", "preferences"]);
}

#[test]
fn with_the_last_record_goes_the_language_and_both_come_back() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.persistence.set_language(Language::En);
    page.save(attempt("one"));
    page.delete("one");
    assert!(page.snapshot().is_empty());
    assert_eq!(
        page.persistence.language(),
        Some(Language::En),
        "it is still spoken"
    );
    page.take_back();
    assert_eq!(names(&page.snapshot()), ["attempt/one", "preferences"]);
}

#[test]
fn one_undo_brings_back_every_deletion() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    for id in ["one", "two", "three"] {
        page.save(attempt(id));
    }
    page.delete("one");
    page.delete("three");
    assert_eq!(page.ids(), ["two"]);
    page.take_back();
    let mut ids = page.ids();
    ids.sort();
    assert_eq!(ids, ["one", "three", "two"]);
    assert_eq!(page.undone[0].newer, []);
}

#[test]
fn an_undo_writes_over_nothing_newer() {
    let browser = Browser::default();
    let mut here = Page::open(&browser, "here");
    here.save(attempt("one"));
    here.save(attempt("two"));
    here.delete("one");
    let undo = here.undo.clone();
    here.take_back();
    here.save(labelled(&here.get("one"), "newer"));
    here.undo = undo;
    here.take_back();
    assert_eq!(here.undone[1].newer.len(), 1);
    assert!(left_newer(&here.undone[1]));
    assert_eq!(label(&here.get("one")), "newer");
}

#[test]
fn an_undo_that_meets_a_language_alone_left_nothing_of_the_reader_as_it_was() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.persistence.set_language(Language::Nl);
    page.save(attempt("one"));
    page.persistence.delete_all();
    page.pump();
    // Another attempt brings the language with it.
    page.save(attempt("two"));
    page.take_back();
    let undone = page.undone.remove(0);
    assert_eq!(undone.newer.len(), 1, "{undone:?}");
    assert!(!left_newer(&undone));
    assert_eq!(page.ids(), ["two", "one"]);
}

#[test]
fn deleting_everything_leaves_nothing_of_the_reader_and_undo_brings_everything_back() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.save(attempt("one"));
    page.put("attempt/new", NEWER);
    page.put("attempt/bad", "damage");
    page.persistence.set_language(Language::En);
    page.pump();
    let mut page = Page::open(&browser, "b");
    let before = (page.ids(), page.reasons(), names(&page.snapshot()));
    page.persistence.delete_all();
    page.pump();
    assert!(browser.mirror().is_empty());
    assert_eq!(
        browser.database().len(),
        1,
        "how often that was done: {:?}",
        browser.database()
    );
    assert!(page.ids().is_empty() && page.reasons().is_empty());
    page.take_back();
    assert_eq!(
        (page.ids(), page.reasons(), names(&page.snapshot())),
        before
    );
}

#[test]
fn a_deletion_that_fails_deletes_nothing_and_says_so() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.save(attempt("one"));
    browser.database_fault("a", Fault::Aborting);
    page.persistence.delete_all();
    page.pump();
    assert_eq!((page.not_deleted, page.ids().len()), (1, 1));
    browser.database_fault("a", Fault::None);
    assert_eq!(Page::open(&browser, "b").ids(), ["one"]);
}

#[test]
fn a_deletion_that_times_out_and_happens_later_can_be_taken_back() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.save(attempt("one"));
    browser.database_fault("a", Fault::Hanging);
    page.persistence.delete_all();
    page.pump();
    browser.advance(20_000);
    page.pump();
    assert_eq!((page.not_deleted, page.ids().len()), (1, 1));
    assert!(page.persistence.happened_deletion().is_none());
    browser.database_fault("a", Fault::None);
    page.pool.run_until_stalled();
    let heard = page.messages.borrow().iter().any(|message| {
        matches!(message, StoreMsg::Heard(Event::Changed(keys)) if keys.iter().any(|key| key.id() == Some("one")))
    });
    assert!(heard, "the page looks again");
    page.pump();
    assert!(page.ids().is_empty());
    let happened = page.persistence.happened_deletion();
    let (deletion, undo) = happened.expect("it has happened");
    assert_eq!(deletion, Deletion::Everything);
    assert!(page.persistence.happened_deletion().is_none(), "said once");
    page.undo = Some(undo);
    page.take_back();
    assert_eq!(page.ids(), ["one"]);
}

#[test]
fn a_damaged_record_moves_to_quarantine_byte_for_byte_and_comes_back_once_it_reads() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.put(&format!("attempt/{GOLDEN_ID}"), GOLDEN);
    page.put("attempt/bad", "{\"schema\":1,");
    for name in ["b", "c"] {
        let page = Page::open(&browser, name);
        assert_eq!(page.ids(), [GOLDEN_ID]);
        let unreadable = page.persistence.unreadable();
        let [one] = &unreadable[..] else {
            panic!("one piece in quarantine: {unreadable:?}");
        };
        assert_eq!(
            (one.name.as_str(), one.text.as_str()),
            ("attempt/bad", "{\"schema\":1,")
        );
        assert_eq!(one.reason, UnreadableReason::Damaged);
        assert!(
            page.snapshot()
                .get(&RecordKey::parse("attempt/bad").expect("a name"))
                .is_none()
        );
    }
    // Its questionnaire was not damaged, but could not be read by an earlier app.
    let mut page = Page::open(&browser, "d");
    let key = Attempt::key(GOLDEN_ID).expect("a name");
    let record: Record = page.snapshot().get(&key).cloned().expect("it is there");
    let store = page.persistence.store.clone().expect("it is open");
    let moved = page
        .pool
        .run_until(async { store.quarantine(&record, "damaged").await });
    moved.expect("it is moved");
    page.pump();
    assert_eq!(page.ids(), [""; 0]);
    assert_eq!(Page::open(&browser, "e").ids(), [GOLDEN_ID]);
}

#[test]
fn without_room_for_quarantine_the_damaged_record_stays_and_is_never_written_over() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.put("attempt/bad", "damage");
    page.put("preferences", "damage too");
    let full = |browser: &Browser| {
        browser.database_fault("b", Fault::Full);
        browser.mirror_fault("b", Fault::Full);
    };
    let mut page = Page::open_with(&browser, "b", &[instrument()], full);
    assert_eq!(page.reasons(), [UnreadableReason::Damaged; 2]);
    browser.database_fault("b", Fault::None);
    page.save(attempt("bad"));
    page.persistence.set_language(Language::En);
    page.pump();
    assert!(matches!(page.refused[..], [Refused::Changed(_)]));
    let texts: Vec<String> = page
        .persistence
        .unreadable()
        .into_iter()
        .map(|one| one.text)
        .collect();
    assert!(texts.contains(&"damage".to_owned()) && texts.contains(&"damage too".to_owned()));
}

#[test]
fn a_record_under_the_name_of_another_session_is_damage() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.put("attempt/someone-else", GOLDEN);
    let page = Page::open(&browser, "b");
    assert_eq!((page.ids().len(), page.reasons().len()), (0, 1));
}

#[test]
fn what_a_newer_app_wrote_is_shown_as_such_and_never_touched() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.put("attempt/new", NEWER);
    page.put("preferences", NEWER);
    page.put("letter/one", "unheard of");
    let before = browser.database();
    let mut page = Page::open(&browser, "b");
    assert_eq!(page.reasons(), [UnreadableReason::Newer; 2]);
    assert!(
        page.persistence.contains("new"),
        "an opened file of that session is not a new one"
    );
    page.save(attempt("new"));
    assert_eq!(page.refused.len(), 1);
    page.persistence.set_language(Language::Nl);
    page.pump();
    assert_eq!(browser.database(), before);
}

/// A questionnaire of a host's own, with this version and this purpose.
fn custom(version: &str, text: &str) -> Rc<Instrument> {
    let mut file: serde_json::Value =
        serde_json::from_str(content::scan().definition).expect("a definition is JSON");
    file["meta"]["id"] = "of-a-host".into();
    file["meta"]["version"] = version.into();
    file["items"][0]["text"]["en"] = text.into();
    Rc::new(definition::from_json(&file.to_string()).expect("a sound definition"))
}

#[test]
fn results_wait_while_their_custom_questionnaire_is_missing_and_come_back_with_it() {
    let browser = Browser::default();
    let original = custom("1.0.0", "I call back within a day.");
    let edited = custom("1.0.0", "I call back within two days.");
    let turned = {
        let mut file: serde_json::Value =
            serde_json::from_str(content::scan().definition).expect("a definition is JSON");
        file["meta"]["id"] = "of-a-host".into();
        file["meta"]["version"] = "1.0.0".into();
        file["pairs"] = serde_json::json!([]);
        for item in file["items"].as_array_mut().expect("a list") {
            let key = if item["key"] == "+" { "-" } else { "+" };
            item["key"] = key.into();
        }
        Rc::new(definition::from_json(&file.to_string()).expect("a sound definition"))
    };
    let later = custom("1.1.0", "I call back within two days.");
    let open = |name: &str, instruments: &[&Rc<Instrument>]| {
        let instruments: Vec<Rc<Instrument>> = instruments.iter().map(|&one| one.clone()).collect();
        Page::open_with(&browser, name, &instruments, |_| ())
    };
    let at = "2026-11-23T10:00:00+01:00";
    open("a", &[&original]).save(started("first", &original, at));
    let before = browser.database();

    // Edited and with all keys turned under the same version, with a new version, and taken out.
    let changed = UnreadableReason::OtherContent;
    let without: [(&[&Rc<Instrument>], UnreadableReason); 5] = [
        (&[&edited], changed),
        (&[&turned], changed),
        (&[&later], UnreadableReason::Waiting),
        (&[&edited, &later], changed),
        (&[], UnreadableReason::Waiting),
    ];
    for (n, (instruments, reason)) in without.into_iter().enumerate() {
        let page = open(&format!("without-{n}"), instruments);
        assert!(
            page.persistence.attempt("first").is_none(),
            "it is scored by no other"
        );
        assert_eq!(page.reasons(), [reason]);
        assert!(page.persistence.unreadable()[0].backup.is_some());
        assert_eq!(browser.database(), before);
    }
    open("b", &[&edited]).save(started("second", &edited, at));

    // Put back beside what came since, while the page is open.
    let mut page = open("c", &[&edited]);
    page.persistence.use_catalogue(&Catalogue::from_iter([
        edited.clone(),
        later,
        original.clone(),
    ]));
    page.pump();
    assert!(page.reasons().is_empty());
    for (id, instrument) in [("first", &original), ("second", &edited)] {
        assert_eq!(page.get(id).instrument.reference(), instrument.reference());
    }
}

#[test]
fn which_time_it_is_counts_results_that_wait_for_their_questionnaire() {
    let browser = Browser::default();
    let first = custom("1.0.0", "I call back within a day.");
    let edited = custom("1.0.0", "I call back within two days.");
    let next = custom("1.1.0", "I call back within two days.");
    let at = "2026-11-23T10:00:00+01:00";
    let of_wave = |id: &str, wave: u32| {
        let session = Session::start(&first, id.to_owned(), wave, Language::Nl, moment(at));
        Attempt::new(first.clone(), session)
    };
    let mut page = Page::open_with(&browser, "a", std::slice::from_ref(&first), |_| ());
    assert_eq!(page.persistence.next_wave("of-a-host"), 1);
    page.save(of_wave("one", 1));
    page.save(of_wave("two", 2));
    for (n, there) in [&first, &edited, &next, &instrument()]
        .into_iter()
        .enumerate()
    {
        let name = format!("with-{n}");
        let page = Page::open_with(&browser, &name, std::slice::from_ref(there), |_| ());
        assert_eq!(page.persistence.next_wave("of-a-host"), 3, "{name}");
        assert_eq!(page.persistence.next_wave("another"), 1, "{name}");
    }
    // The highest that a backup may hold is not passed.
    page.save(of_wave("last", 9_999));
    for there in [&first, &next] {
        let page = Page::open_with(&browser, "full", std::slice::from_ref(there), |_| ());
        assert_eq!(page.persistence.next_wave("of-a-host"), 9_999);
    }
}

#[test]
fn a_backup_holds_results_that_wait_for_their_questionnaire() {
    let browser = Browser::default();
    let original = custom("1.0.0", "I call back within a day.");
    let edited = custom("1.0.0", "I call back within two days.");
    let at = "2026-11-23T10:00:00+01:00";
    let mut page = Page::open_with(&browser, "a", std::slice::from_ref(&original), |_| ());
    page.save(started("first", &original, at));
    for (n, there) in [vec![edited], vec![]].into_iter().enumerate() {
        let name = format!("without-{n}");
        let file = Page::open_with(&browser, &name, &there, |_| ())
            .persistence
            .backup();
        // Another device, on which the first file is at hand.
        let elsewhere = Browser::default();
        let mut page = Page::open_with(&elsewhere, "b", std::slice::from_ref(&original), |_| ());
        let plan = plan(&page, &file);
        assert_eq!((plan.added, plan.unreadable), (1, 0));
        restore(&mut page, plan);
        assert_eq!(
            page.get("first").instrument.reference(),
            original.reference()
        );
    }
}

#[test]
fn another_page_s_changes_show_here_without_being_asked_for() {
    let browser = Browser::default();
    let mut here = Page::open(&browser, "here");
    let mut there = Page::open(&browser, "there");
    let before = here.persistence.revision();
    there.save(attempt("one"));
    here.pump();
    assert_eq!(here.ids(), ["one"]);
    assert!(here.persistence.revision() > before);
}

/// The records in a backup.
pub(super) fn records_in(bytes: &[u8]) -> Vec<records::BackupRecord> {
    let rows = records::open_backup(bytes).expect("a good backup");
    rows.into_iter().flatten().collect()
}

pub(super) fn plan(page: &Page, file: &Document) -> Restoration {
    page.persistence.plan_restore(&records_in(&file.bytes))
}

pub(super) fn restore(page: &mut Page, restoration: Restoration) {
    page.persistence.restore(restoration);
    page.pump();
}

#[test]
fn everything_comes_back_on_another_device() {
    let mut here = Page::open(&Browser::default(), "here");
    here.save(attempt("one"));
    here.save(labelled(&attempt("two"), "Noord"));
    let file = here.persistence.backup();
    let mut there = Page::open(&Browser::default(), "there");
    let restoration = plan(&there, &file);
    assert_eq!(
        (restoration.added, restoration.updated, restoration.skipped),
        (2, 0, 0)
    );
    restore(&mut there, restoration);
    for one in here.persistence.attempts() {
        assert_eq!(there.get(one.id()).session, one.session);
    }
    let again = plan(&there, &file);
    assert!(again.is_empty() && again.skipped == 2);
}

#[test]
fn a_later_sentence_stays_and_one_that_only_the_backup_has_is_taken_in() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    let first = page.save(attempt("one"));
    let earlier = page.persistence.backup();
    page.save(labelled(&first, "later"));
    let restoration = plan(&page, &earlier);
    assert!(restoration.is_empty() && restoration.skipped == 1);
    restore(&mut page, restoration);
    assert_eq!(label(&page.get("one")), "later");

    // Another device that has the earlier one goes on from there.
    let mut there = Page::open(&Browser::default(), "there");
    let restoration = plan(&there, &earlier);
    restore(&mut there, restoration);
    let latest = page.persistence.backup();
    let restoration = plan(&there, &latest);
    assert_eq!((restoration.updated, restoration.conflicts.len()), (1, 0));
    restore(&mut there, restoration);
    assert_eq!(label(&there.get("one")), "later");
}

#[test]
fn where_both_sides_changed_both_stay_until_the_reader_chooses_however_often_was_typed() {
    let mut here = Page::open(&Browser::default(), "here");
    let begun = here.save(attempt("one"));
    let begun_file = here.persistence.backup();
    let mut there = Page::open(&Browser::default(), "there");
    let restoration = plan(&there, &begun_file);
    restore(&mut there, restoration);
    // Ten changes here, and one later one there.
    let mut mine = begun;
    for n in 0..10 {
        mine = here.save(labelled(&mine, &format!("mine {n}")));
    }
    *there.doubles.clock.now.borrow_mut() = "2026-03-09T09:00:00+01:00".to_owned();
    there.save(labelled(&there.get("one"), "theirs"));
    let file = there.persistence.backup();

    let mut restoration = plan(&here, &file);
    let [conflict] = &restoration.conflicts[..] else {
        panic!("one conflict");
    };
    let begun_at = ConflictSubject::Attempt(moment("2026-03-02T09:30:00+01:00"));
    assert_eq!(conflict.of, begun_at);
    assert_eq!(conflict.changed_there.as_str(), "2026-03-09T09:00:00+01:00");
    assert!(conflict.there_is_later);
    assert!(restoration.is_empty(), "nothing happens by itself");
    restore(&mut here, restoration.clone());
    assert_eq!(label(&here.get("one")), "mine 9");
    restoration.conflicts[0].takes_there = true;
    restore(&mut here, restoration);
    assert_eq!(label(&here.get("one")), "theirs");
}

/// Saves the only attempt as a file, at this moment.
fn exported(page: &mut Page, at: &str) {
    *page.doubles.clock.now.borrow_mut() = at.to_owned();
    let attempt = page.get("one");
    page.persistence.mark_exported(&attempt);
    page.pump();
    let marked = page.get("one").exported_at.clone();
    assert_eq!(marked.as_ref().map(Timestamp::as_str), Some(at));
}

#[test]
fn an_attempt_that_was_saved_as_a_file_on_both_sides_was_changed_on_neither() {
    let mut here = Page::open(&Browser::default(), "here");
    let begun = here.save(attempt("one"));
    let file = here.persistence.backup();
    exported(&mut here, "2026-03-03T09:00:00+01:00");
    assert_eq!(here.get("one").saved_at, begun.saved_at);
    assert_eq!(here.get("one").changed_at(), begun.changed_at());
    let mut there = Page::open(&Browser::default(), "there");
    let restoration = plan(&there, &file);
    restore(&mut there, restoration);
    exported(&mut there, "2026-03-04T09:00:00+01:00");
    let restoration = plan(&here, &there.persistence.backup());
    assert_eq!((restoration.conflicts.len(), restoration.skipped), (0, 1));
    assert!(restoration.is_empty());
}

#[test]
fn what_was_written_elsewhere_is_newer_than_what_was_only_saved_as_a_file_here() {
    let mut here = Page::open(&Browser::default(), "here");
    here.save(attempt("one"));
    let mut there = Page::open(&Browser::default(), "there");
    let restoration = plan(&there, &here.persistence.backup());
    restore(&mut there, restoration);
    for (n, written) in ["once", "twice"].into_iter().enumerate() {
        exported(&mut here, &format!("2026-03-0{}T09:00:00+01:00", 3 + n));
        exported(&mut there, &format!("2026-03-0{}T19:00:00+01:00", 3 + n));
        there.save(labelled(&there.get("one"), written));
        let restoration = plan(&here, &there.persistence.backup());
        assert_eq!((restoration.updated, restoration.conflicts.len()), (1, 0));
        restore(&mut here, restoration);
        assert_eq!(label(&here.get("one")), written);
        // And what is here now is nothing new there.
        exported(&mut here, &format!("2026-03-0{}T21:00:00+01:00", 3 + n));
        let restoration = plan(&there, &here.persistence.backup());
        assert_eq!((restoration.conflicts.len(), restoration.skipped), (0, 1));
    }
    // Written on both sides it is asked about as ever.
    here.save(labelled(&here.get("one"), "here"));
    there.save(labelled(&there.get("one"), "there"));
    let restoration = plan(&here, &there.persistence.backup());
    assert_eq!(restoration.conflicts.len(), 1);
}

#[test]
fn the_unfinished_attempt_that_was_changed_last_stays_that_when_all_are_saved_as_a_file() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.save(attempt("one"));
    let other = page.save(attempt("other"));
    page.save(labelled(&page.get("one"), "later"));
    page.persistence.mark_exported(&other);
    page.pump();
    let unfinished = page.persistence.unfinished("sales-mindset");
    assert_eq!(unfinished.expect("there are two").id(), "one");
}

#[test]
fn a_record_that_changes_while_its_backup_is_looked_at_is_not_written_over() {
    let mut page = Page::open(&Browser::default(), "a");
    let first = page.save(attempt("one"));
    let file = page.persistence.backup();
    let restoration = {
        let mut there = Page::open(&Browser::default(), "there");
        let restoration = plan(&there, &file);
        restore(&mut there, restoration);
        there.save(labelled(&there.get("one"), "theirs"));
        let mut restoration = plan(&page, &there.persistence.backup());
        for one in &mut restoration.conflicts {
            one.takes_there = true;
        }
        restoration
    };
    page.save(labelled(&first, "meanwhile"));
    restore(&mut page, restoration);
    assert_eq!(label(&page.get("one")), "meanwhile");
}

#[test]
fn what_is_twice_in_a_backup_or_cannot_be_read_is_counted_and_keeps_nothing_else_out() {
    let mut here = Page::open(&Browser::default(), "here");
    here.save(attempt("one"));
    let file = here.persistence.backup();
    let mut json: serde_json::Value = serde_json::from_slice(&file.bytes).expect("JSON");
    let list = json["records"].as_array_mut().expect("a list");
    let first = list[0].clone();
    let mut unreadable = first.clone();
    unreadable["key"] = "attempt/two".into();
    list.extend([first, unreadable]);
    let records = records_in(json.to_string().as_bytes());
    let there = Page::open(&Browser::default(), "there");
    let plan = there.persistence.plan_restore(&records);
    assert_eq!((plan.added, plan.skipped, plan.unreadable), (1, 1, 1));
}

#[test]
fn what_was_refused_restores_from_the_file_that_it_is_offered_as() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    let begun = page.save(labelled(&attempt("one"), "Zuid"));
    let body: Rc<str> = begun.write().into();
    let file = page
        .persistence
        .backup_of_body(&Attempt::key("one").expect("a name"), &body);
    page.delete("one");
    let restoration = plan(&page, &file);
    assert_eq!(restoration.added, 1);
    restore(&mut page, restoration);
    assert_eq!(label(&page.get("one")), "Zuid");
}
