//! The tidy test: what Cargo and clippy cannot say. Every source file says its job in its first
//! line, and nothing is left open.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The files below these folders, or these files themselves, whose names end on one of the
/// extensions; as paths from the root, with their text.
fn files(places: &[&str], extensions: &[&str]) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut left: Vec<PathBuf> = places.iter().map(|place| root.join(place)).collect();
    let mut found = Vec::new();
    while let Some(path) = left.pop() {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if ["target", "node_modules", "dist"].contains(&name.as_str()) {
            continue;
        }
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder of the project is readable");
            left.extend(entries.map(|entry| entry.expect("an entry is readable").path()));
        } else if extensions.iter().any(|extension| name.ends_with(extension)) {
            let inside = path.strip_prefix(root).expect("it lies below the root");
            let text = std::fs::read_to_string(&path).expect("a source file is readable text");
            found.push((inside.display().to_string().replace('\\', "/"), text));
        }
    }
    assert!(!found.is_empty(), "no file was found to hold to the rule");
    found
}

/// Fails with the names of all files that do not hold to the rule.
fn hold(files: Vec<(String, String)>, rule: fn(&str) -> bool) {
    let faults: Vec<String> = files
        .into_iter()
        .filter(|(_, text)| !rule(text))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(faults, Vec::<String>::new());
}

/// A Rust file opens with a comment of its own that says its job.
fn rust_says_its_job(text: &str) -> bool {
    let job = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("//! "));
    job.is_some_and(|job| !job.trim().is_empty())
}

/// A style sheet or script opens with a comment that says its job.
fn asset_says_its_job(text: &str) -> bool {
    let opening = ["/*", "//"].iter().find_map(|mark| text.strip_prefix(mark));
    opening
        .and_then(|rest| rest.lines().next())
        .is_some_and(|line| line.chars().any(char::is_alphabetic))
}

/// Nothing is noted as to be done later. Put together here, so that this file does not find itself.
fn is_finished(text: &str) -> bool {
    !text.contains(concat!("TO", "DO"))
}

const RUST: [&str; 9] = [
    "src", "crates", "pages", "workers", "gallery", "tests", "xtask", "cli", "fuzz",
];

#[test]
fn every_rust_file_says_its_job_and_is_finished() {
    let places = RUST.map(|place| Path::new(place).exists().then_some(place));
    let places: Vec<&str> = places.into_iter().flatten().collect();
    hold(files(&places, &[".rs"]), rust_says_its_job);
    hold(files(&places, &[".rs"]), is_finished);
}

#[test]
fn every_style_sheet_and_script_says_its_job() {
    let scripts = [
        "web", "element", "scorm", "pages", "workers", "tools", "fuzz",
    ];
    hold(files(&scripts, &[".ts", ".mjs"]), asset_says_its_job);
    hold(files(&["styles", "pages"], &[".css"]), asset_says_its_job);
}

/// The classes that the selectors of a style sheet name.
fn classes(styles: &str) -> BTreeSet<&str> {
    let rules = styles.split("/*").map(|part| match part.split_once("*/") {
        Some((_, rules)) => rules,
        None => part,
    });
    let selectors = rules.flat_map(|rules| rules.split('}')).filter_map(|rule| {
        let (selectors, _) = rule.rsplit_once('{')?;
        Some(selectors)
    });
    let named = selectors.flat_map(|selectors| selectors.split('.').skip(1));
    let names = named.map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '-');
        &rest[..end.unwrap_or(rest.len())]
    });
    names
        .filter(|name| name.starts_with(char::is_alphabetic))
        .collect()
}

#[test]
fn every_class_of_the_styles_stands_in_markup() {
    let places = ["src", "crates", "pages", "index.html"];
    let markup: String = files(&places, &[".rs", ".html"])
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    let styles = files(&["styles", "pages"], &[".css"]);
    let mut unused = Vec::new();
    for (path, text) in &styles {
        let names = classes(text).into_iter();
        unused.extend(
            names
                .filter(|name| !markup.contains(name))
                .map(|name| (path, name)),
        );
    }
    assert_eq!(unused, []);
}

#[test]
fn the_classes_of_a_style_sheet_are_found() {
    let styles = "/* .said */ @layer a { .one > b.two-3:not(.four) { margin: 0.5em } .five{} }";
    assert_eq!(
        classes(styles),
        BTreeSet::from(["five", "four", "one", "two-3"])
    );
}

#[test]
fn a_file_without_a_job_is_found() {
    assert!(rust_says_its_job("//! A job.\n"));
    assert!(!rust_says_its_job("fn main() {}") && !rust_says_its_job("//!\nfn main() {}"));
    assert!(asset_says_its_job("/* The ground. */"));
    assert!(!asset_says_its_job("body {}") && !asset_says_its_job("/* */\nbody {}"));
    assert!(!is_finished(concat!("// TO", "DO: more")));
}
