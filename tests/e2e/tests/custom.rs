//! A custom questionnaire, which the host hands over.

use e2e::Outcome;
use e2e::custom::LONG_WORD;
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;
use serde_json::json;

#[test]
fn a_custom_questionnaire_is_shown_instead() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "custom.html", None).await?;
        host.enter(0).await?;
        page.until("the first screen", async || {
            let text = page.text().await?;
            let named = text.contains("Learning and following up");
            Ok((named && !text.contains("make your target")).then_some(()))
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
        let panel = host.panel().await?;
        assert!(panel.contains("no file at the address"), "{panel}");
        assert!(panel.contains("instrument 404"), "{panel}");
        Ok(())
    });
}

/// What the element says of a questionnaire of this `src`.
async fn said_of(page: &Page, source: &str, policy: Option<String>) -> Outcome<String> {
    let host = Host::open(page, &format!("custom-of.html?src={source}"), policy).await?;
    assert_eq!(host.hears("error").await?["code"], "instrument", "{source}");
    host.panel().await
}

#[test]
fn on_the_same_site_a_file_that_does_not_come_is_named_for_what_it_is() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        for (answer, says) in [
            ("401", "only to those who have logged in"),
            ("403", "only to those who have logged in"),
            ("404", "no file at the address"),
            ("410", "no file at the address"),
            ("500", "gives an error"),
            ("503", "gives an error"),
            ("log-in", "A web page came"),
            ("log-in-as-json", "A web page came"),
            ("words-as-html", "A web page came"),
            ("redirect-here", "A web page came"),
            ("redirect-away", "leads on to another site"),
            ("empty", "is empty"),
            ("blank", "is empty"),
            ("large", "larger than 256 KiB"),
        ] {
            let panel = said_of(page, &format!("/answers/{answer}"), None).await?;
            assert!(panel.contains(says), "{answer}: {panel}");
            assert!(!panel.contains("CORS"), "{answer}: {panel}");
        }
        Ok(())
    });
}

#[test]
fn on_another_site_what_the_browser_does_not_say_is_not_guessed() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let panel = said_of(page, "/answers/log-in&away", None).await?;
        for possibility in ["cannot be reached", "CORS", "log-in", "does not say why"] {
            assert!(panel.contains(possibility), "{possibility}: {panel}");
        }
        Ok(())
    });
}

#[test]
fn a_policy_that_blocks_the_file_is_named() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let panel = said_of(page, "/answers/404", Some("connect-src 'none'".to_owned())).await?;
        assert!(panel.contains("connect-src"), "{panel}");
        assert!(!panel.contains("CORS"), "{panel}");
        Ok(())
    });
}

#[test]
fn a_file_that_cannot_be_used_is_refused_with_the_verdict_of_the_linter() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        for (answer, says) in [
            ("windows-1252", "Most likely it is Windows-1252"),
            ("utf-16", "The file is not UTF-8 but UTF-16."),
            (
                "repeated",
                "statement 1 (items[0].key): This field stands twice",
            ),
            (
                "taken-id",
                "meta.id: The id ‘Sales_Mindset’ is like that of a scan",
            ),
        ] {
            let address = format!("custom-of.html?src=/answers/{answer}");
            let host = Host::open(page, &address, None).await?;
            host.enter(0).await?;
            let error = page.reads("error").await?;
            assert!(error.contains(says), "{answer}: {error}");
            assert!(page.find(names::START).await?.is_none());
        }
        Ok(())
    });
}

#[test]
fn a_sound_file_is_taken_with_a_byte_order_mark_and_as_another_media_type() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        for answer in ["marked", "mistyped"] {
            let address = format!("custom-of.html?src=/answers/{answer}");
            let host = Host::open(page, &address, None).await?;
            host.enter(0).await?;
            page.until("the first screen", async || {
                let text = page.text().await?;
                Ok(text.contains("Learning and following up").then_some(()))
            })
            .await?;
            host.leave().await?;
            let script = "return document.querySelector('mindset-mirror').shadowRoot
                .querySelector('iframe').title";
            let title = page.script(script, Vec::new()).await?;
            assert_eq!(title, "Scan", "it is not ours to say on what");
        }
        Ok(())
    });
}

