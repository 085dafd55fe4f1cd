//! The example result: a fictional person's answers, to be looked at and never stored.

use model::{
    Answers, Instrument, Language, Plan, Rater, Session, SessionParts, Step, Subject, Timestamp,
};
use serde::{Deserialize, Serialize};

/// Fictional answers to one instrument.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Example {
    /// The raw value given to each item, in the order of the instrument's items.
    pub values: Vec<u8>,
    /// The option chosen for each context question, as an option index.
    pub context: Vec<Option<usize>>,
    /// Seconds spent on each page.
    pub page_seconds: Vec<f64>,
}

impl Example {
    /// The completed session of these answers; `None` where they are not answers to this
    /// instrument.
    pub fn session(&self, instrument: &Instrument) -> Option<Session> {
        if self.values.len() != instrument.items().len() {
            return None;
        }
        let values = self.values.iter().enumerate();
        let values: Vec<_> = values.map(|(item, &value)| (item, Some(value))).collect();
        let parts = SessionParts {
            reviewing: false,
            id: "example".to_owned(),
            wave: 1,
            language: Language::default(),
            rater: Rater::default(),
            subject: Subject::default(),
            started_at: Timestamp::parse("2026-11-23T09:00:00+01:00")?,
            completed_at: Timestamp::parse("2026-11-23T09:05:00+01:00"),
            changed_since_completion: false,
            step: Step::Result,
            answers: Answers::from_values(instrument, values).ok()?,
            context: self.context.clone(),
            page_seconds: self.page_seconds.clone(),
            belief_work: Vec::new(),
            plan: Plan::default(),
        };
        Some(Session::restore(instrument, parts))
    }
}
