//! The form of a manager about a named rep, as the page for the talk hands it to this one: filled in
//! here, stored and resumed like the scan, and given back once it is completed.

use e2e::Outcome;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use model::{Form, Instrument, Language, Rater, Session, Subject, Timestamp};
use records::{Attempt, BackupRecord, backup_of};
use serde_json::json;
use std::rc::Rc;

/// The id of the attempt.
const ID: &str = "5f1d2c3b-about-sanne";

/// Its name in what is stored.
const STORED: &str = "mindset:attempt/5f1d2c3b-about-sanne@database";

in_both_languages! {
    a_form_about_somebody_is_filled_in_resumed_and_leads_to_the_talk: Setup::phone() => filled_in;
}

fn scan() -> Outcome<Rc<Instrument>> {
    Ok(Rc::new(content::scan().instrument()?))
}

/// Stores an attempt about Sanne that has just been begun, by way of a backup.
async fn store_begun(page: &Page) -> Outcome {
    let instrument = scan()?;
    let rater = Rater {
        role: Form::Manager,
        pseudonym: String::new(),
    };
    let subject = Subject {
        pseudonym: "Sanne".to_owned(),
    };
    let at = Timestamp::parse("2026-11-20T16:20:00+01:00").expect("a moment");
    let session = Session::start_form(
        &instrument,
        (rater, subject),
        ID.to_owned(),
        1,
        Language::Nl,
        at.clone(),
    );
    let record = BackupRecord::of(&Attempt::new(instrument, session));
    let backup = backup_of([record].into_iter(), &at);
    let file = page.file("about.json", &backup.bytes)?;
    page.arrive().await?;
    page.open_file(names::OPEN_FILE, &file).await?;
    page.press(names::RESTORE).await?;
    page.until("the attempt among what is stored", async || {
        Ok(page.stored().await?.contains_key(STORED).then_some(()))
    })
    .await
}

/// Follows the address that brings this attempt, in a tab that shows nothing yet.
async fn bring(page: &Page, id: &str) -> Outcome {
    page.driver().goto("about:blank").await?;
    let address = [&page.site().address(), "#attempt=", id].concat();
    page.driver().goto(&address).await?;
    Ok(())
}

/// The page has led to the one for the talk, with this attempt.
async fn at_the_talk(page: &Page) -> Outcome {
    // That page may have taken the fragment out of its address already.
    let script = "return [location.pathname, location.hash, globalThis.mindsetBrought?.value]";
    page.until("the page for the talk", async || {
        let seen = page.script(script, Vec::new()).await?;
        let is_talk = seen[0]
            .as_str()
            .is_some_and(|path| path.ends_with("/together.html"));
        let brings = seen[1] == json!(["#view=", ID].concat()) || seen[2] == json!(ID);
        Ok((is_talk && brings).then_some(()))
    })
    .await
}

async fn filled_in(page: &Page) -> Outcome {
    store_begun(page).await?;
    bring(page, ID).await?;
    page.screen("interlude").await?;
    page.accessible("the instruction of a form about somebody")
        .await?;
    let address = page.script("return location.href", Vec::new()).await?;
    assert!(!address.to_string().contains('#'), "{address}");
    page.pass_interlude().await?;
    page.accessible("a statement about somebody").await?;

    let instrument = scan()?;
    let items = instrument.form_items(Form::Manager);
    for (place, &item) in items.iter().enumerate() {
        let id = &instrument.items()[item].id;
        page.see(id, |sight| sight.item == *id).await?;
        if place % 9 == 4 {
            page.saved().await?;
            page.driver().refresh().await?;
            page.see(id, |sight| sight.item == *id).await?;
        }
        let text = page.text().await?;
        assert!(text.contains("Sanne"), "{text}");
        page.press(names::CANNOT_JUDGE).await?;
        let next = page
            .see("what follows", |sight| {
                sight.item != *id || sight.screen != "question"
            })
            .await?;
        if next.screen == "interlude" {
            page.press(names::GO_ON).await?;
        }
    }
    page.screen("review").await?;
    page.accessible("the review of a form about somebody")
        .await?;
    let label = instrument.response_scale().cannot_judge_label();
    let language = match page.language() {
        names::Language::Nl => Language::Nl,
        names::Language::En => Language::En,
    };
    let text = page.text().await?;
    assert_eq!(text.matches(label.get(language)).count(), items.len());
    page.press(names::TO_TALK).await?;
    at_the_talk(page).await?;

    // It is no result of one's own, and leads to the talk again.
    page.arrive().await?;
    assert!(page.find(names::CONTINUE).await?.is_none());
    let earlier = page.language().messages().start.earlier;
    assert!(!page.text().await?.contains(earlier));
    let stored = page.stored().await?;
    let body: serde_json::Value = serde_json::from_str(&stored[STORED])?;
    assert_ne!(body["session"]["completedAt"], json!(null));
    bring(page, ID).await?;
    at_the_talk(page).await
}

#[test]
fn an_address_that_brings_an_unknown_attempt_leads_to_the_first_screen_and_stores_nothing() {
    run(Setup::desk(), async |page| {
        for unknown in ["", "nobody", "%00", "..%2Fone", &"a".repeat(5_000)] {
            bring(page, unknown).await?;
            page.screen("start").await?;
            let said = page.language().messages().check_in.unreadable;
            page.until("that it is not known", async || {
                Ok(page.text().await?.contains(said).then_some(()))
            })
            .await?;
        }
        assert!(page.stored().await?.is_empty());
        Ok(())
    });
}

#[test]
fn an_address_that_is_followed_in_the_tab_of_the_page_brings_the_attempt_too() {
    run(Setup::desk(), async |page| {
        store_begun(page).await?;
        page.arrive().await?;
        let follow = "location.hash = arguments[0]";
        let fragment = ["attempt=", ID].concat();
        page.script(follow, vec![json!(fragment)]).await?;
        page.screen("interlude").await?;
        let address = page.script("return location.hash", Vec::new()).await?;
        assert_eq!(address, json!(""));
        Ok(())
    });
}
