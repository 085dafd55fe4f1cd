//! Every screen of a talk as it is seen, heard, worked and printed.

use e2e::Outcome;
use e2e::names::{self, Language, Name};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use e2e::talk::{DAY, NAME, TALK, TOGETHER, attempt, code, scan, two_codes, two_sessions};
use serde_json::json;
use std::cell::RefCell;
use std::rc::Rc;

in_both_languages! {
    the_sheet_is_one_page_of_paper_for_each_reader_and_length: Setup::desk() => sheets;
    both_views_are_opened_with_the_keyboard_alone: Setup::keyboard() => by_keyboard;
}

/// Opens this much of the page's own address, and waits for its screen.
async fn to(page: &Page, address: &[&str], screen: &str) -> Outcome {
    page.follow(&address.concat()).await?;
    page.screen(screen).await.map(drop)
}

/// Goes past every screen of a talk and calls the check on each.
async fn past_every_screen(page: &Page, check: impl AsyncFn(&str) -> Outcome) -> Outcome {
    let scan = Rc::new(scan()?);
    let [of_rep, of_manager] = two_sessions(DAY)?;
    let codes = two_codes(DAY)?;
    page.to_together().await?;
    check("the first screen, nothing stored").await?;
    page.press(names::BEGIN_VIEW).await?;
    page.says(page.language().talk().talk.name_missing).await?;
    check("the first screen, a name missing").await?;
    page.press(names::REVIEW_CONSENT).await?;
    page.screen("call-review").await?;
    page.says(page.language().talk().review.consent_first)
        .await?;
    check("permission").await?;
    page.script(
        "document.querySelector('[id$=consent-recording]').click()",
        Vec::new(),
    )
    .await?;
    page.reach(names::REVIEW_AS_REP).await?;
    check("permission given").await?;

    let sessions = [&of_rep, &of_manager];
    page.keep_records(sessions.map(|one| attempt(&scan, one)).into())
        .await?;
    page.to_together().await?;
    page.says(NAME).await?;
    check("the first screen").await?;
    for session in sessions {
        to(
            page,
            &[TOGETHER, "#give=", &session.parts().id],
            "hand-over",
        )
        .await?;
        page.unfold().await?;
        check("handing over").await?;
    }

    page.follow(TALK).await?;
    page.screen("table").await?;
    page.unfold().await?;
    check("an empty table").await?;
    page.lay_code(codes[0].text()).await?;
    page.lie_covered(1).await?;
    page.lay_code(codes[1].text()).await?;
    page.lie_covered(2).await?;
    page.unfold().await?;
    check("both covered").await?;
    page.fill(names::SEAL_OF_REP, &codes[0].seal().to_string())
        .await?;
    page.fill(names::SEAL_OF_MANAGER, &codes[0].seal().to_string())
        .await?;
    page.press(names::LIFT).await?;
    page.two_views().await?;
    page.press(names::FIGURES).await?;
    page.press(names::FORTY_FIVE).await?;
    page.unfold().await?;
    check("two views, with all figures").await?;
    page.press(names::SHEET).await?;
    page.screen("sheet").await?;
    check("the sheet").await?;
    let alike = [code(&scan, &of_rep, &[1])?, {
        let mut parts = of_manager.parts().clone();
        parts.answers = of_rep.answers().clone();
        code(&scan, &model::Session::restore(&scan, parts), &[])?
    }];
    page.to_two_views(&alike).await?;
    page.unfold().await?;
    check("two views that are alike").await?;

    page.to_two_views(&codes).await?;
    page.press(names::TO_OUR_AGREEMENTS).await?;
    page.screen("agreements").await?;
    check("agreements to make").await?;
    page.fill_agreement(0, "text", "Ik vraag door tot ik weet wie er beslist")
        .await?;
    page.of_agreement(0, "manager").await?;
    check("an agreement to confirm").await?;
    page.press(names::TO_START).await?;
    page.screen("together").await?;
    to(page, &[TOGETHER, "#agreements=x"], "agreements").await?;
    check("agreements that cannot be read").await
}

