//! Several tabs of one browser: nothing newer is written over, nothing deleted returns, and each
//! tab shows what is stored.

use e2e::Outcome;
use e2e::engine::Need;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::json;

/// Answers these statements of the first page, and waits until the last answer is saved.
async fn answer(page: &Page, places: std::ops::Range<usize>) -> Outcome {
    let order = Instrument::read()?.order();
    for item in &order[places] {
        page.answer(item, Some(4)).await?;
    }
    page.saved().await
}

/// An attempt with two answers, in the tab that is worked in.
async fn begun(page: &Page) -> Outcome {
    page.begin().await?;
    answer(page, 0..2).await
}

/// Goes on with the attempt in a new tab.
async fn taken_over(page: &Page) -> Outcome<thirtyfour::WindowHandle> {
    let tab = page.new_tab().await?;
    page.press(names::CONTINUE).await?;
    page.read_only().await?;
    page.continue_here().await?;
    Ok(tab)
}

/// How many answers the only stored attempt has.
async fn answers(page: &Page) -> Outcome<usize> {
    let attempts = page.stored_attempts().await?;
    assert_eq!(attempts.len(), 1, "{attempts:?}");
    let answers = attempts[0]["session"]["answers"].as_object();
    Ok(answers.map_or(0, |answers| answers.len()))
}

/// Waits until this many attempts are stored.
async fn stored(page: &Page, count: usize) -> Outcome {
    page.until(&format!("{count} stored attempts"), async || {
        Ok((page.stored_attempts().await?.len() == count).then_some(()))
    })
    .await
}

/// How many rows the list of what is stored has.
async fn rows(page: &Page, count: usize) -> Outcome {
    page.until(&format!("{count} rows"), async || {
        let script = "return document.querySelectorAll('li[data-session]').length";
        Ok((page.script(script, Vec::new()).await? == json!(count)).then_some(()))
    })
    .await
}

#[test]
fn a_second_tab_shows_an_attempt_read_only_and_takes_it_over_on_request() {
    run(Setup::desk(), async |page| {
        let order = Instrument::read()?.order();
        begun(page).await?;
        let first = page.tab().await?;
        let second = page.new_tab().await?;
        page.press(names::CONTINUE).await?;
        page.read_only().await?;
        page.accessible("an attempt that another tab has open")
            .await?;
        assert_eq!(page.screen("question").await?.item, order[2]);
        let open = "return document.querySelectorAll('input[type=radio]:enabled').length";
        assert_eq!(page.script(open, Vec::new()).await?, json!(0));
        page.keys("4").await?;

        // It follows what the first one does, and cannot have answered itself.
        page.show(&first).await?;
        assert_eq!(answers(page).await?, 2);
        answer(page, 2..3).await?;
        page.show(&second).await?;
        page.see("the next statement", |sight| sight.item == order[3])
            .await?;
        page.continue_here().await?;
        assert_ne!(page.script(open, Vec::new()).await?, json!(0));
        answer(page, 3..5).await?;
        assert_eq!(answers(page).await?, 5);

        page.show(&first).await?;
        page.read_only().await?;
        page.see("where the other tab is", |sight| sight.item == order[5])
            .await?;
        assert_eq!(page.script(open, Vec::new()).await?, json!(0));
        page.continue_here().await?;
        answer(page, 5..6).await?;
        page.show(&second).await?;
        page.read_only().await?;
        assert_eq!(answers(page).await?, 6);
        Ok(())
    });
}

#[test]
fn an_attempt_is_free_for_a_tab_that_is_shown_once_the_one_that_had_it_is_closed() {
    run(Setup::desk().needs(Need::HiddenTabs), async |page| {
        begun(page).await?;
        let first = page.tab().await?;
        let second = page.new_tab().await?;
        page.press(names::CONTINUE).await?;
        page.read_only().await?;
        let note = "document.addEventListener('visibilitychange', () =>
            localStorage.setItem('second', document.visibilityState))";
        page.script(note, Vec::new()).await?;
        page.show(&first).await?;
        // A browser hides a tab later than it shows the next one.
        page.until("that the second one is hidden", async || {
            let noted = page.script("return localStorage.second", Vec::new());
            Ok((noted.await? == json!("hidden")).then_some(()))
        })
        .await?;
        page.close_for(&second).await?;
        page.until("that it can be changed here", async || {
            let offered = page.find(names::CONTINUE_HERE).await?.is_some();
            Ok((!offered).then_some(()))
        })
        .await?;
        answer(page, 2..3).await?;
        assert_eq!(answers(page).await?, 3);
        Ok(())
    });
}

