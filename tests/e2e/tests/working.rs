//! What a rep makes of a result: it is kept, and comes back with the next one.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names::{self, Name};
use e2e::page::Page;
use e2e::setup::{Hand, Setup};
use thirtyfour::{Key, WebElement};

in_both_languages! {
    a_rep_works_on_a_result_by_touch: Setup::phone() => works;
    a_rep_works_on_a_result_with_a_mouse: Setup::desk() => works;
    a_rep_works_on_a_result_by_keyboard: Setup::keyboard() => works;
}

async fn works(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let mut answers = instrument.varied();
    for item in instrument.items_of("limiting_beliefs") {
        answers.insert(item, 4);
    }
    page.to_result(&instrument, &answers).await?;
    page.press(names::EXAMINE).await?;
    page.press(names::TAKE_OFFER).await?;
    assert!(!value(page, names::COUNTERPART).await?.is_empty());
    page.press(names::ADD_MARKET).await?;
    write(page, names::REASON, "De vraag viel terug").await?;
    tick(page, names::MINE).await?;
    write(page, names::ACTION, "Drie branches bellen").await?;
    page.press(names::REMOVE).await?;
    page.press(names::UNDO).await?;
    assert_eq!(value(page, names::ACTION).await?, "Drie branches bellen");
    page.press(names::ADD_GOAL).await?;
    assert!(
        !value(page, names::AGREED).await?.is_empty(),
        "an example is offered"
    );
    write(page, names::AGREED, "Ook dit: ").await?;
    page.accessible("a result that is worked on").await?;

    page.load().await?;
    page.my_data().await?;
    page.open_result().await?;
    assert_eq!(value(page, names::ACTION).await?, "Drie branches bellen");
    let agreed = value(page, names::AGREED).await?;
    assert!(agreed.contains("Ook dit: "), "{agreed}");

    page.to_result(&instrument, &answers).await?;
    let fold = "return document.querySelector('[data-section=look-back] summary')";
    let fold = page.driver().execute(fold, Vec::new()).await?;
    page.work(&fold.element()?).await?;
    assert!(
        page.text().await?.contains(agreed.trim()),
        "the last agreement comes back"
    );
    tick(page, names::OUTCOME_KEPT).await?;
    page.accessible("looking back").await?;
    let outcome = found(page, names::OUTCOME_KEPT).await?;
    assert_eq!(outcome.prop("checked").await?.as_deref(), Some("true"));
    Ok(())
}

async fn found(page: &Page, name: Name) -> Outcome<WebElement> {
    page.reach(name).await
}

async fn value(page: &Page, name: Name) -> Outcome<String> {
    Ok(found(page, name)
        .await?
        .prop("value")
        .await?
        .unwrap_or_default())
}

/// Types at the end of a field.
async fn write(page: &Page, name: Name, text: &str) -> Outcome {
    let field = found(page, name).await?;
    if page.setup().hand == Hand::Keys {
        page.tab_to(&field).await?;
    } else {
        // A tap misses a field that still moves, as below an entry that has just been added.
        page.until("the focus in the field", async || {
            page.work(&field).await?;
            let focused = "return document.activeElement === arguments[0]";
            let focused = page.script(focused, vec![field.to_json()?]).await?;
            Ok((focused == true).then_some(()))
        })
        .await?;
    }
    page.keys(Key::End).await?;
    page.keys(text).await?;
    let value = field.prop("value").await?.unwrap_or_default();
    assert!(
        value.contains(text),
        "{text:?} is not in the field: {value:?}"
    );
    Ok(())
}

/// Chooses one of a few; native radios take the space bar.
async fn tick(page: &Page, name: Name) -> Outcome {
    let field = found(page, name).await?;
    if page.setup().hand == Hand::Keys {
        page.tab_to(&field).await?;
        page.keys(" ").await
    } else {
        page.work(&field).await
    }
}

#[test]
fn fields_that_are_filled_in_one_task_are_all_stored() {
    e2e::run::run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        page.press(names::ADD_MARKET).await?;
        page.press(names::ADD_GOAL).await?;
        found(page, names::REASON).await?;
        found(page, names::AGREED).await?;
        // As a form filler does: no focus, no pause, and every field before anything is rendered.
        let script = "let filled = [];
            for (const field of document.querySelectorAll('main textarea, main input[type=text]')) {
              if (!field.checkVisibility() || field.closest('dialog')) continue;
              field.value = `filled ${filled.length}`;
              filled.push(field.value);
              field.dispatchEvent(new InputEvent('input', { bubbles: true }));
              field.dispatchEvent(new Event('change', { bubbles: true }));
            }
            return filled";
        let filled = page.script(script, Vec::new()).await?;
        let filled: Vec<String> = serde_json::from_value(filled)?;
        assert!(filled.len() > 3, "{filled:?}");
        let shown = "return [...document.querySelectorAll('main textarea, main input[type=text]')].map((one) => one.value)";
        page.until("what was filled in, stored", async || {
            let stored = page
                .script("return Object.values(localStorage).join()", Vec::new())
                .await?;
            let stored = stored.as_str().unwrap_or_default().to_owned();
            Ok(filled.iter().all(|one| stored.contains(one)).then_some(()))
        })
        .await?;
        page.load().await?;
        page.my_data().await?;
        page.open_result().await?;
        let after = page.script(shown, Vec::new()).await?;
        let after: Vec<String> = serde_json::from_value(after)?;
        for one in &filled {
            assert!(after.contains(one), "{one} of {after:?}");
        }
        Ok(())
    });
}
