//! What a person does next with a result: five steps, written by them and never scored.

use crate::Instrument;
use crate::free_text::{clean_text, cleaned};
use serde::{Deserialize, Serialize};

/// What has been done of the five steps after a result. The agreement is not in it: agreements are
/// records of their own. It is kept on this device and in backups; a result file, a text to paste
/// and a table say nothing of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Plan {
    /// Id of the scale to work on.
    pub theme: Option<String>,
    /// What is tried this week.
    pub experiment: String,
    /// Whether a calendar file was saved.
    pub reminder: bool,
    /// Whether another file of the result was saved. When it was last saved as a whole is another
    /// thing: a part, or a text to paste, is shared too.
    pub shared: bool,
}

/// One change to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanEdit {
    /// The scale with this index is worked on, or none is.
    Theme(Option<usize>),
    /// What is tried this week.
    Experiment(String),
    /// A calendar file was saved, or not.
    Reminder(bool),
    /// Another file was saved, or not.
    Shared(bool),
}

impl Plan {
    /// Makes one change. A scale that the instrument does not have changes nothing; the text is made
    /// safe and cut to [`crate::MAX_TEXT`] characters.
    pub fn edit(&mut self, instrument: &Instrument, edit: PlanEdit) {
        match edit {
            PlanEdit::Theme(None) => self.theme = None,
            PlanEdit::Theme(Some(scale)) => {
                if let Some(scale) = instrument.scales().get(scale) {
                    self.theme = Some(scale.id.clone());
                }
            }
            PlanEdit::Experiment(text) => self.experiment = cleaned(text),
            PlanEdit::Reminder(saved) => self.reminder = saved,
            PlanEdit::Shared(saved) => self.shared = saved,
        }
    }

    /// The same in line with an instrument: a theme that it has, and a text that is safe and short.
    #[must_use]
    pub fn fitted(mut self, instrument: &Instrument) -> Self {
        self.theme
            .take_if(|id| !instrument.scales().iter().any(|scale| scale.id == **id));
        clean_text(&mut self.experiment);
        self
    }

    /// Whether nothing of it has been done.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether something is tried.
    pub fn has_experiment(&self) -> bool {
        !self.experiment.trim().is_empty()
    }
}
