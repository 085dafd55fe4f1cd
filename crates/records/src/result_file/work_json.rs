//! What was made of a result as JSON: the same in a stored record and in a result file.

use model::Work;
use serde_json::Value;

/// The lists of a result file, each with its name there.
pub fn work_lists(work: &Work) -> [(&'static str, Value); 3] {
    let json = |list: Result<Value, serde_json::Error>| list.unwrap_or_default();
    [
        ("beliefWork", json(serde_json::to_value(&work.beliefs))),
        ("influences", json(serde_json::to_value(&work.influences))),
        ("agreements", json(serde_json::to_value(&work.agreements))),
    ]
}

/// Reads such a list into its place; `None` where it is not one, or has a field too many.
pub fn read_work_list(work: &mut Work, name: &str, list: &Value) -> Option<()> {
    match name {
        "beliefWork" => work.beliefs = untrusted::typed(list).ok()?,
        "influences" => work.influences = untrusted::typed(list).ok()?,
        "agreements" => work.agreements = untrusted::typed(list).ok()?,
        _ => return None,
    }
    Some(())
}
