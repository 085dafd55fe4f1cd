//! The package for an LMS, taken to the end in a real browser on the run-time of another project.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::lms::Lms;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::json;

pub fn setup() -> Setup {
    Setup::desk().language(Language::En)
}

/// The LMS has the place and the status, and of the answers nothing.
async fn holds(lms: &Lms<'_>, status: &str, place: &str) -> Outcome {
    let stored = lms.stored().await?;
    assert_eq!(stored["core"]["lesson_status"], status, "{stored}");
    assert_eq!(stored["suspend_data"], place, "{stored}");
    for part in ["raw", "min", "max"] {
        let score = &stored["core"]["score"][part];
        // The values of a run-time that has received nothing yet.
        assert_eq!(score, if part == "max" { "100" } else { "" }, "{stored}");
    }
    let calls = lms.calls().await?;
    for call in calls.iter().filter(|call| call[0] == "LMSSetValue") {
        let known = [
            "cmi.core.lesson_status",
            "cmi.suspend_data",
            "cmi.core.session_time",
            "cmi.core.exit",
        ];
        assert!(known.contains(&call[1].as_str()), "{call:?}");
    }
    assert!(
        calls
            .iter()
            .all(|call| call.last().is_some_and(|said| said == "true")),
        "{calls:?}"
    );
    let all = format!("{stored}{calls:?}");
    for item in Instrument::read()?.order() {
        assert!(!all.contains(&item), "{item} in {all}");
    }
    Ok(())
}

/// The statements from a place in the order up to another are answered.
pub async fn answer(page: &Page, instrument: &Instrument, from: usize, to: usize) -> Outcome {
    let answers = instrument.varied();
    for item in &instrument.order()[from..to] {
        if page.answer(item, answers.get(item).copied()).await?.screen == "interlude" {
            page.press(names::GO_ON).await?;
        }
    }
    Ok(())
}

#[test]
fn an_activity_is_completed_once_and_stays_so() {
    run(setup(), async |page| {
        let instrument = Instrument::read()?;
        let lms = Lms::start(page)?;
        let host = lms.visit().await?;
        host.enter(0).await?;
        holds(&lms, "incomplete", "").await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        let all = r#"{"v":1,"answered":32,"total":32}"#;
        page.until("the completion", async || {
            let stored = lms.stored().await?;
            Ok((stored["core"]["lesson_status"] == "completed").then_some(()))
        })
        .await?;
        holds(&lms, "completed", all).await?;
        lms.leave().await?;
        holds(&lms, "completed", all).await?;

        let host = lms.visit().await?;
        host.enter(0).await?;
        holds(&lms, "completed", all).await?;
        host.leave().await?;
        let said = page.text().await?;
        assert!(
            said.contains("This activity is completed and stays so"),
            "{said}"
        );
        host.begin(0).await?;
        page.to_statements().await?;
        answer(page, &instrument, 0, 8).await?;
        lms.leave().await?;
        holds(&lms, "completed", r#"{"v":1,"answered":8,"total":32}"#).await
    });
}

#[test]
fn who_stops_halfway_goes_on_at_the_same_statement() {
    run(setup(), async |page| {
        let instrument = Instrument::read()?;
        let lms = Lms::start(page)?;
        let host = lms.visit().await?;
        host.begin(0).await?;
        page.to_statements().await?;
        answer(page, &instrument, 0, 12).await?;
        lms.leave().await?;
        // The LMS is told whole pages; the device has the statement.
        holds(&lms, "incomplete", r#"{"v":1,"answered":8,"total":32}"#).await?;

        let host = lms.visit().await?;
        host.enter(0).await?;
        holds(&lms, "incomplete", r#"{"v":1,"answered":8,"total":32}"#).await?;
        host.leave().await?;
        let said = page.text().await?;
        assert!(
            said.contains("the pages up to and including statement 8 of 32"),
            "{said}"
        );
        host.enter(0).await?;
        let sight = page.back_to_question().await?;
        assert_eq!(json!(sight.item), json!(instrument.order()[12]));
        answer(page, &instrument, 12, 32).await?;
        page.to_review_without_context().await?;
        page.press(names::TO_RESULT).await?;
        page.screen("result").await?;
        lms.leave().await?;
        holds(&lms, "completed", r#"{"v":1,"answered":32,"total":32}"#).await
    });
}
