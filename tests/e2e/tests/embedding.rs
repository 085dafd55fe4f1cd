//! What passes between the questionnaire and the page around it.

use e2e::Outcome;
use e2e::engine::{Engine, Need};
use e2e::host::Host;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use serde_json::{Value, json};
use thirtyfour::Key;

#[test]
fn without_leave_to_frame_it_says_so_and_offers_a_link() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let site = page.site().origin();
        let policy = format!("default-src 'none'; script-src 'self' {site}");
        let host = Host::open(page, "plain.html", Some(policy)).await?;
        let heard = host.hears("error").await?;
        assert_eq!(
            heard,
            json!({"v": 1, "code": "blocked", "recoverable": true})
        );
        let said = host.panel().await?;
        assert!(said.contains("frame-src") && said.contains("tab"), "{said}");
        Ok(())
    });
}

#[test]
fn the_frame_follows_its_content_up_and_down() {
    for width in [320, 768, 1440] {
        run(
            Setup::desk()
                .language(Language::En)
                .size(width, 800, 1.0)
                .noisy(),
            async |page| {
                let host = Host::open(page, "plain.html", None).await?;
                let start = host.fits(0).await?;
                host.begin(0).await?;
                page.to_statements().await?;
                let question = host.fits(0).await?;
                assert!(question < start, "{question} after {start}");
                host.enter(0).await?;
                assert_eq!(page.sideways().await?, Vec::<String>::new());
                page.press(names::STOP).await?;
                page.screen("start").await?;
                // What can be continued takes no room: it would tell what is stored.
                page.until("the first screen's height", async || {
                    let (frame, content) = host.heights(0).await?;
                    Ok((frame == start && content > frame).then_some(()))
                })
                .await?;
                host.leave().await?;
                assert_eq!(page.sideways().await?, Vec::<String>::new());
                Ok(())
            },
        );
    }
}

#[test]
fn at_320_px_nothing_scrolls_inside() {
    run(Setup::phone().noisy(), async |page| {
        let host = Host::open(page, "narrow.html", None).await?;
        host.fits(0).await?;
        host.enter(0).await?;
        let script = "const page = document.scrollingElement;
            return [innerWidth, page.scrollHeight - innerHeight, page.scrollWidth - innerWidth]";
        let inside = page.script(script, Vec::new()).await?;
        assert_eq!(inside, json!([320, 0, 0]));
        Ok(())
    });
}

/// Says yes to the request for scores that is on screen.
async fn say_yes(page: &Page) -> Outcome {
    // Only Chromium can say that nothing lies over it; elsewhere it is asked twice.
    if page.engine() == Engine::Chromium {
        page.request_is_seen("sure").await?;
        return page.press(names::SHARE_SCORES).await;
    }
    page.request_is_seen("unsure").await?;
    page.press(names::SHARE_SCORES).await?;
    page.request_is_seen("unsure").await?;
    page.press(names::SHARE_SCORES_SURE).await
}

#[test]
fn scores_go_to_a_host_only_after_a_yes() {
    run(
        Setup::phone().language(Language::En).noisy(),
        async |page| {
            let instrument = Instrument::read()?;
            let answers = instrument.varied();
            let host = Host::open(page, "summary.html", None).await?;
            host.enter(0).await?;
            assert!(page.text().await?.contains("Noor de Wit"));
            page.on_to_result(&instrument, &answers).await?;
            host.hears("complete").await?;
            let before = host.heard().await?;
            assert!(before.iter().all(|(name, _)| name != "summary"));
            host.enter(0).await?;
            assert!(page.text().await?.contains("http://localhost"));
            say_yes(page).await?;
            let summary = host.hears("summary").await?;
            let expected = instrument.percents(&answers);
            let scores = summary["scores"].as_array().ok_or("a list of scores")?;
            assert_eq!(scores.len(), expected.len());
            for score in scores {
                let scale = score["scaleId"].as_str().unwrap_or_default();
                // As it was shown: more decimals would say more of what was answered.
                let shown = (expected[scale] * 10.0).round() / 10.0;
                assert_eq!(score["percent"].as_f64(), Some(shown), "{scale}");
            }
            Ok(())
        },
    );
}

