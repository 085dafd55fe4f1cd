//! The built page: what it names of the files beside it, and the hashes it holds them to.

use crate::dist::integrity;
use anyhow::{Context, bail};
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, doc_comments, element, end, rewrite_str};
use std::cell::{Cell, RefCell};

/// What a page loads: its scripts, its style sheets, and what it fetches ahead.
const LOADED: &str = "script[src], link[rel=stylesheet][href], link[rel=modulepreload][href], \
    link[as=fetch][href], meta[name=mindset-worker], meta[name=mindset-later]";

/// A page that is the index with another program.
pub struct IndexProgram {
    /// The name of its program and of its page.
    pub name: &'static str,
    /// Its own style sheet.
    sheet: &'static str,
    /// The file of `target/content` that lists its texts.
    pub texts: &'static str,
    /// The files of a worker that no other page starts.
    worker: &'static [&'static str],
    /// A script of its own.
    script: Option<&'static str>,
}

/// The pages that are the index with another program: the two of a talk, that of a team, and that of a
/// round.
pub const INDEX_PROGRAMS: [IndexProgram; 4] = [
    IndexProgram {
        name: "talk",
        sheet: "talk.css",
        texts: "talk-elements.html",
        worker: &[],
        script: None,
    },
    IndexProgram {
        name: "together",
        sheet: "talk.css",
        texts: "talk-elements.html",
        worker: &[],
        script: None,
    },
    IndexProgram {
        name: "team",
        sheet: "team.css",
        texts: "team-elements.html",
        worker: &["team-start.js", "team-worker.js", "team-worker_bg.wasm"],
        script: Some("team-page.js"),
    },
    IndexProgram {
        name: "round",
        sheet: "talk.css",
        texts: "round-elements.html",
        worker: &[],
        script: None,
    },
];

