//! Answering: questions about the situation, statements, the interludes between pages, and the
//! review.

mod interlude;
mod question;
mod review;
mod update;
mod view;

use crate::shell::{Derived, Destination, Effect, Shell, Stored, Version};
use model::{
    Action, ContextPlace, Instrument, Rating, ResponseOption, Session, Status, Step, with_name,
};
use platform::new_id;
use records::Attempt;
use scoring::{Scores, score_form};
use std::rc::Rc;
use store::Durability;
use ui::ViewContext;
use yew::AttrValue;

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
            Step::Context(0) => self.asks_context_first(),
            Step::Interlude(0) => !self.asks_context_first(),
            _ => false,
        }
    }

    /// Whether questions about the situation come before the statements.
    pub fn asks_context_first(&self) -> bool {
        let attempt = &self.attempt;
        let place = attempt.instrument.context_place(attempt.session.form());
        place == Some(ContextPlace::Before)
    }

    /// Derives what the review shows: also while a finished form about another person is being saved,
    /// before its page opens.
    pub fn refresh(&mut self) {
        let attempt = &self.attempt;
        self.review.refresh(self.changes, || {
            matches!(attempt.session.step(), Step::Review | Step::Result).then(|| ReviewRows {
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
            Step::Item(_) => item_keys(options(&self.attempt)),
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

/// The options of a statement, as the form of an attempt labels them.
fn options(attempt: &Attempt) -> &[ResponseOption] {
    let scale = attempt.instrument.response_scale();
    scale.options_for(attempt.session.form())
}

/// The number keys for these options: each is its number, and there are none where a number has
/// more than one digit.
fn item_keys(options: &[ResponseOption]) -> Vec<Option<u8>> {
    let one_digit = options.iter().all(|option| option.value <= 9);
    let key = |value: u8| one_digit.then_some(value);
    options.iter().map(|option| key(option.value)).collect()
}

/// The ratings that the options of a statement mean, in their order.
fn ratings(attempt: &Attempt) -> Vec<Rating> {
    let scale = attempt.instrument.response_scale();
    let options = options(attempt).iter();
    options
        .filter_map(|option| Rating::new(option.value, scale))
        .collect()
}

/// A statement as the form of a session words it: about another person with their name, or with a
/// word for them where none was given.
pub fn statement(view: &ViewContext, session: &Session, item: usize) -> AttrValue {
    let form = session.form();
    let text = view.instrument.item_text(form, item).get(view.language);
    if !form.is_about_another() {
        return text.to_owned().into();
    }
    let given = session.parts().subject.pseudonym.trim();
    if !given.is_empty() {
        return with_name(text, given).into();
    }
    let mut filled = with_name(text, view.messages().journey.colleague);
    // A sentence may begin with it.
    if let Some(first) = filled.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    filled.into()
}
