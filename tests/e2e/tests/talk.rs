//! A talk from beginning to end, by two people in two browsers.

use crate::judges::judged;
use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::{run, run_two};
use e2e::setup::Setup;
use e2e::talk::{
    DAY, NAME, TALK, TOGETHER, attempt, code, in_favour_but, questionnaire, scan, session,
    two_codes, two_sessions,
};
use hand_over::{Seal, TalkCode, situation_fragment};
use model::{Form, Session};
use serde_json::{Value, json};
use std::rc::Rc;

/// What is agreed, in the order of the cards: the rep's learning and performance goal, the manager's.
const AGREED: [&str; 4] = [
    "Ik vraag door tot ik weet wie er beslist: 50% & meer, é 🙂",
    "Tien gesprekken met beslissers in november",
    "Ik oefen met eerst vragen en dan pas raden",
    "Elke vrijdag een half uur met jou",
];

/// By when.
const DUE: &str = "2026-12-11";

#[test]
fn two_people_fill_in_exchange_seals_and_codes_talk_and_keep_agreements_in_dutch() {
    run_two(setups(Language::Nl), whole_way);
}

#[test]
fn two_people_fill_in_exchange_seals_and_codes_talk_and_keep_agreements_in_english() {
    run_two(setups(Language::En), whole_way);
}

/// The rep on a phone, the manager at a desk.
fn setups(language: Language) -> [Setup; 2] {
    let desk = Setup::desk();
    [Setup::phone(), desk].map(|setup| setup.language(language))
}

/// What is given to the other: first the seal, then the link and the characters.
struct Given {
    seal: String,
    link: String,
    characters: String,
}

/// Reads what is on screen of a view that is handed over.
async fn given(page: &Page) -> Outcome<Given> {
    page.screen("hand-over").await?;
    page.press(names::OWN_SEAL).await?;
    let seal = page.reads("seal").await?;
    let seal = seal.rsplit(' ').next().unwrap_or_default().to_owned();
    Seal::parse(&seal).map_err(|why| format!("{seal}: {why:?}"))?;
    Ok(Given {
        seal,
        link: page.reads("talk-link").await?,
        characters: page.reads("talk-code").await?,
    })
}

/// Characters without what is between their groups.
fn one_word(characters: &str) -> String {
    characters.split_whitespace().collect()
}

/// Types both seals.
async fn type_seals(page: &Page, rep: &str, manager: &str) -> Outcome {
    page.unfold_to(names::SEAL_OF_REP).await?;
    page.press(names::SEAL_OF_REP).await?;
    page.keys(rep).await?;
    page.press(names::SEAL_OF_MANAGER).await?;
    page.keys(manager).await
}

/// Nothing of what either answered stands anywhere in the markup, nor its code.
async fn says_nothing_of(page: &Page, codes: [&str; 2]) -> Outcome {
    for code in codes {
        assert!(!page.holds(code).await?, "{code}");
    }
    let script = "return document.querySelectorAll(
        '[data-item], [data-value], [data-topic], [data-percent]').length";
    assert_eq!(page.script(script, Vec::new()).await?, json!(0));
    let instrument = Instrument::read()?;
    for item in instrument.order() {
        let wording = instrument.wording(&item, page.language());
        assert!(!page.holds(&wording).await?, "{item}");
    }
    Ok(())
}