/// The page with the hash of every script, style sheet and program that it loads: a browser
/// refuses a file that is not the one built, also in a sandbox. `contents` gives a file by name.
pub fn finished(
    page: &str,
    contents: impl Fn(&str) -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<String> {
    let hashed = element!(LOADED, |tag: &mut Element| {
        if !tag.has_attribute("integrity") {
            let hash = integrity(&contents(&loaded(tag))?);
            tag.set_attribute(attribute(tag), &hash)?;
        }
        // In a sandbox the page is of no origin: its style sheets are another's there, and of what
        // another gives a browser compares no hash unless it is asked for like this.
        if tag.get_attribute("rel").as_deref() == Some("stylesheet") {
            tag.set_attribute("crossorigin", "")?;
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(hashed);
    rewrite_str(page, settings).context("The hashes cannot be written into the page")
}

/// The page on which a coach makes the snippet: with the style sheets of the index, and the hash of
/// the script that goes into the snippet.
pub fn of_coach(page: &str, index: &str, script: &[u8]) -> anyhow::Result<String> {
    let hashed = Cell::new(false);
    let hash = element!("meta[name=embed-integrity]", |tag: &mut Element| {
        tag.set_attribute("content", &integrity(script))?;
        hashed.set(true);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_element_content_handler(hash);
    let made = rewrite_str(page, settings).context("embed.html cannot be finished")?;
    if !hashed.get() {
        bail!("embed.html has no place for its script's hash.");
    }
    styled(&made, index)
}

/// The index with another program, its style sheet, its `texts` and its worker. What boot.js needs, the
/// policy, and what is said where a page does not start are the same on all of them.
pub fn with_program(index: &str, texts: &str, program: &IndexProgram) -> anyhow::Result<String> {
    let IndexProgram { name, sheet, .. } = program;
    let (loader, wasm) = (format!("{name}.js"), format!("{name}_bg.wasm"));
    let page = format!("{name}.html");
    let named = |file: String| {
        move |tag: &mut Element| -> lol_html::HandlerResult {
            tag.set_attribute("href", &file)?;
            tag.remove_attribute("integrity");
            tag.remove_attribute("data-integrity");
            Ok(())
        }
    };
    let worker = program.worker.iter();
    let worker = worker.map(|file| format!("<meta name=mindset-worker content=./{file}>"));
    let worker: String = worker.collect();
    let script = program.script.into_iter();
    let script = script.map(|file| format!("<script type=module src=./{file}></script>"));
    let script: String = script.collect();
    let own = format!("<link rel=stylesheet href={sheet}>{texts}{worker}{script}");
    // After the page's own, which declares the order of the layers.
    let styles = element!("link[rel=stylesheet]", |tag: &mut Element| {
        tag.after(&own, ContentType::Html);
        Ok(())
    });
    let others = element!("meta[name=mindset-interface]", |tag: &mut Element| {
        tag.remove();
        Ok(())
    });
    let said = |text: &'static str| {
        move |tag: &mut Element| -> lol_html::HandlerResult {
            tag.set_inner_content(text, ContentType::Text);
            Ok(())
        }
    };
    let handlers = vec![
        element!("link[rel=modulepreload]", named(loader.clone())),
        element!("link[rel=preload][as=fetch]", named(wasm.clone())),
        others,
        styles,
        element!("#boot-failure a[target=_blank]", named(page)),
        element!(
            "#boot-failure h1[lang=nl]",
            said("De pagina is nog niet gestart")
        ),
        element!(
            "#boot-failure h1[lang=en]",
            said("The page has not started yet")
        ),
    ];
    let mut settings = RewriteStrSettings::new();
    for handler in handlers {
        settings = settings.append_element_content_handler(handler);
    }
    let made =
        rewrite_str(index, settings).with_context(|| format!("{name}.html cannot be made"))?;
    for file in [&*loader, &*wasm, sheet] {
        if !made.contains(file) {
            bail!("index.html has no place for {file}.");
        }
    }
    Ok(made)
}

/// A page with the style sheets of the index, whose names only the build knows.
pub fn styled(page: &str, index: &str) -> anyhow::Result<String> {
    let sheets = style_sheets(index)?;
    let placed = Cell::new(false);
    let styles = doc_comments!(|comment| {
        if comment.text().trim() == "styles" {
            comment.replace(&sheets, ContentType::Html);
            placed.set(true);
        }
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_document_content_handler(styles);
    let made = rewrite_str(page, settings).context("The page cannot be finished")?;
    if !placed.get() {
        bail!("The page has no place for its style sheets.");
    }
    Ok(made)
}

/// The id of the questionnaire that the page begins with.
pub fn questionnaire(index: &str) -> anyhow::Result<String> {
    let id = RefCell::new(None);
    let named = element!(
        "meta[name=mindset-questionnaire][content]",
        |tag: &mut Element| {
            id.replace(tag.get_attribute("content"));
            Ok(())
        }
    );
    let settings = RewriteStrSettings::new().append_element_content_handler(named);
    rewrite_str(index, settings).context("index.html cannot be read")?;
    id.into_inner()
        .context("index.html does not say with which questionnaire the page begins")
}

/// The page with one more script at its very end, where a body has no end tag of its own too.
pub fn with_script(page: &str, script: &str) -> anyhow::Result<String> {
    let last = end!(|end| {
        end.append(script, ContentType::Html);
        Ok(())
    });
    let settings = RewriteStrSettings::new().append_document_content_handler(last);
    rewrite_str(page, settings).context("The script cannot be put into the page")
}

/// The links of a page to its style sheets and its icon, as they are written there.
fn style_sheets(index: &str) -> anyhow::Result<String> {
    let sheets = RefCell::new(String::new());
    let links = element!(
        "link[rel=stylesheet], link[rel=icon]",
        |tag: &mut Element| {
            let written = &index[tag.source_location().bytes()];
            sheets.borrow_mut().push_str(written);
            Ok(())
        }
    );
    let settings = RewriteStrSettings::new().append_element_content_handler(links);
    rewrite_str(index, settings).context("The style sheets of index.html cannot be read")?;
    Ok(sheets.into_inner())
}

/// Where the hash stands. A browser only warns of one on what it fetches ahead as data, and knows
/// none on what is loaded later, so there boot.js finds it by another name.
fn attribute(tag: &Element) -> &'static str {
    let fetched = tag.get_attribute("as").as_deref() == Some("fetch");
    match fetched || tag.tag_name() == "meta" {
        true => "data-integrity",
        false => "integrity",
    }
}

/// The name of the file that an element loads.
fn loaded(tag: &Element) -> String {
    let address = tag
        .get_attribute("src")
        .or_else(|| tag.get_attribute("href"))
        .or_else(|| tag.get_attribute("content"));
    let address = address.unwrap_or_default();
    address.strip_prefix("./").unwrap_or(&address).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<link href=./a.css integrity=sha384-x rel=stylesheet>\
        <script data-integrity=none src=./boot-1.js type=module></script>\
        <link crossorigin href=./app.js rel=modulepreload>\
        <link as=fetch href=\"./app.wasm\" rel=preload><p>Text";

    fn page() -> anyhow::Result<String> {
        finished(PAGE, |name| Ok(name.as_bytes().to_vec()))
    }

    #[test]
    fn the_page_says_with_which_questionnaire_it_begins() {
        let index = "<!doctype html><meta content=my-scan name=mindset-questionnaire><p>Text";
        assert_eq!(questionnaire(index).unwrap(), "my-scan");
        assert!(questionnaire(PAGE).is_err());
    }

    #[test]
    fn every_script_and_program_has_its_own_hash() {
        let page = page().unwrap();
        for name in ["boot-1.js", "app.js", "app.wasm"] {
            assert!(page.contains(&integrity(name.as_bytes())), "{name}: {page}");
        }
        assert_eq!(page.matches(" integrity=").count(), 3);
        assert_eq!(page.matches(" data-integrity=\"sha384-").count(), 1);
        assert!(
            page.contains("<link href=./a.css integrity=sha384-x rel=stylesheet crossorigin=\"\">")
        );
        assert!(page.ends_with("<p>Text"));
    }

    #[test]
    fn the_coachs_page_has_the_same_style_sheets_and_the_scripts_hash() {
        let page = "<meta name=\"embed-integrity\" content=\"\"><!-- styles --><p>";
        let made = of_coach(page, PAGE, b"script").unwrap();
        assert!(made.contains("<link href=./a.css integrity=sha384-x rel=stylesheet>"));
        assert!(made.contains(&integrity(b"script")) && !made.contains("app.js"));
        assert!(of_coach("<p>", PAGE, b"").is_err());
        assert!(of_coach("<!-- styles --><p>", PAGE, b"").is_err());
    }

    #[test]
    fn what_only_looks_like_a_tag_stays_as_it_is() {
        let page = "<!-- <script src=./old.js></script> --><p title=\"1 > 0 <script src=./a.js>\">\
            <noscript>text</noscript><script>const tag = '<script src=./b.js>';</script>";
        let made = finished(page, |name| bail!("{name} was asked for")).unwrap();
        assert_eq!(made, page);
    }

    #[test]
    fn only_the_tags_that_load_something_change() {
        let page = "<!doctype html>\n<html lang=nl><link href=./a.svg rel=icon>\n\
            <script src=\"boot.js\" type='module'></script><link href=a.css rel=stylesheet>\n<p class=x>é &amp; &lt;";
        let made = finished(page, |_| Ok(b"it".to_vec())).unwrap();
        let hash = format!(" integrity=\"{}\"", integrity(b"it"));
        assert_eq!(made.matches(&hash).count(), 2);
        assert_eq!(
            made.replace(&hash, "").replace(" crossorigin=\"\"", ""),
            page
        );
    }

    #[test]
    fn a_file_that_is_not_there_is_named() {
        let error = finished(PAGE, |name| bail!("{name} cannot be read")).unwrap_err();
        assert!(format!("{error:#}").contains("boot-1.js cannot be read"));
    }
}
