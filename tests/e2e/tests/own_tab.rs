//! The whole result of a frame in a tab of its own, which gets it in its address.

use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::run::run;
use e2e::setup::Setup;
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
        page.work_on_text("Open the whole result in a tab").await?;
        page.work_on_text("Go to the tab").await?;
        let tab = page
            .until("a new tab", async || {
                let windows = page.driver().windows().await?;
                Ok((windows.len() == 2).then(|| windows[1].clone()))
            })
            .await?;
        page.show(&tab).await?;
        page.screen("result").await?;
        assert_eq!(page.percents().await?, percents);
        let script = "const fields = document.querySelectorAll('input, textarea');
            const written = [...fields].some(({ value }) => value === arguments[0]);
            return [location.hash, opener, written || document.body.innerText.includes(arguments[0])]";
        let seen = page.script(script, vec![json!(WRITTEN)]).await?;
        assert_eq!(seen, json!(["", null, true]));
        Ok(())
    });
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
