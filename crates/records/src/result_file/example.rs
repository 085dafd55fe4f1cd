//! The example result: of nobody, to be looked at first, marked as such, never stored.

use model::{Answers, Session, SessionParts, Step, Work};
use model::{Instrument, Language, Rater, Subject};
use serde_json::Value;

const EXAMPLE: &str = include_str!("../../../../instruments/example-sales-mindset.json");

/// A fictional completed session on this instrument; `None` when the example was written
/// for another one, or for other wording of it.
pub fn example_session(instrument: &Instrument) -> Option<Session> {
    let example: Value = serde_json::from_str(EXAMPLE).ok()?;
    let asked = &example["instrument"];
    if asked["id"] != instrument.id() || asked["version"] != instrument.version() {
        return None;
    }
    let values = example["answers"].as_object()?.iter();
    let values: Vec<_> = values
        .map(|(id, value)| {
            let value = u8::try_from(value.as_u64()?).ok()?;
            Some((instrument.item_index(id)?, Some(value)))
        })
        .collect::<Option<_>>()?;
    let questions = instrument.context_questions().iter();
    let context = questions
        .map(|question| {
            let chosen = example["context"][&question.id].as_str()?;
            let mut options = question.options.iter();
            options.position(|option| option.id == chosen)
        })
        .collect();
    let seconds = example["pageSeconds"].as_array()?.iter();
    let parts = SessionParts {
        reviewing: false,
        id: "example".to_owned(),
        wave: 1,
        language: Language::default(),
        rater: Rater::default(),
        subject: Subject::default(),
        started_at: "2026-11-23T09:00:00+01:00".to_owned(),
        completed_at: Some("2026-11-23T09:05:00+01:00".to_owned()),
        changed_since_completion: false,
        step: Step::Result,
        answers: Answers::from_values(instrument, values).ok()?,
        context,
        page_seconds: seconds.map(Value::as_f64).collect::<Option<_>>()?,
        work: Work::default(),
    };
    Some(Session::restore(instrument, parts))
}
