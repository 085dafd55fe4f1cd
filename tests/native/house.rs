//! The tidy test: the modules import what the map of the house allows, every file says its job
//! in its first line, and no file grows long.

mod imports;
mod rules;
mod scan;

use std::path::{Path, PathBuf};

/// A text file of the project: its path from the root, with `/`, and what is in it.
struct SourceFile {
    path: String,
    text: String,
}

/// Every file at or below these places whose name ends in `extension`. A place that does not
/// exist holds none.
fn files(folders: &[&str], extension: &str) -> Vec<SourceFile> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut left: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut found = Vec::new();
    while let Some(path) = left.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder of the project is readable");
            left.extend(entries.map(|entry| entry.expect("an entry is readable").path()));
        } else if path.extension().is_some_and(|ending| ending == extension) {
            let inside = path.strip_prefix(root).expect("it lies below the root");
            found.push(SourceFile {
                path: inside.display().to_string().replace('\\', "/"),
                text: std::fs::read_to_string(&path).expect("a source file is readable text"),
            });
        }
    }
    found
}

/// Fails with every fault of every file at once.
fn hold(files: &[SourceFile], rule: fn(&str, &str) -> Vec<String>) {
    assert!(!files.is_empty(), "no file was found to hold to the rule");
    let faults: Vec<String> = files
        .iter()
        .flat_map(|file| {
            let faults = rule(&file.path, &file.text);
            faults
                .into_iter()
                .map(|fault| format!("{}: {fault}", file.path))
        })
        .collect();
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn modules_import_only_what_the_table_allows() {
    hold(&files(&["src"], "rs"), rules::imports);
}

#[test]
fn only_the_browser_module_touches_window_and_document() {
    hold(&files(&["src"], "rs"), rules::window_and_document);
}

#[test]
fn every_rust_file_says_its_job_is_short_and_is_finished() {
    let folders = ["src", "builder", "cli", "sealing", "tests", "xtask"];
    hold(&files(&folders, "rs"), rules::rust_file);
}

#[test]
fn every_style_sheet_and_script_says_its_job() {
    let mut all = files(&["boot.js", "frame.js", "embed", "builder"], "js");
    all.extend(files(&["styles", "builder"], "css"));
    hold(&all, rules::asset);
}