#[test]
fn with_every_key_turned_round_every_score_is_turned_round() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        // Always the lowest answer, 1 of 1 to 5: no step out of four, or all of them.
        for (keys, percent) in [("all-plus", 0.0), ("all-minus", 100.0)] {
            let address = format!("custom-of.html?src=/answers/{keys}");
            let host = Host::open(page, &address, None).await?;
            host.begin(0).await?;
            let mut sight = page.to_statements().await?;
            while sight.screen != "review" {
                sight = match sight.screen.as_str() {
                    "interlude" => page.pass_interlude().await?,
                    _ => page.answer(&sight.item, Some(1)).await?,
                };
            }
            page.press(names::TO_RESULT).await?;
            page.screen("result").await?;
            let percents = page.percents().await?;
            let expected = ["following_up", "learning"].map(|scale| (scale.into(), Some(percent)));
            assert_eq!(percents, expected.into(), "{keys}");
        }
        Ok(())
    });
}

#[test]
fn without_the_unchanged_program_that_checks_it_none_is_shown() {
    for name in [
        "definition-start.js",
        "definition-worker.js",
        "definition-worker_bg.wasm",
    ] {
        let setup = Setup::desk().language(Language::En);
        run(setup.fault(Fault::Harmless(name)), async |page| {
            let host = Host::open(page, "custom.html", None).await?;
            host.enter(0).await?;
            let error = page.reads("error").await?;
            assert!(error.contains("cannot be shown"), "{name}: {error}");
            assert!(page.find(names::START).await?.is_none(), "{name}");
            Ok(())
        });
    }
}

#[test]
fn a_file_that_was_asked_for_before_another_is_never_shown() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "custom-of.html?src=/answers/held", None).await?;
        let site = host.site().ok_or("a server of hosts")?;
        page.until("that the first is asked for", async || {
            let asked = site.requested().iter().any(|path| path == "/answers/held");
            Ok(asked.then_some(()))
        })
        .await?;
        let later = "document.querySelector('mindset-mirror').src = '/answers/uneven'";
        page.script(later, Vec::new()).await?;
        host.hears("ready").await?;
        let is_later = async || {
            host.enter(0).await?;
            page.until("the first screen of the later one", async || {
                Ok(page.text().await?.contains("Short and long").then_some(()))
            })
            .await
        };
        is_later().await?;
        host.leave().await?;
        let note = "window.shown = document.querySelector('mindset-mirror').shadowRoot.querySelector('iframe')";
        page.script(note, Vec::new()).await?;
        site.release();
        page.until("that the first has come", async || {
            let script = "return performance.getEntriesByType('resource')
                .some(({ name, responseEnd }) => name.endsWith('/answers/held') && responseEnd > 0)";
            Ok((page.script(script, Vec::new()).await? == true).then_some(()))
        })
        .await?;
        // By now the element has read it to its end.
        let script = "const frames = [...document.querySelector('mindset-mirror').shadowRoot.querySelectorAll('iframe')];
            await fetch('/answers/uneven').then((response) => response.arrayBuffer());
            return [frames.length, frames[0] === shown]";
        let script = format!("return (async () => {{ {script} }})()");
        assert_eq!(page.script(&script, Vec::new()).await?, json!([1, true]));
        is_later().await?;
        assert_eq!(host.state().await?["errors"], json!([]));
        Ok(())
    });
}

#[test]
fn words_without_a_place_to_break_scroll_no_screen_sideways_at_320_px() {
    run(
        Setup::phone()
            .size(320, 800, 2.0)
            .language(Language::En)
            .noisy(),
        async |page| {
            let instrument = Instrument::custom("long-words")?;
            let answers = instrument.varied();
            let host = Host::open(page, "custom-of.html?src=/answers/long-words", None).await?;
            let fits = async |screen: &str| {
                page.screen(screen).await?;
                // The first screen stands there while the custom questionnaire is still being read.
                page.until(&format!("the long word on {screen}"), async || {
                    page.unfold().await?;
                    Ok(page.text().await?.contains(LONG_WORD).then_some(()))
                })
                .await?;
                let inside = page.sideways().await?;
                assert_eq!(inside, Vec::<String>::new(), "{screen}");
                host.leave().await?;
                let around = page.sideways().await?;
                assert_eq!(around, Vec::<String>::new(), "around {screen}");
                host.enter(0).await
            };
            host.enter(0).await?;
            fits("start").await?;
            page.press(names::START).await?;
            fits("context").await?;
            page.choose("few", 0).await?;
            fits("interlude").await?;
            page.press(names::GO_ON).await?;
            fits("question").await?;
            page.answer_from(0, &instrument, &answers).await?;
            fits("review").await?;
            page.press(names::TO_RESULT).await?;
            fits("result").await?;
            // What a reader calls a result stands among what is stored.
            let label = page.reach(names::LABEL);
            let label = label.await?;
            page.work(&label).await?;
            label.send_keys(LONG_WORD).await?;
            page.my_data().await?;
            fits("data").await
        },
    );
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
