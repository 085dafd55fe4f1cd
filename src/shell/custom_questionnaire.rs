//! A questionnaire that the embedding page hands over.

use super::shell::Shell;
use std::rc::Rc;

/// What has become of a custom questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum CustomQuestionnaire {
    /// None is asked for, or it is in the catalogue.
    #[default]
    Settled,
    /// It cannot be used: the place of its first fault; empty where it never came.
    Refused(String),
}

impl Shell {
    /// Reads what was handed over, and puts it first in the catalogue. Results of the bundled
    /// questionnaire can still be opened.
    pub fn read_custom_questionnaire(&mut self) {
        let Some(text) = self.ports.host.custom_questionnaire() else {
            self.custom = CustomQuestionnaire::Refused(String::new());
            return;
        };
        let custom = match definition::from_json(&text) {
            Ok(custom) => custom,
            Err(error) => {
                let first = error.faults.first();
                let place = first.map(|fault| fault.place.clone()).unwrap_or_default();
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
        self.persistence.reopen(&self.ports, &self.catalogue);
        self.custom = CustomQuestionnaire::Settled;
    }
}