async fn whole_way(rep: &Page, manager: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    // The rep fills in, and gives the seal first.
    rep.to_result(&instrument, &instrument.meant()).await?;
    rep.press(names::HAVE_TALK).await?;
    let of_rep = given(rep).await?;

    // The manager fills in about the rep, by name.
    manager.to_together().await?;
    manager.press(names::ABOUT_WHOM).await?;
    manager.keys(NAME).await?;
    manager.press(names::BEGIN_VIEW).await?;
    manager.pass_interlude().await?;
    let scan = scan()?;
    for (place, &item) in scan.form_items(Form::Manager).iter().enumerate() {
        let id = &scan.items()[item].id;
        let answer = u8::try_from(place % 5 + 1)?;
        if manager.answer(id, Some(answer)).await?.screen == "interlude" {
            manager.press(names::GO_ON).await?;
        }
    }
    manager.screen("review").await?;
    manager.press(names::TO_TALK).await?;
    let of_manager = given(manager).await?;

    // Each lays both on their own device: the manager by what was read aloud, the rep by a link.
    manager.press(names::LAY_HERE).await?;
    manager.screen("table").await?;
    manager.lie_covered(1).await?;
    manager
        .lay_code(&of_rep.characters.to_lowercase().replace('\n', " "))
        .await?;
    let fragment = of_manager.link.split_once(TALK).ok_or("a link")?.1;
    rep.follow(&[TALK, fragment].concat()).await?;
    rep.screen("table").await?;
    rep.lay_code(&of_rep.link).await?;
    for page in [rep, manager] {
        page.lie_covered(2).await?;
        type_seals(page, &of_rep.seal, &of_manager.seal).await?;
        let codes = [&of_rep, &of_manager].map(|given| one_word(&given.characters));
        says_nothing_of(page, [&codes[0], &codes[1]]).await?;
        page.shot(&format!("talk-table-{}", page.language().tag()))
            .await?;
        page.press(names::LIFT).await?;
        page.two_views().await?;
        page.says(page.language().talk().two_views.seals_match)
            .await?;
        page.shot(&format!(
            "talk-two-views-{}-{}",
            page.setup().width,
            page.language().tag()
        ))
        .await?;
    }
    let topics = rep.topics().await?;
    assert!((1..=3).contains(&topics.len()), "{topics:?}");
    assert_eq!(manager.topics().await?, topics, "both see the same");
    let sections = "return [...document.querySelectorAll('[data-section]')]
        .map((one) => one.dataset.section)";
    let sections: Vec<String> =
        serde_json::from_value(manager.script(sections, Vec::new()).await?)?;
    assert_eq!(sections[..2], ["alike", "different"]);
    let text = manager.text().await?.to_lowercase();
    for never in ["blinde vlek", "blind spot"] {
        assert!(!text.contains(never));
    }
    agree(manager).await?;
    take_along(rep, manager).await
}

/// Writes the agreements on this device; both confirm them.
async fn agree(page: &Page) -> Outcome {
    page.press(names::TO_OUR_AGREEMENTS).await?;
    page.screen("agreements").await?;
    for (place, agreed) in AGREED.iter().enumerate() {
        page.fill_agreement(place, "text", agreed).await?;
        for by in ["rep", "manager"] {
            let box_of_one = page.of_agreement(place, by).await?;
            page.work(&box_of_one).await?;
        }
    }
    page.fill_agreement(0, "due", DUE).await?;
    let t = page.language().talk();
    page.until("that all four are confirmed", async || {
        let text = page.text().await?;
        Ok((text.matches(t.agreed.both_confirmed).count() == 4).then_some(()))
    })
    .await?;
    page.until("that all four are stored", async || {
        let stored = page.stored_agreements().await?;
        let confirmed = stored.iter().filter(|one| {
            one["agreement"]["repConfirmed"] == true && one["agreement"]["managerConfirmed"] == true
        });
        Ok((confirmed.count() == 4).then_some(()))
    })
    .await?;
    page.shot(&format!("talk-agreements-{}", page.language().tag()))
        .await
}

/// The agreements go along as a calendar, as a link and as a file, and the rep keeps them.
async fn take_along(rep: &Page, manager: &Page) -> Outcome {
    let tag = rep.language().tag();
    manager.press(names::AGREEMENTS_CALENDAR).await?;
    let (name, bytes) = manager.downloaded().await?;
    let events = judged("calendar.mjs", &format!("talk-{tag}-{name}"), &bytes);
    let due = events.iter().filter(|event| {
        let begins = event["begins"].as_str().unwrap_or_default();
        begins.starts_with(DUE)
    });
    let said: Vec<&Value> = due.collect();
    assert_eq!(said.len(), 1, "{events:?}");
    assert!(said[0].to_string().contains("Ik vraag door"), "{said:?}");

    let link = "return document.querySelector('[data-part=agreements-link]').textContent";
    let link = manager.script(link, Vec::new()).await?;
    let link = link.as_str().ok_or("a link")?;
    let (_, fragment) = link.split_once(TOGETHER).ok_or("a link")?;
    manager.press(names::SAVE_AGREEMENTS).await?;
    let (name, bytes) = manager.downloaded().await?;

    rep.follow(&[TOGETHER, fragment].concat()).await?;
    rep.screen("agreements").await?;
    rep.says(AGREED[0]).await?;
    assert!(rep.stored_agreements().await?.is_empty(), "not kept yet");
    keep_all(rep).await?;
    // The file brings the same: nothing is there twice.
    rep.to_together().await?;
    let file = rep.file(&name, &bytes)?;
    rep.open_file(names::OPEN_AGREEMENTS, &file).await?;
    rep.screen("agreements").await?;
    keep_all(rep).await?;

    // The rep's own result shows them.
    rep.arrive().await?;
    rep.my_data().await?;
    rep.open_result().await?;
    rep.open_part("agreements").await?;
    for agreed in AGREED {
        rep.says(agreed).await?;
    }
    Ok(())
}

