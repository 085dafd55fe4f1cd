//! What outlives a screen.

use super::ResultPlace;
use super::content::{FetchedQuestionnaires, WantedLanguage};
use super::custom_questionnaire::CustomQuestionnaire;
use super::open_attempt::{OpenAttempt, RefusedChange};
use super::persistence::Persistence;
use super::{Effect, Msg};
use crate::host::Reported;
use crate::importing::FileError;
use compiled::{Example, Questionnaire};
use embedding::{Config, Logo};
use i18n::{Messages, negotiate};
use model::{Catalogue, Instrument, InstrumentRef, Language};
use platform::Ports;
use records::PageAddress;
use std::rc::Rc;
use ui::ViewContext;
use yew::Callback;

/// Something that is said, in the language of the page.
pub(crate) type Said = fn(&Messages) -> &'static str;

/// What is announced beside a screen. It goes with the screen.
#[derive(Default)]
pub(crate) struct Announcement {
    /// Said quietly below, once.
    pub toast: Option<String>,
    /// What is said in it once everything is saved.
    pub once_saved: Option<&'static str>,
    /// Everything that was deleted since the screen was opened, which the toast offers to take back
    /// for as long as the screen stays open, and what it says while it says nothing else.
    pub undo: Option<(Said, store::Undo)>,
    /// Why a chosen file was not opened.
    pub file_error: Option<FileError>,
    /// The job that opens a file.
    pub opening: Option<u32>,
    /// The file that was given to it last.
    pub unopened: Vec<u8>,
}

/// The records, the catalogue, the language and the embedding page: what every screen needs.
pub(crate) struct Shell {
    pub ports: Ports,
    pub persistence: Persistence,
    /// Every questionnaire that is at hand.
    pub catalogue: Catalogue,
    /// Which of them a new attempt is of: the one that was loaded with the page, or a custom one.
    pub current: InstrumentRef,
    /// The compiled files that the catalogue was read from, for the worker that knows files.
    pub compiled: Vec<Vec<u8>>,
    /// How many jobs that worker has been given.
    pub file_jobs: u32,
    pub language: Language,
    /// The interface's texts in that language.
    pub(super) texts: &'static Messages,
    /// The same in every language that has been loaded.
    pub(super) loaded_texts: Vec<(Language, &'static Messages)>,
    /// What the embedding page asked for.
    pub config: Config,
    /// Its logo, for the printed sheet.
    pub logo: Option<Logo>,
    pub custom: CustomQuestionnaire,
    /// The example result of the current questionnaire, where it has one.
    pub example: Option<Example>,
    /// A language that was asked for and is not loaded yet.
    pub wanted_language: Option<WantedLanguage>,
    pub fetched: FetchedQuestionnaires,
    /// What a reload brings back, until that is done or proves impossible.
    pub reopening: Option<ResultPlace>,
    /// What the embedding page has been sent.
    pub reported: Reported,
    pub announcement: Announcement,
    /// The address of ours that the reader is led to once everything is saved.
    pub leads_to: Option<String>,
    /// The attempt on screen, where it is of this device.
    pub open_attempt: Option<OpenAttempt>,
    /// What was done here and could not be saved, as another tab came first.
    pub refused_changes: Vec<RefusedChange>,
    /// Whether the reader has moved on from the first screen: before that, nothing takes the focus.
    pub moved: bool,
    pub send: Callback<Msg>,
}

impl Shell {
    /// On opening the page. Nothing is written.
    pub fn open(ports: Ports, send: Callback<Msg>) -> Self {
        // The build made both and their hashes were checked. Not `expect`, which brings the errors'
        // texts.
        let first = ports.content.first();
        let Ok(Questionnaire {
            instrument,
            example,
        }) = compiled::decode(&first)
        else {
            panic!("the questionnaire beside the page is not sound");
        };
        // In the language that boot.js takes for the right one; whether it is, is known once the
        // records are open.
        let interface = compiled::decode_interface(ports.content.first_interface());
        let Ok((language, texts)) = interface else {
            panic!("the interface's texts beside the page are not sound");
        };
        let (current, instrument) = (instrument.reference(), Rc::new(instrument));
        let catalogue: Catalogue = [instrument].into_iter().collect();
        let config = Config::clone(&ports.host.config());
        let on_stored = send.reform(Msg::Stored);
        let persistence = Persistence::open(&ports, config.persist, &catalogue, on_stored);
        let mut shell = Self {
            ports,
            persistence,
            catalogue,
            current,
            compiled: vec![first],
            file_jobs: 0,
            language,
            texts,
            loaded_texts: vec![(language, texts)],
            config,
            logo: None,
            custom: CustomQuestionnaire::default(),
            example,
            wanted_language: None,
            fetched: FetchedQuestionnaires::default(),
            reopening: None,
            reported: Reported::default(),
            announcement: Announcement::default(),
            leads_to: None,
            open_attempt: None,
            refused_changes: Vec::new(),
            moved: false,
            send,
        };
        if shell.config.custom {
            shell.check_custom_questionnaire();
        }
        shell.announce_language();
        shell.apply_theme();
        // The guard of before a reload.
        shell.ports.history.release();
        shell
    }

