//! What a talk keeps to itself: the table stores nothing, a code holds no name, and what comes in from
//! the other is looked at before it is kept.

use e2e::Outcome;
use e2e::engine::Need;
use e2e::instrument::Instrument;
use e2e::names::{self, Language};
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::Setup;
use e2e::talk::{
    DAY, NAME, TALK, TOGETHER, attempt, code, moment, result_file, scan, two_codes, two_sessions,
};
use hand_over::TalkCode;
use model::{Agreement, Owner};
use records::{AgreementRecord, agreements_link};
use serde_json::json;
use std::rc::Rc;
use thirtyfour::WindowHandle;

in_both_languages! {
    a_name_and_what_is_left_out_go_along_in_no_way: Setup::desk() => left_out;
}

#[test]
fn a_code_or_a_file_on_the_table_stores_nothing_and_asks_nothing_of_elsewhere() {
    run(Setup::phone().needs(Need::DevTools), nothing_stored);
}

#[test]
fn agreements_that_cannot_be_read_are_said_to_be_and_change_nothing() {
    run(Setup::phone().language(Language::En), hostile);
}

/// Nothing is stored but where the page is in its own history, which is no storage.
async fn stores_nothing(page: &Page) -> Outcome {
    let script = "return Promise.all([localStorage.length, sessionStorage.length,
        document.cookie, indexedDB.databases().then((all) => all.length)])";
    let stored = page.script(script, Vec::new()).await?;
    assert_eq!(stored, json!([0, 0, "", 0]));
    Ok(())
}

/// The address says nothing that was brought.
async fn address_says_nothing(page: &Page) -> Outcome {
    let address = page.script("return location.href", Vec::new()).await?;
    assert!(!address.to_string().contains('#'), "{address}");
    Ok(())
}

async fn nothing_stored(page: &Page) -> Outcome {
    let scan = scan()?;
    let [_, of_manager] = two_sessions(DAY)?;
    let codes = two_codes(DAY)?;
    let file = result_file(page, &scan, &of_manager, "of-a-manager.json")?;
    page.to_table(&codes[0]).await?;
    address_says_nothing(page).await?;
    page.open_file(names::LAY_FILE, &file).await?;
    page.lie_covered(2).await?;
    page.press(names::LIFT).await?;
    page.two_views().await?;
    page.press(names::FIGURES).await?;
    page.press(names::SHEET).await?;
    page.screen("sheet").await?;
    stores_nothing(page).await?;
    address_says_nothing(page).await?;
    let home = page.site().address();
    for address in page.requests().await? {
        let ours = address.starts_with(&home) || address.starts_with("about:");
        assert!(ours, "{address} is not ours");
        assert!(!address.contains('?'), "{address}");
        for code in &codes {
            assert!(!address.contains(code.text()) || address.contains('#'));
        }
    }
    for path in page.site().requested() {
        for code in &codes {
            assert!(!path.contains(code.text()), "{path} seen by the server");
        }
    }
    Ok(())
}

async fn left_out(page: &Page) -> Outcome {
    let scan = Rc::new(scan()?);
    let [_, of_manager] = two_sessions(DAY)?;
    page.keep_records(vec![attempt(&scan, &of_manager)]).await?;
    page.to_together().await?;
    page.says(NAME).await?;
    page.press(names::GIVE).await?;
    page.screen("hand-over").await?;
    // The second theme stays.
    let scale = &scan.scales()[1].id;
    let script = "document.querySelector(`[id$=goes-${arguments[0]}]`).click()";
    page.script(script, vec![json!(scale)]).await?;
    page.says(page.language().talk().hand_over.stays).await?;
    let link = page.reads("talk-link").await?;
    let characters = page.reads("talk-code").await?;
    let characters: String = characters.split_whitespace().collect();
    let expected = code(&scan, &of_manager, &[1])?;
    assert_eq!(characters, expected.text());
    assert!(link.ends_with(&expected.fragment()), "{link}");
    for name in [NAME, "Sanne", "Wijnberg"] {
        assert!(!link.contains(name) && !characters.contains(name));
    }
    // Read back, the code holds no answer to the theme that stays.
    let today = moment("2026-03-03")?.day();
    let read = TalkCode::read(&link, &scan, today).map_err(|why| format!("{why:?}"))?;
    assert_eq!(read.withheld(), [1]);
    for (item, asked) in scan.items().iter().enumerate() {
        let answer = read.answers().get(item);
        assert!(asked.scale != 1 || answer.is_none(), "{}", asked.id);
    }
    page.press(names::SAVE_VIEW).await?;
    let (name, bytes) = page.downloaded().await?;
    let text = String::from_utf8(bytes)?;
    assert!(!name.contains("Sanne") && !text.contains("Sanne") && !text.contains("Wijnberg"));
    for item in Instrument::read()?.items_of(scale) {
        assert!(!text.contains(&format!("\"{item}\"")), "{item}");
    }
    // Without a theme there is nothing to hand over.
    for scale in [0, 2] {
        let id = &scan.scales()[scale].id;
        page.script(script, vec![json!(id)]).await?;
    }
    page.says(page.language().talk().hand_over.nothing_chosen)
        .await?;
    assert!(page.parts("talk-link").await?.is_empty());
    assert!(page.find(names::SAVE_VIEW).await?.is_none());
    page.accessible("nothing that is handed over").await
}

