//! The page around this one: what it is told, and how it may change the look of this one.

use super::state::{Screen, State};
use embedding::Told;
use model::Language;
use model::{Status, Step};
use platform::StorageError;

/// What the page around this one has been told of the open attempt.
#[derive(Default)]
pub struct Known {
    attempt: String,
    done: usize,
    complete: bool,
}

impl State {
    /// Tells what has changed since it was told last: how far, and never what was answered.
    pub fn tell_host(&mut self) {
        let Some(open) = self.open.clone().filter(|_| self.screen == Screen::Journey) else {
            return;
        };
        let host = self.ports.host.clone();
        let session = &open.session;
        let done = session.answers().seen();
        let complete = session.status() == Status::Completed;
        let shown = complete && session.step() == Step::Result;
        if self.known.attempt != open.id() {
            self.known = Known {
                attempt: open.id().to_owned(),
                done,
                complete: shown,
            };
            // A result that is looked at again has not been made again.
            if !complete {
                host.tell(&Told::Start);
            }
            return;
        }
        if self.known.done != done {
            self.known.done = done;
            host.tell(&Told::Progress {
                answered: done,
                total: session.answers().total(),
            });
        }
        if shown && !self.known.complete {
            host.tell(&Told::Complete {
                attempt: open.id().to_owned(),
            });
        }
        self.known.complete = shown || (self.known.complete && complete);
    }

    /// Tells whether what was made has been kept.
    pub fn tell_saved(&self, result: &Result<(), StorageError>) {
        let status = match result {
            Ok(()) => "saved",
            Err(StorageError::Denied) => "denied",
            Err(StorageError::Full) => "full",
            Err(StorageError::Failed) => "failed",
        };
        self.ports.host.tell(&Told::Save { status });
    }

    /// Changes how the page looks, as the page around it asks.
    pub fn set(&mut self, name: &str, value: &str) {
        match name {
            "lang" => {
                if let Some(language) = Language::from_tag(value) {
                    self.show_in(language);
                }
            }
            _ => {
                if self.look.take(name, value).is_some() {
                    self.dress();
                }
            }
        }
    }
}
