//! The steps of the test command, in the order in which they run: quick ones first.

use super::count::Tally;
use super::{advisories, end_to_end};
use crate::dist::{self, Package};
use crate::process::Command;
use crate::project::{Project, WASM};
use crate::{build, gallery, setup};
use clap::ValueEnum;

/// One step of the test command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Step {
    /// Every Rust file is formatted.
    Format,
    /// The compilers and clippy have nothing to say: of Rust natively and on wasm, and of the
    /// types of the scripts.
    Lints,
    /// The documentation builds without a warning.
    Docs,
    /// Licences, sources and known security holes of the dependencies.
    Deny,
    /// Tests that need no browser.
    Native,
    /// Every component and screen in its states: accessibility, and no scrolling sideways.
    Gallery,
    /// Tests of single parts inside a browser.
    Browser,
    /// The release build, its size and its cleanness.
    Build,
    /// The release build, driven as a person would, in Chromium.
    #[value(name = "e2e")]
    EndToEnd,
    /// The journey, store, import, export and embedding in Firefox ESR and WebKitGTK.
    Engines,
}

impl Step {
    /// Every step, in order.
    pub const ALL: [Self; 10] = [
        Self::Format,
        Self::Lints,
        Self::Docs,
        Self::Deny,
        Self::Native,
        Self::Gallery,
        Self::Browser,
        Self::Build,
        Self::EndToEnd,
        Self::Engines,
    ];

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Format => "Formatting",
            Self::Lints => "Lints",
            Self::Docs => "Documentation",
            Self::Deny => "Dependencies",
            Self::Native => "Native tests",
            Self::Gallery => "Gallery",
            Self::Browser => "Browser tests",
            Self::Build => "Release build",
            Self::EndToEnd => "End-to-end tests",
            Self::Engines => "Other engines",
        }
    }

    /// Runs it. An error is a sentence, and counts as one failure.
    pub fn run(self, project: &Project) -> anyhow::Result<Tally> {
        match self {
            Self::Format => format(project),
            Self::Lints => lints(project),
            Self::Docs => docs(project),
            Self::Deny => deny(project),
            Self::Native => native(project),
            Self::Gallery => in_gallery(project),
            Self::Browser => browser(project),
            Self::Build => release_build(project),
            Self::EndToEnd => end_to_end::in_chromium(project),
            Self::Engines => end_to_end::in_other_engines(project),
        }
    }

    /// Whether it needs the release build.
    pub fn drives_the_build(self) -> bool {
        matches!(self, Self::EndToEnd | Self::Engines)
    }
}

fn format(project: &Project) -> anyhow::Result<Tally> {
    one(project.command("cargo").args(["fmt", "--all", "--check"]))
}

fn lints(project: &Project) -> anyhow::Result<Tally> {
    setup::for_browser_tests(project)?;
    let mut tally = one(project
        .command("cargo")
        .args([
            "clippy",
            "--locked",
            "--quiet",
            "--workspace",
            "--all-targets",
        ])
        .args(["--", "-D", "warnings"]))?;
    tally.add(one(project
        .wasm_command("cargo")
        .args(["clippy", "--locked", "--quiet", "--target", WASM])
        .args([
            "--package=mindset-mirror",
            "--package=mindset-store-web",
            "--package=builder",
            "--package=balance-page",
            "--package=talk-page",
            "--package=round-page",
            "--package=team-page",
            "--package=team-worker",
            "--package=together-page",
            "--package=definition-worker",
            "--package=files-worker",
        ])
        .args(["--lib", "--bins", "--test", "browser"])
        .args(["--", "-D", "warnings"]))?);
    // The scripts name types of the frameworks.
    setup::judges(project)?;
    let compiler = setup::typescript(project)?;
    tally.add(one(project
        .command("node")
        .args([compiler.as_path()])
        .args(["--project", "tsconfig.json"]))?);
    Ok(tally)
}

fn docs(project: &Project) -> anyhow::Result<Tally> {
    let doc = ["doc", "--locked", "--quiet", "--no-deps"];
    let strict = |command: Command| command.args(doc).env("RUSTDOCFLAGS", "-D warnings");
    let mut tally = one(strict(project.command("cargo")).args(["--workspace"]))?;
    // The browser's own modules exist on wasm only.
    tally.add(one(
        strict(project.wasm_command("cargo")).args(["--lib", "--target", WASM])
    )?);
    Ok(tally)
}

