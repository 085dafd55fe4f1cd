//! The questionnaires and the interface's texts that are at hand, and what is fetched of them.

use crate::PageTexts;
use i18n::{Messages, TalkMessages};
use model::{Catalogue, Instrument, InstrumentRef, Language};
use platform::{Content, ContentError};
use std::rc::Rc;
use ui::ViewContext;
use yew::Callback;

/// Something that was asked for has come, or not.
pub enum Arrival {
    /// The interface's texts in another language.
    Interface(Result<Vec<u8>, ContentError>),
    /// A questionnaire in this language.
    Questionnaire(InstrumentRef, Language, Result<Vec<u8>, ContentError>),
}

/// What has come of an arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrived {
    /// Something else is still on its way.
    Waiting,
    /// Everything that was asked for is here, or will not come.
    Settled,
}

/// Questionnaires, and all texts of a page.
pub struct Library<T: PageTexts = TalkMessages> {
    content: Rc<dyn Content>,
    send: Callback<Arrival>,
    /// Every questionnaire that is at hand.
    pub catalogue: Catalogue,
    /// The compiled files that it was read from, for the worker that knows files.
    pub compiled: Vec<Vec<u8>>,
    /// The language of the page.
    pub language: Language,
    /// The language that was asked for and is not whole yet.
    wanted: Option<Language>,
    texts: Vec<(Language, &'static T)>,
    pending: Vec<(InstrumentRef, Language)>,
    failed: Vec<InstrumentRef>,
}

impl<T: PageTexts> Library<T> {
    /// What was loaded with the page.
    pub fn new(content: Rc<dyn Content>, send: Callback<Arrival>) -> Self {
        // The build made both, and their hashes were checked.
        let (Ok(first), Ok((language, texts))) = (
            compiled::decode(&content.first()),
            compiled::decode_interface(content.first_interface()),
        ) else {
            panic!("what lies beside the page is not sound");
        };
        let compiled = vec![content.first()];
        Self {
            content,
            send,
            catalogue: [Rc::new(first.instrument)].into_iter().collect(),
            compiled,
            language,
            wanted: None,
            texts: vec![(language, texts)],
            pending: Vec::new(),
            failed: Vec::new(),
        }
    }

    /// The interface's texts.
    pub fn messages(&self) -> &'static Messages {
        self.texts().interface()
    }

