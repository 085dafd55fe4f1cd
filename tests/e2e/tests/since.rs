//! A second result, beside the first.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names::Language;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    a_second_result_stands_beside_the_first: Setup::phone() => beside;
    on_a_desk_it_does_too: Setup::desk() => beside;
}

async fn beside(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    page.to_result(&instrument, &answers).await?;
    assert!(
        page.parts("since").await?.is_empty(),
        "nothing to compare with"
    );
    page.to_result(&instrument, &answers).await?;
    page.open_part("comparison").await?;
    let said = page.reads("since").await?;
    // The same answers: every theme, and not one that changed.
    let (chance, changed, none) = match page.language() {
        Language::Nl => ("Kan toeval zijn", "Veranderd", "Geen enkel antwoord"),
        Language::En => ("May be chance", "Changed", "No answer changed"),
    };
    assert_eq!(said.matches(chance).count(), 4, "{said}");
    assert!(!said.contains(changed), "{said}");
    assert!(said.contains(none), "{said}");
    let points = page.script(
        "return document.querySelectorAll('.trend-picture circle').length",
        Vec::new(),
    );
    assert_eq!(points.await?, 8, "two results of four themes");
    page.accessible("two results").await
}
