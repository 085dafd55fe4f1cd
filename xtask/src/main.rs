//! The commands of this project: `cargo xtask help` lists them.

mod args;
mod bench;
mod build;
mod check;
mod dist;
mod function_order;
mod fuzz;
mod gallery;
mod names;
mod page;
mod process;
mod project;
mod reliability;
mod serve;
mod setup;
mod size;

use anyhow::Context;
use args::{Arguments, Task};
use clap::{CommandFactory, Parser};
use project::Project;
use std::process::ExitCode;

fn main() -> ExitCode {
    match carry_out(Arguments::parse().task) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Does one task. `Ok(false)` means that the task has already said what failed.
fn carry_out(task: Option<Task>) -> anyhow::Result<bool> {
    let project = Project::here();
    match task {
        None => Arguments::command()
            .print_help()
            .context("The help could not be written")?,
        Some(Task::Bench { records, rounds }) => bench::run(&project, records, rounds)?,
        Some(Task::Build) => {
            build::release(&project)?;
            build::within_budget(&project)?;
            build::names_no_folder(&project)?;
        }
        Some(Task::Dist { scorm, no_build }) => {
            if !no_build {
                build::release(&project)?;
            }
            build::within_budget(&project)?;
            build::names_no_folder(&project)?;
            dist::pack(&project, args::package(scorm))?;
        }
        Some(Task::Fuzz { target, minutes }) => return fuzz::run(&project, target, minutes),
        Some(Task::Gallery { compare, pictures }) => match compare {
            Some(revision) => gallery::compare(&project, &revision)?,
            None if pictures => gallery::pictures(&project)?,
            None => {
                gallery::render(&project)?;
            }
        },
        Some(Task::Reliability { row, cases, seed }) => {
            return reliability::run(&project, row, cases, seed);
        }
        Some(Task::Serve { port }) => return serve::run(&project, port),
        Some(Task::Test { steps }) => return Ok(check::run(&project, &args::in_order(&steps))),
    }
    Ok(true)
}
