//! When the page cannot run, or breaks: a calm sentence instead of a blank screen.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;
use std::time::Duration;

in_both_languages! {
    without_its_program_the_page_says_so: Setup::phone().fault(Fault::Missing(".wasm"))
        => fallback;
    with_a_program_that_never_comes_the_page_says_so:
        Setup::phone().fault(Fault::Stall(".wasm")) => fallback;
    with_half_a_program_the_page_says_so: Setup::phone().fault(Fault::Truncate(".wasm"))
        => fallback;
    without_the_texts_of_the_interface_the_page_says_so:
        Setup::phone().fault(Fault::Missing("content/interface-*.bin")).noisy() => missing_file;
    with_a_changed_text_of_the_interface_the_page_says_so:
        Setup::phone().fault(Fault::Flip("content/interface-*.bin")).noisy() => missing_file;
    without_its_questionnaire_the_page_says_so:
        Setup::phone().fault(Fault::Missing("content/sales-mindset-*.bin")).noisy() => missing_file;
    with_a_changed_questionnaire_the_page_says_so:
        Setup::phone().fault(Fault::Flip("content/sales-mindset-*.bin")).noisy() => missing_file;
    under_a_policy_without_wasm_the_page_names_the_directive: Setup::phone().policy(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
         img-src 'self' data:",
    ) => directive;
    after_a_panic_the_answers_are_offered_and_open_again: Setup::phone().noisy() => panic_screen;
    after_a_panic_damaged_rows_hide_neither_the_panel_nor_the_other_records:
        Setup::phone().noisy() => panic_over_damaged_rows;
    after_a_panic_what_could_not_be_stored_is_in_the_file_too:
        Setup::phone().noisy() => panic_before_it_is_stored;
    after_a_panic_it_is_said_what_a_tab_keeps: Setup::phone().noisy() => panel_of_session;
    after_a_panic_it_is_said_that_nothing_was_kept: Setup::phone().noisy() => panel_of_none;
}

async fn start_fallback(page: &Page) -> Outcome {
    page.load().await?;
    page.says_to_reload().await
}

#[test]
fn without_the_script_that_starts_it_the_page_says_how_to_go_on() {
    run(
        Setup::phone().fault(Fault::Missing(".js")).noisy(),
        start_fallback,
    );
}

#[test]
fn a_page_that_is_loaded_again_by_hand_is_asked_for_what_it_was_asked_for() {
    let setup = Setup::phone().fault(Fault::Missing(".js")).noisy();
    run(setup, async |page| {
        let asked = format!("{}?persist=none", page.site().address());
        page.driver().goto(&asked).await?;
        page.says_to_reload().await?;
        let press = "window.marked = true;
            [...document.querySelectorAll('.boot-late a')].find((link) => link.checkVisibility()).click()";
        page.script(press, Vec::new()).await?;
        page.until("the page loaded again", async || {
            let script = "return window.marked ? null : location.href";
            let address = page.script(script, Vec::new()).await?;
            Ok(address.as_str().map(|address| assert_eq!(address, asked)))
        })
        .await
    });
}

#[test]
fn after_a_panic_a_page_that_a_browser_translates_says_how_to_go_on() {
    run(Setup::phone().noisy(), async |page| {
        page.begin().await?;
        // As browsers do that translate, whatever becomes of the texts.
        let script = "document.documentElement.lang = 'pl';
            document.documentElement.className = 'translated-ltr';
            window.dispatchEvent(new CustomEvent('mindset-panic'))";
        page.script(script, Vec::new()).await?;
        page.until("a way on", async || page.find(names::RELOAD).await)
            .await?;
        let title = "return [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility()).length";
        assert_eq!(page.script(title, Vec::new()).await?, 1);
        Ok(())
    });
}

#[test]
fn with_a_changed_script_that_starts_it_the_page_says_how_to_go_on() {
    let setup = Setup::phone().fault(Fault::Harmless("boot-*.js"));
    run(setup, start_fallback);
}

#[test]
fn with_a_changed_file_of_its_program_the_page_says_so() {
    for name in ["mindset-mirror-*.js", "mindset-mirror-*_bg.wasm"] {
        let setup = Setup::phone().fault(Fault::Harmless(name));
        run(setup, missing_file);
    }
}

async fn fallback_text(page: &Page) -> Outcome<String> {
    page.load().await?;
    page.within(Duration::from_secs(8), "a readable fallback", async || {
        let errors = page.parts("error").await?;
        let Some(error) = errors.first() else {
            return Ok(None);
        };
        let text = error.text().await?;
        Ok((text.len() > 40).then_some(text))
    })
    .await
}