/// Collects what is wrong on all screens before it fails, so that one run tells all.
async fn all_accessible(page: &Page) -> Outcome {
    let found = RefCell::new(Vec::new());
    past_every_screen(page, async |screen| {
        if let Err(why) = page.accessible(screen).await {
            found.borrow_mut().push(why.to_string());
        }
        let name = screen.replace([' ', ','], "-");
        let (scheme, tag) = (page.setup().scheme, page.language().tag());
        page.shot(&format!("talk-{scheme:?}-{tag}-{name}")).await
    })
    .await?;
    let found = found.into_inner();
    assert!(found.is_empty(), "{}", found.join("\n"));
    Ok(())
}

#[test]
fn axe_finds_nothing_on_any_screen_of_a_talk_in_dutch_in_light() {
    run(Setup::phone(), all_accessible);
}

#[test]
fn axe_finds_nothing_on_any_screen_of_a_talk_in_dutch_in_dark() {
    run(Setup::desk().scheme(Scheme::Dark), all_accessible);
}

#[test]
fn axe_finds_nothing_on_any_screen_of_a_talk_in_english_in_light() {
    run(Setup::desk().language(Language::En), all_accessible);
}

#[test]
fn axe_finds_nothing_on_any_screen_of_a_talk_in_english_in_dark() {
    let phone = Setup::phone().language(Language::En);
    run(phone.scheme(Scheme::Dark), all_accessible);
}

async fn fits(page: &Page, enlarge: &str) -> Outcome {
    let wide = RefCell::new(Vec::new());
    past_every_screen(page, async |screen| {
        let script = "document.documentElement.style.fontSize = arguments[0]";
        page.script(script, vec![json!(enlarge)]).await?;
        let found = page.sideways().await?;
        if !found.is_empty() {
            let found = found.join("\n  ");
            wide.borrow_mut().push(format!("{screen}: {found}"));
        }
        Ok(())
    })
    .await?;
    let wide = wide.into_inner();
    assert!(wide.is_empty(), "{}", wide.join("\n"));
    Ok(())
}

#[test]
fn no_screen_of_a_talk_scrolls_sideways_at_320_px() {
    run(Setup::phone().size(320, 568, 2.0), async |page| {
        fits(page, "").await
    });
}

#[test]
fn no_screen_of_a_talk_scrolls_sideways_with_text_of_twice_its_size() {
    let desk = Setup::desk().size(640, 900, 1.0);
    run(desk.language(Language::En), async |page| {
        fits(page, "200%").await
    });
}

