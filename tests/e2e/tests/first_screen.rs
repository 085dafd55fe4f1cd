//! The first screen as a phone and a desk show it, before anything is scrolled.

use e2e::Outcome;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;
use serde_json::json;

in_both_languages! {
    a_phone_shows_what_one_gets_above_the_fold: Setup::phone().size(390, 844, 2.0) => fold;
    a_narrow_phone_scrolls_down_only: Setup::phone().size(320, 568, 2.0) => narrow;
    a_desk_shows_the_example_beside_the_text: Setup::desk() => sheet;
    a_phone_has_no_sheet: Setup::phone() => no_sheet;
}

/// Where the lower edge of the first element of a selector is, from the top of the window.
async fn lower_edge(page: &Page, selector: &str) -> Outcome<f64> {
    let script = "return document.querySelector(arguments[0]).getBoundingClientRect().bottom";
    let edge = page.script(script, vec![json!(selector)]).await?;
    Ok(edge.as_f64().ok_or("an element has an edge")?)
}

async fn fold(page: &Page) -> Outcome {
    page.arrive().await?;
    let height = page.script("return window.innerHeight", Vec::new()).await?;
    let height = height.as_f64().ok_or("a window has a height")?;
    for selector in [".start-ways", ".start-gets h2", ".start-gets dt"] {
        let edge = lower_edge(page, selector).await?;
        assert!(edge <= height, "{selector} ends at {edge} of {height}");
    }
    page.accessible("start on a phone").await
}

async fn narrow(page: &Page) -> Outcome {
    page.arrive().await?;
    page.unfold().await?;
    let found = page.sideways().await?;
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

async fn sheet(page: &Page) -> Outcome {
    page.arrive().await?;
    // Both ways in stand at the same height.
    let script = "return [...document.querySelectorAll('.start-ways button')]
        .map((button) => button.getBoundingClientRect().top)";
    let tops: Vec<f64> = serde_json::from_value(page.script(script, Vec::new()).await?)?;
    assert_eq!(tops.len(), 2);
    assert_eq!(tops[0], tops[1]);
    page.accessible("start on a desk").await?;
    page.press(names::EXAMPLE_SHEET).await?;
    page.screen("result").await?;
    assert!(page.stored().await?.is_empty(), "an example is not stored");
    Ok(())
}

async fn no_sheet(page: &Page) -> Outcome {
    page.arrive().await?;
    assert!(page.find(names::EXAMPLE).await?.is_some());
    assert!(page.find(names::EXAMPLE_SHEET).await?.is_none());
    page.press(names::EXAMPLE).await?;
    page.screen("result").await.map(|_| ())
}
