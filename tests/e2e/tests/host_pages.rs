//! Pages of another origin that show the questionnaire by its tag: plain ones, and hostile ones.

use e2e::Outcome;
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::json;

/// One test a host page: it shows the questionnaire, once, and the same answers give the same
/// scores, with no error that nobody caught.
macro_rules! on_hosts {
    ($($name:ident: $page:expr, $elements:expr, $which:expr;)*) => {$(
        #[test]
        fn $name() {
            let setup = Setup::desk().language(Language::En).noisy();
            run(setup, async |page| {
                same_scores(page, $page, None, $elements, $which).await.map(|_| ())
            });
        }
    )*};
}

on_hosts! {
    a_plain_page_shows_it: "plain.html", 1, 0;
    a_page_with_hostile_styles_shows_it: "hostile-style.html", 1, 0;
    a_page_from_right_to_left_shows_it: "right-to-left.html", 1, 0;
    a_page_with_frozen_prototypes_shows_it: "frozen.html", 1, 0;
    a_page_that_loads_the_script_late_shows_it: "delayed.html", 1, 0;
    a_page_that_loads_the_script_twice_shows_it_once: "twice.html", 1, 0;
    a_page_that_makes_the_tag_later_shows_it: "late.html", 1, 0;
    a_page_as_high_as_the_window_shows_it: "full-height.html", 1, 0;
    a_page_with_three_shows_three: "three.html", 3, 2;
    a_page_with_the_package_shows_what_base_names: "package.html", 1, 0;
}

/// Goes through the questionnaire on a host's page, and leaves that page open.
pub async fn same_scores<'a>(
    page: &'a Page,
    name: &str,
    policy: Option<String>,
    elements: usize,
    which: usize,
) -> Outcome<Host<'a>> {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    let host = Host::open(page, name, policy).await?;
    host.enter(which).await?;
    page.on_to_result(&instrument, &answers).await?;
    let expected = instrument.percents(&answers);
    for (scale, percent) in page.percents().await? {
        let percent = percent.ok_or("no score")?;
        assert!((percent - expected[&scale]).abs() < 0.001, "{scale}");
    }
    host.has_room(which).await?;
    host.hears("complete").await?;
    let state = host.state().await?;
    assert_eq!(state["errors"], json!([]));
    assert_eq!(state["elements"], elements);
    assert_eq!(state["frames"], json!(vec![1; elements]));
    let heard = host.heard().await?;
    let of = |name: &str| heard.iter().filter(|(heard, _)| heard == name).count();
    assert_eq!(of("ready"), elements);
    assert_eq!((of("start"), of("complete")), (1, 1));
    let text = serde_json::to_string(&heard)?;
    for secret in ["percent", "value", "ACC-", "RES-", "COM-", "LIM-"] {
        assert!(!text.contains(secret), "{secret}");
    }
    Ok(host)
}

#[test]
fn a_page_with_a_strict_policy_shows_it_by_the_documented_lines() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let site = page.site().origin();
        let policy = format!(
            "default-src 'none'; script-src 'self' {site}; frame-src {site}; \
             require-trusted-types-for 'script'; trusted-types 'none'"
        );
        same_scores(page, "strict.html", Some(policy), 1, 0).await?;
        Ok(())
    });
}

#[test]
fn a_page_that_shows_only_what_allows_it_shows_it() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = same_scores(page, "plain.html?isolated", None, 1, 0).await?;
        host.leave().await?;
        let isolated = page
            .script("return crossOriginIsolated", Vec::new())
            .await?;
        assert_eq!(isolated, true);
        Ok(())
    });
}

#[test]
fn who_opens_it_keeps_no_hold_of_it() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.leave().await?;
        let open = format!("window.opened = open('{}')", page.site().address());
        page.script(&open, Vec::new()).await?;
        page.until("an opened page out of reach", async || {
            let script = "return window.opened.closed";
            Ok((page.script(script, Vec::new()).await? == true).then_some(()))
        })
        .await
    });
}

#[test]
fn a_page_in_a_sandbox_shows_it() {
    // High enough to hold it, and by the keyboard: a driver does not scroll two frames, and clicks
    // beside what has moved in them.
    let setup = Setup::keyboard()
        .language(Language::En)
        .size(1280, 2600, 1.0);
    run(setup.noisy(), async |page| {
        let instrument = Instrument::read()?;
        let answers = instrument.varied();
        let host = Host::open(page, "sandboxed.html", None).await?;
        host.enter_sandbox().await?;
        page.on_to_result(&instrument, &answers).await?;
        let expected = instrument.percents(&answers);
        for (scale, percent) in page.percents().await? {
            let percent = percent.ok_or("no score")?;
            assert!((percent - expected[&scale]).abs() < 0.001, "{scale}");
        }
        Ok(())
    });
}
