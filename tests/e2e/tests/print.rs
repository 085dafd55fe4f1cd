//! The result on paper, as the browser prints it.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::page::Page;
use e2e::setup::Setup;
use lopdf::Document;
use serde_json::json;

in_both_languages! {
    a_result_prints_on_two_sheets: Setup::desk() => sheets;
    a_result_prints_on_two_sheets_from_a_phone: Setup::phone() => sheets;
}

async fn sheets(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let cdp = page.driver().cdp();
    let how = json!({"preferCSSPageSize": true});
    let printed = cdp.send_raw("Page.printToPDF", how).await?;
    let bytes = page.script(
        "return [...atob(arguments[0])].map(one => one.charCodeAt(0))",
        vec![printed["data"].clone()],
    );
    let bytes: Vec<u8> = serde_json::from_value(bytes.await?)?;
    let document = Document::load_mem(&bytes)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert_eq!(pages, [1, 2]);
    // Glyphs are placed one by one: only the letters are compared.
    let letters = |text: &str| {
        text.chars()
            .filter(|one| one.is_alphanumeric())
            .collect::<String>()
    };
    let first = letters(&document.extract_text(&[1])?);
    let second = letters(&document.extract_text(&[2])?);
    for scale in instrument.scale_names(page.language()) {
        assert!(first.contains(&letters(&scale)), "{scale} in {first}");
    }
    assert!(
        first.ends_with("12") || first.contains("12"),
        "page 1 of 2: {first}"
    );
    assert!(second.contains("22"), "page 2 of 2: {second}");
    Ok(())
}
