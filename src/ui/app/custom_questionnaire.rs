//! A custom questionnaire: one that the host hands over, checked and compiled beside the page.

use super::content::Arrival;
use super::state::State;
use crate::shelf::Shelf;
use platform::CompileError;
use std::rc::Rc;

/// What has become of a custom questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CustomQuestionnaire {
    /// None is asked for, or it is there.
    #[default]
    Settled,
    /// It is being checked: nothing can be begun yet.
    Checking,
    /// It cannot be used: the place of its first fault; empty where it never came.
    Refused(String),
}

impl State {
    /// Has what was handed over checked and compiled.
    pub fn check_custom(&mut self) {
        let Some(text) = self.ports.host.own() else {
            self.custom = CustomQuestionnaire::Refused(String::new());
            return;
        };
        self.custom = CustomQuestionnaire::Checking;
        let arrived = self.on_content.clone();
        let done = Box::new(move |compiled| arrived.emit(Arrival::Custom(compiled)));
        self.ports.content.compile(&text, done);
    }

    /// Puts a custom questionnaire first. Results of the bundled one can still be opened.
    pub fn take_custom(&mut self, compiled: Result<Vec<u8>, CompileError>) {
        let custom = match compiled {
            Ok(bytes) => compiled::decode(&bytes).map_err(|_| String::new()),
            Err(CompileError::Refused { place, .. }) => Err(place),
            Err(CompileError::NotLoaded) => Err(String::new()),
        };
        let custom = match custom {
            Ok(questionnaire) => questionnaire.instrument,
            Err(place) => {
                self.custom = CustomQuestionnaire::Refused(place);
                return;
            }
        };
        // Under the same name, answers to one could be read as answers to the other.
        let bundled = &self.instruments[0];
        if custom.id() == bundled.id() && custom.digest() != bundled.digest() {
            self.custom = CustomQuestionnaire::Refused("meta.id".to_owned());
            return;
        }
        self.instruments.insert(0, Rc::new(custom));
        self.example = None;
        self.shelf = Shelf::open(
            self.ports.storage.clone(),
            self.ports.clock.clone(),
            self.instruments.clone(),
        );
        self.custom = CustomQuestionnaire::Settled;
        self.announce_language();
    }
}
