//! `mindset`: scores, group figures and checks of questionnaires, at the command line.
//!
//! Read `arguments.rs` for the commands and their help, `catalogue.rs` for the questionnaires
//! that are known, `sources.rs` and `records/` for the input, `screen.rs` and `output.rs` for what
//! comes out, and then one file a command.

mod arguments;
mod catalogue;
mod export;
mod group;
mod library;
mod lint;
mod made_up;
mod manual;
mod output;
mod records;
mod score;
mod screen;
mod sources;

use arguments::{Arguments, Command};
use catalogue::catalogue;
use clap::Parser;
use output::OutputError;
use screen::complain;
use std::io::{Cursor, stderr};
use std::process::ExitCode;

/// Carries out what was typed, and gives the exit code.
pub fn run() -> ExitCode {
    let command = match Arguments::try_parse() {
        Ok(typed) => typed.command,
        Err(error) => return answer(&error),
    };
    match carry_out(command) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => failure(&error),
    }
}

/// Prints the help where it was asked for, and else what could not be understood.
fn answer(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        complain(&mut stderr(), error.render().to_string().trim_end());
        return ExitCode::from(2);
    }
    match error.print() {
        Ok(()) => ExitCode::SUCCESS,
        Err(unwritten) => failure(&OutputError::from(unwritten).into()),
    }
}

fn failure(error: &anyhow::Error) -> ExitCode {
    if output::is_gone(error) {
        return ExitCode::SUCCESS;
    }
    complain(&mut stderr(), &format!("{error:#}"));
    ExitCode::FAILURE
}

/// Carries out one command. `Ok(false)` means that its output already says what is wrong.
fn carry_out(command: Command) -> anyhow::Result<bool> {
    match command {
        Command::Score(of) => {
            let catalogue = catalogue(&of.questionnaires)?;
            sources::feed(&of.files, |sources, out| {
                score::run(&catalogue, sources, out, &mut stderr())
            })?;
        }
        Command::Group(of) => {
            let catalogue = catalogue(&of.questionnaires)?;
            sources::feed(&of.files, |sources, out| {
                group::run(&catalogue, sources, out, &mut stderr())
            })?;
        }
        Command::Export {
            records,
            format,
            out: folder,
            key,
        } => {
            let catalogue = catalogue(&records.questionnaires)?;
            sources::feed(&records.files, |sources, out| {
                let to = (format, folder.as_path(), key.as_deref());
                export::run(&catalogue, sources, to, out, &mut stderr())
            })?;
        }
        Command::Lint { language, files } => {
            return sources::feed(&files, |sources, out| {
                lint::run(sources, language.into(), out)
            });
        }
        Command::MadeUp {
            count,
            seed,
            instrument,
        } => {
            let mut out = std::io::BufWriter::new(std::io::stdout().lock());
            made_up::run(&catalogue(&[])?, &instrument, count, seed, &mut out)?;
        }
        Command::Man { folder } => manual::write(&folder)?,
    }
    Ok(true)
}

/// What `score` and `group` print about an input, and what they complain about; for tests of the
/// readers with input of any kind.
pub fn figures(input: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let (mut out, mut complaints) = (Vec::new(), Vec::new());
    let source = || {
        let input = Box::new(Cursor::new(input.to_owned()));
        vec![("input".to_owned(), input as Box<dyn std::io::BufRead>)]
    };
    thread_local! {
        static CATALOGUE: catalogue::Catalogue = catalogue(&[]).expect("what ships is sound");
    }
    CATALOGUE.with(|catalogue| {
        // That records could not be read is among the complaints.
        let _ = score::run(catalogue, source(), &mut out, &mut complaints);
        let _ = group::run(catalogue, source(), &mut out, &mut complaints);
    });
    (out, complaints)
}
