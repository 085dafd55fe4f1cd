//! The page of a team: what is opened, what is shown, and what is not.

use e2e::Outcome;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use e2e::talk::{code, result_file, scan, session};
use i18n::TeamPageTexts;
use model::Form;
use serde_json::json;
use std::path::PathBuf;

in_both_languages! {
    axe_finds_nothing: Setup::phone() => accessible;
    axe_finds_nothing_in_the_dark: Setup::desk().scheme(Scheme::Dark) => accessible;
    it_scrolls_down_only_at_320_px: Setup::phone().size(320, 568, 2.0) => narrow;
    files_codes_and_lines_are_opened_and_hostile_ones_named: Setup::desk() => opened;
    nothing_is_requested_or_stored_after_reading: Setup::desk() => silent;
    the_pages_for_managers_lead_to_it_and_it_leads_back: Setup::desk() => linked;
}

/// The day on which the made-up people answered.
const DAY: &str = "2026-02-02";

async fn arrive(page: &Page) -> Outcome {
    let address = format!("{}team.html", page.site().address());
    page.driver().goto(address).await?;
    page.screen("team").await.map(|_| ())
}

fn texts(page: &Page) -> &'static TeamPageTexts {
    page.language().team()
}

/// What a made-up person answers.
fn answer(person: usize, item: usize) -> u8 {
    (1 + (person * 7 + item * 3 + person * item % 4) % 5) as u8
}

/// A line of JSON for each of so many people, beginning with this one, in this group where there is one.
fn lines(first: usize, people: usize, group: Option<&str>) -> Outcome<String> {
    let scan = scan()?;
    let mut lines = String::new();
    for person in first..first + people {
        let answers = scan.items().iter().enumerate();
        let answers = answers.map(|(item, of)| (of.id.clone(), json!(answer(person, item))));
        let answers: serde_json::Map<String, serde_json::Value> = answers.collect();
        let mut line = json!({
            "instrument": scan.id(), "version": scan.version(), "id": person.to_string(),
            "language": "nl", "answers": answers,
        });
        if let Some(group) = group {
            line["group"] = json!(group);
        }
        lines += &format!("{line}\n");
    }
    Ok(lines)
}

/// The result file of a made-up person.
fn file(page: &Page, person: usize) -> Outcome<PathBuf> {
    let scan = scan()?;
    let of = (Form::SelfReport, &*format!("session-{person}"), DAY);
    let session = session(&scan, of, |item| Some(answer(person, item)))?;
    result_file(page, &scan, &session, &format!("person-{person}.json"))
}

/// Chooses files, once the field for them is there.
async fn choose(page: &Page, files: &[PathBuf]) -> Outcome {
    let paths: Vec<String> = files.iter().map(|one| one.display().to_string()).collect();
    let paths = paths.join("\n");
    page.until("the field for files", async || {
        let script = "return document.querySelector('[data-team-input=files]')";
        let field = page.driver().execute(script, Vec::new()).await?;
        let Ok(field) = field.element() else {
            return Ok(None);
        };
        Ok(Some(field.send_keys(&paths).await?))
    })
    .await
}

/// Pastes codes or lines, and opens them.
async fn paste(page: &Page, text: &str) -> Outcome {
    let script = "for (const fold of document.querySelectorAll('details')) fold.open = true;
        const field = document.querySelector('textarea');
        field.value = arguments[0];
        field.dispatchEvent(new Event('input', {bubbles: true}));";
    page.script(script, vec![json!(text)]).await?;
    page.press(names::OPEN_PASTED).await
}

/// Waits until so many people are shown.
async fn shows(page: &Page, people: usize) -> Outcome {
    let people = people.to_string();
    page.until("the number of people", async || {
        let script = "return document.querySelector('[data-people]')?.dataset.people";
        let found = page.script(script, Vec::new()).await?;
        Ok((found == json!(people)).then_some(()))
    })
    .await
}

/// How many elements a selector finds.
async fn count(page: &Page, selector: &str) -> Outcome<usize> {
    let script = "return document.querySelectorAll(arguments[0]).length";
    let found = page.script(script, vec![json!(selector)]).await?;
    Ok(found.as_u64().ok_or("a number")? as usize)
}

async fn accessible(page: &Page) -> Outcome {
    arrive(page).await?;
    page.accessible("the page of a team with nothing open")
        .await?;
    paste(page, &lines(0, 4, None)?).await?;
    page.says(texts(page).team.too_few).await?;
    page.accessible("the page of a team of four").await?;
    paste(page, &lines(4, 8, None)?).await?;
    shows(page, 12).await?;
    page.accessible("the page of a team of twelve").await?;
    let (scheme, language) = (page.setup().scheme, page.language().tag());
    page.shot(&format!("team-{scheme:?}-{language}")).await
}

