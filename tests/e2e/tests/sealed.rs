//! A result under a passphrase, and an independent program that reads and writes the same format.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::Key;

in_both_languages! {
    opening_and_sealing_run_beside_the_page_and_can_be_stopped: Setup::desk() => stopped;
    a_file_of_another_program_opens_as_text_and_says_when_no_passphrase_does: Setup::phone() => others;
    a_sealed_result_opens_elsewhere_and_here: Setup::phone() => there_and_here;
    a_sealed_result_opens_elsewhere_and_here_on_a_desk: Setup::desk() => there_and_here;
}

const PASSPHRASE: &str = "paars ontbijt fluit dinsdag";

/// What the independent program says: whether it did it.
fn age(what: &str, passphrase: &str, from: &Path, to: &Path) -> Outcome<bool> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/judges/sealed.mjs");
    let ran = Command::new("node")
        .arg(script)
        .args([what, passphrase])
        .args([from, to])
        .output()?;
    match ran.status.code() {
        Some(0) => Ok(true),
        Some(3) => Ok(false),
        _ => Err(String::from_utf8_lossy(&ran.stderr).into_owned().into()),
    }
}

/// Types over what stands in the field.
async fn write(page: &Page, passphrase: &str) -> Outcome {
    let field = page
        .until("the field", async || page.find(names::PASSPHRASE).await)
        .await?;
    field.send_keys(Key::Control + "a").await?;
    field.send_keys(passphrase).await?;
    Ok(())
}

async fn there_and_here(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    page.press(names::SEALED).await?;
    let said = names::NO_RECOVERY.text(page.language());
    assert!(page.text().await?.contains(said));
    write(page, PASSPHRASE).await?;
    page.press(names::VIEW_FILE).await?;
    let seen = page.reads("preview").await?;
    page.accessible("behind a passphrase").await?;
    page.press(names::SEAL).await?;
    let (name, bytes) = page.downloaded().await?;
    assert!(name.ends_with(".json.age"), "{name}");

    let sealed = page.file("sealed.age", &bytes)?;
    let opened = sealed.with_file_name("opened.json");
    assert!(!age(
        "open",
        "paars ontbijt fluit woensdag",
        &sealed,
        &opened
    )?);
    assert!(age("open", PASSPHRASE, &sealed, &opened)?);
    let file: serde_json::Value = serde_json::from_slice(&std::fs::read(&opened)?)?;
    assert_eq!(file["format"], "mindset-mirror-result");
    let id = file["exportId"].as_str().unwrap_or_default();
    assert!(seen.contains(id), "what was looked at");

    let foreign: PathBuf = sealed.with_file_name("foreign.age");
    assert!(age("seal", PASSPHRASE, &opened, &foreign)?);
    page.my_data().await?;
    page.open_file(names::OPEN_FILE, &foreign).await?;
    write(page, "een heel andere zin").await?;
    page.press(names::UNSEAL).await?;
    page.reads("error").await?;
    page.accessible("a passphrase that is refused").await?;
    write(page, PASSPHRASE).await?;
    page.press(names::UNSEAL).await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

/// Counts the workers that the page ends from here on.
const COUNT_ENDED: &str = "window.ended = 0; const end = Worker.prototype.terminate; \
    Worker.prototype.terminate = function () { window.ended++; return end.call(this); }";

async fn ended(page: &Page) -> Outcome<u64> {
    let ended = page.script("return window.ended", Vec::new()).await?;
    Ok(ended.as_u64().unwrap_or_default())
}

/// Presses the button that ends what is running, by the keyboard.
async fn stop(page: &Page) -> Outcome {
    let button = page
        .until("the button that stops", async || {
            page.find(names::STOP_SEALING).await
        })
        .await?;
    page.accessible("while a file is sealed or opened").await?;
    button.send_keys(Key::Enter + "").await?;
    page.until("stopped", async || {
        let running = page.find(names::STOP_SEALING).await?;
        Ok(running.is_none().then_some(()))
    })
    .await?;
    // That button is gone, and what it had is not lost to a reader without a mouse.
    let focused = page.script("return document.activeElement.type", Vec::new());
    assert_eq!(focused.await?, "password", "what has the focus");
    Ok(())
}

async fn stopped(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    let saved = page.save().await?;
    page.script(COUNT_ENDED, Vec::new()).await?;
    page.press(names::SEALED).await?;
    write(page, PASSPHRASE).await?;
    page.press(names::VIEW_FILE).await?;
    page.reads("preview").await?;
    page.press(names::SEAL).await?;
    page.downloaded().await?;
    assert_eq!(ended(page).await?, 1, "what has sealed is ended");

    let slow = saved.path.with_file_name("slow.age");
    assert!(age("slow", PASSPHRASE, &saved.path, &slow)?);
    page.forget().await?;
    page.arrive().await?;
    page.open_file(names::OPEN_FILE, &slow).await?;
    page.until("the field", async || page.find(names::PASSPHRASE).await)
        .await?;
    page.script(COUNT_ENDED, Vec::new()).await?;
    write(page, PASSPHRASE).await?;
    page.press(names::UNSEAL).await?;
    stop(page).await?;
    page.until("its worker has ended", async || {
        Ok((ended(page).await? == 1).then_some(()))
    })
    .await?;
    assert!(page.parts("error").await?.is_empty(), "that is no error");
    // What was typed is still there.
    page.press(names::UNSEAL).await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

async fn others(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    let saved = page.save().await?;
    let sealed = saved.path.with_file_name("armoured.age");
    assert!(age("armour", PASSPHRASE, &saved.path, &sealed)?);
    let text = std::fs::read_to_string(&sealed)?;
    let (start, _) = text.split_at(text.len() / 2);
    let cut = page.file("cut.age", start.as_bytes())?;
    let marked = format!("\u{feff}\r\n\r\n{}", text.replace('\n', "\r\n"));
    let marked = page.file("marked.age", marked.as_bytes())?;
    let to_key = saved.path.with_file_name("key.age");
    assert!(age("to-key", "", &saved.path, &to_key)?);
    page.forget().await?;
    for (file, said) in [(&cut, names::CUT_OFF), (&to_key, names::TO_KEY)] {
        page.arrive().await?;
        page.open_file(names::OPEN_FILE, file).await?;
        let text = page.reads("error").await?;
        assert!(text.contains(said.text(page.language())), "{text}");
        assert!(page.find(names::PASSPHRASE).await?.is_none());
    }
    page.arrive().await?;
    page.open_file(names::OPEN_FILE, &marked).await?;
    write(page, &format!(" {PASSPHRASE} ")).await?;
    page.press(names::UNSEAL).await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}
