//! The page that says where the snippets work, held to what was measured.

use serde_json::Value;

fn known() -> Value {
    serde_json::from_str(include_str!("fixtures/snippets.json")).expect("JSON")
}

fn object<'a>(known: &'a Value, name: &str) -> &'a serde_json::Map<String, Value> {
    known[name].as_object().expect("an object")
}

/// The rows of the table under a heading, cell by cell, its own heading first.
fn table(heading: &str) -> Vec<Vec<&'static str>> {
    let page = include_str!("../../docs/where-it-works.md");
    let (_, after) = page.split_once(heading).expect("the heading");
    after
        .lines()
        .skip_while(|line| !line.starts_with('|'))
        .take_while(|line| line.starts_with('|'))
        .filter(|line| !line.starts_with("|---"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect()
}

#[test]
fn the_page_says_what_was_measured() {
    let known = known();
    let rows = table("## Measured");
    let (names, rows) = rows.split_first().expect("a heading");
    let mut snippets: Vec<&str> = object(&known, "snippets")
        .keys()
        .map(String::as_str)
        .collect();
    let mut named = names[1..].to_vec();
    snippets.sort_unstable();
    named.sort_unstable();
    assert_eq!(named, snippets);
    assert_eq!(rows.len(), object(&known, "survives").len());
    for row in rows {
        for (name, says) in names.iter().zip(row).skip(1) {
            assert_eq!(known["survives"][row[0]][name], *says, "{}, {name}", row[0]);
        }
    }
}

#[test]
fn what_a_filter_like_moodles_leaves_is_what_the_page_says() {
    let known = known();
    let purified = object(&known, "purified");
    assert_eq!(purified.len(), object(&known, "snippets").len());
    for (name, left) in purified {
        let left = left.as_str().expect("a text");
        for gone in ["<script", "<mindset-mirror", "<iframe"] {
            assert!(!left.contains(gone), "{name}: {left}");
        }
        let link = left.starts_with("<a href=\"https://") && left.ends_with("</a>");
        let says = if link { "link" } else { "nothing" };
        assert!(link || left.is_empty(), "{name}: {left}");
        assert_eq!(
            known["survives"]["HTML Purifier, set as in Moodle"][name], says,
            "{name}"
        );
    }
}

#[test]
fn a_snippet_with_a_link_never_leaves_nothing() {
    let known = known();
    for (place, survives) in object(&known, "survives") {
        for name in ["tag with a link", "frame with a link", "link"] {
            assert_ne!(survives[name], "nothing", "{place}, {name}");
        }
    }
}

#[test]
fn the_page_names_the_modules_that_run_in_every_engine() {
    let source = include_str!("../../xtask/src/check/end_to_end.rs");
    let (_, after) = source
        .split_once("const IN_EVERY_ENGINE")
        .expect("the list of modules");
    let (list, _) = after.split_once("];").expect("its end");
    let run: Vec<&str> = list
        .lines()
        .filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix("::\","))
        .collect();
    assert!(run.len() >= 8, "{run:?}");
    let rows = table("## Browser engines");
    let (names, rows) = rows.split_first().expect("a heading");
    assert_eq!(names[2..], ["Chromium", "Firefox ESR", "WebKitGTK"]);
    let everywhere: Vec<&str> = rows
        .iter()
        .filter(|row| row[2..].iter().all(|says| *says == "yes"))
        .map(|row| row[0])
        .collect();
    assert_eq!(everywhere, run);
    let page = include_str!("../../docs/where-it-works.md");
    assert!(page.contains("It is not Safari"));
}
