//! Which screen is open, with the state that belongs to it.

use super::{Effect, Restoration, Shell, Stored};
use crate::data::{DataState, SealedFile};
use crate::host::Reported;
use crate::importing::{self, OpenedFile};
use crate::questions::QuestionsState;
use crate::result::{ResultPart, ResultState};
use crate::start::StartState;
use file_jobs::FileOutcome;
use model::{Instrument, Status, Step};
use platform::{Page, WorkerFailed};
use records::{Attempt, FileFormat};
use std::rc::Rc;

/// A screen; a frame has no use for a router.
pub(crate) enum Screen {
    Start(Box<StartState>),
    Questions(Box<QuestionsState>),
    Result(Box<ResultState>),
    Data(Box<DataState>),
}

/// Where a message leads.
pub(crate) enum Destination {
    /// The first screen.
    Start,
    /// The first screen with what a reminder brought.
    Reminder,
    /// A new attempt.
    Begin,
    /// An attempt where it was left: its next question, or its result.
    Attempt(Stored<Attempt>),
    /// The answers of a completed attempt.
    Review(Stored<Attempt>),
    /// A result that is not stored here.
    Opened(Box<OpenedFile>),
    /// The same, after it has been stored.
    Stored(Stored<Attempt>),
    /// The newest result, with its file in this format to be looked at.
    Export(Stored<Attempt>, FileFormat),
    /// A result at one of its parts.
    Result(Box<ResultState>),
    /// What is stored.
    Data,
    /// The same, with a backup that waits for a yes.
    Restore(Box<Restoration>),
    /// The same, with a file that waits for its passphrase.
    Sealed(Vec<u8>),
}

/// What makes one place another than the last.
#[derive(PartialEq)]
pub(crate) enum Place {
    /// Whether a reminder led to it.
    Start(bool),
    Question(Step),
    /// The id of the attempt, and how often another part was gone to.
    Result(String, u32),
    Data,
}

/// A result at one of its parts, as a reload brings it back, or an attempt where it was left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultPlace {
    /// The id of the attempt; none for the example.
    attempt: Option<String>,
    /// The name of the part; [`ANSWERS`] among the questions, and empty for what an address brought.
    part: String,
}

/// What stands in place of a part's name where a reload brings back a question: no part is called so.
const ANSWERS: &str = "-";

/// What stands between the name of a part and the id of an attempt, in neither of which it can be.
const BETWEEN: char = ' ';

impl ResultPlace {
    /// The place of this text; nothing of it is believed yet.
    pub fn read(text: &str) -> Option<Self> {
        let (part, attempt) = text.split_once(BETWEEN)?;
        Some(Self {
            attempt: Some(attempt.to_owned()).filter(|id| !id.is_empty()),
            part: part.to_owned(),
        })
    }

    /// The attempt that the address of the page brought (`#attempt=`); nothing of it is believed yet.
    pub fn brought(page: &dyn Page) -> Option<Self> {
        let attempt = page.brought("attempt");
        attempt.is_some().then_some(Self {
            attempt,
            part: String::new(),
        })
    }

    /// The id of its attempt, where an address brought it.
    pub(crate) fn brought_attempt(&self) -> Option<&str> {
        self.attempt.as_deref().filter(|_| self.part.is_empty())
    }

    /// The way back to it: to the attempt, where that is still stored, and to the example.
    pub(crate) fn reopen(&self, shell: &mut Shell) -> Effect {
        let state = match &self.attempt {
            None => importing::example(shell).map(|file| ResultState::opened(Box::new(file))),
            Some(id) => match shell.persistence.attempt(id) {
                Some(stored)
                    if stored.session.status() == Status::InProgress || is_for_talk(&stored) =>
                {
                    return Effect::Go(Destination::Attempt(stored));
                }
                stored => stored.map(ResultState::of_device),
            },
        };
        match state {
            Some(state) => {
                let part = ResultPart::of_id(&self.part, &state.attempt().instrument);
                let state = state.at(part.unwrap_or_default());
                Effect::Go(Destination::Result(Box::new(state)))
            }
            None => Effect::Quiet,
        }
    }

