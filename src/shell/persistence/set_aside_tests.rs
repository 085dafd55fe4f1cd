//! What is set aside beside a record: it goes with the record, with a button of its own, and once
//! the list has what is in it.

use super::joined_tests::{BEFORE, SESSION};
use super::tests::{GOLDEN, NEWER, Page, attempt, instrument, label, labelled, plan, restore};
use super::*;
use store::doubles::{Browser, Fault};

/// A page with a result that was changed in two places at once: as `Noord` in the list, and
/// as `Zuid` in the version that is set aside.
fn with_a_second_version(browser: &Browser) -> Page {
    let mut here = Page::open(browser, "here");
    here.save(attempt("one"));
    let copies = browser.mirror();
    here.save(labelled(&here.get("one"), "Noord"));
    browser.edit_mirror(|rows| *rows = copies);
    let denied = |browser: &Browser| browser.database_fault("denied", Fault::Denied);
    let mut aside = Page::open_with(browser, "denied", &[instrument()], denied);
    aside.save(labelled(&aside.get("one"), "Zuid"));
    let page = Page::open(browser, "later");
    assert_eq!(label(&page.get("one")), "Noord");
    assert_eq!(page.reasons(), [UnreadableReason::Conflict]);
    assert!(stored(browser).contains("Zuid"));
    page
}

/// Everything that the browser stores, the mirror included.
fn stored(browser: &Browser) -> String {
    format!("{:?} {:?}", browser.database(), browser.mirror())
}

/// The file of the piece that is set aside, which has to be whole.
fn file_of_the_only_piece(page: &Page) -> Document {
    let pieces = page.persistence.unreadable();
    let [piece] = &pieces[..] else {
        panic!("one piece: {pieces:?}");
    };
    let backup = piece.backup.as_ref().expect("it goes into a backup");
    page.persistence.backup_of_record(backup)
}

fn delete_piece(page: &mut Page, place: &str) {
    page.persistence.delete_unreadable(place);
    page.pump();
}

#[test]
fn with_a_result_goes_its_second_version_and_both_come_back() {
    let browser = Browser::default();
    let mut page = with_a_second_version(&browser);
    page.persistence.set_language(Language::En);
    page.pump();
    page.delete("one");
    let left = stored(&browser);
    assert!(!left.contains("Zuid") && !left.contains("Noord"), "{left}");
    assert!(page.reasons().is_empty());
    assert!(page.snapshot().is_empty(), "nor the language");
    page.take_back();
    let mut page = Page::open(&browser, "again");
    assert_eq!(label(&page.get("one")), "Noord");
    assert_eq!(page.reasons(), [UnreadableReason::Conflict]);
    let mut restoration = plan(&page, &file_of_the_only_piece(&page));
    restoration.conflicts[0].takes_there = true;
    restore(&mut page, restoration);
    assert_eq!(label(&page.get("one")), "Zuid");
}

#[test]
fn what_was_set_aside_of_another_result_stays_when_one_is_deleted() {
    let browser = Browser::default();
    let mut page = with_a_second_version(&browser);
    page.save(attempt("two"));
    page.delete("two");
    assert_eq!(page.reasons(), [UnreadableReason::Conflict]);
    assert!(stored(&browser).contains("Zuid"));
}

#[test]
fn with_an_agreement_goes_what_was_set_aside_of_it() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.put("agreements/a1", "cut off");
    let mut page = Page::open(&browser, "b");
    assert_eq!(page.reasons(), [UnreadableReason::Damaged]);
    let moment = model::Timestamp::parse("2026-11-24T10:00:00+01:00").expect("a moment");
    let agreement = model::Agreement::default();
    let agreement = AgreementRecord::new("a1".into(), "one".into(), moment, agreement);
    let file = page.persistence.backup_of_body(
        &AgreementRecord::key("a1").expect("a name"),
        &agreement.write(),
    );
    let restoration = plan(&page, &file);
    restore(&mut page, restoration);
    assert!(page.persistence.agreement("a1").is_some());
    page.persistence.delete_joined::<AgreementRecord>("a1");
    page.pump();
    assert!(page.reasons().is_empty());
    assert!(!stored(&browser).contains("cut off"));
    page.take_back();
    assert!(page.persistence.agreement("a1").is_some());
    assert_eq!(page.reasons(), [UnreadableReason::Damaged]);
}

