//! The result on paper, as the browser prints it.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::page::Page;
use e2e::setup::Setup;
use serde_json::json;

in_both_languages! {
    a_result_prints_on_at_most_five_sheets: Setup::desk() => sheets;
}

/// The printed file lists its pages as objects in plain text.
const COUNT: &str = "return atob(arguments[0]).match(/\\/Type\\s*\\/Page\\b/g).length";

async fn sheets(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let cdp = page.driver().cdp();
    let how = json!({"preferCSSPageSize": true});
    let printed = cdp.send_raw("Page.printToPDF", how).await?;
    let count = page
        .script(COUNT, vec![printed["data"].clone()])
        .await?
        .as_u64();
    // Grids that were broken over pages took ten, with text on text.
    assert!(
        count.is_some_and(|count| (1..=5).contains(&count)),
        "{count:?}"
    );
    Ok(())
}
