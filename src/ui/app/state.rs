//! What the app knows, and the small steps it is changed by.

use super::host::Known;
use super::own::Own;
use super::seal::Seal;
use super::viewed::Viewed;
use crate::shelf::{Restore, Shelf, Undo};
use crate::ui::import_error::FileError;
use crate::ui::scene::Scene;
use documents::Form;
use embedding::Config;
use i18n::{Messages, messages, negotiate};
use model::{Action, Session, Status, Step, Work};
use model::{Instrument, Language};
use platform::{Ports, StorageError, new_id};
use records::Attempt;
use records::{Document, Share};
use std::cell::Cell;
use std::rc::Rc;
use yew::Callback;

/// Which screen is shown; a screen enum rather than a router, which a frame has no use for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// The first screen.
    Start,
    /// The open attempt, at its step.
    Journey,
    /// A result from a file, or the example.
    Viewed,
    /// What is stored.
    Data,
}

/// Everything the app knows.
pub struct State {
    pub ports: Ports,
    pub shelf: Shelf,
    pub instruments: Vec<Rc<Instrument>>,
    pub language: Language,
    pub screen: Screen,
    /// The attempt being taken or shown.
    pub open: Option<Rc<Attempt>>,
    pub viewed: Option<Viewed>,
    /// Whether the last save failed, and how.
    pub trouble: Option<StorageError>,
    /// Whether the open attempt is durable as it is.
    pub saved: bool,
    pub file_error: Option<FileError>,
    /// Said quietly below, once.
    pub toast: Option<String>,
    /// What the page around this one asks for.
    pub look: Config,
    /// What it has been told.
    pub known: Known,
    /// A questionnaire of its own.
    pub own: Own,
    /// What the reader said about telling it the scores of this result.
    pub told_scores: Option<bool>,
    pub undo: Option<Undo>,
    /// The work on the open result before something was removed from it.
    pub removed: Option<Work>,
    pub asking_delete: bool,
    /// A file under a passphrase, being made or opened.
    pub seal: Seal,
    /// What restoring a backup would do, while that is asked.
    pub restore: Option<Restore>,
    /// What a result is saved as.
    pub form: Form,
    /// What of a result goes into the file.
    pub share: Share,
    /// The earlier result that was chosen to compare with.
    pub compared: Option<String>,
    /// The file that is shown before it is saved.
    pub preview: Option<Document>,
    /// The kept attempt it is of, on the screen with the data.
    pub previewed: Option<String>,
    /// Whether the reader has moved on from the first screen shown.
    pub moved: bool,
    /// How many options are on screen, for the number keys.
    pub options: Rc<Cell<usize>>,
    /// Counts the screens shown, so that each is a new one to the browser.
    pub arrivals: u32,
    pub on_saved: Callback<Result<(), StorageError>>,
    /// When the statement on screen came there, in seconds.
    pub since: f64,
}

impl State {
    /// The state on opening the page. Nothing is written.
    pub fn open(ports: Ports, on_saved: Callback<Result<(), StorageError>>) -> Self {
        // A test holds that it is sound. Not `expect`, which brings the errors' debug texts.
        let Ok(instrument) = definition::bundled() else {
            panic!("the bundled definition is not sound");
        };
        let instruments = vec![Rc::new(instrument)];
        let shelf = Shelf::open(
            ports.storage.clone(),
            ports.clock.clone(),
            instruments.clone(),
        );
        let preferred = ports.page.languages();
        // A host knows the language of its page; a reader changes it here.
        let look = Config::clone(&ports.host.config());
        let language = look
            .language
            .or(shelf.preferences().language)
            .unwrap_or_else(|| negotiate(preferred.iter().map(String::as_str)));
        let trouble = shelf.trouble();
        let mut state = Self {
            since: ports.clock.seconds(),
            ports,
            shelf,
            instruments,
            language,
            screen: Screen::Start,
            open: None,
            viewed: None,
            trouble,
            saved: false,
            file_error: None,
            toast: None,
            look,
            known: Known::default(),
            own: Own::Settled,
            told_scores: None,
            undo: None,
            removed: None,
            asking_delete: false,
            seal: Seal::default(),
            restore: None,
            form: Form::Json,
            share: Share::default(),
            compared: None,
            preview: None,
            previewed: None,
            moved: false,
            options: Rc::default(),
            arrivals: 0,
            on_saved,
        };
        if state.look.own {
            state.take_own();
        }
        state.announce_language();
        state.dress();
        // The guard of before a reload.
        state.ports.history.release();
        state
    }

