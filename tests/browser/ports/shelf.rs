//! The shelf on the real local storage.

use std::rc::Rc;

use definition::BUNDLED;
use mindset_mirror::shelf::Shelf;
use model::Session;
use model::{Instrument, Language};
use platform_web::ports;
use records::Attempt;
use wasm_bindgen_test::wasm_bindgen_test;

use super::support::{listen, raw, tidy};

fn instrument() -> Rc<Instrument> {
    Rc::new(definition::from_json(BUNDLED[0].1).expect("the bundled instrument is checked"))
}

fn open() -> Shelf {
    let ports = ports();
    Shelf::open(ports.storage, ports.clock, vec![instrument()])
}

fn attempt(id: &str) -> Attempt {
    let at = "2026-03-02T09:30:00+01:00".to_owned();
    let instrument = instrument();
    let session = Session::start(&instrument, id.to_owned(), 1, Language::Nl, at);
    Attempt::new(instrument, session)
}

#[wasm_bindgen_test]
fn an_attempt_is_there_again_after_a_reload() {
    tidy();
    let (heard, done) = listen();
    let shelf = open();
    shelf.save(attempt("one"), done());
    assert_eq!(*heard.borrow(), [Ok(())]);
    assert_eq!(open().attempt("one"), shelf.attempt("one"));
    assert!(shelf.attempt("one").is_some());
    tidy();
}

#[wasm_bindgen_test]
fn opening_stores_nothing() {
    tidy();
    let before = raw().length();
    let shelf = open();
    shelf.set_language(Language::En, Box::new(|_| ()));
    assert_eq!(raw().length(), before);
}

#[wasm_bindgen_test]
fn deleting_everything_leaves_the_keys_of_others_alone() {
    tidy();
    for (key, text) in [
        ("stranger", "theirs"),
        ("stranger:mindset:x", "theirs too"),
        ("mindset:attempt:bad", "{"),
        ("mindset:unheard-of", "ours"),
    ] {
        raw().set_item(key, text).expect("there is room");
    }
    let shelf = open();
    let (heard, done) = listen();
    shelf.save(attempt("one"), done());
    let undo = shelf.delete_all(done());
    assert!(!undo.is_empty());
    assert_eq!(*heard.borrow(), [Ok(()), Ok(())]);
    let left = (0..raw().length().expect("storage can be asked"))
        .filter_map(|n| raw().key(n).ok().flatten())
        .filter(|key| key.contains("mindset") || key.starts_with("stranger"));
    let mut left: Vec<String> = left.collect();
    left.sort();
    assert_eq!(left, ["stranger", "stranger:mindset:x"]);
    shelf.restore(undo, done());
    let back = raw().get_item("mindset:quarantine:attempt:bad");
    assert_eq!(back, Ok(Some("{".to_owned())));
    tidy();
}