    fn write(&self) -> String {
        let mut text = self.part.clone();
        text.push(BETWEEN);
        text.push_str(self.attempt.as_deref().unwrap_or_default());
        text
    }
}

/// Whether an attempt goes on on the page for the talk: what somebody has said about another person.
pub(super) fn is_for_talk(attempt: &Attempt) -> bool {
    attempt.session.status() == Status::Completed && attempt.session.form().is_about_another()
}

impl Default for Screen {
    fn default() -> Self {
        Self::Start(Box::default())
    }
}

impl Screen {
    /// A screen as it is on arrival.
    pub fn open(destination: Destination, shell: &mut Shell) -> Self {
        let data = |state: DataState| Self::Data(Box::new(state));
        match destination {
            Destination::Start => Self::default(),
            Destination::Reminder => Self::Start(Box::new(StartState::on_opening(shell))),
            Destination::Begin => Self::Questions(Box::new(QuestionsState::begin(shell))),
            Destination::Attempt(attempt) => match attempt.session.status() {
                Status::Completed => Self::Result(Box::new(ResultState::of_device(attempt))),
                Status::InProgress => {
                    Self::Questions(Box::new(QuestionsState::resume(shell, &attempt)))
                }
            },
            Destination::Review(attempt) => {
                Self::Questions(Box::new(QuestionsState::review(shell, attempt)))
            }
            Destination::Opened(file) => Self::Result(Box::new(ResultState::opened(file))),
            Destination::Stored(attempt) => {
                shell.announce_once_saved(shell.messages().result.file_stored);
                Self::Result(Box::new(ResultState::of_device(attempt)))
            }
            Destination::Export(attempt, format) => {
                let mut state = ResultState::of_device(attempt);
                state.preview_as(shell, format);
                Self::Result(Box::new(state))
            }
            Destination::Result(state) => Self::Result(state),
            Destination::Data => {
                shell.ports.file_jobs.prepare();
                data(DataState::default())
            }
            Destination::Restore(restore) => data(DataState {
                restore: Some(*restore),
                ..DataState::default()
            }),
            Destination::Sealed(bytes) => data(DataState {
                sealed: Some(SealedFile::new(bytes)),
                ..DataState::default()
            }),
        }
    }

    /// Where this is.
    pub fn place(&self) -> Place {
        match self {
            Self::Start(state) => Place::Start(state.is_check_in()),
            Self::Questions(state) => Place::Question(state.step()),
            Self::Result(state) => Place::Result(state.attempt().id().to_owned(), state.turns()),
            Self::Data(_) => Place::Data,
        }
    }

    /// What a reload is to bring back; nothing for a screen that it does not.
    pub fn remembered(&self, shell: &Shell) -> String {
        let of = |attempt: Option<&Attempt>, part: String| {
            let attempt = attempt.map(|attempt| attempt.id().to_owned());
            ResultPlace { attempt, part }.write()
        };
        match self {
            Self::Result(state) if state.is_of_device() || state.is_example() => {
                let attempt = state.attempt();
                let part = state.part().id(&attempt.instrument);
                of(Some(attempt).filter(|_| state.is_of_device()), part)
            }
            // The first screen leads back to an own attempt at the current questionnaire alone.
            Self::Questions(state)
                if state.step() != Step::Result && !shell.is_own(state.attempt()) =>
            {
                of(Some(state.attempt()), ANSWERS.to_owned())
            }
            _ => String::new(),
        }
    }

    /// Derives what the view shows from the state, where the state is another one than before.
    pub fn refresh(&mut self, shell: &Shell) {
        match self {
            Self::Start(state) => state.refresh(shell),
            Self::Questions(state) => state.refresh(),
            Self::Result(state) => state.refresh(shell),
            Self::Data(state) => state.refresh(shell),
        }
    }