/// Keeps the four agreements that have come in.
async fn keep_all(page: &Page) -> Outcome {
    page.press(names::KEEP_AGREEMENTS).await?;
    page.until("four agreements", async || {
        let offered = page.find(names::KEEP_AGREEMENTS).await?.is_some();
        let stored = page.stored_agreements().await?.len();
        Ok((stored == 4 && !offered).then_some(()))
    })
    .await
}

/// The sessions of both, and the scan.
fn two_views() -> Outcome<(Rc<model::Instrument>, [Session; 2])> {
    Ok((Rc::new(scan()?), two_sessions(DAY)?))
}

#[test]
fn two_people_talk_by_files_instead_of_codes() {
    run_two(setups(Language::Nl), async |rep, manager| {
        let (scan, [of_rep, of_manager]) = two_views()?;
        // The rep saves the result on the page of the scan, the manager the view on that of the talk.
        rep.keep_records(vec![attempt(&scan, &of_rep)]).await?;
        rep.my_data().await?;
        rep.open_result().await?;
        rep.open_part("sharing").await?;
        let saved = rep.save().await?;
        manager
            .keep_records(vec![attempt(&scan, &of_manager)])
            .await?;
        manager
            .follow(&[TOGETHER, "#view=", &of_manager.parts().id].concat())
            .await?;
        let given = given(manager).await?;
        manager.press(names::SAVE_VIEW).await?;
        let (name, bytes) = manager.downloaded().await?;
        assert!(!String::from_utf8(bytes.clone())?.contains(NAME));
        let file = manager.file(&name, &bytes)?;

        manager.follow(TALK).await?;
        manager.screen("table").await?;
        for (count, path) in [(1, &file), (2, &saved.path)] {
            manager.unfold_to(names::LAY_CODE).await?;
            manager.open_file(names::LAY_FILE, path).await?;
            manager.lie_covered(count).await?;
        }
        // A file and a code of one session have one seal.
        manager.unfold_to(names::SEAL_OF_MANAGER).await?;
        manager.fill(names::SEAL_OF_MANAGER, &given.seal).await?;
        manager.press(names::LIFT).await?;
        manager.two_views().await?;
        let matches = "return [...document.querySelectorAll('[data-seal]')]
            .map((one) => one.dataset.seal)";
        let matches = manager.script(matches, Vec::new()).await?;
        assert_eq!(matches, json!(["matches"]));
        let topics = manager.topics().await?;
        manager.to_two_views(&two_codes(DAY)?).await?;
        assert_eq!(manager.topics().await?, topics, "the same as by codes");
        Ok(())
    });
}

in_both_languages! {
    the_next_talk_begins_with_the_last_agreements: Setup::desk() => next_talk;
    the_theme_seen_most_differently_is_the_first_topic: Setup::phone() => largest;
}