fn deny(project: &Project) -> anyhow::Result<Tally> {
    setup::cargo_deny(project)?;
    let mut tally = one(project
        .command("cargo-deny")
        .args(["--workspace", "--locked", "--log-level", "error"])
        .args(["check", "licenses", "bans", "sources"]))?;
    tally.add(advisories::check(project)?);
    Ok(tally)
}

fn native(project: &Project) -> anyhow::Result<Tally> {
    let mut all = test_command(project).args(["--no-fail-fast"]);
    // A test for which one of these is missing says so itself.
    if let Some(python) = setup::duckdb(project) {
        all = all.env("DUCKDB_PYTHON", python);
    }
    if let Some(python) = setup::spark(project) {
        all = all.env("SPARK_PYTHON", python);
    }
    let mut tally = tests(all)?;
    // The server of the end-to-end tests, which needs neither a browser nor a build.
    tally.add(tests(project.command("cargo").args([
        "test",
        "--locked",
        "--package=e2e",
        "--test=site",
    ]))?);
    // Only the tests inside.
    tally.add(tests(project.command("cargo").args([
        "test",
        "--locked",
        "--package=xtask",
        "--bins",
    ]))?);
    Ok(tally)
}

/// One test a page: each state at a phone's width and at a desk's.
fn in_gallery(project: &Project) -> anyhow::Result<Tally> {
    let mut tally =
        tests(
            project
                .command("cargo")
                .args(["test", "--locked", "--package=gallery", "--bins"]),
        )?;
    setup::axe(project)?;
    setup::photographs(project)?;
    let browser = setup::browser(project)?;
    let folder = gallery::render(project)?;
    tally.add(tests(
        project
            .command("node")
            .args(["tools/gallery/axe.mjs".as_ref(), &*folder])
            .env("CHROMIUM", browser.chromium),
    )?);
    Ok(tally)
}

fn browser(project: &Project) -> anyhow::Result<Tally> {
    setup::for_browser_tests(project)?;
    let browser = setup::browser(project)?;
    tests(
        project
            .wasm_command("cargo")
            .args(["test", "--locked", "--target", WASM, "--test", "browser"])
            .args(["--package=mindset-mirror", "--package=mindset-store-web"])
            .env("CHROMEDRIVER", browser.driver)
            // Seconds for all tests together; 20 unless said, of which an idle machine takes 13.
            .env("WASM_BINDGEN_TEST_TIMEOUT", "180")
            .env(
                "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
                "wasm-bindgen-test-runner",
            ),
    )
}

/// Built, within the budget, naming no folder of this machine, and packed for each use.
fn release_build(project: &Project) -> anyhow::Result<Tally> {
    build::release(project)?;
    let mut tally = Tally::one(true);
    let [site, scorm] = Package::ALL.map(|package| dist::pack(project, package));
    for held in [
        build::within_budget(project),
        build::names_no_folder(project),
        site,
        scorm,
    ] {
        tally.add(match held {
            Ok(()) => Tally::one(true),
            Err(error) => Tally::failed(&format!("{error:#}")),
        });
    }
    Ok(tally)
}

/// A command that is one check.
fn one(command: Command) -> anyhow::Result<Tally> {
    command.run().map(Tally::one)
}

/// The command that tests every package, so that a new one cannot be left out, but those that a step
/// of their own runs, and this program, which is running and may not be built anew. Whatever is built
/// by it has the same features, which follow from the packages that are named; with the driver of the
/// browsers among them, JSON would have another order of its fields than in the page.
pub(super) fn test_command(project: &Project) -> Command {
    project
        .command("cargo")
        .args(["test", "--locked", "--workspace"])
        .args(["--exclude=e2e", "--exclude=gallery", "--exclude=xtask"])
}

/// A command that runs tests and counts them.
pub(super) fn tests(command: Command) -> anyhow::Result<Tally> {
    let outcome = command.tee()?;
    Ok(Tally::of_test_run(outcome.success, &outcome.text))
}
