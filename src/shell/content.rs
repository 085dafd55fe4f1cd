//! What comes from beside the page later on: the interface and the questionnaires in the other
//! language, a questionnaire that a stored record or an opened file answers, and a compiled custom
//! questionnaire.

use super::screen::Screen;
use super::shell::Shell;
use super::{Effect, Msg};
use crate::importing;
use i18n::Messages;
use model::{Instrument, InstrumentRef, Language};
use platform::{CompileError, ContentError};
use std::rc::Rc;

/// Something that was asked for has come, or not.
pub enum Arrival {
    /// The interface's texts in another language.
    Interface(Result<Vec<u8>, ContentError>),
    /// A questionnaire in another language.
    Language(Result<Vec<u8>, ContentError>),
    /// A questionnaire that was not loaded with the page.
    Questionnaire(InstrumentRef, Result<Vec<u8>, ContentError>),
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

/// Questionnaires that are fetched because something was answered on them.
#[derive(Default)]
pub(crate) struct FetchedQuestionnaires {
    /// Asked for and not here yet.
    pending: Vec<InstrumentRef>,
    /// Asked for in vain since the reader last chose a file: not asked for again until then, or
    /// a file that needs one would be opened again and again.
    failed: Vec<InstrumentRef>,
    /// The file that is opened when nothing is pending any more.
    file: Option<Vec<u8>>,
}

impl FetchedQuestionnaires {
    /// What was asked for in vain may be asked for once more.
    pub fn try_again(&mut self) {
        self.failed.clear();
    }

    /// Gives up opening the file: the reader has gone elsewhere.
    pub fn forget_file(&mut self) {
        self.file = None;
    }
}

impl Shell {
    /// What lies beside the page under this id and version and is not in the catalogue.
    pub(crate) fn obtainable(&self, id: &str, version: &str) -> Vec<InstrumentRef> {
        let mut listed = self.ports.content.listed();
        listed.retain(|one| {
            one.id == id
                && one.version == version
                && !self.fetched.failed.contains(one)
                && self.catalogue.find(one).exact().is_none()
        });
        listed
    }

    /// Fetches the questionnaires that stored records wait for, where they lie beside the page.
    pub(super) fn fetch_for_stored_records(&mut self) {
        for (id, version) in self.persistence.waits_for() {
            self.fetch(self.obtainable(&id, &version));
        }
    }

    /// Whether questionnaires that stored records need are still fetched.
    pub(crate) fn awaits_questionnaires(&self) -> bool {
        !self.fetched.pending.is_empty()
    }

    /// Fetches these questionnaires, and opens the file once they are here or have failed.
    pub(crate) fn fetch_for_file(&mut self, needed: Vec<InstrumentRef>, bytes: Vec<u8>) -> Effect {
        self.fetched.file = Some(bytes);
        self.fetch(needed);
        Effect::Show
    }

    fn fetch(&mut self, references: Vec<InstrumentRef>) {
        for reference in references {
            if self.fetched.pending.contains(&reference) {
                continue;
            }
            self.fetched.pending.push(reference.clone());
            let (send, of) = (self.send.clone(), reference.clone());
            let done = Box::new(move |read| {
                send.emit(Msg::Content(Arrival::Questionnaire(of, read)));
            });
            self.ports.content.fetch(&reference, self.language, done);
        }
    }

    fn questionnaire_arrived(
        &mut self,
        reference: InstrumentRef,
        read: Result<Vec<u8>, ContentError>,
    ) -> Effect {
        self.fetched.pending.retain(|one| *one != reference);
        let bytes = read.unwrap_or_default();
        let decoded = compiled::decode(&bytes).ok();
        let instrument = decoded
            .map(|read| Rc::new(read.instrument))
            .filter(|instrument| instrument.is(&reference));
        // The reader may have changed the language in the meantime.
        let language = self
            .wanted_language
            .map_or(self.language, |wanted| wanted.language);
        match instrument.map(|one| (one.speaks(language), self.catalogue.add(one))) {
            Some((speaks, Ok(()))) => {
                self.compiled.push(bytes);
                if !speaks {
                    self.fetch_language(&reference, language);
                }
            }
            _ => self.fetched.failed.push(reference),
        }
        if !self.fetched.pending.is_empty() {
            return Effect::Quiet;
        }
        self.persistence.use_catalogue(&self.catalogue);
        if let Some(place) = &self.reopening {
            self.send.emit(Msg::Reopen(place.clone()));
        }
        match self.fetched.file.take() {
            Some(bytes) => importing::open_file(self, Ok(bytes)),
            None => Effect::Show,
        }
    }

