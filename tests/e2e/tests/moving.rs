//! The element moved about in its page, by the way that loads its frame anew.

use e2e::Outcome;
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;

/// Takes the element out and puts it back, without a browser that would keep its frame.
const MOVE: &str = "
    const one = document.querySelector('mindset-mirror');
    document.body.append(one);
    return one.shadowRoot.querySelectorAll('iframe').length";

/// Answers one statement, moves the element, and comes back into its frame.
async fn moved<'a>(page: &'a Page, persist: &str) -> Outcome<(Host<'a>, Instrument)> {
    let instrument = Instrument::read()?;
    let host = Host::open(page, "plain.html", None).await?;
    host.leave().await?;
    let set = format!("document.querySelector('mindset-mirror').persist = '{persist}'");
    page.script(&set, Vec::new()).await?;
    host.begin(0).await?;
    page.to_statements().await?;
    page.answer(&instrument.order()[0].clone(), Some(4)).await?;
    host.leave().await?;
    assert_eq!(page.script(MOVE, Vec::new()).await?, 1);
    host.enter(0).await?;
    Ok((host, instrument))
}

#[test]
fn what_is_kept_is_offered_at_the_same_statement() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let (_host, instrument) = moved(page, "device").await?;
        let sight = page.back_to_question().await?;
        assert_eq!(sight.item, instrument.order()[1]);
        Ok(())
    });
}

#[test]
fn a_host_may_ask_to_go_on_and_the_reader_does() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let (host, instrument) = moved(page, "session").await?;
        host.leave().await?;
        let start = "return document.querySelector('mindset-mirror').start().then(() => true)";
        assert_eq!(page.script(start, Vec::new()).await?, true);
        host.enter(0).await?;
        page.screen("start").await?;
        let sight = page.back_to_question().await?;
        assert_eq!(sight.item, instrument.order()[1]);
        Ok(())
    });
}

#[test]
fn what_is_not_kept_begins_anew() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        moved(page, "none").await?;
        page.screen("start").await?;
        assert!(page.find(names::CONTINUE).await?.is_none());
        assert!(page.find(names::START).await?.is_some());
        Ok(())
    });
}
