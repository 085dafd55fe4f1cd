//! Of one act of a hand only the first effect counts.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::{Page, Press};
use e2e::run::run;
use e2e::setup::{Hand, Setup};
use serde_json::json;
use thirtyfour::WebElement;

/// A double click, as fast as the driver is.
const TWICE: [Press; 4] = [Press::Down, Press::Up, Press::Down, Press::Up];

/// A double click of somebody who is slower: what the first press does is done by then.
const TWICE_SLOWLY: [Press; 5] = [Press::Down, Press::Up, Press::Rest, Press::Down, Press::Up];

in_both_languages! {
    a_double_click_has_one_effect: Setup::desk() => double_presses;
    a_double_tap_has_one_effect: Setup::phone() => double_presses;
}

async fn option(page: &Page, place: usize) -> Outcome<WebElement> {
    let script = "return document.querySelectorAll('[data-part=option]')[arguments[0]]";
    let found = page.driver().execute(script, vec![json!(place)]).await?;
    Ok(found.element()?)
}

/// The control of a name, pressed twice.
async fn twice(page: &Page, name: names::Name) -> Outcome {
    press_all(page, name, &TWICE).await
}

async fn twice_slowly(page: &Page, name: names::Name) -> Outcome {
    press_all(page, name, &TWICE_SLOWLY).await
}

async fn press_all(page: &Page, name: names::Name, presses: &[Press]) -> Outcome {
    let control = page
        .until("a control", async || page.find(name).await)
        .await?;
    page.press_at(&control, page.setup().hand, presses).await
}

async fn double_presses(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.arrive().await?;
    twice(page, names::START).await?;
    page.screen("interlude").await?;
    twice(page, names::GO_ON).await?;
    let order = instrument.order();
    let on = async |place: usize| {
        let sight = page
            .see("a statement", |sight| sight.screen == "question")
            .await?;
        assert_eq!((&sight.item, sight.checked.as_str()), (&order[place], ""));
        Outcome::Ok(())
    };
    on(0).await?;
    for (place, item) in order.iter().enumerate().take(2) {
        let chosen = option(page, 3).await?;
        page.press_at(&chosen, page.setup().hand, &TWICE).await?;
        page.see("what follows", |sight| sight.item != *item)
            .await?;
        on(place + 1).await?;
    }
    twice(page, names::SKIP_STATEMENT).await?;
    page.see("what follows", |sight| sight.item != order[2])
        .await?;
    on(3).await?;
    twice(page, names::BACK).await?;
    page.see("one statement back", |sight| sight.item == order[2])
        .await?;
    for item in &order[2..] {
        if page.answer(item, Some(4)).await?.screen == "interlude" {
            twice(page, names::GO_ON).await?;
        }
    }
    let first = &instrument.context()[0];
    let sight = page
        .see("a question about the situation", |sight| {
            sight.screen == "context"
        })
        .await?;
    assert_eq!((&sight.item, sight.checked.as_str()), (first, ""));
    twice(page, names::SKIP_CONTEXT).await?;
    page.screen("review").await?;
    Ok(())
}

/// Waits until so many elements answer to a selector.
async fn counts(page: &Page, selector: &str, count: usize) -> Outcome {
    page.until(&format!("{count} of {selector}"), async || {
        let script = "return document.querySelectorAll(arguments[0]).length";
        let found = page.script(script, vec![json!(selector)]).await?;
        Ok((found == json!(count)).then_some(()))
    })
    .await
}

/// The rows of what is stored.
const ROWS: &str = "li[data-session]";

async fn deletes_and_takes_back(page: &Page) -> Outcome {
    page.begin().await?;
    page.press(names::STOP).await?;
    page.press(names::START_ANEW).await?;
    page.to_statements().await?;
    page.press(names::STOP).await?;
    page.my_data().await?;
    counts(page, ROWS, 2).await?;
    let before = page.stored_at_rest().await?;
    let stored = async || -> Outcome<usize> { Ok(page.stored_attempts().await?.len()) };

    twice_slowly(page, names::DELETE_ONE).await?;
    counts(page, ROWS, 1).await?;
    page.stored_at_rest().await?;
    assert_eq!(stored().await?, 1, "the next row came under the hand");
    twice_slowly(page, names::UNDO).await?;
    counts(page, ROWS, 2).await?;
    assert_eq!(page.stored_at_rest().await?, before);

    twice_slowly(page, names::DELETE_ALL).await?;
    page.until("the second step", async || {
        page.find(names::DELETE_ALL_YES).await
    })
    .await?;
    assert_eq!(page.stored_at_rest().await?, before, "it was only asked");
    twice_slowly(page, names::DELETE_ALL_YES).await?;
    counts(page, ROWS, 0).await?;
    assert!(page.stored_at_rest_or_empty().await?.is_empty());
    assert!(
        page.find(names::UNDO).await?.is_some(),
        "it was not pressed"
    );
    twice_slowly(page, names::UNDO).await?;
    counts(page, ROWS, 2).await?;
    assert_eq!(page.stored_at_rest().await?, before);
    let sight = page.sight().await?.unwrap_or_default();
    assert_eq!(sight.screen, "data");
    Ok(())
}

