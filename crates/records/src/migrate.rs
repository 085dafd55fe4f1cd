//! The way from every record ever written to the form of today.
//!
//! A changed form is one more step here, and one more golden record among the fixtures of
//! the tests; steps and golden records that were released are never edited.

use model::{Agreement, Day, Influence, MAX_AGREEMENTS, MAX_INFLUENCES, Timestamp};
use serde_json::{Map, Value, json};

use super::agreement::JoinedRecords;
use super::saved::Unreadable;
use super::stored::{fitting, parsed};

/// The schema that is written today.
pub const SCHEMA: u64 = 4;

/// What the record of an attempt of an older schema is today.
#[derive(Clone, Debug, PartialEq)]
pub struct Migrated {
    /// The text of the attempt's record.
    pub attempt: String,
    /// The agreements and influences that it held itself before schema 4. Their ids are the same
    /// each time.
    pub joined: JoinedRecords,
}

/// Turns a record of one schema into the next. It works on the JSON, because the types
/// of an old form are gone by the time it is read. What becomes a record of its own goes to the
/// second argument.
type Step = fn(&mut Map<String, Value>, &mut JoinedRecords) -> Option<()>;

/// The step from schema n to n + 1 stands at place n - 1.
const STEPS: [Step; SCHEMA as usize - 1] = [add_work, name_people, separate_agreements];

/// Brings the record of an attempt to today's schema, step by step; `None` where it is of that
/// schema.
///
/// # Errors
/// Why that is not possible; the text stays as good as it was.
pub fn migrate(text: &str) -> Result<Option<Migrated>, Unreadable> {
    let (mut record, schema) = parsed(text)?;
    if schema > SCHEMA {
        return Err(Unreadable::Newer { schema });
    }
    let mut joined = JoinedRecords::default();
    let steps = &STEPS[schema as usize - 1..];
    for step in steps {
        step(&mut record, &mut joined).ok_or(Unreadable::Damaged)?;
    }
    record.insert("schema".to_owned(), SCHEMA.into());
    Ok((!steps.is_empty()).then(|| Migrated {
        attempt: Value::Object(record).to_string(),
        joined,
    }))
}

/// 2 has a place for what was made of the result.
fn add_work(record: &mut Map<String, Value>, _: &mut JoinedRecords) -> Option<()> {
    let session = record.get_mut("session")?.as_object_mut()?;
    session.insert("work".to_owned(), json!({}));
    Some(())
}

/// 3 says who answers about whom, and whether an answer changed after completion. Until then
/// everybody answered about themselves. Which content was answered was not recorded.
fn name_people(record: &mut Map<String, Value>, _: &mut JoinedRecords) -> Option<()> {
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

/// In 4 agreements and influences are records of their own.
fn separate_agreements(
    record: &mut Map<String, Value>,
    separate: &mut JoinedRecords,
) -> Option<()> {
    *separate = joined(record)?;
    let session = record.get_mut("session")?.as_object_mut()?;
    let mut work = session.remove("work")?;
    let beliefs = work.as_object_mut()?.remove("beliefWork");
    let mut beliefs = beliefs.unwrap_or_else(|| json!([]));
    // A rating of an unknown moment was possible until then.
    for belief in beliefs.as_array_mut()? {
        let at = belief.pointer("/rerating/at").and_then(Value::as_str);
        if at.is_some_and(|at| Timestamp::parse(at).is_none()) {
            belief["rerating"] = Value::Null;
        }
    }
    session.insert("beliefWork".to_owned(), beliefs);
    Some(())
}

/// What a record of schema 3 holds of them; `None` where it is damaged.
fn joined(record: &Map<String, Value>) -> Option<JoinedRecords> {
    let session = record.get("session")?;
    let id = session.get("id")?.as_str()?;
    let work = session.get("work")?.as_object()?;
    let mut agreements = work.get("agreements").cloned().unwrap_or(json!([]));
    // A day that does not exist was possible until then.
    for agreement in agreements.as_array_mut()? {
        if let Some(due) = agreement.get_mut("due") {
            clear_unless_day(due);
        }
        let interim = agreement.get_mut("interim").and_then(Value::as_array_mut);
        for date in interim
            .into_iter()
            .flatten()
            .filter_map(|one| one.get_mut("date"))
        {
            clear_unless_day(date);
        }
    }
    let influences = work.get("influences").cloned().unwrap_or(json!([]));
    let mut agreements: Vec<Agreement> = fitting(&agreements).ok()?;
    let mut influences: Vec<Influence> = fitting(&influences).ok()?;
    agreements.truncate(MAX_AGREEMENTS);
    influences.truncate(MAX_INFLUENCES);
    let moment = |at: Option<&Value>| at.and_then(Value::as_str).and_then(Timestamp::parse);
    let created = moment(session.get("completedAt"))
        .or_else(|| moment(session.get("startedAt")))
        .or_else(|| Day::parse("1970-01-01").map(Day::start))?;
    let changed = moment(record.get("savedAt")).unwrap_or_else(|| created.clone());
    Some(JoinedRecords::from_lists(
        id,
        (&created, &changed),
        agreements.into_iter().map(Agreement::fitted).collect(),
        influences.into_iter().map(Influence::fitted).collect(),
    ))
}

fn clear_unless_day(date: &mut Value) {
    if date.as_str().is_some_and(|text| Day::parse(text).is_none()) {
        *date = Value::from("");
    }
}
