//! Lists the questionnaires of `content/`: `<questionnaire>/<version>.json`, and beside it
//! `<version>-example.json` where there is an example result.

use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut sources = Vec::new();
    for questionnaire in entries(&folder).iter().filter(|path| path.is_dir()) {
        let id = name(questionnaire);
        for file in entries(questionnaire) {
            let version = name(&file);
            let version = version.strip_suffix(".json").unwrap_or_default();
            if let Some(number) = number(version) {
                let example = file.with_file_name(format!("{version}-example.json"));
                sources.push((id.clone(), std::cmp::Reverse(number), file, example));
            }
        }
    }
    // By name, and of one questionnaire the newest version first.
    sources.sort();
    let mut list = String::from("&[\n");
    let mut shipped = String::from("&[\n");
    for (id, version, file, example) in &sources {
        let [major, minor, patch] = version.0;
        let example = match example.is_file() {
            true => format!("Some(include_str!({example:?}))"),
            false => "None".to_owned(),
        };
        writeln!(
            list,
            "Source {{ id: {id:?}, version: \"{major}.{minor}.{patch}\", \
             definition: include_str!({file:?}), example: {example} }},"
        )
        .expect("a text takes everything");
        let digest = digest(&fs::read(file).expect("a definition is readable"));
        writeln!(shipped, "Shipped {{ id: {id:?}, digest: {digest:?} }},")
            .expect("a text takes everything");
    }
    list.push(']');
    shipped.push(']');
    let out = env::var("OUT_DIR").expect("cargo names the folder");
    for (file, text) in [("sources.rs", list), ("shipped.rs", shipped)] {
        fs::write(Path::new(&out).join(file), text).expect("cargo's folder can be written");
    }
}

/// The digest of a definition, as `crates/definition` computes it.
fn digest(file: &[u8]) -> String {
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(file) {
        write!(text, "{byte:02x}").expect("a text takes everything");
    }
    text
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("content/ is part of the project");
    entries
        .map(|entry| entry.expect("an entry is readable").path())
        .collect()
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The three numbers of a version; `None` for any other name.
fn number(version: &str) -> Option<[u32; 3]> {
    let parts: Vec<u32> = version
        .split('.')
        .map(|part| part.parse().ok())
        .collect::<Option<_>>()?;
    parts.try_into().ok()
}
