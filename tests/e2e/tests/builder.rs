//! The page on which a coach makes the snippet.

use e2e::Outcome;
use e2e::host::Host;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use e2e::site::Fault;
use serde_json::json;

in_both_languages! {
    a_coach_makes_a_snippet_and_it_works: Setup::desk().noisy() => snippet;
    a_coach_makes_a_snippet_on_a_phone: Setup::phone().noisy() => accessible;
    a_coach_makes_a_snippet_in_the_dark: Setup::desk().scheme(Scheme::Dark).noisy() => accessible;
}

async fn arrive(page: &Page) -> Outcome {
    let address = format!("{}embed.html", page.site().address());
    page.driver().goto(address).await?;
    page.screen("builder").await.map(|_| ())
}

/// Types or chooses, as somebody does who then goes on to the next field.
async fn choose(page: &Page, field: &str, value: &str) -> Outcome {
    let script = "const field = document.getElementById(`field-${arguments[0]}`);
        field.value = arguments[1];
        field.dispatchEvent(new Event('change', {bubbles: true}));";
    page.script(script, vec![json!(field), json!(value)])
        .await?;
    Ok(())
}

async fn snippets(page: &Page) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('pre')].map((one) => one.textContent)";
    Ok(serde_json::from_value(
        page.script(script, Vec::new()).await?,
    )?)
}

async fn snippet(page: &Page) -> Outcome {
    arrive(page).await?;
    let language = page
        .until("the preview's language", async || {
            let script = "const preview = document.querySelector('mindset-mirror');
                const frame = preview.shadowRoot.querySelector('iframe');
                return new URL(frame.src).searchParams.get('lang')";
            let language = page.script(script, Vec::new()).await?;
            Ok(language.is_string().then_some(language))
        })
        .await?;
    assert_eq!(language, json!(page.language().tag()), "as its page");
    choose(page, "accent", "#ff8800").await?;
    choose(page, "coach", "Noor & <b>Wit</b>").await?;
    choose(page, "privacy", "http://not.secure/").await?;
    choose(page, "theme", "dark").await?;
    let texts = page
        .until("the choices in the snippet", async || {
            let texts = snippets(page).await?;
            Ok(texts[0].contains("theme=\"dark\"").then_some(texts))
        })
        .await?;
    assert!(texts[0].contains("accent=\"#ff8800\""), "{}", texts[0]);
    assert!(texts[0].contains("integrity=\"sha384-"), "{}", texts[0]);
    assert!(!texts[0].contains("not.secure"), "{}", texts[0]);
    assert!(texts.iter().all(|text| !text.contains("<b>")));
    assert!(texts[3].contains(&format!("frame-src {}", page.site().origin())));
    // The preview is the element itself, with the same choices.
    let inside = page
        .until("the preview", async || {
            page.driver().enter_default_frame().await?;
            let script = "return document.querySelector('mindset-mirror').shadowRoot.querySelector('iframe')";
            let frame = page.driver().execute(script, Vec::new()).await?;
            frame.element()?.enter_frame().await?;
            let script = "return [document.documentElement.dataset.theme, document.body.innerText]";
            let seen = page.script(script, Vec::new()).await?;
            let text = seen[1].as_str().unwrap_or_default();
            Ok((seen[0] == "dark" && text.contains("Noor & <b>Wit</b>")).then_some(()))
        })
        .await;
    page.driver().enter_default_frame().await?;
    inside?;
    // What is copied works on another site.
    let host = Host::open(page, "plain.html", None).await?;
    host.leave().await?;
    let paste = "document.body.replaceChildren();
        const made = new DOMParser().parseFromString(arguments[0], 'text/html');
        document.body.append(...made.body.querySelectorAll('mindset-mirror'));";
    page.script(paste, vec![json!(texts[0])]).await?;
    host.enter(0).await?;
    page.until("the coach's name", async || {
        Ok(page
            .text()
            .await?
            .contains("Noor & <b>Wit</b>")
            .then_some(()))
    })
    .await?;
    Ok(())
}

async fn accessible(page: &Page) -> Outcome {
    arrive(page).await?;
    choose(page, "accent", "#ffff00").await?;
    page.accessible("the page for coaches").await?;
    assert_eq!(page.sideways().await?, Vec::<String>::new());
    page.shot(&format!("builder-{}", page.language().tag()))
        .await
}

#[test]
fn with_a_changed_script_the_page_runs_none_of_it_and_says_how_to_go_on() {
    for name in [
        "builder-start.js",
        "builder.js",
        "builder_bg.wasm",
        "embed.js",
    ] {
        let setup = Setup::desk().fault(Fault::Harmless(name));
        run(setup, async |page| {
            let address = format!("{}embed.html", page.site().address());
            page.driver().goto(address).await?;
            page.says_to_reload().await?;
            let requested = page.site().requested();
            assert!(requested.iter().any(|path| path.ends_with(name)), "{name}");
            assert!(page.sight().await?.is_none(), "{name}");
            Ok(())
        });
    }
}

/// Chooses a file to be checked, and waits until this is said of it.
async fn check(page: &Page, name: &str, bytes: &[u8], says: &[&str]) -> Outcome {
    let file = page.file(name, bytes)?;
    let script = "return document.getElementById('custom-file')";
    let field = page.driver().execute(script, Vec::new()).await?;
    field.element()?.send_keys(file.to_string_lossy()).await?;
    page.until(&format!("{says:?} of {name}"), async || {
        let text = page.text().await?;
        Ok(says.iter().all(|part| text.contains(part)).then_some(()))
    })
    .await
}

#[test]
fn a_questionnaire_of_a_custom_questionnaire_is_checked_on_the_page() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        arrive(page).await?;
        let file = br#"{"meta": {"id": "mine"}}"#;
        check(page, "own.json", file, &["cannot be used yet", "meta."]).await
    });
}

#[test]
fn files_are_named_for_what_they_are_and_compared_with_those_before() {
    const EXAMPLE: &str = include_str!("../../../content/examples/ten-statements.json");
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        arrive(page).await?;
        let accented = EXAMPLE.replacen("meta", "m\u{E9}ta", 1);
        let byte = |one| u8::try_from(u32::from(one)).unwrap_or(b'?');
        let bytes: Vec<u8> = accented.chars().map(byte).collect();
        check(
            page,
            "old.json",
            &bytes,
            &["Most likely it is Windows-1252"],
        )
        .await?;
        let log_in = b"<!doctype html><title>Log in</title>";
        check(page, "page.json", log_in, &["This is a web page"]).await?;
        let large = vec![b' '; 5_000_000];
        check(page, "large.json", &large, &["larger than 256 KiB"]).await?;
        let twice = EXAMPLE.replacen("\"key\": \"+\"", "\"key\": \"+\", \"key\": \"-\"", 1);
        check(
            page,
            "twice.json",
            twice.as_bytes(),
            &["stands twice", "items[0].key"],
        )
        .await?;
        let taken = EXAMPLE.replacen("\"ten-statements\"", "\"sales-mindset\"", 1);
        assert_ne!(taken, EXAMPLE);
        check(
            page,
            "taken.json",
            taken.as_bytes(),
            &["is like that of a scan"],
        )
        .await?;
        let marked = ["\u{FEFF}", EXAMPLE].concat();
        check(page, "marked.json", marked.as_bytes(), &["All good."]).await?;
        let says = [
            "An earlier file has the same id and version",
            "meta.version",
        ];
        check(page, "own.json", EXAMPLE.as_bytes(), &says).await
    });
}
