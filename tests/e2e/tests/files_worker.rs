//! The worker that opens and makes files: loaded only when a reader is about to share or to open
//! one, and where it does not come, that is said, nothing is lost, and a second try works.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;

in_both_languages! {
    without_a_connection_a_file_is_made_at_the_second_try: Setup::phone().noisy() => made_later;
    without_a_connection_a_file_is_opened_at_the_second_try: Setup::phone().noisy() => opened_later;
}

/// The error that is on screen, and that it is told to every reader.
async fn said(page: &Page) -> Outcome<String> {
    let text = page.reads("error").await?;
    page.accessible("a file that could not be made or opened")
        .await?;
    Ok(text)
}

async fn made_later(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    page.offline(true).await?;
    page.press(names::VIEW_FILE).await?;
    let text = said(page).await?;
    assert!(
        text.contains(names::NOTHING_LOST.text(page.language())),
        "{text}"
    );
    assert_eq!(page.percents().await?, percents, "the result is as it was");
    page.offline(false).await?;
    page.press(names::TRY_AGAIN).await?;
    page.reads("preview").await?;
    page.press(names::SAVE_JSON).await?;
    let (_, bytes) = page.downloaded().await?;
    let file: serde_json::Value = serde_json::from_slice(&bytes)?;
    assert_eq!(file["format"], "mindset-mirror-result");
    Ok(())
}

async fn opened_later(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    let saved = page.save().await?;
    page.forget().await?;
    page.arrive().await?;
    page.offline(true).await?;
    page.open_file(names::OPEN_FILE, &saved.path).await?;
    said(page).await?;
    page.offline(false).await?;
    page.press(names::TRY_AGAIN).await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

#[test]
fn a_script_of_the_worker_that_was_changed_on_the_way_opens_no_file() {
    for name in ["files-start.js", "files-worker.js"] {
        run(Setup::desk().fault(Fault::Harmless(name)), async |page| {
            page.arrive().await?;
            let file = page.file("anything.json", b"{}")?;
            page.open_file(names::OPEN_FILE, &file).await?;
            said(page).await?;
            let again = page.find(names::TRY_AGAIN).await?;
            assert!(again.is_some(), "{name}: it is no fault of the file");
            Ok(())
        });
    }
}

#[test]
fn a_worker_that_was_changed_on_the_way_makes_no_file() {
    let setup = Setup::desk().noisy();
    run(
        setup.fault(Fault::Flip("files-worker_bg.wasm")),
        async |page| {
            let instrument = Instrument::read()?;
            page.to_result(&instrument, &instrument.varied()).await?;
            page.press(names::VIEW_FILE).await?;
            said(page).await?;
            assert!(page.parts("preview").await?.is_empty());
            // A backup does not need it.
            page.my_data().await?;
            page.press(names::BACKUP).await?;
            page.reads("preview").await?;
            Ok(())
        },
    );
}
