//! One attempt at one instrument, from the first question to the result.

use super::route::{after_all_context, after_context, after_item, asks_after_items, before, first};
use super::{Action, Answer, Answers, BeliefEdit, BeliefWork, Plan, Step, fitted_belief_work};
use crate::{Form, Instrument, Language, Rater, Subject, Timestamp};

/// Whether the respondent has asked for the result yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Still answering, or stopped on the way.
    InProgress,
    /// The result has been opened from the review.
    Completed,
}

/// Everything a session consists of. Any combination is read through
/// [`Session::restore`], which brings it in line with its instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct SessionParts {
    /// Random id; records are joined on it.
    pub id: String,
    /// How often this person has taken this instrument, from 1.
    pub wave: u32,
    /// The language the items were first shown in.
    pub language: Language,
    /// Who answers.
    pub rater: Rater,
    /// Whom it is about; on a self-report the rater.
    pub subject: Subject,
    /// When it was begun.
    pub started_at: Timestamp,
    /// When it was completed, once it is.
    pub completed_at: Option<Timestamp>,
    /// Whether an answer has changed since then.
    pub changed_since_completion: bool,
    /// Where the respondent is.
    pub step: Step,
    /// Whether answering an item leads back to the review instead of to the next one.
    pub reviewing: bool,
    /// Answers to the items.
    pub answers: Answers,
    /// Chosen option of each context question, as option indices.
    pub context: Vec<Option<usize>>,
    /// Seconds spent on each page; for the respondent's own screen only.
    pub page_seconds: Vec<f64>,
    /// Limiting beliefs examined, at most one entry an item.
    pub belief_work: Vec<BeliefWork>,
    /// What is done next.
    pub plan: Plan,
}

/// One attempt at one instrument.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    parts: SessionParts,
}

impl Session {
    /// A new self-report, on its first screen.
    pub fn start(
        instrument: &Instrument,
        id: String,
        wave: u32,
        language: Language,
        started_at: Timestamp,
    ) -> Self {
        Self::start_form(
            instrument,
            (Rater::default(), Subject::default()),
            id,
            wave,
            language,
            started_at,
        )
    }

    /// A new session on the form that the rater's role names, on its first screen.
    pub fn start_form(
        instrument: &Instrument,
        (rater, subject): (Rater, Subject),
        id: String,
        wave: u32,
        language: Language,
        started_at: Timestamp,
    ) -> Self {
        let pages = instrument.form_pages(rater.role).len();
        let step = first(instrument, rater.role);
        Self {
            parts: SessionParts {
                id,
                wave,
                language,
                rater,
                subject,
                started_at,
                completed_at: None,
                changed_since_completion: false,
                step,
                reviewing: false,
                answers: Answers::none(instrument),
                context: vec![None; instrument.context_questions().len()],
                page_seconds: vec![0.0; pages],
                belief_work: Vec::new(),
                plan: Plan::default(),
            },
        }
    }

    /// A session from stored parts. Lists of the wrong length are cut or filled, choices
    /// that do not exist are dropped, and a step that cannot be is moved to the review,
    /// so that every session that exists can be shown.
    pub fn restore(instrument: &Instrument, mut parts: SessionParts) -> Self {
        let form = parts.rater.role;
        if !form.is_about_another() {
            parts.rater.pseudonym.clone_from(&parts.subject.pseudonym);
        }
        let items = instrument.form_items(form);
        let pages = instrument.form_pages(form).len();
        parts.answers = parts.answers.fitted(instrument, form);
        parts.changed_since_completion &= parts.completed_at.is_some();
        let questions = instrument.context_questions();
        parts.context.resize(questions.len(), None);
        for (chosen, question) in parts.context.iter_mut().zip(questions) {
            *chosen = chosen.filter(|&option| option < question.options.len());
        }
        parts.page_seconds.resize(pages, 0.0);
        for seconds in &mut parts.page_seconds {
            if !(*seconds >= 0.0 && seconds.is_finite()) {
                *seconds = 0.0;
            }
        }
        parts.belief_work = fitted_belief_work(parts.belief_work, instrument);
        parts.plan = parts.plan.fitted(instrument);
        let exists = match parts.step {
            Step::Context(n) => n < questions.len() && instrument.context_place(form).is_some(),
            Step::Item(n) => n < items.len(),
            Step::Interlude(n) => n < pages,
            Step::ContextInterlude => asks_after_items(instrument, form),
            Step::Review => true,
            Step::Result => parts.completed_at.is_some(),
        };
        if !exists {
            parts.step = Step::Review;
        }
        // Whoever has answered everything has seen the review, unless something is asked after the
        // statements: one change leads back there, not through all the statements that follow.
        let everything = !asks_after_items(instrument, form)
            && items.iter().all(|&item| parts.answers.get(item).is_some());
        parts.reviewing |= parts.completed_at.is_some() || everything || parts.step == Step::Review;
        Self { parts }
    }

