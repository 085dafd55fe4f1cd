//! What its owner leaves out of a file is not in it, and the opened result says so.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    a_theme_that_is_left_out_leaves_nothing_in_the_file: Setup::phone() => left_out;
    a_theme_that_is_left_out_leaves_nothing_in_the_file_on_a_desk: Setup::desk() => left_out;
}

const LEFT_OUT: &str = "responsibility";

async fn left_out(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let before = page.percents().await?;
    page.open_part("sharing").await?;
    page.press(names::SECOND_THEME).await?;
    let saved = page.save().await?;

    let items = instrument.items_of(LEFT_OUT);
    assert_eq!(items.len(), 8);
    let text = std::fs::read_to_string(&saved.path)?;
    for item in &items {
        assert!(!text.contains(&format!("\"{item}\"")), "{item}");
    }
    let disclosure = &saved.document["disclosure"];
    assert_eq!(disclosure["withheldScales"], serde_json::json!([LEFT_OUT]));
    assert_eq!(
        saved.answers().len(),
        instrument.order().len() - items.len()
    );

    page.forget().await?;
    page.arrive().await?;
    page.open_file(names::OPEN_FILE, &saved.path).await?;
    page.screen("result").await?;
    let mut shared = before;
    shared.insert(LEFT_OUT.to_owned(), None);
    assert_eq!(page.percents().await?, shared);
    let text = page.text().await?;
    assert!(text.contains(names::NOT_SHARED.text(page.language())));
    page.accessible("a result of which a theme was left out")
        .await
}
