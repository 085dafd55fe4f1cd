//! The built page: what it names of the files beside it, and the hashes it holds them to.

use crate::dist::integrity;

/// The page with the hash of every script and program that it loads: a browser refuses a file
/// that is not the one built. `contents` gives a file by name.
pub fn finished(
    page: &str,
    contents: impl Fn(&str) -> anyhow::Result<Vec<u8>>,
) -> anyhow::Result<String> {
    let mut finished = String::new();
    let mut rest = page;
    while let Some(start) = rest.find(['<']) {
        let end = rest[start..]
            .find('>')
            .map_or(rest.len(), |end| start + end);
        let tag = &rest[start..end];
        finished.push_str(&rest[..end]);
        if let Some(file) = loaded(tag) {
            let hash = integrity(&contents(file)?);
            finished.push_str(&[" ", attribute(tag), "=\"", &hash, "\""].concat());
        }
        rest = &rest[end..];
    }
    finished.push_str(rest);
    Ok(finished)
}

/// The page on which a coach makes the snippet: with the style sheets of the index, whose names
/// only the build knows, and the hash of the script that goes into the snippet.
pub fn of_coach(page: &str, index: &str, script: &[u8]) -> anyhow::Result<String> {
    const STYLES: &str = "<!-- styles -->";
    const HASH: &str = "name=\"embed-integrity\" content=\"\"";
    if !page.contains(STYLES) || !page.contains(HASH) {
        anyhow::bail!("embed.html has no place for its style sheets or its script's hash.");
    }
    let sheets: String = index
        .split('<')
        .filter(|tag| {
            tag.starts_with("link ") && (tag.contains("stylesheet") || tag.contains("rel=icon"))
        })
        .filter_map(|tag| Some(["<", tag.split_once('>')?.0, ">"].concat()))
        .collect();
    let hash = [
        "name=\"embed-integrity\" content=\"",
        &integrity(script),
        "\"",
    ]
    .concat();
    Ok(page.replace(STYLES, &sheets).replace(HASH, &hash))
}

/// Where the hash stands. A browser only warns of one on what it fetches ahead as data, so there
/// boot.js finds it by another name.
fn attribute(tag: &str) -> &'static str {
    match tag.contains("as=fetch") {
        true => "data-integrity",
        false => "integrity",
    }
}

/// The script or program that a tag loads and has no hash of yet.
fn loaded(tag: &str) -> Option<&str> {
    let script = tag.starts_with("<script");
    let ahead =
        tag.starts_with("<link") && (tag.contains("modulepreload") || tag.contains("fetch"));
    if !(script || ahead) || tag.contains(" integrity=") {
        return None;
    }
    let name = tag.split("./").nth(1)?;
    name.split(['"', '\'', ' ']).next()
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
    fn every_script_and_program_has_its_own_hash() {
        let page = page().unwrap();
        for name in ["boot-1.js", "app.js", "app.wasm"] {
            assert!(page.contains(&integrity(name.as_bytes())), "{name}: {page}");
        }
        assert_eq!(page.matches(" integrity=").count(), 3);
        assert_eq!(page.matches(" data-integrity=\"sha384-").count(), 1);
        assert!(page.ends_with("<p>Text"));
    }

    #[test]
    fn the_coachs_page_has_the_same_style_sheets_and_the_scripts_hash() {
        let page = "<meta name=\"embed-integrity\" content=\"\"><!-- styles --><p>";
        let made = of_coach(page, PAGE, b"script").unwrap();
        assert!(made.contains("<link href=./a.css integrity=sha384-x rel=stylesheet>"));
        assert!(made.contains(&integrity(b"script")) && !made.contains("app.js"));
        assert!(of_coach("<p>", PAGE, b"").is_err());
    }
}
