//! The commands of this project: `cargo xtask help` lists them.

mod args;
mod build;
mod check;
mod dist;
mod group;
mod input;
mod lint;
mod page;
mod process;
mod project;
mod records;
mod score;
mod serve;
mod setup;
mod size;

use args::Task;
use project::Project;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match args::parse(&words).and_then(carry_out) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(sentence) => {
            eprintln!("{sentence}");
            ExitCode::FAILURE
        }
    }
}

/// Does one task. `Ok(false)` means that the task has already said what failed.
fn carry_out(task: Task) -> Result<bool, String> {
    let project = Project::here();
    match task {
        Task::Help => {
            println!("{}", args::HELP);
            Ok(true)
        }
        Task::Build => {
            build::release(&project)?;
            build::within_budget(&project)?;
            build::names_no_folder(&project).map(|()| true)
        }
        Task::Dist { package, build } => {
            if build {
                build::release(&project)?;
            }
            build::within_budget(&project)?;
            build::names_no_folder(&project)?;
            dist::pack(&project, package).map(|()| true)
        }
        Task::Serve { port } => serve::run(&project, port),
        Task::Test(steps) => Ok(check::run(&project, &steps)),
        Task::Score(files) => records::feed(&files, score::run).map(|()| true),
        Task::Group(files) => records::feed(&files, group::run).map(|()| true),
        Task::Lint { files, language } => {
            records::feed(&files, |sources, out| lint::run(sources, language, out))
        }
    }
}
