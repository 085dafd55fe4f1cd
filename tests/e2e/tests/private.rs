//! Nothing leaves the browser, and nothing breaks the page's own policy.
//!
//! Two kinds of request are made after loading: the interface's texts and the questionnaire in
//! another language, when the reader asks for that, and a worker, when one is needed. Each address
//! is a file of the build and says nothing about the reader.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;

in_both_languages! {
    only_another_language_is_fetched_later_from_the_same_folder_and_once: Setup::phone() => language_only;
    no_request_is_made_after_loading_until_a_file_is_made_and_then_only_for_the_worker:
        Setup::phone() => silent;
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
    let requested = page.site().requested();
    page.press(names::START).await?;
    page.to_statements().await?;
    page.answer_statements(0, &instrument, &instrument.varied())
        .await?;
    page.answer_context(&instrument).await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    page.unfold().await?;
    assert_eq!(
        page.requests().await?,
        Vec::<String>::new(),
        "seen by the browser"
    );
    assert_eq!(page.site().requested(), requested, "seen by the server");
    page.save().await?;
    let worker = ["files-start.js", "files-worker.js", "files-worker_bg.wasm"];
    let mut fetched = page.requests().await?;
    fetched.sort();
    fetched.dedup();
    assert_eq!(fetched, worker.map(|name| format!("{home}{name}")));
    page.my_data().await?;
    assert_eq!(
        page.requests().await?,
        Vec::<String>::new(),
        "the worker is there"
    );
    let later = page.site().requested().split_off(requested.len());
    for address in later {
        let ours = worker.iter().any(|name| address.ends_with(name));
        assert!(ours, "{address} seen by the server");
    }
    page.quiet().await
}

async fn language_only(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.begin().await?;
    page.requests().await?;
    let first = &instrument.order()[0];
    page.answer(first, Some(4)).await?;
    assert_eq!(page.requests().await?, Vec::<String>::new());
    let other = page.language().other();
    page.speak(other).await?;
    page.see("the other language", |sight| sight.lang == other.tag())
        .await?;
    let fetched = page.requests().await?;
    assert_eq!(fetched.len(), 2, "{fetched:?}");
    for file in ["interface", "sales-mindset"] {
        let folder = format!("{}content/{file}-", page.site().address());
        let of_language = format!("-{}-", other.tag());
        let found = fetched.iter().filter(|address| {
            let rest = address.strip_prefix(&folder).unwrap_or_default();
            let rest = format!("-{rest}");
            let plain = |letter: char| letter.is_ascii_alphanumeric() || "-.".contains(letter);
            rest.contains(&of_language) && rest.ends_with(".bin") && rest.chars().all(plain)
        });
        assert_eq!(found.count(), 1, "{file}: {fetched:?}");
    }
    page.speak(page.language()).await?;
    page.speak(other).await?;
    assert_eq!(
        page.requests().await?,
        Vec::<String>::new(),
        "it is there now"
    );
    page.quiet().await
}
