//! A result file of version 1 as one of version 2, but that its points in time are moments.

use super::ImportError;
use super::fields::Token;
use super::read::as_typed;
use crate::agreement::{AGREEMENT_KEY, INFLUENCE_KEY, derived_id};
use model::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// What has another place since: the one of version 1, and the one of today.
const MOVED: [(&str, &str); 6] = [
    ("exportedAt", "exportedOn"),
    ("instrument.form", "form"),
    ("instrument.language", "language"),
    ("instrument.contentHash", "instrument.digest"),
    ("session.startedAt", "session.startedOn"),
    ("session.completedAt", "session.completedOn"),
];

/// Moves what has another place since.
pub(super) fn moved(file: &mut Value) {
    for (before, today) in MOVED {
        // Version 1 had nothing there, so what stands there does not count.
        take(file, today);
        if let Some(value) = take(file, before)
            && let Some((object, name)) = parent(file, today)
        {
            object.insert(name.to_owned(), value);
        }
    }
}

/// A fault with the place that its author knows.
pub(super) fn named(mut fault: ImportError) -> ImportError {
    if let ImportError::Missing { place }
    | ImportError::BadValue { place }
    | ImportError::Duplicate { place } = &mut fault
        && let Some((before, _)) = MOVED.iter().find(|(_, today)| today == place)
    {
        *place = (*before).to_owned();
    }
    fault
}

/// What the links of agreements and influences follow from.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Origin {
    exported_on: Timestamp,
    session: OriginSession,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OriginSession {
    id: Token,
    started_on: Timestamp,
    #[serde(deserialize_with = "Option::deserialize")]
    completed_on: Option<Timestamp>,
}

/// Gives agreements and influences what joins them: they were made when the result was completed,
/// and last changed when the file was made. The same file gives the same ids each time.
///
/// # Errors
/// Where something that they follow from is not as it should be.
pub(super) fn linked(file: &mut Value) -> Result<(), ImportError> {
    let origin: Origin = as_typed(file)?;
    let Token(session) = origin.session.id;
    let changed = origin.exported_on;
    let created = origin.session.completed_on;
    let created = created.unwrap_or(origin.session.started_on);
    link(file, "influences", |n| {
        json!({
            "id": derived_id(INFLUENCE_KEY, &session, n),
            "sessionId": session,
            "changedOn": changed,
        })
    })?;
    link(file, "agreements", |n| {
        json!({
            "id": derived_id(AGREEMENT_KEY, &session, n),
            "sessionIds": [session],
            "createdOn": created,
            "changedOn": changed,
        })
    })
}

fn link(file: &mut Value, name: &str, links: impl Fn(u32) -> Value) -> Result<(), ImportError> {
    let list = file.get_mut(name).and_then(Value::as_array_mut);
    for (n, entry) in (0..).zip(list.into_iter().flatten()) {
        let (Value::Object(fields), Value::Object(links)) = (entry, links(n)) else {
            continue;
        };
        for (link, value) in links {
            if fields.insert(link, value).is_some() {
                return Err(ImportError::BadValue {
                    place: format!("{name}[{n}]"),
                });
            }
        }
    }
    Ok(())
}

fn take(file: &mut Value, place: &str) -> Option<Value> {
    let (object, name) = parent(file, place)?;
    object.remove(name)
}

/// The object that a place is in, and its name there.
fn parent<'a, 'b>(
    file: &'a mut Value,
    place: &'b str,
) -> Option<(&'a mut Map<String, Value>, &'b str)> {
    let (object, name) = match place.split_once('.') {
        Some((object, name)) => (file.get_mut(object)?, name),
        None => (file, place),
    };
    Some((object.as_object_mut()?, name))
}
