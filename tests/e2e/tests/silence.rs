//! A host learns nothing that was not said yes to: whatever is answered, the page in the frame
//! sends it the same.

use e2e::Outcome;
use e2e::host::Host;
use e2e::instrument::{Answers, Instrument};
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Every message that the frame has sent since the reader has begun, without random ids. Those of
/// before say how it was loaded.
async fn received(page: &Page, host: &Host<'_>) -> Outcome<Vec<Value>> {
    host.leave().await?;
    let received = page.script("return window.received", Vec::new()).await?;
    let mut received: Vec<Value> = serde_json::from_value(received)?;
    let begun = received.iter().position(|one| one["name"] == "start");
    received.drain(..begun.ok_or("nobody has begun")?);
    for message in &mut received {
        if let Some(id) = message.pointer_mut("/detail/attemptId") {
            *id = json!("random");
        }
    }
    Ok(received)
}

/// A questionnaire, and a page of a curious host that shows it.
#[derive(Clone, Copy)]
struct Asked {
    host_page: &'static str,
    instrument: fn() -> Outcome<Instrument>,
}

const OURS: Asked = Asked {
    host_page: "silence.html",
    instrument: Instrument::read,
};

/// Statements of three words and of sixty in turn.
const UNEVEN: Asked = Asked {
    host_page: "custom-of.html?share&src=/answers/uneven",
    instrument: || Instrument::custom("uneven"),
};

/// One journey: situation, statements, review, result and its folds, and a text of one's own.
async fn journey(
    page: &Page,
    host_page: &str,
    instrument: &Instrument,
    answers: &Answers,
    text: &str,
) -> Outcome<Vec<Value>> {
    let host = Host::open(page, host_page, None).await?;
    host.enter(0).await?;
    page.on_to_result(instrument, answers).await?;
    page.unfold().await?;
    let parts = "return [...document.querySelectorAll('[data-result-part]')].map(e => e.dataset.resultPart)";
    let parts: Vec<String> = serde_json::from_value(page.script(parts, Vec::new()).await?)?;
    for part in &parts {
        page.open_part(part).await?;
    }
    page.open_part("sharing").await?;
    let field = "return [...document.querySelectorAll('textarea, input[type=text]')].find((one) => one.checkVisibility())";
    let field = page.driver().execute(field, Vec::new()).await?.element()?;
    page.work(&field).await?;
    field.send_keys(text).await?;
    page.press(names::SHARE_NOTHING).await?;
    host.hears("complete").await?;
    received(page, &host).await
}

/// Other answers than these: each the opposite.
fn turned(answers: &Answers) -> Answers {
    let turned = answers
        .iter()
        .map(|(item, value)| (item.clone(), 6 - value));
    turned.collect()
}

/// The messages of a journey with these answers, in a browser of its own.
fn messages_of(
    setup: Setup,
    asked: Asked,
    answers: fn(&Instrument) -> Answers,
    text: &'static str,
) -> Vec<Value> {
    let messages = std::rc::Rc::new(std::cell::RefCell::new(Vec::new()));
    let taken = messages.clone();
    run(setup, async |page| {
        let instrument = (asked.instrument)()?;
        let answers = answers(&instrument);
        taken.replace(journey(page, asked.host_page, &instrument, &answers, text).await?);
        Ok(())
    });
    messages.take()
}

