//! The whole result of a frame in a tab of its own, which gets it in its address.

use e2e::Outcome;
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;
use serde_json::json;

/// What the reader wrote, with everything that an address treats in its own way.
const WRITTEN: &str = "50% & more: é 🙂 #1 +/?=";

#[test]
fn a_result_in_a_frame_opens_whole_in_a_tab_and_its_address_says_nothing() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "nothing-stored.html", None).await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        let percents = page.percents().await?;
        // What one wrote oneself is in no other file until it is chosen.
        page.press(names::ADD_MARKET).await?;
        let field = page.until("a field", async || page.find(names::REASON).await);
        let field = field.await?;
        page.work(&field).await?;
        // Some versions of the driver have no keys for a character such as this smile.
        let script = "document.execCommand('insertText', false, arguments[0])";
        page.script(script, vec![json!(WRITTEN)]).await?;
        page.open_part("overview").await?;
        page.work_on_text("Open the whole result in a tab").await?;
        page.work_on_text("Go to the tab").await?;
        page.show_new_tab().await?;
        page.screen("result").await?;
        assert_eq!(page.percents().await?, percents);
        let script = "const fields = document.querySelectorAll('input, textarea');
            const written = [...fields].some(({ value }) => value === arguments[0]);
            return [location.hash, opener, written || document.body.innerText.includes(arguments[0])]";
        let seen = page.script(script, vec![json!(WRITTEN)]).await?;
        assert_eq!(seen, json!(["", null, true]));
        begins_and_keeps(page, "none").await
    });
}

/// Gives an answer in the page that is open, and looks how long it is kept.
async fn begins_and_keeps(page: &Page, persist: &str) -> Outcome {
    let first = &Instrument::read()?.order()[0];
    if page.find(names::START).await?.is_none() {
        page.press(names::TO_START).await?;
    }
    page.press(names::START).await?;
    page.to_statements().await?;
    page.answer(first, Some(4)).await?;
    let said = match persist {
        "none" => "Not kept here",
        _ => "Kept until you close this tab",
    };
    page.until("how long it is kept", async || {
        Ok(page.text().await?.contains(said).then_some(()))
    })
    .await?;
    let script = "return [localStorage, sessionStorage]
        .map((store) => Object.keys(store).some((key) => key.startsWith('mindset:attempt/')))";
    let found = page.script(script, Vec::new()).await?;
    assert_eq!(found, json!([false, persist == "session"]), "{persist}");
    Ok(())
}

#[test]
fn a_result_in_a_tab_of_its_own_is_in_a_page_that_keeps_as_long_as_the_frame_does() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "session.html", None).await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        page.open_part("overview").await?;
        page.work_on_text("Open the whole result in a tab").await?;
        page.work_on_text("Go to the tab").await?;
        page.show_new_tab().await?;
        page.screen("result").await?;
        begins_and_keeps(page, "session").await
    });
}

#[test]
fn the_link_of_a_frame_that_fails_asks_for_the_keeping_that_the_frame_was_asked_for() {
    for (host_page, persist) in [("nothing-stored.html", "none"), ("session.html", "session")] {
        // Without this file the page says nothing in a frame, and is whole in a tab.
        let setup = Setup::desk().fault(Fault::Missing("frame.js"));
        run(setup.language(Language::En), async |page| {
            let host = Host::open(page, host_page, None).await?;
            host.hears("error").await?;
            host.leave().await?;
            let link = "return document.querySelector('mindset-mirror').shadowRoot.querySelector('[part=error] a')";
            let link = page.driver().execute(link, Vec::new()).await?;
            link.element()?.click().await?;
            page.show_new_tab().await?;
            page.screen("start").await?;
            begins_and_keeps(page, persist).await
        });
        // Here the page fails that is in the frame.
        let setup = Setup::desk().fault(Fault::Missing("_bg.wasm"));
        run(setup.language(Language::En), async |page| {
            let host = Host::open(page, host_page, None).await?;
            host.hears("error").await?;
            host.panel_inside().await?;
            let link =
                "return document.querySelector('[data-part=error]:not([hidden]) a[target=_blank]')";
            let link = page.driver().execute(link, Vec::new()).await?;
            link.element()?.click().await?;
            page.show_new_tab().await?;
            let script = "return new URLSearchParams(location.search).get('persist')";
            assert_eq!(page.script(script, Vec::new()).await?, persist);
            Ok(())
        });
    }
}

#[test]
fn a_questionnaire_that_only_the_host_has_is_offered_in_no_tab_of_its_own() {
    const OFFERED: &str = "return [...document.querySelectorAll('a[target=_blank]')]
        .filter((link) => link.checkVisibility()).length";
    // Its file does not come.
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "custom-of.html?src=/answers/nothing", None).await?;
        assert_eq!(host.hears("error").await?["code"], "instrument");
        assert!(host.panel().await?.contains("Try again"));
        let script = "return document.querySelector('mindset-mirror').shadowRoot
            .querySelectorAll('[part=error] a').length";
        assert_eq!(page.script(script, Vec::new()).await?, 0);
        Ok(())
    });
    // The page does not start.
    for (host_page, offered) in [
        ("custom-of.html?src=/answers/marked", 0),
        ("nothing-stored.html", 1),
    ] {
        let setup = Setup::desk().fault(Fault::Missing("_bg.wasm"));
        run(setup.language(Language::En).noisy(), async |page| {
            let host = Host::open(page, host_page, None).await?;
            host.hears("error").await?;
            host.panel_inside().await?;
            assert_eq!(page.script(OFFERED, Vec::new()).await?, offered);
            Ok(())
        });
    }
}

#[test]
fn an_address_that_holds_no_result_is_refused_like_any_file() {
    run(Setup::phone().language(Language::En), async |page| {
        for held in [
            "",
            "%E0%A4%A",
            "%00",
            "{",
            "%7B%22format%22%3A1%7D",
            "%3Cscript%3E",
        ] {
            let address = [&page.site().address(), "?#result=", held].concat();
            page.driver().goto("about:blank").await?;
            page.driver().goto(address).await?;
            page.reads("error").await?;
            assert!(page.find(names::START).await?.is_some(), "{held}");
            let hash = page.script("return location.hash", Vec::new()).await?;
            assert_eq!(hash, json!(""), "{held}");
        }
        Ok(())
    });
}
