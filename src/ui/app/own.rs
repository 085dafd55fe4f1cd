//! A questionnaire of the host's own.

use super::state::State;
use crate::shelf::Shelf;
use std::rc::Rc;

/// What has become of a questionnaire of the host's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Own {
    /// None is asked for, or it is there.
    #[default]
    Settled,
    /// It cannot be used: the place of its first fault; empty where it never came.
    Refused(String),
}

impl State {
    /// Reads what was handed over, and puts it first. Results of the bundled questionnaire can
    /// still be opened.
    pub fn take_own(&mut self) {
        let Some(text) = self.ports.host.own() else {
            self.own = Own::Refused(String::new());
            return;
        };
        let own = match definition::from_json(&text) {
            Ok(own) => own,
            Err(error) => {
                let first = error.faults.first();
                self.own = Own::Refused(first.map(|fault| fault.place.clone()).unwrap_or_default());
                return;
            }
        };
        // Under the same name, answers to one could be read as answers to the other.
        let bundled = &self.instruments[0];
        if own.id() == bundled.id() && own.digest() != bundled.digest() {
            self.own = Own::Refused("meta.id".to_owned());
            return;
        }
        self.instruments.insert(0, Rc::new(own));
        self.shelf = Shelf::open(
            self.ports.storage.clone(),
            self.ports.clock.clone(),
            self.instruments.clone(),
        );
        self.own = Own::Settled;
        self.announce_language();
    }
}
