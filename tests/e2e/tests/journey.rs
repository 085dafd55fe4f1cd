//! The whole assessment on a phone, from the first screen to the saved file.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;

in_both_languages! {
    a_rep_takes_the_whole_assessment_by_tap: Setup::phone() => whole_journey;
    a_rep_reads_every_statement_and_option: Setup::phone() => every_statement;
}

async fn whole_journey(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let tag = page.language().tag();
    let start = page.arrive().await?;
    assert_eq!(start.lang, tag, "the page speaks the browser's language");
    page.shot(&format!("phone-{tag}-start")).await?;
    page.press(names::START).await?;
    page.to_statements().await?;
    page.shot(&format!("phone-{tag}-question")).await?;
    let answers = instrument.varied();
    page.answer_statements(0, &instrument, &answers).await?;
    let context = page.screen("context").await?;
    assert_eq!(context.checked, "", "nothing is chosen beforehand");
    page.shot(&format!("phone-{tag}-context")).await?;
    page.answer_context(&instrument).await?;
    page.screen("review").await?;
    page.shot(&format!("phone-{tag}-review")).await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    page.shot(&format!("phone-{tag}-result")).await?;
    let percents = page.percents().await?;
    for (scale, percent) in instrument.percents(&answers) {
        assert_eq!(percents.get(&scale), Some(&Some(percent)), "{scale}");
    }
    let saved = page.save().await?;
    assert_eq!(saved.answers(), answers);
    page.my_data().await?;
    page.shot(&format!("phone-{tag}-data")).await
}

async fn every_statement(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    let order = instrument.order();
    let word = match page.language() {
        names::Language::Nl => "van",
        names::Language::En => "of",
    };
    page.begin().await?;
    for (place, item) in order.iter().enumerate() {
        let sight = page.see(item, |sight| &sight.item == item).await?;
        assert_eq!(sight.legend, instrument.wording(item, page.language()));
        assert_eq!(sight.checked, "", "{item}: nothing is chosen beforehand");
        let place = format!("{} {word} {}", place + 1, order.len());
        assert!(page.text().await?.contains(&place), "{place}");
        let mut labels = Vec::new();
        for option in page.parts("option-label").await? {
            labels.push(option.text().await?);
        }
        let expected: Vec<_> = (1..=5)
            .map(|value| instrument.label(value, page.language()))
            .collect();
        assert_eq!(labels, expected, "{item}");
        if page.answer(item, Some(3)).await?.screen == "interlude" {
            page.press(names::GO_ON).await?;
        }
    }
    page.to_review_without_context().await?;
    Ok(())
}

#[test]
fn going_back_in_the_browser_goes_one_statement_back() {
    run(Setup::phone(), async |page| {
        let order = Instrument::read()?.order();
        page.begin().await?;
        for item in &order[..3] {
            page.answer(item, Some(2)).await?;
        }
        for item in order[..3].iter().rev() {
            page.driver().back().await?;
            let sight = page.see(item, |sight| &sight.item == item).await?;
            assert_eq!(sight.checked, "2", "the answer to {item} is still there");
        }
        Ok(())
    });
}

#[test]
fn the_button_back_goes_one_statement_back_and_keeps_the_answers() {
    run(Setup::phone(), async |page| {
        let order = Instrument::read()?.order();
        page.begin().await?;
        page.answer(&order[0], Some(4)).await?;
        page.answer(&order[1], Some(5)).await?;
        page.press(names::BACK).await?;
        let sight = page.see(&order[1], |sight| sight.item == order[1]).await?;
        assert_eq!(sight.checked, "5");
        page.press(names::BACK).await?;
        let sight = page.see(&order[0], |sight| sight.item == order[0]).await?;
        assert_eq!(sight.checked, "4");
        Ok(())
    });
}

#[test]
fn an_answer_is_changed_from_the_review_and_leads_back_there() {
    run(Setup::phone(), async |page| {
        let instrument = Instrument::read()?;
        let answers = instrument.alike(4);
        page.to_review(&instrument, &answers).await?;
        let item = &instrument.order()[20];
        let wording = instrument.wording(item, page.language());
        page.work_on_text(&wording).await?;
        let sight = page.see(item, |sight| &sight.item == item).await?;
        assert_eq!(sight.checked, "4");
        page.choose("1", 0).await?;
        page.screen("review").await?;
        page.press(names::TO_RESULT).await?;
        page.screen("result").await?;
        assert_eq!(page.save().await?.answers().get(item), Some(&1));
        Ok(())
    });
}

#[test]
fn the_example_is_marked_fictional_and_never_stored() {
    run(Setup::phone(), async |page| {
        page.arrive().await?;
        let before = page.stored().await?;
        page.press(names::EXAMPLE).await?;
        page.screen("result").await?;
        let text = page.text().await?.to_lowercase();
        assert!(
            text.contains("fictie") || text.contains("verzonnen"),
            "{text}"
        );
        assert_eq!(page.stored().await?, before);
        Ok(())
    });
}
