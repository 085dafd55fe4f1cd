//! What is done with agreements, and which of them come back.

use super::Agreed;
use super::example::{example_of, fill, is_empty, taken_from};
use crate::result::{ResultState, Subject};
use crate::shell::{Shell, Stored, Version};
use i18n::long_date;
use model::{Agreement, AgreementEdit, Goal, MAX_AGREEMENTS, Owner};
use platform::new_id;
use records::{AgreementRecord, Attempt, last_agreements};
use std::rc::Rc;

impl ResultState {
    /// Makes one more agreement on the attempt on screen, filled with the example of a scale where
    /// one is given.
    pub fn add_agreement(
        &self,
        shell: &mut Shell,
        owner: Owner,
        goal: Goal,
        example: Option<usize>,
    ) {
        let mut agreement = Agreement {
            owner,
            goal,
            ..Agreement::default()
        };
        let scales = self.attempt().instrument.scales();
        let scale = example.and_then(|scale| scales.get(scale));
        if let Some(example) = scale.and_then(|scale| example_of(scale, owner, goal)) {
            let on = (shell.language, shell.ports.clock.now().day());
            for edit in fill(&agreement, None, example, on) {
                agreement.edit(edit);
            }
        }
        self.make_agreement(shell, agreement);
    }

    /// Makes this agreement, where there is room for one more.
    pub fn make_agreement(&self, shell: &mut Shell, agreement: Agreement) {
        let Subject::Device(attempt) = &self.subject else {
            return;
        };
        let made = shell.persistence.joined(attempt.id());
        let now = shell.ports.clock.now();
        if made.agreements.len() >= MAX_AGREEMENTS {
            return;
        }
        let id = new_id(&*shell.ports.random);
        let mut record = AgreementRecord::new(id, attempt.id().to_owned(), now, agreement);
        record.position = made.next_agreement();
        shell
            .persistence
            .commit_joined(&record, &Version::default());
    }

    /// Fills an agreement with the example of a scale, unless somebody has written in it meanwhile.
    pub fn take_example(&self, shell: &mut Shell, id: &str, scale: usize) {
        let (Subject::Device(attempt), Some(stored)) =
            (&self.subject, shell.persistence.agreement(id))
        else {
            return;
        };
        let agreement = &stored.agreement;
        let scales = attempt.instrument.scales();
        let example = |scale| example_of(scale, agreement.owner, agreement.goal);
        let all: Vec<_> = scales.iter().filter_map(example).collect();
        let before = taken_from(agreement, all.iter().copied(), shell.language);
        let before = before.and_then(|at| all.get(at)).copied();
        let Some(chosen) = scales.get(scale).and_then(example) else {
            return;
        };
        if before.is_some() || is_empty(agreement) {
            let on = (shell.language, shell.ports.clock.now().day());
            let edits = fill(agreement, before, chosen, on);
            self.change_agreement(shell, &stored, edits);
        }
    }

    /// Changes fields of an agreement, made on this attempt or looked back on with it.
    pub fn change_agreement(
        &self,
        shell: &mut Shell,
        stored: &Stored<AgreementRecord>,
        edits: Vec<AgreementEdit>,
    ) {
        let Subject::Device(attempt) = &self.subject else {
            return;
        };
        let mut record = AgreementRecord::clone(stored);
        for edit in edits {
            record.edit(edit, attempt.id(), shell.ports.clock.now());
        }
        shell.persistence.commit_joined(&record, stored.version());
    }

    /// Takes an agreement out; it can be brought back.
    pub fn remove_agreement(&self, shell: &mut Shell, id: &str) {
        if self.is_of_device() {
            shell.persistence.delete_joined::<AgreementRecord>(id);
        }
    }
}

impl Shell {
    /// The agreements to come back to: those on this result once a day has passed, or else the
    /// last ones of an earlier result.
    pub fn agreed(&self, attempt: &Attempt) -> Option<Agreed> {
        let now = self.ports.clock.now();
        let made = attempt.session.parts().completed_at.as_ref();
        let passed = made.is_none_or(|made| made.day() != now.day());
        let earlier = self.earlier_of_any_version(attempt);
        let known = self.persistence.agreements();
        let of_this = known.iter().filter(|one| one.made_on() == attempt.id());
        let of_earlier = known.iter().filter(|one| {
            let made_on_it = |earlier: &Stored<Attempt>| one.is_joined_to(earlier.id());
            // One of a result that is deleted since was joined to those that looked back on it.
            let joined = one.made_on() != attempt.id() && one.is_joined_to(attempt.id());
            joined || earlier.iter().any(made_on_it)
        });
        let mut last = match passed {
            true => last_agreements(of_this),
            false => Vec::new(),
        };
        if last.is_empty() {
            last = last_agreements(of_earlier);
        }
        let first = last.first()?;
        let date = match self.persistence.attempt(first.made_on()) {
            Some(attempt) => self.day_of(&attempt),
            None => long_date(first.created_at.as_str(), self.language),
        };
        Some(Agreed {
            date: date.into(),
            agreements: Rc::new(last.into_iter().cloned().collect()),
        })
    }
}