#[test]
fn a_link_that_is_followed_never_touches_what_one_has_oneself() {
    run(Setup::phone(), async |page| {
        let scan = Rc::new(scan()?);
        let [of_rep, _] = two_sessions(DAY)?;
        page.keep_records(vec![attempt(&scan, &of_rep)]).await?;
        let before = page.stored_at_rest().await?;
        page.to_two_views(&two_codes("2026-01-12")?).await?;
        for fragment in [
            "#give=of-nobody",
            "#view=",
            "#talk=x.y",
            "#talk=",
            "#code=7",
        ] {
            page.follow(&[TOGETHER, fragment].concat()).await?;
            let open = |screen: &str| matches!(screen, "together" | "agreements");
            page.see("a screen", |sight| open(&sight.screen)).await?;
        }
        assert_eq!(page.stored_at_rest().await?, before);
        Ok(())
    });
}

/// A link to these agreements of a talk.
fn link(texts: &[(&str, &str)], changed: &str) -> Outcome<String> {
    let at = moment(changed)?;
    let records = texts.iter().map(|(id, text)| {
        let agreement = Agreement {
            text: (*text).to_owned(),
            owner: Owner::Rep,
            ..Agreement::default()
        };
        AgreementRecord::new((*id).to_owned(), "talk".to_owned(), at.clone(), agreement)
    });
    let records: Vec<AgreementRecord> = records.collect();
    let text = agreements_link(&records, &at).ok_or("it fits into a link")?;
    Ok([TOGETHER, "#agreements=", &text].concat())
}

#[test]
fn agreements_that_come_in_are_stored_once_one_keeps_them_and_not_before() {
    run(Setup::phone().language(Language::En), async |page| {
        let t = page.language().talk();
        page.follow(&link(&[("a-1", "I ask who decides")], DAY)?)
            .await?;
        page.screen("agreements").await?;
        page.says("I ask who decides").await?;
        page.says(t.agreed.open_lead).await?;
        address_says_nothing(page).await?;
        page.accessible("agreements that have come in").await?;
        assert!(page.stored().await?.is_empty());
        page.driver().refresh().await?;
        page.screen("together").await?;
        assert!(page.stored().await?.is_empty());
        page.follow(&link(&[("a-1", "I ask who decides")], DAY)?)
            .await?;
        page.press(names::KEEP_AGREEMENTS).await?;
        page.says(t.agreed.keep_done).await?;
        let stored = page.stored_at_rest().await?;
        assert!(
            stored
                .values()
                .any(|body| body.contains("I ask who decides"))
        );
        // An older version of the same leaves the newer one.
        page.follow(&link(&[("a-1", "What we said long ago")], "2026-01-12")?)
            .await?;
        page.press(names::KEEP_AGREEMENTS).await?;
        page.says(t.agreed.newer_here).await?;
        page.says("I ask who decides").await?;
        let agreements = page.stored_agreements().await?;
        assert_eq!(agreements.len(), 1);
        assert_eq!(agreements[0]["agreement"]["text"], "I ask who decides");
        Ok(())
    });
}

/// Goes on in a second window, with the agreements of this device in it: the first window and that one.
/// Both are in sight: none of them saves because it is hidden.
async fn agreements_in_another_window(page: &Page) -> Outcome<[WindowHandle; 2]> {
    let first = page.tab().await?;
    let second = page.driver().new_window().await?;
    page.show(&second).await?;
    page.to_together().await?;
    page.press(names::LOOK_AT_AGREEMENTS).await?;
    page.screen("agreements").await?;
    Ok([first, second])
}

#[test]
fn what_another_window_changed_is_shown_and_what_was_typed_meanwhile_is_in_the_file() {
    let setup = Setup::desk().language(Language::En);
    run(setup.needs(Need::FocusInEveryWindow), async |page| {
        let t = page.language().talk();
        page.follow(&link(&[("a-1", "I ask who decides")], DAY)?)
            .await?;
        page.press(names::KEEP_AGREEMENTS).await?;
        page.until("what is kept", async || {
            Ok((page.stored_agreements().await?.len() == 1).then_some(()))
        })
        .await?;
        let [first, second] = agreements_in_another_window(page).await?;
        page.fill_agreement(0, "text", "Of the second window")
            .await?;
        page.says(t.agreed.kept_here).await?;

        // The first one follows, and can go on.
        page.show(&first).await?;
        page.says("Of the second window").await?;
        page.fill_agreement(0, "text", "Of the first window")
            .await?;
        page.says(t.agreed.kept_here).await?;

        // The second one is first while the first one has not left its field.
        page.type_into_agreement(0, "text", "Typed and not left")
            .await?;
        page.show(&second).await?;
        page.says("Of the first window").await?;
        page.fill_agreement(0, "text", "Of the second window again")
            .await?;
        page.says(t.agreed.kept_here).await?;
        page.show(&first).await?;
        page.script("document.activeElement.blur()", Vec::new())
            .await?;
        page.says(t.agreed.changed_elsewhere).await?;
        page.says("Of the second window again").await?;
        assert_eq!(page.stored_agreements().await?.len(), 1);
        page.press(names::SAVE_AGREEMENTS).await?;
        let (_, bytes) = page.downloaded().await?;
        let text = String::from_utf8(bytes)?;
        assert!(text.contains("Typed and not left"), "{text}");
        assert!(text.contains("Of the second window again"), "{text}");
        Ok(())
    });
}

