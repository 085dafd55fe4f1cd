//! What comes from beside the page later on: the other language, and a compiled custom
//! questionnaire.

use super::Msg;
use super::screen::Screen;
use super::shell::Shell;
use model::{Instrument, InstrumentRef, Language};
use platform::{CompileError, ContentError};
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
pub(crate) struct WantedLanguage {
    /// The language.
    pub language: Language,
    /// Whether the reader chose it, so that it is remembered.
    pub chosen: bool,
}

impl Shell {
    /// Goes on in a language, once every questionnaire is loaded in it. Until then the page
    /// stays as it is.
    pub fn change_language(&mut self, screen: &mut Screen, language: Language, chosen: bool) {
        self.want_language(language, chosen);
        self.switch_when_loaded(screen);
    }

    /// Asks for every questionnaire that is not loaded in a language.
    pub(super) fn want_language(&mut self, language: Language, chosen: bool) {
        let asked_already = self
            .wanted_language
            .is_some_and(|wanted| wanted.language == language);
        self.wanted_language = Some(WantedLanguage { language, chosen });
        if !asked_already {
            for reference in self.not_loaded_in(language) {
                let send = self.send.clone();
                let done = Box::new(move |read| send.emit(Msg::Content(Arrival::Language(read))));
                self.ports.content.fetch(&reference, language, done);
            }
        }
    }

    /// Takes what has come.
    pub(super) fn content_arrived(&mut self, screen: &mut Screen, arrival: Arrival) {
        match arrival {
            Arrival::Custom(compiled) => {
                self.take_custom_questionnaire(compiled);
                self.switch_when_loaded(screen);
            }
            Arrival::Language(Ok(bytes)) => match compiled::decode(&bytes) {
                Ok(read) => {
                    self.compiled.push(bytes);
                    self.join_language(screen, &read.instrument);
                }
                Err(_) => self.language_failed(),
            },
            Arrival::Language(Err(_)) => self.language_failed(),
        }
    }

    fn join_language(&mut self, screen: &mut Screen, read: &Instrument) {
        let known = self
            .catalogue
            .iter()
            .find_map(|known| known.with_language(read));
        match known {
            Some(joined) => self.use_instrument(screen, &Rc::new(joined)),
            None => return self.language_failed(),
        }
        self.switch_when_loaded(screen);
    }

    fn language_failed(&mut self) {
        // A reader who has gone back to the language on screen need not hear of it.
        if self.wanted_language.take().is_some() {
            self.announce(self.messages().errors.language_not_loaded);
        }
    }

    fn switch_when_loaded(&mut self, screen: &mut Screen) {
        if let Some(WantedLanguage { language, chosen }) = self.wanted_language
            && self.not_loaded_in(language).is_empty()
        {
            self.wanted_language = None;
            self.show_language(language);
            screen.forget_preview();
            if chosen {
                self.persistence.set_language(language);
            }
        }
    }

    /// The questionnaires that are not loaded in a language.
    fn not_loaded_in(&self, language: Language) -> Vec<InstrumentRef> {
        let missing = self.catalogue.iter().filter(|one| !one.speaks(language));
        missing.map(|one| one.reference()).collect()
    }

    /// Uses this instrument, which has another language joined in, wherever it is shown.
    fn use_instrument(&mut self, screen: &mut Screen, joined: &Rc<Instrument>) {
        let reference = joined.reference();
        for known in &mut self.catalogue {
            if known.is(&reference) {
                *known = joined.clone();
            }
        }
        screen.use_instrument(joined);
        self.persistence.use_instrument(joined);
    }
}
