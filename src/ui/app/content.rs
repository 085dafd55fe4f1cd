//! What comes from beside the page later on: the other language, and a compiled custom
//! questionnaire.

use super::state::State;
use model::{Instrument, InstrumentRef, Language};
use platform::{CompileError, ContentError};
use records::Attempt;
use std::rc::Rc;

/// Something that was asked for has come, or not.
pub enum Arrival {
    /// A questionnaire in another language.
    Language(Result<Vec<u8>, ContentError>),
    /// The custom questionnaire.
    Custom(Result<Vec<u8>, CompileError>),
}

/// A language that was asked for and is not loaded yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WantedLanguage {
    /// The language.
    pub language: Language,
    /// Whether the reader chose it, so that it is remembered.
    pub chosen: bool,
}

impl State {
    /// Goes on in a language, once every questionnaire is loaded in it. Until then the page
    /// stays as it is.
    pub fn change_language(&mut self, language: Language, chosen: bool) {
        let asked_already = self
            .wanted_language
            .is_some_and(|wanted| wanted.language == language);
        self.wanted_language = Some(WantedLanguage { language, chosen });
        if !asked_already {
            for reference in self.not_loaded_in(language) {
                let arrived = self.on_content.clone();
                let done = Box::new(move |read| arrived.emit(Arrival::Language(read)));
                self.ports.content.fetch(&reference, language, done);
            }
        }
        self.switch_when_loaded();
    }

    /// Takes what has come.
    pub fn content_arrived(&mut self, arrival: Arrival) {
        match arrival {
            Arrival::Custom(compiled) => self.take_custom(compiled),
            Arrival::Language(Ok(bytes)) => match compiled::decode(&bytes) {
                Ok(read) => self.join_language(&read.instrument),
                Err(_) => self.language_failed(),
            },
            Arrival::Language(Err(_)) => self.language_failed(),
        }
    }

    fn join_language(&mut self, read: &Instrument) {
        let known = self
            .instruments
            .iter()
            .find_map(|known| known.with_language(read));
        match known {
            Some(joined) => self.use_instrument(&Rc::new(joined)),
            None => return self.language_failed(),
        }
        self.switch_when_loaded();
    }

    fn language_failed(&mut self) {
        // A reader who has gone back to the language on screen need not hear of it.
        if self.wanted_language.take().is_some() {
            self.toast = Some(self.messages().errors.language_not_loaded.to_string());
            self.undo = None;
        }
    }

    fn switch_when_loaded(&mut self) {
        if let Some(WantedLanguage { language, chosen }) = self.wanted_language
            && self.not_loaded_in(language).is_empty()
        {
            self.wanted_language = None;
            self.show_in(language);
            if chosen {
                // Not `done`: a language that is kept is no sign that answers are.
                self.shelf.set_language(language, Box::new(|_| ()));
            }
        }
    }

    /// The questionnaires that are not loaded in a language.
    fn not_loaded_in(&self, language: Language) -> Vec<InstrumentRef> {
        let missing = self.instruments.iter().filter(|one| !one.speaks(language));
        missing.map(|one| one.reference()).collect()
    }

    /// Uses this instrument, which has another language joined in, wherever it is shown.
    fn use_instrument(&mut self, joined: &Rc<Instrument>) {
        let reference = joined.reference();
        for known in &mut self.instruments {
            if known.is(&reference) {
                *known = joined.clone();
            }
        }
        if let Some(open) = &mut self.open
            && open.instrument.is(&reference)
        {
            *open = Rc::new(Attempt {
                instrument: joined.clone(),
                ..Attempt::clone(open)
            });
        }
        if let Some(viewed) = &mut self.viewed
            && viewed.attempt.instrument.is(&reference)
        {
            viewed.attempt.instrument = joined.clone();
        }
        self.shelf.use_instrument(joined);
    }
}