fn same_whatever_is_answered(setup: fn() -> Setup, asked: Asked) {
    let setup = || setup().language(Language::En).noisy();
    let one = messages_of(setup(), asked, Instrument::varied, "x");
    let long = "Something quite long that I would not like anybody else to read, ever.";
    let other = messages_of(setup(), asked, |all| turned(&all.varied()), long);
    assert!(one.iter().any(|message| message["name"] == "complete"));
    assert_eq!(one, other);
    let progress = one.iter().filter(|message| message["name"] == "progress");
    let pages = (asked.instrument)().expect("the questionnaire").pages();
    assert_eq!(progress.count(), pages.len());
    // Of a page of statements the host learns that it begins, how high it is, that it has the focus,
    // and that it is done: when each was answered stays here.
    let screens = one.split(|message| message["mindset"] == "turn");
    let of_statements = screens.filter(|sent| sent.iter().any(|it| it["name"] == "progress"));
    for sent in of_statements {
        let kinds: Vec<&str> = sent
            .iter()
            .filter_map(|it| it["mindset"].as_str())
            .collect();
        assert_eq!(kinds, ["height", "focus", "event"]);
    }
}

#[test]
fn on_a_phone_the_host_receives_the_same_whatever_is_answered() {
    same_whatever_is_answered(Setup::phone, OURS);
}

#[test]
fn on_a_desk_the_host_receives_the_same_whatever_is_answered() {
    same_whatever_is_answered(Setup::desk, OURS);
}

#[test]
fn by_the_keyboard_the_host_receives_the_same_whatever_is_answered() {
    same_whatever_is_answered(Setup::keyboard, OURS);
}

#[test]
fn at_320_px_the_host_receives_the_same_of_very_uneven_statements() {
    same_whatever_is_answered(|| Setup::phone().size(320, 800, 2.0), UNEVEN);
}

#[test]
fn at_1280_px_the_host_receives_the_same_of_very_uneven_statements() {
    same_whatever_is_answered(|| Setup::desk().size(1280, 800, 1.0), UNEVEN);
}

#[test]
fn a_host_begins_nothing_and_opens_no_result_of_before() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "plain.html", None).await?;
        let call = async |method: &str| {
            host.leave().await?;
            let script = format!(
                "return document.querySelector('mindset-mirror').{method}.then(() => 'taken', (error) => error.message)"
            );
            let answer = page.script(&script, Vec::new()).await?;
            host.enter(0).await?;
            Ok::<_, Box<dyn std::error::Error>>(answer)
        };
        host.hears("ready").await?;
        assert_eq!(call("start()").await?, "taken");
        page.screen("start").await?;
        assert!(page.stored().await?.is_empty());
        page.on_to_result(&instrument, &instrument.varied()).await?;
        page.stored_at_rest().await?;
        host.leave().await?;
        page.driver().refresh().await?;
        host.hears("ready").await?;
        assert_eq!(call("exportData('ics')").await?, "taken");
        page.screen("data").await?;
        Ok(())
    });
}

/// What the first screen has sent since it is there: its heights and where the focus is. A height of
/// before is that of the page while it loads.
async fn opening(page: &Page, host: &Host<'_>) -> Outcome<Vec<Value>> {
    host.hears("ready").await?;
    host.enter(0).await?;
    page.screen("start").await?;
    // From the first control to the last.
    let focus = "for (const one of document.querySelectorAll('a[href], button, summary, input')) one.focus();
        return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";
    page.script(focus, Vec::new()).await?;
    host.leave().await?;
    let received = page.script("return window.received", Vec::new()).await?;
    let received: Vec<Value> = serde_json::from_value(received)?;
    let layout = received
        .into_iter()
        .skip_while(|one| one["mindset"] != "turn")
        .filter(|one| {
            let kind = one["mindset"].as_str();
            matches!(kind, Some("height" | "focus" | "room" | "turn"))
        });
    Ok(layout.collect())
}