#[test]
fn an_old_tab_that_is_shown_hidden_and_closed_writes_over_nothing() {
    run(Setup::desk(), async |page| {
        begun(page).await?;
        let old = page.tab().await?;
        let new = taken_over(page).await?;
        answer(page, 2..7).await?;
        let before = page.stored_attempts_without_time().await?;
        page.show(&old).await?;
        page.read_only().await?;
        page.show(&new).await?;
        page.show(&old).await?;
        page.close_for(&new).await?;
        assert_eq!(page.stored_attempts_without_time().await?, before);
        page.driver().refresh().await?;
        let order = Instrument::read()?.order();
        assert_eq!(page.back_to_question().await?.item, order[7]);
        Ok(())
    });
}

#[test]
fn a_page_from_the_back_forward_cache_goes_on_where_it_was_and_saves() {
    run(Setup::desk(), async |page| {
        begun(page).await?;
        page.mark().await?;
        page.elsewhere().await?;
        page.come_back().await?;
        if page.engine().lacks(Need::CachedLocks).is_some() {
            page.screen("start").await?;
            page.press(names::CONTINUE).await?;
        }
        page.writable().await?;
        page.screen("question").await?;
        assert_eq!(
            page.is_as_left().await?,
            page.engine().lacks(Need::CachedLocks).is_none(),
            "a lock or a channel keeps it out of the cache"
        );
        answer(page, 2..4).await?;
        assert_eq!(answers(page).await?, 4);
        Ok(())
    });
}

#[test]
fn a_page_that_comes_back_after_another_tab_went_on_writes_over_nothing() {
    run(Setup::desk(), async |page| {
        begun(page).await?;
        page.mark().await?;
        let left = page.tab().await?;
        page.elsewhere().await?;
        let other = page.new_tab().await?;
        page.press(names::CONTINUE).await?;
        page.screen("question").await?;
        answer(page, 2..6).await?;
        // The page that was left holds on to nothing.
        assert!(page.find(names::CONTINUE_HERE).await?.is_none());
        let before = page.stored_attempts_without_time().await?;

        page.show(&left).await?;
        page.come_back().await?;
        // The browser may bring it as it was, or load it anew.
        let open = page.is_as_left().await?;
        page.screen(if open { "question" } else { "start" }).await?;
        page.elsewhere().await?;
        page.show(&other).await?;
        assert_eq!(page.stored_attempts_without_time().await?, before);
        answer(page, 6..7).await?;
        assert_eq!(answers(page).await?, 7);
        Ok(())
    });
}

/// What a page hears that goes into the cache, without its going there: so it can be followed.
const LEFT: &str = "dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))";
const BACK: &str = "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";

#[test]
fn a_page_that_comes_back_follows_the_tab_that_has_its_attempt_now() {
    run(Setup::desk(), async |page| {
        let order = Instrument::read()?.order();
        begun(page).await?;
        let left = page.tab().await?;
        page.script(LEFT, Vec::new()).await?;
        let other = page.new_tab().await?;
        page.press(names::CONTINUE).await?;
        answer(page, 2..6).await?;
        let before = page.stored_attempts_without_time().await?;
        page.show(&left).await?;
        page.script(BACK, Vec::new()).await?;
        page.read_only().await?;
        page.see("where the other tab is", |sight| sight.item == order[6])
            .await?;
        page.script(LEFT, Vec::new()).await?;
        page.show(&other).await?;
        assert_eq!(page.stored_attempts_without_time().await?, before);
        answer(page, 6..7).await?;
        assert_eq!(answers(page).await?, 7);
        Ok(())
    });
}

/// The tab that is worked in, and another one that is open after this one was left with its page in
/// the cache.
async fn left_for_another(page: &Page) -> Outcome<[thirtyfour::WindowHandle; 2]> {
    page.mark().await?;
    let left = page.tab().await?;
    page.elsewhere().await?;
    Ok([left, page.new_tab().await?])
}