    /// Sends the embedding page what it may know of the open attempt.
    pub fn report(&self, shell: &mut Shell) {
        // What another tab does, it reports itself.
        if shell.is_read_only() {
            return;
        }
        match self {
            Self::Questions(state) if shell.is_own(state.attempt()) => {
                Reported::update(shell, state.attempt(), false);
            }
            Self::Result(state) if state.is_of_device() && shell.is_own(state.attempt()) => {
                Reported::update(shell, state.attempt(), true);
            }
            _ => shell.reported.leave(),
        }
    }

    /// The id of the attempt on screen, where it is one of this device.
    pub fn open_attempt(&self) -> Option<&str> {
        match self {
            Self::Questions(state) => Some(state.attempt().id()),
            Self::Result(state) if state.is_of_device() => Some(state.attempt().id()),
            _ => None,
        }
    }

    /// Follows the records, which another tab may have changed. `anew` says that what is on
    /// screen was not saved, and gives way to what is stored.
    pub fn follow(&mut self, shell: &mut Shell, anew: bool) -> Effect {
        match self {
            Self::Questions(state) => state.follow(shell, anew),
            Self::Result(state) => state.follow(shell, anew),
            Self::Start(_) | Self::Data(_) => Effect::Show,
        }
    }

    /// Saves what has not been saved yet: the page is hidden, or the screen is left.
    pub fn settle(&mut self, shell: &mut Shell) {
        match self {
            Self::Questions(state) => state.record_time(shell),
            Self::Result(state) => state.settle(shell),
            Self::Start(_) | Self::Data(_) => {}
        }
    }

    /// The reader sees this from now on.
    pub fn arrived(&mut self, shell: &Shell) {
        if let Self::Questions(state) = self {
            state.restart_time(shell);
        }
    }

    /// Uses this instrument, which has another language joined in, for the attempt at it.
    pub fn use_instrument(&mut self, joined: &Rc<Instrument>) {
        match self {
            Self::Questions(state) => state.use_instrument(joined),
            Self::Result(state) => state.use_instrument(joined),
            Self::Start(_) | Self::Data(_) => {}
        }
    }

    /// Takes the file that the job of this number has made, where it is one that is waited for here.
    pub fn file_made(&mut self, number: u32, outcome: Result<FileOutcome, WorkerFailed>) {
        match self {
            Self::Result(state) => state.sharing.take(number, &outcome),
            Self::Data(state) => {
                if let Some(preview) = &mut state.preview {
                    preview.file.take(number, &outcome);
                }
            }
            Self::Start(_) | Self::Questions(_) => {}
        }
    }

    /// What was previewed is no longer what would be saved.
    pub fn forget_preview(&mut self, shell: &Shell) {
        match self {
            Self::Result(state) => state.sharing.forget_preview(shell),
            Self::Data(state) => state.forget_preview(shell),
            Self::Start(_) | Self::Questions(_) => {}
        }
    }

    /// Digits that mean an answer here.
    pub fn number_keys(&self) -> Vec<u8> {
        match self {
            Self::Questions(state) => state.number_keys(),
            _ => Vec::new(),
        }
    }

    /// The browser's back key goes one screen back among the questions and among the parts of a
    /// result, and from anywhere else to the first screen; from there it leaves.
    pub fn browser_back(&mut self, shell: &mut Shell) -> Effect {
        match self {
            Self::Questions(state) if !state.is_first() => {
                let effect = state.update(shell, crate::questions::QuestionsMsg::back());
                shell.ports.history.push();
                effect
            }
            Self::Result(state) if state.has_gone_on() => {
                state.back(shell);
                shell.ports.history.push();
                Effect::Show
            }
            _ => Effect::Go(Destination::Start),
        }
    }
}