#[test]
fn a_second_version_goes_once_it_was_chosen_and_stays_until_then() {
    let browser = Browser::default();
    let mut page = with_a_second_version(&browser);
    let file = file_of_the_only_piece(&page);
    let restoration = plan(&page, &file);
    restore(&mut page, restoration);
    assert_eq!(label(&page.get("one")), "Noord");
    assert_eq!(page.reasons(), [UnreadableReason::Conflict]);
    let mut restoration = plan(&page, &file);
    restoration.conflicts[0].takes_there = true;
    restore(&mut page, restoration);
    for page in [&page, &Page::open(&browser, "again")] {
        assert_eq!(label(&page.get("one")), "Zuid");
        assert!(page.reasons().is_empty());
    }
}

#[test]
fn a_second_version_goes_once_one_that_descends_from_it_was_restored() {
    let browser = Browser::default();
    let mut page = with_a_second_version(&browser);
    let later = {
        let mut there = Page::open(&Browser::default(), "there");
        let restoration = plan(&there, &file_of_the_only_piece(&page));
        restore(&mut there, restoration);
        there.save(labelled(&there.get("one"), "later"));
        there.persistence.backup()
    };
    let mut restoration = plan(&page, &later);
    restoration.conflicts[0].takes_there = true;
    restore(&mut page, restoration);
    assert_eq!(label(&page.get("one")), "later");
    assert!(page.reasons().is_empty());
}

#[test]
fn an_older_result_stays_set_aside_when_another_version_of_it_is_restored() {
    let browser = Browser::default();
    Page::open(&browser, "a").put(&format!("attempt/{SESSION}"), BEFORE);
    let mut page = Page::open(&browser, "b");
    let unrelated = {
        let mut there = Page::open(&Browser::default(), "there");
        there.save(attempt(SESSION));
        there.persistence.backup()
    };
    let restoration = plan(&page, &unrelated);
    assert_eq!(restoration.added, 1);
    restore(&mut page, restoration);
    assert!(page.persistence.attempt(SESSION).is_some());
    assert_eq!(page.reasons(), [UnreadableReason::Older]);
}

#[test]
fn an_older_result_of_which_a_part_was_refused_stays_set_aside() {
    let browser = Browser::default();
    Page::open(&browser, "a").put(&format!("attempt/{SESSION}"), BEFORE);
    let mut page = Page::open(&browser, "b");
    let restoration = plan(&page, &file_of_the_only_piece(&page));
    let replacements = restoration.clone().replacements();
    let mut incoming = replacements.iter().map(|one| &one.incoming);
    let agreement = incoming.find(|one| one.key.kind() == AgreementRecord::KIND);
    let agreement = agreement.expect("an agreement");
    // Meanwhile another page stores something under its name.
    Page::open(&browser, "c").put(agreement.key.as_str(), &agreement.body);
    restore(&mut page, restoration);
    assert_eq!(page.reasons(), [UnreadableReason::Older]);
}

#[test]
fn every_piece_that_cannot_be_opened_is_deleted_by_itself_and_comes_back() {
    let browser = Browser::default();
    let mut page = with_a_second_version(&browser);
    page.put("attempt/bad", "damage");
    page.put("attempt/new", NEWER);
    page.put(&format!("attempt/{SESSION}"), BEFORE);
    let waiting = GOLDEN.replace("sales-mindset", "not-here");
    page.put("attempt/6f1c2a34-5b6d-4e7f-8a9b-0c1d2e3f4a5c", &waiting);
    browser.edit_database(|rows| {
        rows.insert(
            "attempt/later".into(),
            "2 a later row\nof a later app".into(),
        );
    });
    let pieces = Page::open(&browser, "pieces").persistence.unreadable();
    let reasons: Vec<_> = pieces.iter().map(|one| one.reason).collect();
    for reason in [
        UnreadableReason::Damaged,
        UnreadableReason::Newer,
        UnreadableReason::Older,
        UnreadableReason::Waiting,
        UnreadableReason::Conflict,
    ] {
        assert!(reasons.contains(&reason), "{reasons:?}");
    }
    for (n, piece) in pieces.iter().enumerate() {
        let mut page = Page::open(&browser, &format!("deletes-{n}"));
        let before = page.persistence.unreadable();
        delete_piece(&mut page, &piece.place);
        let mut others = pieces.clone();
        others.remove(n);
        assert_eq!(texts(&page.persistence.unreadable()), texts(&others));
        let again = Page::open(&browser, &format!("after-{n}"));
        assert_eq!(texts(&again.persistence.unreadable()), texts(&others));
        assert_eq!(label(&again.get("one")), "Noord");
        page.take_back();
        assert_eq!(texts(&page.persistence.unreadable()), texts(&before));
    }
}

