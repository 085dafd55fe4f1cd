//! `mindset`: scores, group figures and checks of questionnaires, at the command line.
//!
//! Read `arguments.rs` for the commands and their help, `catalogue.rs` for the questionnaires
//! that are known, `sources.rs` and `records/` for the input, and then one file a command.

mod arguments;
mod catalogue;
mod group;
mod library;
mod lint;
mod manual;
mod records;
mod score;
mod sources;

use arguments::{Arguments, Command};
use catalogue::catalogue;
use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    // A command line that cannot be understood ends here, with exit code 2.
    match carry_out(Arguments::parse().command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Carries out one command. `Ok(false)` means that its output already says what is wrong.
fn carry_out(command: Command) -> anyhow::Result<bool> {
    match command {
        Command::Score(of) => {
            let catalogue = catalogue(&of.questionnaires)?;
            sources::feed(&of.files, |sources, out| {
                score::run(&catalogue, sources, out)
            })?;
        }
        Command::Group(of) => {
            let catalogue = catalogue(&of.questionnaires)?;
            sources::feed(&of.files, |sources, out| {
                group::run(&catalogue, sources, out)
            })?;
        }
        Command::Lint { language, files } => {
            return sources::feed(&files, |sources, out| {
                lint::run(sources, language.into(), out)
            });
        }
        Command::Man { folder } => manual::write(&folder)?,
    }
    Ok(true)
}
