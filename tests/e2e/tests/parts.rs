//! The parts of a result: each a screen of its own, that one goes to, comes back from, and finds
//! again.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;
use serde_json::json;
use std::path::Path;
use thirtyfour::Key;

in_both_languages! {
    one_goes_through_every_part_by_what_comes_next_on_a_phone: Setup::phone() => by_next;
    one_goes_through_every_part_by_what_comes_next_by_keyboard: Setup::keyboard() => by_next;
}

/// The parts of a first result, in their order.
async fn all_parts(page: &Page) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('[data-result-part]')].map(e => e.dataset.resultPart)";
    Ok(serde_json::from_value(
        page.script(script, Vec::new()).await?,
    )?)
}

/// The part that is open, its heading, whether that has the focus, and how far it is scrolled.
async fn open(page: &Page) -> Outcome<(String, String, bool, f64)> {
    let script = "const part = document.querySelector('[data-result-part]:not([hidden])');
        const heading = part.querySelector('h1');
        return [part.dataset.resultPart, heading.textContent, document.activeElement === heading, scrollY]";
    Ok(serde_json::from_value(
        page.script(script, Vec::new()).await?,
    )?)
}

/// Waits until a part is open, and gives what its heading says.
async fn is_open(page: &Page, part: &str) -> Outcome<String> {
    page.until(&format!("the part {part}"), async || {
        let (open, heading, focused, scrolled) = open(page).await?;
        Ok((open == part && focused && scrolled == 0.0).then_some(heading))
    })
    .await
}

/// Works the control that leads on at the end of a part.
async fn go_next(page: &Page) -> Outcome {
    let script =
        "return [...document.querySelectorAll('.part-next')].find(e => e.checkVisibility())";
    let next = page.driver().execute(script, Vec::new()).await?.element()?;
    page.work(&next).await
}

async fn by_next(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let parts = all_parts(page).await?;
    assert_eq!(parts.len(), 10, "{parts:?}");
    let mut headings = vec![is_open(page, "overview").await?];
    page.open_part(&parts[1]).await?;
    for part in &parts[1..] {
        headings.push(is_open(page, part).await?);
        let wide =
            "return document.documentElement.scrollWidth - document.documentElement.clientWidth";
        let wider = page.script(wide, Vec::new()).await?.as_i64();
        assert!(wider.is_some_and(|wider| wider <= 0), "{part}: {wider:?}");
        if Some(part) != parts.last() {
            go_next(page).await?;
        }
    }
    headings.dedup();
    assert_eq!(headings.len(), parts.len(), "{headings:?}");
    // The back key goes the same way, and from the overview to the first screen.
    for part in parts.iter().rev().skip(1) {
        page.driver().back().await?;
        is_open(page, part).await?;
    }
    page.driver().back().await?;
    page.screen("start").await?;
    Ok(())
}

#[test]
fn a_reload_brings_back_the_result_at_its_part() {
    e2e::run::run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        let address = page.driver().current_url().await?;
        for part in ["agreements", "theme-commitment", "overview"] {
            page.open_part(part).await?;
            // Also where nothing was touched since the last reload.
            for _ in 0..2 {
                page.driver().refresh().await?;
                page.screen("result").await?;
                assert_eq!(open(page).await?.0, part);
            }
            // Neither the part nor the result stands in the address.
            assert_eq!(page.driver().current_url().await?, address);
        }
        // One back to what was there before the reload is not known any more: the first screen.
        page.driver().back().await?;
        page.screen("start").await?;
        // From there a reload shows the first screen.
        page.driver().refresh().await?;
        page.screen("start").await.map(drop)
    });
}

#[test]
fn a_reload_brings_back_a_result_of_an_earlier_version_at_its_part() {
    e2e::run::run(Setup::desk(), async |page| {
        page.arrive().await?;
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let file = root.join("schema/examples/result-2.0.json");
        page.open_file(names::OPEN_FILE, &file).await?;
        page.screen("result").await?;
        page.press(names::STORE_FILE).await?;
        page.open_part("agreements").await?;
        for _ in 0..2 {
            page.driver().refresh().await?;
            page.screen("result").await?;
            assert_eq!(open(page).await?.0, "agreements");
        }
        Ok(())
    });
}