async fn narrow(page: &Page) -> Outcome {
    arrive(page).await?;
    assert_eq!(page.sideways().await?, Vec::<String>::new());
    let long = "Verkoopbinnendienst-Oost-Nederland-en-aangrenzende-gebieden";
    let lines = [lines(0, 12, Some(long))?, lines(12, 12, Some("Zuid"))?].concat();
    paste(page, &lines).await?;
    shows(page, 24).await?;
    assert_eq!(page.sideways().await?, Vec::<String>::new());
    Ok(())
}

async fn opened(page: &Page) -> Outcome {
    let t = texts(page);
    arrive(page).await?;
    let four: Vec<PathBuf> = (0..4)
        .map(|person| file(page, person))
        .collect::<Outcome<_>>()?;
    choose(page, &four).await?;
    page.says(t.team.too_few).await?;
    assert_eq!(count(page, "[data-mean], svg[data-part=chart]").await?, 0);

    // Six more, one of them twice, among files that are none or were made to do harm.
    let mut more: Vec<PathBuf> = (4..9)
        .map(|person| file(page, person))
        .collect::<Outcome<_>>()?;
    more.push(file(page, 0)?);
    more.push(page.file("markup.json", b"<script>document.title = 'taken'</script>")?);
    more.push(page.file("deep.json", "[".repeat(100_000).as_bytes())?);
    more.push(page.file("cut.json", b"{\"format\": \"mindset-mirror-result\", \"ses")?);
    choose(page, &more).await?;
    shows(page, 9).await?;
    page.says(&t.view.left_out(4)).await?;
    for name in ["markup.json", "deep.json", "cut.json", "person-0.json"] {
        let text = page
            .script("return document.body.textContent", Vec::new())
            .await?;
        assert!(
            text.as_str().is_some_and(|text| text.contains(name)),
            "{name}"
        );
    }
    assert_ne!(
        page.script("return document.title", Vec::new()).await?,
        "taken"
    );
    assert_eq!(count(page, "[data-part=score][data-sd]").await?, 4);
    assert_eq!(count(page, "[data-counts]").await?, 0);

    // One more would be the difference from what was shown: refused, and what was shown stays.
    choose(page, &[file(page, 9)?]).await?;
    page.says(&t.view.refused_differs(10, 1)).await?;
    shows(page, 9).await?;

    // A code is of somebody nobody knows.
    page.press(names::TEAM_START_OVER).await?;
    page.says(t.team.open_title).await?;
    let scan = scan()?;
    let mut codes = "NO-CODE-AT-ALL\n".to_owned();
    for person in 20..30 {
        let of = (Form::SelfReport, &*format!("session-{person}"), DAY);
        let session = session(&scan, of, |item| Some(answer(person, item)))?;
        codes += &format!("{}\n", code(&scan, &session, &[])?.text());
    }
    paste(page, &codes).await?;
    shows(page, 10).await?;
    assert_eq!(count(page, "[data-counts]").await?, 32);
    page.says(t.view.left_out_one).await
}

async fn silent(page: &Page) -> Outcome {
    arrive(page).await?;
    paste(page, &lines(0, 5, None)?).await?;
    shows(page, 5).await?;
    for address in page.requests().await? {
        assert!(
            address.starts_with(&page.site().address()),
            "{address} is not ours"
        );
    }
    paste(page, &lines(5, 5, None)?).await?;
    shows(page, 10).await?;
    assert_eq!(page.requests().await?, Vec::<String>::new());
    let script = "return Promise.all([localStorage.length, sessionStorage.length,
        document.cookie, indexedDB.databases().then((all) => all.length), location.hash])";
    let stored = page.script(script, Vec::new()).await?;
    assert_eq!(stored, json!([0, 0, "", 0, ""]));
    Ok(())
}

async fn linked(page: &Page) -> Outcome {
    let language = page.language().tag();
    for from in ["manager", "guidance-talk"] {
        let address = format!("{}{from}-{language}.html", page.site().address());
        page.driver().goto(address).await?;
        let script = "document.querySelector(`main a[href^='team.html']`).click()";
        page.script(script, Vec::new()).await?;
        let sight = page.screen("team").await?;
        assert_eq!(sight.lang, language, "from {from}");
    }
    let script =
        "return [...document.querySelectorAll('main a')].map((one) => one.getAttribute('href'))";
    let links = page.script(script, Vec::new()).await?;
    let expected = json!([
        "round.html",
        format!("manager-{language}.html"),
        format!("guidance-talk-{language}.html"),
        "index.html",
    ]);
    assert_eq!(links, expected);
    Ok(())
}

/// Chooses an option of a choice by how its text begins.
async fn select(page: &Page, field: &str, begins: &str) -> Outcome {
    let script = "const field = document.querySelector(`select[id$='${arguments[0]}']`);
        field.value = [...field.options].find((one) => one.text.startsWith(arguments[1])).value;
        field.dispatchEvent(new Event('change', {bubbles: true}));";
    page.script(script, vec![json!(field), json!(begins)])
        .await?;
    Ok(())
}