fn texts(pieces: &[UnreadableRecord]) -> Vec<(UnreadableReason, String)> {
    let texts = pieces.iter().map(|one| (one.reason, one.text.clone()));
    let mut texts: Vec<_> = texts.collect();
    texts.sort_by_key(|(_, text)| text.clone());
    texts
}

#[test]
fn with_the_last_piece_goes_the_language() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.put("attempt/bad", "damage");
    page.persistence.set_language(Language::En);
    page.pump();
    let mut page = Page::open(&browser, "b");
    let place = page.persistence.unreadable().remove(0).place;
    delete_piece(&mut page, &place);
    assert!(page.snapshot().is_empty() && page.reasons().is_empty());
}

/// Cuts the row of this name, in the database and in its copy.
fn damage(browser: &Browser, name: &str) -> String {
    let mut cut = browser.database()[name].clone();
    cut.truncate(cut.len() / 2);
    browser.edit_database(|rows| drop(rows.insert(name.to_owned(), cut.clone())));
    browser.edit_mirror(|rows| drop(rows.insert(name.to_owned(), cut.clone())));
    cut
}

#[test]
fn a_result_whose_row_is_damaged_comes_back_from_a_backup_and_the_row_can_be_had() {
    let browser = Browser::default();
    let mut before = Page::open(&browser, "a");
    before.save(labelled(&attempt("one"), "Noord"));
    let file = before.persistence.backup();
    let cut = damage(&browser, "attempt/one");
    let mut page = Page::open(&browser, "b");
    let offered = |page: &Page| {
        let pieces = page.persistence.unreadable();
        let [piece] = &pieces[..] else {
            panic!("one piece: {pieces:?}");
        };
        assert_eq!(piece.reason, UnreadableReason::Damaged);
        assert_eq!((piece.name.as_str(), &piece.text), ("attempt/one", &cut));
        assert_eq!(piece.backup, None);
    };
    offered(&page);
    assert!(
        !page.persistence.contains("one"),
        "a file of it is not here already"
    );
    let restoration = plan(&page, &file);
    assert_eq!((restoration.added, restoration.skipped), (1, 0));
    restore(&mut page, restoration);
    let again = Page::open(&browser, "c");
    for page in [&page, &again] {
        assert_eq!(label(&page.get("one")), "Noord");
        offered(page);
    }
}

#[test]
fn a_result_whose_row_is_damaged_is_kept_anew_from_its_file() {
    let browser = Browser::default();
    Page::open(&browser, "a").save(attempt("one"));
    damage(&browser, "attempt/one");
    let mut page = Page::open(&browser, "b");
    page.save_over(attempt("one"), &Version::default());
    assert!(page.refused.is_empty(), "{:?}", page.refused);
    assert_eq!(Page::open(&browser, "c").ids(), ["one"]);
}

#[test]
fn a_language_whose_row_is_damaged_is_remembered_anew() {
    let browser = Browser::default();
    let mut page = Page::open(&browser, "a");
    page.persistence.set_language(Language::En);
    page.save(attempt("one"));
    damage(&browser, "preferences");
    let mut page = Page::open(&browser, "b");
    assert_eq!(page.persistence.language(), None);
    page.persistence.set_language(Language::En);
    page.pump();
    assert_eq!(
        Page::open(&browser, "c").persistence.language(),
        Some(Language::En)
    );
}

#[test]
fn without_room_a_damaged_row_is_offered_where_it_lies() {
    let browser = Browser::default();
    Page::open(&browser, "a").save(attempt("one"));
    let cut = damage(&browser, "attempt/one");
    let full = |browser: &Browser| browser.database_fault("b", Fault::Full);
    let page = Page::open_with(&browser, "b", &[instrument()], full);
    assert_eq!(page.persistence.unreadable()[0].text, cut);
    assert_eq!(browser.database()["attempt/one"], cut);
    assert!(page.persistence.contains("one"));
}