    /// The language to speak. A host knows that of its page; a reader changes it here.
    pub fn wanted_language(&self) -> Language {
        let preferred = self.ports.page.languages();
        self.persistence
            .language()
            .or(self.config.language)
            .unwrap_or_else(|| negotiate(preferred.iter().map(String::as_str)))
    }

    /// The interface's texts.
    pub fn messages(&self) -> &'static Messages {
        self.texts
    }

    /// The questionnaire that a new attempt is of.
    pub fn current(&self) -> Rc<Instrument> {
        // What is current is added before it is named, and nothing is ever taken out.
        let Some(current) = self.catalogue.find(&self.current).exact() else {
            panic!("the current questionnaire is not in the catalogue");
        };
        current
    }

    /// What a view of this instrument needs.
    pub fn context(&self, instrument: &Rc<Instrument>) -> ViewContext {
        ViewContext {
            language: self.language,
            texts: self.texts,
            instrument: instrument.clone(),
            keyboard: self.ports.page.keyboard_likely(),
            moved: self.moved,
        }
    }

    /// The page's own address, where a link can lead to this questionnaire: a custom one is not at
    /// hand on another page.
    pub fn page_address(&self) -> Option<PageAddress> {
        let address = PageAddress::try_from(self.ports.page.address()).ok();
        address.filter(|_| !self.config.custom)
    }

    /// Says something quietly below.
    pub fn announce(&mut self, text: impl Into<String>) {
        self.announcement.toast = Some(text.into());
    }

    /// Says something quietly below once everything that was changed is saved; where that fails, never.
    pub fn announce_once_saved(&mut self, text: &'static str) {
        self.announcement.once_saved = Some(text);
        self.say_what_is_saved();
    }

    /// Says what waits for everything to be saved, where that is so now.
    pub fn say_what_is_saved(&mut self) {
        if self.persistence.is_saved()
            && let Some(text) = self.announcement.once_saved.take()
        {
            self.announce(text);
        }
    }

    /// Leads to the page for the talk with an attempt about another person. In a frame it stays: the
    /// page around it would notice.
    pub fn lead_to_talk(&mut self, id: &str) {
        match self.ports.host.listens() {
            true => self.announce(self.messages().errors.about_another),
            false => self.leads_to = Some(["together.html#view=", id].concat()),
        }
        self.leave_once_saved();
    }

    /// Leaves for the address that the reader is led to, where that waits for nothing: a browser may
    /// drop what it is still writing.
    pub fn leave_once_saved(&mut self) {
        if self.persistence.is_saved()
            && let Some(address) = self.leads_to.take()
        {
            self.ports.page.leave_for(&address);
        }
    }

    /// Says that something was deleted, which can be taken back along with what was deleted before.
    pub fn announce_deletion(&mut self, said: Said, mut deletion: store::Undo) {
        if let Some((_, mut earlier)) = self.announcement.undo.take() {
            earlier.extend(deletion);
            deletion = earlier;
        }
        self.offer_undo(said, deletion);
    }

    /// Says that something was not taken back, which can be tried again along with what was deleted
    /// since.
    pub fn announce_not_undone(&mut self, said: Said, mut undo: store::Undo) {
        if let Some((_, later)) = self.announcement.undo.take() {
            undo.extend(later);
        }
        self.offer_undo(said, undo);
    }

    fn offer_undo(&mut self, said: Said, undo: store::Undo) {
        self.dismiss();
        self.announcement.undo = Some((said, undo));
    }

    /// The reader has gone on: what was said is no longer news. What was deleted can still be taken
    /// back.
    pub fn dismiss(&mut self) {
        self.announcement.toast = None;
    }

    /// Says why a file was not opened.
    pub fn refuse(&mut self, error: FileError) -> Effect {
        self.announcement.file_error = Some(error);
        Effect::Show
    }

    /// Offers a file to the reader, and says whether the browser took it.
    pub fn offer(&mut self, name: &str, media_type: &str, bytes: &[u8]) -> bool {
        let taken = self.ports.downloads.save(name, media_type, bytes);
        let t = self.messages();
        self.announce(if taken {
            t.result.saved_file(name)
        } else {
            t.errors.download_failed.to_string()
        });
        taken
    }
}