    /// Goes on in a language, once the interface and every questionnaire are loaded in it. Until
    /// then the page stays as it is.
    pub fn change_language(&mut self, screen: &mut Screen, language: Language, chosen: bool) {
        self.want_language(language, chosen);
        self.switch_when_loaded(screen);
    }

    /// Asks for what is not loaded in a language: the interface, and each questionnaire.
    pub(super) fn want_language(&mut self, language: Language, chosen: bool) {
        let asked_already = self
            .wanted_language
            .is_some_and(|wanted| wanted.language == language);
        self.wanted_language = Some(WantedLanguage { language, chosen });
        if !asked_already {
            if self.texts_in(language).is_none() {
                let send = self.send.clone();
                let done = Box::new(move |read| send.emit(Msg::Content(Arrival::Interface(read))));
                self.ports.content.fetch_interface(language, done);
            }
            for reference in self.not_loaded_in(language) {
                self.fetch_language(&reference, language);
            }
        }
    }

    fn fetch_language(&self, reference: &InstrumentRef, language: Language) {
        let send = self.send.clone();
        let done = Box::new(move |read| send.emit(Msg::Content(Arrival::Language(read))));
        self.ports.content.fetch(reference, language, done);
    }

    /// Takes what has come.
    pub(super) fn content_arrived(&mut self, screen: &mut Screen, arrival: Arrival) -> Effect {
        match arrival {
            Arrival::Questionnaire(reference, read) => {
                return self.questionnaire_arrived(reference, read);
            }
            Arrival::Custom(compiled) => {
                self.take_custom_questionnaire(compiled);
                self.switch_when_loaded(screen);
            }
            Arrival::Interface(read) => {
                match compiled::decode_interface(read.unwrap_or_default()) {
                    Ok(loaded) => {
                        self.loaded_texts.push(loaded);
                        self.switch_when_loaded(screen);
                    }
                    Err(_) => self.language_failed(),
                }
            }
            Arrival::Language(Ok(bytes)) => match compiled::decode(&bytes) {
                Ok(read) => {
                    let joined = self.joined(read.instrument);
                    self.compiled.push(bytes);
                    match joined {
                        Some(joined) => {
                            self.use_instrument(screen, &Rc::new(joined));
                            self.switch_when_loaded(screen);
                        }
                        None => self.language_failed(),
                    }
                }
                Err(_) => self.language_failed(),
            },
            Arrival::Language(Err(_)) => self.language_failed(),
        }
        Effect::Show
    }

    /// A questionnaire with the texts of the languages that it has been loaded in before; `None`
    /// for one that has not been. They are read once more from its files: the one in the catalogue
    /// is on screen, and to copy it is code that nothing else needs.
    fn joined(&self, read: Instrument) -> Option<Instrument> {
        let digest = read.digest().to_owned();
        let files = self.compiled.iter();
        let loaded = files.filter_map(|file| compiled::decode(file).ok());
        let mut known = loaded
            .map(|one| one.instrument)
            .filter(|one| one.digest() == digest);
        let first = known.next()?;
        known
            .chain([read])
            .try_fold(first, Instrument::with_language)
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
            && let Some(texts) = self.texts_in(language)
        {
            self.wanted_language = None;
            self.show_language(language, texts);
            screen.forget_preview(self);
            if chosen {
                self.persistence.set_language(language);
            }
        }
    }

    /// The interface's texts in a language, where they are loaded.
    fn texts_in(&self, language: Language) -> Option<&'static Messages> {
        let mut loaded = self.loaded_texts.iter();
        loaded
            .find(|(speaks, _)| *speaks == language)
            .map(|(_, texts)| *texts)
    }

    /// The questionnaires that are not loaded in a language.
    fn not_loaded_in(&self, language: Language) -> Vec<InstrumentRef> {
        let missing = self
            .catalogue
            .all()
            .iter()
            .filter(|one| !one.speaks(language));
        missing.map(|one| one.reference()).collect()
    }

    /// Uses this instrument, which has another language joined in, wherever it is shown.
    fn use_instrument(&mut self, screen: &mut Screen, joined: &Rc<Instrument>) {
        self.catalogue.replace(joined);
        screen.use_instrument(joined);
        self.persistence.use_catalogue(&self.catalogue);
    }
}
