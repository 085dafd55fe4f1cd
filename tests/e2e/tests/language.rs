//! Two languages, chosen from the browser at first and changed at any time.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    the_page_speaks_the_browsers_language: Setup::phone() => browser_language;
    changing_the_language_midway_keeps_the_answers: Setup::phone() => midway;
    the_language_chosen_is_remembered: Setup::phone() => remembered;
}

async fn browser_language(page: &Page) -> Outcome {
    let start = page.arrive().await?;
    assert_eq!(start.lang, page.language().tag());
    page.until("the button to start", async || {
        page.find(names::START).await
    })
    .await?;
    Ok(())
}

async fn midway(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    let order = instrument.order();
    page.begin().await?;
    for item in &order[..4] {
        page.answer(item, answers.get(item).copied()).await?;
    }
    page.speak(page.language().other()).await?;
    let sight = page.see(&order[4], |sight| sight.item == order[4]).await?;
    assert_eq!(sight.legend, instrument.wording(&order[4], page.language()));
    page.answer_from(4, &instrument, &answers).await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    assert_eq!(page.save().await?.answers(), answers);
    Ok(())
}

async fn remembered(page: &Page) -> Outcome {
    let order = Instrument::read()?.order();
    page.begin().await?;
    page.answer(&order[0], Some(3)).await?;
    let other = page.language().other();
    page.speak(other).await?;
    page.load().await?;
    page.see("the language chosen", |sight| sight.lang == other.tag())
        .await?;
    Ok(())
}
