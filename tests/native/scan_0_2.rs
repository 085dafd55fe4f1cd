//! The scan 0.2.0 as its authors wrote it and as the product reads it, and sessions of it.

use crate::support::{answer, moment};
use model::{Form, Instrument, Language, Plan, Rater, Session, SessionParts, Step, Subject};
use report::Report;
use serde_json::Value;

/// The text of its file.
pub fn text() -> &'static str {
    let source = content::version(content::SCAN, "0.2.0");
    source.expect("the scan 0.2.0 ships").definition
}

/// The definition, read without the product's own reader.
pub fn definition() -> Value {
    serde_json::from_str(text()).expect("the definition is JSON")
}

/// The checked instrument.
pub fn instrument() -> Instrument {
    definition::from_json(text()).expect("the definition holds")
}

/// A completed session on a form with these raw answers, in the order of the items, and these options
/// of the questions about the situation. `None` is skipped.
pub fn session(
    instrument: &Instrument,
    form: Form,
    raw: &[Option<u8>],
    context: &[Option<usize>],
) -> Session {
    let parts = SessionParts {
        id: "s".into(),
        wave: 1,
        language: Language::Nl,
        rater: Rater {
            role: form,
            pseudonym: String::new(),
        },
        subject: Subject::default(),
        started_at: moment("2026-03-02T09:30:00+01:00"),
        completed_at: Some(moment("2026-03-02T09:35:00+01:00")),
        changed_since_completion: false,
        step: Step::Result,
        reviewing: false,
        answers: answer(instrument, raw),
        context: context.to_vec(),
        page_seconds: Vec::new(),
        belief_work: Vec::new(),
        plan: Plan::default(),
    };
    Session::restore(instrument, parts)
}

/// The reframes of the thoughts that a result gives to examine, by the ids of their items and in the
/// file's order.
pub fn reframes_shown<'a>(instrument: &'a Instrument, report: &Report) -> Vec<&'a str> {
    let thoughts = report.thoughts.iter();
    let mut reframes: Vec<_> = thoughts
        .filter_map(|thought| thought.reframe(instrument))
        .collect();
    reframes.sort_by_key(|reframe| reframe.entry);
    let items = instrument.items();
    let ids = reframes.iter().map(|one| &*items[one.item].id);
    ids.collect()
}
