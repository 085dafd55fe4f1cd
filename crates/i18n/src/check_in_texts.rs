//! Texts of reminders, and of what they bring back to the page.

use crate::Text;
use crate::declaration::texts;

texts! {
    /// Texts of reminders, and of what they bring back to the page.
    CheckInTexts {
        first_step: Text,
        first_step_asks: Text,
        look_back: Text,
        look_back_asks: Text,
        measure_again: Text,
        measure_again_asks: Text,
        with_agreement: Text,
        with_agreement_hint: Text,
        same_day: Text,
        one_day: Text,
        days(n: usize),
        agreed: Text,
        indicator: Text,
        agreed_first_step: Text,
        nothing_kept: Text,
        no_result: Text,
        to_agreements: Text,
        scan_again: Text,
        unreadable_title: Text,
        unreadable: Text,
    }
}

impl CheckInTexts {
    /// The day on which a scan is taken again, of a questionnaire that does not say it.
    pub const AGAIN: u32 = 90;

    /// What a reminder of this day is called and asks, in the words of no questionnaire.
    pub fn neutral(&self, day: u32) -> (Text, Text) {
        match day {
            0 => (self.first_step, self.first_step_asks),
            Self::AGAIN => (self.measure_again, self.measure_again_asks),
            _ => (self.look_back, self.look_back_asks),
        }
    }

    /// How long after the result a reminder is.
    pub fn after(&self, day: u32) -> String {
        match day {
            0 => self.same_day.to_owned(),
            1 => self.one_day.to_owned(),
            _ => self.days(day as usize),
        }
    }
}
