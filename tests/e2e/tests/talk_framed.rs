//! The pages of a talk in a frame of somebody else's page: they open in a tab of their own, and the
//! page around them hears nothing that was answered.

use e2e::Outcome;
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::talk::{DAY, TALK, TOGETHER, two_codes};
use serde_json::{Value, json};

/// Opens a page of a host that frames this address of the site and takes the element's place, and goes
/// into the frame.
async fn framed<'a>(page: &'a Page, address: &str) -> Outcome<Host<'a>> {
    let encoded = address.replace('#', "%23");
    let host = Host::open(page, &["talk.html?", &encoded].concat(), None).await?;
    host.to_plain_frame().await?;
    Ok(host)
}

/// Everything that the page in the frame has told the host, once it has said what its screen is like.
async fn told(page: &Page, host: &Host<'_>) -> Outcome<Vec<Value>> {
    host.leave().await?;
    page.until("the layout of the screen", async || {
        let messages = page.script("return window.told", Vec::new()).await?;
        let messages: Vec<Value> = serde_json::from_value(messages)?;
        let is_said = messages.iter().any(|one| one["mindset"] == "room");
        Ok(is_said.then_some(messages))
    })
    .await
}

#[test]
fn a_talk_in_a_frame_opens_in_a_tab_of_its_own_and_the_host_hears_nothing() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let [rep, manager] = two_codes(DAY)?;
        let between = [TOGETHER, "#talk=", rep.text(), ".", manager.text()].concat();
        for (address, screen) in [
            (TOGETHER.to_owned(), "together"),
            (between, "together"),
            ([TALK, &rep.fragment()].concat(), "table"),
        ] {
            let host = framed(page, &address).await?;
            page.screen("own-tab").await?;
            let messages = told(page, &host).await?;
            let hello = messages.iter().filter(|one| one["mindset"] == "hello");
            assert!(hello.clone().count() == 1 && hello.clone().all(|one| one["token"] == ""));
            // Before its first screen it is a page that loads, of which the height is told.
            let of_screens = messages.iter().skip_while(|one| one["mindset"] != "turn");
            for one in of_screens {
                match one["mindset"].as_str().unwrap_or_default() {
                    "event" => assert_eq!(
                        [&one["name"], &one["detail"]],
                        [&json!("ready"), &json!({})]
                    ),
                    kind => assert!(["turn", "room"].contains(&kind), "{one}"),
                }
            }
            let said = Value::from(messages).to_string();
            assert!(!said.contains(rep.text()) && !said.contains(manager.text()));
            host.to_plain_frame().await?;
            page.press(names::OPEN_TAB).await?;
            page.show_new_tab().await?;
            page.screen(screen).await?;
            assert!(page.parts("error").await?.is_empty());
            page.driver().close_window().await?;
            let first = page.driver().windows().await?.remove(0);
            page.show(&first).await?;
        }
        Ok(())
    });
}

#[test]
fn a_result_in_a_plain_frame_leads_to_the_talk_in_a_tab_of_its_own() {
    run(
        Setup::phone().language(Language::En).noisy(),
        async |page| {
            let host = Host::open(page, "frame.html", None).await?;
            host.to_plain_frame().await?;
            let instrument = Instrument::read()?;
            page.screen("start").await?;
            page.on_to_result(&instrument, &instrument.varied()).await?;
            page.open_part("agreements").await?;
            page.press(names::HAVE_TALK).await?;
            page.show_new_tab().await?;
            page.screen("together").await.map(drop)
        },
    );
}
