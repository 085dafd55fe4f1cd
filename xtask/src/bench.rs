//! Measuring the command line beside other programs, on records that are made up for it.

use crate::process::Command;
use crate::project::Project;
use crate::setup;
use anyhow::{Context, bail};
use std::fs;

/// The profile that the commands are built with, which is also the name of its folder.
const PROFILE: &str = "commands";

/// Makes the records, measures, and prints a table for docs/performance.md.
pub fn run(project: &Project, records: u64, rounds: u32) -> anyhow::Result<()> {
    let Some(python) = setup::for_bench(project) else {
        bail!("The benchmark needs Python with DuckDB and pandas, which cannot be had here.");
    };
    let built = project
        .command("cargo")
        .args(["build", "--locked", "--quiet", "--package=mindset"])
        .args(["--profile", PROFILE])
        .run()?;
    if !built {
        bail!("The program could not be built; cargo says why above.");
    }
    let target = project.path("target");
    let mindset = target
        .join(PROFILE)
        .join(format!("mindset{}", std::env::consts::EXE_SUFFIX));
    let folder = target.join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let ran = Command::new(python)
        .args([project.path("tools/bench/group.py").as_os_str()])
        .args([mindset.as_os_str(), folder.as_os_str()])
        .args([records.to_string(), rounds.to_string()])
        .run()?;
    if !ran {
        bail!("The benchmark did not run to its end; it says why above.");
    }
    Ok(())
}
