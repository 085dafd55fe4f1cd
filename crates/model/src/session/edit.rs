//! Changes to what people write, one field each: what another person or another tab wrote in
//! the other fields stays as it is.

use super::free_text::clean_text;
use super::{
    Agreement, BeliefWork, Goal, Influence, Interim, MAX_INTERIM, Outcome, Owner, Rerating,
    Sorting, Source,
};
use crate::Day;

/// One change to an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AgreementEdit {
    /// Who will do it.
    Owner(Owner),
    /// Which kind of goal it is.
    Goal(Goal),
    /// What is agreed.
    Text(String),
    /// What both will see it by.
    Indicator(String),
    /// Why this target is ours.
    Why(String),
    /// First application within the day.
    FirstStep(String),
    /// The due date, or none.
    Due(Option<Day>),
    /// One more interim result, up to [`MAX_INTERIM`].
    AddInterim,
    /// When an interim result is due.
    InterimDate {
        /// Which one, from 0.
        n: usize,
        /// The day, or none.
        date: Option<Day>,
    },
    /// What there is by then.
    InterimText {
        /// Which one, from 0.
        n: usize,
        /// The text.
        text: String,
    },
    /// An interim result is taken out.
    RemoveInterim(usize),
    /// One of the two confirms it, or takes that back.
    Confirm {
        /// Who.
        by: Owner,
        /// Whether it is confirmed.
        confirmed: bool,
    },
    /// How it went, or that it has not been looked back on.
    Outcome(Option<Outcome>),
    /// What was learned.
    Learned(String),
}

/// One change to an influence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InfluenceEdit {
    /// Where it lies.
    Source(Source),
    /// The reason.
    Reason(String),
    /// What the person does with it, once sorted.
    Sorted(Option<Sorting>),
    /// One action, or one request.
    Step(String),
}

/// One change to what is written about a limiting belief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BeliefEdit {
    /// The belief in the person's own words.
    OwnWords(String),
    /// What speaks for it.
    SpeaksFor(String),
    /// What speaks against it.
    SpeaksAgainst(String),
    /// A supporting counterpart.
    Supporting(String),
    /// One experiment for this week.
    Experiment(String),
    /// The same statement rated again, or that rating taken back.
    Rerating(Option<Rerating>),
}

impl Agreement {
    /// Makes one change; an interim result that is not there changes nothing. Texts are made
    /// safe and cut to [`super::MAX_TEXT`] characters.
    pub fn edit(&mut self, edit: AgreementEdit) {
        match edit {
            AgreementEdit::Owner(owner) => self.owner = owner,
            AgreementEdit::Goal(goal) => self.goal = goal,
            AgreementEdit::Text(text) => self.text = cleaned(text),
            AgreementEdit::Indicator(text) => self.indicator = cleaned(text),
            AgreementEdit::Why(text) => self.why = cleaned(text),
            AgreementEdit::FirstStep(text) => self.first_step = cleaned(text),
            AgreementEdit::Due(day) => self.due = text_of(day),
            AgreementEdit::AddInterim => {
                if self.interim.len() < MAX_INTERIM {
                    self.interim.push(Interim::default());
                }
            }
            AgreementEdit::InterimDate { n, date } => {
                if let Some(interim) = self.interim.get_mut(n) {
                    interim.date = text_of(date);
                }
            }
            AgreementEdit::InterimText { n, text } => {
                if let Some(interim) = self.interim.get_mut(n) {
                    interim.text = cleaned(text);
                }
            }
            AgreementEdit::RemoveInterim(n) => {
                if n < self.interim.len() {
                    self.interim.remove(n);
                }
            }
            AgreementEdit::Confirm { by, confirmed } => match by {
                Owner::Rep => self.rep_confirmed = confirmed,
                Owner::Manager => self.manager_confirmed = confirmed,
            },
            AgreementEdit::Outcome(outcome) => self.outcome = outcome,
            AgreementEdit::Learned(text) => self.learned = cleaned(text),
        }
    }
}

impl Influence {
    /// Makes one change. Texts are made safe and cut to [`super::MAX_TEXT`] characters.
    pub fn edit(&mut self, edit: InfluenceEdit) {
        match edit {
            InfluenceEdit::Source(source) => self.source = source,
            InfluenceEdit::Reason(text) => self.reason = cleaned(text),
            InfluenceEdit::Sorted(sorted) => self.sorted = sorted,
            InfluenceEdit::Step(text) => self.step = cleaned(text),
        }
    }
}

impl BeliefWork {
    /// Makes one change. Texts are made safe and cut to [`super::MAX_TEXT`] characters.
    pub fn edit(&mut self, edit: BeliefEdit) {
        match edit {
            BeliefEdit::OwnWords(text) => self.own_words = cleaned(text),
            BeliefEdit::SpeaksFor(text) => self.speaks_for = cleaned(text),
            BeliefEdit::SpeaksAgainst(text) => self.speaks_against = cleaned(text),
            BeliefEdit::Supporting(text) => self.supporting = cleaned(text),
            BeliefEdit::Experiment(text) => self.experiment = cleaned(text),
            BeliefEdit::Rerating(rerating) => self.rerating = rerating,
        }
    }
}

fn cleaned(mut text: String) -> String {
    clean_text(&mut text);
    text
}

fn text_of(day: Option<Day>) -> String {
    day.map(String::from).unwrap_or_default()
}