#[test]
fn what_was_typed_is_kept_where_the_tab_is_closed_before_the_field_is_left() {
    run(Setup::desk().language(Language::En), async |page| {
        page.follow(&link(&[("a-1", "I ask who decides")], DAY)?)
            .await?;
        page.press(names::KEEP_AGREEMENTS).await?;
        page.says(page.language().talk().agreed.keep_done).await?;
        let [first, _] = agreements_in_another_window(page).await?;
        page.type_into_agreement(0, "text", "Typed, and then closed")
            .await?;
        page.driver().close_window().await?;
        page.show(&first).await?;
        page.to_together().await?;
        page.press(names::LOOK_AT_AGREEMENTS).await?;
        page.says("Typed, and then closed").await
    });
}

async fn hostile(page: &Page) -> Outcome {
    let t = page.language().talk();
    let of = |json: &str| {
        let script = "return btoa(arguments[0]).replaceAll('+', '-').replaceAll('/', '_')
            .replaceAll('=', '')";
        (script, json!(json))
    };
    page.to_together().await?;
    let with = |agreements: &str| {
        [
            r#"{"format":"mindset-mirror-agreements","formatVersion":"1.0","exportedOn":"2026-03-02","agreements":"#,
            agreements,
            "}",
        ]
        .concat()
    };
    let entry = |id: &str, session: &str, text: &str| {
        [
            r#"{"id":""#,
            id,
            r#"","sessionIds":[""#,
            session,
            r#""],"createdOn":"2026-03-02","changedOn":"2026-03-02","agreement":{"text":""#,
            text,
            r#""}}"#,
        ]
        .concat()
    };
    let list = |entries: Vec<String>| ["[", &entries.join(","), "]"].concat();
    let nested = ["[".repeat(900), "]".repeat(900)].concat();
    let many: Vec<String> = (0..60).map(|n| entry(&format!("a{n}"), "t", "x")).collect();
    let twice = vec![entry("a", "talk", "x"), entry("a", "talk", "y")];
    let documents = [
        "null".to_owned(),
        with("[]"),
        with(&nested),
        with(&list(many)),
        with(&list(twice)),
        with(&list(vec![entry("../../a", "talk", "x")])),
        with(&list(vec![entry("a", "a/b", "x")])),
        with(r#"[{"id":7}]"#),
    ];
    let mut texts = vec![String::new(), "%00".into(), "€".into(), "A".repeat(100_000)];
    for document in &documents {
        let (script, document) = of(document);
        let text = page.script(script, vec![document]).await?;
        texts.push(text.as_str().unwrap_or_default().to_owned());
    }
    for text in &texts {
        page.follow(&[TOGETHER, "#agreements=", text].concat())
            .await?;
        page.screen("agreements").await?;
        page.says(t.agreed.unreadable).await?;
        page.says(t.errors.nothing_changed).await?;
        address_says_nothing(page).await?;
        assert!(page.find(names::KEEP_AGREEMENTS).await?.is_none());
    }
    // Markup and marks that turn a line around are text, or not there at all.
    let sly = r"<img src=x onerror=alert(1)> \u202Efdp.exe\u0007";
    let (script, document) = of(&with(&list(vec![entry("a", "talk", sly)])));
    let text = page.script(script, vec![document]).await?;
    let text = text.as_str().unwrap_or_default();
    page.follow(&[TOGETHER, "#agreements=", text].concat())
        .await?;
    page.says("<img src=x onerror=alert(1)>").await?;
    let pictures = "return document.querySelectorAll('img').length";
    assert_eq!(page.script(pictures, Vec::new()).await?, json!(0));
    assert!(!page.holds("\u{202E}").await? && !page.holds("\u{7}").await?);
    assert!(page.stored().await?.is_empty());
    // A code is no way in either.
    for code in ["%3Cscript%3E", &"A".repeat(5_000), "%00%FF"] {
        page.follow(&[TALK, "#code=", code].concat()).await?;
        page.screen("table").await?;
        page.says(t.errors.nothing_changed).await?;
    }
    assert!(page.stored().await?.is_empty());
    Ok(())
}
