//! The end-to-end tests: the whole suite in Chromium, and in the other engines the modules of which
//! a browser could make something else.

use super::count::Tally;
use super::steps::{test_command, tests};
use crate::process::Command;
use crate::project::Project;
use crate::setup;
use anyhow::{Context, bail};
use std::env::consts::EXE_SUFFIX;

/// The modules of the suite that run in every engine.
const IN_EVERY_ENGINE: [&str; 9] = [
    "journey::",
    "storage::",
    "keeping::",
    "deletion::",
    "tabs::",
    "import::",
    "export::",
    "embedding::",
    "talk::",
];

/// Browsers that run at the same time. Half of a test is waiting, so that three keep two cores busy.
const BROWSERS_AT_A_TIME: usize = 3;

/// The whole suite in Chromium.
pub fn in_chromium(project: &Project) -> anyhow::Result<Tally> {
    setup::judges(project)?;
    // A test for which it is missing says so itself.
    setup::spreadsheet(project);
    let wordpress = setup::wordpress(project);
    let mut command = prepared(project)?;
    if let Some(folder) = &wordpress {
        command = command.env("WORDPRESS", folder);
    }
    tests(command)
}

/// Those modules in each engine that this machine has.
pub fn in_other_engines(project: &Project) -> anyhow::Result<Tally> {
    let mut tally = Tally::default();
    for engine in setup::Engine::ALL {
        println!("\n{}", engine.name());
        let variables = match setup::engine(project, engine) {
            Ok(variables) => variables,
            Err(missing) => {
                tally.add(Tally::skipped(&format!("{missing:#}")));
                continue;
            }
        };
        let mut command = prepared(project)?
            .args(["--"])
            .args(IN_EVERY_ENGINE)
            .env("E2E_ENGINE", engine.word());
        for (name, value) in variables {
            command = command.env(name, value);
        }
        let mut ran = tests(command)?;
        for note in &mut ran.notes {
            *note = format!("{note} ({})", engine.name());
        }
        tally.add(ran);
    }
    Ok(tally)
}

/// The command that runs the suite in Chromium, with all that it needs but WordPress; words for the
/// test runner may follow.
pub fn prepared(project: &Project) -> anyhow::Result<Command> {
    let axe = setup::axe(project)?;
    let browser = setup::browser(project)?;
    let this = std::env::current_exe().context("This program cannot be found")?;
    // Built as for the tests of the program itself, so that it is not compiled twice.
    let mindset = test_command(project).args(["--quiet", "--no-run", "--test=program"]);
    if !mindset.run()? {
        bail!("The program that scores files could not be built; cargo says why above.");
    }
    let browsers = std::env::var("E2E_JOBS").unwrap_or_else(|_| BROWSERS_AT_A_TIME.to_string());
    Ok(project
        .command("cargo")
        .args(["test", "--locked", "--no-fail-fast"])
        .args(["--package=e2e", "--test=e2e"])
        .env("E2E_JOBS", &browsers)
        .env("RUST_TEST_THREADS", browsers)
        .env("E2E_DIST", project.dist())
        .env("AXE", axe)
        .env("CHROMIUM", browser.chromium)
        .env("CHROMEDRIVER", browser.driver)
        // Cargo puts both programs into one folder.
        .env(
            "MINDSET",
            this.with_file_name(format!("mindset{EXE_SUFFIX}")),
        )
        .env("XTASK", this))
}
