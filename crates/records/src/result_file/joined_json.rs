//! What was written about a result, as the lists of a result file: moments are days there.

use crate::{AgreementRecord, InfluenceRecord};
use model::BeliefWork;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// The list of beliefs examined.
pub(super) fn belief_work_list(entries: &[BeliefWork]) -> Value {
    let list = entries.iter().map(|belief| {
        let mut entry = fields_of(belief);
        if let Some(later) = &belief.rerating {
            let day = later.at.day();
            entry.insert(
                "rerating".to_owned(),
                json!({"value": later.value, "at": day}),
            );
        }
        Value::Object(entry)
    });
    list.collect()
}

/// The list of influences.
pub(super) fn influence_list(records: &[InfluenceRecord]) -> Value {
    let list = records.iter().map(|record| {
        let mut entry = Map::new();
        entry.insert("id".to_owned(), record.id.as_str().into());
        entry.insert("sessionId".to_owned(), record.session_id.as_str().into());
        entry.insert("changedOn".to_owned(), json!(record.changed_at.day()));
        entry.extend(fields_of(&record.influence));
        Value::Object(entry)
    });
    list.collect()
}

/// The list of agreements.
pub(super) fn agreement_list(records: &[AgreementRecord]) -> Value {
    let list = records.iter().map(|record| {
        let mut entry = Map::new();
        entry.insert("id".to_owned(), record.id.as_str().into());
        entry.insert("sessionIds".to_owned(), json!(record.session_ids));
        entry.insert("createdOn".to_owned(), json!(record.created_at.day()));
        entry.insert("changedOn".to_owned(), json!(record.changed_at.day()));
        entry.extend(fields_of(&record.agreement));
        Value::Object(entry)
    });
    list.collect()
}

fn fields_of(entry: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(entry) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
