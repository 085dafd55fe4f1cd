//! The browser is killed right after "saved" was said.

use e2e::Outcome;
use e2e::instrument::{Answers, Instrument};
use e2e::names;
use e2e::page::Page;
use e2e::reliability;
use e2e::run::{killed, run};
use e2e::setup::Setup;

/// Cases of one attempt: after the last statement of each of four pages another screen follows.
const CASES_OF_AN_ATTEMPT: u32 = 28;

#[test]
fn a_browser_that_is_killed_right_after_saved_was_said_has_every_answer() {
    let all = reliability::cases(4);
    reliability::in_parts("killed", all, CASES_OF_AN_ATTEMPT, |part, cases| {
        run(Setup::desk().profile().noisy(), async |page| {
            every_answer_is_there(page, part, cases).await
        });
    });
}

async fn every_answer_is_there(first: &Page, part: u32, cases: u32) -> Outcome {
    let mut random = reliability::random(part);
    let order = Instrument::read()?.order();
    first.begin().await?;
    let mut answers = Answers::new();
    let mut again: Option<Page> = None;
    let mut done = 0;
    for (place, item) in order.iter().enumerate() {
        if done == cases {
            break;
        }
        let page = again.as_ref().unwrap_or(first);
        let value = random.u8(1..=5);
        let next = page.answer(item, Some(value)).await?;
        answers.insert(item.clone(), value);
        if next.screen == "interlude" {
            page.press(names::GO_ON).await?;
            page.screen("question").await?;
            continue;
        }
        page.saved().await?;
        let new = killed(page).await?;
        new.load().await?;
        let sight = new.back_to_question().await?;
        assert_eq!(sight.item, order[place + 1], "part {part}, case {done}");
        assert_eq!(
            new.stored_answers().await?,
            answers,
            "part {part}, case {done}"
        );
        again = Some(new);
        done += 1;
    }
    assert_eq!(done, cases);
    if let Some(last) = again {
        last.driver().clone().quit().await?;
    }
    Ok(())
}