#[test]
fn a_score_of_fewer_than_four_answers_is_in_no_request_and_no_message() {
    run(
        Setup::phone().language(Language::En).noisy(),
        async |page| {
            let instrument = Instrument::custom("few-answers")?;
            // Each theme has a percent of its own: 91.7, 25 and, of three answers, 58.3.
            let values = [5, 4, 5, 2, 3, 1, 2, 4, 2, 4];
            let answers = instrument.order().into_iter().zip(values).collect();
            let host =
                Host::open(page, "custom-of.html?share&src=/answers/few-answers", None).await?;
            host.enter(0).await?;
            page.on_to_result(&instrument, &answers).await?;
            let scores = page.percents().await?;
            assert!(scores.values().all(Option::is_some), "{scores:?}");
            let script = "return [...document.querySelectorAll('[data-section=host] .promise')]
                .map((row) => [row.querySelector('dt').innerText, row.querySelector('dd').innerText])";
            let request = page.script(script, Vec::new()).await?;
            let untold = "is not shared: fewer than four answers";
            assert_eq!(
                request,
                json!([
                    ["The theme three", untold],
                    ["The theme four", "25"],
                    ["The theme skipped", untold]
                ])
            );
            say_yes(page).await?;
            let summary = host.hears("summary").await?;
            assert_eq!(
                summary["scores"],
                json!([
                    {"scaleId": "three", "percent": null},
                    {"scaleId": "four", "percent": 25},
                    {"scaleId": "skipped", "percent": null}
                ])
            );
            // What a host calls for gives it nothing either.
            host.leave().await?;
            let call = "return document.querySelector('mindset-mirror').exportData('json')
                .then((given) => String(given))";
            assert_eq!(page.script(call, Vec::new()).await?, "undefined");
            let received = page.script("return window.received", Vec::new()).await?;
            let received: Vec<Value> = serde_json::from_value(received)?;
            assert!(received.iter().any(|one| one["mindset"] == "answer"));
            let told = received
                .iter()
                .filter(|one| one.to_string().contains("percent"));
            let told: Vec<&Value> = told.map(|one| &one["name"]).collect();
            assert_eq!(told, ["summary"]);
            Ok(())
        },
    );
}

#[test]
fn the_id_that_a_host_hears_is_none_of_the_file_or_of_what_is_stored_and_another_one_in_each_visit()
{
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "summary.html", None).await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        let file = page.save().await?.document.to_string();
        page.open_part("overview").await?;
        let mut visits = Vec::new();
        for _ in 0..2 {
            say_yes(page).await?;
            host.hears("summary").await?;
            let heard = host.heard().await?;
            let ids = heard
                .iter()
                .filter_map(|(_, detail)| detail["attemptId"].as_str());
            let mut ids: Vec<String> = ids.map(str::to_owned).collect();
            ids.dedup();
            assert_eq!(ids.len(), 1, "one in a visit: {heard:?}");
            visits.append(&mut ids);
            host.leave().await?;
            page.driver().refresh().await?;
            host.enter(0).await?;
            page.my_data().await?;
            page.open_result().await?;
        }
        assert_ne!(visits[0], visits[1]);
        let stored = serde_json::to_string(&page.stored_at_rest().await?)?;
        for id in visits {
            assert!(!stored.contains(&id), "{id} in what is stored");
            assert!(!file.contains(&id), "{id} in the file");
        }
        Ok(())
    });
}

#[test]
fn what_a_host_asks_for_is_put_before_the_rep() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "plain.html", None).await?;
        host.enter(0).await?;
        page.on_to_result(&instrument, &instrument.varied()).await?;
        let call = async |method: &str, given: &str| {
            host.leave().await?;
            let script = format!(
                "return document.querySelector('mindset-mirror').{method}({given}).then(() => 'taken', (error) => error.message)"
            );
            let answer = page.script(&script, Vec::new()).await?;
            host.enter(0).await?;
            Ok::<_, Box<dyn std::error::Error>>(answer)
        };
        assert_eq!(call("restart", "").await?, "taken");
        page.screen("start").await?;
        assert_eq!(call("exportData", "'csv'").await?, "taken");
        page.screen("result").await?;
        assert!(page.reads("preview").await?.contains("accountability"));
        assert_ne!(call("exportData", "'answers'").await?, "taken");
        assert_eq!(call("deleteAllData", "").await?, "taken");
        page.screen("data").await?;
        // One press that was meant for something else deletes nothing.
        assert!(page.find(names::DELETE_ALL_YES).await?.is_none());
        assert!(page.find(names::DELETE_ALL).await?.is_some());
        assert_ne!(call("importData", "'text'").await?, "taken");
        Ok(())
    });
}