#[test]
fn an_enter_key_that_is_held_down_answers_nothing_more() {
    run(Setup::keyboard(), async |page| {
        let order = Instrument::read()?.order();
        page.begin().await?;
        let press = "const [repeat] = arguments;
            const chosen = document.querySelector('[data-part=question] input');
            chosen.focus();
            chosen.click();
            chosen.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true }));
            return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() =>
              done(document.querySelector('[data-part=question]').dataset.item))))";
        for (repeat, item) in [(true, &order[0]), (false, &order[1])] {
            let shown = page.script(press, vec![json!(repeat)]).await?;
            assert_eq!(&shown, item);
        }
        Ok(())
    });
}

#[test]
fn a_double_press_deletes_one_record_and_takes_back_once() {
    for setup in [Setup::desk(), Setup::phone()] {
        run(setup, deletes_and_takes_back);
    }
}

async fn removes_and_takes_back(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    // The reasons stand before the agreements, so the first *Remove* of all is of what was added last.
    for (name, kind) in [
        (names::ADD_GOAL, "agreement"),
        (names::ADD_MARKET, "influence"),
    ] {
        let entries = format!("[data-entry={kind}]");
        for count in [1, 2] {
            page.press(name).await?;
            counts(page, &entries, count).await?;
        }
        let before = page.stored_at_rest().await?;
        twice_slowly(page, names::REMOVE).await?;
        counts(page, &entries, 1).await?;
        let removed = page.stored_at_rest().await?;
        let key = |stored: &str| stored.contains(kind) && stored.ends_with("@database");
        let count = removed.keys().filter(|stored| key(stored)).count();
        assert_eq!(count, 1, "{:?}", removed.keys());
        twice_slowly(page, names::UNDO).await?;
        counts(page, &entries, 2).await?;
        assert_eq!(page.stored_at_rest().await?, before);
    }
    Ok(())
}

#[test]
fn a_double_press_removes_one_entry_and_takes_back_once() {
    for setup in [Setup::desk(), Setup::phone()] {
        run(setup, removes_and_takes_back);
    }
}

async fn saves(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let count = "window.saved = 0; const make = URL.createObjectURL;
        URL.createObjectURL = (...given) => { saved += 1; return make(...given); }";
    page.script(count, Vec::new()).await?;
    let saved = async |count: usize| {
        page.downloaded().await?;
        let saved = page.script("return window.saved", Vec::new()).await?;
        assert_eq!(saved, json!(count));
        Outcome::Ok(())
    };
    page.press(names::VIEW_FILE).await?;
    page.reads("preview").await?;
    twice_slowly(page, names::SAVE_JSON).await?;
    saved(1).await?;
    assert_eq!(page.screen("result").await?.screen, "result");
    page.my_data().await?;
    let before = page.stored_at_rest().await?;
    page.press(names::BACKUP).await?;
    page.reads("preview").await?;
    // Once it is saved it is gone, and something else stands there.
    twice_slowly(page, names::SAVE_PREVIEWED).await?;
    saved(2).await?;
    assert!(page.parts("preview").await?.is_empty(), "shown anew");
    assert_eq!(page.screen("data").await?.screen, "data");
    assert_eq!(page.stored_at_rest().await?.len(), before.len());
    Ok(())
}

#[test]
fn a_double_press_saves_one_file() {
    for setup in [Setup::desk(), Setup::phone()] {
        run(setup, saves);
    }
}

#[test]
fn two_answers_at_two_places_are_two_acts_however_fast() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.begin().await?;
        for item in &instrument.order()[..2] {
            page.see(item, |sight| sight.item == *item).await?;
            page.choose("4", 3).await?;
        }
        let third = &instrument.order()[2];
        page.see(third, |sight| sight.item == *third).await?;
        Ok(())
    });
}

#[test]
fn what_comes_under_a_pressed_finger_is_not_pressed() {
    for hand in [Hand::Mouse, Hand::Tap] {
        let setup = match hand {
            Hand::Tap => Setup::phone(),
            _ => Setup::desk(),
        };
        run(setup, async move |page| {
            let instrument = Instrument::read()?;
            let order = instrument.order();
            page.begin().await?;
            let chosen = option(page, 3).await?;
            page.press_at(&chosen, hand, &[Press::Down]).await?;
            // The statement is answered by a key while the finger is down.
            page.keys("2").await?;
            page.see(&order[1], |sight| sight.item == order[1]).await?;
            let under = option(page, 3).await?;
            page.press_at(&under, hand, &[Press::Up]).await?;
            let sight = page.sight().await?.unwrap_or_default();
            assert_eq!((&sight.item, sight.checked.as_str()), (&order[1], ""));
            Ok(())
        });
    }
}
