//! The list of texts about making an agreement.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts about making an agreement, and about what it is talked over with.
    AgreementTexts {
        if_then: Text,
        if_then_lead: Text,
        situation: Text,
        response: Text,
        if_then_said(situation: &str, response: &str),
        helper: Text,
        obstacle: Text,
        more: Text,
        filled(names: &str),
        names: [Text; 6],
        one_minute: Text,
        minutes(n: usize),
    }
}

impl AgreementTexts {
    /// How long a step takes.
    pub fn duration(&self, minutes: usize) -> String {
        match minutes {
            1 => self.one_minute.to_owned(),
            _ => self.minutes(minutes),
        }
    }
}