/// Back in the tab that was left; whether its page is as it was, which is up to the browser.
async fn back_in(page: &Page, left: &thirtyfour::WindowHandle) -> Outcome<bool> {
    page.show(left).await?;
    page.come_back().await?;
    page.see("a screen", |sight| !sight.screen.is_empty())
        .await?;
    page.is_as_left().await
}

#[test]
fn my_data_that_comes_back_says_what_is_stored_now() {
    run(Setup::desk(), async |page| {
        begun(page).await?;
        page.press(names::STOP).await?;
        page.my_data().await?;
        rows(page, 1).await?;
        let [left, other] = left_for_another(page).await?;
        page.press(names::START_ANEW).await?;
        page.to_statements().await?;
        answer(page, 0..1).await?;
        page.press(names::STOP).await?;
        if !back_in(page, &left).await? {
            page.my_data().await?;
        }
        page.screen("data").await?;
        rows(page, 2).await?;

        page.mark().await?;
        page.elsewhere().await?;
        page.show(&other).await?;
        page.my_data().await?;
        page.delete_everything().await?;
        if !back_in(page, &left).await? {
            page.my_data().await?;
        }
        rows(page, 0).await?;
        let nothing = "Er is niets bewaard op dit apparaat.";
        assert!(page.text().await?.contains(nothing));
        assert!(page.find(names::DELETE_ALL).await?.is_none());
        assert!(page.stored_at_rest_or_empty().await?.is_empty());
        Ok(())
    });
}

#[test]
fn a_result_that_comes_back_is_as_it_is_stored_now() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        write_label(page, "Eerst").await?;
        let [left, other] = left_for_another(page).await?;
        page.my_data().await?;
        page.open_result().await?;
        page.writable().await?;
        write_label(page, "Later").await?;
        if !back_in(page, &left).await? {
            page.my_data().await?;
            page.open_result().await?;
        }
        page.screen("result").await?;
        page.until("what is stored now", async || {
            let script = "return document.querySelector('[id$=label]').value";
            let label = page.script(script, Vec::new()).await?;
            Ok((label == json!("Later")).then_some(()))
        })
        .await?;
        page.read_only().await?;

        page.mark().await?;
        page.elsewhere().await?;
        page.show(&other).await?;
        page.my_data().await?;
        page.delete_everything().await?;
        back_in(page, &left).await?;
        page.screen("start").await?;
        assert!(page.stored_at_rest_or_empty().await?.is_empty());
        Ok(())
    });
}

/// Everything that is stored, as it lies there.
const TAKE: &str = "
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = reject;
    });
    return done(indexedDB.open('mindset')).then(async (database) => {
      const rows = database.transaction('rows').objectStore('rows');
      const [names, texts] = await Promise.all([done(rows.getAllKeys()), done(rows.getAll())]);
      database.close();
      return { rows: names.map((name, n) => [name, texts[n]]), copies: Object.entries({ ...localStorage }) };
    })";

/// Stores exactly that, without a word to any page.
const PUT: &str = "
    const [{ rows, copies }] = arguments;
    localStorage.clear();
    for (const [name, text] of copies) localStorage.setItem(name, text);
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open('mindset');
      opening.onerror = reject;
      opening.onsuccess = () => {
        const transaction = opening.result.transaction('rows', 'readwrite');
        const store = transaction.objectStore('rows');
        store.clear();
        for (const [name, text] of rows) store.put(text, name);
        transaction.onabort = reject;
        transaction.oncomplete = () => { opening.result.close(); resolve(true); };
      };
    })";

/// Leaves the page, and takes what is stored then.
async fn taken_on_leaving(page: &Page) -> Outcome<serde_json::Value> {
    page.elsewhere().await?;
    page.stored_at_rest().await?;
    page.script(TAKE, Vec::new()).await
}

