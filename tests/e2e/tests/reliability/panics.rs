//! A panic in any callback: a calm screen, every answer is kept, and the rescue file opens.

use e2e::Outcome;
use e2e::instrument::{Answers, Instrument};
use e2e::names;
use e2e::page::Page;
use e2e::reliability;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::watch::answers_of;
use serde_json::{Value, json};
use std::time::Duration;

/// Makes the program break; see there.
const BREAK: &str = include_str!("panics.js");

/// At which call out of the program after an event, so that it breaks at its beginning, in the
/// callback itself, and in what is drawn after it.
const CALLS: [u32; 3] = [2, 12, 40];

/// All that calls back when it is clicked or typed into, and neither leaves the page nor opens a window
/// of the system.
const CONTROLS: &str = "return [...document.querySelectorAll(
    '[data-part=root] :is(button, input, textarea, select):enabled')]
    .filter(one => one.type !== 'file' && !one.closest('[inert]') && one.checkVisibility())
    .map(one => one.closest('[data-part=option]') ?? one)
    .filter(one => !one.matches('[data-part=option]') || one.checkVisibility())";

/// A screen, and what brings it up where an attempt with answers is stored.
#[derive(Clone, Copy, Debug)]
enum Screen {
    Start,
    Context,
    Interlude,
    Question,
    Review,
    Result,
    Data,
}

const SCREENS: [Screen; 7] = [
    Screen::Start,
    Screen::Context,
    Screen::Interlude,
    Screen::Question,
    Screen::Review,
    Screen::Result,
    Screen::Data,
];

#[test]
fn after_a_panic_in_any_callback_every_answer_is_kept_and_the_rescue_file_opens() {
    let all = reliability::cases(7);
    let each = all.div_ceil(7);
    reliability::in_parts("panics: screens", 7, 1, |part, _| {
        run(Setup::desk().before(BREAK).noisy(), async |page| {
            breaks_everywhere(page, SCREENS[part as usize], each as usize).await
        });
    });
}

async fn breaks_everywhere(page: &Page, screen: Screen, most: usize) -> Outcome {
    let answers = prepare(page, screen).await?;
    let mut tried = 0;
    let mut rescued = Vec::new();
    let count = go_to(page, screen).await?.len();
    assert!(count > 0, "{screen:?} has controls");
    let cases: Vec<(usize, u32)> = (0..count)
        .flat_map(|control| CALLS.map(|call| (control, call)))
        .collect();
    // From the middle, where the callbacks themselves are, when few are tried.
    let step = cases.len().div_ceil(most.min(cases.len()));
    for &(control, call) in cases.iter().skip(1.min(step - 1)).step_by(step) {
        let case = format!("{screen:?}, control {control} of {count}, call {call}");
        let controls = go_to(page, screen).await?;
        assert_eq!(controls.len(), count, "{case}");
        let deletes = ["Wis", "Delete"];
        let name = controls[control].text().await?;
        let deletes = deletes.iter().any(|word| name.starts_with(word));
        let before = stored(page).await?;
        page.script("window.__breakAt(arguments[0])", vec![json!(call)])
            .await?;
        page.work(&controls[control]).await?;
        // Otherwise the callback came to its end with fewer calls.
        if broke(page).await? {
            tried += 1;
            let backup = rescue(page, &case, !answers.is_empty()).await?;
            // What the reader did up to then may be stored. Nothing that was there is gone, unless
            // that is what the reader did.
            let after = page.stored_at_rest_or_empty().await?;
            let gone: Vec<_> = before
                .0
                .iter()
                .filter(|key| !after.contains_key(*key))
                .collect();
            assert!(deletes || gone.is_empty(), "{case}: {gone:?}");
            page.press(names::RELOAD).await?;
            page.see("the page again", |sight| !sight.screen.is_empty())
                .await?;
            if !deletes && !answers.is_empty() {
                assert!(keeps(page, &answers).await?, "{case}");
                rescued = backup.unwrap_or(rescued);
            }
        }
        if stored(page).await? != before {
            page.forget().await?;
            assert_eq!(prepare(page, screen).await?, answers);
        }
    }
    println!("panics: {screen:?}: {tried} of {} cases broke", cases.len());
    assert!(tried > 0, "{screen:?}: nothing broke");
    if answers.is_empty() {
        return Ok(());
    }
    page.forget().await?;
    page.arrive().await?;
    let file = page.file("rescued.json", &rescued)?;
    page.open_file(names::OPEN_FILE, &file).await?;
    page.press(names::RESTORE).await?;
    page.until("what was rescued", async || {
        Ok(keeps(page, &answers).await?.then_some(()))
    })
    .await
}

