//! The saved file against the command-line tool and the published form.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    the_saved_file_says_what_the_command_computes: Setup::desk() => like_the_command;
    a_saved_file_with_skipped_statements_says_what_the_command_computes:
        Setup::desk() => skipped_like_the_command;
}

async fn like_the_command(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    page.to_result(&instrument, &answers).await?;
    let percents = page.percents().await?;
    let saved = page.save().await?;
    check_name(&saved.name);
    assert_eq!(saved.document["instrument"]["id"], "sales-mindset");
    assert_eq!(saved.document["language"], page.language().tag());
    assert_eq!(saved.document["session"]["status"], "completed");
    assert_eq!(saved.answers(), answers);
    assert_eq!(saved.percents(), percents, "the file and the screen");
    assert_eq!(
        saved.percents_by_command()?,
        percents,
        "the command and the screen"
    );
    for (scale, percent) in instrument.percents(&answers) {
        assert_eq!(
            percents.get(&scale),
            Some(&Some(percent)),
            "{scale} by hand"
        );
    }
    Ok(())
}

async fn skipped_like_the_command(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let mut answers = instrument.varied();
    // Two of eight may be missing, three may not.
    for item in &instrument.items_of("responsibility")[..2] {
        answers.remove(item);
    }
    for item in &instrument.items_of("commitment")[..3] {
        answers.remove(item);
    }
    page.to_result(&instrument, &answers).await?;
    let saved = page.save().await?;
    assert_eq!(saved.answers(), answers);
    let percents = saved.percents();
    assert_eq!(percents["commitment"], None);
    assert!(percents["responsibility"].is_some());
    assert_eq!(
        saved.percents_as_shown(),
        page.percents().await?,
        "the file and the screen"
    );
    assert_eq!(
        percents,
        saved.percents_by_command()?,
        "the file and the command"
    );
    Ok(())
}

/// `mindset-YYYY-MM-DD-pseudonym.json`; without a pseudonym a word stands in its place.
fn check_name(name: &str) {
    let date = name
        .strip_prefix("mindset-")
        .and_then(|rest| rest.get(..10));
    let form: String = date
        .unwrap_or_default()
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    assert_eq!(form, "0000-00-00", "{name}");
    assert!(name.ends_with(".json") && !name.contains(' '), "{name}");
}
