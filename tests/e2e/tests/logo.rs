//! A host's logo on the printed sheet of a result.

use e2e::Outcome;
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::{Value, json};

/// Goes to a result on a host's page whose logo is this file, once that page has fetched it.
async fn result_with<'a>(page: &'a Page, file: &str) -> Outcome<Host<'a>> {
    let instrument = Instrument::read()?;
    let host = Host::open(page, &format!("logo.html?file={file}"), None).await?;
    host.hears("ready").await?;
    let fetched = page
        .until("the logo", async || {
            let fetched = page.script("return fetched", Vec::new()).await?;
            Ok(Some(fetched).filter(|it| it != &json!([])))
        })
        .await?;
    let address = format!("https://coach.example{file}");
    assert_eq!(fetched, json!([[address, "omit", "no-referrer"]]));
    page.requests().await?;
    host.enter(0).await?;
    page.on_to_result(&instrument, &instrument.varied()).await?;
    let script = "return document.querySelector('.sheet-offered').textContent";
    let offered = page.script(script, Vec::new()).await?;
    assert_eq!(offered, "Offered by Noor de Wit");
    Ok(host)
}

/// Holds that since the first screen nobody but the page's own server was asked for anything, and
/// that the host was sent nothing about a logo.
async fn asks_and_tells_nobody(page: &Page, host: &Host<'_>) -> Outcome {
    assert_eq!(page.violations().await?, Vec::<String>::new());
    let own = page.site().address();
    let requests = page.requests().await?;
    let elsewhere: Vec<&String> = requests.iter().filter(|it| !it.starts_with(&own)).collect();
    assert!(elsewhere.is_empty(), "{elsewhere:?}");
    host.leave().await?;
    let received = page.script("return window.received", Vec::new()).await?;
    let received: Vec<Value> = serde_json::from_value(received)?;
    let kinds = ["height", "room", "turn", "focus", "event"].map(Value::from);
    assert!(received.iter().all(|one| kinds.contains(&one["mindset"])));
    Ok(())
}

#[test]
fn a_hosts_logo_stands_on_the_printed_sheet_as_the_picture_itself() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = result_with(page, "/logo.svg").await?;
        page.until("the picture", async || {
            let script = "const logo = document.querySelector('[data-section=sheet] img');
                return logo?.complete ? [logo.src.split(',')[0], logo.alt, logo.naturalWidth, logo.checkVisibility()] : null";
            let logo = page.script(script, Vec::new()).await?;
            Ok((logo == json!(["data:image/svg+xml;base64", "", 120, false])).then_some(()))
        })
        .await?;
        asks_and_tells_nobody(page, &host).await
    });
}

#[test]
fn a_logo_that_is_no_picture_is_left_out() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = result_with(page, "/listen.js").await?;
        let script = "return document.querySelectorAll('[data-section=sheet] img').length";
        assert_eq!(page.script(script, Vec::new()).await?, 0);
        asks_and_tells_nobody(page, &host).await
    });
}
