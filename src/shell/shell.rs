//! What outlives a screen.

use super::content::WantedLanguage;
use super::custom_questionnaire::CustomQuestionnaire;
use super::persistence::Persistence;
use super::{Effect, Msg};
use crate::host::Reported;
use crate::importing::FileError;
use crate::shelf;
use compiled::{Example, Questionnaire};
use embedding::Config;
use i18n::{Messages, messages, negotiate};
use model::{Instrument, Language};
use platform::Ports;
use std::rc::Rc;
use ui::ViewContext;
use yew::Callback;

/// What is announced beside a screen. It goes with the screen.
#[derive(Default)]
pub(crate) struct Announcement {
    /// Said quietly below, once.
    pub toast: Option<String>,
    /// What the toast offers to take back.
    pub undo: Option<shelf::Undo>,
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
    /// Every questionnaire that is at hand; a new attempt is of the first.
    pub catalogue: Vec<Rc<Instrument>>,
    /// The compiled files that the catalogue was read from, for the worker that knows files.
    pub compiled: Vec<Vec<u8>>,
    /// How many jobs that worker has been given.
    pub file_jobs: u32,
    pub language: Language,
    /// What the embedding page asked for.
    pub config: Config,
    pub custom: CustomQuestionnaire,
    /// The example result of the bundled questionnaire.
    pub example: Option<Example>,
    /// A language that was asked for and is not loaded yet.
    pub wanted_language: Option<WantedLanguage>,
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
        let first = ports.content.first();
        let Ok(Questionnaire {
            instrument,
            example,
        }) = compiled::decode(&first)
        else {
            panic!("the questionnaire beside the page is not sound");
        };
        let catalogue = vec![Rc::new(instrument)];
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
        let language = match catalogue[0].speaks(wanted) {
            true => wanted,
            false => catalogue[0].languages().next().unwrap_or(wanted),
        };
        let mut shell = Self {
            ports,
            persistence,
            catalogue,
            compiled: vec![first],
            file_jobs: 0,
            language,
            config,
            custom: CustomQuestionnaire::default(),
            example,
            wanted_language: None,
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
    pub fn announce_undo(&mut self, text: &str, undo: shelf::Undo) {
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
