//! What is kept, deleted and put back, also when the store refuses or is full.

use std::cell::RefCell;
use std::rc::Rc;

use mindset_mirror::shelf::Shelf;
use model::{Action, Session};
use model::{Instrument, Language};
use platform::doubles::{MemoryStorage, SetClock};
use platform::{Clock, Done, Storage, StorageError};
use records::Attempt;

use crate::support::sales_mindset;

pub const GOLDEN_KEY: &str = "attempt:6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b";
pub const GOLDEN: &str = include_str!("fixtures/saved/v1.json");
pub const NEWER: &str = r#"{"schema":99,"what":"is to come"}"#;

pub type Heard = Rc<RefCell<Vec<Result<(), StorageError>>>>;

pub fn shelf(storage: &Rc<MemoryStorage>) -> Shelf {
    let instruments: Vec<Rc<Instrument>> = vec![Rc::new(sales_mindset())];
    Shelf::open(storage.clone(), Rc::new(SetClock::default()), instruments)
}

pub fn attempt(id: &str) -> Attempt {
    let instrument = Rc::new(sales_mindset());
    let at = SetClock::default().now();
    let session = Session::start(&instrument, id.to_owned(), 1, Language::Nl, at);
    Attempt::new(instrument, session)
}

/// An acknowledgement that writes down what it hears.
pub fn listen() -> (Heard, impl Fn() -> Done) {
    let heard = Heard::default();
    let write = heard.clone();
    let done = move || -> Done {
        let write = write.clone();
        Box::new(move |result| write.borrow_mut().push(result))
    };
    (heard, done)
}

pub fn ignore() -> Done {
    Box::new(|_| ())
}

#[test]
fn nothing_is_stored_before_an_attempt_is() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    let (heard, done) = listen();
    shelf.set_language(Language::En, done());
    assert_eq!(storage.keys(), [""; 0]);
    assert_eq!(shelf.preferences().language, Some(Language::En));

    shelf.save(attempt("one"), done());
    assert_eq!(storage.keys(), ["attempt:one", "preferences"]);
    assert_eq!(*heard.borrow(), [Ok(()), Ok(())]);
    let reopened = self::shelf(&storage);
    assert_eq!(reopened.preferences().language, Some(Language::En));
}

#[test]
fn every_saving_is_a_new_revision_and_survives_a_reload() {
    let storage = Rc::<MemoryStorage>::default();
    let first = shelf(&storage);
    first.save(attempt("one"), ignore());
    let mut again = Attempt::clone(&first.attempt("one").expect("it was saved"));
    let instrument = again.instrument.clone();
    again.session.update(&instrument, Action::SkipAllContext);
    first.save(again, ignore());

    let kept = shelf(&storage).attempt("one").expect("it is stored");
    assert_eq!(kept.revision, 2);
    assert_eq!(kept.saved_at, "2026-03-02T09:30:00+01:00");
    assert_eq!(Some(kept), first.attempt("one"));
}

#[test]
fn an_older_copy_saved_late_still_gets_the_highest_revision() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    for _ in 0..3 {
        shelf.save(attempt("one"), ignore());
    }
    assert_eq!(shelf.attempt("one").map(|kept| kept.revision), Some(3));
}

#[test]
fn the_latest_started_attempt_comes_first() {
    let storage = MemoryStorage::with([(GOLDEN_KEY, GOLDEN)]);
    let shelf = shelf(&storage);
    let clock = SetClock::default();
    *clock.now.borrow_mut() = "2026-04-01T12:00:00+02:00".to_owned();
    let instrument = Rc::new(sales_mindset());
    let session = Session::start(
        &instrument,
        "later".to_owned(),
        3,
        Language::Nl,
        clock.now(),
    );
    shelf.save(Attempt::new(instrument, session), ignore());
    let ids: Vec<String> = shelf
        .attempts()
        .iter()
        .map(|kept| kept.id().to_owned())
        .collect();
    assert_eq!(ids, ["later", "6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5b"]);
}

#[test]
fn a_refused_store_leaves_everything_in_memory_and_says_so() {
    let storage = Rc::<MemoryStorage>::default();
    storage.deny();
    let shelf = shelf(&storage);
    assert_eq!(shelf.trouble(), Some(StorageError::Denied));
    let (heard, done) = listen();
    shelf.save(attempt("one"), done());
    assert_eq!(*heard.borrow(), [Err(StorageError::Denied)]);
    assert!(shelf.attempt("one").is_some());
}

