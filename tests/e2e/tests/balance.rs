//! The page with the time balance of a sales manager.

use e2e::Outcome;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use e2e::site::Fault;
use serde_json::json;

in_both_languages! {
    axe_finds_nothing: Setup::phone() => accessible;
    axe_finds_nothing_in_the_dark: Setup::desk().scheme(Scheme::Dark) => accessible;
    it_scrolls_down_only_at_320_px: Setup::phone().size(320, 568, 2.0) => narrow;
    what_is_filled_in_is_said_and_drawn: Setup::phone() => filled_in;
    a_calendar_gives_hours_and_shows_no_title: Setup::desk() => counted;
    files_made_to_do_harm_change_nothing_and_are_explained: Setup::desk() => hostile;
    nothing_is_requested_or_stored_after_loading: Setup::desk() => silent;
    the_pages_for_managers_lead_to_it_in_their_language: Setup::desk() => linked;
}

/// A weekly event of an hour and a half that began years ago, and one that was not coaching.
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:one\r\n\
    SUMMARY:Coaching Vertrouwelijk\r\nDTSTART;TZID=Europe/Amsterdam:20200106T100000\r\n\
    DTEND;TZID=Europe/Amsterdam:20200106T113000\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n\
    BEGIN:VEVENT\r\nUID:two\r\nSUMMARY:Tandarts\r\nDTSTART:20261103T100000\r\n\
    DURATION:PT1H\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

async fn arrive(page: &Page) -> Outcome {
    let address = format!("{}balance.html", page.site().address());
    page.driver().goto(address).await?;
    page.screen("balance").await.map(|_| ())
}

async fn fill_in(page: &Page, field: &str, value: &str) -> Outcome {
    let script = "const field = document.getElementById(arguments[0]);
        field.value = arguments[1];
        field.dispatchEvent(new Event('input', {bubbles: true}));";
    page.script(script, vec![json!(field), json!(value)])
        .await?;
    Ok(())
}

async fn choose(page: &Page, radio: &str) -> Outcome {
    let script = "document.getElementById(arguments[0]).click()";
    page.script(script, vec![json!(radio)]).await?;
    Ok(())
}

/// Chooses a file, once the field for it is there.
async fn open(page: &Page, name: &str, bytes: &[u8]) -> Outcome {
    let file = page.file(name, bytes)?;
    page.until("the field for a calendar", async || {
        let script = "return document.getElementById('calendar-file')";
        let field = page.driver().execute(script, Vec::new()).await?;
        let Ok(field) = field.element() else {
            return Ok(None);
        };
        Ok(Some(field.send_keys(file.to_string_lossy()).await?))
    })
    .await
}

/// Waits until this stands on the page: in Dutch, or in English.
async fn says(page: &Page, [nl, en]: [&str; 2]) -> Outcome {
    let said = match page.language() {
        Language::Nl => nl,
        Language::En => en,
    };
    page.until(said, async || {
        Ok(page.text().await?.contains(said).then_some(()))
    })
    .await
}

async fn charts(page: &Page) -> Outcome<usize> {
    Ok(page.parts("chart").await?.len())
}

async fn filled_in(page: &Page) -> Outcome {
    arrive(page).await?;
    let missing = [
        "De uren van je werkweek en je uren coaching ontbreken nog",
        "The hours of your working week and your hours of coaching are still missing",
    ];
    says(page, missing).await?;
    assert_eq!(charts(page).await?, 0);
    fill_in(page, "week", "40").await?;
    fill_in(page, "hours-0", "2").await?;
    fill_in(page, "hours-1", "2,5").await?;
    let below = [
        "Een vijfde is 8 uur. Dat is 3,5 uur meer dan je nu coacht.",
        "A fifth is 8 hours. That is 3.5 hours more than you coach now.",
    ];
    says(page, below).await?;
    assert_eq!(charts(page).await?, 1);
    fill_in(page, "hours-2", "3.5").await?;
    let equal = [
        "net zoveel als je nu coacht",
        "just as much as you coach now",
    ];
    says(page, equal).await?;
    fill_in(page, "hours-3", "33").await?;
    let too_much = ["Samen is dat 41 uur", "Together that is 41 hours"];
    says(page, too_much).await?;
    assert_eq!(charts(page).await?, 0);
    fill_in(page, "week", "169").await?;
    let beyond = [
        "Vul een heel getal in van 1 tot en met 168",
        "Fill in a whole number from 1 to 168",
    ];
    says(page, beyond).await
}