    /// The texts of this page alone.
    pub fn own(&self) -> &'static T::Own {
        self.texts().own()
    }

    /// All texts of this page.
    pub fn texts(&self) -> &'static T {
        self.texts_in(self.language).unwrap_or(self.texts[0].1)
    }

    /// What a view of an instrument needs: whether a `keyboard` is likely, and whether the reader has
    /// `moved` on, so that a screen takes the focus.
    pub fn context(&self, instrument: &Rc<Instrument>, keyboard: bool, moved: bool) -> ViewContext {
        ViewContext {
            language: self.language,
            texts: self.messages(),
            instrument: instrument.clone(),
            keyboard,
            moved,
        }
    }

    /// Every questionnaire and version that lies beside the page.
    pub fn listed(&self) -> Vec<InstrumentRef> {
        self.content.listed()
    }

    /// The newest version of a questionnaire that lies beside the page.
    pub fn newest(&self, id: &str) -> Option<InstrumentRef> {
        // The build lists the newest first.
        self.listed().into_iter().find(|one| one.id == id)
    }

    /// The questionnaire, where it is at hand.
    pub fn find(&self, reference: &InstrumentRef) -> Option<Rc<Instrument>> {
        self.catalogue.find(reference).exact()
    }

    /// Whether something is on its way.
    pub fn is_waiting(&self) -> bool {
        !self.pending.is_empty() || self.wanted.is_some()
    }

    /// Fetches the questionnaires of this id and version that are not at hand.
    pub fn fetch_named(&mut self, id: &str, version: &str) {
        let listed = self.listed().into_iter();
        let named = listed.filter(|one| one.id == id && one.version == version);
        for reference in named.collect::<Vec<_>>() {
            self.fetch(reference);
        }
    }

    /// Fetches a questionnaire that is not at hand; whether it is on its way.
    pub fn fetch(&mut self, reference: InstrumentRef) -> bool {
        if self.find(&reference).is_some() || self.failed.contains(&reference) {
            return false;
        }
        self.ask(reference, self.language);
        true
    }

    /// What was asked for in vain may be asked for once more.
    pub fn try_again(&mut self) {
        self.failed.clear();
    }

    fn ask(&mut self, reference: InstrumentRef, language: Language) {
        let asked = (reference, language);
        if self.pending.contains(&asked) {
            return;
        }
        self.pending.push(asked.clone());
        let (reference, send) = (asked.0.clone(), self.send.clone());
        let done = Box::new(move |read| {
            send.emit(Arrival::Questionnaire(asked.0, asked.1, read));
        });
        self.content.fetch(&reference, language, done);
    }

    /// Goes on in a language once everything is here in it. Until then the page stays as it is.
    pub fn want(&mut self, language: Language) {
        self.wanted = Some(language);
        if self.texts_in(language).is_none() {
            let send = self.send.clone();
            let done = Box::new(move |read| send.emit(Arrival::Interface(read)));
            self.content.fetch_interface(language, done);
        }
        for instrument in self.catalogue.all().to_vec() {
            if !instrument.speaks(language) {
                self.ask(instrument.reference(), language);
            }
        }
        self.switch();
    }

    /// Takes what has come.
    pub fn arrived(&mut self, arrival: Arrival) -> Arrived {
        match arrival {
            Arrival::Interface(read) => {
                match compiled::decode_interface(read.unwrap_or_default()) {
                    Ok(loaded) => self.texts.push(loaded),
                    Err(_) => self.wanted = None,
                }
            }
            Arrival::Questionnaire(reference, language, read) => {
                self.pending
                    .retain(|asked| *asked != (reference.clone(), language));
                let bytes = read.unwrap_or_default();
                let decoded = compiled::decode(&bytes).ok().map(|read| read.instrument);
                match decoded.filter(|one| one.is(&reference)) {
                    Some(instrument) => self.take(instrument, bytes),
                    None => {
                        // A language that cannot be had whole is not changed to.
                        self.wanted = self.wanted.filter(|wanted| *wanted != language);
                        self.failed.push(reference);
                    }
                }
            }
        }
        self.switch();
        match self.is_waiting() {
            true => Arrived::Waiting,
            false => Arrived::Settled,
        }
    }

    /// Takes a questionnaire into the catalogue, joined to the languages that it is there in.
    fn take(&mut self, read: Instrument, bytes: Vec<u8>) {
        let digest = read.digest().to_owned();
        let files = self.compiled.iter();
        let loaded = files.filter_map(|file| compiled::decode(file).ok());
        let mut known = loaded
            .map(|one| one.instrument)
            .filter(|one| one.digest() == digest);
        match known.next() {
            Some(first) => {
                let joined = known
                    .chain([read])
                    .try_fold(first, Instrument::with_language);
                if let Some(joined) = joined {
                    self.catalogue.replace(&Rc::new(joined));
                }
            }
            None => {
                // Fails only for an id that differs in case alone from one that is there.
                let _ = self.catalogue.add(Rc::new(read));
            }
        }
        self.compiled.push(bytes);
    }

    fn texts_in(&self, language: Language) -> Option<&'static T> {
        let mut texts = self.texts.iter();
        texts
            .find(|(speaks, _)| *speaks == language)
            .map(|(_, texts)| *texts)
    }

    fn switch(&mut self) {
        if let Some(language) = self.wanted
            && self.texts_in(language).is_some()
            && self.catalogue.all().iter().all(|one| one.speaks(language))
        {
            self.wanted = None;
            self.language = language;
        }
    }
}
