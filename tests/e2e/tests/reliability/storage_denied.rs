//! Storage is denied, in every way and from every screen on: what is said is true and is said at once,
//! and the assessment is finished and saved as a file.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::reliability;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::json;
use std::time::Duration;

/// The ways by their names; see there.
const DENIALS: &str = include_str!("storage_denied.js");

/// Each way, and the script that denies it before the page begins.
const WAYS: [(&str, &str); 7] = [
    ("throws", "window.__deny('throws')"),
    ("null", "window.__deny('null')"),
    ("quota 0", "window.__deny('quota 0')"),
    ("quota half-way", "window.__deny('quota half-way')"),
    ("quota at the end", "window.__deny('quota at the end')"),
    ("blocked", "window.__deny('blocked')"),
    ("hanging", "window.__deny('hanging')"),
];

/// The screen that is on when the denial begins; the first is that nothing is loaded yet.
const SCREENS: [&str; 7] = [
    "nothing",
    "start",
    "interlude",
    "question",
    "context",
    "review",
    "result",
];

#[test]
fn with_storage_denied_in_any_way_from_any_screen_on_it_is_said_and_the_result_is_exported() {
    let pairs: Vec<_> = WAYS
        .iter()
        .flat_map(|way| SCREENS.map(|screen| (way, screen)))
        .collect();
    let every = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
    let count = reliability::cases(7).min(every);
    reliability::in_parts("denied", count, 1, |case, _| {
        // Few cases go along the diagonal: each way and each screen once.
        let (way, screen) = pairs[(case as usize * 8) % pairs.len()];
        let mut setup = Setup::desk().before(DENIALS).noisy();
        if screen == "nothing" {
            setup = setup.before(way.1);
        }
        run(setup, async |page| {
            let result = finished(page, way.0, screen).await;
            result.map_err(|why| format!("{}, from {screen} on: {why}", way.0).into())
        });
    });
}

/// As in a sandbox. It cannot begin midway, so this is one case, which goes through every screen.
#[test]
fn in_an_opaque_origin_it_is_said_on_every_screen_and_the_result_is_exported() {
    let setup = Setup::desk().policy("sandbox allow-scripts allow-downloads");
    run(setup, async |page| {
        finished(page, "opaque origin", "nothing").await
    });
}

async fn finished(page: &Page, way: &str, from: &str) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    let order = instrument.order();
    let reach = async |screen: &str| {
        if screen == from {
            page.script("window.__deny(arguments[0])", vec![json!(way)])
                .await?;
        }
        Ok::<_, Box<dyn std::error::Error>>(())
    };
    page.arrive().await?;
    reach("start").await?;
    page.press(names::START).await?;
    page.screen("interlude").await?;
    if matches!(from, "nothing" | "start") {
        said(page).await?;
    }
    reach("interlude").await?;
    page.press(names::GO_ON).await?;
    page.screen("question").await?;
    reach("question").await?;
    page.answer(&order[0], answers.get(&order[0]).copied())
        .await?;
    if !matches!(from, "context" | "review" | "result") {
        said(page).await?;
    }
    page.answer_statements(1, &instrument, &answers).await?;
    page.screen("context").await?;
    reach("context").await?;
    page.press(names::SKIP_STATEMENT).await?;
    page.see("the second context question", |sight| {
        sight.item == instrument.context()[1]
    })
    .await?;
    if from == "context" {
        said(page).await?;
    }
    page.to_review_without_context().await?;
    reach("review").await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    reach("result").await?;
    for (scale, percent) in instrument.percents(&answers) {
        assert_eq!(page.percents().await?.get(&scale), Some(&Some(percent)));
    }
    assert_eq!(page.save().await?.answers(), answers);
    Ok(())
}

/// Waits for at most a second until the page says that it has saved, has not yet, or cannot.
async fn said(page: &Page) -> Outcome {
    page.within(
        Duration::from_secs(1),
        "what has become of it",
        async || {
            if !page.parts("notice").await?.is_empty() {
                return Ok(Some(()));
            }
            let text = page.text().await?;
            let said = ["Bewaard op dit apparaat", "Nog niet bewaard"];
            Ok(said.iter().any(|said| text.contains(said)).then_some(()))
        },
    )
    .await
}