    /// All parts, to be stored or exported.
    pub fn parts(&self) -> &SessionParts {
        &self.parts
    }

    /// Where the respondent is.
    pub fn step(&self) -> Step {
        self.parts.step
    }

    /// Answers to the items.
    pub fn answers(&self) -> &Answers {
        &self.parts.answers
    }

    /// What was written about the belief in the item with this id.
    pub fn belief(&self, item_id: &str) -> Option<&BeliefWork> {
        let mut entries = self.parts.belief_work.iter();
        entries.find(|belief| belief.item_id == item_id)
    }

    /// The same without what a saved file has left in it: nobody has written that.
    #[must_use]
    pub fn without_marks(&self) -> Self {
        let mut same = self.clone();
        same.parts.plan.reminder = false;
        same.parts.plan.shared = false;
        same
    }

    /// Who answers about whom.
    pub fn form(&self) -> Form {
        self.parts.rater.role
    }

    /// Whether the result has been asked for.
    pub fn status(&self) -> Status {
        if self.parts.completed_at.is_some() {
            Status::Completed
        } else {
            Status::InProgress
        }
    }

    /// The moment that dates it: when it was completed, or else when it was begun.
    pub fn moment(&self) -> &Timestamp {
        let parts = &self.parts;
        parts.completed_at.as_ref().unwrap_or(&parts.started_at)
    }

    /// Whether answering an item leads back to the review instead of to the next one.
    pub fn reviewing(&self) -> bool {
        self.parts.reviewing
    }

    /// The position of the next item without an answer, or the number of items.
    pub fn next_open(&self, instrument: &Instrument) -> usize {
        let items = instrument.form_items(self.form());
        let open = |&item: &usize| self.parts.answers.get(item).is_none();
        items.iter().position(open).unwrap_or(items.len())
    }

    /// The page an item position stands on.
    pub fn page_of(&self, instrument: &Instrument, position: usize) -> usize {
        let pages = instrument.form_pages(self.form());
        let mut before = 0;
        for (page, items) in pages.iter().enumerate() {
            before += items.len();
            if position < before {
                return page;
            }
        }
        pages.len().saturating_sub(1)
    }

