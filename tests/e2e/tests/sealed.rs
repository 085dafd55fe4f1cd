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