/// By the keyboard alone: the link is shown to nobody else.
#[test]
fn the_link_to_the_content_moves_the_focus_and_loses_no_part() {
    e2e::run::run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        page.open_part("thoughts").await?;
        let address = page.driver().current_url().await?;
        let script = "document.querySelector('.skip-link').focus()";
        page.script(script, Vec::new()).await?;
        page.keys(Key::Enter + "").await?;
        page.until("the focus in the content", async || {
            let focused = "return document.activeElement.id === 'main'";
            Ok((page.script(focused, Vec::new()).await? == json!(true)).then_some(()))
        })
        .await?;
        assert_eq!(page.driver().current_url().await?, address);
        page.driver().refresh().await?;
        page.screen("result").await?;
        assert_eq!(open(page).await?.0, "thoughts");
        Ok(())
    });
}

#[test]
fn going_forward_brings_the_result_back_and_a_scan_begun_after_it_is_what_a_reload_shows() {
    e2e::run::run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        page.open_part("thoughts").await?;
        page.press(names::TO_START).await?;
        page.screen("start").await?;
        page.driver().forward().await?;
        page.screen("result").await?;
        page.press(names::TO_START).await?;
        page.screen("start").await?;
        page.press(names::START).await?;
        page.screen("interlude").await?;
        page.press(names::GO_ON).await?;
        page.screen("question").await?;
        page.answer(&instrument.order()[0], Some(4)).await?;
        page.driver().refresh().await?;
        page.screen("start").await.map(drop)
    });
}

#[test]
fn where_the_earlier_result_is_deleted_elsewhere_the_overview_stands_in_the_place_of_the_comparison()
 {
    e2e::run::run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        page.to_result(&instrument, &instrument.meant()).await?;
        page.open_part("comparison").await?;
        let first = page.tab().await?;
        let second = page.new_tab().await?;
        page.my_data().await?;
        // The rows stand with the newest first.
        let script = "return [...document.querySelectorAll('button')]
            .filter(one => one.textContent.startsWith('Wis: ')).pop()";
        let delete = page.driver().execute(script, Vec::new()).await?;
        page.work(&delete.element()?).await?;
        page.show(&first).await?;
        page.until("the overview", async || {
            let open = "const part = document.querySelector('[data-result-part]:not([hidden])');
                return part?.dataset.resultPart ?? ''";
            let open = page.script(open, Vec::new()).await?;
            Ok((open == json!("overview")).then_some(()))
        })
        .await?;
        page.show(&second).await.map(drop)
    });
}

#[test]
fn after_a_deletion_a_reload_shows_the_first_screen() {
    e2e::run::run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        page.open_part("thoughts").await?;
        page.script(
            "localStorage.clear(); return new Promise(done => {
            indexedDB.databases().then(all => {
              for (const one of all) indexedDB.deleteDatabase(one.name);
              done(true);
            });
          })",
            Vec::new(),
        )
        .await?;
        page.driver().refresh().await?;
        page.screen("start").await.map(drop)
    });
}

#[test]
fn the_example_comes_back_at_its_part_too_and_stores_nothing() {
    e2e::run::run(Setup::desk(), async |page| {
        page.arrive().await?;
        page.press(names::EXAMPLE).await?;
        page.screen("result").await?;
        page.open_part("thoughts").await?;
        page.driver().refresh().await?;
        page.screen("result").await?;
        assert_eq!(open(page).await?.0, "thoughts");
        let stored = page
            .script("return localStorage.length", Vec::new())
            .await?;
        assert_eq!(stored, 0);
        Ok(())
    });
}

