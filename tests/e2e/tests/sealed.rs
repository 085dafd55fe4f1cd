//! A result under a passphrase, and an independent program that reads and writes the same format.

use e2e::Outcome;
use e2e::instrument::Instrument;
use e2e::names;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::site::Fault;
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::Key;

in_both_languages! {
    opening_and_sealing_run_beside_the_page_and_can_be_stopped: Setup::desk() => stopped;
    a_file_of_another_program_opens_as_text_and_says_when_no_passphrase_does: Setup::phone() => others;
    a_sealed_result_opens_elsewhere_and_here: Setup::phone() => there_and_here;
    a_sealed_result_opens_elsewhere_and_here_on_a_desk: Setup::desk() => there_and_here;
}

const PASSPHRASE: &str = "paars ontbijt fluit dinsdag";

/// What the independent program says: whether it did it.
fn age(what: &str, passphrase: &str, from: &Path, to: &Path) -> Outcome<bool> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tools/judges/sealed.mjs");
    let ran = Command::new("node")
        .arg(script)
        .args([what, passphrase])
        .args([from, to])
        .output()?;
    match ran.status.code() {
        Some(0) => Ok(true),
        Some(3) => Ok(false),
        _ => Err(String::from_utf8_lossy(&ran.stderr).into_owned().into()),
    }
}

/// Types over what stands in the field.
async fn write(page: &Page, passphrase: &str) -> Outcome {
    let field = page
        .until("the field", async || page.find(names::PASSPHRASE).await)
        .await?;
    field.send_keys(Key::Control + "a").await?;
    field.send_keys(passphrase).await?;
    Ok(())
}

