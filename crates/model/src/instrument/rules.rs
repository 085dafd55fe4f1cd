//! The parameters of scoring, which belong to the instrument and not to the code.

use super::Text;
use crate::Form;
use serde::{Deserialize, Serialize};

/// One of the three regions that the answer scale itself suggests; not a norm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Band {
    /// Answers fit "disagree" on average.
    Low,
    /// The picture is mixed; both cuts belong here.
    Mid,
    /// Answers fit "agree" on average.
    High,
}

/// The two cuts between the bands, as whole parts of the full range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BandCuts {
    /// Into how many parts the range from the lowest to the highest score is divided.
    pub parts: u32,
    /// Below this part: low.
    pub low_below: u32,
    /// Above this part: high.
    pub high_above: u32,
}

/// When a pattern in the answers is worth a soft notice; own heuristics, not norms.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct QualityRules {
    /// A run of equal raw answers of this length or longer.
    pub longstring: u32,
    /// A standard deviation of all raw answers below this (response-scale units).
    pub irv_below: f64,
    /// How many complete pairs the two pair indices need.
    pub min_pairs: u32,
    /// Mean pair inconsistency at or above this share (numerator, denominator).
    pub pair_inconsistency: (u32, u32),
    /// Absolute mean signed pair sum at or above this share (numerator, denominator).
    pub acquiescence: (u32, u32),
    /// Fewer seconds an answered item than this makes a page fast.
    pub fast_seconds_per_item: f64,
    /// So many fast pages make the notice.
    pub fast_pages: u32,
}

/// The parameters of the scoring rules, which belong to the instrument and not to the code.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScoringRules {
    /// A scale is scored when this share of its items is answered (numerator, denominator).
    pub min_answered: (u32, u32),
    /// Where the bands meet.
    pub cuts: BandCuts,
    /// Whether "close to a boundary" says anything at this number of answer steps.
    pub show_border: bool,
    /// Whether a standard error is given.
    pub precision: bool,
    /// Response-quality rules; `None` where they would say nothing.
    pub quality: Option<QualityRules>,
    /// Assumed standard deviation (points) and reliability for reliable change.
    pub change: Option<(f64, f64)>,
}

/// One answer a respondent can give.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseOption {
    /// The raw value stored.
    pub value: u8,
    /// Its label.
    pub label: Text,
}

/// The response scale that all items share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResponseScale {
    /// Lowest raw value.
    pub min: u8,
    /// Highest raw value; always above `min`.
    pub max: u8,
    /// One option for each value, ascending.
    pub options: Vec<ResponseOption>,
    /// What leaving an item out is called.
    pub skip: Text,
    /// What "I cannot judge this" is called on a form about another person.
    pub cannot_judge: Option<Text>,
    /// The options as a form about another person labels them, where it has labels of its own.
    pub manager_options: Option<Vec<ResponseOption>>,
}

impl ResponseScale {
    /// Number of steps between the lowest and the highest value; at least 1.
    pub fn steps(&self) -> u32 {
        u32::from(self.max - self.min)
    }

    /// The options as this form labels them, one for each value, ascending.
    pub fn options_for(&self, form: Form) -> &[ResponseOption] {
        match &self.manager_options {
            Some(options) if form.is_about_another() => options,
            _ => &self.options,
        }
    }

    /// What "I cannot judge this" is called; what leaving out is called, where it has no name of its
    /// own.
    pub fn cannot_judge_label(&self) -> &Text {
        self.cannot_judge.as_ref().unwrap_or(&self.skip)
    }

    /// The option with this raw value, as this form labels it.
    pub fn option_for(&self, form: Form, value: u8) -> Option<&ResponseOption> {
        let mut options = self.options_for(form).iter();
        options.find(|option| option.value == value)
    }

    /// The option with this raw value.
    pub fn option(&self, value: u8) -> Option<&ResponseOption> {
        self.options.iter().find(|option| option.value == value)
    }
}