#[test]
fn a_plain_frame_shows_it_too() {
    run(
        Setup::phone().language(Language::En).noisy(),
        async |page| {
            let host = Host::open(page, "frame.html", None).await?;
            host.to_plain_frame().await?;
            let instrument = Instrument::read()?;
            page.screen("start").await?;
            page.on_to_result(&instrument, &instrument.varied()).await?;
            Ok(())
        },
    );
}

#[test]
fn a_call_is_refused_when_the_frame_is_loaded_anew_before_it_has_answered() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.hears("ready").await?;
        host.enter(0).await?;
        // A file that never comes: the page cannot answer.
        let never = "Blob.prototype.arrayBuffer = () => new Promise(() => {})";
        page.script(never, Vec::new()).await?;
        host.leave().await?;
        let call = "window.outcomes = [];
            const one = document.querySelector('mindset-mirror');
            one.importData(new Blob(['{}']))
              .then(() => outcomes.push('taken'), (error) => outcomes.push(error.message));
            return one.start().then(() => outcomes)";
        let outcomes = page.script(call, Vec::new()).await?;
        assert_eq!(
            outcomes,
            json!([]),
            "the later call alone has been answered"
        );
        host.enter(0).await?;
        page.script("setTimeout(() => location.reload())", Vec::new())
            .await?;
        page.until("the end of the open call", async || {
            host.leave().await?;
            let outcomes = page.script("return outcomes", Vec::new()).await?;
            Ok((outcomes == json!(["the questionnaire has gone"])).then_some(()))
        })
        .await?;
        page.until("that it is ready anew", async || {
            let heard = host.heard().await?;
            let ready = heard.iter().filter(|(name, _)| name == "ready");
            Ok((ready.count() == 2).then_some(()))
        })
        .await?;
        let call = "return document.querySelector('mindset-mirror').start().then(() => 'taken')";
        assert_eq!(page.script(call, Vec::new()).await?, "taken");
        Ok(())
    });
}

/// Shows another page in the frame of the element, one without an origin. It says hello with each
/// of these tokens in place of the one in the frame's address, for which `null` stands; gives those
/// with which it was taken for ours.
const OPAQUE: &str = "
    const [tokens, done] = arguments;
    const frame = document.querySelector('mindset-mirror').shadowRoot.querySelector('iframe');
    const own = new URL(frame.src).hash.slice(1);
    const hellos = tokens.map((token, place) => ({ mindset: 'hello', v: 1, nonce: `n-${place}`, token: token ?? own }));
    const page = `<script>
        onmessage = ({ data }) => parent.postMessage({ got: data }, '*');
        for (const hello of ${JSON.stringify(hellos)}) parent.postMessage(hello, '*');
        parent.postMessage({ got: 'begun' }, '*');
      </${''}script>`;
    const taken = [];
    addEventListener('message', ({ source, data: { got } }) => {
      if (source !== frame.contentWindow) return;
      // After every hello, and with its answer, if any, before this one.
      if (got === 'begun') source.postMessage('end', '*');
      else if (got === 'end') done(taken);
      else if (got?.mindset === 'init') taken.push(tokens[Number(got.nonce.slice(2))]);
    });
    frame.contentWindow.location = `data:text/html,${encodeURIComponent(page)}`;
";

/// Which of these tokens of strange pages without an origin the element in the document at hand
/// takes for that of its own page.
async fn taken_for_ours(page: &Page) -> Outcome<Value> {
    let strange = json!(["", "0-0-0-0", "1-2-3-4", "own", null]);
    let found = page.driver().execute_async(OPAQUE, vec![strange]).await?;
    Ok(found.json().clone())
}

#[test]
fn another_page_without_an_origin_is_not_taken_for_ours() {
    let setup = Setup::keyboard().size(1280, 2600, 1.0);
    run(setup.language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.hears("ready").await?;
        assert_eq!(taken_for_ours(page).await?, json!([]));
        Ok(())
    });
}

#[test]
fn in_a_sandbox_where_ours_has_no_origin_either_another_page_is_not_taken_for_ours() {
    let setup = Setup::keyboard().size(1280, 2600, 1.0).needs(Need::Sandbox);
    run(setup.language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "sandboxed.html", None).await?;
        host.enter_sandbox().await?;
        host.to_plain_frame().await?;
        // Only its token tells it.
        assert_eq!(taken_for_ours(page).await?, json!([null]));
        Ok(())
    });
}

