//! The page on what a sales manager can do, as it lies beside the scan.

use e2e::Outcome;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use lopdf::Document;
use serde_json::json;

in_both_languages! {
    axe_finds_nothing: Setup::phone() => accessible;
    axe_finds_nothing_in_the_dark: Setup::desk().scheme(Scheme::Dark) => accessible;
    it_scrolls_down_only_at_320_px: Setup::phone().size(320, 568, 2.0) => narrow;
    it_prints_on_a4: Setup::desk() => prints;
}

async fn arrive(page: &Page) -> Outcome {
    let name = format!("manager-{}.html", page.language().tag());
    let address = format!("{}{name}", page.site().address());
    page.driver().goto(address).await?;
    let script = "const root = document.documentElement;
        return [root.lang, document.querySelectorAll('h1').length, document.scripts.length,
            [...document.styleSheets].map((sheet) => sheet.cssRules.length > 0)]";
    let seen = page.script(script, Vec::new()).await?;
    assert_eq!(seen, json!([page.language().tag(), 1, 0, [true, true]]));
    Ok(())
}

async fn accessible(page: &Page) -> Outcome {
    arrive(page).await?;
    page.accessible("the page for managers").await?;
    page.shot(&format!(
        "manager-{:?}-{}",
        page.setup().scheme,
        page.language().tag()
    ))
    .await
}

async fn narrow(page: &Page) -> Outcome {
    arrive(page).await?;
    let found = page.sideways().await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn prints(page: &Page) -> Outcome {
    arrive(page).await?;
    let title = "return document.querySelector('h1').textContent";
    let title = page.script(title, Vec::new()).await?;
    let how = json!({"preferCSSPageSize": true});
    let printed = page.driver().cdp().send_raw("Page.printToPDF", how).await?;
    let bytes = page.script(
        "return [...atob(arguments[0])].map(one => one.charCodeAt(0))",
        vec![printed["data"].clone()],
    );
    let bytes: Vec<u8> = serde_json::from_value(bytes.await?)?;
    let document = Document::load_mem(&bytes)?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    assert!((2..=4).contains(&pages.len()), "{pages:?}");
    // Glyphs are placed one by one: only the letters are compared.
    let letters = |text: &str| {
        let letters = text.chars().filter(|one| one.is_alphanumeric());
        letters.collect::<String>()
    };
    let first = letters(&document.extract_text(&[1])?);
    let title = letters(title.as_str().ok_or("a heading is text")?);
    assert!(first.contains(&title), "{title} in {first}");
    Ok(())
}

#[test]
fn each_language_leads_to_the_other() {
    run(Setup::desk().language(Language::Nl), async |page| {
        arrive(page).await?;
        let script = "document.querySelector('nav a[lang=en]').click()";
        page.script(script, Vec::new()).await?;
        page.until("the English page", async || {
            let language = page.script("return document.documentElement.lang", Vec::new());
            Ok((language.await? == "en").then_some(()))
        })
        .await
    });
}
