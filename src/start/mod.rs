//! The first screen: what this is, what must be said, and the ways in.

mod check_in;
mod view;

use crate::importing;
use crate::result::{ResultPart, ResultState};
use crate::shell::{Derived, Destination, Effect, Shell};
use model::{InstrumentRef, Language};
use report::Report;
use std::rc::Rc;
use yew::AttrValue;

pub use check_in::Reminder;
pub(crate) use check_in::agreed;
pub use view::{EarlierResult, Resume, StartProps, offered, start_screen};

/// What can happen here.
#[derive(Clone, Debug, PartialEq)]
pub enum StartMsg {
    /// Begin a new attempt.
    Begin,
    /// Continue the attempt with this id, or open its result.
    Open(AttrValue),
    /// Show the agreements of the result with this id.
    Agreements(AttrValue),
    /// Show the fictional example.
    Example,
    /// Open the file chosen in the field with this id.
    File(AttrValue),
}

/// What the first screen lists.
pub(crate) struct StartRows {
    /// The attempt to continue, if there is one.
    pub resume: Option<Resume>,
    /// Completed results, the newest first.
    pub earlier: Rc<Vec<EarlierResult>>,
}

/// The first screen.
#[derive(Default)]
pub(crate) struct StartState {
    pub rows: Derived<(u64, Language), StartRows>,
    /// What is said about the example of the current questionnaire, where it has one.
    pub example: Derived<InstrumentRef, Option<Rc<Report>>>,
    /// What a reminder led here with; it goes with the screen.
    pub reminder: Option<Reminder>,
}

impl StartState {
    /// The first screen of a page that is being opened, with what a reminder brought.
    pub fn on_opening(shell: &Shell) -> Self {
        let brought = shell.ports.page.brought("check-in");
        Self {
            reminder: brought.map(|encoded| Reminder::read(&encoded)),
            ..Self::default()
        }
    }

    /// Whether it shows what a reminder brought.
    pub fn is_check_in(&self) -> bool {
        matches!(self.reminder, Some(Reminder::CheckIn(_)))
    }

    /// Derives the rows from the records, and what is said about the example.
    pub fn refresh(&mut self, shell: &Shell) {
        let key = (shell.persistence.revision(), shell.language);
        self.rows.refresh(key, || StartRows {
            resume: shell.resumable(),
            earlier: Rc::new(shell.earlier_results()),
        });
        self.example.refresh(shell.current.clone(), || {
            let attempt = importing::example(shell)?.attempt;
            Some(Rc::new(Report::new(&attempt.instrument, &attempt.session)))
        });
    }
}

/// What comes of a message.
pub(crate) fn update(shell: &mut Shell, message: StartMsg) -> Effect {
    match message {
        StartMsg::Begin => Effect::Go(Destination::Begin),
        StartMsg::Open(id) => match shell.persistence.attempt(&id) {
            Some(attempt) => Effect::Go(Destination::Attempt(attempt)),
            None => Effect::Quiet,
        },
        StartMsg::Agreements(id) => match shell.persistence.attempt(&id) {
            Some(attempt) => {
                let state = ResultState::of_device(attempt).at(ResultPart::Agreements);
                Effect::Go(Destination::Result(Box::new(state)))
            }
            None => Effect::Quiet,
        },
        StartMsg::Example => importing::show_example(shell),
        StartMsg::File(field) => importing::read_file(shell, &field),
    }
}
