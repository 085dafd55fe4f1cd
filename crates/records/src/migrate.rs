//! The way from every record ever written to the form of today.
//!
//! A changed form is one more step here, and one more golden record among the fixtures of
//! the tests; steps and golden records that were released are never edited.

use serde_json::{Map, Value, json};

use super::saved::Unreadable;

/// The schema that is written today.
pub const SCHEMA: u64 = 3;

/// Turns a record of one schema into the next. It works on the JSON, because the types
/// of an old form are gone by the time it is read.
type Step = fn(&mut Map<String, Value>) -> Option<()>;

/// The step from schema n to n + 1 stands at place n - 1.
const STEPS: [Step; SCHEMA as usize - 1] = [add_work, name_people];

/// 2 has a place for what was made of the result.
fn add_work(record: &mut Map<String, Value>) -> Option<()> {
    let session = record.get_mut("session")?.as_object_mut()?;
    session.insert("work".to_owned(), json!({}));
    Some(())
}

/// 3 says who answers about whom, and whether an answer changed after completion. Until then
/// everybody answered about themselves. Which content was answered was not recorded.
fn name_people(record: &mut Map<String, Value>) -> Option<()> {
    let session = record.get_mut("session")?.as_object_mut()?;
    let pseudonym = session.remove("pseudonym")?;
    session.insert(
        "rater".to_owned(),
        json!({"role": "self", "pseudonym": pseudonym}),
    );
    session.insert("subject".to_owned(), json!({"pseudonym": pseudonym}));
    session.insert("changedSinceCompletion".to_owned(), false.into());
    Some(())
}

/// Parses a stored record and brings it to today's schema, step by step.
pub(super) fn migrate(text: &str) -> Result<Map<String, Value>, Unreadable> {
    let Ok(Value::Object(mut record)) = serde_json::from_str(text) else {
        return Err(Unreadable::Damaged);
    };
    let schema = match record.get("schema").and_then(Value::as_u64) {
        Some(schema) if schema > SCHEMA => return Err(Unreadable::Newer { schema }),
        Some(schema) if schema > 0 => schema,
        _ => return Err(Unreadable::Damaged),
    };
    for step in &STEPS[schema as usize - 1..] {
        step(&mut record).ok_or(Unreadable::Damaged)?;
    }
    Ok(record)
}
