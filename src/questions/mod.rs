//! Answering: questions about the situation, statements, the interludes between pages, and the
//! review.

mod interlude;
mod question;
mod review;
mod update;
mod view;

use crate::shell::{Derived, Destination, Effect, Shell, Stored, Version};
use model::{Action, ContextPlace, Instrument, Rating, ResponseScale, Session, Status, Step};
use platform::new_id;
use records::Attempt;
use scoring::{Scores, score_form};
use std::rc::Rc;
use store::Durability;

pub use interlude::{InterludeProps, context_interlude, interlude};
pub use question::{QuestionProps, question};
pub use review::{ReviewProps, review};
pub(crate) use view::questions;

/// What can happen here.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionsMsg {
    /// The respondent did something.
    Act(Action),
    /// The respondent asks for the result.
    Complete,
    /// A number key that means an answer on screen.
    Digit(u8),
}

impl QuestionsMsg {
    /// One screen back.
    pub fn back() -> Self {
        Self::Act(Action::Back)
    }
}

/// What the review shows.
pub(crate) struct ReviewRows {
    pub session: Rc<Session>,
    pub scores: Rc<Scores>,
}

/// An attempt at its step.
///
/// Where somebody looks at the answers of a completed attempt is known here and nowhere else: it is
/// written only when an answer has changed.
pub(crate) struct QuestionsState {
    /// The attempt with everything that was done here.
    attempt: Attempt,
    /// The version that the next commit builds on.
    version: Version,
    /// The completed attempt as it was when its answers were opened.
    completed: Option<Stored<Attempt>>,
    /// When the question on screen came there, in seconds.
    on_screen_since: f64,
    /// Counts what was done here.
    changes: u64,
    pub review: Derived<u64, Option<ReviewRows>>,
}

impl QuestionsState {
    fn new(
        shell: &Shell,
        attempt: Attempt,
        version: Version,
        completed: Option<Stored<Attempt>>,
    ) -> Self {
        Self {
            attempt,
            version,
            completed,
            on_screen_since: shell.ports.clock.seconds(),
            changes: 0,
            review: Derived::default(),
        }
    }

    /// A new attempt; the first moment at which anything is stored.
    pub fn begin(shell: &mut Shell) -> Self {
        let instrument = shell.current();
        let wave = shell.persistence.next_wave(instrument.id());
        let session = Session::start(
            &instrument,
            new_id(&*shell.ports.random),
            wave,
            shell.language,
            shell.ports.clock.now(),
        );
        let attempt = Attempt::new(instrument, session);
        let (new, durability) = (Version::default(), Durability::Relaxed);
        let stored = shell.persistence.commit(attempt, &new, durability);
        shell.persistence.set_language(shell.language);
        Self::resume(shell, &stored)
    }

    /// An attempt that is not finished, where it was left.
    pub fn resume(shell: &Shell, stored: &Stored<Attempt>) -> Self {
        let (attempt, version) = (Attempt::clone(stored), stored.version().clone());
        Self::new(shell, attempt, version, None)
    }

    /// The answers of a completed attempt.
    pub fn review(shell: &Shell, attempt: Stored<Attempt>) -> Self {
        let mut reviewed = Attempt::clone(&attempt);
        reviewed.session.update(&attempt.instrument, Action::Review);
        let version = attempt.version().clone();
        Self::new(shell, reviewed, version, Some(attempt))
    }

    /// Takes over what is stored now. Where the attempt is gone it was deleted: it is offered as a file,
    /// and never written again.
    pub fn follow(&mut self, shell: &mut Shell, anew: bool) -> Effect {
        if self.version.is_new() {
            return Effect::Show;
        }
        let Some(stored) = shell.persistence.attempt(self.attempt.id()) else {
            if !shell.persistence.contains(self.attempt.id()) {
                shell.add_vanished(&self.attempt);
            }
            return Effect::Go(Destination::Start);
        };
        if !anew && *stored.version() == self.version {
            return Effect::Show;
        }
        *self = match (&self.completed, stored.session.status()) {
            (None, Status::InProgress) => Self::resume(shell, &stored),
            (Some(_), Status::Completed) => Self::review(shell, stored),
            _ => return Effect::Go(Destination::Attempt(stored)),
        };
        Effect::Show
    }

    /// Uses this instrument, which has another language joined in.
    pub fn use_instrument(&mut self, joined: &Rc<Instrument>) {
        if self.attempt.instrument.is(&joined.reference()) {
            self.attempt.instrument = joined.clone();
            self.changes += 1;
        }
    }

    /// The attempt as it is on screen.
    pub fn attempt(&self) -> &Attempt {
        &self.attempt
    }

    /// Where the respondent is.
    pub fn step(&self) -> Step {
        self.attempt.session.step()
    }

    /// Whether nothing lies before this step.
    pub fn is_first(&self) -> bool {
        match self.step() {
            Step::Context(0) => self.context_place() == ContextPlace::Before,
            Step::Interlude(0) => {
                self.context_place() == ContextPlace::After
                    || self.attempt.instrument.context_questions().is_empty()
            }
            _ => false,
        }
    }

    fn context_place(&self) -> ContextPlace {
        self.attempt.instrument.parts().context_place
    }

    /// Derives what the review shows.
    pub fn refresh(&mut self) {
        let attempt = &self.attempt;
        self.review.refresh(self.changes, || {
            (attempt.session.step() == Step::Review).then(|| ReviewRows {
                scores: Rc::new(score_form(
                    &attempt.instrument,
                    attempt.session.form(),
                    attempt.session.answers(),
                )),
                session: Rc::new(attempt.session.clone()),
            })
        });
    }

    /// Digits that mean an answer to the question on screen.
    pub fn number_keys(&self) -> Vec<u8> {
        let keys: Vec<Option<u8>> = match self.step() {
            Step::Context(n) => {
                let question = &self.attempt.instrument.context_questions()[n];
                let options = question.options.len();
                (0..options)
                    .map(|place| context_key(place, options))
                    .collect()
            }
            Step::Item(_) => item_keys(self.attempt.instrument.response_scale()),
            _ => Vec::new(),
        };
        keys.into_iter().flatten().collect()
    }
}

/// The number key for a context option, which has a place and no number of its own; none where
/// one of this many options would need two digits.
fn context_key(place: usize, options: usize) -> Option<u8> {
    u8::try_from(place + 1).ok().filter(|_| options <= 9)
}

/// The number keys for the options of a scale: each is its number, and there are none where a
/// number has more than one digit.
fn item_keys(scale: &ResponseScale) -> Vec<Option<u8>> {
    let one_digit = scale.options.iter().all(|option| option.value <= 9);
    let key = |value: u8| one_digit.then_some(value);
    scale
        .options
        .iter()
        .map(|option| key(option.value))
        .collect()
}

/// The ratings of a scale, in the order of its options.
fn ratings(instrument: &Instrument) -> Vec<Rating> {
    let scale = instrument.response_scale();
    let options = scale.options.iter();
    options
        .filter_map(|option| Rating::new(option.value, scale))
        .collect()
}