async fn there_and_here(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    page.press(names::SEALED).await?;
    let said = names::NO_RECOVERY.text(page.language());
    assert!(page.text().await?.contains(said));
    write(page, PASSPHRASE).await?;
    page.press(names::VIEW_FILE).await?;
    let seen = page.reads("preview").await?;
    page.accessible("behind a passphrase").await?;
    page.press(names::SEAL).await?;
    let (name, bytes) = page.downloaded().await?;
    assert!(name.ends_with(".json.age"), "{name}");

    let sealed = page.file("sealed.age", &bytes)?;
    let opened = sealed.with_file_name("opened.json");
    assert!(!age(
        "open",
        "paars ontbijt fluit woensdag",
        &sealed,
        &opened
    )?);
    assert!(age("open", PASSPHRASE, &sealed, &opened)?);
    let file: serde_json::Value = serde_json::from_slice(&std::fs::read(&opened)?)?;
    assert_eq!(file["format"], "mindset-mirror-result");
    let id = file["exportId"].as_str().unwrap_or_default();
    assert!(seen.contains(id), "what was looked at");

    let foreign: PathBuf = sealed.with_file_name("foreign.age");
    assert!(age("seal", PASSPHRASE, &opened, &foreign)?);
    page.my_data().await?;
    page.open_file(names::OPEN_FILE, &foreign).await?;
    write(page, "een heel andere zin").await?;
    page.press(names::UNSEAL).await?;
    page.reads("error").await?;
    page.accessible("a passphrase that is refused").await?;
    write(page, PASSPHRASE).await?;
    page.press(names::UNSEAL).await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

/// Counts the workers that the page ends from here on.
const COUNT_ENDED: &str = "window.ended = 0; const end = Worker.prototype.terminate; \
    Worker.prototype.terminate = function () { window.ended++; return end.call(this); }";

async fn ended(page: &Page) -> Outcome<u64> {
    let ended = page.script("return window.ended", Vec::new()).await?;
    Ok(ended.as_u64().unwrap_or_default())
}

/// Presses the button that ends what is running, by the keyboard.
async fn stop(page: &Page) -> Outcome {
    let button = page
        .until("the button that stops", async || {
            page.find(names::STOP_SEALING).await
        })
        .await?;
    page.accessible("while a file is sealed or opened").await?;
    button.send_keys(Key::Enter + "").await?;
    page.until("stopped", async || {
        let running = page.find(names::STOP_SEALING).await?;
        Ok(running.is_none().then_some(()))
    })
    .await?;
    // That button is gone, and what it had is not lost to a reader without a mouse.
    let focused = page.script("return document.activeElement.type", Vec::new());
    assert_eq!(focused.await?, "password", "what has the focus");
    Ok(())
}

async fn stopped(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    let saved = page.save().await?;
    page.script(COUNT_ENDED, Vec::new()).await?;
    page.press(names::SEALED).await?;
    write(page, PASSPHRASE).await?;
    page.press(names::VIEW_FILE).await?;
    page.reads("preview").await?;
    page.press(names::SEAL).await?;
    page.downloaded().await?;
    assert_eq!(ended(page).await?, 1, "what has sealed is ended");

    let slow = saved.path.with_file_name("slow.age");
    assert!(age("slow", PASSPHRASE, &saved.path, &slow)?);
    page.forget().await?;
    page.arrive().await?;
    page.open_file(names::OPEN_FILE, &slow).await?;
    page.until("the field", async || page.find(names::PASSPHRASE).await)
        .await?;
    page.script(COUNT_ENDED, Vec::new()).await?;
    write(page, PASSPHRASE).await?;
    page.press(names::UNSEAL).await?;
    stop(page).await?;
    page.until("its worker has ended", async || {
        Ok((ended(page).await? == 1).then_some(()))
    })
    .await?;
    assert!(page.parts("error").await?.is_empty(), "that is no error");
    // What was typed is still there.
    page.press(names::UNSEAL).await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

async fn others(page: &Page) -> Outcome {
    let instrument = Instrument::read()?;
    page.to_result(&instrument, &instrument.varied()).await?;
    let percents = page.percents().await?;
    let saved = page.save().await?;
    let sealed = saved.path.with_file_name("armoured.age");
    assert!(age("armour", PASSPHRASE, &saved.path, &sealed)?);
    let text = std::fs::read_to_string(&sealed)?;
    let (start, _) = text.split_at(text.len() / 2);
    let cut = page.file("cut.age", start.as_bytes())?;
    let marked = format!("\u{feff}\r\n\r\n{}", text.replace('\n', "\r\n"));
    let marked = page.file("marked.age", marked.as_bytes())?;
    let to_key = saved.path.with_file_name("key.age");
    assert!(age("to-key", "", &saved.path, &to_key)?);
    page.forget().await?;
    for (file, said) in [(&cut, names::CUT_OFF), (&to_key, names::TO_KEY)] {
        page.arrive().await?;
        page.open_file(names::OPEN_FILE, file).await?;
        let text = page.reads("error").await?;
        assert!(text.contains(said.text(page.language())), "{text}");
        assert!(page.find(names::PASSPHRASE).await?.is_none());
    }
    page.arrive().await?;
    page.open_file(names::OPEN_FILE, &marked).await?;
    write(page, &format!(" {PASSPHRASE} ")).await?;
    page.press(names::UNSEAL).await?;
    page.screen("result").await?;
    assert_eq!(page.percents().await?, percents);
    Ok(())
}

#[test]
fn a_changed_file_of_the_worker_seals_and_opens_nothing_and_that_is_said() {
    for name in ["sealing-start.js", "sealing.js", "sealing_bg.wasm"] {
        let setup = Setup::desk().fault(Fault::Harmless(name));
        run(setup, async |page| {
            let said = names::SEALING_NOT_LOADED.text(page.language());
            page.begin().await?;
            page.press(names::STOP).await?;
            page.my_data().await?;
            let count = "window.saved = 0; const make = URL.createObjectURL;
                URL.createObjectURL = (...given) => { saved += 1; return make(...given); }";
            page.script(count, Vec::new()).await?;
            page.press(names::SEALED_BACKUP).await?;
            page.reads("preview").await?;
            write(page, PASSPHRASE).await?;
            page.press(names::SEAL).await?;
            page.until("that it was not sealed", async || {
                Ok(page.text().await?.contains(said).then_some(()))
            })
            .await?;
            let saved = page.script("return window.saved", Vec::new()).await?;
            assert_eq!(saved, json!(0), "{name}");

            let plain = page.file("plain.json", b"{}")?;
            let sealed = plain.with_file_name("sealed.age");
            assert!(age("seal", PASSPHRASE, &plain, &sealed)?);
            page.arrive().await?;
            page.open_file(names::OPEN_FILE, &sealed).await?;
            write(page, PASSPHRASE).await?;
            page.press(names::UNSEAL).await?;
            let error = page.reads("error").await?;
            assert!(error.contains(said), "{name}: {error}");
            Ok(())
        });
    }
}

/// Types over what stands in the field, character by character as it is here: a driver has no keys
/// for some.
async fn write_exactly(page: &Page, passphrase: &str) -> Outcome {
    write(page, "x").await?;
    let script = "document.activeElement.select();
        document.execCommand('insertText', false, arguments[0]);
        return document.activeElement.value";
    let typed = page.script(script, vec![json!(passphrase)]).await?;
    assert_eq!(typed, json!(passphrase));
    Ok(())
}

#[test]
fn a_passphrase_in_another_unicode_form_opens_the_file() {
    const COMPOSED: &str = "caf\u{e9} na\u{ef}ef vier dinsdag";
    const DECOMPOSED: &str = "cafe\u{301} nai\u{308}ef vier dinsdag";
    const PLAIN: &str = "paars ontbijt 1234";
    const FULL_WIDTH: &str = "\u{ff50}\u{ff41}\u{ff41}\u{ff52}\u{ff53}\u{3000}ontbijt\u{3000}\u{ff11}\u{ff12}\u{ff13}\u{ff14}";
    run(Setup::desk(), async |page| {
        let instrument = Instrument::read()?;
        page.to_result(&instrument, &instrument.varied()).await?;
        let percents = page.percents().await?;
        let saved = page.save().await?;
        // What is sealed here is under the composed form, as other programs would have it.
        page.press(names::SEALED).await?;
        write_exactly(page, DECOMPOSED).await?;
        page.press(names::VIEW_FILE).await?;
        page.reads("preview").await?;
        page.press(names::SEAL).await?;
        let (_, bytes) = page.downloaded().await?;
        let ours = page.file("ours.age", &bytes)?;
        let opened = ours.with_file_name("opened.json");
        assert!(age("open", COMPOSED, &ours, &opened)?);
        for (number, (sealed_under, typed)) in [
            (DECOMPOSED, COMPOSED),
            (COMPOSED, DECOMPOSED),
            (PLAIN, FULL_WIDTH),
        ]
        .into_iter()
        .enumerate()
        {
            let sealed = ours.with_file_name(format!("sealed-{number}.age"));
            assert!(age("seal", sealed_under, &saved.path, &sealed)?);
            assert!(!age("open", typed, &sealed, &opened)?, "elsewhere another");
            page.forget().await?;
            page.arrive().await?;
            page.open_file(names::OPEN_FILE, &sealed).await?;
            write_exactly(page, typed).await?;
            page.press(names::UNSEAL).await?;
            page.screen("result").await?;
            assert_eq!(page.percents().await?, percents, "{typed}");
        }
        Ok(())
    });
}

/// Notes when a file was chosen, when this is said in an error, and the longest time in between in
/// which the page did nothing else.
const NOTE_TIMES: &str = "
    const [said] = arguments;
    window.times = { chosen: null, said: null, longest: 0 };
    addEventListener('change', () => { times.chosen = performance.now(); }, { capture: true, once: true });
    const { port1, port2 } = new MessageChannel();
    let last = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      if (times.chosen !== null) times.longest = Math.max(times.longest, now - last);
      last = now;
      const error = document.querySelector('[data-part=error]:not([hidden])');
      if (times.chosen !== null && error?.innerText.includes(said)) times.said = now;
      else setTimeout(() => port2.postMessage(0), 5);
    };
    port2.postMessage(0);";

#[test]
fn a_header_of_half_a_megabyte_is_refused_within_a_second_in_which_the_page_responds() {
    run(Setup::desk().alone(), async |page| {
        let said = names::CUT_OFF.text(page.language());
        page.arrive().await?;
        // The worker is loaded by another file, so that loading it is not measured.
        let other = page.file("other.json", b"{")?;
        page.open_file(names::OPEN_FILE, &other).await?;
        let error = page.reads("error").await?;
        assert!(!error.contains(said), "{error}");
        let [line, key] = [500_000, 43].map(|length| "A".repeat(length));
        let header = format!("age-encryption.org/v1\n-> scrypt {line} 4\n{key}\n--- {key}\n");
        let file = page.file("header.age", &[header.as_bytes(), &[0; 64]].concat())?;
        page.script(NOTE_TIMES, vec![json!(said)]).await?;
        page.open_file(names::OPEN_FILE, &file).await?;
        let times = page
            .until("that it is refused", async || {
                let times = page.script("return window.times", Vec::new()).await?;
                Ok((!times["said"].is_null()).then_some(times))
            })
            .await?;
        let [chosen, said, longest] =
            ["chosen", "said", "longest"].map(|name| times[name].as_f64().unwrap_or(f64::MAX));
        assert!(said - chosen < 1000.0, "{times}");
        assert!(longest < 300.0, "{times}");
        assert!(page.find(names::PASSPHRASE).await?.is_none());
        Ok(())
    });
}
