//! The element as an npm package, on pages made with frameworks, as their documentation says.

use crate::host_pages::same_scores;
use e2e::Outcome;
use e2e::host::Host;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::json;

/// One test a framework.
macro_rules! on_frameworks {
    ($($name:ident: $page:literal;)*) => {$(
        #[test]
        fn $name() {
            let setup = Setup::desk().language(Language::En).noisy();
            run(setup, async |page| lives_in(page, $page).await);
        }
    )*};
}

on_frameworks! {
    react_shows_it_changes_it_and_takes_it_away: "react.html";
    vue_shows_it_changes_it_and_takes_it_away: "vue.html";
    svelte_shows_it_changes_it_and_takes_it_away: "svelte.html";
}

async fn lives_in(page: &Page, name: &str) -> Outcome {
    let opening = Host::open(page, name, None).await?.fits(0).await?;
    let host = same_scores(page, name, None, 1, 0).await?;
    let handled = page.script("return window.handled", Vec::new()).await?;
    let (_, complete) = host
        .heard()
        .await?
        .into_iter()
        .find(|(name, _)| name == "complete")
        .ok_or("complete")?;
    assert_eq!(handled, json!([complete]));

    // Rendered anew, in the same frame, whose page is not loaded again.
    host.enter(0).await?;
    page.script("window.marked = true", Vec::new()).await?;
    host.leave().await?;
    page.script("window.app.setTheme('dark')", Vec::new())
        .await?;
    host.enter(0).await?;
    page.until("the other theme", async || {
        let script = "return window.marked && document.documentElement.dataset.theme === 'dark'";
        let dark = page.script(script, Vec::new()).await?;
        Ok((dark == true).then_some(()))
    })
    .await?;

    // Away, and back.
    let mounted = async |mounted: bool| {
        host.leave().await?;
        let script = format!("window.app.setShown({mounted})");
        page.script(&script, Vec::new()).await?;
        page.until("the element to come or go", async || {
            let state = host.state().await?;
            Ok((state["elements"] == usize::from(mounted)).then_some(()))
        })
        .await
    };
    mounted(false).await?;
    mounted(true).await?;
    // As high as on the first visit, whatever is stored by now.
    host.is_as_high(0, opening).await?;
    let state = host.state().await?;
    assert_eq!(
        (&state["errors"], &state["frames"]),
        (&json!([]), &json!([1]))
    );
    Ok(())
}

#[test]
fn a_base_is_a_folder_of_https_or_of_the_same_site_or_left_out() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "package.html", None).await?;
        host.leave().await?;
        let origin = page.script("return location.origin", Vec::new()).await?;
        let origin = origin.as_str().unwrap_or_default();
        let fallback = format!("{origin}/package/index.html");
        let bases = [
            (
                "https://coach.example",
                "https://coach.example/index.html".to_owned(),
            ),
            (
                "https://coach.example/a/b",
                "https://coach.example/a/b/index.html".to_owned(),
            ),
            (
                "http://localhost:1/a/",
                "http://localhost:1/a/index.html".to_owned(),
            ),
            ("/tools/", format!("{origin}/tools/index.html")),
            ("./tools", format!("{origin}/tools/index.html")),
            ("", fallback.clone()),
            ("http://coach.example/", fallback.clone()),
            ("//coach.example/", fallback.clone()),
            ("/\\coach.example/", fallback.clone()),
            ("https://name@coach.example/", fallback.clone()),
            ("https://coach.example:99999/", fallback.clone()),
            ("https://coach.example/?a=b", fallback.clone()),
            ("javascript:alert(1)", fallback.clone()),
            ("data:text/html,", fallback.clone()),
            ("blob:https://coach.example/a", fallback),
        ];
        for (base, expected) in bases {
            let script = "const one = document.querySelector('mindset-mirror');
                one.base = arguments[0];
                return one.shadowRoot.querySelector('iframe').src.split('?')[0]";
            let found = page.script(script, vec![json!(base)]).await?;
            assert_eq!(found, expected.as_str(), "{base}");
        }
        Ok(())
    });
}
