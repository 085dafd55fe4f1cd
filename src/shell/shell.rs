//! What outlives a screen.

use super::content::{FetchedQuestionnaires, WantedLanguage};
use super::custom_questionnaire::CustomQuestionnaire;
use super::persistence::Persistence;
use super::{Effect, Msg};
use crate::host::Reported;
use crate::importing::FileError;
use crate::shelf;
use compiled::{Example, Questionnaire};
use embedding::Config;
use i18n::{Messages, messages, negotiate};
use model::{Catalogue, Instrument, InstrumentRef, Language, Work};
use platform::Ports;
use std::rc::Rc;
use ui::ViewContext;
use yew::Callback;

/// What can be taken back.
pub(crate) enum Undo {
    /// A deletion.
    Deletion(shelf::Undo),
    /// Something that was removed from the work on the result on screen: the work before.
    Removal(Box<Work>),
}

/// What is announced beside a screen. It goes with the screen.
#[derive(Default)]
pub(crate) struct Announcement {
    /// Said quietly below, once.
    pub toast: Option<String>,
    /// What the toast offers to take back.
    pub undo: Option<Undo>,
    /// Why a chosen file was not opened.
    pub file_error: Option<FileError>,
}

/// The records, the catalogue, the language and the embedding page: what every screen needs.
pub(crate) struct Shell {
    pub ports: Ports,
    pub persistence: Persistence,
    /// Every questionnaire that is at hand.
    pub catalogue: Catalogue,
    /// Which of them a new attempt is of: the one that was loaded with the page, or a custom one.
    pub current: InstrumentRef,
    pub language: Language,
    /// What the embedding page asked for.
    pub config: Config,
    pub custom: CustomQuestionnaire,
    /// The example result of the current questionnaire, where it has one.
    pub example: Option<Example>,
    /// A language that was asked for and is not loaded yet.
    pub wanted_language: Option<WantedLanguage>,
    pub fetched: FetchedQuestionnaires,
    /// What the embedding page has been sent.
    pub reported: Reported,
    pub announcement: Announcement,
    /// Whether the reader has moved on from the first screen: before that, nothing takes the focus.
    pub moved: bool,
    pub send: Callback<Msg>,
}

impl Shell {
    /// On opening the page. Nothing is written.
    pub fn open(ports: Ports, send: Callback<Msg>) -> Self {
        // The build made it and its hash was checked. Not `expect`, which brings the errors' texts.
        let Ok(Questionnaire {
            instrument,
            example,
        }) = compiled::decode(&ports.content.first())
        else {
            panic!("the questionnaire beside the page is not sound");
        };
        let (current, instrument) = (instrument.reference(), Rc::new(instrument));
        let catalogue: Catalogue = [instrument.clone()].into_iter().collect();
        let on_committed = send.reform(Msg::Committed);
        let persistence = Persistence::open(&ports, &catalogue, on_committed);
        let preferred = ports.page.languages();
        let config = Config::clone(&ports.host.config());
        // A host knows the language of its page; a reader changes it here.
        let wanted = config
            .language
            .or(persistence.language())
            .unwrap_or_else(|| negotiate(preferred.iter().map(String::as_str)));
        // Only the program knows a language that was stored as a host asks; boot.js loads the one
        // that it takes for the right one.
        let language = match instrument.speaks(wanted) {
            true => wanted,
            false => instrument.languages().next().unwrap_or(wanted),
        };
        let mut shell = Self {
            ports,
            persistence,
            catalogue,
            current,
            language,
            config,
            custom: CustomQuestionnaire::default(),
            example,
            wanted_language: None,
            fetched: FetchedQuestionnaires::default(),
            reported: Reported::default(),
            announcement: Announcement::default(),
            moved: false,
            send,
        };
        if shell.config.custom {
            shell.check_custom_questionnaire();
        }
        if wanted != language {
            shell.want_language(wanted, false);
        }
        shell.fetch_for_stored_records();
        shell.announce_language();
        shell.apply_theme();
        // The guard of before a reload.
        shell.ports.history.release();
        shell
    }

    /// The interface's texts.
    pub fn messages(&self) -> &'static Messages {
        messages(self.language)
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
            instrument: instrument.clone(),
            keyboard: self.ports.page.keyboard_likely(),
            moved: self.moved,
        }
    }

    /// Says something quietly below, with nothing to take back.
    pub fn announce(&mut self, text: impl Into<String>) {
        self.announcement.toast = Some(text.into());
        self.announcement.undo = None;
    }

    /// The same with something to take back.
    pub fn announce_undo(&mut self, text: &str, undo: Undo) {
        self.announcement.toast = Some(text.to_owned());
        self.announcement.undo = Some(undo);
    }

    /// The reader has gone on: what was said is no longer news.
    pub fn dismiss(&mut self) {
        self.announcement.toast = None;
        self.announcement.undo = None;
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
            (t.result.saved_file)(name)
        } else {
            t.errors.download_failed.to_string()
        });
        taken
    }
}
