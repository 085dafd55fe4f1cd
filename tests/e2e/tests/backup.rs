//! A backup of everything, and back after all was deleted.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    everything_comes_back_from_a_backup_behind_a_passphrase: Setup::phone() => sealed_and_back;
    everything_comes_back_from_a_backup: Setup::phone() => and_back;
    everything_comes_back_from_a_backup_on_a_desk: Setup::desk() => and_back;
}

async fn and_back(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    page.to_result(&instrument, &answers).await?;
    let percents = page.percents().await?;
    page.my_data().await?;
    page.press(names::BACKUP).await?;
    page.reads("preview").await?;
    page.accessible("a backup that is shown").await?;
    page.press(names::SAVE_PREVIEWED).await?;
    let (name, bytes) = page.downloaded().await?;
    assert!(name.starts_with("mindset-backup-"), "{name}");
    page.delete_everything().await?;
    page.load().await?;
    let file = page.file("backup.json", &bytes)?;
    page.open_file(names::OPEN_FILE, &file).await?;
    page.press(names::RESTORE).await?;
    page.accessible("restored").await?;
    page.open_result().await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

async fn sealed_and_back(page: &Page) -> Outcome {
    const PASSPHRASE: &str = "paars ontbijt fluit dinsdag";
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    page.my_data().await?;
    page.press(names::SEALED_BACKUP).await?;
    page.reads("preview").await?;
    let write = async || -> Outcome {
        let field = page
            .until("the field", async || page.find(names::PASSPHRASE).await)
            .await?;
        field.send_keys(PASSPHRASE).await?;
        Ok(())
    };
    write().await?;
    page.accessible("a backup that is to be sealed").await?;
    page.press(names::SEAL).await?;
    let (name, bytes) = page.downloaded().await?;
    assert!(
        name.starts_with("mindset-backup-") && name.ends_with(".json.age"),
        "{name}"
    );
    assert!(!String::from_utf8_lossy(&bytes).contains("pageSeconds"));
    page.delete_everything().await?;
    page.load().await?;
    let file = page.file("backup.json.age", &bytes)?;
    page.open_file(names::OPEN_FILE, &file).await?;
    write().await?;
    page.press(names::UNSEAL).await?;
    page.press(names::RESTORE).await?;
    page.open_result().await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}
