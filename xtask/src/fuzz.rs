//! Fuzzing: builds the targets of `fuzz/` with coverage, runs one after the other, and prints what
//! each took.

use crate::process::{Command, Outcome};
use crate::project::Project;
use crate::setup;
use anyhow::{Context, bail};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// The target that is made of scripts.
const MESSAGES: &str = "frame-messages";

/// Coverage for libFuzzer, by the pass of LLVM that every toolchain has.
const FLAGS: [&str; 7] = [
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "--cfg=fuzzing",
];

/// A target, and the folders of the project with its seeds.
struct Target {
    name: String,
    seeds: Vec<String>,
}

/// Runs the target named, or all of them. `Ok(false)` means that something was found.
pub fn run(project: &Project, named: Option<String>, minutes: u32) -> anyhow::Result<bool> {
    let all = targets(project)?;
    let names: Vec<&str> = all.iter().map(|one| &*one.name).chain([MESSAGES]).collect();
    if let Some(name) = named.as_deref().filter(|name| !names.contains(name)) {
        bail!("There is no target {name}, only {}.", names.join(", "));
    }
    let wanted = |name: &str| named.as_deref().is_none_or(|one| one == name);
    let mut sound = true;
    let mut program = None;
    for target in all.iter().filter(|target| wanted(&target.name)) {
        let built = match &program {
            Some(built) => built,
            None => program.insert(build(project)?),
        };
        sound &= report(&target.name, &fuzz(project, built, target, minutes)?);
    }
    if wanted(MESSAGES) {
        sound &= report(MESSAGES, &messages(project, minutes)?);
    }
    Ok(sound)
}

fn targets(project: &Project) -> anyhow::Result<Vec<Target>> {
    let text = fs::read_to_string(project.path("fuzz/targets.json"))
        .context("fuzz/targets.json cannot be read")?;
    let listed: Vec<Value> = serde_json::from_str(&text).context("fuzz/targets.json is no list")?;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let target = |value: &Value| Target {
        name: text(&value["name"]),
        seeds: value["seeds"]
            .as_array()
            .into_iter()
            .flatten()
            .map(text)
            .collect(),
    };
    Ok(listed.iter().map(target).collect())
}

/// Builds the program of all targets, apart from everything that is built without coverage.
fn build(project: &Project) -> anyhow::Result<PathBuf> {
    let host = project.command("rustc").args(["-vV"]).read()?.text;
    let host = host.lines().find_map(|line| line.strip_prefix("host: "));
    let host = host.context("rustc does not say for which machine it compiles")?;
    println!("Building the fuzz targets into target/fuzz (one to three minutes the first time)");
    let built = project
        .command("cargo")
        .args(["build", "--locked", "--quiet", "--package=mindset-fuzz"])
        .args([
            "--features=libfuzzer",
            "--profile=fuzz",
            "--target-dir=target/fuzz",
        ])
        // Named, or the flags would also be those of the programs that a build runs.
        .args(["--target", host])
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"))
        .run()?;
    if !built {
        bail!("The fuzz targets could not be built: libFuzzer takes a C++ compiler, such as g++.");
    }
    Ok(project.path(&format!("target/fuzz/{host}/fuzz/fuzz")))
}

/// Runs one target; what it adds to its seeds stays for the next time.
fn fuzz(
    project: &Project,
    program: &PathBuf,
    target: &Target,
    minutes: u32,
) -> anyhow::Result<Outcome> {
    let [corpus, found] = ["corpus", "found"]
        .map(|kind| project.path(&format!("target/fuzz/{kind}/{}", target.name)));
    for folder in [&corpus, &found] {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    println!("{}: {minutes} minutes", target.name);
    Command::new(program)
        .args([format!("-max_total_time={}", minutes * 60)])
        .args([format!("-artifact_prefix={}/", found.display())])
        .args([
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-max_len=65536",
            "-print_final_stats=1",
        ])
        .args([corpus])
        .args(target.seeds.iter().map(|folder| project.path(folder)))
        .env("FUZZ_TARGET", &target.name)
        .read()
}

/// Runs the messages between frames.
fn messages(project: &Project, minutes: u32) -> anyhow::Result<Outcome> {
    setup::bundler(project)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let installed = project
        .command(npm)
        .args([
            "ci",
            "--ignore-scripts",
            "--silent",
            "--prefix",
            "fuzz/frame-messages",
        ])
        .run()?;
    if !installed {
        bail!("fast-check could not be installed: run `npm ci` in fuzz/frame-messages.");
    }
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    println!("{MESSAGES}: {minutes} minutes, seed {}", now.as_secs());
    project
        .command("node")
        .args(["fuzz/frame-messages/messages.mjs".to_owned()])
        .args([(minutes * 60_000).to_string(), now.as_secs().to_string()])
        .read()
}

/// Prints the figures of a run, and what was found; whether nothing was.
fn report(name: &str, ran: &Outcome) -> bool {
    match figures(&ran.text) {
        Some(figures) => println!("{name}: {figures}"),
        None => println!("{name}: no figures"),
    }
    if !ran.success {
        let lines: Vec<&str> = ran.text.lines().collect();
        let last = lines.len().saturating_sub(30);
        println!("{}\n{name}: FOUND", lines[last..].join("\n"));
        println!(
            "Put the input into fuzz/findings/{name}/, where the tests read it, and mend the reader."
        );
    }
    ran.success
}

/// The figures that a run prints: how many inputs, and the most that one of them took.
fn figures(text: &str) -> Option<String> {
    let inputs = text.lines().rev().find_map(|line| {
        let number = line.strip_prefix("stat::number_of_executed_units:")?;
        number.trim().parse::<u64>().ok()
    })?;
    let most = text.lines().rev().find_map(|line| {
        let (time, memory) = line.strip_prefix("MOST ")?.split_once(" us, ")?;
        let bytes = memory.strip_suffix(" bytes")?.parse::<f64>().ok()?;
        Some((time.parse::<f64>().ok()?, bytes))
    });
    let (time, bytes) = most?;
    Some(format!(
        "{inputs} inputs, slowest {:.1} ms, most memory {:.1} MB",
        time / 1_000.0,
        bytes / 1_048_576.0
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_are_the_last_that_a_run_prints() {
        let text = "MOST 10 us, 20 bytes\n#2 NEW\nMOST 1500 us, 1048576 bytes\n\
                    stat::number_of_executed_units: 690874\nstat::peak_rss_mb: 84\n";
        let said = "690874 inputs, slowest 1.5 ms, most memory 1.0 MB";
        assert_eq!(figures(text).as_deref(), Some(said));
        assert_eq!(figures("nothing"), None);
    }

    #[test]
    fn every_target_has_seeds() {
        let project = Project::here();
        for target in targets(&project).unwrap() {
            assert!(!target.seeds.is_empty(), "{}", target.name);
            for folder in target.seeds {
                assert!(project.path(&folder).is_dir(), "{folder}");
            }
        }
    }
}