#[test]
fn a_list_or_a_result_from_the_back_forward_cache_is_as_it_is_stored_now() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        write_label(page, "Eerst").await?;
        let first = taken_on_leaving(page).await?;
        page.arrive().await?;
        page.my_data().await?;
        page.open_result().await?;
        page.writable().await?;
        write_label(page, "Later").await?;
        page.press(names::TO_START).await?;
        page.press(names::START).await?;
        page.to_statements().await?;
        answer(page, 0..1).await?;
        let later = taken_on_leaving(page).await?;
        let label = async |text: &str| {
            page.until("the label", async || {
                let script = "return document.querySelector('[id$=label]').value";
                let label = page.script(script, Vec::new()).await?;
                Ok((label == json!(text)).then_some(()))
            })
            .await
        };
        for screen in ["data", "result"] {
            page.script(PUT, vec![first.clone()]).await?;
            page.arrive().await?;
            page.my_data().await?;
            rows(page, 1).await?;
            if screen == "result" {
                page.open_result().await?;
                page.writable().await?;
                label("Eerst").await?;
            }
            page.mark().await?;
            page.elsewhere().await?;
            page.stored_at_rest().await?;
            // A page that hears of a change is not kept in the cache; so it hears of none.
            page.script(PUT, vec![later.clone()]).await?;
            page.come_back().await?;
            page.see("a screen", |sight| !sight.screen.is_empty())
                .await?;
            let cached = page.engine().lacks(Need::CachedLocks).is_none();
            if !cached && !page.is_as_left().await? {
                continue;
            }
            assert!(page.is_as_left().await?, "{screen}: it was loaded anew");
            page.screen(screen).await?;
            match screen {
                "data" => rows(page, 2).await?,
                _ => label("Later").await?,
            }
            page.elsewhere().await?;
        }
        Ok(())
    });
}

#[test]
fn what_is_deleted_stays_deleted_whatever_other_tabs_do_and_they_offer_what_they_hold() {
    run(Setup::desk(), async |page| {
        let order = Instrument::read()?.order();
        begun(page).await?;
        let first = page.tab().await?;
        let second = taken_over(page).await?;
        answer(page, 2..4).await?;
        page.show(&first).await?;
        page.read_only().await?;
        page.my_data().await?;
        page.delete_everything().await?;
        assert!(page.stored().await?.is_empty());

        page.show(&second).await?;
        page.screen("start").await?;
        assert!(page.find(names::CONTINUE).await?.is_none());
        page.accessible("what was deleted in another tab").await?;
        page.press(names::SAVE_REFUSED).await?;
        let (_, refused) = page.downloaded().await?;
        page.elsewhere().await?;
        page.close_for(&first).await?;
        assert!(page.stored().await?.is_empty(), "nothing has returned");
        page.arrive().await?;
        assert!(page.find(names::CONTINUE).await?.is_none());

        let file = page.file("refused.json", &refused)?;
        page.open_file(names::OPEN_FILE, &file).await?;
        page.press(names::RESTORE).await?;
        stored(page, 1).await?;
        page.arrive().await?;
        assert_eq!(page.back_to_question().await?.item, order[4]);
        Ok(())
    });
}

/// Two attempts, each begun in a tab of its own; the list of both is in the first one.
async fn two_attempts(page: &Page) -> Outcome<[thirtyfour::WindowHandle; 2]> {
    begun(page).await?;
    page.press(names::STOP).await?;
    page.my_data().await?;
    rows(page, 1).await?;
    let first = page.tab().await?;
    let second = page.new_tab().await?;
    page.press(names::START_ANEW).await?;
    page.to_statements().await?;
    answer(page, 0..1).await?;
    page.show(&first).await?;
    rows(page, 2).await?;
    Ok([first, second])
}

#[test]
fn deleting_one_row_removes_no_other_record_even_if_its_tab_is_left() {
    run(Setup::desk(), async |page| {
        let [first, second] = two_attempts(page).await?;
        page.press(names::DELETE_ONE).await?;
        rows(page, 1).await?;
        page.show(&second).await?;
        page.elsewhere().await?;
        page.close_for(&first).await?;
        assert_eq!(page.stored_attempts().await?.len(), 1);
        page.arrive().await?;
        page.my_data().await?;
        rows(page, 1).await
    });
}

#[test]
fn one_undo_brings_back_both_of_two_deletions() {
    run(Setup::desk(), async |page| {
        two_attempts(page).await?;
        let stored_names =
            async || -> Outcome<Vec<String>> { Ok(page.stored().await?.into_keys().collect()) };
        // The tab that was left may still be saving the time on its page.
        page.stored_at_rest().await?;
        let before = (
            stored_names().await?,
            page.stored_attempts_without_time().await?,
        );
        page.press(names::DELETE_ONE).await?;
        rows(page, 1).await?;
        page.press(names::DELETE_ONE).await?;
        rows(page, 0).await?;
        assert!(page.stored().await?.is_empty(), "the language goes too");
        page.press(names::UNDO).await?;
        rows(page, 2).await?;
        assert_eq!(
            (
                stored_names().await?,
                page.stored_attempts_without_time().await?
            ),
            before
        );
        Ok(())
    });
}