async fn fallback(page: &Page) -> Outcome {
    let text = fallback_text(page).await?;
    page.shot(&format!("fallback-{}", page.language().tag()))
        .await?;
    let links = page
        .script(
            "return document.querySelectorAll('[data-part=error] a[href]').length",
            Vec::new(),
        )
        .await?;
    assert_ne!(links, 0, "a link in: {text}");
    Ok(())
}

/// In the reader's language, though no text of the interface has come, and with a way to try again.
async fn missing_file(page: &Page) -> Outcome {
    let text = fallback_text(page).await?;
    let [said, other] = match page.language() {
        Language::Nl => ["Een deel van de pagina", "Part of the page"],
        Language::En => ["Part of the page", "Een deel van de pagina"],
    };
    assert!(text.contains(said) && !text.contains(other), "{text}");
    assert!(page.find(names::RELOAD).await?.is_some(), "{text}");
    Ok(())
}

async fn directive(page: &Page) -> Outcome {
    let text = fallback_text(page).await?;
    assert!(text.contains("'wasm-unsafe-eval'"), "{text}");
    Ok(())
}

async fn panic_screen(page: &Page) -> Outcome {
    let order = Instrument::read()?.order();
    page.begin().await?;
    page.answer(&order[0], Some(5)).await?;
    page.script(
        "window.dispatchEvent(new CustomEvent('mindset-panic'))",
        Vec::new(),
    )
    .await?;
    page.until("a way to keep the answers", async || {
        page.find(names::DOWNLOAD).await
    })
    .await?;
    page.shot(&format!("panic-{}", page.language().tag()))
        .await?;
    page.press(names::DOWNLOAD).await?;
    let (name, bytes) = page.downloaded().await?;
    assert!(name.starts_with("mindset-backup-"), "{name}");
    page.press(names::RELOAD).await?;
    let sight = page.back_to_question().await?;
    assert_eq!(sight.item, order[1], "goes on where it broke");
    comes_back_from(page, &bytes, &order[1]).await
}

/// Rows that something else has changed, one beside a record that is whole in the database and the
/// others alone; a record that was set apart, and a second version of the whole one that was.
const SPOIL: &str = "const [sound] = Object.keys(localStorage)
       .filter(name => name.startsWith('mindset:attempt/'));
     const text = localStorage.getItem(sound);
     localStorage.setItem(sound, text.replace(/^1 live \\d+/, '1 live 8999999999999'));
     localStorage.setItem('mindset:attempt/no-state', '1 lhve 17 0 a.1 5\\n{}');
     localStorage.setItem('mindset:attempt/no-moment', '1 live 17x0 0 a.1 5\\n{}');
     localStorage.setItem('mindset:attempt/cut', '1 live 17');
     localStorage.setItem('mindset:quarantine/a', '1 live 17 0 a.1 5\\nattempt/apart older a.1\\n{}');
     const name = sound.slice('mindset:'.length);
     const second = JSON.parse(text.slice(text.indexOf('\\n')));
     second.session.subject.pseudonym = 'Apart';
     localStorage.setItem('mindset:quarantine/b',
       '1 live 17 0 b.1 5\\n' + name + ' conflict b.1\\n' + JSON.stringify(second));
     window.dispatchEvent(new CustomEvent('mindset-panic'));
     return name";

async fn panic_over_damaged_rows(page: &Page) -> Outcome {
    let order = Instrument::read()?.order();
    page.begin().await?;
    page.answer(&order[0], Some(5)).await?;
    page.saved().await?;
    let sound = page.script(SPOIL, Vec::new()).await?;
    page.press(names::DOWNLOAD).await?;
    let (_, bytes) = page.downloaded().await?;
    let backup: serde_json::Value = serde_json::from_slice(&bytes)?;
    let records = backup["records"].as_array().ok_or("no records")?;
    let body = |key: &str| {
        let record = records.iter().find(|record| record["key"] == key);
        record.map(|record| record["body"].clone())
    };
    assert_eq!(body("attempt/no-moment"), Some(serde_json::json!({})));
    assert_eq!(body("attempt/no-state"), Some(serde_json::json!({})));
    assert_eq!(body("attempt/apart"), Some(serde_json::json!({})));
    assert_eq!(body("attempt/cut"), Some(serde_json::json!("1 live 17")));
    let versions = records.iter().filter(|record| record["key"] == sound);
    let labels = versions.map(|record| &record["body"]["session"]["subject"]["pseudonym"]);
    assert_eq!(labels.collect::<Vec<_>>(), ["", "Apart"]);
    opens_anew(page, &bytes).await?;
    // The second version is left out, which is said, and holds up nothing else.
    let said = [
        "Dit staat al eerder in het bestand",
        "This is in the file already",
    ];
    page.until("which version is left out", async || {
        let text = page.text().await?;
        Ok(said.iter().any(|said| text.contains(said)).then_some(()))
    })
    .await?;
    goes_on_at(page, &order[1]).await
}

