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
    let control = page
        .until("a control", async || page.find(name).await)
        .await?;
    page.press_at(&control, page.setup().hand, &TWICE).await
}

async fn double_presses(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.arrive().await?;
    twice(page, names::START).await?;
    let first = &instrument.context()[0];
    let sight = page
        .see("the first question", |sight| !sight.item.is_empty())
        .await?;
    assert_eq!((&sight.item, sight.checked.as_str()), (first, ""));
    twice(page, names::SKIP_CONTEXT).await?;
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
    twice(page, names::SKIP).await?;
    page.see("what follows", |sight| sight.item != order[2])
        .await?;
    on(3).await?;
    twice(page, names::BACK).await?;
    page.see("one statement back", |sight| sight.item == order[2])
        .await?;
    Ok(())
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
