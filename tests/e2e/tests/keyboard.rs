//! The whole assessment with the keyboard alone.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use thirtyfour::Key;

in_both_languages! {
    a_rep_takes_the_whole_assessment_by_keyboard: Setup::keyboard() => whole_journey;
}

/// Number keys on even statements; Tab, arrows and Enter on odd ones.
async fn whole_journey(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let answers = instrument.varied();
    let tag = page.language().tag();
    page.arrive().await?;
    page.shot(&format!("desk-{tag}-start")).await?;
    page.press(names::START).await?;
    page.to_statements().await?;
    for (place, item) in instrument.order().iter().enumerate() {
        let sight = page
            .see(&format!("the focus on the statement {item}"), |sight| {
                &sight.item == item && sight.focused == "legend"
            })
            .await?;
        let answer = answers[item];
        if place % 2 == 0 {
            page.keys(answer.to_string()).await?;
        } else {
            arrow_to(page, answer).await?;
            page.keys(Key::Enter).await?;
        }
        let next = page
            .see(&format!("what follows {item}"), |next| {
                next.item != sight.item || next.screen != sight.screen
            })
            .await?;
        if next.screen == "interlude" {
            page.press(names::GO_ON).await?;
        }
    }
    page.answer_context(&instrument).await?;
    page.screen("review").await?;
    page.shot(&format!("desk-{tag}-review")).await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    page.shot(&format!("desk-{tag}-result")).await?;
    let saved = page.save().await?;
    assert_eq!(saved.answers(), answers);
    page.my_data().await?;
    page.shot(&format!("desk-{tag}-data")).await
}

/// Tab into the group, then arrows up or down to the value. In a group without a choice
/// the first option takes the focus, and only an arrow there and back chooses it.
async fn arrow_to(page: &Page, value: u8) -> Outcome {
    let mut sight = page.sight().await?.unwrap_or_default();
    for _ in 0..50 {
        if !sight.focused_value.is_empty() {
            break;
        }
        page.keys(Key::Tab).await?;
        sight = page.sight().await?.unwrap_or_default();
    }
    let here: u8 = sight.focused_value.parse()?;
    if here == value && sight.checked.is_empty() {
        page.keys(Key::Down).await?;
        page.keys(Key::Up).await?;
    }
    for _ in here..value {
        page.keys(Key::Down).await?;
    }
    for _ in value..here {
        page.keys(Key::Up).await?;
    }
    let wanted = value.to_string();
    page.see(&format!("the focus on option {value}"), |sight| {
        sight.focused_value == wanted && sight.checked == wanted
    })
    .await?;
    Ok(())
}

#[test]
fn arrow_keys_move_and_never_go_on() {
    run(Setup::keyboard(), async |page| {
        let order = Instrument::read()?.order();
        page.begin().await?;
        for value in [2, 3, 4, 5, 1] {
            arrow_to(page, value).await?;
            let sight = page.sight().await?.unwrap_or_default();
            assert_eq!(sight.item, order[0], "still here at option {value}");
        }
        page.keys(Key::Enter).await?;
        page.see(&order[1], |sight| sight.item == order[1]).await?;
        Ok(())
    });
}

#[test]
fn a_number_beyond_the_options_does_nothing() {
    run(Setup::keyboard(), async |page| {
        let order = Instrument::read()?.order();
        page.begin().await?;
        page.keys("6789".to_owned()).await?;
        page.keys("0".to_owned()).await?;
        page.keys("2".to_owned()).await?;
        let sight = page.see(&order[1], |sight| sight.item == order[1]).await?;
        assert_eq!(sight.checked, "");
        page.press(names::BACK).await?;
        let sight = page.see(&order[0], |sight| sight.item == order[0]).await?;
        assert_eq!(sight.checked, "2");
        Ok(())
    });
}
