//! A custom questionnaire, which the host hands over.

use e2e::host::Host;
use e2e::names::{self, Language};
use e2e::run::run;
use e2e::setup::Setup;

#[test]
fn a_custom_questionnaire_is_shown_instead() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "custom.html", None).await?;
        host.enter(0).await?;
        page.until("the first screen", async || {
            let text = page.text().await?;
            let named = text.contains("Learning and following up");
            Ok((named && !text.contains("sales mindset")).then_some(()))
        })
        .await?;
        page.press(names::START).await?;
        let sight = page
            .see("a question", |sight| !sight.item.is_empty())
            .await?;
        assert!(!sight.item.starts_with("ACC"), "{}", sight.item);
        assert_eq!(host.state().await?["errors"], serde_json::json!([]));
        Ok(())
    });
}

#[test]
fn one_that_is_not_sound_is_refused_inside() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "custom-broken.html", None).await?;
        host.enter(0).await?;
        assert!(page.reads("error").await?.contains("cannot be shown"));
        assert!(page.find(names::START).await?.is_none());
        Ok(())
    });
}

#[test]
fn one_that_does_not_come_is_reported_in_its_place() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "custom-missing.html", None).await?;
        assert_eq!(host.hears("error").await?["code"], "instrument");
        assert!(host.panel().await?.contains("CORS"));
        Ok(())
    });
}

#[test]
fn the_self_check_says_what_is_right_and_what_is_not() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "checked.html#mindset-check", None).await?;
        host.hears("ready").await?;
        let lines = page
            .until("the list", async || {
                let script = "const list = document.querySelector('section')?.shadowRoot.querySelectorAll('li') ?? [];
                    return [...list].map((line) => line.innerText).join('\\n')";
                let said = page.script(script, Vec::new()).await?;
                let said = said.as_str().unwrap_or_default().to_owned();
                Ok(said.contains("has started").then_some(said))
            })
            .await?;
        assert!(lines.contains("script has loaded"), "{lines}");
        assert!(lines.contains("no integrity"), "{lines}");
        assert!(lines.contains("theme=blue"), "{lines}");
        Ok(())
    });
}
