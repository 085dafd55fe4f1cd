//! Nothing that was answered gets lost.

use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Sight;
use e2e::run::run;
use e2e::setup::Setup;

#[test]
fn reloading_at_every_fifth_statement_goes_on_there_with_every_answer() {
    run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        let answers = instrument.varied();
        page.begin().await?;
        for (place, item) in instrument.order().iter().enumerate() {
            if place % 5 == 0 {
                page.driver().refresh().await?;
                let sight = page.back_to_question().await?;
                assert_eq!(&sight.item, item, "after a reload at {}", place + 1);
            }
            if page.answer(item, answers.get(item).copied()).await?.screen == "interlude" {
                page.press(names::GO_ON).await?;
            }
        }
        page.to_review_without_context().await?;
        page.press(names::TO_RESULT).await?;
        page.screen("result").await?;
        assert_eq!(page.save().await?.answers(), answers);
        Ok(())
    });
}

#[test]
fn reloading_at_a_context_question_goes_on_there_with_every_answer() {
    run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        let answers = instrument.varied();
        page.begin().await?;
        page.answer_statements(0, &instrument, &answers).await?;
        page.screen("context").await?;
        for question in instrument.context() {
            page.driver().refresh().await?;
            let open = |sight: &Sight| matches!(sight.screen.as_str(), "start" | "context");
            if page.see("the start or the question", open).await?.screen == "start" {
                page.press(names::CONTINUE).await?;
            }
            page.see(&question, |sight| sight.item == question).await?;
            page.press(names::SKIP_STATEMENT).await?;
        }
        page.screen("review").await?;
        page.press(names::TO_RESULT).await?;
        page.screen("result").await?;
        assert_eq!(page.save().await?.answers(), answers);
        Ok(())
    });
}

#[test]
fn stopping_offers_to_continue_where_one_stopped() {
    run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        let order = instrument.order();
        page.begin().await?;
        for item in &order[..6] {
            page.answer(item, Some(4)).await?;
        }
        page.press(names::STOP).await?;
        page.screen("start").await?;
        let text = page.text().await?;
        assert!(text.contains(&format!("6 van {}", order.len())), "{text}");
        page.press(names::CONTINUE).await?;
        page.see(&order[6], |sight| sight.item == order[6]).await?;
        Ok(())
    });
}

#[test]
fn a_finished_result_is_there_again_after_a_reload() {
    run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        let before = page.percents().await?;
        page.arrive().await?;
        page.my_data().await?;
        page.open_result().await?;
        assert_eq!(page.percents().await?, before);
        Ok(())
    });
}
