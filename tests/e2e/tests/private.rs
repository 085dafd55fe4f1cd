//! Nothing leaves the browser, and nothing breaks the page's own policy.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    no_request_is_made_after_loading_over_the_whole_journey: Setup::phone() => silent;
}

async fn silent(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.arrive().await?;
    let loading = page.requests().await?;
    let home = page.site().address();
    assert!(!loading.is_empty(), "the log of the network works");
    for url in &loading {
        assert!(url.starts_with(&home), "{url} is not ours");
    }
    let asked = page.site().asked();
    page.press(names::START).await?;
    page.answer_context(&instrument).await?;
    page.answer_from(0, &instrument, &instrument.varied())
        .await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    page.unfold().await?;
    page.save().await?;
    page.my_data().await?;
    assert_eq!(
        page.requests().await?,
        Vec::<String>::new(),
        "seen by the browser"
    );
    assert_eq!(page.site().asked(), asked, "seen by the server");
    page.quiet().await
}
