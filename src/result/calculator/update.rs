//! What is done with the calculator.

use super::{EffortMsg, numbers};
use crate::result::{ResultPart, ResultState};
use crate::shell::Shell;
use model::{Agreement, AgreementEdit, Goal, Owner};
use report::filled;
use scoring::{EFFORT_MAX, effort};

impl ResultState {
    /// What comes of a message of the calculator.
    pub fn calculate(&mut self, shell: &mut Shell, message: EffortMsg) {
        match message {
            EffortMsg::Type(n, typed) => self.effort[n] = typed,
            EffortMsg::Fewer(n) => self.step_effort(n, |number| number.saturating_sub(1)),
            EffortMsg::More(n) => self.step_effort(n, |number| number.saturating_add(1)),
            EffortMsg::TakeOver => self.take_effort_over(shell),
        }
    }

    /// Steps to a number within the bounds; from no number, to the lowest.
    fn step_effort(&mut self, n: usize, step: fn(u32) -> u32) {
        let number = self.effort[n].parse().map_or(1, step);
        self.effort[n] = number.clamp(1, EFFORT_MAX[n]).to_string().into();
    }

    /// Makes the outcome a performance goal of the rep, due when the weeks are over, and shows it.
    fn take_effort_over(&mut self, shell: &mut Shell) {
        let instrument = self.attempt().instrument.clone();
        let (Some(texts), Some(numbers)) = (&instrument.parts().effort, numbers(&self.effort))
        else {
            return;
        };
        let a_week = effort(numbers).with_extra.a_week.to_string();
        let weeks = numbers.weeks.to_string();
        let values = [("m", &*a_week), ("weeks", &weeks)];
        let mut agreement = Agreement {
            owner: Owner::Rep,
            goal: Goal::Performance,
            due: shell.ports.clock.now().day().later(7 * numbers.weeks),
            ..Agreement::default()
        };
        let text = filled(texts.as_goal.get(shell.language), &values);
        agreement.edit(AgreementEdit::Text(text));
        shell.dismiss();
        self.sharing.forget_preview(shell);
        self.make_agreement(shell, agreement);
        self.open(ResultPart::Agreements);
    }
}