#[test]
fn the_first_screen_tells_the_host_the_same_whatever_is_stored() {
    for width in [320, 1280] {
        let setup = Setup::phone().language(Language::En).noisy();
        run(setup.size(width, 800, 1.0), async |page| {
            let instrument = Instrument::read()?;
            let host = Host::open(page, "silence.html", None).await?;
            let nothing = opening(page, &host).await?;
            host.enter(0).await?;
            page.on_to_result(&instrument, &instrument.varied()).await?;
            page.stored_at_rest().await?;
            host.leave().await?;
            page.driver().refresh().await?;
            assert_eq!(opening(page, &host).await?, nothing, "with a result");
            host.begin(0).await?;
            page.to_statements().await?;
            page.answer(&instrument.order()[0], Some(3)).await?;
            page.stored_at_rest().await?;
            host.leave().await?;
            page.driver().refresh().await?;
            assert_eq!(opening(page, &host).await?, nothing, "with one to continue");
            // What has no room is reached by scrolling inside.
            host.enter(0).await?;
            page.press(names::CONTINUE).await?;
            page.screen("question").await?;
            Ok(())
        });
    }
}

/// How often a height was sent for each screen, in their order.
fn heights(received: &[Value]) -> Vec<usize> {
    let screens = received.split(|message| message["mindset"] == "turn");
    let count = |sent: &[Value]| sent.iter().filter(|it| it["mindset"] == "height").count();
    screens.map(count).collect()
}

#[test]
fn a_host_that_changes_the_width_receives_one_height_of_a_page_of_statements() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "silence.html", None).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        for (n, item) in instrument.order().iter().take(4).enumerate() {
            host.leave().await?;
            let width = ["560px", "240px", "700px", "200px"][n];
            let script = format!(
                "const element = document.querySelector('mindset-mirror');
                 element.style.width = '{width}';
                 return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
            );
            page.script(&script, Vec::new()).await?;
            host.enter(0).await?;
            page.answer(item, Some(3)).await?;
        }
        let heights = heights(&received(page, &host).await?);
        assert_eq!(heights.last(), Some(&1), "{heights:?}");
        Ok(())
    });
}

#[test]
fn a_reader_who_goes_beside_the_statements_and_back_tells_the_host_nothing() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let order = Instrument::read()?.order();
        let host = Host::open(page, "silence.html", None).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        for (n, item) in order.iter().take(3).enumerate() {
            page.answer(item, Some(1 + n as u8)).await?;
            page.speak(Language::Nl).await?;
            page.speak(Language::En).await?;
        }
        let received = received(page, &host).await?;
        let page_of_statements = received.rsplit(|message| message["mindset"] == "turn");
        let sent = page_of_statements.into_iter().next().ok_or("a page")?;
        let kinds: Vec<&Value> = sent.iter().map(|it| &it["mindset"]).collect();
        assert_eq!(kinds, ["height", "focus"], "{sent:?}");
        Ok(())
    });
}

#[test]
fn a_statement_that_one_goes_back_to_is_as_high_answered_as_skipped() {
    let setup = Setup::phone().size(320, 800, 2.0).language(Language::En);
    run(setup.noisy(), async |page| {
        let instrument = Instrument::custom("long-skip")?;
        let host_page = "custom-of.html?src=/answers/long-skip";
        let host = Host::open(page, host_page, None).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        let of_page = instrument.pages()[0];
        let order = instrument.order();
        for item in &order[..of_page] {
            page.answer(item, Some(4)).await?;
        }
        let mut heights = Vec::new();
        for is_skipped in [false, true] {
            if is_skipped {
                page.press(names::LONG_SKIP).await?;
            }
            page.screen("interlude").await?;
            page.press(names::BACK).await?;
            page.screen("question").await?;
            let received = received(page, &host).await?;
            let last = received
                .rsplit(|message| message["mindset"] == "turn")
                .next();
            let mut last = last.into_iter().flatten();
            let height = last.find_map(|message| message["height"].as_u64());
            heights.push(height.ok_or("a height")?);
            host.enter(0).await?;
        }
        assert_eq!(heights[0], heights[1]);
        Ok(())
    });
}

