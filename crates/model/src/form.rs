//! Who answers about whom.

use serde::{Deserialize, Serialize};

/// A rater form of a questionnaire: who answers about whom.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Form {
    /// People about themselves.
    #[default]
    #[serde(rename = "self")]
    SelfReport,
    /// A manager about somebody of the team.
    #[serde(rename = "manager")]
    Manager,
    /// Somebody else who was there, about the person observed.
    #[serde(rename = "observer")]
    Observer,
}

impl Form {
    /// Every form.
    pub const ALL: [Form; 3] = [Form::SelfReport, Form::Manager, Form::Observer];

    /// Its name in records and files.
    pub const fn name(self) -> &'static str {
        match self {
            Form::SelfReport => "self",
            Form::Manager => "manager",
            Form::Observer => "observer",
        }
    }

    /// The form of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.name() == name)
    }

    /// Whether the rater is somebody else than the person it is about.
    pub const fn is_about_another(self) -> bool {
        !matches!(self, Form::SelfReport)
    }
}

/// Who answered. The role is the form that was filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rater {
    /// What the rater is to the subject.
    pub role: Form,
    /// A free label; may be empty. Never a name that is required.
    pub pseudonym: String,
}

/// Whom the answers are about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// A free label; may be empty. Never a name that is required.
    pub pseudonym: String,
}

/// A text with the subject's name in place of `{naam}` and `{name}`.
pub fn with_name(text: &str, name: &str) -> String {
    let mut filled = String::with_capacity(text.len() + name.len());
    let mut rest = text;
    while let Some(open) = rest.find('{') {
        filled.push_str(&rest[..open]);
        rest = &rest[open..];
        match ["{naam}", "{name}"]
            .into_iter()
            .find(|one| rest.starts_with(one))
        {
            Some(placeholder) => {
                filled.push_str(name);
                rest = &rest[placeholder.len()..];
            }
            None => {
                filled.push('{');
                rest = &rest[1..];
            }
        }
    }
    filled.push_str(rest);
    filled
}