    /// The interface's texts.
    pub fn messages(&self) -> &'static Messages {
        messages(self.language)
    }

    /// Language and instrument of what is on screen.
    pub fn scene(&self) -> Scene {
        let instrument = match self.screen {
            Screen::Journey => self.open.as_ref().map(|attempt| &attempt.instrument),
            Screen::Viewed => self
                .viewed
                .as_ref()
                .map(|viewed| &viewed.attempt.instrument),
            Screen::Start | Screen::Data => None,
        };
        Scene {
            language: self.language,
            instrument: instrument.unwrap_or(&self.instruments[0]).clone(),
            keyboard: self.ports.page.keyboard_likely(),
            moved: self.moved,
        }
    }

    /// The step of the open attempt, while the journey is on screen.
    pub fn step(&self) -> Option<Step> {
        let open = self
            .open
            .as_ref()
            .filter(|_| self.screen == Screen::Journey)?;
        Some(open.session.step())
    }

    /// Where the reader is: when this changes, a new screen arrives.
    pub fn place(&self) -> (Screen, Option<Step>, bool) {
        (self.screen, self.step(), self.file_error.is_some())
    }

    /// A new screen has arrived: the focus and the top of the page belong to it.
    pub fn arrived(&mut self) {
        self.moved = true;
        self.arrivals += 1;
        self.since = self.ports.clock.seconds();
        self.ports.page.turn();
        if self.screen == Screen::Start {
            self.ports.history.release();
        } else {
            self.ports.history.push();
        }
    }

    /// To another screen.
    pub fn go(&mut self, screen: Screen) {
        self.spend_time();
        self.screen = screen;
        self.asking_delete = false;
        self.restore = None;
        self.seal = Seal::default();
        self.form = Form::Json;
        // What was chosen for one result says nothing about the next.
        self.share = Share::default();
        self.forget_preview();
        self.file_error = None;
        self.toast = None;
        self.undo = None;
        self.removed = None;
        self.told_scores = None;
        self.options.set(0);
    }

    /// What was looked at is no longer what would be saved.
    pub(super) fn forget_preview(&mut self) {
        self.preview = None;
        self.previewed = None;
        self.seal.busy = false;
    }

    /// Begins a new attempt; the first moment at which anything is stored.
    pub fn begin(&mut self) {
        let instrument = self.instruments[0].clone();
        let earlier = self.shelf.attempts();
        let wave = earlier
            .iter()
            .filter(|one| one.instrument.id() == instrument.id())
            .count()
            + 1;
        let session = Session::start(
            &instrument,
            new_id(&*self.ports.random),
            wave as u32,
            self.language,
            self.ports.clock.now(),
        );
        self.go(Screen::Journey);
        self.save(Attempt::new(instrument, session));
        // Whether this is kept says nothing about the attempt, and losing it costs a tap.
        self.shelf.set_language(self.language, Box::new(|_| ()));
    }

    /// Opens the attempt with this id where it was left.
    pub fn resume(&mut self, id: &str) {
        if let Some(attempt) = self.shelf.attempt(id) {
            self.go(Screen::Journey);
            let complete = attempt.session.status() == Status::Completed;
            self.saved = true;
            self.open = Some(attempt);
            // A result is opened as a result, wherever it was left.
            if complete && self.step() != Some(Step::Result) {
                self.act(Action::Review);
                self.act(Action::Back);
            }
        }
    }

    /// Changes the open attempt and saves it.
    pub fn act(&mut self, action: Action) {
        self.toast = None;
        self.removed = None;
        self.forget_preview();
        let spent = self.time_spent();
        self.carry_out(spent.into_iter().chain([action]));
    }

    pub(super) fn carry_out(&mut self, actions: impl Iterator<Item = Action>) {
        let Some(open) = &self.open else {
            return;
        };
        let mut attempt = Attempt::clone(open);
        for action in actions {
            attempt.session.update(&attempt.instrument, action);
        }
        self.save(attempt);
    }
}