#[test]
fn an_example_that_comes_back_is_not_preceded_by_the_first_screen() {
    const NOTES_SCREENS: &str = "window.__screens = [];
        new MutationObserver(() => {
          const screen = document.querySelector('[data-part=root]')?.dataset.screen;
          if (screen && screen !== window.__screens.at(-1)) window.__screens.push(screen);
        }).observe(document, {subtree: true, childList: true, attributes: true});";
    e2e::run::run(Setup::phone().before(NOTES_SCREENS), async |page| {
        page.arrive().await?;
        page.press(names::EXAMPLE).await?;
        page.screen("result").await?;
        page.driver().refresh().await?;
        page.screen("result").await?;
        let seen = page.script("return window.__screens", Vec::new()).await?;
        assert_eq!(seen, json!(["loading", "result"]));
        Ok(())
    });
}

/// The search of a browser cannot be driven from here; what it does first is told to the page by
/// this event, at the hidden part.
#[test]
fn what_the_browser_finds_in_another_part_is_shown_where_it_stands() {
    e2e::run::run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        let hidden = "return [...document.querySelectorAll('[data-result-part][hidden]')]
            .every(e => e.hidden === 'until-found' && e.textContent.length > 40)";
        assert_eq!(page.script(hidden, Vec::new()).await?, true);
        let found = "document.querySelector('[data-result-part=computed]')
            .dispatchEvent(new Event('beforematch', {bubbles: true}))";
        page.script(found, Vec::new()).await?;
        page.until("the part in which it was found", async || {
            Ok((open(page).await?.0 == "computed").then_some(()))
        })
        .await?;
        // It is gone back from like any other part.
        page.driver().back().await?;
        is_open(page, "overview").await.map(drop)
    });
}

#[test]
fn the_contents_say_which_part_is_open_and_lead_to_every_one() {
    e2e::run::run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        for part in [
            "theme-accountability",
            "thoughts",
            "influence",
            "agreements",
            "sharing",
            "computed",
            "overview",
        ] {
            page.open_part(part).await?;
            let current = page
                .script(
                    "return [...document.querySelectorAll('nav [aria-current]')]
                       .filter(e => e.checkVisibility()).map(e => e.dataset.opens)",
                    Vec::new(),
                )
                .await?;
            assert_eq!(current, json!([part]));
        }
        Ok(())
    });
}

in_both_languages! {
    the_overview_of_the_example_is_two_screens_of_a_phone_high: Setup::phone() => example_in_two;
    the_overview_of_a_result_with_every_entry_is_two_screens_of_a_phone_high:
        Setup::phone() => every_entry_in_two;
}

/// The page is at most twice as high as the phone.
async fn in_two_screens(page: &Page) -> Outcome {
    let height = page.script("return document.documentElement.scrollHeight", Vec::new());
    let height = height.await?.as_u64().ok_or("a height")?;
    assert!(height <= 2 * u64::from(page.setup().height), "{height}");
    Ok(())
}

async fn example_in_two(page: &Page) -> Outcome {
    page.arrive().await?;
    page.press(names::EXAMPLE).await?;
    page.screen("result").await?;
    in_two_screens(page).await
}

/// The entries of the contents that can be seen.
async fn entries(page: &Page) -> Outcome<usize> {
    let script = "return [...document.querySelectorAll('nav [data-opens]')]
        .filter(e => e.checkVisibility()).length";
    let entries = page.script(script, Vec::new()).await?.as_u64();
    Ok(usize::try_from(entries.ok_or("a count")?)?)
}

/// A first result with a belief as what to gain with and a name, and one that has agreements to look
/// back on and an earlier result to compare with.
async fn every_entry_in_two(page: &Page) -> Outcome {
    page.keep_filled_in("2026-10-26").await?;
    let t = page.language().messages();
    let text = page.text().await?;
    assert!(text.contains("Marieke") && text.contains('‘'), "{text}");
    assert_eq!(entries(page).await?, 6);
    in_two_screens(page).await?;

    page.keep_filled_in("2026-11-27").await?;
    assert!(page.text().await?.contains(t.work.look_back));
    assert_eq!(entries(page).await?, 7);
    page.shot("overview-with-every-entry").await?;
    in_two_screens(page).await
}