/// Waits until no file is shown any more.
async fn nothing_previewed(page: &Page) -> Outcome {
    page.until("that no file is shown", async || {
        let offered = page.find(names::SAVE_PREVIEWED).await?.is_some();
        Ok((!offered && page.parts("preview").await?.is_empty()).then_some(()))
    })
    .await
}

/// How many of the stored attempts count as saved in a file.
async fn exported(page: &Page) -> Outcome<usize> {
    let attempts = page.stored_attempts().await?;
    let is_exported = |one: &&serde_json::Value| !one["exportedAt"].is_null();
    Ok(attempts.iter().filter(is_exported).count())
}

#[test]
fn a_backup_that_is_shown_goes_when_what_it_holds_changes_in_another_tab_or_here() {
    run(Setup::desk(), async |page| {
        begun(page).await?;
        page.press(names::STOP).await?;
        page.my_data().await?;
        rows(page, 1).await?;
        page.press(names::BACKUP).await?;
        page.reads("preview").await?;
        let first = page.tab().await?;
        let second = page.new_tab().await?;
        page.press(names::START_ANEW).await?;
        page.to_statements().await?;
        answer(page, 0..1).await?;
        page.show(&first).await?;
        rows(page, 2).await?;
        nothing_previewed(page).await?;
        page.show(&second).await?;
        page.close_for(&first).await?;
        // The tab that was left may still be saving the time on its page.
        page.stored_at_rest().await?;

        page.press(names::BACKUP).await?;
        page.reads("preview").await?;
        page.press(names::DELETE_ONE).await?;
        rows(page, 1).await?;
        nothing_previewed(page).await?;
        page.press(names::UNDO).await?;
        rows(page, 2).await?;
        page.stored_at_rest().await?;
        assert_eq!(exported(page).await?, 0, "nothing was saved as a file");

        page.press(names::BACKUP).await?;
        page.reads("preview").await?;
        page.press(names::SAVE_PREVIEWED).await?;
        let (_, backup) = page.downloaded().await?;
        let backup: serde_json::Value = serde_json::from_slice(&backup)?;
        assert_eq!(backup["records"].as_array().map(Vec::len), Some(2));
        page.until("that both were saved as a file", async || {
            Ok((exported(page).await? == 2).then_some(()))
        })
        .await
    });
}

#[test]
fn an_undo_writes_over_nothing_that_another_tab_has_made_since() {
    run(Setup::desk(), async |page| {
        begun(page).await?;
        page.press(names::STOP).await?;
        page.my_data().await?;
        page.press(names::BACKUP).await?;
        page.press(names::SAVE_PREVIEWED).await?;
        let (_, backup) = page.downloaded().await?;
        page.press(names::DELETE_ONE).await?;
        rows(page, 0).await?;
        let first = page.tab().await?;
        page.new_tab().await?;
        let file = page.file("backup.json", &backup)?;
        page.open_file(names::OPEN_FILE, &file).await?;
        page.press(names::RESTORE).await?;
        stored(page, 1).await?;
        page.arrive().await?;
        page.back_to_question().await?;
        answer(page, 2..5).await?;
        page.show(&first).await?;
        rows(page, 1).await?;
        page.press(names::UNDO).await?;
        page.until("that something newer stays", async || {
            let said = ["intussen opnieuw was bewaard", "saved again meanwhile"];
            let text = page.text().await?;
            Ok(said.iter().any(|said| text.contains(said)).then_some(()))
        })
        .await?;
        assert_eq!(answers(page).await?, 5);
        Ok(())
    });
}

#[test]
fn my_data_says_what_is_stored_while_another_tab_changes_it() {
    run(Setup::desk(), async |page| {
        page.arrive().await?;
        page.my_data().await?;
        rows(page, 0).await?;
        let first = page.tab().await?;
        let second = page.new_tab().await?;
        page.press(names::START).await?;
        page.to_statements().await?;
        page.show(&first).await?;
        rows(page, 1).await?;
        page.show(&second).await?;
        page.press(names::STOP).await?;
        page.my_data().await?;
        page.press(names::DELETE_ONE).await?;
        rows(page, 0).await?;
        page.show(&first).await?;
        rows(page, 0).await
    });
}

