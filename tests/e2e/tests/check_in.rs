//! A reminder brings the agreement back to the page, whatever is still stored there.

use crate::judges::judged;
use content::example_session;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;
use e2e::{Outcome, host::Host};
use model::{Agreement, IfThen, Timestamp};
use records::{AgreementRecord, JoinedRecords, ResultInput, Share, Zone, result_document};
use serde_json::{Map, json};
use std::path::PathBuf;

const AGREED: &str = "Bel drie klanten: 50% & meer, é 🙂 #1 +/?=";

const FIRST_STEP: &str = "Vandaag drie namen kiezen";

const SITUATION: &str = "een klant niet opneemt";

const RESPONSE: &str = "spreek ik niets in en bel de volgende";

/// A result file with an agreement.
fn result_file(page: &Page) -> Outcome<PathBuf> {
    let instrument = content::scan().instrument().expect("an instrument");
    let session = example_session(&instrument).expect("an example");
    let at = Timestamp::parse("2026-10-20T16:20:00+02:00").expect("a moment");
    let agreement = Agreement {
        text: AGREED.to_owned(),
        first_step: FIRST_STEP.to_owned(),
        if_then: IfThen {
            situation: SITUATION.to_owned(),
            response: RESPONSE.to_owned(),
        },
        ..Agreement::default()
    };
    let id = session.parts().id.clone();
    let joined = JoinedRecords {
        agreements: vec![AgreementRecord::new(
            "a-1".to_owned(),
            id,
            at.clone(),
            agreement,
        )],
        influences: Vec::new(),
    };
    let document = result_document(&ResultInput {
        instrument: &instrument,
        session: &session,
        joined: &joined,
        export_id: "e-1".to_owned(),
        exported_at: at,
        language: model::Language::Nl,
        unknown: &Map::new(),
        share: Share::EVERYTHING,
        zone: Zone::around(0, "Etc/UTC".to_owned(), |_| 0),
        page: None,
    });
    page.file("agreed.json", &document.bytes)
}

/// The links in the calendar of the result that is open, with the day of each and what is asked.
async fn links(page: &Page) -> Outcome<Vec<(String, String)>> {
    let script = "return [...document.querySelectorAll('[data-opens=sharing]')]
        .find((button) => button.checkVisibility())";
    let to_sharing = page.driver().execute(script, Vec::new()).await?;
    page.work(&to_sharing.element()?).await?;
    page.press(names::CALENDAR).await?;
    page.press(names::WITH_AGREEMENT).await?;
    page.shot("calendar-with-agreement").await?;
    page.press(names::VIEW_FILE).await?;
    page.reads("preview").await?;
    page.press(names::SAVE_CALENDAR).await?;
    let (name, bytes) = page.downloaded().await?;
    let unique = format!("{}-{name}", page.language().tag());
    let events = judged("calendar.mjs", &unique, &bytes);
    let links = events.iter().filter_map(|event| {
        let (asks, link) = event["asks"].as_str()?.split_once("\n\n")?;
        Some((asks.to_owned(), link.to_owned()))
    });
    Ok(links.collect())
}

/// Follows a link as from another program: in a tab that shows nothing yet.
async fn follow(page: &Page, link: &str) -> Outcome {
    page.driver().goto("about:blank").await?;
    page.driver().goto(link).await?;
    Ok(())
}

/// The address holds nothing of the reminder any more.
async fn says_nothing(page: &Page) -> Outcome {
    let address = page.script("return location.href", Vec::new()).await?;
    assert!(!address.to_string().contains('#'), "{address}");
    Ok(())
}

in_both_languages! {
    a_reminder_brings_the_agreement_back_where_nothing_is_stored_any_more:
        Setup::phone() => brings_back;
}

