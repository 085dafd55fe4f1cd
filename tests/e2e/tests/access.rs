//! Every screen against axe-core, and on the narrowest page.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};

/// Goes past every screen and calls the check on each.
async fn past_every_screen(page: &Page, check: impl AsyncFn(&str) -> Outcome) -> Outcome {
    let instrument = Instrument::read()?;
    let mut answers = instrument.varied();
    for item in &instrument.items_of("commitment")[..3] {
        answers.remove(item);
    }
    page.arrive().await?;
    check("start").await?;
    page.unfold().await?;
    check("start, all open").await?;
    let bad = page.file("bad.json", b"{\"format\": 1")?;
    page.open_file(names::OPEN_FILE, &bad).await?;
    page.reads("error").await?;
    check("error").await?;
    page.press(names::START).await?;
    page.screen("interlude").await?;
    check("first interlude").await?;
    page.pass_interlude().await?;
    check("question").await?;
    let mut interludes = 0;
    for item in &instrument.order() {
        if page.answer(item, answers.get(item).copied()).await?.screen == "interlude" {
            if interludes == 0 {
                check("interlude").await?;
            }
            interludes += 1;
            page.press(names::GO_ON).await?;
        }
    }
    page.screen("context").await?;
    check("context").await?;
    page.press(names::SKIP_CONTEXT).await?;
    page.screen("review").await?;
    check("review").await?;
    page.press(names::BACK).await?;
    for question in instrument.context().iter().rev() {
        page.see(question, |sight| sight.item == *question).await?;
        page.press(names::BACK).await?;
    }
    page.screen("interlude").await?;
    check("interlude before the context questions").await?;
    page.press(names::BACK).await?;
    page.see("an answered question", |sight| sight.screen == "question")
        .await?;
    check("answered question").await?;
    page.answer_from(instrument.order().len() - 1, &instrument, &answers)
        .await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    check("result").await?;
    page.unfold().await?;
    let parts = "return [...document.querySelectorAll('[data-result-part]')].map(e => e.dataset.resultPart)";
    let parts: Vec<String> = serde_json::from_value(page.script(parts, Vec::new()).await?)?;
    for part in &parts {
        page.open_part(part).await?;
        page.unfold().await?;
        check(part).await?;
    }
    page.my_data().await?;
    check("my data").await?;
    page.press(names::DELETE_ALL).await?;
    page.until("the second step", async || {
        page.find(names::DELETE_ALL_YES).await
    })
    .await?;
    check("delete, second step").await?;
    page.press(names::DELETE_ALL_YES).await?;
    page.until("an offer to undo", async || page.find(names::UNDO).await)
        .await?;
    check("deleted").await
}

/// Collects what is wrong on all screens before it fails, so that one run tells all.
async fn all_accessible(page: &Page) -> Outcome {
    let found = std::cell::RefCell::new(Vec::new());
    past_every_screen(page, async |screen| {
        if let Err(why) = page.accessible(screen).await {
            found.borrow_mut().push(why.to_string());
        }
        let name = screen.replace([' ', ','], "-");
        page.shot(&format!(
            "access-{:?}-{}-{name}",
            page.setup().scheme,
            page.language().tag()
        ))
        .await
    })
    .await?;
    let found = found.into_inner();
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

#[test]
fn axe_finds_nothing_on_any_screen_in_dutch_in_light() {
    run(
        Setup::phone().language(Language::Nl).scheme(Scheme::Light),
        all_accessible,
    );
}

#[test]
fn axe_finds_nothing_on_any_screen_in_dutch_in_dark() {
    run(
        Setup::phone().language(Language::Nl).scheme(Scheme::Dark),
        all_accessible,
    );
}

#[test]
fn axe_finds_nothing_on_any_screen_in_english_in_light() {
    run(
        Setup::desk().language(Language::En).scheme(Scheme::Light),
        all_accessible,
    );
}

#[test]
fn axe_finds_nothing_on_any_screen_in_english_in_dark() {
    run(
        Setup::desk().language(Language::En).scheme(Scheme::Dark),
        all_accessible,
    );
}

async fn fits(page: &Page) -> Outcome {
    let wide = std::cell::RefCell::new(Vec::new());
    past_every_screen(page, async |screen| {
        let found = page.sideways().await?;
        if !found.is_empty() {
            wide.borrow_mut()
                .push(format!("{screen}: {}", found.join("\n  ")));
        }
        Ok(())
    })
    .await?;
    let wide = wide.into_inner();
    assert!(wide.is_empty(), "{}", wide.join("\n"));
    Ok(())
}

#[test]
fn no_screen_scrolls_sideways_at_320_px() {
    run(Setup::phone().size(320, 568, 2.0), fits);
}

/// A page of 1280 by 1024 px at 400 % has 320 by 256 px of its own.
#[test]
fn no_screen_scrolls_sideways_at_400_percent() {
    run(
        Setup::desk().size(320, 256, 4.0).language(Language::En),
        fits,
    );
}

/// A respondent's finger needs 44 px.
#[test]
fn every_option_is_at_least_44_px_high() {
    run(Setup::phone(), async |page| {
        page.begin().await?;
        let options = page.parts("option").await?;
        assert_eq!(options.len(), 5);
        for option in options {
            let size = option.rect().await?;
            assert!(size.height >= 44.0 && size.width >= 44.0, "{size:?}");
        }
        Ok(())
    });
}