#[test]
fn a_result_that_another_tab_has_open_is_read_only_and_follows_its_sentences() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        let first = page.tab().await?;
        let second = page.new_tab().await?;
        page.my_data().await?;
        page.open_result().await?;
        page.read_only().await?;
        let locked = "return document.querySelector('[id$=label]').readOnly";
        assert_eq!(page.script(locked, Vec::new()).await?, json!(true));
        page.show(&first).await?;
        write_label(page, "Noord").await?;
        page.show(&second).await?;
        page.until("the label of the other tab", async || {
            let script = "return document.querySelector('[id$=label]').value";
            let label = page.script(script, Vec::new()).await?;
            Ok((label == json!("Noord")).then_some(()))
        })
        .await?;
        page.continue_here().await?;
        assert_eq!(page.script(locked, Vec::new()).await?, json!(false));
        Ok(())
    });
}

/// Types a label for the result on screen, and waits until it is stored.
async fn write_label(page: &Page, label: &str) -> Outcome {
    page.open_part("sharing").await?;
    let field = page
        .driver()
        .find(thirtyfour::By::Css("[id$=label]"))
        .await?;
    field.clear().await?;
    page.work(&field).await?;
    page.keys(label).await?;
    page.until("the label in what is stored", async || {
        let attempts = page.stored_attempts().await?;
        let stored = attempts
            .first()
            .map(|one| one["session"]["subject"]["pseudonym"].clone());
        Ok((stored == Some(json!(label))).then_some(()))
    })
    .await
}

#[test]
fn restoring_an_earlier_backup_keeps_a_later_sentence() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        write_label(page, "Eerst nog dit").await?;
        page.my_data().await?;
        page.press(names::BACKUP).await?;
        page.press(names::SAVE_PREVIEWED).await?;
        let (_, backup) = page.downloaded().await?;
        page.open_result().await?;
        write_label(page, "Later").await?;
        let before = page.stored_attempts().await?;
        page.my_data().await?;
        let file = page.file("backup.json", &backup)?;
        page.open_file(names::OPEN_FILE, &file).await?;
        page.until("what restoring would do", async || {
            let said = ["Back-up terugzetten?", "Restore this backup?"];
            let text = page.text().await?;
            Ok(said.iter().any(|said| text.contains(said)).then_some(()))
        })
        .await?;
        assert!(
            page.find(names::RESTORE).await?.is_none(),
            "all of it is here, and newer"
        );
        assert_eq!(page.stored_attempts().await?, before);
        Ok(())
    });
}

#[test]
fn looking_at_one_s_answers_and_going_back_writes_nothing() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        page.until("that the result is stored", async || {
            let attempts = page.stored_attempts().await?;
            let done = attempts
                .first()
                .map(|one| one["session"]["step"]["at"] == "result");
            Ok(done.filter(|done| *done))
        })
        .await?;
        let before = page.stored_at_rest().await?;
        page.press(names::ANSWERS).await?;
        page.screen("review").await?;
        page.press(names::TO_RESULT).await?;
        page.screen("result").await?;
        page.my_data().await?;
        assert_eq!(page.stored().await?, before);
        Ok(())
    });
}

#[test]
fn no_two_attempts_are_the_same_time_after_the_first_is_deleted() {
    run(Setup::desk(), async |page| {
        two_attempts(page).await?;
        // The rows begin with the newest.
        let script = "const rows = document.querySelectorAll('li[data-session]');
            return rows[rows.length - 1].dataset.session";
        let oldest = page.script(script, Vec::new()).await?;
        let delete = "return [...document.querySelectorAll('li[data-session] button')]
            .filter((one) => one.closest('li').dataset.session === arguments[0]).at(-1)";
        let delete = page.driver().execute(delete, vec![oldest]).await?;
        page.work(&delete.element()?).await?;
        rows(page, 1).await?;
        page.arrive().await?;
        page.press(names::START_ANEW).await?;
        page.to_statements().await?;
        answer(page, 0..1).await?;
        stored(page, 2).await?;
        let mut times: Vec<u64> = page
            .stored_attempts()
            .await?
            .iter()
            .filter_map(|attempt| attempt["session"]["wave"].as_u64())
            .collect();
        times.sort_unstable();
        assert_eq!(times, [2, 3]);
        Ok(())
    });
}