async fn counted(page: &Page) -> Outcome {
    arrive(page).await?;
    fill_in(page, "week", "40").await?;
    choose(page, "source-calendar").await?;
    open(page, "calendar.ics", CALENDAR.as_bytes()).await?;
    let four = [
        "4 afspraken passen bij je woorden, gemiddeld 1,5 uur per week.",
        "4 events fit your words, on average 1.5 hours a week.",
    ];
    says(page, four).await?;
    let below = ["Dat is 6,5 uur meer", "That is 6.5 hours more"];
    says(page, below).await?;
    choose(page, "span-one").await?;
    fill_in(page, "day", "2026-11-05").await?;
    let one = [
        "1 afspraak past bij je woorden, samen 1,5 uur.",
        "1 event fits your words, together 1.5 hours.",
    ];
    says(page, one).await?;
    fill_in(page, "words", "TANDARTS").await?;
    // From Tuesday on.
    let six = ["6 afspraken passen", "6 events fit"];
    says(page, six).await?;
    fill_in(page, "words", "coaching").await?;
    says(page, one).await?;
    let markup = page.script("return document.documentElement.outerHTML", Vec::new());
    let markup = markup.await?;
    let markup = markup.as_str().ok_or("markup is text")?;
    assert!(!markup.contains("Vertrouwelijk") && !markup.contains("Tandarts"));
    Ok(())
}

async fn hostile(page: &Page) -> Outcome {
    arrive(page).await?;
    fill_in(page, "week", "40").await?;
    choose(page, "source-calendar").await?;
    open(page, "calendar.ics", CALENDAR.as_bytes()).await?;
    let counted = ["4 afspraken passen", "4 events fit"];
    says(page, counted).await?;
    let events = "BEGIN:VEVENT\nSUMMARY:Coaching\nEND:VEVENT\n".repeat(20_001);
    let many = ["BEGIN:VCALENDAR\n", &events, "END:VCALENDAR\n"].concat();
    let markup = b"<!doctype html><script>document.title = 'taken'</script>";
    let wide: Vec<u8> = CALENDAR.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let cases: [(&str, &[u8], [&str; 2]); 5] = [
        (
            "page.ics",
            markup,
            ["Dit is geen agenda.", "This is no calendar."],
        ),
        (
            "cut.ics",
            &CALENDAR.as_bytes()[..200],
            [
                "Dit bestand houdt halverwege op.",
                "This file stops halfway.",
            ],
        ),
        (
            "wide.ics",
            &wide,
            ["waarschijnlijk UTF-16", "most likely it is UTF-16"],
        ),
        (
            "many.ics",
            many.as_bytes(),
            ["meer dan 20.000 afspraken", "more than 20,000 events"],
        ),
        (
            "large.ics",
            &vec![b'\n'; 5 * 1024 * 1024],
            ["groter dan 4 MiB", "larger than 4 MiB"],
        ),
    ];
    for (name, bytes, said) in cases {
        open(page, name, bytes).await?;
        says(page, said).await?;
        // What was counted before is still there.
        says(page, counted).await?;
        assert_eq!(charts(page).await?, 1, "{name}");
    }
    let title = page.script("return document.title", Vec::new()).await?;
    assert_ne!(title, "taken");
    Ok(())
}