async fn next_talk(page: &Page) -> Outcome {
    let scan = Rc::new(scan()?);
    let (first, second) = (two_sessions("2026-01-12")?, two_sessions(DAY)?);
    let sessions = first.iter().chain(&second);
    page.keep_records(sessions.map(|one| attempt(&scan, one)).collect())
        .await?;
    page.to_two_views(&two_codes("2026-01-12")?).await?;
    agree(page).await?;

    page.to_two_views(&two_codes(DAY)?).await?;
    page.press(names::TO_OUR_AGREEMENTS).await?;
    page.screen("agreements").await?;
    let t = page.language().talk();
    page.says(t.agreed.look_back).await?;
    let marks = "return [...document.querySelectorAll('[data-entry=looked-back]')]
        .map((one) => one.querySelectorAll('input[type=radio]').length)";
    // The manager marks what the rep agreed; what the rep marks is covered.
    assert_eq!(page.script(marks, Vec::new()).await?, json!([3, 3, 0, 0]));
    page.says(t.agreed.rep_marks_covered).await?;
    page.press(names::SHOW_MARKS).await?;
    page.until("the marks of the rep", async || {
        let now = page.script(marks, Vec::new()).await?;
        Ok((now == json!([3, 3, 3, 3])).then_some(()))
    })
    .await?;
    page.accessible("the look back on agreements").await?;
    let script = "document.querySelectorAll('[data-entry=looked-back]')[arguments[0]]
        .querySelector('input[type=radio]').click()";
    for place in [0, 2] {
        page.script(script, vec![json!(place)]).await?;
    }
    page.until("two marks that are stored", async || {
        let stored = page.stored_agreements().await?;
        let marked = stored
            .iter()
            .filter(|one| one["agreement"]["outcome"] == "kept");
        Ok((marked.count() == 2).then_some(()))
    })
    .await?;
    // The talk has four new agreements of its own beside them.
    let cards = "return document.querySelectorAll('[data-entry=agreement]').length";
    assert_eq!(page.script(cards, Vec::new()).await?, json!(4));

    // What the rep marked stays here, unless they say that it goes along.
    page.to_together().await?;
    page.press(names::LOOK_AT_AGREEMENTS).await?;
    page.screen("agreements").await?;
    page.press(names::SAVE_AGREEMENTS).await?;
    assert_eq!(marked(page).await?, ["rep"]);
    page.press(names::MARKS_GO_ALONG).await?;
    page.press(names::SAVE_AGREEMENTS).await?;
    assert_eq!(marked(page).await?, ["rep", "manager"]);
    Ok(())
}

/// Whose agreements are marked in the file that was saved.
async fn marked(page: &Page) -> Outcome<Vec<String>> {
    let (_, bytes) = page.downloaded().await?;
    let text = String::from_utf8(bytes)?;
    // A code would bring the answers along.
    for code in two_codes("2026-01-12")?.iter().chain(&two_codes(DAY)?) {
        assert!(!text.contains(code.text()), "{text}");
    }
    let file: Value = serde_json::from_str(&text)?;
    let agreements = file["agreements"].as_array().into_iter().flatten();
    let marked = agreements.filter(|one| one["agreement"]["outcome"] == "kept");
    let owners = marked.map(|one| {
        one["agreement"]["owner"]
            .as_str()
            .unwrap_or("rep")
            .to_owned()
    });
    Ok(owners.collect())
}

async fn largest(page: &Page) -> Outcome {
    let scan = scan()?;
    let scale = "accountability";
    let place = scan.scales().iter().position(|one| one.id == scale);
    let of = |form, id, against| {
        let value = |item| in_favour_but(&scan, against, item);
        code(&scan, &session(&scan, (form, id, DAY), value)?, &[])
    };
    let codes = [
        of(Form::SelfReport, "all-in-favour", None)?,
        of(Form::Manager, "one-against", place)?,
    ];
    page.to_two_views(&codes).await?;
    assert_eq!(
        page.topics().await?.first().map(String::as_str),
        Some(scale)
    );
    let percents = "return [...document.querySelectorAll(
        `[data-topic=${arguments[0]}] [data-percent]`)].map((one) => Number(one.dataset.percent))";
    let percents = page.script(percents, vec![json!(scale)]).await?;
    // Every answer is at one end of the scale (percent of maximum possible).
    assert_eq!(percents, json!([100, 0]));
    let t = &page.language().talk().two_views;
    page.says(&t.higher(t.rep)).await?;
    // The other themes are seen alike.
    assert_eq!(page.topics().await?.len(), 1);
    page.says(t.alike).await
}

