//! Two languages, chosen from the browser at first and changed at any time.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;

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

/// Another language of which a file is missing or changed: the page stays in the language that it
/// has, says so in it, and what was answered goes on.
macro_rules! not_to_be_had {
    ($($name:ident: $language:ident, $fault:expr => $said:literal;)*) => {$(
        #[test]
        fn $name() {
            let setup = Setup::phone().language(Language::$language).fault($fault).noisy();
            run(setup, async |page| stays(page, $said).await);
        }
    )*};
}

not_to_be_had! {
    an_english_interface_that_is_missing_is_said_in_dutch:
        Nl, Fault::Missing("content/interface-en-*.bin") => "De andere taal kon niet worden geladen.";
    an_english_interface_that_was_changed_is_said_in_dutch:
        Nl, Fault::Flip("content/interface-en-*.bin") => "De andere taal kon niet worden geladen.";
    a_dutch_interface_that_is_missing_is_said_in_english:
        En, Fault::Missing("content/interface-nl-*.bin") => "The other language could not be loaded.";
    a_dutch_questionnaire_that_was_changed_is_said_in_english:
        En, Fault::Flip("content/sales-mindset-0.2.0-nl-*.bin") => "The other language could not be loaded.";
}

async fn stays(page: &Page, said: &str) -> Outcome {
    let instrument = Instrument::read()?;
    let order = instrument.order();
    page.begin().await?;
    page.answer(&order[0], Some(4)).await?;
    page.press(names::switch_to(page.language().other()))
        .await?;
    page.until("what is said", async || {
        Ok(page.text().await?.contains(said).then_some(()))
    })
    .await?;
    let sight = page
        .see("the same question", |sight| sight.item == order[1])
        .await?;
    assert_eq!(sight.lang, page.language().tag());
    assert_eq!(sight.legend, instrument.wording(&order[1], page.language()));
    page.answer(&order[1], Some(2)).await?;
    page.see("the next question", |sight| sight.item == order[2])
        .await?;
    Ok(())
}

#[test]
fn a_language_that_did_not_come_for_want_of_a_connection_comes_when_asked_for_again() {
    run(
        Setup::phone().language(Language::Nl).noisy(),
        async |page| {
            page.begin().await?;
            page.offline(true).await?;
            page.press(names::switch_to(Language::En)).await?;
            page.until("what is said", async || {
                let said = page
                    .text()
                    .await?
                    .contains("De andere taal kon niet worden geladen.");
                Ok(said.then_some(()))
            })
            .await?;
            page.offline(false).await?;
            page.speak(Language::En).await?;
            let text = page.text().await?;
            assert!(!text.contains("Niet wetenschappelijk onderzocht"), "{text}");
            assert!(text.contains("Not scientifically studied"), "{text}");
            Ok(())
        },
    );
}
