//! The licences of everything in the page's programs, each text once.

use super::asset;
use super::shipped::{Package, Shipped};
use crate::project::Project;
use anyhow::{Context, bail};
use std::fmt::Write;
use std::path::Path;

/// Where the texts stand for packages that bring none of their own.
const STANDARD: &str = "self-host/licences";

const RULE: &str =
    "\n--------------------------------------------------------------------------------\n";

/// A text, and the packages that are under it.
struct Text {
    text: String,
    packages: Vec<String>,
}

/// The file with all licences: a list of the packages, then the texts.
pub fn third_party(project: &Project, shipped: &Shipped) -> anyhow::Result<String> {
    let page = shipped.page()?;
    let mut file = format!(
        "Mindset Mirror {} is under the licence in LICENSE.txt.\n\
         Its programs contain these packages by others, under the licences named:\n\n",
        page.version
    );
    let mut texts: Vec<Text> = Vec::new();
    // Writing to a string cannot fail.
    for package in shipped.packages.iter().filter(|package| !package.is_own()) {
        let _ = writeln!(
            file,
            "{} {}: {}",
            package.name, package.version, package.licence
        );
        if let Some(repository) = &package.repository {
            let _ = writeln!(file, "  {repository}");
        }
        for text in texts_of(project, package)? {
            put(&mut texts, text, package.key());
        }
    }
    let _ = writeln!(
        file,
        "Rust's standard library {}: MIT OR Apache-2.0\n  https://github.com/rust-lang/rust",
        shipped.rust
    );
    for text in &texts {
        let _ = writeln!(
            file,
            "{RULE}{}{RULE}{}",
            text.packages.join(", "),
            text.text
        );
    }
    Ok(file)
}

fn put(texts: &mut Vec<Text>, text: String, package: String) {
    match texts.iter_mut().find(|known| known.text == text) {
        Some(known) if known.packages.contains(&package) => {}
        Some(known) => known.packages.push(package),
        None => texts.push(Text {
            text,
            packages: vec![package],
        }),
    }
}

/// The texts that a package brings along; where it brings none, the standard text of a licence
/// that it names.
fn texts_of(project: &Project, package: &Package) -> anyhow::Result<Vec<String>> {
    let brought = brought(&package.folder)?;
    if !brought.is_empty() {
        return Ok(brought);
    }
    // Apache's first: its text is complete without naming anyone.
    if package.licence.contains("Apache-2.0") {
        return Ok(vec![tidy(&asset(
            project,
            &format!("{STANDARD}/Apache-2.0.txt"),
        )?)]);
    }
    if package.licence.contains("MIT") {
        let holders = match package.authors.as_slice() {
            [] => format!("the authors of {}", package.name),
            names => names.join(", "),
        };
        let text = asset(project, &format!("{STANDARD}/MIT.txt"))?;
        return Ok(vec![tidy(&text.replace("@HOLDERS@", &holders))]);
    }
    bail!(
        "{} {} brings no text of its licence ({}), and {STANDARD} has none.",
        package.name,
        package.version,
        package.licence
    )
}

/// The texts in a package's folder, in the order of the files' names.
fn brought(folder: &Path) -> anyhow::Result<Vec<String>> {
    let unreadable = || format!("A licence in {} cannot be read", folder.display());
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(unreadable)? {
        let path = entry.with_context(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_file() && is_licence(&name) {
            files.push(path);
        }
    }
    files.sort();
    let texts = files.iter().map(std::fs::read).map(|bytes| {
        let bytes = bytes.with_context(unreadable)?;
        Ok(tidy(&String::from_utf8_lossy(&bytes)))
    });
    texts.collect()
}

fn is_licence(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let code = [".RS", ".TOML", ".HTML"]
        .iter()
        .any(|end| name.ends_with(end));
    let kinds = [
        "LICENSE",
        "LICENCE",
        "UNLICENSE",
        "COPYING",
        "COPYRIGHT",
        "NOTICE",
    ];
    !code && kinds.iter().any(|kind| name.starts_with(kind))
}

/// Without what tells two copies of one text apart: white space at the ends of lines.
fn tidy(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::shipped;
    use super::*;

    #[test]
    fn every_package_of_others_is_listed_and_stands_above_a_text() {
        let project = Project::here();
        let shipped = shipped::here();
        let file = third_party(&project, shipped).unwrap();
        let (list, texts) = file.split_once(RULE).unwrap();
        for package in shipped.packages.iter().filter(|package| !package.is_own()) {
            let line = format!("{} {}: {}", package.name, package.version, package.licence);
            assert!(list.lines().any(|listed| listed == line), "{line}");
            let named = texts
                .split([',', '\n'])
                .any(|word| word.trim() == package.key());
            assert!(named, "{}", package.key());
        }
        assert!(list.contains("Rust's standard library"));
        assert!(texts.contains("TERMS AND CONDITIONS") && texts.contains("Permission is hereby"));
        assert!(!file.contains("@HOLDERS@"));
    }

    #[test]
    fn a_text_stands_there_once_for_all_that_have_it() {
        let mut texts = Vec::new();
        put(&mut texts, tidy("One text. \r\n"), "a@1".to_owned());
        put(&mut texts, tidy("\nOne text."), "b@1".to_owned());
        put(&mut texts, tidy("Another."), "b@1".to_owned());
        let packages: Vec<String> = texts.iter().map(|text| text.packages.join(" ")).collect();
        assert_eq!(packages, ["a@1 b@1", "b@1"]);
    }

    #[test]
    fn licences_are_told_from_code_about_licences() {
        for name in [
            "LICENSE-MIT",
            "LICENSE",
            "license.md",
            "COPYING.txt",
            "NOTICE",
        ] {
            assert!(is_licence(name), "{name}");
        }
        for name in ["licenses.rs", "README.md", "Cargo.toml"] {
            assert!(!is_licence(name), "{name}");
        }
    }
}
