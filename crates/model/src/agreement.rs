//! An agreement between a rep and a manager, and one change to it. A change names its field: what
//! another person or another tab wrote in the other fields stays as it is.

use crate::free_text::{clean_text, cleaned};
use crate::{Day, moment::optional_day};
use serde::{Deserialize, Serialize};

/// Most agreements that are made on one session.
pub const MAX_AGREEMENTS: usize = 8;

/// Most interim results of one agreement.
pub const MAX_INTERIM: usize = 6;

/// One agreement between a rep and a manager.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Agreement {
    /// Who will do it.
    pub owner: Owner,
    /// Which kind of goal it is.
    pub goal: Goal,
    /// What is agreed.
    pub text: String,
    /// What both will see it by.
    pub indicator: String,
    /// Why this target is ours.
    pub why: String,
    /// First application within the day.
    pub first_step: String,
    /// A plan for one situation.
    pub if_then: IfThen,
    /// Who helps.
    pub helper: String,
    /// What may get in the way.
    pub obstacle: String,
    /// Where a learning goal comes from, where that is said.
    pub origin: Option<GoalOrigin>,
    /// Due date, if one is set; in JSON a text that is empty where there is none.
    #[serde(with = "optional_day")]
    pub due: Option<Day>,
    /// Interim results.
    pub interim: Vec<Interim>,
    /// Confirmed by the rep.
    pub rep_confirmed: bool,
    /// Confirmed by the manager.
    pub manager_confirmed: bool,
    /// How it went, once looked back on.
    pub outcome: Option<Outcome>,
    /// What was learned.
    pub learned: String,
}

/// Who will do what is agreed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Owner {
    /// The person who took the instrument.
    #[default]
    Rep,
    /// Their manager.
    Manager,
}

/// The kind of a goal (Dweck and Leggett, 1988).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Goal {
    /// To become able to do something.
    #[default]
    Learning,
    /// To achieve something.
    Performance,
}

/// An if–then plan: what somebody does once a situation is there, decided beforehand (Gollwitzer
/// and Sheeran, 2006). The texts go on after *if* and *then*.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct IfThen {
    /// The situation.
    pub situation: String,
    /// What is done then.
    pub response: String,
}

/// Where a learning goal comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum GoalOrigin {
    /// This questionnaire.
    Scan,
    /// Feedback from somebody.
    Feedback,
    /// A development assessment.
    Assessment,
    /// A customer.
    Customer,
}

/// A result on the way to a goal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Interim {
    /// When, if that is set; in JSON a text that is empty where it is not.
    #[serde(with = "optional_day")]
    pub date: Option<Day>,
    /// What there is by then.
    pub text: String,
}

/// How an agreement went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// Kept.
    Kept,
    /// Partly kept.
    Partly,
    /// Not yet kept.
    NotYet,
}

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
    /// The situation of the if–then plan.
    Situation(String),
    /// What is done in that situation.
    Response(String),
    /// Who helps.
    Helper(String),
    /// What may get in the way.
    Obstacle(String),
    /// Where a learning goal comes from, or that nothing is said about it.
    Origin(Option<GoalOrigin>),
    /// The due date, or none.
    Due(Option<Day>),
    /// One more interim result, up to [`MAX_INTERIM`], which begins with this text.
    AddInterim(String),
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

impl Agreement {
    /// Makes one change; an interim result that is not there changes nothing. Texts are made
    /// safe and cut to [`crate::MAX_TEXT`] characters.
    pub fn edit(&mut self, edit: AgreementEdit) {
        match edit {
            AgreementEdit::Owner(owner) => self.owner = owner,
            AgreementEdit::Goal(goal) => self.goal = goal,
            AgreementEdit::Text(text) => self.text = cleaned(text),
            AgreementEdit::Indicator(text) => self.indicator = cleaned(text),
            AgreementEdit::Why(text) => self.why = cleaned(text),
            AgreementEdit::FirstStep(text) => self.first_step = cleaned(text),
            AgreementEdit::Situation(text) => self.if_then.situation = cleaned(text),
            AgreementEdit::Response(text) => self.if_then.response = cleaned(text),
            AgreementEdit::Helper(text) => self.helper = cleaned(text),
            AgreementEdit::Obstacle(text) => self.obstacle = cleaned(text),
            AgreementEdit::Origin(origin) => self.origin = origin,
            AgreementEdit::Due(day) => self.due = day,
            AgreementEdit::AddInterim(text) => {
                if self.interim.len() < MAX_INTERIM {
                    let text = cleaned(text);
                    self.interim.push(Interim { date: None, text });
                }
            }
            AgreementEdit::InterimDate { n, date } => {
                if let Some(interim) = self.interim.get_mut(n) {
                    interim.date = date;
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

    /// The same with every text safe and short, and no more interim results than there may be.
    pub fn fitted(mut self) -> Self {
        self.interim.truncate(MAX_INTERIM);
        let interim = self.interim.iter_mut().map(|interim| &mut interim.text);
        let texts = [
            &mut self.text,
            &mut self.indicator,
            &mut self.why,
            &mut self.first_step,
            &mut self.if_then.situation,
            &mut self.if_then.response,
            &mut self.helper,
            &mut self.obstacle,
            &mut self.learned,
        ];
        texts.into_iter().chain(interim).for_each(clean_text);
        self
    }
}