#[test]
fn a_fragment_that_a_host_puts_behind_the_address_finds_no_field() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "silence.html", None).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        let has_focus = async |id: &str| {
            host.leave().await?;
            let script = "const [id] = arguments;
                document.querySelector('a').focus();
                const frame = document.querySelector('mindset-mirror').shadowRoot.querySelector('iframe');
                frame.contentWindow.location.replace(`${frame.src.split('#')[0]}#${id}`)";
            page.script(script, vec![json!(id)]).await?;
            host.enter(0).await?;
            page.until("the fragment", async || {
                let hash = page.script("return location.hash", Vec::new()).await?;
                Ok((hash == format!("#{id}").as_str()).then_some(()))
            })
            .await?;
            host.leave().await?;
            let script = "return document.activeElement.localName";
            let active = page.script(script, Vec::new()).await?;
            Ok::<_, Box<dyn std::error::Error>>(active == "mindset-mirror")
        };
        // What is on every screen is found, which says nothing.
        assert!(has_focus("main").await?);
        let item = &instrument.order()[0];
        for value in 1..=5 {
            assert!(!has_focus(&format!("question-{item}-{value}")).await?);
        }
        host.enter(0).await?;
        page.answer_from(0, &instrument, &instrument.varied())
            .await?;
        page.press(names::TO_RESULT).await?;
        page.screen("result").await?;
        // The ids that are there, without what is random in them.
        let script =
            "return [...document.querySelectorAll('[data-part=root] [id]')].map((one) => one.id)";
        let ids = page.script(script, Vec::new()).await?;
        let ids: Vec<String> = serde_json::from_value(ids)?;
        let guessed = ids.iter().filter_map(|id| id.get(36..));
        let guessed: Vec<&str> = guessed.filter(|id| id.starts_with("belief-")).collect();
        assert!(!guessed.is_empty(), "{ids:?}");
        for id in guessed {
            assert!(!has_focus(id).await?, "{id}");
        }
        Ok(())
    });
}

#[test]
fn a_statement_that_is_changed_from_the_review_has_no_height() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "silence.html", None).await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        page.press(names::ANSWERS).await?;
        page.screen("review").await?;
        let row = "return document.querySelector('.answer-button')";
        let row = page.driver().execute(row, Vec::new()).await?.element()?;
        page.work(&row).await?;
        page.screen("question").await?;
        let heights = heights(&received(page, &host).await?);
        // The review, the result, the review again, and the statement.
        assert_eq!(heights[heights.len() - 4..], [0; 4], "{heights:?}");
        Ok(())
    });
}

/// Holds that nobody has seen the request of a host, for longer than it is to be in sight.
async fn stays_unseen(page: &Page) -> Outcome {
    page.request_is_seen("no").await?;
    let begun = Instant::now();
    page.until("longer than a request is to be in sight", async || {
        Ok((begun.elapsed() > Duration::from_millis(1500)).then_some(()))
    })
    .await?;
    page.request_is_seen("no").await
}

#[test]
fn a_yes_counts_only_after_the_request_was_seen() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "silence.html", None).await?;
        host.leave().await?;
        // As a host would that lets its reader press what the reader does not see.
        let hide = "document.querySelector('mindset-mirror').style.opacity = '0.01'";
        page.script(hide, Vec::new()).await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        for button in [names::SHARE_SCORES, names::SHARE_SCORES_SURE] {
            stays_unseen(page).await?;
            page.press(button).await?;
        }
        assert!(page.text().await?.contains("Are you sure?"));
        let heard = host.heard().await?;
        assert!(heard.iter().all(|(name, _)| name != "summary"));
        Ok(())
    });
}

#[test]
fn a_request_of_which_the_buttons_alone_are_in_sight_was_not_seen() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "silence.html", None).await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        page.request_is_seen("sure").await?;
        let crop = async |style: &str| {
            host.leave().await?;
            let script = format!("document.querySelector('main').style = '{style}'");
            page.script(&script, Vec::new()).await?;
            host.enter(0).await
        };
        crop("position: fixed; inset: calc(50% - 45px) 0; overflow: hidden").await?;
        stays_unseen(page).await?;
        crop("").await?;
        page.request_is_seen("sure").await
    });
}
