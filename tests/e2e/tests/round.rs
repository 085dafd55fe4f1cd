//! A round by five people: one browser is that of whoever begins, the other one that of each of the others
//! in turn, emptied between them.

use e2e::Outcome;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run_two;
use e2e::setup::Setup;
use e2e::talk::{DAY, code, scan, session};
use model::{Form, Key};
use serde_json::{Value, json};

/// The page of a round.
const ROUND: &str = "round.html";

/// How many take part.
const PEOPLE: usize = 5;

/// What somebody answers to the statement at this place.
fn answer(person: usize, item: usize) -> u8 {
    [2, 4, 5, 3, 1][(2 * person + item) % 5]
}

/// Opens this person's result from its talk code, on the screen where it is chosen.
async fn choose_own(page: &Page, person: usize) -> Outcome {
    let scan = scan()?;
    let id = format!("of-person-{person}");
    let session = session(&scan, (Form::SelfReport, &id, DAY), |item| {
        Some(answer(person, item))
    })?;
    let code = code(&scan, &session, &[])?;
    page.screen("round-own").await?;
    page.unfold_to(names::OWN_CODE).await?;
    page.fill(names::OWN_CODE, code.text()).await?;
    page.press(names::OPEN_ROUND_CODE).await
}

/// The link that is passed on, as it goes on behind the address of the site.
async fn passed_on(page: &Page) -> Outcome<String> {
    page.screen("round-pass-on").await?;
    let script = "return document.querySelector('[data-part=round-link]').textContent";
    let link: String = serde_json::from_value(page.script(script, Vec::new()).await?)?;
    let (_, fragment) = link.split_once('#').ok_or("a fragment")?;
    Ok([ROUND, "#", fragment].concat())
}

/// What the page has stored of rounds, as text.
async fn stored(page: &Page) -> Outcome<String> {
    let script = "return Object.values(localStorage).find(one => one.includes('mindset-mirror rounds')) ?? ''";
    Ok(serde_json::from_value(
        page.script(script, Vec::new()).await?,
    )?)
}

/// The mean of a scale over everybody in whole points, by plain arithmetic.
fn expected(scale: usize) -> Outcome<String> {
    let scan = scan()?;
    let items = scan.items().iter().enumerate();
    let keyed = items
        .filter(|(_, item)| item.scale == scale)
        .flat_map(|(place, item)| {
            (0..PEOPLE).map(move |person| match item.key {
                Key::Plus => u32::from(answer(person, place)),
                Key::Minus => 6 - u32::from(answer(person, place)),
            })
        });
    let keyed: Vec<u32> = keyed.collect();
    let mean = f64::from(keyed.iter().sum::<u32>()) / keyed.len() as f64;
    Ok(((mean - 1.0) * 25.0).round().to_string())
}

async fn whole_round(first: &Page, others: &Page) -> Outcome {
    first.follow(ROUND).await?;
    first.screen("round").await?;
    first.accessible("round").await?;
    first.press(names::CHOOSE_OWN).await?;
    choose_own(first, 0).await?;
    first.press(names::BEGIN_ROUND).await?;
    let mut link = passed_on(first).await?;
    first.accessible("round-pass-on").await?;
    for person in 1..PEOPLE {
        if person == 4 {
            // Four people: it comes back too early, and is not opened.
            first.follow(&link).await?;
            first.screen("round-closing").await?;
            assert!(first.find(names::CLOSE_ROUND).await?.is_none());
        }
        others.follow(&link).await?;
        choose_own(others, person).await?;
        others.press(names::ADD_MINE).await?;
        let next = passed_on(others).await?;
        assert_ne!(next, link);
        if person == 1 {
            // The code before it brings no second addition: the one that was made is passed on again.
            others.follow(&link).await?;
            others.screen("round-closing").await?;
            assert!(others.find(names::ADD_MINE).await?.is_none());
        }
        link = next;
        others.forget().await?;
    }

    first.follow(&link).await?;
    first.screen("round-closing").await?;
    assert!(stored(first).await?.contains(" mask "));
    first.press(names::CLOSE_ROUND).await?;
    first.screen("round-picture").await?;
    first.accessible("round-picture").await?;
    assert!(!stored(first).await?.contains(" mask "));
    let script =
        "return [...document.querySelectorAll('[data-part=score]')].map(one => one.textContent)";
    let means = first.script(script, Vec::new()).await?;
    let all = (0..4).map(expected).collect::<Outcome<Vec<String>>>()?;
    assert_eq!(means, json!(all));
    // It opens once: the same link leads to what it said.
    first.follow(&link).await?;
    first.screen("round-picture").await?;
    assert_eq!(first.script(script, Vec::new()).await?, Value::from(all));

    // On another device it opens nowhere, and a link that broke off says so.
    others.follow(&link[..200]).await?;
    others.screen("round").await?;
    assert_eq!(others.parts("error").await?.len(), 1);
    Ok(())
}

#[test]
fn five_people_add_up_and_the_first_opens_once_in_dutch() {
    run_two(setups(Language::Nl), whole_round);
}

#[test]
fn five_people_add_up_and_the_first_opens_once_in_english() {
    run_two(setups(Language::En), whole_round);
}

/// The first at a desk, the others on a phone.
fn setups(language: Language) -> [Setup; 2] {
    [Setup::desk(), Setup::phone()].map(|setup| setup.language(language))
}
