//! Which packages are in the programs of the page, as cargo builds them for wasm.
//!
//! `cargo tree` tells which they are: it resolves features as a build does. Macros run on the
//! machine that builds and are not among them. `cargo metadata` tells what they say of
//! themselves, and `Cargo.lock` their checksums.

use crate::process::Command;
use crate::project::{Project, WASM};
use anyhow::{Context, bail};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::PathBuf;

/// The packages of this project that become wasm files; the first is the page.
pub const OWN: [&str; 11] = [
    "mindset-mirror",
    "sealing",
    "builder",
    "talk-page",
    "together-page",
    "round-page",
    "team-page",
    "team-worker",
    "balance-page",
    "definition-worker",
    "files-worker",
];

/// Everything that is shipped as wasm.
pub struct Shipped {
    /// In the order of their names.
    pub packages: Vec<Package>,
    /// The version of Rust, whose standard library is linked into both programs.
    pub rust: String,
}

/// One package.
pub struct Package {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    /// As its manifest names them.
    pub authors: Vec<String>,
    /// What it is, in a sentence.
    pub description: Option<String>,
    /// Where its source is kept.
    pub repository: Option<String>,
    /// Its source on this machine.
    pub folder: PathBuf,
    /// SHA-256 of the archive that cargo took it from; none for a package of this project.
    pub checksum: Option<String>,
    /// The keys of the shipped packages that it uses.
    pub uses: Vec<String>,
}

impl Package {
    /// What tells it from every other.
    pub fn key(&self) -> String {
        key(&self.name, &self.version)
    }

    /// Whether it is of this project.
    pub fn is_own(&self) -> bool {
        OWN.contains(&self.name.as_str()) || self.name.starts_with("mindset-")
    }
}

impl Shipped {
    /// The package that is the page.
    pub fn page(&self) -> anyhow::Result<&Package> {
        self.packages
            .iter()
            .find(|package| package.name == OWN[0])
            .with_context(|| format!("Cargo does not list {}.", OWN[0]))
    }

    /// The version of the page.
    pub fn version(&self) -> anyhow::Result<&str> {
        Ok(&self.page()?.version)
    }
}

/// Asks cargo.
pub fn read(project: &Project) -> anyhow::Result<Shipped> {
    let cargo = || project.command("cargo");
    let mut tree = cargo()
        .args(["tree", "--locked", "--quiet", "--target", WASM])
        .args(["--edges", "normal,no-proc-macro", "--prefix", "none"])
        .args(["--format", "package {p}"]);
    for name in OWN {
        tree = tree.args(["--package", name]);
    }
    let metadata = said(
        cargo()
            .args(["metadata", "--locked", "--quiet", "--format-version", "1"])
            .args(["--filter-platform", WASM]),
        "cargo metadata",
    )?;
    // One line; what cargo has to say besides would come after it.
    let metadata = metadata.lines().next().unwrap_or_default();
    let metadata = serde_json::from_str(metadata).context("cargo metadata gave no JSON")?;
    let lock = super::asset(project, "Cargo.lock")?;
    let rust = said(project.command("rustc").args(["--version"]), "rustc")?;
    Ok(Shipped {
        packages: packages(&said(tree, "cargo tree")?, &metadata, &lock)?,
        rust: rust
            .split_whitespace()
            .nth(1)
            .unwrap_or_default()
            .to_owned(),
    })
}

fn said(command: Command, name: &str) -> anyhow::Result<String> {
    let outcome = command.read()?;
    match outcome.success {
        true => Ok(outcome.text),
        false => bail!("{name} failed: {}", outcome.text),
    }
}