#[test]
fn a_full_store_keeps_the_revision_before_and_the_newest_in_memory() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    shelf.save(attempt("one"), ignore());
    let before = storage.get("attempt:one");
    storage.write_error.set(Some(StorageError::Full));
    let (heard, done) = listen();
    shelf.save(attempt("one"), done());
    assert_eq!(*heard.borrow(), [Err(StorageError::Full)]);
    assert_eq!(storage.get("attempt:one"), before);
    assert_eq!(shelf.attempt("one").map(|kept| kept.revision), Some(2));

    storage.write_error.set(None);
    shelf.save(attempt("one"), done());
    assert_eq!(heard.borrow().last(), Some(&Ok(())));
}

#[test]
fn a_deleted_attempt_is_gone_from_the_store_and_comes_back_by_undo() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    shelf.save(attempt("one"), ignore());
    let before = storage.load();
    let (heard, done) = listen();
    let undo = shelf.delete("one", done());
    assert!(!undo.is_empty() && !shelf.contains("one"));
    assert_eq!(storage.keys(), [""; 0]);
    shelf.restore(undo, done());
    assert_eq!(storage.load(), before);
    assert_eq!(shelf.attempts().len(), 1);
    assert_eq!(*heard.borrow(), [Ok(()), Ok(())]);
    assert!(shelf.delete("no such attempt", done()).is_empty());
}

#[test]
fn deleting_everything_leaves_nothing_and_undo_brings_everything_back() {
    let entries = [
        ("attempt:bad", "damage"),
        (GOLDEN_KEY, GOLDEN),
        ("attempt:new", NEWER),
        ("index", "unheard of"),
        ("preferences", r#"{"schema":1,"language":"en"}"#),
    ];
    let storage = MemoryStorage::with(entries);
    let shelf = shelf(&storage);
    // Another tab has saved since.
    storage.write("attempt:other-tab", NEWER, ignore());
    let before = storage.keys();
    let (heard, done) = listen();
    let undo = shelf.delete_all(done());
    assert_eq!(storage.keys(), [""; 0]);
    assert!(shelf.attempts().is_empty() && shelf.quarantined().is_empty());
    assert_eq!(
        shelf.preferences().language,
        Some(Language::En),
        "still spoken"
    );
    shelf.restore(undo, done());
    assert_eq!(storage.keys(), before);
    assert_eq!(*heard.borrow(), [Ok(()), Ok(())]);
    assert_eq!(self::shelf(&storage).attempts(), shelf.attempts());
}

#[test]
fn a_failure_half_way_through_deleting_everything_is_said_after_all_was_tried() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    for id in ["a", "b", "c"] {
        shelf.save(attempt(id), ignore());
    }
    *storage.stuck.borrow_mut() = Some("b".to_owned());
    let (heard, done) = listen();
    let undo = shelf.delete_all(done());
    assert_eq!(*heard.borrow(), [Err(StorageError::Failed)]);
    assert_eq!(storage.keys(), ["attempt:b"]);
    shelf.restore(undo, ignore());
    assert_eq!(storage.keys(), ["attempt:a", "attempt:b", "attempt:c"]);
}

#[test]
fn undo_does_not_replace_what_was_saved_since() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    shelf.save(attempt("one"), ignore());
    let undo = shelf.delete("one", ignore());
    let mut newer = attempt("one");
    newer.revision = 40;
    shelf.save(newer, ignore());
    shelf.restore(undo, ignore());
    assert_eq!(shelf.attempt("one").map(|kept| kept.revision), Some(41));
}

#[test]
fn a_callback_may_use_the_shelf() {
    let storage = Rc::<MemoryStorage>::default();
    let shelf = shelf(&storage);
    let inside = shelf.clone();
    let seen = Rc::new(RefCell::new(0));
    let count = seen.clone();
    let done: Done = Box::new(move |_| *count.borrow_mut() = inside.attempts().len());
    shelf.save(attempt("one"), done);
    assert_eq!(*seen.borrow(), 1);
}
