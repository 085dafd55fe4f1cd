//! The review of a customer conversation: permission first, then each apart, then statement by
//! statement, up to a learning goal.

use e2e::Outcome;
use e2e::names;
use e2e::page::Page;
use e2e::setup::Setup;
use e2e::talk::{NAME, TOGETHER, questionnaire};
use model::Form;
use serde_json::{Value, json};

in_both_languages! {
    without_permission_the_form_closes_and_nothing_is_stored: Setup::phone() => refused;
    a_review_that_both_filled_in_ends_in_a_learning_goal: Setup::phone() => reviewed;
}

/// Opens the question about permission.
async fn to_permission(page: &Page) -> Outcome {
    page.to_together().await?;
    page.press(names::REVIEW_CONSENT).await?;
    page.screen("call-review").await?;
    page.says(page.language().talk().review.consent_first).await
}

/// Answers it with the option of this id.
async fn permit(page: &Page, option: &str) -> Outcome {
    page.until(option, async || {
        let script = "return document.querySelector(`[id$=consent-${arguments[0]}]`)";
        let found = page.driver().execute(script, vec![json!(option)]).await?;
        match found.json().is_null() {
            true => Ok(None),
            false => page.work(&found.element()?).await.map(Some),
        }
    })
    .await
}

async fn no_way_to_begin(page: &Page) -> Outcome {
    for begin in [names::REVIEW_AS_REP, names::REVIEW_AS_MANAGER] {
        assert!(page.find(begin).await?.is_none(), "{begin:?}");
    }
    Ok(())
}

async fn refused(page: &Page) -> Outcome {
    let t = &page.language().talk().review;
    to_permission(page).await?;
    no_way_to_begin(page).await?;
    page.accessible("the question about permission").await?;
    // First a yes, then the truth.
    permit(page, "recording").await?;
    page.reach(names::REVIEW_AS_REP).await?;
    permit(page, "no").await?;
    page.says(t.closed_title).await?;
    no_way_to_begin(page).await?;
    page.accessible("a review that is closed").await?;
    let how = "return [...document.querySelectorAll('main a')].map((one) => one.href)";
    let links: Vec<String> = serde_json::from_value(page.script(how, Vec::new()).await?)?;
    let manager = ["manager-", page.language().tag(), ".html"].concat();
    assert!(
        links.iter().any(|link| link.ends_with(&manager)),
        "{links:?}"
    );
    assert!(page.stored().await?.is_empty());
    let files = "return document.querySelectorAll('input[type=file], audio, video').length";
    assert_eq!(page.script(files, Vec::new()).await?, json!(0));
    Ok(())
}

async fn reviewed(page: &Page) -> Outcome {
    let review = questionnaire("call-review", "0.2.0")?;
    let language = page.language();
    let t = &language.talk().review;
    // The rep fills in first; about the permission nobody asks again.
    to_permission(page).await?;
    permit(page, "joint_visit").await?;
    page.press(names::REVIEW_AS_REP).await?;
    let first = page
        .see("the first question", |sight| {
            matches!(sight.screen.as_str(), "context" | "interlude" | "question")
        })
        .await?;
    assert_ne!(first.item, "CR-CTX-1");
    page.answer_form(|place| [3, 1, 2, 3][place % 4]).await?;
    page.press(names::TO_RESULT).await?;
    page.screen("result").await?;
    let attempts = page.stored_attempts().await?;
    let text = serde_json::to_string(&attempts)?;
    assert!(text.contains("joint_visit"), "{text}");
    page.press(names::HAVE_TALK).await?;
    page.screen("hand-over").await?;
    let link = page.reads("talk-link").await?;

    // The manager has been there, and fills in apart.
    to_permission(page).await?;
    permit(page, "joint_visit").await?;
    page.press(names::REVIEW_AS_MANAGER).await?;
    page.says(language.talk().talk.name_missing).await?;
    page.fill(names::ABOUT_WHOM, NAME).await?;
    page.press(names::REVIEW_AS_MANAGER).await?;
    page.answer_form(|place| [3, 2, 1, 3][place % 4]).await?;
    page.press(names::TO_TALK).await?;
    page.screen("hand-over").await?;
    page.press(names::LAY_HERE).await?;
    page.screen("table").await?;
    page.lie_covered(1).await?;
    page.lay_code(&link).await?;
    page.lie_covered(2).await?;
    page.press(names::LIFT).await?;
    page.two_views().await?;

    // Each statement has both answers, in words.
    let script = "return [...document.querySelectorAll('[data-section=statements] [data-item]')]
        .map((one) => [one.dataset.item,
            ...[...one.querySelectorAll('[data-side]')].map((side) => side.lastElementChild.textContent)])";
    let answered = page.script(script, Vec::new()).await?;
    let answered = answered.as_array().ok_or("a list")?;
    assert_eq!(answered.len(), review.form_items(Form::Manager).len());
    for statement in answered {
        let both = statement.as_array().ok_or("a list")?;
        assert_eq!(both.len(), 3, "{both:?}");
        assert!(both.iter().all(|said| said != ""), "{both:?}");
    }
    page.accessible("a call review").await?;
    page.shot(&format!("call-review-{}", language.tag()))
        .await?;

    let mut chosen = Vec::new();
    for group in ["keep", "try"] {
        let script = "const first = document.querySelector(`input[name=${arguments[0]}]`);
            first.scrollIntoView({block: 'center'});
            first.click();
            return first.labels[0].textContent";
        let said: Value = page.script(script, vec![json!(group)]).await?;
        chosen.push(said.as_str().unwrap_or_default().to_owned());
    }
    page.press(names::MAKE_GOAL).await?;
    page.screen("agreements").await?;
    page.says(&t.goal_keep(&chosen[0])).await?;
    page.says(&t.goal_try(&chosen[1])).await?;
    let stored = page
        .until("the goal that is stored", async || {
            Ok(page.stored_agreements().await?.pop())
        })
        .await?;
    assert_eq!(stored["agreement"]["goal"], "learning");
    assert_eq!(stored["agreement"]["owner"], "rep");
    let address = page.script("return location.href", Vec::new()).await?;
    let address = address.as_str().unwrap_or_default();
    assert!(address.ends_with(TOGETHER), "{address}");
    Ok(())
}
