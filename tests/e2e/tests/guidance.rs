//! The documents of the guidance, as they lie beside the scan.

use e2e::Outcome;
use e2e::names::Language;
use e2e::page::Page;
use e2e::run::run;
use e2e::setup::{Scheme, Setup};
use serde_json::{Value, json};

/// The documents, as their pages are named.
const DOCUMENTS: [&str; 5] = [
    "talk",
    "client-and-coach",
    "data-protection",
    "works-council",
    "manual",
];

/// The most sheets of paper that a document takes.
const SHEETS: usize = 2;

in_both_languages! {
    axe_finds_nothing: Setup::phone() => accessible;
    axe_finds_nothing_in_the_dark: Setup::desk().scheme(Scheme::Dark) => accessible;
    they_scroll_down_only_at_320_px: Setup::phone().size(320, 568, 2.0) => narrow;
    each_prints_on_two_sheets_at_most: Setup::desk() => prints;
    links_lead_to_pages_of_the_same_language: Setup::desk() => linked;
    the_page_for_managers_leads_to_each: Setup::desk() => from_the_page_for_managers;
}

fn name(document: &str, language: Language) -> String {
    format!("guidance-{document}-{}.html", language.tag())
}

async fn arrive(page: &Page, document: &str) -> Outcome {
    let name = name(document, page.language());
    let address = format!("{}{name}", page.site().address());
    page.driver().goto(address).await?;
    let script = "const root = document.documentElement;
        return [root.lang, document.querySelectorAll('h1').length, document.scripts.length,
            [...document.styleSheets].map((sheet) => sheet.cssRules.length > 0)]";
    let seen = page.script(script, Vec::new()).await?;
    let expected = json!([page.language().tag(), 1, 0, [true, true]]);
    assert_eq!(seen, expected, "{document}");
    Ok(())
}

async fn accessible(page: &Page) -> Outcome {
    for document in DOCUMENTS {
        arrive(page, document).await?;
        page.accessible(document).await?;
        page.shot(&format!(
            "guidance-{document}-{:?}-{}",
            page.setup().scheme,
            page.language().tag()
        ))
        .await?;
    }
    Ok(())
}

async fn narrow(page: &Page) -> Outcome {
    for document in DOCUMENTS {
        arrive(page, document).await?;
        let found = page.sideways().await?;
        assert!(found.is_empty(), "{document}: {}", found.join("\n"));
    }
    Ok(())
}

async fn prints(page: &Page) -> Outcome {
    for document in DOCUMENTS {
        arrive(page, document).await?;
        let title = "return document.querySelector('h1').textContent";
        let title = page.script(title, Vec::new()).await?;
        let printed = page.printed().await?;
        let sheets = printed.get_pages().len();
        assert!(
            (1..=SHEETS).contains(&sheets),
            "{document}: {sheets} sheets"
        );
        let first = letters(&printed.extract_text(&[1])?);
        let title = letters(title.as_str().ok_or("a heading is text")?);
        assert!(first.contains(&title), "{title} in {first}");
    }
    Ok(())
}

/// Glyphs are placed one by one: only the letters are compared.
fn letters(text: &str) -> String {
    text.chars().filter(|one| one.is_alphanumeric()).collect()
}

/// The files that the links in the page's content lead to.
async fn links(page: &Page) -> Outcome<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))";
    let links = page.script(script, Vec::new()).await?;
    let links = links.as_array().ok_or("links are a list")?;
    Ok(links
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect())
}

async fn linked(page: &Page) -> Outcome {
    for document in DOCUMENTS {
        arrive(page, document).await?;
        let links = links(page).await?;
        for other in DOCUMENTS.iter().filter(|other| **other != document) {
            let other = name(other, page.language());
            assert!(links.contains(&other), "{document}: {links:?}");
        }
        let fetch = "return fetch(arguments[0]).then((answer) => answer.status)";
        page.driver().goto(page.site().address()).await?;
        for link in links {
            let status = page.script(fetch, vec![link.as_str().into()]).await?;
            assert_eq!(status, 200, "{document}: {link}");
        }
    }
    Ok(())
}

async fn from_the_page_for_managers(page: &Page) -> Outcome {
    let manager = format!("manager-{}.html", page.language().tag());
    let address = format!("{}{manager}", page.site().address());
    page.driver().goto(address).await?;
    let links = links(page).await?;
    let balance = format!("balance.html?lang={}", page.language().tag());
    for program in ["together.html", &balance] {
        assert!(links.contains(&program.to_owned()), "{links:?}");
    }
    for document in DOCUMENTS {
        let name = name(document, page.language());
        assert!(links.contains(&name), "{name}: {links:?}");
    }
    Ok(())
}

#[test]
fn each_language_leads_to_the_same_document_in_the_other() {
    run(Setup::desk().language(Language::Nl), async |page| {
        for document in DOCUMENTS {
            arrive(page, document).await?;
            let script = "document.querySelector('nav a[lang=en]').click()";
            page.script(script, Vec::new()).await?;
            let english = name(document, Language::En);
            page.until("the English page", async || {
                let script = "return document.documentElement.lang + location.pathname";
                let seen = page.script(script, Vec::new()).await?;
                let seen = seen.as_str().unwrap_or_default();
                let is_there = seen.starts_with("en/") && seen.ends_with(&english);
                Ok(is_there.then_some(()))
            })
            .await?;
        }
        Ok(())
    });
}