/// Has nothing be written into the database any more.
const DENY: &str = "IDBObjectStore.prototype.put = () => {
       throw new DOMException('denied by a test', 'UnknownError');
     }";

async fn panic_before_it_is_stored(page: &Page) -> Outcome {
    let order = Instrument::read()?.order();
    page.begin().await?;
    page.answer(&order[0], Some(5)).await?;
    page.saved().await?;
    page.script(DENY, Vec::new()).await?;
    page.answer(&order[1], Some(4)).await?;
    page.until("a copy of what could not be stored", async || {
        let script = "return Object.keys(localStorage)
            .some((name) => name.startsWith('mindset:pending/'))";
        let found = page.script(script, Vec::new()).await?;
        Ok((found == serde_json::json!(true)).then_some(()))
    })
    .await?;
    let script = "window.dispatchEvent(new CustomEvent('mindset-panic'))";
    page.script(script, Vec::new()).await?;
    page.press(names::DOWNLOAD).await?;
    let (_, bytes) = page.downloaded().await?;
    let backup: serde_json::Value = serde_json::from_slice(&bytes)?;
    let records = backup["records"].as_array().ok_or("no records")?;
    let attempts = records.iter().filter(|record| {
        let key = record["key"].as_str().unwrap_or_default();
        key.starts_with("attempt/")
    });
    let answers = attempts.map(|record| &record["body"]["session"]["answers"][&order[1]]);
    assert_eq!(answers.collect::<Vec<_>>(), [&serde_json::json!(4)]);
    comes_back_from(page, &bytes, &order[2]).await
}

/// Deletes everything, restores this backup, and goes on at the item.
async fn comes_back_from(page: &Page, backup: &[u8], item: &str) -> Outcome {
    opens_anew(page, backup).await?;
    goes_on_at(page, item).await
}

/// Deletes everything, and opens this backup.
async fn opens_anew(page: &Page, backup: &[u8]) -> Outcome {
    page.arrive().await?;
    page.my_data().await?;
    page.delete_everything().await?;
    page.load().await?;
    let file = page.file("emergency.json", backup)?;
    page.open_file(names::OPEN_FILE, &file).await
}

/// Restores the backup that is open, and goes on at the item.
async fn goes_on_at(page: &Page, item: &str) -> Outcome {
    page.press(names::RESTORE).await?;
    page.until("what was restored", async || {
        Ok((!page.stored().await?.is_empty()).then_some(()))
    })
    .await?;
    page.arrive().await?;
    let sight = page.back_to_question().await?;
    assert_eq!(sight.item, item, "what was rescued goes on too");
    Ok(())
}

/// What the panel of a failed app says, when the app fails after the first answer on a page that
/// is asked to persist like this.
async fn panel_says(page: &Page, persist: &str, expected: [&str; 2]) -> Outcome {
    let order = Instrument::read()?.order();
    let address = format!("{}?persist={persist}", page.site().address());
    page.driver().goto(address).await?;
    page.screen("start").await?;
    page.press(names::START).await?;
    page.to_statements().await?;
    page.answer(&order[0], Some(5)).await?;
    page.script(
        "window.dispatchEvent(new CustomEvent('mindset-panic'))",
        Vec::new(),
    )
    .await?;
    let said = page.reads("notice").await?;
    let found = expected.iter().any(|text| said.contains(text));
    assert!(found, "{persist}: {said}");
    let offered = page.find(names::DOWNLOAD).await?.is_some();
    assert_eq!(offered, persist != "none", "{persist}");
    Ok(())
}

async fn panel_of_session(page: &Page) -> Outcome {
    panel_says(page, "session", ["in dit tabblad", "in this tab"]).await
}

async fn panel_of_none(page: &Page) -> Outcome {
    panel_says(page, "none", ["laat niets bewaren", "lets nothing be kept"]).await
}