    /// What the session becomes by an action. Actions that make no sense where the
    /// respondent is (a doubled click, a message come too late) change nothing.
    pub fn update(&mut self, instrument: &Instrument, action: Action) {
        match action {
            Action::MarkContext { question, option } => {
                self.mark_context(instrument, question, option);
            }
            Action::ChooseContext { question, option } => {
                if self.mark_context(instrument, question, option) {
                    self.go(after_context(instrument, self.form(), question));
                }
            }
            Action::SkipContext { question } => {
                if self.parts.step == Step::Context(question) {
                    self.parts.context[question] = None;
                    self.go(after_context(instrument, self.form(), question));
                }
            }
            Action::SkipAllContext => {
                if matches!(self.parts.step, Step::Context(_)) {
                    self.go(after_all_context(instrument, self.form()));
                }
            }
            Action::Choose { item, rating } => {
                if self.on_screen(instrument) == Some(item) {
                    self.set(item, Answer::Rated(rating));
                }
            }
            Action::Rate { item, rating } => self.answer(instrument, item, Answer::Rated(rating)),
            Action::Skip { item } => self.answer(instrument, item, Answer::Skipped),
            Action::CannotJudge { item } => {
                if self.form().is_about_another() {
                    self.answer(instrument, item, Answer::CannotJudge);
                }
            }
            Action::GoOn => match self.parts.step {
                Step::Interlude(page) => {
                    let pages = instrument.form_pages(self.form());
                    let position = pages[..page].iter().map(Vec::len).sum();
                    self.parts.step = Step::Item(position);
                }
                Step::ContextInterlude => self.parts.step = Step::Context(0),
                _ => {}
            },
            Action::Back => self.back(instrument),
            Action::Change { item } => {
                let items = instrument.form_items(self.form());
                if let Some(position) = items.iter().position(|&listed| listed == item) {
                    self.parts.reviewing = true;
                    self.parts.step = Step::Item(position);
                }
            }
            Action::Review => self.parts.step = Step::Review,
            Action::Complete { at } => {
                if self.parts.step == Step::Review {
                    if self.parts.completed_at.is_none() || self.parts.changed_since_completion {
                        self.parts.completed_at = Some(at);
                        self.parts.changed_since_completion = false;
                    }
                    self.parts.step = Step::Result;
                    self.parts.reviewing = true;
                }
            }
            Action::Spend { page, seconds } => {
                if let Some(spent) = self.parts.page_seconds.get_mut(page)
                    && seconds > 0.0
                    && seconds.is_finite()
                {
                    *spent += seconds;
                }
            }
            Action::Label(label) => {
                if !self.form().is_about_another() {
                    self.parts.rater.pseudonym.clone_from(&label);
                }
                self.parts.subject.pseudonym = label;
            }
            Action::EditBelief { item, edit } => self.edit_belief(instrument, item, edit),
            Action::EditPlan(edit) => self.parts.plan.edit(instrument, edit),
        }
    }

    fn mark_context(&mut self, instrument: &Instrument, question: usize, option: usize) -> bool {
        let known = instrument
            .context_questions()
            .get(question)
            .is_some_and(|question| option < question.options.len());
        let counts = known && self.parts.step == Step::Context(question);
        if counts {
            self.parts.context[question] = Some(option);
        }
        counts
    }

    /// The item on screen. An answer counts only for this one: a second click that lands
    /// after the change of screen must not rate the next statement.
    fn on_screen(&self, instrument: &Instrument) -> Option<usize> {
        match self.parts.step {
            Step::Item(position) => instrument.form_items(self.form()).get(position).copied(),
            _ => None,
        }
    }

    fn answer(&mut self, instrument: &Instrument, item: usize, answer: Answer) {
        let Step::Item(position) = self.parts.step else {
            return;
        };
        if self.on_screen(instrument) != Some(item) {
            return;
        }
        self.set(item, answer);
        self.go(if self.parts.reviewing {
            Step::Review
        } else {
            after_item(instrument, self.form(), position)
        });
    }

    /// Goes to a screen. Whoever has seen the review comes back there from every statement.
    fn go(&mut self, step: Step) {
        self.parts.step = step;
        self.parts.reviewing |= step == Step::Review;
    }

    /// An entry of which nothing is left is taken out; an item that is no limiting belief
    /// changes nothing.
    fn edit_belief(&mut self, instrument: &Instrument, item: usize, edit: BeliefEdit) {
        let Some(item) = instrument.items().get(item) else {
            return;
        };
        let mut work = std::mem::take(&mut self.parts.belief_work);
        let known = work.iter().position(|one| one.item_id == item.id);
        let at = known.unwrap_or_else(|| {
            work.push(BeliefWork {
                item_id: item.id.clone(),
                ..BeliefWork::default()
            });
            work.len() - 1
        });
        work[at].edit(edit);
        self.parts.belief_work = fitted_belief_work(work, instrument);
    }

    fn set(&mut self, item: usize, answer: Answer) {
        let changes = self.parts.answers.get(item) != Some(answer);
        self.parts.changed_since_completion |= changes && self.parts.completed_at.is_some();
        self.parts.answers.set(item, answer);
    }

    fn back(&mut self, instrument: &Instrument) {
        self.parts.step = match self.parts.step {
            Step::Item(_) if self.parts.reviewing => Step::Review,
            Step::Review if self.parts.completed_at.is_some() => Step::Result,
            step => {
                // Back from the review to what was asked last: from there the way is forward again.
                self.parts.reviewing &= step != Step::Review;
                before(instrument, self.form(), step)
            }
        };
    }
}
