//! The result on paper, as the browser prints it.

use e2e::Outcome;
use e2e::filled_in;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;
use interface_texts::messages;
use lopdf::Document;
use serde_json::json;

in_both_languages! {
    a_result_prints_on_two_sheets: Setup::desk() => sheets;
    a_result_prints_on_two_sheets_from_a_phone: Setup::phone() => sheets;
    what_is_calculated_and_a_hosts_logo_are_printed: Setup::phone() => calculated_with_a_logo;
    a_result_in_which_all_is_filled_in_prints_on_two_sheets: Setup::desk() => filled_in_on_two;
}

/// The screen as the browser prints it, on two pages.
async fn printed(page: &Page) -> Outcome<Document> {
    let document = page.printed().await?;
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let last = pages.last().map(|last| document.extract_text(&[*last]));
    assert_eq!(pages, [1, 2], "the last one says {last:?}");
    Ok(document)
}

/// Glyphs are placed one by one: only the letters and digits are compared.
fn letters(text: &str) -> String {
    // A font may draw two letters as one.
    let text = text
        .replace('ﬁ', "fi")
        .replace('ﬂ', "fl")
        .replace('ﬀ', "ff");
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

/// The reason that is added to the result.
const REASON: &str = "De vraag viel terug";

/// To a result in which every part of the report is: the answers about the situation, an answer that
/// a pattern asks for, two thoughts, and one reason that was sorted.
async fn to_whole_result(page: &Page, instrument: &Instrument) -> Outcome {
    page.begin().await?;
    page.answer_statements(0, instrument, &instrument.varied())
        .await?;
    page.answer_context(instrument).await?;
    page.screen("review").await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    page.press(names::ADD_MARKET).await?;
    page.press(names::REASON).await?;
    page.keys(REASON).await?;
    page.press(names::MINE).await
}

async fn sheets(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    to_whole_result(page, &instrument).await?;
    let document = printed(page).await?;
    let first = letters(&document.extract_text(&[1])?);
    let second = letters(&document.extract_text(&[2])?);
    for scale in instrument.scale_names(page.language()) {
        assert!(first.contains(&letters(&scale)), "{scale} in {first}");
    }
    // Each page says which one it is, and each part of the report has its place.
    let language = page.language();
    let language = language.of_model();
    let t = messages(language);
    let scan = content::scan().instrument()?;
    let parts = scan.parts();
    let said = |text: &model::Text| text.get(language).to_owned();
    let talk = parts.conversation.as_ref().ok_or("a conversation")?;
    let effort = parts.effort.as_ref().ok_or("a calculator")?;
    let pattern = parts.patterns.iter();
    let mut pattern = pattern.filter(|pattern| pattern.id == "target_from_others");
    let pattern = pattern.next().ok_or("the pattern")?;
    let mut on_first = vec![
        t.common.of(1, 2),
        t.result.strength.to_owned(),
        t.result.lever.to_owned(),
        t.result.patterns_title.to_owned(),
        said(&pattern.text),
        t.result.profile.to_owned(),
        t.result.scales.to_owned(),
        t.result.facets_strong.to_owned(),
        t.result.facets_to_gain.to_owned(),
        t.result.beliefs.to_owned(),
        t.common.development_only.to_owned(),
    ];
    let moves = scan.scales().iter().flat_map(|scale| &scale.from_to);
    on_first.extend(moves.flat_map(|line| [said(&line.from), said(&line.to)]));
    // Of the two thoughts the firmest stands on the first page.
    let [firmest, other] = ["LIM-01", "LIM-02"].map(|id| thought(&scan, id, language));
    on_first.extend(firmest);
    for text in on_first {
        assert!(first.contains(&letters(&text)), "{text} in {first}");
    }
    let mut on_second = vec![
        t.common.of(2, 2),
        t.result.beliefs.to_owned(),
        t.result.context.to_owned(),
        t.work.influences.to_owned(),
        REASON.to_owned(),
        said(&effort.title),
        said(&talk.title),
        t.work.agreements.to_owned(),
        t.result.follow_up.to_owned(),
        t.sources.title.to_owned(),
        t.result.limits.to_owned(),
        t.common.development_only.to_owned(),
    ];
    on_second.extend(other);
    // Every question about the situation was answered with its first option.
    for question in scan.context_questions() {
        let option = &question.options[0];
        let comment = option.comment.as_ref().ok_or("a comment")?;
        on_second.extend([&question.text, &option.text, comment].map(said));
    }
    on_second.extend(talk.steps.iter().map(|step| said(&step.text)));
    on_second.extend(parts.follow_up.iter().map(|moment| said(&moment.text)));
    for text in on_second {
        assert!(second.contains(&letters(&text)), "{text} in {second}");
    }
    Ok(())
}

/// What paper says of the thought that is examined of an item: what was agreed with, the counterpart
/// and the question.
fn thought(scan: &model::Instrument, item: &str, language: model::Language) -> Vec<String> {
    let items = scan.items().iter().enumerate();
    let mut items = items.filter(|(_, one)| one.id == item);
    let reframe = items.next().and_then(|(n, one)| {
        let reframe = scan.reframes().iter().find(|reframe| reframe.item == n)?;
        Some([&one.text, &reframe.supporting, &reframe.coaching_question])
    });
    let texts = reframe.into_iter().flatten();
    texts.map(|text| text.get(language).to_owned()).collect()
}

/// A square of one colour, as `frame.ts` hands a host's logo over.
const LOGO: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGMQiQoAIgYIBQAT5gL5ovDB1gAAAABJRU5ErkJggg==";

async fn calculated_with_a_logo(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let images = |document: &Document| -> Outcome<usize> {
        let first = document.get_pages()[&1];
        Ok(document.get_page_images(first)?.len())
    };
    let without = printed(page).await?;
    assert_eq!(images(&without)?, 0);
    let language = page.language().of_model();
    let scan = content::scan().instrument()?;
    let effort = scan.parts().effort.as_ref().ok_or("a calculator")?;
    let said = |n: &str, m: &str| {
        let text = effort.result.get(language);
        letters(&text.replace("{n}", n).replace("{m}", m))
    };
    let second = letters(&without.extract_text(&[2])?);
    assert!(second.contains(&said("", "")), "room to write: {second}");

    let handed = "dispatchEvent(new CustomEvent('mindset-command',
        { detail: { method: 'logo', given: arguments[0] } }))";
    page.script(handed, vec![json!(LOGO)]).await?;
    calculate(page).await?;
    page.until("the picture of the logo", async || {
        let script = "return document.querySelector('.sheet-logo')?.complete ?? false";
        let complete = page.script(script, Vec::new()).await?;
        Ok((complete == json!(true)).then_some(()))
    })
    .await?;
    let with = printed(page).await?;
    assert_eq!(images(&with)?, 1);
    let second = letters(&with.extract_text(&[2])?);
    assert!(second.contains(&said("10", "12")), "{second}");
    Ok(())
}

