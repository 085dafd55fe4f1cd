//! What is kept in the browser, and what happens when the browser keeps nothing.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use std::time::Duration;

/// As in a sandboxed frame, or with cookies blocked: the very access throws.
const DENIED: &str = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, {
        get() { throw new DOMException('Access is denied.', 'SecurityError'); } });";

/// As on a full disk: reading works, writing throws.
const FULL: &str = "Storage.prototype.setItem = IDBObjectStore.prototype.put = function () {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };";

/// Only the copies have no room.
const NO_ROOM_FOR_COPIES: &str = "Storage.prototype.setItem = function () {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError'); };";

/// As in a browser that never answers: the copies stand in for the database.
const DATABASE_HANGS: &str = "IDBFactory.prototype.open = () => ({});";

#[test]
fn nothing_is_stored_before_the_start() {
    run(Setup::phone(), async |page| {
        page.arrive().await?;
        assert!(page.stored().await?.is_empty(), "on arrival");
        page.unfold().await?;
        page.press(names::EXAMPLE).await?;
        page.screen("result").await?;
        assert!(page.stored().await?.is_empty(), "after the example");
        page.arrive().await?;
        page.press(names::START).await?;
        page.to_statements().await?;
        let first = &Instrument::read()?.order()[0];
        page.answer(first, Some(3)).await?;
        let stored = page
            .until("something stored", async || {
                Ok(Some(page.stored().await?).filter(|stored| !stored.is_empty()))
            })
            .await?;
        for key in stored.keys() {
            assert!(key.starts_with("mindset:"), "{key}");
        }
        Ok(())
    });
}

#[test]
fn with_storage_denied_a_rep_is_told_and_still_finishes_and_saves() {
    run(Setup::phone().before(DENIED), finish_with_a_notice);
}

#[test]
fn with_storage_full_a_rep_is_told_and_still_finishes_and_saves() {
    run(Setup::phone().before(FULL), finish_with_a_notice);
}

#[test]
fn with_room_for_the_database_alone_an_answer_is_saved_and_nothing_is_amiss() {
    run(
        Setup::phone().before(NO_ROOM_FOR_COPIES),
        saved_all_the_same,
    );
}

#[test]
fn with_a_database_that_never_answers_an_answer_is_saved_all_the_same() {
    run(Setup::phone().before(DATABASE_HANGS), saved_all_the_same);
}

#[test]
fn while_a_database_hangs_it_is_said_within_a_second_that_an_answer_is_not_saved_yet() {
    let denials = include_str!("reliability/storage_denied.js");
    run(Setup::phone().before(denials), async |page| {
        let order = Instrument::read()?.order();
        page.begin().await?;
        page.answer(&order[0], Some(3)).await?;
        page.saved().await?;
        page.script("return window.__deny('hanging')", Vec::new())
            .await?;
        page.answer(&order[1], Some(3)).await?;
        page.within(
            Duration::from_secs(1),
            "what has become of it",
            async || {
                let text = page.text().await?;
                assert!(!text.contains("Bewaard op dit apparaat"), "{text}");
                Ok(text.contains("Nog niet bewaard").then_some(()))
            },
        )
        .await
    });
}

async fn saved_all_the_same(page: &Page) -> Outcome {
    let order = Instrument::read()?.order();
    page.begin().await?;
    page.answer(&order[0], Some(3)).await?;
    page.saved().await?;
    assert!(page.parts("notice").await?.is_empty());
    page.driver().refresh().await?;
    let sight = page.back_to_question().await?;
    assert_eq!(sight.item, order[1]);
    Ok(())
}

async fn finish_with_a_notice(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    page.arrive().await?;
    page.press(names::START).await?;
    page.within(
        Duration::from_secs(1),
        "a notice that nothing is kept",
        async || Ok(page.parts("notice").await?.first().map(|_| ())),
    )
    .await?;
    assert!(!page.reads("notice").await?.is_empty());
    page.to_statements().await?;
    page.answer_from(0, &instrument, &answers).await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    assert_eq!(page.save().await?.answers(), answers);
    Ok(())
}

#[test]
fn a_record_that_cannot_be_read_is_kept_and_said() {
    run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        page.begin().await?;
        page.answer(&instrument.order()[0], Some(3)).await?;
        page.saved().await?;
        page.elsewhere().await?;
        let spoiled = page
            .script(
                "for (const key of Object.keys(localStorage))
                   localStorage.setItem(key, '{\"half\": [1, 2');
                 return new Promise((resolve, reject) => {
                   const opening = indexedDB.open('mindset');
                   opening.onsuccess = () => {
                     const transaction = opening.result.transaction('rows', 'readwrite');
                     const rows = transaction.objectStore('rows');
                     const names = rows.getAllKeys();
                     names.onsuccess = () => {
                       for (const name of names.result) rows.put('{\"half\": [1, 2', name);
                     };
                     transaction.oncomplete = () => resolve(names.result.length);
                     transaction.onabort = reject;
                   };
                 })",
                Vec::new(),
            )
            .await?;
        assert_ne!(spoiled, 0);
        page.arrive().await?;
        page.my_data().await?;
        assert!(!page.reads("notice").await?.is_empty());
        let kept = page.stored().await?;
        assert!(
            kept.values()
                .any(|value| value.contains("{\"half\": [1, 2")),
            "{kept:?}"
        );
        Ok(())
    });
}
