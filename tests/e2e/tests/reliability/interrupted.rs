//! A tab that ends, breaks or sleeps at any statement goes on at the same one.

use e2e::Outcome;
use e2e::engine::Need;
use e2e::instrument::{Answers, Instrument};
use e2e::names;
use e2e::page::Page;
use e2e::reliability;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::json;

/// Cases in one browser: less than the statements of an attempt, as some are answered in between.
const CASES_OF_A_BROWSER: u32 = 16;

/// What happens to the tab.
#[derive(Clone, Copy, Debug)]
enum Interruption {
    /// Its renderer crashes; the respondent opens the page in another tab.
    Crashed,
    /// It is closed; the respondent opens the page in another tab.
    Closed,
    /// It is loaded anew.
    Reloaded,
    /// The browser freezes it, and brings it back later.
    Frozen,
}

const ALL: [Interruption; 4] = [
    Interruption::Crashed,
    Interruption::Closed,
    Interruption::Reloaded,
    Interruption::Frozen,
];

#[test]
fn a_tab_that_crashes_is_closed_reloaded_or_frozen_goes_on_at_the_same_statement() {
    let all = reliability::cases(8);
    reliability::in_parts("interrupted", all, CASES_OF_A_BROWSER, |part, cases| {
        run(Setup::desk().needs(Need::DevTools).noisy(), async |page| {
            goes_on(page, part, cases).await
        });
    });
}

async fn goes_on(page: &Page, part: u32, cases: u32) -> Outcome {
    let mut random = reliability::random(part);
    let order = Instrument::read()?.order();
    // A tab from which others are opened: one that has crashed can open none.
    let spare = page.tab().await?;
    page.new_tab().await?;
    page.begin().await?;
    let mut answers = Answers::new();
    let mut place = 0;
    for case in 0..cases {
        // Every kind comes in the ordinary suite too.
        let kind = ALL[case as usize % ALL.len()];
        let at = (place + random.usize(1..=2)).min(order.len() - 1);
        while place < at {
            let value = random.u8(1..=5);
            let next = page.answer(&order[place], Some(value)).await?;
            answers.insert(order[place].clone(), value);
            if next.screen == "interlude" {
                page.press(names::GO_ON).await?;
                page.screen("question").await?;
            }
            place += 1;
        }
        if place == order.len() - 1 {
            return Err(format!("part {part}: no statements are left at case {case}").into());
        }
        page.saved().await?;
        let before = format!("part {part}, case {case}, {kind:?}");
        interrupt(page, kind, &spare).await?;
        let sight = match kind {
            Interruption::Frozen => page.screen("question").await?,
            _ => page.back_to_question().await?,
        };
        assert_eq!(sight.item, order[place], "{before}");
        assert_eq!(page.stored_answers().await?, answers, "{before}");
    }
    Ok(())
}

async fn interrupt(page: &Page, kind: Interruption, spare: &thirtyfour::WindowHandle) -> Outcome {
    match kind {
        Interruption::Crashed => {
            page.crash().await?;
            page.show(spare).await?;
            page.new_tab().await.map(drop)
        }
        Interruption::Closed => {
            page.close_for(spare).await?;
            page.new_tab().await.map(drop)
        }
        Interruption::Reloaded => Ok(page.driver().refresh().await?),
        Interruption::Frozen => {
            for state in ["frozen", "active"] {
                let state = json!({ "state": state });
                let cdp = page.driver().cdp();
                cdp.send_raw("Page.setWebLifecycleState", state).await?;
            }
            Ok(())
        }
    }
}
