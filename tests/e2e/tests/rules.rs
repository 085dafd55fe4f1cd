//! What the result says, and what it does not say, by the answers given.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    three_skipped_statements_leave_a_scale_without_a_score: Setup::phone() => three_skipped;
    two_skipped_statements_still_give_a_score: Setup::phone() => two_skipped;
    the_same_answer_throughout_brings_a_notice_and_hides_the_bands:
        Setup::phone().before(UNHURRIED) => alike;
    answering_faster_than_one_can_read_brings_a_notice: Setup::phone() => hurried;
    answers_that_are_meant_bring_the_bands_and_no_notice:
        Setup::phone().before(UNHURRIED) => meant;
}

/// A test answers faster than anyone reads, which is a pattern of its own. Here the clock
/// that pages are timed with runs fifty times as fast.
const UNHURRIED: &str = "const now = performance.now.bind(performance);
    performance.now = () => 50 * now();";

async fn with_skipped(page: &Page, count: usize) -> Outcome<Option<f64>> {
    let instrument = Instrument::read()?;
    let mut answers = instrument.varied();
    for item in &instrument.items_of("accountability")[..count] {
        answers.remove(item);
    }
    page.to_review(&instrument, &answers).await?;
    page.shot(&format!("review-{count}-skipped-{}", page.language().tag()))
        .await?;
    if count > 2 {
        let said = page.reads("notice").await?;
        let name = &instrument.short_names(page.language())[0];
        assert!(said.contains(&[name, ": 5 "].concat()), "{said}");
    }
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    let percents = page.percents().await?;
    assert_eq!(percents.len(), 4);
    assert_eq!(
        percents.values().flatten().count(),
        if count > 2 { 3 } else { 4 }
    );
    Ok(percents["accountability"])
}

async fn three_skipped(page: &Page) -> Outcome {
    assert_eq!(with_skipped(page, 3).await?, None);
    Ok(())
}

async fn two_skipped(page: &Page) -> Outcome {
    assert!(with_skipped(page, 2).await?.is_some());
    Ok(())
}

async fn alike(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.alike(4)).await?;
    assert!(!page.reads("notice").await?.is_empty());
    assert!(!page.shows_bands().await?, "no 80 % band");
    page.shot(&format!("result-alike-{}", page.language().tag()))
        .await
}

async fn hurried(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.meant()).await?;
    assert!(!page.reads("notice").await?.is_empty());
    assert!(!page.shows_bands().await?, "no 80 % band");
    Ok(())
}

async fn meant(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.meant()).await?;
    assert!(page.shows_bands().await?, "the 80 % band");
    assert_eq!(page.parts("notice").await?.len(), 0);
    page.shot(&format!("result-meant-{}", page.language().tag()))
        .await
}
