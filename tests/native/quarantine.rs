//! What becomes of records that cannot be read: damaged ones, and those of a newer app.

use mindset_mirror::shelf::Shelf;
use model::{Instrument, Language, Session};
use platform::doubles::{MemoryStorage, SetClock};
use platform::{Storage, StorageError};
use records::{Attempt, Unreadable};
use std::rc::Rc;

use crate::shelf::{GOLDEN, GOLDEN_KEY, NEWER, attempt, ignore, listen, shelf};
use crate::support::{Shape, load};

#[test]
fn a_damaged_record_moves_to_quarantine_byte_for_byte() {
    let storage = MemoryStorage::with([("attempt:bad", "{\"schema\":1,"), (GOLDEN_KEY, GOLDEN)]);
    let opened = shelf(&storage);
    assert_eq!(storage.keys(), [GOLDEN_KEY, "quarantine:attempt:bad"]);
    for shelf in [opened, shelf(&storage)] {
        let [piece] = &shelf.quarantined()[..] else {
            panic!("one piece in quarantine");
        };
        assert_eq!(piece.text, "{\"schema\":1,");
        assert_eq!(shelf.attempts().len(), 1);
    }
}

#[test]
fn a_second_damaged_record_of_one_key_does_not_replace_the_first() {
    let storage = MemoryStorage::with([
        ("attempt:bad", "second"),
        ("quarantine:attempt:bad", "first"),
    ]);
    let mut texts: Vec<String> = shelf(&storage)
        .quarantined()
        .into_iter()
        .map(|p| p.text)
        .collect();
    texts.sort();
    assert_eq!(texts, ["first", "second"]);
    assert_eq!(storage.get("attempt:bad"), None);
}

#[test]
fn a_move_to_quarantine_that_stops_half_way_loses_nothing_and_is_ended_later() {
    let storage = MemoryStorage::with([("attempt:bad", "damage")]);
    *storage.stuck.borrow_mut() = Some("bad".to_owned());
    assert_eq!(shelf(&storage).quarantined().len(), 1);
    assert_eq!(storage.keys(), ["attempt:bad", "quarantine:attempt:bad"]);
    *storage.stuck.borrow_mut() = None;
    assert_eq!(shelf(&storage).quarantined().len(), 1);
    assert_eq!(storage.keys(), ["quarantine:attempt:bad"]);
}

#[test]
fn without_room_for_quarantine_the_damaged_record_stays_and_is_never_written_over() {
    let storage = MemoryStorage::with([("attempt:bad", "damage"), ("preferences", "damage too")]);
    storage.write_error.set(Some(StorageError::Full));
    let shelf = shelf(&storage);
    storage.write_error.set(None);
    assert_eq!(shelf.quarantined().len(), 2);
    let (heard, done) = listen();
    shelf.save(attempt("bad"), done());
    shelf.set_language(Language::En, done());
    assert_eq!(*heard.borrow(), [Err(StorageError::Failed); 2]);
    assert_eq!(storage.get("attempt:bad").as_deref(), Some("damage"));
    assert_eq!(storage.get("preferences").as_deref(), Some("damage too"));
    assert_eq!(shelf.preferences().language, Some(Language::En));
}

#[test]
fn a_record_under_the_key_of_another_session_is_damage() {
    let storage = MemoryStorage::with([("attempt:someone-else", GOLDEN)]);
    let shelf = shelf(&storage);
    assert_eq!((shelf.attempts().len(), shelf.quarantined().len()), (0, 1));
}

#[test]
fn what_a_newer_app_wrote_is_shown_as_such_and_never_touched() {
    let entries = [
        ("attempt:new", NEWER),
        ("index", "unheard of"),
        ("preferences", NEWER),
    ];
    let storage = MemoryStorage::with(entries);
    let shelf = shelf(&storage);
    let aside = shelf.set_aside();
    assert_eq!(aside.len(), 2);
    assert!(
        aside
            .iter()
            .all(|piece| piece.reason == Unreadable::Newer { schema: 99 })
    );
    assert_eq!(aside[0].text, NEWER);
    assert!(
        shelf.contains("new"),
        "an opened file of that session is not a new one"
    );
    let (heard, done) = listen();
    shelf.save(attempt("new"), done());
    assert_eq!(*heard.borrow(), [Err(StorageError::Failed)]);
    shelf.set_language(Language::Nl, ignore());
    let stored = storage.load().expect("the double is readable");
    let expected = entries.map(|(key, text)| (key.to_owned(), text.to_owned()));
    assert_eq!(stored, expected);
}

#[test]
fn an_instrument_that_is_not_here_sets_its_record_aside() {
    let text = GOLDEN.replace("\"0.1.0\"", "\"0.0.9\"");
    let storage = MemoryStorage::with([(GOLDEN_KEY, text.as_str())]);
    let aside = shelf(&storage).set_aside();
    assert!(matches!(
        aside[0].reason,
        Unreadable::UnknownInstrument { .. }
    ));
    assert_eq!(storage.get(GOLDEN_KEY), Some(text));
}

/// A custom questionnaire, with this version and this first statement.
fn custom(version: &str, statement: &str) -> Rc<Instrument> {
    let mut file = Shape::default().json();
    file["meta"]["version"] = version.into();
    file["items"][0]["text"]["en"] = statement.into();
    Rc::new(load(&file).expect("a sound definition"))
}

#[test]
fn results_wait_while_their_custom_questionnaire_is_missing_and_come_back_with_it() {
    let storage = Rc::new(MemoryStorage::default());
    let open = |instruments: &[&Rc<Instrument>]| {
        let instruments = instruments.iter().map(|&one| one.clone()).collect();
        Shelf::open(storage.clone(), Rc::new(SetClock::default()), instruments)
    };
    let original = custom("1.0.0", "I call back within a day.");
    let edited = custom("1.0.0", "I call back within two days.");
    let later = custom("1.1.0", "I call back within two days.");
    let save = |id: &str, instrument: &Rc<Instrument>| {
        let at = "2026-11-23T10:00:00+01:00".to_owned();
        let session = Session::start(instrument, id.to_owned(), 1, Language::Nl, at);
        let shelf = open(&[instrument]);
        shelf.save(Attempt::new(instrument.clone(), session), ignore());
    };
    save("first", &original);
    let stored = storage.get("attempt:first").expect("it was saved");

    // Edited under the same version, with a new version, and taken out.
    for instruments in [&[&edited][..], &[&later], &[&edited, &later], &[]] {
        let shelf = open(instruments);
        assert!(shelf.attempt("first").is_none(), "it is scored by no other");
        assert_eq!(shelf.set_aside().len(), 1);
        assert!(shelf.quarantined().is_empty(), "nothing is wrong with it");
        assert_eq!(storage.get("attempt:first").as_ref(), Some(&stored));
    }
    save("second", &edited);

    // Put back beside what came since.
    let shelf = open(&[&edited, &later, &original]);
    assert!(shelf.set_aside().is_empty());
    for (id, instrument) in [("first", &original), ("second", &edited)] {
        let attempt = shelf.attempt(id).expect("it is back");
        assert_eq!(attempt.instrument.reference(), instrument.reference());
    }
}
