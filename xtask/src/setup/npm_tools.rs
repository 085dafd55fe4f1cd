//! The tools from npm: installed by checksum into `tools/node_modules`.

use super::{installing, ready, version};
use crate::process::Command;
use crate::project::Project;
use anyhow::{Context, bail};
use std::path::PathBuf;

/// Makes sure of wasm-opt, which Trunk runs over the release build.
pub fn wasm_opt(project: &Project) -> anyhow::Result<()> {
    let wanted = pinned(project, "binaryen")?;
    // Binaryen counts 132, its npm package 132.0.0.
    let major = wanted.split('.').next().unwrap_or(&wanted);
    let right = |path: PathBuf| {
        let said = Command::new(path).args(["--version"]).read();
        said.is_ok_and(|said| said.success && version::is(&said.text, major))
    };
    if project.find(&["wasm-opt"]).is_some_and(right) {
        ready(&format!("wasm-opt {major}"));
        return Ok(());
    }
    install(project, &format!("wasm-opt {major}"))
}

/// Makes sure of axe-core, which checks the accessibility of every screen, and tells its file.
pub fn axe(project: &Project) -> anyhow::Result<PathBuf> {
    Ok(package(project, "axe-core")?.join("axe.min.js"))
}

/// The programs that judge our files: readers, the run-time of an LMS, a compiler of types, the
/// frameworks that pages around ours are made with, and the generators of what is said of the
/// element for them.
const JUDGES: [&str; 12] = [
    "@custom-elements-manifest/analyzer",
    "@types/react",
    "age-encryption",
    "custom-elements-manifest",
    "dts-bundle-generator",
    "ical.js",
    "react",
    "react-dom",
    "scorm-again",
    "svelte",
    "typescript",
    "vue",
];

/// Makes sure of them.
pub fn judges(project: &Project) -> anyhow::Result<()> {
    for judge in JUDGES {
        package(project, judge)?;
    }
    Ok(())
}

/// What opens the gallery in a browser, photographs it and compares pictures.
const PHOTOGRAPHS: [&str; 3] = ["pixelmatch", "pngjs", "puppeteer-core"];

/// Makes sure of them.
pub fn photographs(project: &Project) -> anyhow::Result<()> {
    for tool in PHOTOGRAPHS {
        package(project, tool)?;
    }
    Ok(())
}

/// Makes sure of TypeScript's compiler, which checks the types of the scripts, and tells its file.
pub fn typescript(project: &Project) -> anyhow::Result<PathBuf> {
    Ok(package(project, "typescript")?.join("bin/tsc"))
}

/// Makes sure of esbuild, which `tools/bundle-sources.mjs` and `tools/minify-scripts.mjs` use.
pub fn bundler(project: &Project) -> anyhow::Result<()> {
    package(project, "esbuild").map(|_| ())
}

/// Makes sure of a package in its pinned version, and tells its folder.
fn package(project: &Project, name: &str) -> anyhow::Result<PathBuf> {
    let wanted = pinned(project, name)?;
    let folder = format!("tools/node_modules/{name}");
    let there = read_json(project, &format!("{folder}/package.json"))
        .is_ok_and(|package| package["version"] == wanted.as_str());
    if there {
        ready(&format!("{name} {wanted}"));
    } else {
        install(project, &format!("{name} {wanted}"))?;
    }
    Ok(project.path(&folder))
}

fn install(project: &Project, what: &str) -> anyhow::Result<()> {
    installing(what, "seconds");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let installed = project
        .command(npm)
        .args(["ci", "--ignore-scripts", "--silent", "--prefix", "tools"])
        .run();
    match installed {
        Ok(true) => Ok(()),
        _ => bail!(
            "{what} could not be installed: install Node.js with npm, run `npm ci` in the \
             folder `tools`, and try again."
        ),
    }
}

/// The version that `tools/package.json` pins.
fn pinned(project: &Project, package: &str) -> anyhow::Result<String> {
    let manifest = read_json(project, "tools/package.json")?;
    manifest["devDependencies"][package]
        .as_str()
        .map(str::to_owned)
        .with_context(|| format!("tools/package.json names no version of {package}."))
}

fn read_json(project: &Project, file: &str) -> anyhow::Result<serde_json::Value> {
    let text = std::fs::read_to_string(project.path(file))
        .with_context(|| format!("{file} cannot be read"))?;
    serde_json::from_str(&text).with_context(|| format!("{file} is no JSON"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tool_is_pinned_to_one_version() {
        let tools = ["axe-core", "binaryen", "esbuild"];
        for package in JUDGES.into_iter().chain(PHOTOGRAPHS).chain(tools) {
            let version = pinned(&Project::here(), package).unwrap();
            let exact = version.split('.').all(|part| part.parse::<u32>().is_ok());
            assert!(exact, "{package} {version}");
        }
    }

    #[test]
    fn every_tool_has_a_permissive_licence() {
        const LICENCES: [&str; 6] = [
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "ISC",
            "MIT",
        ];
        // Of file-by-file copyleft, used unchanged and shipped nowhere.
        const EXCEPTIONS: [&str; 2] = ["axe-core", "ical.js"];
        let lock = read_json(&Project::here(), "tools/package-lock.json").unwrap();
        let packages = lock["packages"].as_object().unwrap();
        for (folder, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            let name = folder.trim_start_matches("node_modules/");
            let licence = package["license"].as_str().unwrap_or("none");
            assert!(
                LICENCES.contains(&licence) || EXCEPTIONS.contains(&name),
                "{name}: {licence}"
            );
        }
    }

    #[test]
    fn the_lock_file_holds_checksums_and_no_addresses() {
        let lock = read_json(&Project::here(), "tools/package-lock.json").unwrap();
        let packages = lock["packages"].as_object().unwrap();
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            assert!(package["integrity"].is_string(), "{name}");
            assert!(package["resolved"].is_null(), "{name}");
        }
    }
}