fn packages(tree: &str, metadata: &Value, lock: &str) -> anyhow::Result<Vec<Package>> {
    // `package yew v0.23.0`, and more words behind it for some.
    let in_tree: BTreeSet<String> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.strip_prefix("package ")?.split(' ');
            Some(key(words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    let known = array(&metadata["packages"]);
    let of_id = |id: &Value| {
        known
            .iter()
            .find(|package| package["id"] == *id)
            .map(key_of)
    };
    let mut found: Vec<Package> = Vec::new();
    for (name, version) in in_tree.iter().filter_map(|key| key.split_once('@')) {
        let described = known
            .iter()
            .find(|package| package["name"] == name && package["version"] == version)
            .with_context(|| format!("cargo metadata does not know {name} {version}."))?;
        let node = array(&metadata["resolve"]["nodes"])
            .iter()
            .find(|node| node["id"] == described["id"]);
        let mut uses: Vec<String> = node
            .map(|node| array(&node["deps"]))
            .unwrap_or_default()
            .iter()
            .filter(|used| {
                array(&used["dep_kinds"])
                    .iter()
                    .any(|at| at["kind"].is_null())
            })
            .filter_map(|used| of_id(&used["pkg"]))
            .filter(|key| in_tree.contains(key))
            .collect();
        uses.sort();
        uses.dedup();
        let manifest = PathBuf::from(described["manifest_path"].as_str().unwrap_or_default());
        found.push(Package {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: expression(&described["license"])
                .with_context(|| format!("{name} {version} names no licence."))?,
            authors: array(&described["authors"])
                .iter()
                .filter_map(text)
                .collect(),
            description: text(&described["description"]),
            repository: text(&described["repository"]),
            folder: manifest.parent().map(PathBuf::from).unwrap_or_default(),
            checksum: checksum(lock, name, version),
            uses,
        });
    }
    Ok(found)
}

fn key(name: &str, version: &str) -> String {
    format!("{name}@{version}")
}

fn key_of(package: &Value) -> String {
    let word = |field: &str| package[field].as_str().unwrap_or_default();
    key(word("name"), word("version"))
}

fn array(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// A licence as SPDX writes it; older manifests have a slash for the choice.
fn expression(licence: &Value) -> Option<String> {
    text(&licence.as_str()?.replace('/', " OR ").into())
}

/// One line, whatever the manifest's own line breaks are.
fn text(value: &Value) -> Option<String> {
    let words: Vec<&str> = value.as_str()?.split_whitespace().collect();
    Some(words.join(" "))
}

/// The checksum in the lock file, which cargo writes a field a line.
fn checksum(lock: &str, name: &str, version: &str) -> Option<String> {
    let field = |block: &str, field: &str| {
        let start = format!("{field} = \"");
        let value = block.lines().find_map(|line| line.strip_prefix(&start))?;
        Some(value.trim_end_matches('"').to_owned())
    };
    lock.split("[[package]]")
        .find(|block| {
            field(block, "name").as_deref() == Some(name)
                && field(block, "version").as_deref() == Some(version)
        })
        .and_then(|block| field(block, "checksum"))
}

/// What is shipped here, asked once for all tests.
#[cfg(test)]
pub fn here() -> &'static Shipped {
    static SHIPPED: std::sync::OnceLock<Shipped> = std::sync::OnceLock::new();
    SHIPPED.get_or_init(|| read(&Project::here()).expect("cargo answers"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_linked_is_listed_and_what_only_builds_or_tests_is_not() {
        let shipped = here();
        let has = |name: &str| shipped.packages.iter().any(|package| package.name == name);
        for name in [
            "mindset-mirror",
            "sealing",
            "yew",
            "web-sys",
            "serde_json",
            "age",
            "ics",
        ] {
            assert!(has(name), "{name}");
        }
        for name in [
            "proptest",
            "thirtyfour",
            "tokio",
            "jsonschema",
            "brotli",
            "zip",
            "xtask",
            "yew-macro",
            "serde_derive",
            "syn",
            "wasm-bindgen-test",
        ] {
            assert!(!has(name), "{name}");
        }
        assert!(shipped.rust.starts_with("1."), "{}", shipped.rust);
    }

    #[test]
    fn what_comes_from_elsewhere_has_a_checksum_and_what_is_used_is_listed() {
        let shipped = here();
        let keys: Vec<String> = shipped.packages.iter().map(Package::key).collect();
        for package in &shipped.packages {
            assert_eq!(
                package.checksum.is_none(),
                package.is_own(),
                "{}",
                package.name
            );
            assert!(package.uses.iter().all(|used| keys.contains(used)));
        }
        let page = shipped.page().unwrap();
        assert!(page.uses.iter().any(|used| used.starts_with("yew@")));
    }

    #[test]
    fn the_licences_that_tools_may_have_are_not_in_what_is_shipped() {
        for package in &here().packages {
            for only_tools in ["MPL", "ISC"] {
                let (name, licence) = (&package.name, &package.licence);
                assert!(!licence.contains(only_tools), "{name}: {licence}");
            }
        }
    }

    #[test]
    fn old_ways_of_writing_a_licence_become_an_expression() {
        let metadata = serde_json::json!({
            "packages": [{
                "id": "a", "name": "a", "version": "1.0.0", "license": "MIT / Apache-2.0",
                "manifest_path": "/crates/a/Cargo.toml", "description": " Two\n lines. "
            }],
            "resolve": {"nodes": []}
        });
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nchecksum = \"ff\"\n";
        let tree = "package a v1.0.0\npackage a v1.0.0 (*)\n\nDownloading b v2.0.0\n";
        let found = packages(tree, &metadata, lock).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].licence, "MIT OR Apache-2.0");
        assert_eq!(found[0].description.as_deref(), Some("Two lines."));
        assert_eq!(found[0].checksum.as_deref(), Some("ff"));
    }
}