/// The names of all that is stored, and each attempt without what time alone changes in it.
async fn stored(page: &Page) -> Outcome<(Vec<String>, Vec<Value>)> {
    let names = page.stored_at_rest_or_empty().await?.into_keys().collect();
    Ok((names, page.stored_attempts_without_time().await?))
}

/// Whether an attempt is stored that has these answers, whatever else was answered or begun.
async fn keeps(page: &Page, answers: &Answers) -> Outcome<bool> {
    let attempts = page.stored_attempts().await?;
    Ok(attempts.iter().any(|attempt| {
        let there = answers_of(attempt);
        answers
            .iter()
            .all(|(item, value)| there.get(item) == Some(value))
    }))
}

/// Stores what the screen shows, and gives the answers that are stored then.
async fn prepare(page: &Page, screen: Screen) -> Outcome<Answers> {
    let instrument = Instrument::read()?;
    let order = instrument.order();
    match screen {
        Screen::Start => return Ok(Answers::new()),
        Screen::Interlude => {
            page.arrive().await?;
            page.press(names::START).await?;
            page.screen("interlude").await?;
            return Ok(Answers::new());
        }
        Screen::Context => {
            page.begin().await?;
            page.answer_statements(0, &instrument, &instrument.varied())
                .await?;
            page.screen("context").await?;
        }
        Screen::Question | Screen::Data => {
            page.begin().await?;
            for item in &order[..2] {
                page.answer(item, Some(4)).await?;
            }
            page.saved().await?;
        }
        Screen::Review => {
            page.to_review(&instrument, &instrument.varied()).await?;
        }
        Screen::Result => {
            page.to_result(&instrument, &instrument.varied()).await?;
        }
    }
    page.stored_at_rest().await?;
    page.stored_answers().await
}

/// Brings the screen up anew, and gives its controls.
async fn go_to(page: &Page, screen: Screen) -> Outcome<Vec<thirtyfour::WebElement>> {
    page.arrive().await?;
    let name = match screen {
        Screen::Start => "start",
        Screen::Context => "context",
        Screen::Interlude => "interlude",
        Screen::Question => "question",
        Screen::Review => "review",
        Screen::Result => "result",
        Screen::Data => "data",
    };
    match screen {
        Screen::Start => {}
        Screen::Data => {
            page.my_data().await?;
        }
        Screen::Result => {
            page.my_data().await?;
            page.open_result().await?;
        }
        Screen::Review => page.press(names::CONTINUE_REVIEW).await?,
        _ => page.press(names::CONTINUE).await?,
    }
    page.screen(name).await?;
    let found = page.driver().execute(CONTROLS, Vec::new()).await?;
    Ok(found.elements()?)
}

/// Whether the panel of a failed app comes. Where the callback ended before it broke, it never does.
async fn broke(page: &Page) -> Outcome<bool> {
    let panel = "return [document.getElementById('boot-panic').checkVisibility(),
        performance.now()]";
    let begun = page.script(panel, Vec::new()).await?;
    let moment = |seen: &Value| seen[1].as_f64().unwrap_or_default();
    page.within(Duration::from_secs(20), "a panel or a second", async || {
        let seen = page.script(panel, Vec::new()).await?;
        let passed = moment(&seen) - moment(&begun) > 1000.0;
        Ok((seen[0] == true || passed).then_some(seen[0] == true))
    })
    .await
}

/// The backup that the panel offers, where anything was stored.
async fn rescue(page: &Page, case: &str, stored: bool) -> Outcome<Option<Vec<u8>>> {
    assert!(!page.reads("notice").await?.is_empty(), "{case}");
    if !stored {
        return Ok(None);
    }
    page.press(names::DOWNLOAD).await?;
    let (name, bytes) = page.downloaded().await?;
    assert!(name.starts_with("mindset-backup-"), "{case}: {name}");
    Ok(Some(bytes))
}
