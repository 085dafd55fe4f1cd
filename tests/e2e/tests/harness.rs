//! The harness itself: what must not be there is planted, and has to be found. A check that
//! finds nothing is worth something only when it would have found this.

use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use serde_json::json;

#[test]
fn a_planted_accessibility_fault_is_found() {
    run(Setup::phone(), async |page| {
        page.arrive().await?;
        page.script(
            "document.querySelector('[data-part=root]').append(document.createElement('img'))",
            Vec::new(),
        )
        .await?;
        let found = page.accessible("a picture without a text").await;
        assert!(found.is_err_and(|why| why.to_string().contains("image-alt")));
        Ok(())
    });
}

#[test]
fn a_planted_request_is_seen() {
    run(Setup::phone().noisy(), async |page| {
        page.arrive().await?;
        page.requests().await?;
        let script = "return fetch('planted.json').then(() => 1, () => 0)";
        page.script(script, Vec::new()).await?;
        let seen = page.requests().await?;
        assert!(
            seen.iter().any(|url| url.ends_with("/planted.json")),
            "{seen:?}"
        );
        let requested = page.site().requested();
        assert!(
            requested.iter().any(|path| path.ends_with("/planted.json")),
            "{requested:?}"
        );
        Ok(())
    });
}

#[test]
fn a_planted_violation_of_the_policy_is_heard() {
    run(Setup::phone().noisy(), async |page| {
        page.arrive().await?;
        page.quiet().await?;
        page.script(
            "document.body.setAttribute('style', 'color: red')",
            Vec::new(),
        )
        .await?;
        let heard = page.violations().await?;
        assert!(
            heard.iter().any(|line| line.contains("style-src")),
            "{heard:?}"
        );
        assert!(page.quiet().await.is_err());
        Ok(())
    });
}

#[test]
fn the_browser_has_the_size_the_touch_and_the_look_that_were_asked_for() {
    run(Setup::phone().scheme(Scheme::Dark), async |page| {
        page.arrive().await?;
        let facts = page
            .script(
                "return [innerWidth, devicePixelRatio, navigator.maxTouchPoints > 0,
                   matchMedia('(prefers-color-scheme: dark)').matches,
                   matchMedia('(prefers-reduced-motion: reduce)').matches,
                   matchMedia('(pointer: coarse)').matches, navigator.language]",
                Vec::new(),
            )
            .await?;
        let expected = json!([390, 3, true, true, true, true, "nl"]);
        assert_eq!(facts, expected);
        Ok(())
    });
}