#[test]
fn on_one_device_a_view_is_laid_down_covered_and_the_device_passed_on() {
    run(Setup::phone(), async |page| {
        let (scan, [of_rep, of_manager]) = two_views()?;
        let records = [&of_rep, &of_manager].map(|one| attempt(&scan, one));
        page.keep_records(records.into()).await?;
        page.follow(&[TOGETHER, "#give=", &of_rep.parts().id].concat())
            .await?;
        page.screen("hand-over").await?;
        page.press(names::LAY_HERE).await?;
        page.screen("table").await?;
        page.lie_covered(1).await?;
        let codes: [TalkCode; 2] = two_codes(DAY)?;
        says_nothing_of(page, [codes[0].text(), codes[1].text()]).await?;
        page.lay_code(codes[1].text()).await?;
        page.lie_covered(2).await?;
        says_nothing_of(page, [codes[0].text(), codes[1].text()]).await?;
        page.press(names::LIFT).await?;
        page.two_views().await?;
        // The rep has kept the thoughts that hold one back to themselves: they are no topic.
        let topics = page.topics().await?;
        assert!(!topics.is_empty() && !topics.contains(&"limiting_beliefs".to_owned()));
        Ok(())
    });
}

#[test]
fn a_seal_that_was_given_of_other_answers_is_said_and_one_that_is_none_is_refused() {
    run(Setup::desk().language(Language::En), async |page| {
        let codes = two_codes(DAY)?;
        page.to_table(&codes[0]).await?;
        page.lay_code(codes[1].text()).await?;
        page.unfold_to(names::SEAL_OF_REP).await?;
        let t = page.language().talk();
        page.fill(names::SEAL_OF_REP, "7K3M").await?;
        page.press(names::LIFT).await?;
        page.says(t.errors.seal).await?;
        page.unfold_to(names::SEAL_OF_REP).await?;
        page.fill(
            names::SEAL_OF_REP,
            &two_codes("2026-01-12")?[1].seal().to_string(),
        )
        .await?;
        page.press(names::LIFT).await?;
        page.two_views().await?;
        page.says(&t.two_views.seal_differs(t.two_views.rep)).await
    });
}

#[test]
fn what_was_asked_of_both_is_next_to_each_other_where_both_share_it_and_only_there() {
    run(Setup::desk(), async |page| {
        let scan = Rc::new(scan()?);
        let mirror = questionnaire("manager-mirror", "0.2.0")?;
        let [_, of_manager] = two_codes(DAY)?;
        let own = session(&mirror, (Form::SelfReport, "own-half", DAY), |_| Some(3))?;
        let own = code(&mirror, &own, &[])?.fragment();
        let first_of_each = vec![Some(0); mirror.context_questions().len()];
        let shared = [&*own, &situation_fragment(&first_of_each)].concat();

        // The rep says that the answers about the situation go along.
        let [rep, _] = two_sessions(DAY)?;
        let mut parts = rep.parts().clone();
        parts.context = vec![Some(0); scan.context_questions().len()];
        let rep = Session::restore(&scan, parts);
        page.keep_records(vec![attempt(&scan, &rep)]).await?;
        page.follow(&[TOGETHER, "#give=", &rep.parts().id].concat())
            .await?;
        page.screen("hand-over").await?;
        let bare = page.reads("talk-link").await?;
        page.press(names::SITUATION_GOES).await?;
        let link = page
            .until("the situation in the link", async || {
                let link = page.reads("talk-link").await?;
                Ok((link != bare).then_some(link))
            })
            .await?;

        let cases = [
            (&link, &shared, true),
            (&bare, &shared, false),
            (&link, &own, false),
        ];
        for (rep, mirror, is_there) in cases {
            let (_, fragment) = rep.split_once(TALK).ok_or("a link")?;
            page.follow(&[TALK, fragment].concat()).await?;
            page.screen("table").await?;
            page.lay_code(of_manager.text()).await?;
            page.lie_covered(2).await?;
            page.lay_code(mirror).await?;
            let row = page.language().talk().table.mirror;
            page.says(row).await?;
            page.press(names::LIFT).await?;
            page.two_views().await?;
            let asked = "return document.querySelectorAll('[data-section=both-asked] li').length";
            let asked = page.script(asked, Vec::new()).await?;
            assert_eq!(asked != json!(0), is_there, "{asked}: {rep} {mirror}");
        }
        Ok(())
    });
}
