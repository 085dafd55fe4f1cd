//! Commands of the embedding page. Each only puts a screen before the reader, who decides.

use crate::importing;
use crate::shell::{Destination, Effect, Screen, Shell};
use model::{Language, Status};
use platform::HostCommand;

/// What comes of a command.
pub(crate) fn obey(shell: &mut Shell, screen: &mut Screen, command: HostCommand) -> Effect {
    match command {
        HostCommand::Start => match screen {
            Screen::Questions(_) => Effect::Quiet,
            Screen::Result(state) if state.is_of_device() => Effect::Quiet,
            _ => Effect::Go(start(shell)),
        },
        HostCommand::Restart => Effect::Go(Destination::Start),
        HostCommand::Export(format) => match screen {
            Screen::Result(state) if state.is_of_device() => {
                state.preview_as(shell, format);
                Effect::Show
            }
            _ => {
                let attempts = shell.persistence.attempts().into_iter();
                let mut results = attempts.filter(|one| one.session.status() == Status::Completed);
                match results.next() {
                    Some(newest) => Effect::Go(Destination::Export(newest, format)),
                    None => Effect::Quiet,
                }
            }
        },
        HostCommand::Import(bytes) => importing::open_file(shell, Ok(bytes)),
        HostCommand::Set(name, value) => set(shell, screen, &name, &value),
        HostCommand::DeleteAll => Effect::Go(Destination::AskDeleteAll),
    }
}

/// To the attempt to continue, or else to a new one.
fn start(shell: &Shell) -> Destination {
    match shell.unfinished() {
        Some(attempt) => Destination::Attempt(attempt),
        None => Destination::Begin,
    }
}

/// Changes how the page looks.
fn set(shell: &mut Shell, screen: &mut Screen, name: &str, value: &str) -> Effect {
    match name {
        "lang" => {
            if let Some(language) = Language::from_tag(value) {
                shell.change_language(screen, language, false);
            }
        }
        _ => {
            if shell.config.take(name, value).is_some() {
                shell.apply_theme();
            }
        }
    }
    Effect::Show
}
