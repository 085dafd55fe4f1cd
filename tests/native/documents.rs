//! The documents for Dutch readers: short sentences, and each beside the English one.

use crate::texts::reading::sentence_length;
use std::path::{Path, PathBuf};

/// Each Dutch document with the English one that says the same, from the root.
const COUNTERPARTS: [(&str, &str); 3] = [
    ("LEESMIJ.md", "README.md"),
    ("docs/nl/insluiten.md", "docs/embedding.md"),
    ("docs/nl/zelf-schrijven.md", "docs/write-your-own.md"),
];

/// Most words of a sentence, on average over a document.
const MOST_WORDS: f64 = 12.0;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).expect("a document is readable text")
}

/// The documents in Dutch, from the root.
fn dutch() -> Vec<String> {
    let folder = std::fs::read_dir(root().join("docs/nl")).expect("the folder is readable");
    let mut found: Vec<String> = folder
        .map(|entry| entry.expect("an entry is readable").file_name())
        .map(|name| ["docs/nl/", &name.to_string_lossy()].concat())
        .collect();
    found.push("LEESMIJ.md".to_owned());
    found.sort();
    found
}

/// The addresses that a document links to.
fn links(text: &str) -> Vec<&str> {
    let after = text.split("](").skip(1);
    after
        .filter_map(|rest| Some(rest.split_once(')')?.0))
        .collect()
}

/// The lines that are read as sentences: no code, no tables, no headings, and no list of sources.
fn prose(text: &str) -> Vec<&str> {
    let mut is_code = false;
    let lines = text.lines().take_while(|line| *line != "## Bronnen");
    let read = lines.filter(|line| {
        let is_fence = line.starts_with("```");
        is_code ^= is_fence;
        !(is_code || is_fence || line.starts_with('|') || line.starts_with('#'))
    });
    read.filter(|line| !line.is_empty()).collect()
}

/// A line as it is read: what stands in code is one word, and the address of a link none.
fn plain(line: &str) -> String {
    let mut plain = String::new();
    for (place, part) in line.split('`').enumerate() {
        plain.push_str(if place % 2 == 0 { part } else { "code" });
    }
    while let Some((before, rest)) = plain.split_once("](") {
        let after = rest.split_once(')').map_or("", |(_, after)| after);
        plain = [before, after].concat();
    }
    plain.replace('*', "")
}

#[test]
fn neither_code_nor_a_table_nor_an_address_is_read() {
    let lines = [
        (
            "**Kort.** Dat is [een link](a/b.md), ja!",
            "Kort. Dat is [een link, ja!",
        ),
        ("- Kies `\"a\": 1, b` (of niet.)", "- Kies code (of niet.)"),
        ("![Een plaat van 37,5](c.png)", "![Een plaat van 37,5"),
    ];
    for (line, read) in lines {
        assert_eq!(plain(line), read);
    }
    let text = "# Kop\n\nEen.\n```\ncode\n```\n| a | b |\nTwee.\n## Bronnen\nDrie.";
    assert_eq!(prose(text), ["Een.", "Twee."]);
}

#[test]
fn a_dutch_document_has_at_most_twelve_words_a_sentence_on_average() {
    for path in dutch() {
        let text = read(&path);
        let lines: Vec<String> = prose(&text).into_iter().map(plain).collect();
        let (sentences, average) = sentence_length(lines.iter().map(String::as_str));
        assert!(sentences > 20, "{path} has sentences");
        assert!(
            average <= MOST_WORDS,
            "{path}: {average:.1} words a sentence"
        );
    }
}

#[test]
fn a_dutch_document_and_the_english_one_name_each_other_in_their_first_lines() {
    let known = COUNTERPARTS.map(|(dutch, _)| dutch.to_owned());
    assert_eq!(dutch(), known, "each is listed with its counterpart");
    for (nl, en) in COUNTERPARTS {
        for (path, other) in [(nl, en), (en, nl)] {
            let text = read(path);
            let opening: Vec<&str> = text.lines().take(5).collect();
            let folder = root().join(path).parent().map(Path::to_owned);
            let folder = folder.expect("a document lies in a folder");
            let at = |address: &str| folder.join(address).canonicalize().ok();
            let meant = root().join(other).canonicalize().ok();
            assert!(meant.is_some(), "{other} is there");
            let opening = opening.join("\n");
            let named = links(&opening)
                .into_iter()
                .any(|address| at(address) == meant);
            assert!(named, "{path} names {other}");
        }
    }
}

/// The headings of a document as a link names them: in small letters, with hyphens for spaces.
fn places(text: &str) -> impl Iterator<Item = String> {
    let headings = text.lines().filter(|line| line.starts_with('#'));
    headings.map(|line| {
        let words = line.trim_start_matches('#').trim().to_lowercase();
        let plain = |one: &char| one.is_alphanumeric() || *one == ' ' || *one == '-';
        words
            .chars()
            .filter(plain)
            .collect::<String>()
            .replace(' ', "-")
    })
}

#[test]
fn every_link_of_a_dutch_document_leads_to_a_file_that_is_there() {
    for path in dutch() {
        let folder: PathBuf = [root(), Path::new(&path)].iter().collect();
        let folder = folder.parent().expect("a document lies in a folder");
        let text = read(&path);
        assert!(!links(&text).is_empty(), "{path}");
        for address in links(&text) {
            let (file, place) = address.split_once('#').unwrap_or((address, ""));
            match file {
                "" => assert!(places(&text).any(|one| one == place), "{path}: {address}"),
                file => assert!(folder.join(file).is_file(), "{path}: {address}"),
            }
        }
    }
}

/// The first cell of every row of a document's tables, as far as it is code.
fn fields(text: &str) -> Vec<Vec<&str>> {
    let rows = text.lines().filter(|line| line.starts_with('|'));
    let cells = rows.filter_map(|row| row.split('|').nth(1));
    cells
        .map(|cell| cell.split('`').skip(1).step_by(2).collect())
        .collect()
}

#[test]
fn both_guides_on_writing_a_scan_describe_the_same_fields_in_the_same_order() {
    let [en, nl] = ["docs/write-your-own.md", "docs/nl/zelf-schrijven.md"].map(read);
    assert!(fields(&en).len() > 60);
    assert_eq!(fields(&en), fields(&nl));
}

#[test]
fn both_guides_have_as_many_headings_and_the_same_example() {
    let [en, nl] = ["docs/write-your-own.md", "docs/nl/zelf-schrijven.md"].map(read);
    let headings = |text: &str| text.lines().filter(|line| line.starts_with("## ")).count();
    assert_eq!(headings(&en), headings(&nl));
    let example = |text: &str| {
        let (_, rest) = text.split_once("```json\n").expect("a block of JSON");
        rest.split_once("```").expect("its end").0.to_owned()
    };
    assert_eq!(example(&en), example(&nl));
}