async fn silent(page: &Page) -> Outcome {
    arrive(page).await?;
    let home = page.site().address();
    for address in page.requests().await? {
        assert!(address.starts_with(&home), "{address} is not ours");
    }
    let requested = page.site().requested();
    fill_in(page, "week", "40").await?;
    fill_in(page, "hours-0", "4").await?;
    choose(page, "source-calendar").await?;
    open(page, "calendar.ics", CALENDAR.as_bytes()).await?;
    says(page, ["4 afspraken passen", "4 events fit"]).await?;
    let other = page.language().other();
    let script = "document.querySelector(`[data-language=${arguments[0]}]`).click()";
    page.script(script, vec![json!(other.tag())]).await?;
    page.see("the other language", |sight| sight.lang == other.tag())
        .await?;
    assert_eq!(page.requests().await?, Vec::<String>::new());
    assert_eq!(page.site().requested(), requested, "seen by the server");
    let script = "return Promise.all([localStorage.length, sessionStorage.length,
        document.cookie, indexedDB.databases().then((all) => all.length), location.search])";
    let stored = page.script(script, Vec::new()).await?;
    assert_eq!(stored, json!([0, 0, "", 0, ""]));
    Ok(())
}

async fn accessible(page: &Page) -> Outcome {
    arrive(page).await?;
    page.accessible("the time balance with nothing filled in")
        .await?;
    fill_in(page, "week", "40").await?;
    fill_in(page, "hours-0", "4,5").await?;
    fill_in(page, "hours-3", "20").await?;
    page.until("the picture", async || {
        Ok((charts(page).await? == 1).then_some(()))
    })
    .await?;
    let script = "document.querySelectorAll('details').forEach((one) => { one.open = true; })";
    page.script(script, Vec::new()).await?;
    page.accessible("the time balance").await?;
    let name = format!(
        "balance-{:?}-{}",
        page.setup().scheme,
        page.language().tag()
    );
    page.shot(&name).await?;
    fill_in(page, "hours-0", "veel").await?;
    choose(page, "source-calendar").await?;
    choose(page, "span-one").await?;
    open(page, "cut.ics", b"BEGIN:VCALENDAR\n").await?;
    says(page, ["halverwege", "halfway"]).await?;
    page.accessible("the time balance of a calendar").await
}

async fn narrow(page: &Page) -> Outcome {
    arrive(page).await?;
    fill_in(page, "week", "168").await?;
    fill_in(page, "hours-0", "120,25").await?;
    says(page, ["86,65 uur erboven", "86.65 hours above it"]).await?;
    assert_eq!(page.sideways().await?, Vec::<String>::new());
    choose(page, "source-calendar").await?;
    open(page, "cut.ics", b"BEGIN:VCALENDAR\n").await?;
    says(page, ["halverwege", "halfway"]).await?;
    assert_eq!(page.sideways().await?, Vec::<String>::new());
    Ok(())
}

async fn linked(page: &Page) -> Outcome {
    let language = page.language().tag();
    let link = format!("balance.html?lang={language}");
    for from in ["manager", "guidance-talk"] {
        let address = format!("{}{from}-{language}.html", page.site().address());
        page.driver().goto(address).await?;
        let script = "document.querySelector(`main a[href='${arguments[0]}']`).click()";
        page.script(script, vec![json!(link)]).await?;
        let sight = page.screen("balance").await?;
        assert_eq!(sight.lang, language, "from {from}");
    }
    Ok(())
}

#[test]
fn the_language_of_a_link_goes_before_that_of_the_browser() {
    run(Setup::desk().language(Language::En), async |page| {
        let address = format!("{}balance.html?lang=nl", page.site().address());
        page.driver().goto(address).await?;
        let sight = page.screen("balance").await?;
        assert_eq!(sight.lang, "nl");
        Ok(())
    });
}

#[test]
fn with_a_changed_script_the_page_runs_none_of_it_and_says_how_to_go_on() {
    for name in ["balance-start.js", "balance.js", "balance_bg.wasm"] {
        let setup = Setup::desk().fault(Fault::Harmless(name));
        run(setup, async |page| {
            let address = format!("{}balance.html", page.site().address());
            page.driver().goto(address).await?;
            page.says_to_reload().await?;
            let requested = page.site().requested();
            assert!(requested.iter().any(|path| path.ends_with(name)), "{name}");
            assert!(page.sight().await?.is_none(), "{name}");
            Ok(())
        });
    }
}
