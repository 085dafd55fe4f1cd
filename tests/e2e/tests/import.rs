//! Opening result files: good ones show the same result, others change nothing.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use std::path::{Path, PathBuf};

in_both_languages! {
    a_bad_file_is_refused_in_the_readers_language: Setup::desk() => bad_files;
}

#[test]
fn a_saved_file_opened_elsewhere_shows_the_same_result() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        let before = page.percents().await?;
        let saved = page.save().await?;
        page.forget().await?;
        page.arrive().await?;
        page.open_file(names::OPEN_FILE, &saved.path).await?;
        page.screen("result").await?;
        assert_eq!(page.percents().await?, before);
        let again = page.save().await?;
        assert_eq!(again.answers(), saved.answers());
        assert_eq!(
            again.document["session"]["id"],
            saved.document["session"]["id"]
        );
        Ok(())
    });
}

#[test]
fn a_file_that_was_kept_is_not_kept_twice() {
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        let saved = page.save().await?;
        page.forget().await?;
        page.arrive().await?;
        page.open_file(names::OPEN_FILE, &saved.path).await?;
        page.screen("result").await?;
        assert!(page.stored().await?.is_empty(), "looking stores nothing");
        page.press(names::STORE_FILE).await?;
        let kept = page.stored_at_rest().await?;
        page.arrive().await?;
        page.open_file(names::OPEN_FILE, &saved.path).await?;
        page.screen("result").await?;
        page.reads("notice").await?;
        assert!(
            page.find(names::STORE_FILE).await?.is_none(),
            "it is already here"
        );
        let records: Vec<_> = page.stored().await?.into_keys().collect();
        assert_eq!(records, kept.into_keys().collect::<Vec<_>>());
        Ok(())
    });
}

async fn bad_files(page: &Page) -> Outcome {
    let files = bad_results()?;
    assert!(files.len() >= 20, "only {} bad files", files.len());
    page.begin().await?;
    page.answer(&Instrument::read()?.order()[0], Some(3))
        .await?;
    page.press(names::STOP).await?;
    page.screen("start").await?;
    let before = page.stored_at_rest().await?;
    let mut said = Vec::new();
    for file in files {
        page.arrive().await?;
        page.open_file(names::OPEN_FILE, &file).await?;
        let sentence = page.reads("error").await?;
        assert!(sentence.len() > 20, "{}: {sentence}", file.display());
        assert_eq!(page.stored().await?, before, "{}", file.display());
        said.push(format!("{}: {sentence}", file.display()));
    }
    let other = match page.language() {
        names::Language::Nl => [" file ", " the "],
        names::Language::En => [" bestand ", " het "],
    };
    for sentence in said {
        assert!(
            !other.iter().any(|word| sentence.contains(word)),
            "{sentence}"
        );
    }
    Ok(())
}

fn bad_results() -> Outcome<Vec<PathBuf>> {
    let folder = "../native/fixtures/bad-results";
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let listed =
        std::fs::read_dir(&folder).map_err(|why| format!("{}: {why}", folder.display()))?;
    let mut files: Vec<_> = listed
        .filter_map(Result::ok)
        .map(|entry| entry.path())
        .collect();
    files.sort();
    Ok(files)
}

#[test]
fn a_file_over_one_mebibyte_is_refused() {
    run(Setup::desk(), async |page| {
        page.arrive().await?;
        let before = page.stored().await?;
        let huge = format!("{{\"format\": \"{}\"}}", "x".repeat(1 << 20));
        let file = page.file("huge.json", huge.as_bytes())?;
        page.open_file(names::OPEN_FILE, &file).await?;
        assert!(!page.reads("error").await?.is_empty());
        assert_eq!(page.stored().await?, before);
        Ok(())
    });
}