/// What anybody can send to a page: wrong senders, wrong shapes, wrong types, far too much.
const HOSTILE: &str = "
    const done = arguments[0];
    const frame = document.querySelector('mindset-mirror').shadowRoot.querySelector('iframe');
    const other = document.body.appendChild(document.createElement('iframe'));
    const words = ['hello', 'init', 'event', 'height', 'room', 'turn', 'answer', 'call', 'view', 'focus', '__proto__', '', null, 7, {}];
    const deep = {}; let at = deep; for (let n = 0; n < 500; n++) at = at.more = {};
    const values = [0, -1, 1e9, NaN, Infinity, '1', null, undefined, [], {}, true, 'x'.repeat(20000), deep];
    for (let n = 0; n < 10000; n++) {
      const pick = (list) => list[(n * 7919 + list.length * 31) % list.length];
      const message = n % 17 === 0 ? pick(values) : {
        mindset: words[n % words.length], v: n % 5 ? 1 : pick(values), nonce: n % 3 ? 'abc' : pick(values),
        name: n % 2 ? 'complete' : '__proto__', detail: n % 4 ? { attemptId: 'evil', status: 'saved', scores: [] } : pick(values),
        height: pick(values), id: n % 4 ? 1 : pick(values), method: n % 2 ? 'deleteAllData' : 'importData', given: pick(values), taken: true,
      };
      const ports = n % 11 === 0 ? [new MessageChannel().port2] : [];
      // To the host by itself, by another frame's hand, and into the frame.
      if (n % 3 === 0) postMessage(message, '*', ports);
      else if (n % 3 === 1) { other.contentWindow.parent.postMessage(message, '*', ports); dispatchEvent(new MessageEvent('message', { data: message, origin: new URL(frame.src).origin, source: other.contentWindow })); }
      else frame.contentWindow.postMessage(message, '*', ports);
    }
    // All of them have been delivered when one that was sent last is.
    const channel = new MessageChannel();
    channel.port1.onmessage = () => setTimeout(() => { other.remove(); done(true); }, 200);
    channel.port2.postMessage(0);
";

#[test]
fn ten_thousand_hostile_messages_change_nothing() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        let height = host.fits(0).await?;
        host.enter(0).await?;
        let (before, stored) = (page.sight().await?, page.stored_at_rest().await?);
        let heard = host.heard().await?;
        page.driver().execute_async(HOSTILE, Vec::new()).await?;
        assert_eq!(host.heard().await?, heard);
        assert_eq!(host.state().await?["errors"], json!([]));
        assert!((host.fits(0).await? - height).abs() < 1.5);
        host.enter(0).await?;
        assert_eq!(
            (page.sight().await?, page.stored().await?),
            (before, stored)
        );
        Ok(())
    });
}

#[test]
fn an_element_that_comes_and_goes_two_hundred_times_leaves_nothing_behind() {
    // Counts what is listened for on window and document.
    const COUNT: &str = "
        window.listening = 0;
        for (const target of [window, document]) {
          const { addEventListener: add, removeEventListener: remove } = target;
          target.addEventListener = function (type, call, options) {
            window.listening += 1;
            options?.signal?.addEventListener('abort', () => { window.listening -= 1; });
            return add.call(this, type, call, options);
          };
          target.removeEventListener = function (...all) { window.listening -= 1; return remove.apply(this, all); };
        }";
    const COME_AND_GO: &str = "
        const one = document.querySelector('mindset-mirror');
        const [parent, before] = [one.parentNode, window.listening];
        for (let n = 0; n < 200; n++) { one.remove(); parent.append(one); }
        const after = window.listening;
        one.remove();
        const result = [before === after, one.shadowRoot.querySelectorAll('iframe').length, window.length, window.listening];
        parent.append(one);
        return result";
    let setup = Setup::desk().language(Language::En).before(COUNT).noisy();
    run(setup, async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.fits(0).await?;
        host.leave().await?;
        let base = "return window.listening";
        let with_one = page.script(base, Vec::new()).await?;
        let left = page.script(COME_AND_GO, Vec::new()).await?;
        let own = left[3].as_i64().unwrap_or(99);
        assert_eq!(left, json!([true, 0, 0, own]));
        assert!(own < with_one.as_i64().unwrap_or(0));
        host.fits(0).await?;
        Ok(())
    });
}

