//! A questionnaire that the embedding page hands over, checked and compiled beside the page.

use super::Msg;
use super::content::Arrival;
use super::shell::Shell;
use platform::CompileError;
use std::rc::Rc;

/// What has become of a custom questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum CustomQuestionnaire {
    /// None is asked for, or it is in the catalogue.
    #[default]
    Settled,
    /// It is being checked: nothing can be begun yet.
    Checking,
    /// It cannot be used: the place of its first fault; empty where it never came.
    Refused(String),
}

impl Shell {
    /// Has what was handed over checked and compiled.
    pub(super) fn check_custom_questionnaire(&mut self) {
        let Some(text) = self.ports.host.custom_questionnaire() else {
            self.custom = CustomQuestionnaire::Refused(String::new());
            return;
        };
        self.custom = CustomQuestionnaire::Checking;
        let send = self.send.clone();
        let done = Box::new(move |compiled| send.emit(Msg::Content(Arrival::Custom(compiled))));
        self.ports.content.compile(&text, done);
    }

    /// Puts a custom questionnaire first in the catalogue. Results of the bundled one can still be
    /// opened.
    pub(super) fn take_custom_questionnaire(&mut self, compiled: Result<Vec<u8>, CompileError>) {
        let custom = match compiled {
            Ok(bytes) => match compiled::decode(&bytes) {
                Ok(read) => Ok((read.instrument, bytes)),
                Err(_) => Err(String::new()),
            },
            Err(CompileError::Refused { place, .. }) => Err(place),
            Err(CompileError::NotLoaded) => Err(String::new()),
        };
        let (custom, bytes) = match custom {
            Ok(custom) => custom,
            Err(place) => {
                self.custom = CustomQuestionnaire::Refused(place);
                return;
            }
        };
        // Under the same name, answers to one could be read as answers to the other.
        let bundled = &self.catalogue[0];
        if custom.id() == bundled.id() && custom.digest() != bundled.digest() {
            self.custom = CustomQuestionnaire::Refused("meta.id".to_owned());
            return;
        }
        self.catalogue.insert(0, Rc::new(custom));
        self.compiled.insert(0, bytes);
        self.example = None;
        self.persistence.reopen(&self.ports, &self.catalogue);
        self.custom = CustomQuestionnaire::Settled;
        self.announce_language();
    }
}
