//! What a respondent's actions do to the attempt, and when it is saved.

use super::{QuestionsMsg, QuestionsState, context_key, item_keys, options, ratings};
use crate::shell::{Destination, Effect, Shell, Stored};
use model::{Action, Session, Status, Step};
use records::Attempt;
use store::Durability;

impl QuestionsState {
    /// What comes of a message.
    pub fn update(&mut self, shell: &mut Shell, message: QuestionsMsg) -> Effect {
        // Another tab answers it.
        if shell.is_read_only() {
            return Effect::Quiet;
        }
        let action = match message {
            QuestionsMsg::Act(action) => Some(action),
            QuestionsMsg::Complete => Some(Action::Complete {
                at: shell.ports.clock.now(),
            }),
            QuestionsMsg::Digit(digit) => self.answer_of(digit),
        };
        match action {
            Some(action) => self.act(shell, action),
            None => Effect::Quiet,
        }
    }

    /// The answer that a number key means.
    fn answer_of(&self, digit: u8) -> Option<Action> {
        let instrument = &self.attempt.instrument;
        match self.step() {
            Step::Context(question) => {
                let options = instrument.context_questions()[question].options.len();
                let option =
                    (0..options).find(|place| context_key(*place, options) == Some(digit))?;
                Some(Action::ChooseContext { question, option })
            }
            Step::Item(position) => {
                let form = self.attempt.session.form();
                let item = *instrument.form_items(form).get(position)?;
                let keys = item_keys(options(&self.attempt));
                let place = keys.iter().position(|key| *key == Some(digit))?;
                let rating = *ratings(&self.attempt).get(place)?;
                Some(Action::Rate { item, rating })
            }
            _ => None,
        }
    }

    fn act(&mut self, shell: &mut Shell, action: Action) -> Effect {
        shell.dismiss();
        let mut actions: Vec<Action> = self.time_spent(shell).into_iter().collect();
        actions.push(action);
        self.carry_out(shell, actions);
        match self.step() {
            Step::Result => {
                let id = self.attempt.id();
                let stored = shell.persistence.attempt(id);
                let here = || Stored::at(self.attempt.clone(), self.version.clone());
                let attempt = stored.unwrap_or_else(here);
                Effect::Go(Destination::Attempt(attempt))
            }
            _ => Effect::Show,
        }
    }

    fn carry_out(&mut self, shell: &mut Shell, actions: Vec<Action>) {
        let before = self.attempt.session.answers().clone();
        for action in actions {
            self.attempt
                .session
                .update(&self.attempt.instrument, action);
        }
        self.changes += 1;
        match &self.completed {
            None => self.commit(shell, self.attempt.clone()),
            Some(completed) if before != *self.attempt.session.answers() => {
                let mut changed = self.attempt.clone();
                let mut parts = changed.session.parts().clone();
                // A result is stored as a result, and its moment is that of its last change.
                parts.step = Step::Result;
                parts.completed_at = match parts.answers == *completed.session.answers() {
                    true => completed.session.parts().completed_at.clone(),
                    false => Some(shell.ports.clock.now()),
                };
                parts.changed_since_completion = false;
                changed.session = Session::restore(&changed.instrument, parts);
                self.commit(shell, changed);
            }
            Some(_) => {}
        }
    }

    fn commit(&mut self, shell: &mut Shell, attempt: Attempt) {
        let durability = match attempt.session.status() {
            Status::Completed => Durability::Strict,
            Status::InProgress => Durability::Relaxed,
        };
        let stored = shell.persistence.commit(attempt, &self.version, durability);
        self.version = stored.version().clone();
    }

    /// The time since the statement came on screen, to be booked on its page.
    fn time_spent(&mut self, shell: &Shell) -> Option<Action> {
        let now = shell.ports.clock.seconds();
        let seconds = now - std::mem::replace(&mut self.on_screen_since, now);
        let Step::Item(position) = self.step() else {
            return None;
        };
        let page = self
            .attempt
            .session
            .page_of(&self.attempt.instrument, position);
        Some(Action::Spend { page, seconds })
    }

    /// Books that time at once: the reader is leaving the statement without an answer.
    pub fn record_time(&mut self, shell: &mut Shell) {
        if shell.is_read_only() {
            return;
        }
        if let Some(spent) = self.time_spent(shell) {
            self.carry_out(shell, vec![spent]);
        }
    }

    /// Time while the page was hidden counts for no page.
    pub fn restart_time(&mut self, shell: &Shell) {
        self.on_screen_since = shell.ports.clock.seconds();
    }
}