#[test]
fn a_moved_element_goes_on_where_it_was() {
    let setup = Setup::desk().language(Language::En).noisy();
    run(setup.needs(Need::MoveBefore), async |page| {
        let instrument = Instrument::read()?;
        let host = Host::open(page, "plain.html", None).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        let first = instrument.order()[0].clone();
        page.answer(&first, Some(4)).await?;
        host.leave().await?;
        let script = "const one = document.querySelector('mindset-mirror');
            document.body.prepend(document.createElement('hr'));
            document.body.moveBefore(one, document.querySelector('hr'));";
        page.script(script, Vec::new()).await?;
        host.enter(0).await?;
        let second = &instrument.order()[1];
        page.see("the next statement", |sight| &sight.item == second)
            .await?;
        Ok(())
    });
}

#[test]
fn a_host_page_with_the_questionnaire_inside_is_accessible() {
    for language in Language::ALL {
        run(Setup::phone().language(language).noisy(), async |page| {
            let host = Host::open(page, "plain.html", None).await?;
            host.fits(0).await?;
            host.leave().await?;
            page.accessible("a host page").await?;
            host.enter(0).await?;
            page.accessible("inside a host page").await
        });
    }
}

#[test]
fn the_keyboard_goes_into_through_and_out_of_the_frame() {
    run(
        Setup::keyboard().language(Language::En).noisy(),
        async |page| {
            let host = Host::open(page, "plain.html", None).await?;
            host.fits(0).await?;
            host.leave().await?;
            let focus = "document.querySelector('main a').focus()";
            page.script(focus, Vec::new()).await?;
            let mut been = Vec::new();
            for _ in 0..40 {
                page.keys(Key::Tab).await?;
                let script =
                    "const at = document.activeElement; return at.localName + (at.hash ?? '')";
                let at = page.script(script, Vec::new()).await?;
                been.push(at.as_str().unwrap_or_default().to_owned());
                if at == "a#after" {
                    break;
                }
            }
            let inside = been.iter().filter(|at| *at == "mindset-mirror").count();
            assert!(inside >= 5, "{been:?}");
            assert_eq!(been.last().map(String::as_str), Some("a#after"), "{been:?}");
            Ok(())
        },
    );
}

#[test]
fn one_way_back_leaves_a_site_of_one_page_whatever_was_answered() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        page.script("history.pushState({}, '', '#questionnaire')", Vec::new())
            .await?;
        let entries = page.script("return history.length", Vec::new()).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        page.choose("4", 3).await?;
        page.press(names::BACK).await?;
        page.choose("3", 2).await?;
        // To the text, past the head, as with a keyboard.
        let token = page.script("return location.hash", Vec::new()).await?;
        let script = "document.querySelector('a[href=\"#main\"]').click();
             return [location.hash, document.activeElement.id]";
        let went = page.script(script, Vec::new()).await?;
        assert_eq!(went, json!([token, "main"]));
        page.press(names::STOP).await?;
        page.screen("start").await?;
        host.leave().await?;
        let now = page.script("return history.length", Vec::new()).await?;
        assert_eq!(now, entries);
        page.driver().back().await?;
        page.until("the host's page before", async || {
            let hash = page.script("return location.hash", Vec::new()).await?;
            Ok((hash == json!("")).then_some(()))
        })
        .await
    });
}

#[test]
fn going_on_after_a_stop_is_a_start_for_the_host() {
    run(Setup::desk().language(Language::En).noisy(), async |page| {
        let host = Host::open(page, "plain.html", None).await?;
        host.begin(0).await?;
        page.to_statements().await?;
        page.choose("4", 3).await?;
        page.press(names::STOP).await?;
        page.press(names::CONTINUE).await?;
        page.screen("question").await?;
        let starts = page
            .until("a second start", async || {
                let heard = host.heard().await?.into_iter();
                let starts: Vec<_> = heard.filter(|(name, _)| name == "start").collect();
                Ok((starts.len() > 1).then_some(starts))
            })
            .await?;
        assert_eq!(starts.len(), 2, "{starts:?}");
        assert_eq!(starts[0].1["attemptId"], starts[1].1["attemptId"]);
        Ok(())
    });
}