/// Six deals, of ten talks five quotes, of ten quotes two deals, six weeks: sixty talks.
async fn calculate(page: &Page) -> Outcome {
    page.open_part("influence").await?;
    for (n, number) in ["6", "5", "2", "6"].into_iter().enumerate() {
        let script =
            format!("return document.querySelectorAll('[data-section=calculator] input')[{n}]");
        let field = page.driver().execute(script, Vec::new()).await?;
        page.work(&field.element()?).await?;
        page.keys(number).await?;
    }
    Ok(())
}

async fn filled_in_on_two(page: &Page) -> Outcome {
    page.keep_filled_in("2026-10-26").await?;
    calculate(page).await?;
    // That it is two pages is asked there.
    let document = printed(page).await?;
    let first = letters(&document.extract_text(&[1])?);
    let second = letters(&document.extract_text(&[2])?);
    let language = page.language().of_model();
    let t = messages(language);
    let scan = filled_in::instrument()?;
    let parts = scan.parts();
    let said = |text: &model::Text| text.get(language).to_owned();
    let talk = parts.conversation.as_ref().ok_or("a conversation")?;
    let effort = parts.effort.as_ref().ok_or("a calculator")?;
    let statement = |id: &str| -> Outcome<String> {
        let item = scan.item_index(id).ok_or("a statement")?;
        Ok(said(&scan.items()[item].text))
    };
    let on_first = [
        t.parts.part_of(1, 2),
        t.result.strength.to_owned(),
        t.result.lever.to_owned(),
        t.result.profile.to_owned(),
        t.result.scales.to_owned(),
        t.result.facets_foot.to_owned(),
        t.result.beliefs.to_owned(),
        // The belief agreed with, and its opposite that was disagreed with.
        statement("LIM-01")?,
        statement("LIM-09")?,
    ];
    for text in on_first {
        assert!(first.contains(&letters(&text)), "{text} in {first}");
    }
    let result = said(&effort.result);
    let mut on_second = vec![
        t.parts.part_of(2, 2),
        t.result.beliefs.to_owned(),
        statement("LIM-02")?,
        statement("LIM-03")?,
        statement("LIM-07")?,
        t.result.context.to_owned(),
        said(&effort.title),
        result.replace("{n}", "10").replace("{m}", "12"),
        said(&talk.questions_title),
        said(&talk.title),
        t.work.agreements.to_owned(),
        filled_in::AGREED.to_owned(),
        filled_in::INDICATOR.to_owned(),
        filled_in::FIRST_STEP.to_owned(),
        filled_in::SITUATION.to_owned(),
        filled_in::RESPONSE.to_owned(),
        t.result.follow_up.to_owned(),
        t.sources.title.to_owned(),
        t.result.limits.to_owned(),
    ];
    on_second.extend(scan.context_questions().iter().map(|one| said(&one.text)));
    for text in on_second {
        assert!(second.contains(&letters(&text)), "{text} in {second}");
    }
    let agreed = letters(filled_in::AGREED);
    assert_eq!(second.matches(&agreed).count(), 4, "{second}");
    Ok(())
}