/// Glyphs are placed one by one: only the letters are compared.
fn letters(text: &str) -> String {
    let text = text
        .replace('ﬁ', "fi")
        .replace('ﬂ', "fl")
        .replace('ﬀ', "ff");
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

async fn sheets(page: &Page) -> Outcome {
    page.to_two_views(&two_codes(DAY)?).await?;
    let topics = page.topics().await?;
    let t = &page.language().talk().two_views;
    for minutes in [30, 45] {
        if minutes == 45 {
            page.press(names::FORTY_FIVE).await?;
        }
        page.press(names::SHEET).await?;
        page.screen("sheet").await?;
        for reader in 0..3 {
            let script = "document.querySelector(`[id$=sheet-${arguments[0]}]`).click()";
            page.script(script, vec![json!(reader)]).await?;
            let lead = t.variant_leads[reader];
            page.says(lead).await?;
            let document = page.printed().await?;
            let pages: Vec<u32> = document.get_pages().into_keys().collect();
            let name = t.variants[reader];
            let last = pages.last().map(|last| document.extract_text(&[*last]));
            assert_eq!(pages, [1], "{name}, {minutes} minutes: {last:?}");
            let text = letters(&document.extract_text(&[1])?);
            for said in [t.first_line, t.sheet_agree, lead] {
                assert!(text.contains(&letters(said)), "{said} in {text}");
            }
            let boxes = "return [...document.querySelectorAll('[data-minutes]')]
                .reduce((sum, one) => sum + Number(one.dataset.minutes), 0)";
            assert_eq!(page.script(boxes, Vec::new()).await?, json!(minutes));
            let on_paper = "return document.querySelectorAll('.sheet-topics > li').length";
            let on_paper = page.script(on_paper, Vec::new()).await?;
            assert_eq!(on_paper, json!(topics.len()));
        }
        page.press(names::BACK).await?;
        page.two_views().await?;
    }
    Ok(())
}

/// Types into a field that the keyboard has gone to.
async fn type_into(page: &Page, field: Name, text: &str) -> Outcome {
    let field = page.reach(field).await?;
    page.tab_to(&field).await?;
    page.keys(text).await
}

async fn by_keyboard(page: &Page) -> Outcome {
    let [rep, manager] = two_codes(DAY)?;
    page.follow(&[TALK, &rep.fragment()].concat()).await?;
    page.screen("table").await?;
    page.lie_covered(1).await?;
    let link = [&*page.site().address(), TALK, &manager.fragment()].concat();
    type_into(page, names::CODE, &link).await?;
    page.press(names::LAY_CODE).await?;
    page.lie_covered(2).await?;
    page.press(names::SEALS).await?;
    type_into(page, names::SEAL_OF_MANAGER, &manager.seal().to_string()).await?;
    page.press(names::LIFT).await?;
    page.two_views().await?;
    let t = page.language().talk();
    page.says(&t.two_views.seal_matches(t.two_views.manager))
        .await?;
    // The focus is on the heading of the new screen, for who hears the page.
    let heading = "return document.activeElement.tagName";
    assert_eq!(page.script(heading, Vec::new()).await?, json!("H1"));
    page.press(names::SHEET).await?;
    page.screen("sheet").await?;
    page.press(names::BACK).await?;
    page.two_views().await?;
    page.press(names::TO_OUR_AGREEMENTS).await?;
    page.screen("agreements").await.map(drop)
}

#[test]
fn a_reload_brings_the_table_and_the_opened_views_back() {
    run(Setup::phone(), async |page| {
        let codes = two_codes(DAY)?;
        page.to_table(&codes[0]).await?;
        page.lay_code(codes[1].text()).await?;
        page.lie_covered(2).await?;
        page.driver().refresh().await?;
        page.screen("table").await?;
        page.lie_covered(2).await?;
        page.press(names::LIFT).await?;
        page.two_views().await?;
        let topics = page.topics().await?;
        page.driver().refresh().await?;
        page.two_views().await?;
        assert_eq!(page.topics().await?, topics);
        Ok(())
    });
}

#[test]
fn the_browsers_way_back_leads_from_the_sheet_to_the_views_and_from_the_agreements_to_the_talk() {
    run(Setup::desk(), async |page| {
        page.to_two_views(&two_codes(DAY)?).await?;
        let topics = page.topics().await?;
        page.press(names::SHEET).await?;
        page.screen("sheet").await?;
        page.driver().back().await?;
        page.two_views().await?;
        page.driver().back().await?;
        page.screen("table").await?;
        page.lie_covered(2).await?;
        page.press(names::LIFT).await?;
        page.two_views().await?;
        page.press(names::TO_OUR_AGREEMENTS).await?;
        page.screen("agreements").await?;
        page.driver().back().await?;
        // The first screen may be in between: a browser passes over what came without a touch.
        let back = |screen: &str| matches!(screen, "together" | "two-views");
        let sight = page.see("a screen", |sight| back(&sight.screen)).await?;
        if sight.screen == "together" {
            page.driver().back().await?;
        }
        page.two_views().await?;
        assert_eq!(page.topics().await?, topics);
        Ok(())
    });
}
