//! Commands of the embedding page. Each only puts a screen before the reader, who decides.

use crate::importing;
use crate::shell::{Destination, Effect, Screen, Shell, Stored};
use model::Language;
use platform::HostCommand;
use records::Attempt;

/// What comes of a command.
pub(crate) fn obey(shell: &mut Shell, screen: &mut Screen, command: HostCommand) -> Effect {
    match command {
        HostCommand::Start => match screen {
            Screen::Questions(_) => Effect::Quiet,
            Screen::Result(state) if state.is_of_device() => Effect::Quiet,
            // It begins when the reader says so.
            _ => Effect::Go(Destination::Start),
        },
        HostCommand::Restart => Effect::Go(Destination::Start),
        HostCommand::Export(format) => match screen {
            Screen::Result(state) if state.is_of_device() && shell.is_own(state.attempt()) => {
                state.preview_as(shell, format);
                Effect::Show
            }
            // What the reader has not opened in this visit, the host does not open.
            _ => Effect::Go(match opened_result(shell) {
                Some(result) => Destination::Export(result, format),
                None => Destination::Data,
            }),
        },
        HostCommand::Import(bytes) => importing::open_file(shell, Ok(bytes)),
        HostCommand::Set(name, value) => set(shell, screen, &name, &value),
        // Where the reader can delete everything: a question that stands open already could be
        // answered by one press that was meant for something else.
        HostCommand::DeleteAll => Effect::Go(Destination::Data),
        HostCommand::Seen(sight) => match screen {
            Screen::Result(state) => {
                state.scores_request.sight = sight;
                Effect::Show
            }
            _ => Effect::Quiet,
        },
        HostCommand::Logo(logo) => {
            shell.logo = Some(logo);
            Effect::Show
        }
    }
}

/// The result that was on screen last in this visit, as it is stored now.
fn opened_result(shell: &Shell) -> Option<Stored<Attempt>> {
    shell.persistence.attempt(shell.reported.result()?)
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