#[test]
fn a_group_whose_others_are_fewer_than_five_is_refused_with_the_reason() {
    run(Setup::desk().language(Language::Nl), async |page| {
        arrive(page).await?;
        let lines = [lines(0, 4, Some("Noord"))?, lines(4, 8, Some("Zuid"))?].concat();
        paste(page, &lines).await?;
        shows(page, 12).await?;
        select(page, "team-group", "Zuid").await?;
        page.says(texts(page).view.refused_title).await?;
        page.says(&texts(page).view.refused_few_left_groups(8, "Noord"))
            .await
            .or(page.says(&texts(page).view.refused_differs(8, 4)).await)?;
        shows(page, 12).await
    });
}

#[test]
fn a_dropped_folder_is_read_and_its_folders_are_groups() {
    run(Setup::desk(), async |page| {
        arrive(page).await?;
        // A browser gives no folder to a script: the files come with the paths that it would give.
        let south = lines(0, 6, None)?;
        let north = lines(6, 5, None)?;
        let script = "const at = (path, text) => {
                const file = new File([text], path.split('/').at(-1));
                Object.defineProperty(file, 'webkitRelativePath', {value: path});
                return file;
            };
            const field = document.querySelector('[data-team-input=folder]');
            const files = [at('team/Zuid/a.jsonl', arguments[0]), at('team/Noord/b.jsonl', arguments[1])];
            Object.defineProperty(field, 'files', {value: files, configurable: true});
            field.dispatchEvent(new Event('change', {bubbles: true}));";
        page.script(script, vec![json!(south), json!(north)])
            .await?;
        shows(page, 11).await?;
        select(page, "team-group", "Zuid").await?;
        shows(page, 6).await?;
        select(page, "team-group", "Noord").await?;
        shows(page, 5).await
    });
}

#[test]
fn a_saved_file_holds_what_is_on_screen_and_the_view_that_was_refused_is_not_in_it() {
    run(Setup::desk().language(Language::En), async |page| {
        arrive(page).await?;
        let lines = [lines(0, 4, Some("North"))?, lines(4, 8, Some("South"))?].concat();
        paste(page, &lines).await?;
        shows(page, 12).await?;
        select(page, "team-group", "South").await?;
        page.says(texts(page).view.refused_title).await?;
        page.press(names::SAVE_TEAM_JSON).await?;
        let (name, bytes) = page.downloaded().await?;
        assert_eq!(name, "mindset-team.json");
        let saved: serde_json::Value = serde_json::from_slice(&bytes)?;
        assert_eq!(saved["people"], 12);
        let script = "return [...document.querySelectorAll('[data-part=score]')].map((one) =>
            [one.dataset.scale, Number(one.dataset.mean)])";
        let drawn = page.script(script, Vec::new()).await?;
        let scales = saved["scales"].as_array().ok_or("a list of scales")?;
        assert_eq!(scales.len(), 4);
        for (scale, drawn) in scales.iter().zip(drawn.as_array().ok_or("a list")?) {
            assert_eq!(scale["scaleId"], drawn[0]);
            let mean = scale["mean"].as_f64().ok_or("a mean")?;
            // The screen has two decimals in its markup, and whole points to read.
            assert!((mean - drawn[1].as_f64().ok_or("a number")?).abs() <= 0.005_001);
        }
        let text = String::from_utf8(bytes)?;
        assert!(!text.contains("South") && !text.contains("minimum") && !text.contains("session"));
        page.press(names::SAVE_TEAM_CSV).await?;
        let (name, bytes) = page.downloaded().await?;
        assert_eq!(name, "mindset-team.csv");
        assert!(!bytes.is_empty());
        Ok(())
    });
}

#[test]
fn everything_is_reached_with_the_keyboard_alone() {
    run(Setup::keyboard(), async |page| {
        arrive(page).await?;
        paste(page, &lines(0, 12, None)?).await?;
        shows(page, 12).await?;
        for name in [
            names::PRINT_TEAM,
            names::SAVE_TEAM_JSON,
            names::TEAM_START_OVER,
        ] {
            let button = page.reach(name).await?;
            page.tab_to(&button).await?;
        }
        let button = page.reach(names::TEAM_START_OVER).await?;
        page.work(&button).await?;
        page.says(texts(page).team.open_title).await?;
        assert_eq!(count(page, "[data-people]").await?, 0);
        Ok(())
    });
}

#[test]
fn on_paper_are_all_themes_and_no_button_on_two_pages_at_most() {
    run(Setup::desk().language(Language::Nl), async |page| {
        arrive(page).await?;
        paste(page, &lines(0, 12, None)?).await?;
        shows(page, 12).await?;
        let document = page.printed().await?;
        let pages: Vec<u32> = document.get_pages().into_keys().collect();
        assert!(pages.len() <= 2, "{pages:?}");
        let text = document.extract_text(&pages)?;
        let letters: String = text.chars().filter(|one| one.is_alphanumeric()).collect();
        assert!(letters.contains("deelnemers"), "{text}");
        Ok(())
    });
}