async fn brings_back(page: &Page) -> Outcome {
    let file = result_file(page)?;
    page.arrive().await?;
    page.open_file(names::OPEN_FILE, &file).await?;
    page.screen("result").await?;
    let links = links(page).await?;
    assert_eq!(links.len(), 6);
    let begin = [&page.site().address(), "?lang=", page.language().tag(), "#"].concat();
    assert!(links.iter().all(|(_, link)| link.starts_with(&begin)));
    page.forget().await?;

    let (asks, link) = &links[2];
    follow(page, link).await?;
    page.screen("check-in").await?;
    let text = page.text().await?;
    for said in [
        asks,
        AGREED,
        FIRST_STEP,
        SITUATION,
        RESPONSE,
        page.language().messages().check_in.no_result,
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    says_nothing(page).await?;
    page.accessible("a check-in where nothing is stored")
        .await?;
    let stored = "return [localStorage.length, sessionStorage.length]";
    let stored = page.script(stored, Vec::new()).await?;
    assert_eq!(stored, json!([0, 0]), "nothing is stored by opening it");
    page.shot("check-in").await?;

    // The file brings the result back, and the same reminder then leads to its agreements.
    page.open_file(names::OPEN_FILE, &file).await?;
    page.screen("result").await?;
    page.press(names::STORE_FILE).await?;
    let said = page.language().messages().result.file_stored;
    page.until("that it is kept", async || {
        Ok(page.text().await?.contains(said).then_some(()))
    })
    .await?;
    follow(page, link).await?;
    page.screen("check-in").await?;
    page.press(names::TO_AGREEMENTS).await?;
    page.screen("result").await?;
    let hidden = "return document.querySelector('[data-result-part=agreements]').hidden";
    let hidden = page.script(hidden, Vec::new()).await?;
    assert_eq!(hidden, json!(false), "the agreements are open");

    // On the last day the scan is the way on.
    follow(page, &links[5].1).await?;
    page.screen("check-in").await?;
    assert!(page.text().await?.contains(&links[5].0));
    page.press(names::SCAN_AGAIN).await?;
    page.until("the scan", async || {
        let sight = page.sight().await?;
        Ok(sight.filter(|sight| sight.screen == "interlude" || sight.screen == "context"))
    })
    .await?;
    Ok(())
}

#[test]
fn a_reminder_that_is_followed_in_the_tab_of_the_page_is_read_too() {
    run(Setup::desk().language(Language::En), async |page| {
        page.arrive().await?;
        // A fragment alone loads no page.
        let held = "eyJkYXkiOjcsImFncmVlZCI6IkNhbGwgdGhyZWUgY3VzdG9tZXJzIn0";
        let script = "location.hash = 'check-in=' + arguments[0]";
        page.script(script, vec![json!(held)]).await?;
        page.screen("check-in").await?;
        assert!(page.text().await?.contains("Call three customers"));
        says_nothing(page).await
    });
}

#[test]
fn a_reminder_that_cannot_be_read_says_so_and_the_scan_starts() {
    run(Setup::phone().language(Language::En), async |page| {
        let long = "A".repeat(100_000);
        for held in [
            "",
            "x",
            "%00",
            "%E0%A4%A",
            "%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            // {"day":7}
            "eyJkYXkiOjd9",
            &long,
        ] {
            let address = [&page.site().address(), "#check-in=", held].concat();
            follow(page, &address).await?;
            page.screen("start").await?;
            let said = page.reads("error").await?;
            let t = &page.language().messages().check_in;
            assert!(said.contains(t.unreadable_title), "{said}");
            says_nothing(page).await?;
        }
        page.press(names::START).await?;
        page.until("the scan", async || {
            let sight = page.sight().await?;
            Ok(sight.filter(|sight| sight.screen == "interlude" || sight.screen == "context"))
        })
        .await?;
        Ok(())
    });
}

/// The fragment of a reminder of day 7 that says *Call three customers*.
const CALL: &str = "check-in=eyJkYXkiOjcsImFncmVlZCI6IkNhbGwgdGhyZWUgY3VzdG9tZXJzIn0";

#[test]
fn a_reminder_that_is_followed_midway_loses_no_answer_also_where_nothing_can_be_stored() {
    let denied = "for (const name of ['localStorage', 'indexedDB'])
        Object.defineProperty(window, name, { get() { throw new Error('denied'); } });";
    let setup = Setup::desk().language(Language::En).before(denied).noisy();
    run(setup, async |page| {
        let instrument = Instrument::read()?;
        page.begin().await?;
        let order = instrument.order();
        for item in &order[..3] {
            page.answer(item, Some(4)).await?;
        }
        page.script("location.hash = arguments[0]", vec![json!(CALL)])
            .await?;
        page.screen("check-in").await?;
        says_nothing(page).await?;
        page.press(names::CONTINUE).await?;
        page.see("the statement after the last answer", |sight| {
            sight.item == order[3]
        })
        .await?;
        Ok(())
    });
}

#[test]
fn where_the_page_fails_to_load_a_reload_brings_the_reminder_once_more() {
    let setup = Setup::desk().fault(Fault::Missing(".wasm"));
    run(setup.language(Language::En), async |page| {
        let address = [&page.site().address(), "#", CALL].concat();
        for _ in 0..2 {
            follow(page, &address).await?;
            page.says_to_reload().await?;
            let hash = page.script("return location.hash", Vec::new()).await?;
            assert_eq!(hash, json!(["#", CALL].concat()), "what a reload reads");
        }
        Ok(())
    });
}

#[test]
fn a_link_that_says_who_offers_the_scan_too_is_not_believed_beside_an_agreement() {
    run(Setup::desk().language(Language::En), async |page| {
        let query = "?coach=Your%20IT%20department&privacy=https://evil.example/login";
        let address = [&page.site().address(), query, "#", CALL].concat();
        follow(page, &address).await?;
        page.screen("check-in").await?;
        let text = page.text().await?;
        assert!(text.contains("Call three customers"));
        assert!(!text.contains("IT department"), "{text}");
        let links = "return document.querySelectorAll('a[href^=\"https://evil\"]').length";
        assert_eq!(page.script(links, Vec::new()).await?, json!(0));
        Ok(())
    });
}

#[test]
fn in_a_frame_a_reminder_in_its_address_is_left_alone() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "nothing-stored.html", None).await?;
        host.enter(0).await?;
        page.screen("start").await?;
        let script = "globalThis.earlier = true;
            location.hash = 'check-in=eyJkYXkiOjcsImFncmVlZCI6IngifQ';
            location.reload()";
        page.script(script, Vec::new()).await?;
        let script = "return globalThis.earlier !== true
            && [typeof mindsetBrought, location.hash.startsWith('#check-in=')]";
        let seen = page
            .until("the frame anew", async || {
                host.leave().await?;
                host.enter(0).await?;
                let seen = page.script(script, Vec::new()).await?;
                Ok((seen != json!(false)).then_some(seen))
            })
            .await?;
        assert_eq!(seen, json!(["undefined", true]));
        page.screen("start").await?;
        page.press(names::START).await?;
        page.until("the scan", async || {
            let sight = page.sight().await?;
            Ok(sight.filter(|sight| sight.screen == "interlude" || sight.screen == "context"))
        })
        .await?;
        Ok(())
    });
}
